//! From a normalised form to its row: a table of words with an index beside it.

use crate::text::{FNV_OFFSET, fnv};

/// A list of words that can be looked up; a word's number is its place in the list.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// All words, one behind the other.
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    /// Open addressing: the hash of a word leads to the place of its number, counted from 1; 0 is a free place.
    places: Vec<u32>,
}

impl Vocabulary {
    /// Takes in words. Of equal words the first is found.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut vocabulary = Self::default();
        for word in words {
            vocabulary.letters.push_str(word);
            vocabulary.ends.push(u32::try_from(vocabulary.letters.len()).unwrap_or(u32::MAX));
        }
        let size = (vocabulary.ends.len() * 2).next_power_of_two();
        let mut places = vec![0u32; size];
        for number in 0..vocabulary.len() {
            let mut place = place(vocabulary.word(number), size);
            while let Some(taken) = places.get(place).filter(|taken| **taken > 0) {
                if vocabulary.word(*taken as usize - 1) == vocabulary.word(number) {
                    break;
                }
                place = (place + 1) % size;
            }
            if let Some(free) = places.get_mut(place).filter(|taken| **taken == 0) {
                *free = u32::try_from(number + 1).unwrap_or(0);
            }
        }
        vocabulary.places = places;
        vocabulary
    }

    /// How many words there are.
    pub(in crate::syntax) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word with this number; empty beyond the last.
    pub(in crate::syntax) fn word(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        self.ends.get(number).and_then(|end| self.letters.get(start..*end as usize)).unwrap_or("")
    }

    /// The number of a word.
    pub fn find(&self, word: &str) -> Option<usize> {
        let size = self.places.len();
        let mut at = place(word, size);
        loop {
            let number = (*self.places.get(at)? as usize).checked_sub(1)?;
            if self.word(number) == word {
                return Some(number);
            }
            at = (at + 1) % size;
        }
    }
}

/// Where to look for a word first in a table whose size is a power of two.
fn place(word: &str, size: usize) -> usize {
    let hash = fnv(FNV_OFFSET, word.as_bytes());
    (hash ^ (hash >> 15)) as usize & size.saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_no_other() {
        let words: Vec<String> = (0..1000).map(|number| format!("w{}", number * 7)).collect();
        let vocabulary = Vocabulary::new(words.iter().map(String::as_str));
        for (number, word) in words.iter().enumerate() {
            assert_eq!(vocabulary.find(word), Some(number));
            assert_eq!(vocabulary.word(number), word);
        }
        assert_eq!(vocabulary.find("w1"), None);
        assert_eq!(vocabulary.find(""), None);
        assert_eq!(Vocabulary::default().find("w1"), None);
        assert_eq!(Vocabulary::new([]).find("w1"), None);
    }

    #[test]
    fn of_equal_words_the_first_is_found() {
        assert_eq!(Vocabulary::new(["a", "b", "a"]).find("a"), Some(0));
    }
}
