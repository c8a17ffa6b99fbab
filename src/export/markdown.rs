//! Markdown (CommonMark, tables as GitHub has them): a text's records for people, in a form that any editor shows.

use super::{
    about,
    record::{self, Record, Section, folded},
    words::Index,
};
use crate::report::Report;

/// The report of a text as Markdown; reports may follow one another. `text` is what the report's offsets point into; they must not count bytes
/// of the file. Nothing of the text can act as markup.
pub fn markdown(report: &Report, text: &str) -> String {
    let index = Index::new(report.offsets, text);
    let mut out = format!("# {}\n\n", escaped(&about::title(report)));
    for (name, value) in about::facts(report) {
        out.push_str(&format!("- {name}: {}\n", escaped(&value)));
    }
    let corrections = about::corrections(report, text);
    if !corrections.is_empty() {
        out.push_str("\n## Corrected by the reader\n\n");
        for line in corrections {
            out.push_str(&format!("- {}\n", escaped(&line)));
        }
    }
    if let Some((columns, rows)) = about::matrix(report) {
        out.push_str("\n## Parties and issues\n\n");
        row(&mut out, &columns);
        out.push_str(&format!("|{}\n", " --- |".repeat(columns.len())));
        rows.iter().for_each(|cells| row(&mut out, cells));
    }
    for section in record::sections(report, text) {
        add_section(&mut out, &section, report, &index);
    }
    out.push('\n');
    out
}

fn row(out: &mut String, cells: &[String]) {
    out.push('|');
    for cell in cells {
        out.push_str(&format!(" {} |", escaped(cell)));
    }
    out.push('\n');
}

fn add_section(out: &mut String, section: &Section, report: &Report, index: &Index<'_>) {
    out.push_str(&format!("\n## {}\n", section.title));
    let mut previous = "";
    for record in &section.records {
        let Record { heading, places, .. } = record;
        if previous != heading {
            out.push_str(&format!("\n### {}\n", escaped(heading)));
            previous = heading;
        }
        let words: Vec<String> = places.iter().map(|place| folded(&index.words(place))).collect();
        let spans: Vec<String> = places.iter().map(|place| format!("{}–{}", place.start, place.end)).collect();
        out.push_str(&format!("\n> {}\n\n", escaped(&words.join(" … "))));
        for (name, value) in record.facts() {
            out.push_str(&format!("- {name}: {}\n", escaped(value)));
        }
        let digest = report.document.sha256.get(..12).unwrap_or_default();
        out.push_str(&format!("- place: {}, {}, SHA-256 {digest}…\n", escaped(&folded(&report.document.name)), spans.join(", ")));
    }
}

/// Words that Markdown takes for nothing else, on one line.
fn escaped(words: &str) -> String {
    let words = isolated(words);
    let mut out = String::with_capacity(words.len() + 8);
    for (at, c) in words.char_indices() {
        // A number at the start of a line begins a list, other signs do elsewhere too.
        let numbers = c == '.' || c == ')';
        let opens = at == 0 && matches!(c, '+' | '-' | '=' | ':')
            || numbers && at > 0 && words.get(..at).is_some_and(|before| before.bytes().all(|byte| byte.is_ascii_digit()));
        if opens || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The same words; where they hold marks that turn the direction of letters, these reach no further than the words.
fn isolated(words: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' | '\u{61C}');
    // What is no letter and no space, such as a bell, is nothing to read.
    let visible: String = words.chars().filter(|c| !c.is_control()).collect();
    if visible.contains(turns) { format!("\u{2068}{visible}\u{2069}") } else { visible }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(escaped("<b>*no*</b> [a](b)"), "\\<b\\>\\*no\\*\\</b\\> \\[a\\](b)");
        assert_eq!(escaped("1. first"), "1\\. first");
        assert_eq!(escaped("- item"), "\\- item");
        assert_eq!(escaped("on 1. May - yes"), "on 1. May - yes");
    }

    #[test]
    fn marks_of_direction_reach_no_further_than_their_words() {
        assert_eq!(escaped("evil\u{202E}txt"), "\u{2068}evil\u{202E}txt\u{2069}");
        assert_eq!(escaped("a\u{7}b"), "ab");
    }
}
