//! Which passages tell what was before the news: those under a heading that says so, and those behind "BACKGROUND:".

use super::{Background, CourseWord, course_words};
use crate::{
    ingest::BlockKind,
    position::{Reading, scene::Scene},
    text::Span,
};

/// How many words of a heading are looked at.
const WORDS: usize = 24;

/// Finds the passages, in the order of the text.
pub fn find(reading: &Reading<'_>) -> Vec<Background> {
    let blocks = &reading.document.blocks;
    let mut found: Vec<Background> = Vec::new();
    // The heading or label that is in force, and from which block on.
    let mut heading: Option<(usize, Span)> = None;
    let mut label: Option<Span> = None;
    for (index, block) in blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Furniture(_)) {
            continue;
        }
        if heading.is_some_and(|(of, _)| of != index && !block.section.contains(&of)) {
            heading = None;
        }
        if matches!(block.kind, BlockKind::Heading { .. }) {
            label = None;
            // The title names the text, not a passage of it.
            let is_title = !blocks.iter().take(index).any(|block| !matches!(block.kind, BlockKind::Furniture(_)));
            if heading.is_none() && !is_title && says(reading.scene, block.content) {
                heading = Some((index, block.content));
                found.push(Background { span: block.content, cue: block.content, rule: "background_heading" });
            }
        } else if let Some((cue, word)) = labelled(reading.scene, block.content) {
            label = (word == CourseWord::Background).then_some(cue);
            if let Some(cue) = label {
                found.push(Background { span: block.content, cue, rule: "background_label" });
            }
        }
        if (heading.is_some() || label.is_some())
            && let Some(last) = found.last_mut()
        {
            last.span = Span::new(last.span.start, block.content.end.max(last.span.start));
        }
    }
    found
}

/// Whether a heading says that what is under it is background.
fn says(scene: &Scene<'_>, heading: Span) -> bool {
    let tokens = scene.tokens(heading);
    let near = tokens.start..tokens.end.min(tokens.start + WORDS);
    near.clone().any(|index| matches!(course_words(scene, index, near.end), Some((_, CourseWord::Background))))
}

/// "BACKGROUND: …", "UPDATE: …": a word in capitals before a colon that opens a block.
fn labelled(scene: &Scene<'_>, block: Span) -> Option<(Span, CourseWord)> {
    let first = scene.tokens(Span::new(block.start, (block.start + 1).min(block.end))).start;
    let (length, word) = course_words(scene, first, first + 4)?;
    let is_label = matches!(word, CourseWord::Background | CourseWord::Update) && scene.is(first + length, &[":"]);
    let capitals = scene.letters(first).chars().all(|letter| !letter.is_lowercase());
    (is_label && capitals).then(|| (scene.bytes(&(first..first + length)), word))
}
