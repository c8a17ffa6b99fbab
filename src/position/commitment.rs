//! What somebody undertakes to do later.

use std::ops::Range;

use super::{
    Commitment, Reading, Status, condition,
    course::{CourseWord, course_words},
    outcome,
    scene::{Scene, number},
    segment,
    stated::holders,
    vocabulary::COMMITMENTS,
};
use crate::{
    statement::{Mode, Statement},
    syntax::{Relation, Upos, Xpos},
    text::Span,
};

/// Finds commitments: by verbs and nouns of promising, and by what a party says of itself with "will".
pub fn find(reading: &Reading<'_>) -> Vec<Commitment> {
    let mut found: Vec<Commitment> = Vec::new();
    for (index, statement) in reading.statements.iter().enumerate() {
        let codes = holders(reading, statement);
        if codes.is_empty() || statement.negated {
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
            let clauses = segment::segments(scene, &range).into_iter();
            whats.extend(clauses.filter_map(|clause| undertaken(reading, &clause, &codes, past)).map(|what| (what, "own_will")));
        }
        for (what, rule) in whats {
            let by = codes.first().cloned();
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
    outcome::settle(reading, &mut found);
    found
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
fn undertaken(reading: &Reading<'_>, clause: &Range<usize>, codes: &[String], past: bool) -> Option<Span> {
    let scene = reading.scene;
    let top = scene.top(clause).filter(|top| scene.upos(*top) == Some(Upos::Verb))?;
    let will = scene.children(top).find(|child| {
        scene.relation(*child) == Some(Relation::Aux) && scene.is(*child, if past { &["would"] } else { &["will", "'ll", "’ll", "shall"] })
    })?;
    let subject = scene.child(top, Relation::Nsubj)?;
    let own = is_own(scene, subject) || reading.holders.is_self(subject, codes);
    let told = scene.lemma(top) == number("be") || scene.is_passive(top);
    // What it will not do is undertaken as well.
    (own && !told && will < top).then(|| scene.bytes(&(will + 1..clause.end)))
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

/// The first expression of time in a stretch.
pub fn when(reading: &Reading<'_>, what: Span) -> Option<Span> {
    let first = reading.times.partition_point(|time| time.span.end <= what.start);
    reading.times.get(first).map(|time| time.span).filter(|span| what.contains(*span))
}
