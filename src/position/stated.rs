//! Positions in what a party is reported to have said, thought or wanted.

use std::{collections::BTreeMap, ops::Range};

use super::{
    Issue, Modality, Position, Reading, Stance, condition,
    course::{CourseWord, course_words},
    issue::{self, About},
    scene::Scene,
    segment,
    stance::{self, Shown},
    vocabulary::{ANAPHORS, Anaphor, Class},
};
use crate::{
    statement::Statement,
    syntax::{Relation, Upos, Xpos},
    text::Span,
};

/// How many statements of a sentence are compared with each other.
const COMPARED: usize = 64;

/// Adds the positions that statements show.
pub fn find(reading: &Reading<'_>, positions: &mut Vec<Position>) {
    let mut first = 0;
    for same in reading.statements.chunk_by(|a, b| a.sentence == b.sentence) {
        let near = same.get(..same.len().min(COMPARED)).unwrap_or(same);
        for (place, statement) in same.iter().enumerate() {
            read(reading, near, first + place, statement, positions);
        }
        first += same.len();
    }
}

/// Who a statement's source speaks for, where it is a party and not a mere observer.
pub fn holders(reading: &Reading<'_>, statement: &Statement) -> Vec<String> {
    if statement.source.is_some_and(|source| reading.holders.is_observer(source)) {
        return Vec::new();
    }
    if !statement.affiliation.is_empty() {
        return statement.affiliation.clone();
    }
    let Some(source) = statement.source else { return Vec::new() };
    let by_actor = statement.actor.map(|actor| reading.holders.codes_of_actor(actor)).unwrap_or_default();
    if !by_actor.is_empty() {
        return by_actor;
    }
    // A pronoun that stands for nobody who speaks: "they illustrate …".
    let is_pronoun = reading.holders.head(source).is_some_and(|head| reading.scene.upos(head) == Some(Upos::Pron));
    if statement.actor.is_none() && (is_pronoun || statement.rule == "cited") {
        return Vec::new();
    }
    let by_head = reading.holders.head(source).map(|head| reading.holders.codes(head)).unwrap_or_default();
    if !by_head.is_empty() {
        return by_head;
    }
    // "Her predecessor", "the minister's brother": somebody else than who is named.
    if statement.actor.is_none() && statement.grade == crate::statement::Grade::Anonymous {
        return Vec::new();
    }
    let named = reading.holders.named(source);
    if named.len() == 1 { named } else { reading.holders.head(source).map(|head| reading.holders.voice_of(head)).unwrap_or_default() }
}

/// A part of a content with what it is about and how it stands to it.
struct Part {
    range: Range<usize>,
    about: About,
    shown: Shown,
    conditions: Vec<Span>,
    rule: &'static str,
}

fn read(reading: &Reading<'_>, near: &[Statement], number: usize, statement: &Statement, positions: &mut Vec<Position>) {
    let codes = holders(reading, statement);
    if codes.is_empty() {
        return;
    }
    let scene = reading.scene;
    let cue = stance::of_cue(scene, statement);
    // What somebody did not say, confirm or promise is no position of theirs.
    if statement.negated && cue.is_none() {
        return;
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut carried: Option<Shown> = None;
    for content in &statement.content {
        let range = scene.tokens(*content);
        let conditions = condition::within(scene, &range);
        let mut sentence = scene.sentence_index(range.start);
        for segment in segment::segments(scene, &range) {
            if scene.sentence_index(segment.start) != sentence {
                sentence = scene.sentence_index(segment.start);
                carried = None;
            }
            let inside: Vec<Range<usize>> =
                conditions.iter().filter(|found| segment.start < found.end && found.start < segment.end).cloned().collect();
            if inside.iter().any(|found| found.start <= segment.start && segment.end <= found.end)
                || is_anothers(reading, near, statement, &codes, &segment)
            {
                continue;
            }
            // "…, provided that they agree": what is made a condition tells no stance.
            let until = inside.iter().map(|found| found.start).find(|start| *start > segment.start).unwrap_or(segment.end);
            let own = || stance::of_clause(scene, reading.holders, &(segment.start..until), &codes);
            let (shown, rule) = match &cue {
                Some((word, shown)) if word.soft => match own() {
                    Some(own) => (own, "content"),
                    // "Suggested that they talk" asks for it; "suggested that they were talking" does not. "Suggested talks" is for them.
                    None if word.stance == Stance::Demand && (shown.stance == Stance::Support || is_open(reading, &segment)) => {
                        (*shown, "cue")
                    }
                    None => continue,
                },
                Some((word, shown)) => {
                    let deed = matches!(shown.stance, Stance::Support | Stance::Offer).then(|| stance::of_deed(scene, &segment)).flatten();
                    (deed.unwrap_or(*shown), if word.class == Class::Verb { "cue" } else { "stance_noun" })
                }
                None => match own().or(carried) {
                    Some(own) => (own, "content"),
                    None => continue,
                },
            };

            let explicit = match &cue {
                Some((word, _)) => !word.soft && !word.wish && word.class == Class::Verb,
                None => shown.modality == Modality::Plain && matches!(shown.stance, Stance::Oppose | Stance::Demand),
            };
            let least = if cue.as_ref().is_some_and(|(word, _)| word.wish) { 12 } else { 0 };
            let about = issue::of_clause(scene, &segment, range.start, &inside).filter(|about| about.weight >= least);
            // "Denounced the latest move": what the text as a whole is about.
            let last = parts.is_empty() && segment.end == range.end;
            let topic = || {
                let mut pointing =
                    segment.clone().filter_map(|index| ANAPHORS.at(scene, index, segment.end).map(|(_, kind)| (index, kind)));
                let points_back = pointing.find(|(index, kind)| *kind == Anaphor::Act || is_definite(scene, *index));
                let words = points_back.map(|(index, _)| scene.bytes(&(index..index + 1))).into_iter().collect();
                // "Threatened to use it": the cue itself may tell.
                let cue = statement.cue.and_then(|cue| issue::about(scene, &scene.tokens(cue), &[]));
                // A pronoun means what its sentence has named; "the proposal" what was last put forward; "the latest move" may be anything.
                let pronoun = points_back.is_some_and(|(index, _)| scene.upos(index) == Some(Upos::Pron));
                let proposed = points_back.filter(|(_, kind)| *kind == Anaphor::Proposal).and_then(|(index, _)| put_forward(scene, index));
                let named = || issue::before(scene, &segment).filter(|_| pronoun).map(|about| about.issue);
                let meant = || proposed.or_else(named).or(reading.topic);
                let issue = cue.map(|about| about.issue).or_else(|| if points_back.is_some() { meant() } else { Some(Issue::Other) });
                issue.filter(|_| explicit && last).map(|issue| About { issue, weight: 0, words })
            };
            let Some(about) = about.or_else(topic) else {
                carried = own().filter(|_| cue.is_none());
                continue;
            };
            carried = None;
            parts.push(Part { range: segment, about, shown, conditions: Vec::new(), rule });
        }
        // What is offered in return for something is the price of it.
        let prices = conditions.iter().filter(|found| scene.is(found.start, &["in"]) && scene.is(found.start + 1, &["return", "exchange"]));
        let prices: Vec<Part> = prices
            .filter(|_| parts.iter().any(|part| part.shown.stance == Stance::Offer))
            .filter_map(|found| {
                let about = issue::about(scene, found, &[])?;
                let shown =
                    Shown { stance: Stance::Demand, modality: Modality::Plain, words: scene.bytes(&(found.start..found.start + 3)) };
                Some(Part { range: found.clone(), about, shown, conditions: Vec::new(), rule: "content" })
            })
            .collect();
        // What a condition is joined to, else the part before it.
        for found in conditions {
            let before = parts.iter().rposition(|part| part.range.start < found.start);
            let at = before.or(if parts.is_empty() { None } else { Some(0) });
            if let Some(part) = at.and_then(|at| parts.get_mut(at)) {
                part.conditions.push(scene.bytes(&found));
            }
        }
        parts.extend(prices);
    }
    merge(&mut parts);
    for part in parts {
        let evidence = evidence(reading, statement, &part);
        let words = scene.tokens(statement.cue.unwrap_or(evidence));
        for holder in &codes {
            positions.push(Position {
                holder: holder.clone(),
                issue: part.about.issue,
                issue_words: part.about.words.clone(),
                stance: part.shown.stance,
                stance_words: part.shown.words,
                target: target(reading, statement, evidence, holder),
                evidence,
                conditions: part.conditions.clone(),
                attributed: true,
                strength: stance::strength(scene, words.clone()).or_else(|| stance::strength(scene, part.range.clone())),
                modality: part.shown.modality,
                repeated: false,
                narrows: scene.is(part.range.start, &["any"])
                    || scene.is(part.range.start + 1, &["any"]) && scene.is(part.range.start, &["that", "but", "and"]),
                earlier: None,
                shift: None,
                statement: Some(number),
                rule: part.rule,
            });
        }
    }
}

/// Whether a noun means something known: "the plan", "their proposals", "Norway's offer"; "a draft" is new.
fn is_definite(scene: &Scene<'_>, noun: usize) -> bool {
    let before = |child: &usize| *child < noun;
    scene.children(noun).filter(before).any(|child| match scene.relation(child) {
        Some(Relation::Det) => scene.is(child, &["the", "this", "that", "these", "those", "such"]),
        Some(Relation::Nmod) => true,
        _ => false,
    })
}

/// How many sentences back a proposal may have been made.
const BACK: usize = 2;

/// What the sentences just before a place are about, the nearest first: what "the proposal" or "the demand" is there.
fn put_forward(scene: &Scene<'_>, index: usize) -> Option<Issue> {
    let sentence = scene.sentence_index(index);
    let before = scene.syntax.sentences.get(sentence.saturating_sub(BACK)..sentence)?;
    let told = |about: &About| about.issue != Issue::Other;
    before.iter().rev().find_map(|sentence| issue::telling(scene, &sentence.tokens).filter(told)).map(|about| about.issue)
}

/// Whether a clause is not in the past, nor about what is.
fn is_open(reading: &Reading<'_>, segment: &Range<usize>) -> bool {
    let top = reading.scene.top(segment);
    top.is_none_or(|top| {
        let going_on = reading.scene.child(top, Relation::Aux).is_some() && reading.scene.xpos(top) == Some(Xpos::Vbg);
        !going_on && matches!(reading.scene.xpos(top), Some(Xpos::Vb | Xpos::Vbp | Xpos::Vbg | Xpos::Nn | Xpos::Nns))
    })
}

/// Whether a clause is what somebody else is reported to say, within this content.
fn is_anothers(reading: &Reading<'_>, near: &[Statement], statement: &Statement, codes: &[String], segment: &Range<usize>) -> bool {
    let Some(top) = reading.scene.top(segment).and_then(|top| reading.scene.token(top)) else { return false };
    near.iter().any(|other| {
        let cue = other.cue.unwrap_or(Span::new(0, 0));
        other.cue != statement.cue
            && !other.affiliation.is_empty()
            // "The Council needs to act" is the speaker's demand.
            && other.cue_lemma.as_deref() != Some("need")
            && other.affiliation.iter().all(|code| !codes.contains(code))
            && statement.content.iter().any(|content| content.contains(cue))
            && (cue.contains(top.span) || other.content.iter().any(|content| content.contains(top.span)))
    })
}

/// Parts about the same issue with the same stance are one position.
fn merge(parts: &mut Vec<Part>) {
    let mut merged: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts.drain(..) {
        match merged.last_mut().filter(|last| last.about.issue == part.about.issue && last.shown.stance == part.shown.stance) {
            Some(last) => {
                last.range.end = last.range.end.max(part.range.end);
                last.about.words.extend(part.about.words);
                last.conditions.extend(part.conditions);
            }
            None => merged.push(part),
        }
    }
    *parts = merged;
}

/// The clause that shows a position: the content where the stance is in it, else from the source on.
fn evidence(reading: &Reading<'_>, statement: &Statement, part: &Part) -> Span {
    let mut span = reading.scene.bytes(&part.range);
    for condition in &part.conditions {
        if condition.start <= span.start && condition.end < span.end {
            span = Span::new(condition.end, span.end);
        } else if span.start < condition.start && condition.end + 1 >= span.end {
            span = Span::new(span.start, condition.start.min(span.end));
        }
    }
    let text = reading.scene.text;
    let words = span.of(text).trim_end_matches([' ', ',', ';', '\n', '\r']);
    span = Span::new(span.start, span.start + words.len());
    let words = span.of(text).trim_start_matches([' ', ',', ';', '\n', '\r']);
    span = Span::new(span.end - words.len(), span.end);
    if part.rule == "content" {
        return span;
    }
    let start = [statement.source, statement.cue].into_iter().flatten().map(|span| span.start).min().unwrap_or(span.start);
    // A source far away, or behind the content, is no part of the clause.
    let first = statement.content.first().is_some_and(|content| content.start <= span.start);
    if first && start < span.start && span.start - start < 240 { Span::new(start, span.end) } else { span }
}

/// Whom a position is addressed to, else whom it names first besides the holder; who else is named beside the holder is not meant.
fn target(reading: &Reading<'_>, statement: &Statement, evidence: Span, holder: &str) -> Vec<String> {
    let addressed = statement.addressee.map(|span| reading.holders.named(span)).unwrap_or_default();
    let named = if addressed.is_empty() { reading.holders.named_beside(evidence, statement.source) } else { addressed };
    named.into_iter().filter(|code| code != holder).take(1).collect()
}

/// Orders the positions, drops what is said twice of one place, ties demands on talks to the offers they narrow, and marks repetitions.
pub fn settle(positions: &mut Vec<Position>) {
    positions.sort_by(|a, b| {
        (a.evidence.start, a.evidence.end, &a.holder, a.issue, a.stance).cmp(&(
            b.evidence.start,
            b.evidence.end,
            &b.holder,
            b.issue,
            b.stance,
        ))
    });
    let mut kept: Vec<Position> = Vec::with_capacity(positions.len());
    for position in positions.drain(..) {
        // What is about something is not about anything else as well.
        let told = position.issue == Issue::Other
            && kept.iter().rev().take(COMPARED).any(|other| other.holder == position.holder && other.evidence == position.evidence);
        let same =
            kept.iter_mut().rev().take(COMPARED).find(|other| {
                other.holder == position.holder && other.issue == position.issue && other.evidence.overlaps(position.evidence)
            });
        match same {
            _ if told => {}
            // The narrower reading is the better one; what was stated goes before what was read into it.
            Some(other) if position.attributed && (!other.attributed || position.evidence.len() < other.evidence.len()) => {
                *other = position
            }
            Some(_) => {}
            None => kept.push(position),
        }
    }
    narrow(&mut kept);
    *positions = kept;
}

/// Ties each position to the one before it of the same holder, issue and stance, and says how it changed, where the words do.
pub fn follow(scene: &Scene<'_>, positions: &mut [Position]) {
    let mut seen: BTreeMap<(String, Issue, Stance), usize> = BTreeMap::new();
    for (index, position) in positions.iter_mut().enumerate() {
        position.earlier = seen.insert((position.holder.clone(), position.issue, position.stance), index);
        position.repeated |= position.earlier.is_some();
        let tokens = scene.tokens(position.evidence);
        let words = tokens.clone().find_map(|index| match course_words(scene, index, tokens.end) {
            Some((_, CourseWord::Shift(shift))) => Some(shift),
            _ => None,
        });
        position.shift = words.or(position.shift);
    }
}

/// How far apart an offer and the demand that narrows it may stand, in bytes.
const NARROWED: usize = 400;

/// "The door is open", and: "any talks must …": what all talks must be is a condition of the offer to hold them.
fn narrow(positions: &mut [Position]) {
    let bounds: Vec<(usize, Span)> = positions
        .iter()
        .enumerate()
        .filter(|(_, position)| position.stance == Stance::Demand && position.narrows)
        .filter_map(|(at, demand)| {
            let before = positions.get(..at)?.iter().enumerate().rev().take(COMPARED);
            let offer = before.into_iter().find(|(_, offer)| {
                offer.stance == Stance::Offer
                    && offer.issue == Issue::Talks
                    && offer.holder == demand.holder
                    && offer.evidence.end + NARROWED > demand.evidence.start
            });
            offer.map(|(offer, _)| (offer, demand.evidence))
        })
        .collect();
    for (at, span) in bounds {
        if let Some(offer) = positions.get_mut(at) {
            offer.conditions.push(span);
            offer.shift = Some("narrowed");
        }
    }
}
