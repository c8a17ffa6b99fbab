//! Blocks in, the text of the article out: blank lines between blocks, "- " before items, pipes between cells; with a span for each block.

use std::fmt::Write as _;
use std::ops::Range;

use super::block::Kind;

/// Where a block came to stand in the text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// All of it, with its marks.
    pub span: Range<usize>,
    /// Its words.
    pub content: Range<usize>,
    /// The cells of a table, row by row; empty for other kinds.
    pub cells: Vec<Vec<Range<usize>>>,
}

/// Adds a block to a text. `tight` puts it on the next line instead of after a blank line.
pub fn push(text: &mut String, kind: &Kind, words: &str, tight: bool) -> Placed {
    if !text.is_empty() {
        text.push_str(if tight { "\n" } else { "\n\n" });
    }
    let start = text.len();
    let mut content = start;
    let mut cells = Vec::new();
    match kind {
        Kind::ListItem { depth, number } => {
            for _ in 1..(*depth).min(8) {
                text.push_str("  ");
            }
            match number {
                // Writing to a String cannot fail.
                Some(number) => drop(write!(text, "{number}. ")),
                None => text.push_str("- "),
            }
            content = text.len();
            text.push_str(words);
        }
        Kind::Table { rows, header } => cells = push_table(text, rows, *header),
        Kind::Heading(_) | Kind::Paragraph | Kind::Quote | Kind::Preformatted | Kind::Caption => text.push_str(words),
    }
    Placed { span: start..text.len(), content: content..text.len(), cells }
}

/// Adds a table as Markdown writes one. A pipe inside a cell gets a backslash, which belongs to the cell's span.
fn push_table(text: &mut String, rows: &[Vec<String>], header: bool) -> Vec<Vec<Range<usize>>> {
    let mut spans = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text.push('|');
        let mut cells = Vec::with_capacity(row.len());
        for cell in row {
            text.push(' ');
            let start = text.len();
            text.push_str(&cell.replace('|', "\\|"));
            cells.push(start..text.len());
            text.push_str(" |");
        }
        spans.push(cells);
        if at == 0 && header {
            text.push_str("\n|");
            for _ in row {
                text.push_str(" --- |");
            }
        }
    }
    spans
}
