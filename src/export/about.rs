//! What a document says of a text before its records: what it is, how it is sourced, what the reader changed.

use super::{record::folded, words::Index};
use crate::report::{Correction, Report};

/// The title of a text, or its name where it has none.
pub fn title(report: &Report) -> String {
    report.document.title.as_deref().map_or_else(|| folded(&report.document.name), folded)
}

/// What it is and where it comes from, by name.
pub fn facts(report: &Report) -> Vec<(&'static str, String)> {
    let document = &report.document;
    let metadata = &report.metadata;
    let stated = |stated: &Option<crate::report::Stated>| stated.as_ref().map(|stated| folded(&stated.value)).unwrap_or_default();
    let said_by = match document.anchor_by {
        Some("reader") => " (the day that the reader set)",
        Some("reader_default") => " (the day that the reader set for texts without one)",
        _ => "",
    };
    let counts = &report.sourcing.grades;
    let grades = [
        ("named", counts.named),
        ("office", counts.role),
        ("institution", counts.institution),
        ("document", counts.document),
        ("group", counts.collective),
        ("anonymous", counts.anonymous),
        ("no source", counts.none),
    ];
    let grades: Vec<String> = grades.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}")).collect();
    let shares = &report.audit.shares;
    let facts = [
        ("File", folded(&document.name)),
        ("SHA-256", document.sha256.clone()),
        ("Written by", stated(&metadata.byline)),
        ("Published by", stated(&metadata.publisher)),
        ("Dated", document.date.clone().unwrap_or_default()),
        ("Relative dates counted from", document.anchor.as_ref().map(|anchor| format!("{anchor}{said_by}")).unwrap_or_default()),
        ("Length", format!("{} words", document.words)),
        ("Statements by source", grades.join(", ")),
        ("Whose words", format!("{} of {} words are reported from somebody", shares.attributed, shares.words)),
        ("Places count", unit(report.offsets).to_owned()),
        ("Read by", format!("{}, {}", report.generator, report.schema)),
    ];
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// What offsets count, in words.
pub fn unit(offsets: &str) -> &str {
    match offsets {
        "chars" => "characters (Unicode code points)",
        "utf16" => "UTF-16 units",
        "bytes" => "bytes of the file",
        other => other,
    }
}

/// The matrix of parties by issues: its columns, then a row a party.
pub fn matrix(report: &Report) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let mut issues: Vec<&str> = Vec::new();
    let mut parties: Vec<&str> = Vec::new();
    for cell in &report.matrix {
        if !issues.contains(&cell.issue) {
            issues.push(cell.issue);
        }
        // Cells come party by party.
        if parties.last() != Some(&cell.party.as_str()) && !parties.contains(&cell.party.as_str()) {
            parties.push(&cell.party);
        }
    }
    if parties.is_empty() {
        return None;
    }
    let mut rows: Vec<Vec<String>> = parties.iter().map(|party| vec![(*party).to_owned(); 1]).collect();
    for row in &mut rows {
        row.resize(issues.len() + 1, String::new());
    }
    for cell in &report.matrix {
        let row = parties.iter().position(|party| *party == cell.party).and_then(|at| rows.get_mut(at));
        let column = issues.iter().position(|issue| *issue == cell.issue);
        if let (Some(row), Some(column)) = (row, column)
            && let Some(place) = row.get_mut(column + 1)
        {
            let mut stances = cell.stances.clone();
            stances.dedup();
            *place = format!("{}{}", stances.join(", "), if cell.conditional { " (on condition)" } else { "" });
        }
    }
    let columns = std::iter::once("Party".to_owned()).chain(issues.iter().map(|issue| issue.replace('_', " "))).collect();
    Some((columns, rows))
}

/// What the reader changed, a line each.
pub fn corrections(report: &Report, text: &str) -> Vec<String> {
    let index = Index::new(report.offsets, text);
    report.corrections.iter().map(|correction| line(correction, &index)).collect()
}

fn line(correction: &Correction, index: &Index<'_>) -> String {
    let words = correction.span.as_ref().map(|span| folded(&index.words(span))).unwrap_or_default();
    let quoted = |value: &Option<String>| folded(value.as_deref().unwrap_or_default());
    let what = match correction.what {
        "rename" => format!("“{}” is “{}”", quoted(&correction.name), quoted(&correction.to)),
        "reject" => format!("rejected as a {}: “{words}”", correction.kind),
        _ => {
            let changes = [("said by", &correction.actor), ("speaks for", &correction.affiliation), ("sourced to", &correction.grade)];
            let changes = changes.iter().filter(|(_, value)| value.is_some());
            let changes: Vec<String> = changes.map(|(name, value)| format!("{name} “{}”", quoted(value))).collect();
            format!("{} of the {}: “{words}”", changes.join(", "), correction.kind)
        }
    };
    if correction.met { what } else { format!("{what} (not found in this reading)") }
}
