//! Tables drawn with upright strokes, and what their cells hold.

use crate::{
    ingest::{Cell, CellKind, Row, Table, line::Line, metadata::date},
    lexicon::{Lexicon, NameKind},
    text::Span,
};

/// A cell of a table that is not drawn has at most so many bytes.
const LONGEST_CELL: usize = 60;
/// And a row of it at most so many cells.
const MOST_CELLS: usize = 40;
/// No state's name has more bytes.
const LONGEST_NAME: usize = 80;

/// The table that starts at a line, and how many lines it takes. Rows start and end with a stroke, or a line of dashes stands between
/// the first row and the others; rows need not have the same number of cells.
pub fn table(text: &str, lines: &[Line]) -> Option<(Table, usize)> {
    let first = lines.first()?;
    let ruled = lines.get(1).is_some_and(|line| !line.gap && is_rule(line.words.of(text))) && first.words.of(text).contains('|');
    let framed = is_framed(first.words.of(text));
    if !ruled && !framed {
        return plain(text, lines);
    }
    let belongs = |index: usize, line: &Line| {
        let stroke = |line: &Line| line.words.of(text).contains('|');
        // A row of one cell has no stroke in a table without strokes at its ends; it is one if the table goes on below.
        let goes_on = || lines.get(index + 1).is_some_and(|below| !below.gap && stroke(below));
        if framed { line.words.of(text).starts_with('|') } else { stroke(line) || goes_on() }
    };
    let length = 1 + lines.iter().enumerate().skip(1).take_while(|(index, line)| !line.gap && belongs(*index, line)).count();
    let mut table = Table::default();
    for (index, line) in lines.iter().take(length).enumerate() {
        if is_rule(line.words.of(text)) {
            continue;
        }
        let row = row(text, line.words, '|');
        if index == 0 && ruled {
            table.header = Some(row);
        } else {
            table.rows.push(row);
        }
    }
    Some((table, length))
}

/// A table without a rule and without strokes at its ends: lines that follow each other, each with the same number of short cells. Two
/// lines of words alone may as well be paths through a site.
fn plain(text: &str, lines: &[Line]) -> Option<(Table, usize)> {
    let first = lines.first()?.words.of(text);
    let mark = ['\t', '|'].into_iter().find(|mark| first.contains(*mark))?;
    let cells = short_cells(first, mark)?;
    let is_row = |line: &&Line| !line.gap && short_cells(line.words.of(text), mark) == Some(cells);
    let length = 1 + lines.iter().skip(1).take_while(is_row).count();
    let rows = || lines.iter().take(length).map(|line| line.words);
    let counts = || rows().any(|span| span.of(text).split(mark).any(|cell| is_number(cell.trim())));
    if length < 2 || (length < 3 && mark == '|' && !counts()) {
        return None;
    }
    Some((Table { header: None, rows: rows().map(|span| row(text, span, mark)).collect() }, length))
}

/// How many cells a line has, if they are short and at least two.
fn short_cells(words: &str, mark: char) -> Option<usize> {
    let is_short =
        |cell: &str| cell.trim().len() <= LONGEST_CELL && !(cell.trim().contains(' ') && cell.trim_end().ends_with(['.', '!', '?']));
    let count = words.split(mark).take(MOST_CELLS + 1).filter(|cell| is_short(cell)).count();
    let all = words.split(mark).take(MOST_CELLS + 1).count();
    (count == all && (2..=MOST_CELLS).contains(&count) && words.chars().any(char::is_alphanumeric)).then_some(count)
}

/// Whether a line is a row with strokes at both ends.
fn is_framed(words: &str) -> bool {
    words.len() > 2 && words.starts_with('|') && words.ends_with('|') && words.chars().any(char::is_alphanumeric)
}

/// Whether a line is the rule below a header: `|---|:--:|`.
fn is_rule(words: &str) -> bool {
    words.contains('|') && words.contains('-') && words.chars().all(|c| matches!(c, '|' | '-' | ':' | '+') || c.is_whitespace())
}

fn row(text: &str, span: Span, mark: char) -> Row {
    let words = span.of(text);
    let mut cells = Vec::new();
    let mut start = span.start + usize::from(words.starts_with('|'));
    let mut escaped = false;
    for (at, c) in words.char_indices().skip(usize::from(words.starts_with('|'))) {
        if c == mark && !escaped {
            cells.push(cell(text, Span::new(start, span.start + at)));
            start = span.start + at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    if start < span.end {
        cells.push(cell(text, Span::new(start, span.end)));
    }
    Row { span, cells }
}

/// A cell of a row.
pub fn cell(text: &str, span: Span) -> Cell {
    let span = span.trimmed(text);
    Cell { span, kind: cell_kind(span.of(text)) }
}

/// What the words of a cell are.
fn cell_kind(words: &str) -> CellKind {
    if !words.chars().any(char::is_alphanumeric) {
        return if words.chars().all(|c| matches!(c, '-' | '–' | '—' | '−' | '.' | '…')) {
            CellKind::Empty
        } else {
            CellKind::Text
        };
    }
    if date::parse(words).is_some() {
        CellKind::Date
    } else if is_number(words) {
        CellKind::Number
    } else {
        state(words).unwrap_or(CellKind::Text)
    }
}

/// The state that the words name, and nothing else.
fn state(words: &str) -> Option<CellKind> {
    let bare = words.trim_matches(['*', '_', '`']);
    // In a cell the article stands or not as it pleases.
    let bare = bare.strip_prefix("the ").or(bare.strip_prefix("The ")).unwrap_or(bare);
    let short = bare.len() <= LONGEST_NAME;
    let mut states = Lexicon::get().name(if short { bare } else { "" }).iter().filter(|name| name.kind == NameKind::State);
    let state = states.next()?;
    states.next().is_none().then(|| CellKind::State { code: state.code.to_owned() })
}

/// Digits with separators, and around them a sign, a sign of currency, a per cent sign.
fn is_number(words: &str) -> bool {
    let signs = |c: char| {
        matches!(c, '+' | '-' | '−' | '–' | '±' | '~' | '≈' | '<' | '>' | '$' | '€' | '£' | '¥' | '₴' | '₽' | '%' | '‰')
            || c.is_whitespace()
    };
    let digits = words.trim_matches(signs);
    digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '’' | '\'' | '\u{A0}' | '\u{202F}' | ' '))
        && digits.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','))
        && digits.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_typed() {
        for (words, expected) in [
            ("", CellKind::Empty),
            ("—", CellKind::Empty),
            ("12", CellKind::Number),
            ("-3.5 %", CellKind::Number),
            ("$1,200", CellKind::Number),
            ("1 200,50 €", CellKind::Number),
            ("2022-02-01", CellKind::Date),
            ("1 February 2022", CellKind::Date),
            ("12 envoys", CellKind::Text),
            ("yes", CellKind::Text),
            ("Ukraine", CellKind::State { code: "UKR".to_owned() }),
            ("the United States", CellKind::State { code: "USA".to_owned() }),
            ("Ukraine and Norway", CellKind::Text),
        ] {
            assert_eq!(cell_kind(words), expected, "{words}");
        }
    }
}
