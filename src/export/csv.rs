//! CSV after RFC 4180: one row a record, with its words.

use std::collections::BTreeMap;

use csv::{Terminator, WriterBuilder};

use super::{record, words::Index};
use crate::report::{Range, Report};

const COLUMNS: [&str; 25] = [
    "file",
    "sha256",
    "id",
    "said_by",
    "affiliation",
    "grade",
    "source",
    "cue",
    "content",
    "mode",
    "addressee",
    "offsets",
    "start",
    "end",
    "act",
    "endorsement",
    "voice",
    "venue",
    "occasion",
    "medium",
    "repeated",
    "hedges",
    "level",
    "parent",
    "why",
];

/// The statements of a report as a table. `text` is what its offsets point into; they must count code points or UTF-16 units,
/// since bytes of the original file cannot be looked up in a text: cells of words stay empty then.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
pub fn statements(report: &Report, text: &str) -> String {
    table(report, text, true)
}

/// The same without the names of the columns: for every file but the first when many make one table.
pub fn statement_rows(report: &Report, text: &str) -> String {
    table(report, text, false)
}

fn table(report: &Report, text: &str, header: bool) -> String {
    let index = Index::new(report.offsets, text);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail; a row that could not be written would be missing, never wrong.
    if header {
        let _ = writer.write_record(COLUMNS);
    }
    let hedges = hedges(report);
    for statement in &report.statements {
        let hedges: Vec<String> = hedges.get(statement.id.as_str()).into_iter().flatten().map(|range| index.words(range)).collect();
        let said_by = statement.actor.as_ref().and_then(|id| report.actors.iter().find(|actor| &actor.id == id));
        let words = |range: Option<&Range>| range.map(|range| index.words(range)).unwrap_or_default();
        let content: Vec<String> = statement.content.iter().map(|range| index.words(range)).collect();
        let place = |at: Option<&Range>, end: bool| at.map(|r| if end { r.end } else { r.start }.to_string()).unwrap_or_default();
        let _ = writer.write_record([
            harmless(&report.document.name),
            report.document.sha256.clone(),
            statement.id.clone(),
            harmless(said_by.map_or("", |actor| &actor.name)),
            statement.affiliation.clone().unwrap_or_default(),
            statement.grade.to_owned(),
            harmless(&words(statement.source.as_ref())),
            harmless(&words(statement.cue.as_ref())),
            harmless(&content.join(" … ")),
            statement.mode.to_owned(),
            harmless(&words(statement.addressee.as_ref())),
            report.offsets.to_owned(),
            place(statement.content.first(), false),
            place(statement.content.last(), true),
            statement.act.unwrap_or_default().to_owned(),
            statement.endorsement.unwrap_or_default().to_owned(),
            statement.voice.to_owned(),
            harmless(&words(statement.venue.as_ref())),
            harmless(&words(statement.occasion.as_ref())),
            harmless(&words(statement.medium.as_ref())),
            harmless(&words(statement.repeated.as_ref())),
            harmless(&hedges.join("; ")),
            statement.level.to_string(),
            statement.parent.clone().unwrap_or_default(),
            harmless(&statement.why),
        ]);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The records of a kind, one row each, in a form that is the same for all kinds: file, SHA-256, kind, what it says, its words and places,
/// then what is known of that kind besides. As for [`statements`], the report's offsets must not count bytes. Without a record of the kind the table is
/// empty; with `header` the names of the columns come first.
pub fn table_of(report: &Report, text: &str, kind: &str, header: bool) -> String {
    const FIRST: [&str; 8] = ["file", "sha256", "kind", "record", "words", "offsets", "start", "end"];
    let sections = record::sections(report, text);
    let Some(section) = sections.iter().find(|section| section.kind == kind) else { return String::new() };
    let index = Index::new(report.offsets, text);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    if let Some(first) = section.records.first().filter(|_| header) {
        // As in `table`, writing to memory cannot fail.
        let _ = writer.write_record(FIRST.into_iter().chain(first.fields().map(|(name, _)| name)));
    }
    for record in &section.records {
        let words: Vec<String> = record.places.iter().map(|place| index.words(place)).collect();
        let place = |at: Option<&Range>, end: bool| at.map(|r| if end { r.end } else { r.start }.to_string()).unwrap_or_default();
        let first = [
            harmless(&report.document.name),
            report.document.sha256.clone(),
            kind.to_owned(),
            harmless(&record.heading),
            harmless(&words.join(" … ")),
            report.offsets.to_owned(),
            place(record.places.first(), false),
            place(record.places.last(), true),
        ];
        let _ = writer.write_record(first.into_iter().chain(record.fields().map(|(_, value)| harmless(value))));
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The hedges by the id of their statement.
fn hedges(report: &Report) -> BTreeMap<&str, Vec<&Range>> {
    let mut found: BTreeMap<&str, Vec<&Range>> = BTreeMap::new();
    for hedge in &report.hedges {
        if let Some(id) = &hedge.statement {
            found.entry(id).or_default().push(&hedge.span);
        }
    }
    found
}

/// The same words, white space folded, made safe for spreadsheets.
fn harmless(words: &str) -> String {
    let folded = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if folded.starts_with(['=', '+', '-', '@']) { format!("'{folded}") } else { folded }
}
