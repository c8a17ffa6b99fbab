//! The phase itself: what the blocks and the metadata of a page declare, put together.

use std::collections::BTreeSet;

use super::{Citation, Declared, QuestionAnswer, SourceList};
use crate::{
    ingest::{self, BlockKind, Bracket, Document},
    text::Span,
};

/// Collects what the page declares.
pub fn declared(document: &Document) -> Declared {
    Declared { questions: questions(document), citations: citations(document), source_list: source_list(document) }
}

/// Every question with its answer, from the first to the last block that belongs to it.
fn questions(document: &Document) -> Vec<QuestionAnswer> {
    let mut pairs: Vec<(usize, QuestionAnswer)> = Vec::new();
    for block in &document.blocks {
        let BlockKind::Answer { question } = block.kind else { continue };
        match pairs.last_mut().filter(|(of, _)| *of == question) {
            Some((_, pair)) => pair.answer.end = block.content.end,
            None => {
                let Some(asked) = document.blocks.get(question) else { continue };
                pairs.push((question, QuestionAnswer { question: asked.content, answer: block.content }));
            }
        }
    }
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

/// References in brackets: those set apart as blocks support the text before them; numbers inside the text support the text they stand
/// in. The entries of a list of references are what the numbers lead to, and not references themselves.
fn citations(document: &Document) -> Vec<Citation> {
    let text = document.text();
    let mut references = BTreeSet::new();
    for block in document.blocks.iter().filter(|block| is_entry(text, block.content, &block.kind)) {
        references.extend(ingest::brackets(text, block.content).first().into_iter().flat_map(|bracket| bracket.numbers(text)));
    }
    let cite = |bracket: &Bracket, supports| {
        let reason = bracket.missing(text, &references);
        Citation { span: bracket.span, supports, traceable: reason.is_none(), reason }
    };
    let mut found = Vec::new();
    let mut supported = None;
    for (index, block) in document.blocks.iter().enumerate() {
        match &block.kind {
            BlockKind::Citation if is_entry(text, block.content, &block.kind) => {}
            BlockKind::Citation => found.extend(ingest::brackets(text, block.content).first().map(|bracket| cite(bracket, supported))),
            BlockKind::Furniture(why) if why.reason == "untraceable_citation" => {
                found.extend(ingest::brackets(text, block.content).first().map(|bracket| cite(bracket, supported)));
            }
            BlockKind::Furniture(_) | BlockKind::Heading { .. } => {}
            _ => {
                supported = Some(index);
                let inside = ingest::brackets(text, block.content);
                found.extend(inside.iter().filter(|bracket| bracket.is_number(text)).map(|bracket| cite(bracket, supported)));
            }
        }
    }
    found
}

/// Whether a block is an entry of a list of references: a number in brackets and words behind it.
fn is_entry(text: &str, content: Span, kind: &BlockKind) -> bool {
    let first = || ingest::brackets(text, content).into_iter().next();
    *kind == BlockKind::Citation
        && first().is_some_and(|bracket| {
            bracket.span.start == content.start
                && bracket.is_number(text)
                && !Span::new(bracket.span.end, content.end).trimmed(text).is_empty()
        })
}

/// The sources that are listed, counted against what the page says of their number.
fn source_list(document: &Document) -> Option<SourceList> {
    let metadata = &document.metadata;
    let named = u32::try_from(metadata.sources.len()).unwrap_or(u32::MAX);
    let unnamed = metadata.unnamed_sources.map_or(0, |(count, _)| count);
    let stated = metadata.articles_on_topic.map(|(count, _)| count);
    let consistent = stated.map(|stated| named.checked_add(unnamed) == Some(stated));
    (named > 0 || unnamed > 0).then_some(SourceList { named, unnamed, stated, consistent })
}
