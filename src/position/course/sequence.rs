//! What came before or after what, by words and not by dates.

use super::{CourseWord, Order, Sequence, course_words};
use crate::{
    position::{Reading, scene::Scene},
    syntax::{Relation, Upos},
    text::Span,
};

/// How many words of sequence a sentence has at most.
const MOST: usize = 4;
/// How many steps towards the root are gone at most.
const CLIMBED: usize = 6;
/// How long what is shown of a clause is at most, in tokens.
const LONGEST: usize = 60;

/// Finds words of sequence in sentences without a date of their own.
pub fn find(reading: &Reading<'_>) -> Vec<Sequence> {
    let scene = reading.scene;
    let mut found = Vec::new();
    if !scene.has_grammar() {
        return found;
    }
    let sentences = &scene.syntax.sentences;
    for (number, sentence) in sentences.iter().enumerate() {
        let mut index = sentence.tokens.start;
        let mut count = 0;
        while index < sentence.tokens.end && count < MOST {
            let Some((length, word)) = course_words(scene, index, sentence.tokens.end) else {
                index += 1;
                continue;
            };
            let words = index..index + length;
            index = words.end;
            let CourseWord::Sequence(order) = word else { continue };
            let Some(verb) = governor(scene, words.start) else { continue };
            if !stands_so(scene, words.start, order, verb) {
                continue;
            }
            let clause = scene.subtree(verb);
            let clause = clause.start.max(sentence.tokens.start)..clause.end.min(sentence.tokens.end).min(clause.start + LONGEST);
            let what = scene.bytes(&clause);
            if is_dated(reading, what) {
                continue;
            }
            // "Later" and "meanwhile" are said beside what was told just before; "previously" beside the text.
            let before = number.checked_sub(1).and_then(|before| sentences.get(before)).filter(|before| before.block == sentence.block);
            let anchor = matches!(order, Order::After | Order::Parallel).then(|| before.map(|before| before.span)).flatten();
            found.push(Sequence { span: scene.bytes(&words), order, what, anchor, rule: "sequence_word" });
            count += 1;
        }
    }
    found
}

/// The verb that a word belongs to; itself, where it is one.
fn governor(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let mut at = index;
    for _ in 0..CLIMBED {
        if scene.upos(at) == Some(Upos::Verb) || scene.child(at, Relation::Cop).is_some() {
            return Some(at);
        }
        at = scene.head(at)?;
    }
    None
}

/// Whether a word is used of the clause: adverbs as adverbs, "ongoing" before its noun, verbs by themselves; "three days later" has a measure.
fn stands_so(scene: &Scene<'_>, index: usize, order: Order, verb: usize) -> bool {
    match scene.upos(index) {
        Some(Upos::Verb) => {
            index == verb && order != Order::Before && scene.child(index, Relation::Nsubj).is_some() || order == Order::Ongoing
        }
        Some(Upos::Adj) => order == Order::Ongoing && scene.relation(index) == Some(Relation::Amod),
        Some(Upos::Adv) => {
            let measured = scene.children(index).any(|child| scene.relation(child) != Some(Relation::Cc) && !scene.is_mark(child));
            !measured && !scene.is(index.saturating_sub(1), &["no", "or", "sooner", "than"])
        }
        Some(Upos::Adp | Upos::Noun | Upos::Sconj) => true,
        _ => false,
    }
}

/// Whether an expression of time that tells a place on the calendar stands in a clause.
fn is_dated(reading: &Reading<'_>, clause: Span) -> bool {
    let first = reading.times.partition_point(|time| time.span.start < clause.start);
    let inside = reading.times.get(first..).unwrap_or(&[]).iter().take(8).take_while(|time| time.span.end <= clause.end);
    inside.into_iter().any(|time| !time.value.ends_with("_REF") && !time.value.starts_with('P'))
}
