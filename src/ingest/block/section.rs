//! The last step: drafts become blocks, each with the headings it stands under.

use super::Draft;
use crate::ingest::{Block, BlockKind};

/// Makes blocks of the drafts. Answers are tied to the question before them; an answer without one is a paragraph.
pub fn finish(drafts: Vec<Draft>) -> Vec<Block> {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut question = None;
    let mut blocks = Vec::with_capacity(drafts.len());
    for (index, draft) in drafts.into_iter().enumerate() {
        let mut kind = draft.kind;
        match &kind {
            BlockKind::Heading { level } => {
                while open.last().is_some_and(|(above, _)| above >= level) {
                    open.pop();
                }
                question = None;
            }
            BlockKind::Question => question = Some(index),
            BlockKind::Furniture(_) | BlockKind::Citation => {}
            _ if draft.answers => {
                if let Some(question) = question {
                    kind = BlockKind::Answer { question };
                }
            }
            _ => question = None,
        }
        let section = open.iter().map(|(_, heading)| *heading).collect();
        if let BlockKind::Heading { level } = kind {
            open.push((level, index));
        }
        blocks.push(Block { span: draft.span, content: draft.content, kind, section });
    }
    blocks
}
