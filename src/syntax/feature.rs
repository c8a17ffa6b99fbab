//! What the model sees of a word: its normalised form, the beginnings and endings of that form, and its shape.
//!
//! This is the one definition: the trainer gets its features from here (`src/bin/model`), so that what is learned is what is read.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use crate::text::{FNV_OFFSET, fnv};

/// How many endings and beginnings of a word are looked at.
pub const AFFIXES: usize = 5;

/// How many shapes there are.
pub const SHAPES: usize = 48;

/// Each affix: the letter that sets its hashes apart, whether it is an ending, and how many characters it has.
const KINDS: [(&str, bool, usize); AFFIXES] = [("s2", true, 2), ("s3", true, 3), ("s4", true, 4), ("p2", false, 2), ("p3", false, 3)];

/// Writes the form that words are looked up by: small letters, every digit `0`, straight quotation marks, one kind of dash.
pub fn normalise(form: &str, out: &mut String) {
    out.clear();
    for c in form.chars() {
        match c {
            '0'..='9' => out.push('0'),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' => out.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' | '«' | '»' => out.push('"'),
            '\u{2010}' | '\u{2011}' | '\u{2212}' => out.push('-'),
            '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2015}' => out.push_str("--"),
            '…' => out.push_str("..."),
            c if c.general_category() == GeneralCategory::DecimalNumber => out.push('0'),
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// The rows of the tables of affixes for a normalised form; `sizes` has the number of rows of each. An empty table gives row 0.
pub fn affixes(normal: &str, sizes: &[u32; AFFIXES]) -> [u32; AFFIXES] {
    let mut rows = [0; AFFIXES];
    for ((row, size), (name, ending, length)) in rows.iter_mut().zip(sizes).zip(KINDS) {
        let affix = if ending { last(normal, length) } else { first(normal, length) };
        let hash = fnv(fnv(FNV_OFFSET, name.as_bytes()), affix.as_bytes());
        *row = hash.checked_rem(*size).unwrap_or(0);
    }
    rows
}

/// The last characters of a text.
pub fn last(text: &str, characters: usize) -> &str {
    let start = text.char_indices().rev().nth(characters.saturating_sub(1)).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or(text)
}

/// The first characters of a text.
fn first(text: &str, characters: usize) -> &str {
    let end = text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// The shape of a form as it is written, below [`SHAPES`]: capitals and digits at its head and in its rest, and whether it opens a sentence.
pub fn shape(form: &str, opens: bool) -> u32 {
    let mut chars = form.chars();
    let head = match chars.next() {
        Some(c) if c.is_lowercase() => 0,
        Some(c) if c.is_uppercase() => 1,
        Some(c) if is_digit(c) => 2,
        _ => 3,
    };
    let rest = match Rest::of(chars.as_str()) {
        Rest { empty: true, .. } => 0,
        Rest { small: true, capital: false, .. } => 1,
        Rest { small: false, capital: true, .. } => 2,
        Rest { digit: true, .. } => 3,
        Rest { letter: false, .. } => 4,
        _ => 5,
    };
    (head * 6 + rest) * 2 + u32::from(opens)
}

/// What there is behind the first character of a word.
struct Rest {
    empty: bool,
    small: bool,
    capital: bool,
    digit: bool,
    letter: bool,
}

impl Rest {
    fn of(text: &str) -> Self {
        let mut rest = Self { empty: text.is_empty(), small: false, capital: false, digit: false, letter: false };
        for c in text.chars() {
            rest.small |= c.is_lowercase();
            rest.capital |= c.is_uppercase();
            rest.digit |= is_digit(c);
            rest.letter |= c.is_alphabetic();
        }
        rest
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || !c.is_ascii() && c.general_category() == GeneralCategory::DecimalNumber
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: &str, expected: &str) {
        let mut normal = String::new();
        normalise(form, &mut normal);
        assert_eq!(normal, expected);
    }

    #[test]
    fn forms_that_mean_the_same_become_one() {
        check("Kyiv", "kyiv");
        check("1,250.5", "0,000.0");
        check("n’t", "n't");
        check("“", "\"");
        check("—", "--");
        check("non\u{2011}paper", "non-paper");
        check("٣", "0");
        check("İ", "i\u{307}");
    }

    #[test]
    fn affixes_are_of_characters() {
        assert_eq!((first("état", 2), last("café", 2)), ("ét", "fé"));
        assert_eq!((first("a", 3), last("a", 3), last("", 2)), ("a", "a", ""));
        let sizes = [512, 2048, 4096, 512, 0];
        let rows = affixes("talks", &sizes);
        assert!(rows.iter().zip(sizes).all(|(row, size)| *row < size.max(1)));
        assert_eq!(rows[0], affixes("walks", &sizes)[0]);
        assert_ne!(rows[3], affixes("walks", &sizes)[3]);
    }

    #[test]
    fn shapes_tell_capitals_and_digits() {
        let shapes = ["talks", "Talks", "TALKS", "T", "1st", "2022", "McCoy", "A4", "-", "a", "--"].map(|form| shape(form, false));
        let mut apart = shapes.to_vec();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(apart.len(), shapes.len());
        assert_eq!(shape("Talks", true), shapes[1] + 1);
        assert!(shapes.iter().all(|shape| (*shape as usize) < SHAPES));
    }
}
