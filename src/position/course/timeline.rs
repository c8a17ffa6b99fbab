//! What happened or is to happen when: rows by dates, by periods with a name, by what is announced, and by words that say that no date is known.

use std::ops::Range;

use super::{Background, CourseWord, Lane, Row, course_words};
use crate::{
    position::{Commitment, Reading, Scheduled, scene::Scene},
    syntax::{Relation, Upos},
    text::Span,
    time::{TimeExpression, TimeKind},
};

/// How many steps towards the root are gone at most.
const CLIMBED: usize = 8;
/// How long what is shown of an event is at most, in tokens; a longer sentence is no row.
const LONGEST: usize = 90;

/// The rows: what has days on the calendar in their order, then the rest in the order of the text.
pub fn find(reading: &Reading<'_>, scheduled: &[Scheduled], commitments: &[Commitment], background: &[Background]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    dated(reading, &mut rows);
    by_words(reading, &mut rows);
    announced(reading, scheduled, commitments, &mut rows);
    for row in &mut rows {
        let at = background.partition_point(|passage| passage.span.end <= row.span.start);
        row.background = background.get(at).is_some_and(|passage| passage.span.overlaps(row.span));
        row.statement = row.statement.or_else(|| statement(reading, row.time.unwrap_or(row.span)));
    }
    rows.sort_by_key(|row| (row.days.is_none(), row.days, row.span.start, row.span.end, row.rule));
    rows.dedup_by(|later, row| later.span == row.span && later.time == row.time);
    rows
}

fn row(span: Span, time: Option<&TimeExpression>, lane: Lane, rule: &'static str) -> Row {
    Row {
        span,
        time: time.map(|time| time.span),
        value: time.map(|time| time.value.clone()),
        days: time.and_then(|time| time.days),
        lane,
        background: false,
        statement: None,
        rule,
    }
}

/// "NATO promised in 2008 …": a date with the clause that it stands in.
fn dated(reading: &Reading<'_>, rows: &mut Vec<Row>) {
    let scene = reading.scene;
    for time in reading.times.iter().filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time)) {
        let tokens = scene.tokens(time.span);
        let Some(clause) = clause(scene, &tokens) else { continue };
        let span = scene.bytes(&clause);
        let is_reference = time.value.ends_with("_REF");
        // "Now" and "recently" tell little: they are rows only where they are all that is told of a past or coming event.
        if is_reference && (time.value == "PRESENT_REF" || scene.sentence_index(tokens.start) != scene.sentence_index(clause.start)) {
            continue;
        }
        let lane = match () {
            () if time.value == "FUTURE_REF" || is_future(scene, &clause) => Lane::Future,
            () if is_reference => Lane::Undated,
            () => Lane::Dated,
        };
        rows.push(row(span, Some(time), lane, if is_reference { "time_reference" } else { "date" }));
    }
}

/// The clause that a stretch stands in: what hangs on the next verb above it, with the noun that a participle belongs to.
fn clause(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let sentence = scene.syntax.sentences.get(scene.sentence_index(tokens.start))?.tokens.clone();
    let whole = sentence.start..sentence.end.min(sentence.start + LONGEST);
    let Some(top) = scene.top(tokens) else { return Some(whole) };
    let mut at = top;
    for _ in 0..CLIMBED {
        if scene.upos(at) == Some(Upos::Verb) || scene.child(at, Relation::Cop).is_some() {
            let noun = scene.head(at).filter(|_| scene.relation(at) == Some(Relation::Acl));
            let subtree = scene.subtree(noun.unwrap_or(at));
            return Some(subtree.start.max(sentence.start)..subtree.end.min(sentence.end).min(subtree.start + LONGEST));
        }
        match scene.head(at) {
            Some(head) => at = head,
            None => break,
        }
    }
    Some(whole)
}

/// Whether a clause tells of what is to come.
fn is_future(scene: &Scene<'_>, clause: &Range<usize>) -> bool {
    let Some(top) = scene.top(clause) else { return false };
    let aux = |child: usize| {
        scene.relation(child) == Some(Relation::Aux) && scene.is(child, &["will", "'ll", "’ll", "shall"])
            || scene.is(child, &["going"]) && scene.is(child + 1, &["to"])
    };
    scene.children(top).any(aux)
}

/// Periods with a name, and words that say that no date is known.
fn by_words(reading: &Reading<'_>, rows: &mut Vec<Row>) {
    let scene = reading.scene;
    for sentence in &scene.syntax.sentences {
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            let Some((length, word)) = course_words(scene, index, sentence.tokens.end) else {
                index += 1;
                continue;
            };
            let words = index..index + length;
            index = words.end;
            let whole = || scene.bytes(&(sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + LONGEST)));
            match word {
                CourseWord::Period(years) if !is_attribute(scene, &words) => {
                    let found = Row {
                        time: Some(scene.bytes(&words)),
                        value: Some(years.to_owned()),
                        days: days(years),
                        ..row(whole(), None, Lane::Period, "period")
                    };
                    rows.push(found);
                }
                CourseWord::Undated => {
                    let span = clause(scene, &words).map_or_else(whole, |clause| scene.bytes(&clause));
                    rows.push(Row { time: Some(scene.bytes(&words)), ..row(span, None, Lane::Undated, "no_date") });
                }
                _ => {}
            }
        }
    }
}

/// "A Cold War-era arrangement": the period only modifies.
fn is_attribute(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let last = words.end.saturating_sub(1);
    scene.is(words.end, &["-", "‑", "–"])
        || matches!(scene.relation(last), Some(Relation::Amod | Relation::Compound)) && scene.upos(last) != Some(Upos::Propn)
        || scene.relation(last) == Some(Relation::Compound) && scene.head(last).is_some_and(|head| head >= words.end)
}

/// The days of years written "1947/1991"; a period that goes on ends on its first day, so that it sorts by its beginning.
fn days(years: &str) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    let (first, last) = years.split_once('/')?;
    let first = chrono::NaiveDate::from_ymd_opt(first.parse().ok()?, 1, 1)?;
    let last = last.parse().ok().and_then(|last| chrono::NaiveDate::from_ymd_opt(last, 12, 31)).unwrap_or(first);
    Some((first, last))
}

/// What is announced or undertaken is to come.
fn announced(reading: &Reading<'_>, scheduled: &[Scheduled], commitments: &[Commitment], rows: &mut Vec<Row>) {
    let time = |span: Option<Span>| {
        let span = span?;
        let first = reading.times.partition_point(|time| time.span.end <= span.start);
        reading.times.get(first).filter(|time| time.span.overlaps(span))
    };
    for event in scheduled {
        let when = time(event.when);
        // The date has a row of its own already: it is this event's.
        rows.retain(|row| row.rule != "date" || when.is_none_or(|when| row.time != Some(when.span)) || !row.span.overlaps(event.what));
        rows.push(row(event.what, when, Lane::Future, "scheduled"));
    }
    for commitment in commitments.iter().filter(|commitment| commitment.status == crate::position::Status::Made) {
        rows.push(row(commitment.what, time(commitment.when), Lane::Future, "undertaken"));
    }
}

/// The statement in whose content a place stands.
fn statement(reading: &Reading<'_>, span: Span) -> Option<usize> {
    let number = reading.scene.sentence_index(reading.scene.tokens(span).start);
    let first = reading.statements.partition_point(|statement| statement.sentence < number);
    let same = reading.statements.get(first..).unwrap_or(&[]).iter().enumerate().take(16);
    let within = same
        .take_while(|(_, statement)| statement.sentence == number)
        .filter(|(_, statement)| statement.content.iter().any(|content| content.contains(span)));
    within.map(|(index, _)| first + index).last()
}
