//! Finding phrases in running text: a table and a text go in, the left-most, longest phrases at word boundaries come out.
//!
//! Each word of the text is looked up among the first words of the phrases; then the phrases with that first word are compared,
//! longest first. Phrases and the white space inside them are bounded, so the time is linear in the text.

use super::fold::{fold, is_word};
use super::record::{Phrase, PhraseTable};

/// A longer word than this begins no phrase; it is passed over without a look at the table.
const MAX_WORD: usize = 48;
/// More white space than this separates two words of a phrase no more.
const MAX_SPACE: usize = 16;

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match<'l, V> {
    /// Byte offsets into the text that was scanned.
    pub span: (usize, usize),
    /// What the phrase may stand for; never empty.
    pub values: &'l [V],
    /// Whether the phrase is written in capitals in the text although the table has it otherwise.
    pub in_capitals: bool,
}

impl<'a, V> PhraseTable<'a, V> {
    /// The phrases of the table that stand in the text, from left to right, none inside another.
    pub fn matches<'l>(&'l self, text: &str) -> Vec<Match<'l, V>> {
        let mut found = Vec::new();
        let mut key = String::with_capacity(MAX_WORD * 2);
        let mut at = 0;
        while let Some((start, end)) = next_word(text, at) {
            at = end;
            if end - start > MAX_WORD {
                continue;
            }
            key.clear();
            let word = text.get(start..end).unwrap_or_default();
            key.extend(word.chars().filter_map(fold).flat_map(char::to_lowercase));
            let Some((phrase, end, in_capitals)) = self.longest_at(&key, text.get(start..).unwrap_or_default()) else {
                continue;
            };
            let first = phrase.first as usize;
            if let Some(values) = self.values.get(first..first + usize::from(phrase.count)) {
                found.push(Match { span: (start, start + end), values, in_capitals });
                at = start + end;
            }
        }
        found
    }

    /// The longest phrase that begins with the word `key` and that `rest` begins with, its length there, and whether in capitals.
    fn longest_at(&self, key: &str, rest: &str) -> Option<(Phrase<'a>, usize, bool)> {
        let index = self.keys.binary_search(&key).ok()?;
        let start = *self.starts.get(index)? as usize;
        let end = *self.starts.get(index + 1)? as usize;
        self.phrases.get(start..end)?.iter().find_map(|&phrase| {
            let (length, in_capitals) = compare(phrase, rest)?;
            Some((phrase, length, in_capitals))
        })
    }
}

/// The bounds of the next word at or after `at`.
fn next_word(text: &str, at: usize) -> Option<(usize, usize)> {
    let rest = text.get(at..)?;
    let start = at + rest.find(is_word)?;
    let word = text.get(start..)?;
    let end = word.find(|character| !is_word(character)).map_or(text.len(), |length| start + length);
    Some((start, end))
}

/// Whether `text` begins with the phrase: its length in the text, and whether it is written in capitals.
fn compare(phrase: Phrase, text: &str) -> Option<(usize, bool)> {
    let mut exact = true;
    let mut capitals = !phrase.any_case;
    let mut differs = false;
    let mut at = 0;
    for expected in phrase.text.chars() {
        if expected == ' ' {
            at += space(text.get(at..)?)?;
            continue;
        }
        let character = loop {
            let character = text.get(at..)?.chars().next()?;
            at += character.len_utf8();
            if let Some(folded) = fold(character) {
                break folded;
            }
        };
        if phrase.any_case {
            if !character.to_lowercase().eq(expected.to_lowercase()) {
                return None;
            }
            continue;
        }
        exact &= character == expected;
        if expected.is_lowercase() {
            differs = true;
            capitals &= expected.to_uppercase().eq(std::iter::once(character));
        } else {
            capitals &= character == expected;
        }
        if !exact && !capitals {
            return None;
        }
    }
    let rest = text.get(at..)?;
    if rest.chars().next().is_some_and(is_word) {
        return None;
    }
    Some((at, !exact && capitals && differs))
}

/// The length of the white space that `text` begins with; `None` without any, across an empty line, or where there is too much.
fn space(text: &str) -> Option<usize> {
    let mut length = 0;
    let mut lines = 0;
    for character in text.chars().take(MAX_SPACE + 1) {
        if !character.is_whitespace() {
            break;
        }
        lines += usize::from(character == '\n');
        length += character.len_utf8();
    }
    let longer = text.get(length..).and_then(|rest| rest.chars().next()).is_some_and(char::is_whitespace);
    (length > 0 && lines < 2 && !longer).then_some(length)
}
