//! Statements, actors and times in; out comes where each party stands, on what condition, what it undertook, and what is to come.
//!
//! | file | finds |
//! | --- | --- |
//! | `stated` | positions in what a party is reported to have said |
//! | `ascribed` | positions that the author or a third party reads into what a party does or wants |
//! | `issue` | what the words are about, out of a closed list |
//! | `stance` | how the words stand to it |
//! | `segment` | the clauses of a content, which may be about different issues |
//! | `condition` | what one thing is made to depend on |
//! | `commitment` | what somebody undertakes to do later |
//! | `outcome` | what became of it |
//! | `scheduled` | what is announced or expected |
//! | `point` | what a mediator's file lists besides: verification, guarantees, requirements, obstacles … |
//! | `compare` | the matrix of parties by issues, contrasts and overlaps |
//! | `course` | the timeline, words of sequence, background, and where the text does not agree with itself |
//! | `speech` | whose speech a text in the first person is |
//! | `holder` | whose position it is |
//! | `scene`, `vocabulary`, `phrase` | the look-ups in a text and in `data/position` that all of these ask |

mod ascribed;
mod commitment;
mod compare;
mod condition;
mod course;
mod holder;
mod issue;
mod outcome;
mod phrase;
mod point;
mod record;
mod scene;
mod scheduled;
mod segment;
mod speech;
mod stance;
mod stated;
mod vocabulary;

pub use course::{Background, Course, Inconsistency, Lane, Order, Row, Sequence};
pub use record::{
    Cell, Commitment, Comparison, Condition, Issue, Modality, Point, PointKind, Position, Positions, Scheduled, ScheduledKind, Stance,
    Status,
};

use std::cmp::Reverse;

use crate::{actor::Actors, ingest::Document, statement::Statement, syntax::Syntax, text::Span, time::TimeExpression};
use holder::Holders;
use scene::Scene;

/// What the phases before found in a text.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    document: &'a Document,
    scene: &'a Scene<'a>,
    holders: &'a Holders<'a>,
    statements: &'a [Statement],
    times: &'a [TimeExpression],
    /// What the text as a whole is about.
    topic: Option<Issue>,
}

/// How many statements of a sentence are looked at for the one that a stretch stands in.
const COMPARED: usize = 64;

impl<'a> Reading<'a> {
    /// The innermost statement of a sentence in whose content a stretch stands, with its index.
    fn said(&self, sentence: usize, span: Span) -> Option<(usize, &'a Statement)> {
        let first = self.statements.partition_point(|statement| statement.sentence < sentence);
        let same = self.statements.get(first..)?.iter().enumerate().take(COMPARED);
        let same = same.take_while(|(_, statement)| statement.sentence == sentence);
        let within = same.filter(|(_, statement)| statement.content.iter().any(|content| content.contains(span)));
        // Of two with the same content, one hands on the words of the other, which comes later.
        let length = |statement: &Statement| statement.content.iter().map(|content| content.len()).max();
        within.min_by_key(|(index, statement)| (length(statement), Reverse(*index))).map(|(index, statement)| (first + index, statement))
    }
}

/// Finds positions, conditions, commitments, scheduled events and points, and compares the parties.
pub fn find(document: &Document, syntax: &Syntax, actors: &Actors, times: &[TimeExpression], statements: &[Statement]) -> Positions {
    find_edited(document, syntax, actors, times, statements, &mut ())
}

/// Changes what was found before other things are made of it.
pub trait Edit {
    /// Before points are found among them and parties are compared.
    fn positions(&mut self, _: &mut Vec<Position>, _: &mut Vec<Condition>) {}
    /// Before they are put in the order of time.
    fn commitments(&mut self, _: &mut Vec<Commitment>, _: &mut Vec<Scheduled>, _: &mut Vec<Point>) {}
}

/// Changes nothing.
impl Edit for () {}

/// The same, with a look at what was found.
pub fn find_edited(
    document: &Document,
    syntax: &Syntax,
    actors: &Actors,
    times: &[TimeExpression],
    statements: &[Statement],
    edit: &mut dyn Edit,
) -> Positions {
    let scene = Scene::new(document.text(), syntax);
    let holders = Holders::new(&scene, actors);
    let reading = Reading { document, scene: &scene, holders: &holders, statements, times, topic: issue::topic(&scene) };
    let mut positions = Vec::new();
    stated::find(&reading, &mut positions);
    ascribed::find(&reading, &mut positions);
    speech::find(&reading, &mut positions);
    stated::settle(&mut positions);
    let mut conditions = condition::all(&reading);
    condition::bind(&mut positions, &conditions);
    edit.positions(&mut positions, &mut conditions);
    stated::follow(&scene, &mut positions);
    let mut commitments = commitment::find(&reading);
    let mut points = point::find(&reading, &positions, &conditions);
    let mut scheduled = scheduled::find(&reading, &conditions, &points);
    edit.commitments(&mut commitments, &mut scheduled, &mut points);
    Positions {
        course: course::find(&reading, &scheduled, &commitments),
        points,
        matrix: compare::matrix(&positions),
        comparisons: compare::compare(&reading, &positions),
        conditions,
        commitments,
        scheduled,
        positions,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{actor, ingest, statement, syntax};

    /// Shows the positions that are found where no grammar was read.
    fn check(text: &str, expected: &[&str]) {
        let document = ingest::ingest("case.txt", text.as_bytes(), &crate::Options::default()).unwrap();
        let syntax = syntax::parse(&document);
        let actors = actor::find(&document, &syntax);
        let statements = statement::find(&document, &syntax, &actors, None);
        let found = find(&document, &syntax, &actors, &[], &statements);
        let line = |position: &Position| {
            let conditions: Vec<&str> = position.conditions.iter().map(|span| span.of(text)).collect();
            let words = position.evidence.of(text);
            format!("{} {} {} | {words} | {}", position.holder, position.issue.name(), position.stance.name(), conditions.join(" … "))
        };
        assert_eq!(found.positions.iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_alone_show_positions() {
        check(
            "Norway urged Sudan to reopen the humanitarian corridors if the truce holds.",
            &["NOR humanitarian demand | Norway urged Sudan to reopen the humanitarian corridors | if the truce holds"],
        );
        check("Jordan said the hostages must be released.", &["JOR humanitarian demand | the hostages must be released | "]);
        check("Jordan said the bus had stopped.", &[]);
    }
}
