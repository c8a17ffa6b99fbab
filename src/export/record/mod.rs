//! A report in; out come its records in one form, so that every kind of document says the same of them.

mod audit;
mod position;
mod statement;

use std::collections::BTreeMap;

use super::words::Index;
use crate::report::{Range, Report};

/// The records of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The word that the report uses for the kind.
    pub kind: &'static str,
    /// What they are, for people.
    pub title: &'static str,
    /// The records, in the order of the text.
    pub records: Vec<Record>,
}

/// One record.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// What it says, in a few words.
    pub heading: String,
    /// The words that show it; several where others stand between them.
    pub places: Vec<Range>,
    /// What else is known of it, by name; the same names for all records of a kind, with nothing where nothing is known.
    fields: Vec<(&'static str, String)>,
}

impl Record {
    fn new(heading: String, places: Vec<Range>) -> Self {
        Self { heading, places, fields: Vec::new() }
    }

    fn fact(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// What is known of it besides, by name.
    pub fn facts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.fields.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (*name, value.as_str()))
    }

    /// All its fields, by name.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.fields.iter().map(|(name, value)| (*name, value.as_str()))
    }
}

/// All records of a report, kind by kind; kinds that do not occur are left out. The report's places must not count bytes of the file.
pub fn sections(report: &Report, text: &str) -> Vec<Section> {
    let view = View::new(report, text);
    let mut sections = vec![
        Section { kind: "statement", title: "Who said what", records: view.statements() },
        Section { kind: "position", title: "Where the parties stand", records: view.positions() },
        Section { kind: "condition", title: "Conditions", records: view.conditions() },
        Section { kind: "commitment", title: "Commitments", records: view.commitments() },
        Section { kind: "scheduled", title: "What is announced", records: view.scheduled() },
        Section { kind: "point", title: "Points on the file", records: view.points() },
        Section { kind: "time", title: "Dates and times", records: view.times() },
        Section { kind: "finding", title: "What to look at in the sourcing", records: view.findings() },
        Section { kind: "claim", title: "Worth checking", records: view.claims() },
    ];
    sections.retain(|section| !section.records.is_empty());
    sections
}

/// A report with what is looked up in it.
struct View<'a> {
    report: &'a Report,
    index: Index<'a>,
    actors: BTreeMap<&'a str, &'a str>,
    /// The hedges by the id of their statement.
    hedges: BTreeMap<&'a str, Vec<&'a Range>>,
}

impl<'a> View<'a> {
    fn new(report: &'a Report, text: &'a str) -> Self {
        let mut hedges: BTreeMap<&str, Vec<&Range>> = BTreeMap::new();
        for hedge in &report.hedges {
            if let Some(id) = &hedge.statement {
                hedges.entry(id).or_default().push(&hedge.span);
            }
        }
        let actors = report.actors.iter().map(|actor| (actor.id.as_str(), actor.name.as_str())).collect();
        Self { report, index: Index::new(report.offsets, text), actors, hedges }
    }

    /// The words of a place, white space folded.
    fn words(&self, range: &Range) -> String {
        folded(&self.index.words(range))
    }

    fn optional(&self, range: Option<&Range>) -> String {
        range.map(|range| self.words(range)).unwrap_or_default()
    }

    fn actor(&self, id: Option<&String>) -> &'a str {
        id.and_then(|id| self.actors.get(id.as_str())).copied().unwrap_or("")
    }

    /// Whose voice words are in that belong to a statement.
    fn voice(&self, statement: Option<&String>) -> String {
        // Statements are named by their order: "s1" is the first.
        let index = statement.and_then(|id| id.strip_prefix('s')?.parse::<usize>().ok()?.checked_sub(1));
        let Some(found) = index.and_then(|index| self.report.statements.get(index)) else { return String::new() };
        let actor = self.actor(found.actor.as_ref());
        if actor.is_empty() { self.optional(found.source.as_ref()) } else { actor.to_owned() }
    }
}

/// A word of the report as people write it.
fn plain(word: &str) -> String {
    word.replace('_', " ")
}

/// The same words with single spaces between them.
pub fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
