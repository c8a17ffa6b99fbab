//! Lists that a sentence or a heading announces: what is advised, what is to be talked about, what an agreement holds, what stands in the way.

use std::ops::Range;

use super::{At, MEMBERS, Point, PointKind, Reading};
use crate::{
    ingest::{Block, BlockKind},
    position::{issue, vocabulary::PointWord},
    syntax::{Relation, Sentence, Upos},
    text::Span,
};

pub fn find(reading: &Reading<'_>, found: &mut Vec<Point>) {
    let sentences = &reading.scene.syntax.sentences;
    let mut first = 0;
    while let Some(sentence) = sentences.get(first) {
        let length = sentences.get(first..).unwrap_or(&[]).iter().take_while(|other| other.block == sentence.block).count().max(1);
        let own = sentences.get(first..first + length).unwrap_or(&[]);
        if let Some(block) = reading.document.blocks.get(sentence.block) {
            match block.kind {
                BlockKind::Paragraph => {
                    announced(reading, first + length - 1, sentence.block, found);
                    hindering(reading, block, own, first, found);
                }
                BlockKind::ListItem { .. } => agreed(reading, block, own, first, found),
                _ => {}
            }
        }
        first += length;
    }
}

/// "The talks should focus on several elements:", and the list behind it.
fn announced(reading: &Reading<'_>, number: usize, block: usize, found: &mut Vec<Point>) {
    let scene = reading.scene;
    let Some(lead) = reading.scene.syntax.sentences.get(number).filter(|lead| lead.span.of(scene.text).trim_end().ends_with(':')) else {
        return;
    };
    let Some(verb) = scene.top(&lead.tokens) else { return };
    let at = At { reading, sentence: number, index: verb, end: lead.tokens.end };
    let Some(subject) = scene.subject(verb) else { return };
    let agents = reading.holders.codes(subject);
    let modal = scene.children(verb).find(|child| {
        scene.relation(*child) == Some(Relation::Aux) && scene.is(*child, &["should", "could", "might", "must", "can", "may"])
    });
    let Some(modal) = modal else { return };
    let (kind, rule) = match agents.is_empty() {
        false => (PointKind::Recommendation, "advice_list"),
        true if at.named(PointWord::Process, subject) => (PointKind::Agenda, "agenda_list"),
        true => return,
    };
    let strength = if scene.is(modal, &["should", "must"]) { "should" } else { "could" };
    let behind = reading.document.blocks.get(block + 1..).unwrap_or(&[]);
    let items: Vec<Span> = match behind.first().map(|block| &block.kind) {
        Some(BlockKind::Table(table)) => table.rows.iter().map(|row| row.span).take(MEMBERS).collect(),
        _ => {
            let items = behind.iter().take_while(|item| matches!(item.kind, BlockKind::ListItem { .. }));
            items.map(|item| item.content).take(MEMBERS).collect()
        }
    };
    for item in items {
        let tokens = scene.tokens(item);
        let mut point = at.point(kind, &tokens, verb, rule);
        point.statement = None;
        point.status = Some(strength);
        point.to = agents.clone();
        point.of = Some(at.phrase(subject));
        found.push(point);
    }
}

/// "One outcome of the talks is a truce": what an agreement would hold.
pub fn outcome(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    if scene.upos(at.index) != Some(Upos::Noun) || !at.is(PointWord::Outcome, at.index) {
        return;
    }
    let subject = match scene.relation(at.index) {
        Some(Relation::Nsubj) => Some(at.index),
        // "One of the outcomes".
        Some(Relation::Nmod) => scene.head(at.index).filter(|head| scene.relation(*head) == Some(Relation::Nsubj)),
        _ => None,
    };
    let Some(predicate) = subject.and_then(|subject| scene.head(subject)) else { return };
    let Some(copula) = scene.child(predicate, Relation::Cop).filter(|_| scene.upos(predicate) == Some(Upos::Noun)) else { return };
    let sentence = scene.syntax.sentences.get(at.sentence);
    let block = sentence.and_then(|sentence| at.reading.document.blocks.get(sentence.block));
    let of_talks = block.is_some_and(|block| under(at.reading, block, PointWord::Process))
        || sentence.is_some_and(|sentence| (sentence.tokens.start..copula).any(|index| at.is(PointWord::Process, index)));
    if !of_talks || scene.is_denied(predicate) {
        return;
    }
    for (_, range) in at.members(predicate) {
        let point = at.point(PointKind::AgreementContent, &(range.start.max(copula + 1)..range.end), at.index, "outcome_is");
        if point.issue.is_some() {
            found.push(point);
        }
    }
}

/// The headings of a block that have a word of a class in them.
fn under(reading: &Reading<'_>, block: &Block, word: PointWord) -> bool {
    let headings = block.section.iter().rev().take(2).filter_map(|index| reading.document.blocks.get(*index));
    headings.into_iter().any(|heading| {
        let tokens: Range<usize> = reading.scene.tokens(heading.content);
        let at = At { reading, sentence: 0, index: tokens.start, end: tokens.end };
        tokens.into_iter().any(|index| at.is(word, index))
    })
}

/// Under a heading on obstacles, what each paragraph is about is one.
fn hindering(reading: &Reading<'_>, block: &Block, sentences: &[Sentence], number: usize, found: &mut Vec<Point>) {
    let scene = reading.scene;
    let Some(sentence) = sentences.first().filter(|_| under(reading, block, PointWord::Obstacle)) else { return };
    if found.iter().any(|point| point.kind == PointKind::Obstacle && sentence.span.contains(point.span)) {
        return;
    }
    let at = At { reading, sentence: number, index: sentence.tokens.start, end: sentence.tokens.end };
    let subject = scene.top(&sentence.tokens).and_then(|top| scene.child(top, Relation::Nsubj));
    let names = |subject: &usize| {
        scene.upos(*subject) == Some(Upos::Noun) && !at.is(PointWord::Obstacle, *subject) && reading.holders.codes(*subject).is_empty()
    };
    let Some(subject) = subject.filter(names) else { return };
    found.push(at.point(PointKind::Obstacle, &at.noun(subject), subject, "obstacle_section"));
}

/// Under a heading on agreements, an item that names an issue is what they hold.
fn agreed(reading: &Reading<'_>, block: &Block, sentences: &[Sentence], number: usize, found: &mut Vec<Point>) {
    let scene = reading.scene;
    let Some(sentence) = sentences.first().filter(|_| under(reading, block, PointWord::Pact)) else { return };
    let Some(top) = scene.top(&sentence.tokens).filter(|top| scene.upos(*top) == Some(Upos::Noun)) else { return };
    if issue::about(scene, &sentence.tokens, &[]).is_some() {
        let at = At { reading, sentence: number, index: top, end: sentence.tokens.end };
        found.push(at.point(PointKind::AgreementContent, &sentence.tokens, top, "agreement_list"));
    }
}
