//! The visible lines of a text.

use crate::text::Span;

/// A line that holds something to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its words, without the white space around them.
    pub words: Span,
    /// How many columns of white space stand before them.
    pub indent: u32,
    /// How many characters the words have.
    pub width: u32,
    /// Whether an empty line stands before it.
    pub gap: bool,
}

/// A tab leads to the next multiple of so many columns.
const TAB: u32 = 4;

/// The lines of a text that hold anything but white space. CR, LF, CRLF, the vertical and form feeds, NEL and Unicode's line and
/// paragraph separators end a line; two paragraph ends in a row leave a gap, and so does a form feed or a paragraph separator.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut gap = false;
    let mut previous = '\0';
    for (at, c) in text.char_indices() {
        if matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            if !(c == '\n' && previous == '\r') {
                push(text, Span::new(start, at), &mut gap, &mut lines);
                gap |= matches!(c, '\u{0C}' | '\u{2029}');
            }
            start = at + c.len_utf8();
        }
        previous = c;
    }
    push(text, Span::new(start, text.len()), &mut gap, &mut lines);
    lines
}

fn push(text: &str, span: Span, gap: &mut bool, lines: &mut Vec<Line>) {
    let words = span.trimmed(text);
    if words.is_empty() {
        *gap = true;
        return;
    }
    let mut indent = 0_u32;
    for c in Span::new(span.start, words.start).of(text).chars() {
        indent = if c == '\t' { (indent / TAB + 1) * TAB } else { indent.saturating_add(1) };
    }
    let width = u32::try_from(words.of(text).chars().count()).unwrap_or(u32::MAX);
    lines.push(Line { words, indent, width, gap: *gap && !lines.is_empty() });
    *gap = false;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_ends_a_line() {
        let text = "one\r\ntwo\rthree\n\n  four\u{2029}five\r\n\r\n\tsix";
        let found: Vec<_> = lines(text).iter().map(|l| (l.words.of(text), l.indent, l.gap)).collect();
        let expected = [("one", 0, false), ("two", 0, false), ("three", 0, false), ("four", 2, true), ("five", 0, true), ("six", 4, true)];
        assert_eq!(found, expected);
    }
}
