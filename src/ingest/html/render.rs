//! Blocks in, the text of the article out: blank lines between blocks, "- " before items, pipes between cells; with a span for each block.

use std::fmt::Write as _;
use std::ops::Range;

use super::block::Kind;

/// Adds a block to a text and says where it is, in bytes. `tight` puts it on the next line instead of after a blank line.
pub fn push(text: &mut String, kind: &Kind, words: &str, tight: bool) -> Range<usize> {
    if !text.is_empty() {
        text.push_str(if tight { "\n" } else { "\n\n" });
    }
    let start = text.len();
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
            text.push_str(words);
        }
        Kind::Table { rows, header } => push_table(text, rows, *header),
        Kind::Heading(_) | Kind::Paragraph | Kind::Quote | Kind::Preformatted | Kind::Caption => text.push_str(words),
    }
    start..text.len()
}

fn push_table(text: &mut String, rows: &[Vec<String>], header: bool) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        text.push('|');
        for cell in row {
            text.push(' ');
            text.push_str(&cell.replace('|', "\\|"));
            text.push_str(" |");
        }
        if at == 0 && header {
            text.push_str("\n|");
            for _ in 0..columns {
                text.push_str(" --- |");
            }
        }
    }
}
