//! The course of events of a report as lines that a person can check.

use rapporteur::report::Report;

use super::render::Text;

fn optional(text: &Text, range: Option<&rapporteur::report::Range>) -> String {
    range.map_or("-".to_owned(), |range| text.words(range))
}

/// `lane value first day | when | what`, then whether it is background.
pub fn timeline(report: &Report, text: &Text) -> Vec<String> {
    let line = |row: &rapporteur::report::TimelineRow| {
        let (value, first) = (row.value.as_deref().unwrap_or("-"), row.first.as_deref().unwrap_or("-"));
        let background = if row.background { " | background" } else { "" };
        format!("{} {value} {first} | {} | {}{background}", row.lane, optional(text, row.time.as_ref()), text.words(&row.span))
    };
    report.timeline.iter().map(line).collect()
}

/// `order: words | of what | beside what`.
pub fn sequence(report: &Report, text: &Text) -> Vec<String> {
    let line = |found: &rapporteur::report::Sequence| {
        format!("{}: {} | {} | {}", found.order, text.words(&found.span), text.words(&found.what), optional(text, found.anchor.as_ref()))
    };
    report.sequence.iter().map(line).collect()
}

/// `kind: words | words`.
pub fn inconsistencies(report: &Report, text: &Text) -> Vec<String> {
    let line = |found: &rapporteur::report::Inconsistency| {
        let spans: Vec<String> = found.spans.iter().map(|span| text.words(span)).collect();
        format!("{}: {}", found.kind, spans.join(" | "))
    };
    report.inconsistencies.iter().map(line).collect()
}

/// How positions change: `holder issue stance: shift | words`.
pub fn changes(report: &Report, text: &Text) -> Vec<String> {
    let changed = report.positions.iter().filter(|position| position.shift.is_some() || position.earlier.is_some());
    let line = |position: &rapporteur::report::Position| {
        let shift = position.shift.unwrap_or("again");
        format!("{} {} {}: {shift} | {}", position.holder, position.issue, position.stance, text.words(&position.evidence))
    };
    changed.map(line).collect()
}
