//! What somebody undertakes to do later.

use std::ops::Range;

use super::{
    Commitment, Reading, Status, condition,
    course::{CourseWord, course_words},
    outcome,
    scene::{MOST, Scene, number},
    segment,
    stated::holders,
    vocabulary::COMMITMENTS,
};
use crate::{
    statement::{Mode, Statement},
    syntax::{Relation, Upos, Xpos},
    text::Span,
    time::TimeKind,
};

/// Finds commitments: by verbs and nouns of promising, and by what a party says of itself with "will".
pub fn find(reading: &Reading<'_>) -> Vec<Commitment> {
    let mut found: Vec<Commitment> = Vec::new();
    for (index, statement) in reading.statements.iter().enumerate() {
        let codes = holders(reading, statement);
        // Who speaks for no state or body that has a code can still promise.
        let nameless = codes.is_empty();
        let someone = statement.actor.is_some() && statement.source.is_some_and(|source| !reading.holders.is_observer(source));
        if statement.negated || nameless && !someone {
            continue;
        }
        let scene = reading.scene;
        let cue = statement.cue.map(|cue| scene.tokens(cue)).unwrap_or(0..0);
        // "Agreed to reduce": with the infinitive that is undertaken.
        let agreed = || statement.rule == "to_infinitive" && cue.clone().any(|index| COMMITMENTS.at(scene, index, cue.end + 1).is_some());
        let promised = statement.cue_lemma.as_deref().and_then(|lemma| COMMITMENTS.word(number(lemma))).is_some() || agreed();
        // In reported speech "would" is the "will" of then.
        let past = statement.mode != Mode::Direct && cue.clone().any(|index| scene.xpos(index) == Some(Xpos::Vbd));
        let mut whats: Vec<(Span, &'static str)> = Vec::new();
        for content in &statement.content {
            let range = scene.tokens(*content);
            if promised {
                let until = condition::within(scene, &range).first().map_or(range.end, |found| found.start.max(range.start + 1));
                whats.push((scene.bytes(&(range.start..until)), "promise"));
                break;
            }
            if nameless {
                continue;
            }
            let conditions = condition::within(scene, &range);
            let clauses = segment::segments(scene, &range).into_iter();
            let own = clauses.filter_map(|clause| undertaken(reading, &clause, &conditions, &codes, (past, statement.mode)));
            whats.extend(own.map(|what| (what, "own_will")));
        }
        // What several undertake, each undertakes.
        let by = if nameless { vec![None] } else { codes.iter().cloned().map(Some).collect() };
        let all = whats.iter().flat_map(|what| by.iter().map(move |by| (*what, by.clone())));
        for ((what, rule), by) in all {
            if found.iter().rev().take(16).any(|other| other.by == by && other.what.overlaps(what)) {
                continue;
            }
            found.push(Commitment {
                to: to(reading, statement, what, &codes),
                by,
                what,
                when: when(reading, what),
                made: made(reading, statement, what),
                undated: undated(reading, statement),
                statement: Some(index),
                shown: None,
                status: Status::Made,
                rule,
            });
        }
    }
    in_speech(reading, &mut found);
    outcome::settle(reading, &mut found);
    found
}

/// Adds what a text that is a speech undertakes in its own voice: "we shall deploy ten observers".
fn in_speech(reading: &Reading<'_>, found: &mut Vec<Commitment>) {
    let scene = reading.scene;
    for (number, sentence) in scene.syntax.sentences.iter().enumerate() {
        let Some(voice) = reading.holders.voice_at(sentence.span.start) else { continue };
        let codes = [voice.to_owned()];
        let range = sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + MOST);
        let conditions = condition::within(scene, &range);
        for clause in segment::segments(scene, &range) {
            // What is told as somebody's words is read there; "we" in what is only ascribed to others is still the speaker.
            let Some(what) = undertaken(reading, &clause, &conditions, &codes, (false, Mode::Direct)) else { continue };
            let said = reading.said(number, what).map(|(_, statement)| statement);
            let own = said.is_none_or(|said| said.mode == Mode::Indirect && !holders(reading, said).iter().any(|code| code == voice));
            let subject = scene.top(&clause).and_then(|top| scene.child(top, Relation::Nsubj));
            if !own || said.is_some() && !subject.is_some_and(|subject| is_own(scene, subject)) {
                continue;
            }
            found.push(Commitment {
                by: Some(voice.to_owned()),
                to: reading.holders.named(what).into_iter().take(1).filter(|code| code != voice).collect(),
                what,
                when: when(reading, what),
                made: None,
                undated: None,
                statement: None,
                shown: None,
                status: Status::Made,
                rule: "own_will",
            });
        }
    }
    found.sort_by_key(|found| (found.what.start, found.what.end));
}

/// When it was undertaken: the expression of time between who undertakes and what is undertaken.
fn made(reading: &Reading<'_>, statement: &Statement, what: Span) -> Option<Span> {
    let start = [statement.source, statement.cue].into_iter().flatten().map(|span| span.start).min()?;
    let between = Span::new(start.min(what.start), what.start);
    when(reading, between)
}

/// The words of the same sentence that say that no date was set.
fn undated(reading: &Reading<'_>, statement: &Statement) -> Option<Span> {
    let scene = reading.scene;
    let tokens = scene.syntax.sentences.get(statement.sentence)?.tokens.clone();
    let near = tokens.start..tokens.end.min(tokens.start + super::scene::MOST);
    let found = near.clone().find_map(|index| match course_words(scene, index, near.end) {
        Some((length, CourseWord::Undated)) => Some(index..index + length),
        _ => None,
    });
    found.map(|words| scene.bytes(&words))
}

/// What a clause says its own speaker will do.
fn undertaken(
    reading: &Reading<'_>,
    clause: &Range<usize>,
    conditions: &[Range<usize>],
    codes: &[String],
    (past, mode): (bool, Mode),
) -> Option<Span> {
    let scene = reading.scene;
    let top = scene.top(clause).filter(|top| scene.upos(*top) == Some(Upos::Verb))?;
    let will = scene.children(top).find(|child| {
        scene.relation(*child) == Some(Relation::Aux) && scene.is(*child, if past { &["would"] } else { &["will", "'ll", "’ll", "shall"] })
    })?;
    let subject = scene.child(top, Relation::Nsubj)?;
    // "We will send ten, as the Union asked" is not what the Union will do.
    let place = scene.token(subject).map_or(0, |token| token.span.start);
    let another = || reading.holders.voice_at(place).is_some_and(|voice| !codes.iter().any(|code| code == voice));
    let own = is_own(scene, subject) && (mode != Mode::Indirect || !another())
        || !is_own(scene, subject) && reading.holders.is_self(subject, codes);
    let told = scene.lemma(top) == number("be") || scene.is_passive(top);
    // "Any deal made without us" is one thing; what the verb itself depends on stands apart.
    let in_noun = |found: &Range<usize>| {
        let governor = scene.top(found).and_then(|top| scene.head(top)).filter(|governor| clause.contains(governor));
        governor.is_some_and(|governor| scene.relation(governor) == Some(Relation::Acl))
    };
    let until =
        conditions.iter().filter(|found| !in_noun(found)).map(|found| found.start).find(|start| (top + 1..clause.end).contains(start));
    let until = until.unwrap_or(clause.end);
    // What it will not do is undertaken as well.
    (own && !told && will < top).then(|| scene.bytes(&(will + 1..until)))
}

fn is_own(scene: &Scene<'_>, subject: usize) -> bool {
    scene.is(subject, &["we", "i"])
}

/// To whom: who was addressed, else who is named in it first.
fn to(reading: &Reading<'_>, statement: &Statement, what: Span, codes: &[String]) -> Vec<String> {
    let addressed = statement.addressee.map(|span| reading.holders.named(span)).unwrap_or_default();
    let named = if addressed.is_empty() { reading.holders.named(what).into_iter().take(1).collect() } else { addressed };
    named.into_iter().filter(|code| !codes.contains(code)).collect()
}

/// How many expressions of time of a stretch are looked at.
const TIMES: usize = 8;

/// The first expression of time in a stretch; a length ("for three days") only where there is no place on the calendar.
pub fn when(reading: &Reading<'_>, what: Span) -> Option<Span> {
    let first = reading.times.partition_point(|time| time.span.end <= what.start);
    let inside = || reading.times.get(first..).unwrap_or(&[]).iter().take(TIMES).take_while(|time| time.span.start < what.end);
    let mut inside = inside().filter(|time| what.contains(time.span)).peekable();
    let any = inside.peek().map(|time| time.span);
    inside.find(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time)).map(|time| time.span).or(any)
}
