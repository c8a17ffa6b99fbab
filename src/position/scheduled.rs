//! What is announced or expected: "upcoming talks", "a report is due", "they will meet on Monday".

use std::ops::Range;

use super::{
    Condition, Point, PointKind, Reading, Scheduled, ScheduledKind,
    commitment::when,
    condition,
    scene::{MOST, Scene, number},
    vocabulary::{ACTS, AWAITED, COMING, DELIVERS, ENDS, EVENTS, GOES_ON, INTENDS, MEETS, MODES, PLANNED, WAITS},
};
use crate::{
    ingest::BlockKind,
    syntax::{Relation, Upos, Xpos},
    text::Span,
};

/// How many points of one kind an event is compared with.
const COMPARED: usize = 64;
/// How many take part at most.
const MOST_WHO: usize = 4;

/// Finds scheduled events; without a grammar only those that an adjective announces.
pub fn find(reading: &Reading<'_>, conditions: &[Condition], points: &[Point]) -> Vec<Scheduled> {
    let scene = reading.scene;
    let mut found: Vec<Scheduled> = Vec::new();
    for sentence in &scene.syntax.sentences {
        let heading = reading.document.blocks.get(sentence.block).is_some_and(|block| matches!(block.kind, BlockKind::Heading { .. }));
        for index in sentence.tokens.clone() {
            let Some((what, trigger, rule)) = at(reading, index, &sentence.tokens, heading) else { continue };
            let span = scene.bytes(&what);
            if span.is_empty() || found.iter().rev().take(8).any(|other| other.what.overlaps(span)) {
                continue;
            }
            let clause = scene.bytes(&(sentence.tokens.start.max(what.start.saturating_sub(30))..sentence.tokens.end.min(what.end + 30)));
            let awaits = awaits(scene, &what, trigger, &sentence.tokens).or_else(|| depends(conditions, span));
            let around = around(scene, &what, trigger, &sentence.tokens);
            found.push(Scheduled {
                who: who(reading, &what, &around, awaits, rule),
                what: span,
                when: when(reading, Span::new(scene.bytes(&(trigger..trigger + 1)).start.clamp(span.start, span.end), span.end))
                    .or_else(|| when(reading, span))
                    .or_else(|| when(reading, clause)),
                trigger: scene.bytes(&(trigger..trigger + 1)),
                kind: kind(scene, &what, rule),
                mode: around.clone().find_map(|index| MODES.at(scene, index, around.end)).map(|(_, mode)| mode),
                awaits,
                watched: watched(scene, &what, points),
                rule,
            });
        }
    }
    found
}

/// Who takes part: the subject of what is done and whom it is done with, else everyone named around the event.
fn who(reading: &Reading<'_>, what: &Range<usize>, around: &Range<usize>, awaits: Option<Span>, rule: &str) -> Vec<String> {
    let scene = reading.scene;
    let add = |who: &mut Vec<String>, codes: Vec<String>| {
        for code in codes {
            if who.len() < MOST_WHO && !who.contains(&code) {
                who.push(code);
            }
        }
    };
    let named = |stretch: &Range<usize>| reading.holders.taking_part(scene.bytes(stretch), awaits);
    let subject = scene.subject(what.start).filter(|_| is_act(rule));
    let mut who = Vec::new();
    if let Some(subject) = subject {
        // Long names with titles, joined by "and", hang on each other in many ways.
        let phrase = scene.subtree(subject).start..scene.subtree(subject).end.min(subject + MOST);
        if phrase.clone().any(|index| scene.relation(index) == Some(Relation::Cc)) {
            add(&mut who, named(&phrase));
        }
        add(&mut who, reading.holders.codes(subject));
    }
    if who.is_empty() {
        return named(around);
    }
    // "Travel to Kenya", "fly from Chad" name places; "meet Kenya's envoy", "talk to Chad" those who are met.
    let goes = MODES.at(scene, what.start, what.end).is_some_and(|(_, mode)| mode == "in_person");
    if MEETS.at(scene, what.start, what.end).is_some() && !goes {
        add(&mut who, named(what));
    }
    who
}

/// Whether a rule finds what somebody does.
fn is_act(rule: &str) -> bool {
    matches!(rule, "intended_act" | "future_act")
}

/// What is announced: by its noun or verb.
fn kind(scene: &Scene<'_>, what: &Range<usize>, rule: &str) -> ScheduledKind {
    let Some(top) = scene.top(what).or(Some(what.start)) else { return ScheduledKind::Act };
    let is_verb = is_act(rule);
    let first = |words: &super::vocabulary::Phrases<()>| words.at(scene, top, top + 1).is_some();
    match () {
        () if rule == "expires" || scene.lemma(top) == number("deadline") => ScheduledKind::Deadline,
        () if is_verb && first(&MEETS) => ScheduledKind::Event,
        () if is_verb && first(&DELIVERS) => ScheduledKind::Deliverable,
        () if is_verb => ScheduledKind::Act,
        () if what.clone().any(|index| EVENTS.at(scene, index, what.end).is_some()) => ScheduledKind::Event,
        () => ScheduledKind::Deliverable,
    }
}

/// "Is expected upon the envoy's return": what the verb that announces an event, or the event itself, waits for.
fn awaits(scene: &Scene<'_>, what: &Range<usize>, trigger: usize, sentence: &Range<usize>) -> Option<Span> {
    let governors = [Some(trigger), scene.top(what), scene.top(what).and_then(|top| scene.head(top))];
    let clause = what.start..sentence.end.min(what.end.max(trigger) + 24);
    let waits = clause.clone().find(|index| {
        let governed = scene.head(*index).and_then(|head| scene.head(head));
        WAITS.at(scene, *index, clause.end).is_some()
            && matches!(scene.relation(*index), Some(Relation::Case | Relation::Mark | Relation::Advmod))
            && governors.contains(&governed)
    })?;
    let end = scene.head(waits).map_or(waits, |head| scene.subtree(head).end).min(sentence.end);
    Some(scene.bytes(&(waits..end))).filter(|span| !span.is_empty())
}

/// The condition that an event is made to depend on.
fn depends(conditions: &[Condition], what: Span) -> Option<Span> {
    let near = conditions.partition_point(|condition| condition.span.end + 400 < what.start);
    let near = conditions.get(near..).unwrap_or(&[]).iter().take(16);
    near.into_iter().find(|condition| condition.depends.overlaps(what)).map(|condition| condition.span)
}

/// Where the text says that what is to come is watched: "the timing of the reports will be watched".
fn watched(scene: &Scene<'_>, what: &Range<usize>, points: &[Point]) -> Option<Span> {
    let top = scene.top(what).filter(|top| scene.upos(*top) == Some(Upos::Noun))?;
    let mut watch = points.iter().filter(|point| point.kind == PointKind::Watch).take(COMPARED);
    watch.find(|point| scene.tokens(point.span).any(|index| scene.lemma(index) == scene.lemma(top))).map(|point| point.span)
}

/// The clause around an event: it and its subject, up to the next clause that hangs on its verb.
fn around(scene: &Scene<'_>, what: &Range<usize>, trigger: usize, sentence: &Range<usize>) -> Range<usize> {
    let governor = scene.top(what).and_then(|top| scene.head(top).or(Some(top)));
    let clause = governor.map_or(what.clone(), |governor| scene.subtree(governor));
    let end = clause.end.min(sentence.end).min(what.end + 40);
    let apart = |governor: usize| {
        let mut clauses = scene.children(governor).filter(|child| *child > governor && scene.relation(*child) == Some(Relation::Advcl));
        clauses.find(|child| scene.subtree(*child).start > trigger.max(what.start)).map(|child| scene.subtree(child).start)
    };
    let end = [governor, scene.top(what)].into_iter().flatten().filter_map(apart).fold(end, usize::min);
    clause.start.max(sentence.start).max(what.start.saturating_sub(40))..end.max(what.start + 1)
}

/// The event that a token shows to be to come, and the word that shows it.
fn at(reading: &Reading<'_>, index: usize, sentence: &Range<usize>, heading: bool) -> Option<(Range<usize>, usize, &'static str)> {
    let scene = reading.scene;
    if COMING.at(scene, index, sentence.end).is_some() {
        return coming(scene, index, sentence).map(|what| (what, index, "coming_event"));
    }
    if !scene.has_grammar() {
        return None;
    }
    if is_event(scene, index, sentence.end) && matches!(scene.upos(index), Some(Upos::Noun | Upos::Propn)) {
        return event(reading, index, heading);
    }
    act(reading, index, sentence)
}

/// Whether a token is what is convened, or else done or awaited.
fn is_event(scene: &Scene<'_>, index: usize, end: usize) -> bool {
    EVENTS.at(scene, index, end).is_some() || AWAITED.at(scene, index, end).is_some()
}

/// "The upcoming round of talks": the noun that the adjective stands before.
fn coming(scene: &Scene<'_>, index: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let noun = match scene.head(index) {
        Some(head) if scene.relation(index) == Some(Relation::Amod) => head,
        Some(_) => return None,
        None if scene.has_grammar() => return None,
        None => (index + 1..sentence.end.min(index + 4)).find(|at| is_event(scene, *at, sentence.end))?,
    };
    if !is_event(scene, noun, sentence.end) {
        return None;
    }
    // "Next to the report" and "the expected report of last year" are rarer than what is meant here.
    let start = if scene.has_grammar() { scene.subtree(noun).start.max(index.saturating_sub(4)) } else { index };
    let start = if start < index && scene.relation(start) == Some(Relation::Case) { start + 1 } else { start };
    Some(start..phrase_end(scene, noun))
}

/// An event that is said to be planned, to go on, or to have a day of its own.
fn event(reading: &Reading<'_>, index: usize, heading: bool) -> Option<(Range<usize>, usize, &'static str)> {
    let scene = reading.scene;
    // The preposition before an event is no part of it.
    let start = scene.subtree(index).start;
    let start = if scene.relation(start) == Some(Relation::Case) && scene.head(start) == Some(index) { start + 1 } else { start };
    let phrase = start..phrase_end(scene, index);
    if scene.lemma(index) == super::scene::number("deadline") {
        return Some((phrase, index, "deadline"));
    }
    if scene.relation(index) == Some(Relation::Nsubj) {
        let verb = scene.head(index)?;
        let future = scene
            .children(verb)
            .any(|child| scene.relation(child) == Some(Relation::Aux) && scene.is(child, &["will", "'ll", "’ll", "shall", "would"]));
        let present = matches!(scene.xpos(verb), Some(Xpos::Vbp | Xpos::Vbz)) || future;
        let passive =
            scene.children(verb).any(|child| scene.relation(child) == Some(Relation::Aux) && scene.is(child, &["is", "are", "'s", "be"]))
                || scene.child(verb, Relation::Cop).is_some_and(|cop| scene.is(cop, &["is", "are"]));
        if passive && PLANNED.at(scene, verb, verb + 1).is_some() && !scene.is_denied(verb) {
            return Some((phrase, verb, "planned_event"));
        }
        let held = scene.is_passive(verb) && ACTS.at(scene, verb, verb + 1).is_some();
        let told = scene.children(verb).any(|child| scene.is(child, &["would"]));
        if future && (held || GOES_ON.at(scene, verb, verb + 3).is_some()) && (!told || timed(reading, verb)) {
            return Some((phrase.start..scene.subtree(verb).end, verb, "future_event"));
        }
        if present && GOES_ON.at(scene, verb, verb + 3).is_some() && timed(reading, verb) {
            return Some((phrase.start..verb + 1, verb, "event_goes_on"));
        }
    }
    // "Talks to start this week", in a headline.
    let starts = scene.children(index).find(|child| {
        *child > index
            && scene.relation(*child) == Some(Relation::Acl)
            && scene.xpos(*child) == Some(Xpos::Vb)
            && GOES_ON.at(scene, *child, child + 3).is_some()
    });
    if let Some(starts) = starts.filter(|starts| timed(reading, *starts)) {
        return Some((phrase.start..scene.subtree(starts).end, starts, "future_event"));
    }
    // "Monday's talks", where the day is still to come.
    let owner = scene.children(index).find(|child| *child < index && in_time(reading, *child));
    // What was on a day before, or is told in the past, is no event to come; "next week's" and "ahead of" say that it is.
    let past = |owner: usize| {
        let to_come = (phrase.start.saturating_sub(2)..index).any(|at| scene.is(at, &["next", "tomorrow", "coming", "ahead", "before"]));
        let told = scene.governing(index).is_some_and(|verb| scene.xpos(verb) == Some(Xpos::Vbd));
        scene.is(owner, &["yesterday", "last"]) || !to_come && told || EVENTS.at(scene, index, index + 2).is_none()
    };
    let day = owner.filter(|owner| !past(*owner)).filter(|owner| scene.is(owner + 1, &["'s", "’s"]) && !heading);
    day.map(|owner| (phrase, owner, "event_of_a_day"))
}

/// Whether a token is part of an expression of time.
fn in_time(reading: &Reading<'_>, index: usize) -> bool {
    let Some(token) = reading.scene.token(index) else { return false };
    let first = reading.times.partition_point(|time| time.span.end <= token.span.start);
    reading.times.get(first).is_some_and(|time| time.span.contains(token.span))
}

/// Whether an expression of time hangs on a verb.
fn timed(reading: &Reading<'_>, verb: usize) -> bool {
    let clause = reading.scene.bytes(&reading.scene.subtree(verb));
    when(reading, clause).is_some()
}

/// Where the phrase of a noun ends: with what "of", "with" and "on" join to it, before clauses.
fn phrase_end(scene: &Scene<'_>, noun: usize) -> usize {
    let subtree = scene.subtree(noun);
    let clause = scene
        .children(noun)
        .find(|child| *child > noun && matches!(scene.relation(*child), Some(Relation::Acl | Relation::Parataxis | Relation::Appos)));
    clause.map_or(subtree.end, |clause| scene.subtree(clause).start).max(noun + 1)
}

/// "Will meet", "plans to name", "is set to visit": what the subject will do.
fn act(reading: &Reading<'_>, index: usize, sentence: &Range<usize>) -> Option<(Range<usize>, usize, &'static str)> {
    let scene = reading.scene;
    if scene.upos(index) == Some(Upos::Verb) && ENDS.at(scene, index, sentence.end).is_some() {
        return expires(reading, index, sentence);
    }
    if scene.upos(index) != Some(Upos::Verb) || ACTS.at(scene, index, sentence.end).is_none() {
        return None;
    }
    let end = scene.subtree(index).end.min(sentence.end).min(index + MOST);
    // What it depends on stands apart.
    let end = condition::within(scene, &(index..end)).first().map_or(end, |found| found.start.max(index + 1));
    // "The offer will be withdrawn": what is done to its subject.
    let subject = scene.child(index, Relation::Nsubj).filter(|subject| *subject < index && scene.is_passive(index));
    let start = subject.map_or(index, |subject| scene.subtree(subject).start.max(sentence.start).max(index.saturating_sub(40)));
    let what = start..end;
    if matches!(scene.relation(index), Some(Relation::Xcomp | Relation::Acl))
        && let Some(verb) = scene.head(index)
        && INTENDS.at(scene, verb, verb + 1).is_some()
        && (matches!(scene.xpos(verb), Some(Xpos::Vbp | Xpos::Vbz | Xpos::Vbn | Xpos::Jj))
            // "Agreed to meet on Monday": the day is still to come.
            || scene.xpos(verb) == Some(Xpos::Vbd) && scene.lemma(verb) == number("agree") && timed(reading, index))
        && scene.children(verb).all(|child| !scene.is(child, &["had", "not", "n't", "n’t"]))
        // "Was due to meet on Friday": told from before that day.
        && (scene.children(verb).all(|child| !scene.is(child, &["was", "were"])) || timed(reading, index))
    {
        return Some((what, verb, "intended_act"));
    }
    // "Are due to speak": the tree takes "due to" for one word before the verb.
    let due =
        scene.children(index).find(|child| *child < index && scene.is(*child, &["due"]) && scene.relation(*child) == Some(Relation::Mark));
    let was = || scene.children(index).any(|child| scene.is(child, &["was", "were"])) && timed(reading, index);
    if let Some(due) = due.filter(|_| scene.children(index).any(|child| scene.is(child, &["is", "are"])) || was()) {
        return Some((what, due, "intended_act"));
    }
    // "Is to hold a session on Wednesday".
    let to = scene.children(index).find(|child| *child < index && scene.is(*child, &["to"]));
    let is = to.and_then(|to| scene.children(index).find(|child| child + 1 == to && scene.is(*child, &["is", "are"])));
    let will = scene
        .children(index)
        .find(|child| scene.relation(*child) == Some(Relation::Aux) && scene.is(*child, &["will", "'ll", "’ll", "would", "shall"]));
    let will = is.or(will)?;
    let denied = scene.is_denied(index);
    (!denied && timed(reading, index)).then_some((what, will, "future_act"))
}

/// "The truce expires on 31 March": what ends, with its day.
fn expires(reading: &Reading<'_>, verb: usize, sentence: &Range<usize>) -> Option<(Range<usize>, usize, &'static str)> {
    let scene = reading.scene;
    let subject = scene.child(verb, Relation::Nsubj).filter(|subject| *subject < verb)?;
    let present = matches!(scene.xpos(verb), Some(Xpos::Vbp | Xpos::Vbz));
    let will = scene
        .children(verb)
        .any(|child| scene.relation(child) == Some(Relation::Aux) && scene.is(child, &["will", "'ll", "’ll", "would", "shall"]));
    let start = scene.subtree(subject).start.max(sentence.start).max(verb.saturating_sub(40));
    let end = scene.subtree(verb).end.min(sentence.end).min(verb + 40);
    ((present || will) && !scene.is_denied(verb) && timed(reading, verb)).then_some((start..end, verb, "expires"))
}
