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
    while let Some((at, c)) = line_end(text, start) {
        push(text, Span::new(start, at), &mut gap, &mut lines);
        gap |= matches!(c, '\u{0C}' | '\u{2029}');
        start = at + c.len_utf8();
        start += usize::from(c == '\r' && text.as_bytes().get(start) == Some(&b'\n'));
    }
    push(text, Span::new(start, text.len()), &mut gap, &mut lines);
    lines
}

/// So many bytes are looked at in one go.
const BLOCK: usize = 32;

/// The next character from a byte on that ends a line, and where it stands.
// A function of its own, so that an engine of WebAssembly can put optimised code in place after the first lines.
#[inline(never)]
fn line_end(text: &str, from: usize) -> Option<(usize, char)> {
    // The bytes that the characters start with which end lines.
    let may_start = |byte: u8| byte.wrapping_sub(b'\n') <= b'\r' - b'\n' || byte == 0xC2 || byte == 0xE2;
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        while bytes.get(at..at + BLOCK).is_some_and(|block| !block.iter().fold(false, |found, byte| found | may_start(*byte))) {
            at += BLOCK;
        }
        at += bytes.get(at..)?.iter().position(|byte| may_start(*byte))?;
        let c = text.get(at..)?.chars().next()?;
        if matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            return Some((at, c));
        }
        at += c.len_utf8();
    }
}

#[inline(never)]
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

    #[test]
    fn line_ends_are_found_wherever_they_stand() {
        for before in 0..3 * BLOCK {
            for end in ["\n", "\r", "\r\n", "\u{0B}", "\u{85}", "\u{2028}"] {
                let text = format!("{}é“{end}{}", "a".repeat(before), "b".repeat(2 * BLOCK));
                assert_eq!(lines(&text).len(), 2, "{text:?}");
            }
        }
    }
}
