//! Words that run into each other behind a mark: "the board,which", "the border.The".

use super::{Finding, FindingKind};
use crate::{ingest::Document, text::Span};

/// So many bytes to either side are looked at: what has no white space for longer is no prose.
const REACH: usize = 48;
/// More commas than this without a space are a list for machines.
const MAX_COMMAS: usize = 2;

/// Finds them in the article.
pub fn missing_spaces(document: &Document, findings: &mut Vec<Finding>) {
    let text = document.text();
    for (_, block) in document.article() {
        let bytes = block.content.of(text).as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            if !matches!(byte, b',' | b'.' | b';' | b'!' | b'?') {
                continue;
            }
            let letter = |index: usize| bytes.get(index).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80);
            if !letter(at + 1) || !at.checked_sub(1).is_some_and(&letter) {
                continue;
            }
            if let Some(span) = joined(text, block.content.start + at, *byte) {
                findings.push(Finding::new(span, FindingKind::Quality, "missing_space", "missing_space", "no_space_after_mark"));
            }
        }
    }
}

/// The two words around a mark, if they are words that a writer would have set apart.
fn joined(text: &str, mark: usize, byte: u8) -> Option<Span> {
    let (before, after) = around(text, mark);
    let left = word_length(before.chars().rev());
    let right = word_length(after.chars());
    let chunk_is_prose = |part: &str| !part.contains(['/', '\\', '@', '_', '=', '<', '>', '{', '}', '#', '&', '~', '*', '|', '`', ':']);
    let commas = before.matches(',').count() + after.matches(',').count() + 1;
    if !chunk_is_prose(before) || !chunk_is_prose(after) || commas > MAX_COMMAS && byte == b',' {
        return None;
    }
    let (start, end) = (mark - left, mark + 1 + right);
    let (left_word, right_word) = (text.get(start..mark)?, text.get(mark + 1..end)?);
    let letters = |word: &str| word.chars().count();
    let is_sound = match byte {
        // A sentence ends in small letters and the next begins with a capital; else it may be a name of a place on the net.
        b'.' => {
            let mut first = right_word.chars();
            letters(left_word) >= 3
                && left_word.chars().skip(1).all(char::is_lowercase)
                && first.next().is_some_and(char::is_uppercase)
                && first.all(char::is_lowercase)
                && !after.contains('.')
                || letters(left_word) >= 3 && matches!(right_word, "A" | "I")
        }
        _ => letters(left_word) >= 2 && (letters(right_word) >= 2 || matches!(right_word, "a" | "A" | "I")),
    };
    is_sound.then_some(Span::new(start, end))
}

/// What stands before and behind a mark up to the next white space, no more than so many bytes each.
fn around(text: &str, mark: usize) -> (&str, &str) {
    let mut from = mark.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let mut to = (mark + 1 + REACH).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let before = text.get(from..mark).unwrap_or_default();
    let after = text.get(mark + 1..to).unwrap_or_default();
    let before = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = after.split(char::is_whitespace).next().unwrap_or_default();
    (before, after)
}

/// How many bytes the letters at the start take.
fn word_length(letters: impl Iterator<Item = char>) -> usize {
    letters.take_while(|letter| letter.is_alphabetic()).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let options = crate::Options::default();
        let document = crate::ingest::ingest("a.txt", text.as_bytes(), &options).map_err(|error| error.to_string());
        let mut findings = Vec::new();
        missing_spaces(&document.unwrap(), &mut findings);
        let found: Vec<&str> = findings.iter().map(|finding| finding.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_that_run_together() {
        check("The delegates met,but nobody spoke.The hall was cold.", &["met,but", "spoke.The"]);
        check("They left;the rest stayed. Why?Nobody knew!I did.", &["left;the", "Why?Nobody", "knew!I"]);
        check("Le café,près du port.", &["café,près"]);
    }

    #[test]
    fn what_is_written_so_on_purpose() {
        check("See example.org, Example.Com/a,b and mail a.b@example.org at 3,000.50 now.", &[]);
        check("The U.S. envoy, Mr.Lund, of St.Anne said e.g.this.", &[]);
        check("red,green,blue,yellow are the values of x,y.", &[]);
        check("It ended... The rest, they said, is history.", &[]);
    }
}
