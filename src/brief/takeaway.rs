//! What the writer sums up, and the sentences that it restates.

use super::{
    Takeaway,
    scene::{Scene, shared},
    vocabulary::Phrase,
};
use crate::{ingest::BlockKind, statement::Grade, syntax::Sentence, text::Span};

/// A text has no more takeaways: the rest would be a text of its own.
const MOST: usize = 12;
/// No more sentences are taken from below one heading.
const BELOW: usize = 4;
/// A takeaway restates no more sentences, and none with fewer words in common.
const RESTATED: usize = 3;
const IN_COMMON: usize = 3;

/// Finds the takeaways, in the order of the text.
pub fn find(scene: &Scene<'_>) -> Vec<Takeaway> {
    let mut found = Vec::new();
    // The heading that sums up, its words, and how many sentences below it have been taken.
    let mut open: Option<(usize, Span, usize)> = None;
    for (index, sentence) in scene.given.syntax.sentences.iter().enumerate() {
        if found.len() == MOST {
            break;
        }
        let Some(block) = scene.block(sentence) else { continue };
        if matches!(block.kind, BlockKind::Heading { .. }) {
            open = heading_mark(scene, sentence).map(|mark| (sentence.block, mark, 0));
            continue;
        }
        if !Scene::tells(block) || scene.asks(sentence) {
            continue;
        }
        if let Some(mark) = opening_mark(scene, sentence) {
            found.push(takeaway(scene, index, sentence, mark, "opening_mark"));
        } else if let Some((heading, mark, taken)) = &mut open
            && block.section.last() == Some(heading)
            && *taken < BELOW
        {
            *taken += 1;
            found.push(takeaway(scene, index, sentence, *mark, "heading_mark"));
        }
    }
    // One takeaway does not restate another: both sum up what stands elsewhere.
    let own: Vec<usize> = found.iter().map(|takeaway| takeaway.sentence).collect();
    for takeaway in &mut found {
        takeaway.restates = restated(scene, takeaway.sentence, &own);
    }
    found
}

fn opening_mark(scene: &Scene<'_>, sentence: &Sentence) -> Option<Span> {
    let hit = scene.hits(sentence.span).first()?;
    let words = sentence.span.of(scene.text);
    let start = sentence.span.start + (words.len() - words.trim_start_matches(['“', '"', '‘', '\'', '«']).len());
    let opens = |value: &Phrase| match value {
        Phrase::Mark { opening: true, comma, .. } => !comma || comma_behind(scene, hit.span),
        _ => false,
    };
    (hit.span.start == start && hit.values.iter().any(opens)).then_some(hit.span)
}

fn heading_mark(scene: &Scene<'_>, sentence: &Sentence) -> Option<Span> {
    let hit = scene.hits(sentence.span).first().filter(|hit| hit.span.start == sentence.span.start)?;
    hit.values.iter().any(|value| matches!(value, Phrase::Mark { heading: true, .. })).then_some(hit.span)
}

fn comma_behind(scene: &Scene<'_>, mark: Span) -> bool {
    scene.text.get(mark.end..).is_some_and(|rest| rest.trim_start().starts_with([',', ':', '—', '–', '-']))
}

fn takeaway(scene: &Scene<'_>, index: usize, sentence: &Sentence, mark: Span, rule: &'static str) -> Takeaway {
    // What stands in somebody's words is his, not the author's.
    let whole = |span: &Span| span.start <= mark.start.max(sentence.span.start) && span.end >= mark.end.min(sentence.span.end);
    let said = |statement: &crate::statement::Statement| statement.grade != Grade::None && statement.content.iter().any(whole);
    let statement = scene.statements(index).find(|(_, statement)| said(statement)).map(|(index, _)| index);
    Takeaway { span: sentence.span, sentence: index, mark, statement, restates: Vec::new(), rule }
}

/// The sentences with most words in common, no fewer than a few, in the order of the text.
fn restated(scene: &Scene<'_>, takeaway: usize, takeaways: &[usize]) -> Vec<usize> {
    let words = scene.topics(takeaway);
    let tells = |sentence: &Sentence| scene.block(sentence).is_some_and(Scene::tells);
    let sentences = scene.given.syntax.sentences.iter().enumerate();
    let others = sentences.filter(|(index, sentence)| takeaways.binary_search(index).is_err() && tells(sentence));
    let mut found: Vec<(usize, usize)> =
        others.map(|(index, _)| (shared(words, scene.topics(index)), index)).filter(|(count, _)| *count >= IN_COMMON).collect();
    found.sort_unstable_by_key(|(count, index)| (std::cmp::Reverse(*count), *index));
    found.truncate(RESTATED);
    let mut places: Vec<usize> = found.into_iter().map(|(_, index)| index).collect();
    places.sort_unstable();
    places
}
