//! Finding phrases in running text: a table and a text go in, the left-most, longest phrases at word boundaries come out.
//!
//! Each word of the text is looked up among the first words of the phrases; then the phrases with that first word are compared,
//! longest first. Phrases and the white space inside them are bounded, so the time is linear in the text.

use std::borrow::Cow;

use super::fold::{Key, first_key, fold, is_word, key, plain};
use crate::text::{FNV_OFFSET, Fnv, Span, step};

/// A longer word than this begins no phrase; it is passed over without a look at the table.
const MAX_WORD: usize = 48;
/// More white space than this separates two words of a phrase no more.
const MAX_SPACE: usize = 16;
/// Bits of the filter before the look-up; a few times the number of first words in the largest table.
const FILTER_BITS: usize = 1 << 14;

/// Phrases to find in running text, grouped by their first word.
#[derive(Debug)]
pub struct PhraseTable<V> {
    /// The first words, in lower case and sorted, each with the index of its first phrase.
    keys: Vec<(Key, usize)>,
    /// A bit is set for the hash of each key: most words of a text are no key, and need not be looked up.
    filter: Vec<u64>,
    /// The phrases of a key stand together, longest first.
    phrases: Vec<Phrase>,
    /// What the phrases stand for, in their order.
    values: Vec<V>,
}

/// A phrase as it is put into a table.
#[derive(Debug)]
pub struct Phrase {
    /// The folded text.
    text: Cow<'static, str>,
    /// Whether upper and lower case may differ; the text is then in lower case.
    any_case: bool,
    /// The letter that its second word begins with, in lower case; none where that is no ASCII, or another mark than a space stands before it.
    second: Option<u8>,
    /// The index of its first value.
    first: usize,
    count: usize,
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match<'l, V> {
    /// The bytes of the text that was scanned.
    pub span: Span,
    /// What the phrase may stand for; never empty.
    pub values: &'l [V],
    /// Whether the phrase is written in capitals in the text although the table has it otherwise.
    pub in_capitals: bool,
}

impl<V> Default for PhraseTable<V> {
    fn default() -> Self {
        Self { keys: Vec::new(), filter: vec![0; FILTER_BITS / 64], phrases: Vec::new(), values: Vec::new() }
    }
}

impl<V> PhraseTable<V> {
    /// The table of these phrases: text, whether any case will do, value. Values of equal phrases keep their order.
    pub fn new(rows: impl Iterator<Item = (Cow<'static, str>, bool, V)>) -> Self {
        let mut rows: Vec<_> =
            rows.filter_map(|(text, any_case, value)| Some((first_key(&text)?, plain(text, any_case), any_case, value))).collect();
        rows.sort_by(|left, right| {
            let longer = right.1.len().cmp(&left.1.len());
            left.0.cmp(&right.0).then(longer).then_with(|| left.1.cmp(&right.1)).then(left.2.cmp(&right.2))
        });
        let mut table = Self::default();
        for (key, text, any_case, value) in rows {
            let new_key = table.keys.last().is_none_or(|(last, _)| *last != key);
            if new_key {
                let (word, bit) = filter_bit(hash_of(&key));
                if let Some(word) = table.filter.get_mut(word) {
                    *word |= bit;
                }
                table.keys.push((key, table.phrases.len()));
            }
            match table.phrases.last_mut().filter(|last| !new_key && last.text == text && last.any_case == any_case) {
                Some(last) => last.count += 1,
                None => {
                    let second = second_letter(&text);
                    table.phrases.push(Phrase { text, any_case, second, first: table.values.len(), count: 1 });
                }
            }
            table.values.push(value);
        }
        table
    }

    /// The phrases of the table that stand in the text, from left to right, none inside another.
    pub fn matches<'l>(&'l self, text: &str) -> Vec<Match<'l, V>> {
        self.matches_at(text, std::iter::once(Span::new(0, text.len())))
    }

    /// The same where the words are known with which phrases of the table begin: `places` are those words, in order.
    pub fn matches_at<'l>(&'l self, text: &str, places: impl Iterator<Item = Span>) -> Vec<Match<'l, V>> {
        let mut found = Vec::new();
        let mut at = 0;
        for place in places {
            at = word_from(text, at.max(place.start));
            while let Some(Word { start, end, hash }) = hashed_word(text, at).filter(|word| word.start < place.end) {
                at = end;
                if hash.is_some_and(|hash| !self.may_begin(hash)) {
                    continue;
                }
                let Some((phrase, end, in_capitals)) = self.begun(text, start, end).and_then(|key| {
                    let rest = text.get(start..).unwrap_or_default();
                    self.longest_at(key, rest, end - start)
                }) else {
                    continue;
                };
                if let Some(values) = self.values.get(phrase.first..phrase.first + phrase.count) {
                    found.push(Match { span: Span::new(start, start + end), values, in_capitals });
                    at = start + end;
                }
            }
        }
        found
    }

    /// The first words of the phrases.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        self.keys.iter().map(|(key, _)| key)
    }

    /// Whether a key with that hash may be in the table.
    #[inline]
    fn may_begin(&self, hash: u32) -> bool {
        let (word, bit) = filter_bit(hash);
        self.filter.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// The place among the keys of the word that stands at `start..end`.
    fn begun(&self, text: &str, start: usize, end: usize) -> Option<usize> {
        if end - start > MAX_WORD {
            return None;
        }
        let key = text.get(start..end).and_then(key)?;
        if !self.may_begin(hash_of(&key)) {
            return None;
        }
        self.keys.binary_search_by(|(word, _)| word.cmp(&key)).ok()
    }

    /// The longest phrase that begins with the word of that key and that `rest` begins with, its length there, and whether in capitals;
    /// the word has `word` bytes there.
    fn longest_at(&self, index: usize, rest: &str, word: usize) -> Option<(&Phrase, usize, bool)> {
        let behind = rest.as_bytes().get(word..).unwrap_or_default();
        let joined = behind.first().is_some_and(|byte| byte.is_ascii() && !is_space(*byte));
        let next = behind.iter().take(MAX_SPACE + 1).find(|byte| !is_space(**byte)).map(u8::to_ascii_lowercase);
        let excluded = |second: u8| joined || next.is_none_or(|next| next.is_ascii() && next != second);
        let start = self.keys.get(index)?.1;
        let end = self.keys.get(index + 1).map_or(self.phrases.len(), |next| next.1);
        self.phrases.get(start..end)?.iter().filter(|phrase| !phrase.second.is_some_and(excluded)).find_map(|phrase| {
            let (length, in_capitals) = compare(phrase, rest)?;
            Some((phrase, length, in_capitals))
        })
    }
}

/// The letter that the second word of a folded phrase begins with, see [`Phrase::second`].
fn second_letter(phrase: &str) -> Option<u8> {
    let behind = phrase.as_bytes().get(skip(phrase, 0, is_word)..)?.strip_prefix(b" ")?;
    behind.first().filter(|byte| byte.is_ascii()).map(u8::to_ascii_lowercase)
}

/// Whether a byte is a white space of ASCII, as Unicode has it.
fn is_space(byte: u8) -> bool {
    byte == b' ' || matches!(byte, b'\t'..=b'\r')
}

/// The FNV-1a hash of the letters of a key.
fn hash_of(key: &Key) -> u32 {
    Fnv::of(key.iter().copied().take_while(|byte| *byte != 0))
}

/// The place of a hash in the filter: a word of it and a bit of that.
#[inline]
fn filter_bit(hash: u32) -> (usize, u64) {
    let index = (hash ^ (hash >> 16)) as usize % FILTER_BITS;
    (index / 64, 1 << (index % 64))
}

/// A word of a text; where it is all ASCII, with the hash that its key has.
struct Word {
    start: usize,
    end: usize,
    hash: Option<u32>,
}

/// The next word at or after `at`.
fn hashed_word(text: &str, at: usize) -> Option<Word> {
    let start = skip(text, at, |character| !is_word(character));
    let bytes = text.as_bytes();
    let mut end = start;
    let mut hash = FNV_OFFSET;
    while let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphanumeric()) {
        hash = step(hash, byte.to_ascii_lowercase());
        end += 1;
    }
    match bytes.get(end) {
        Some(byte) if !byte.is_ascii() => {
            let end = skip(text, end, is_word);
            (end > start).then_some(Word { start, end, hash: None })
        }
        _ => (end > start).then_some(Word { start, end, hash: Some(hash) }),
    }
}

/// The words in these letters that may begin a phrase.
pub fn keys(letters: &str) -> impl Iterator<Item = Key> {
    let mut at = 0;
    let words = std::iter::from_fn(move || {
        let (start, end) = next_word(letters, at)?;
        at = end;
        Some((start, end))
    });
    words.filter(|(start, end)| end - start <= MAX_WORD).filter_map(move |(start, end)| letters.get(start..end).and_then(key))
}

/// The end of the word that a place stands inside of; the place itself where it stands inside of none.
fn word_from(text: &str, at: usize) -> usize {
    let inside = text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(is_word);
    if inside { skip(text, at, is_word) } else { at }
}

/// The bounds of the next word at or after `at`.
fn next_word(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = skip(text, at, |character| !is_word(character));
    (start < text.len()).then(|| (start, skip(text, start, is_word)))
}

/// The first offset at or after `at` whose character is not `wanted`.
fn skip(text: &str, mut at: usize, wanted: impl Fn(char) -> bool) -> usize {
    while let Some(&byte) = text.as_bytes().get(at) {
        let character = if byte.is_ascii() { Some(char::from(byte)) } else { text.get(at..).and_then(|rest| rest.chars().next()) };
        match character {
            Some(character) if wanted(character) => at += character.len_utf8(),
            _ => break,
        }
    }
    at
}

/// Whether `text` begins with the phrase: its length in the text, and whether it is written in capitals.
fn compare(phrase: &Phrase, text: &str) -> Option<(usize, bool)> {
    // Most phrases are told apart by their first different byte; what remains is compared with its folding.
    let different = phrase.text.bytes().zip(text.bytes()).find(|(expected, byte)| expected != byte);
    if different.is_some_and(|(expected, byte)| {
        expected.is_ascii() && byte.is_ascii() && !byte.is_ascii_whitespace() && !expected.eq_ignore_ascii_case(&byte)
    }) {
        return None;
    }
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
