//! Where a text does not agree with itself about its events.

use std::ops::Range;

use super::{CourseWord, Inconsistency, Order, course_words};
use crate::{
    position::{Reading, scene::Scene, vocabulary::EVENTS},
    syntax::{Relation, Upos},
    text::Span,
};

/// How many events of a text are compared with each other.
const EVENTS_COMPARED: usize = 200;
/// How many events back one that is told again is looked for.
const BACK: usize = 24;
/// How many words of a sentence are compared.
const WORDS: usize = 60;
/// How many words two sentences share at least that tell the same.
const SHARED: usize = 5;

/// An event that the text speaks of.
struct Event {
    /// Its noun.
    noun: usize,
    /// Its words, with what stands before it.
    span: Span,
    /// What is said of its stage: to come (1), over (-1), going on (0).
    stage: Option<i8>,
    /// The dictionary forms of the noun and of what else stands before it.
    name: Vec<u32>,
    /// Who takes part, as the phrase itself and the subject of its verb say.
    parties: Vec<String>,
    /// Whether it is told as a fact: not "any talks", nor what should be.
    real: bool,
    sentence: usize,
}

/// Finds the same remarks at events of two times, and events that the rest of the text does not know.
pub fn find(reading: &Reading<'_>) -> Vec<Inconsistency> {
    let scene = reading.scene;
    let mut found = Vec::new();
    if !scene.has_grammar() {
        return found;
    }
    let events = events(reading);
    for (place, later) in events.iter().enumerate() {
        let Some(stage) = later.stage else { continue };
        let before = events.get(place.saturating_sub(BACK)..place).unwrap_or(&[]);
        let other = before.iter().rev().find(|earlier| {
            earlier.stage.is_some_and(|other| other * stage < 0) && earlier.name == later.name && is_same(reading, earlier, later)
        });
        if let Some(other) = other {
            found.push(Inconsistency { kind: "event_time", spans: vec![other.span, later.span], rule: "same_remarks_two_times" });
        }
        let known =
            |other: &Event| other.noun != later.noun && other.real && later.parties.iter().all(|party| other.parties.contains(party));
        if stage == 0 && later.real && later.parties.len() > 1 && !events.iter().any(known) {
            found.push(Inconsistency { kind: "unsupported", spans: vec![later.span], rule: "event_nowhere_else" });
        }
    }
    found
}

fn events(reading: &Reading<'_>) -> Vec<Event> {
    let scene = reading.scene;
    let mut events = Vec::new();
    for (number, sentence) in scene.syntax.sentences.iter().enumerate() {
        for index in sentence.tokens.clone() {
            if events.len() >= EVENTS_COMPARED {
                return events;
            }
            let is_noun = matches!(scene.upos(index), Some(Upos::Noun)) && scene.relation(index) != Some(Relation::Compound);
            if is_noun && EVENTS.at(scene, index, index + 1).is_some() {
                events.push(event(reading, index, number, sentence.tokens.end));
            }
        }
    }
    events
}

fn event(reading: &Reading<'_>, noun: usize, sentence: usize, end: usize) -> Event {
    let scene = reading.scene;
    let (mut stage, mut name) = (None, vec![scene.lemma(noun)]);
    let mut real = true;
    for child in scene.children(noun).filter(|child| *child < noun) {
        match (course_words(scene, child, end), scene.relation(child)) {
            (Some((_, CourseWord::Stage(of))), _) => stage = Some(of),
            (Some((_, CourseWord::Sequence(Order::Ongoing))), _) => stage = Some(0),
            (Some((_, CourseWord::Sequence(Order::Before))), _) => stage = Some(-1),
            (_, Some(Relation::Amod | Relation::Compound)) => name.push(scene.lemma(child)),
            (_, Some(Relation::Det)) => real &= !scene.is(child, &["any", "no", "some"]),
            _ => {}
        }
    }
    let phrase = scene.subtree(noun);
    let phrase = phrase.start..phrase.end.min(noun + 20);
    let mut parties = reading.holders.named(scene.bytes(&phrase));
    if let Some(verb) = scene.governing(noun) {
        real &= !scene.children(verb).any(|child| scene.is(child, &["may", "might", "could", "should", "must", "would", "if"]));
        if let Some(subject) = scene.child(verb, Relation::Nsubj).filter(|subject| !phrase.contains(subject)) {
            let with = scene
                .children(noun)
                .any(|child| child > noun && scene.child(child, Relation::Case).is_some_and(|case| scene.is(case, &["with"])));
            if with {
                parties.extend(reading.holders.codes(subject));
            }
        }
    }
    let span = scene.bytes(&(phrase.start..noun + 1));
    let span = Span::new(span.start, scene.bytes(&phrase).end.max(span.end));
    Event { noun, span, stage, name, parties, real, sentence }
}

/// Whether two sentences tell the same: who is reported speaks for the same party, and many words are the same.
fn is_same(reading: &Reading<'_>, one: &Event, other: &Event) -> bool {
    let statement = |event: &Event| {
        let first = reading.statements.partition_point(|statement| statement.sentence < event.sentence);
        reading.statements.get(first).filter(|statement| statement.sentence == event.sentence)
    };
    let (Some(first), Some(second)) = (statement(one), statement(other)) else { return false };
    let same_voice =
        first.actor.is_some() && first.actor == second.actor || !first.affiliation.is_empty() && first.affiliation == second.affiliation;
    same_voice && shared(reading.scene, one, other) >= SHARED
}

/// How many words that tell something two sentences share.
fn shared(scene: &Scene<'_>, one: &Event, other: &Event) -> usize {
    let tokens = |event: &Event| -> Range<usize> {
        let whole = scene.syntax.sentences.get(event.sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        whole.start..whole.end.min(whole.start + WORDS)
    };
    let tells = |index: &usize| matches!(scene.upos(*index), Some(Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj));
    let mut second: Vec<u32> = tokens(other).filter(tells).map(|index| scene.lemma(index)).collect();
    second.sort_unstable();
    let mut first: Vec<u32> = tokens(one).filter(tells).map(|index| scene.lemma(index)).collect();
    first.sort_unstable();
    first.dedup();
    first.iter().filter(|lemma| second.binary_search(lemma).is_ok()).count()
}
