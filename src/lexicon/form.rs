//! Single words in their forms: a table of them goes in, the entries of one word come out, whatever its case.

use std::borrow::Cow;

use super::fold::lowered;
use crate::text::{FNV_OFFSET, fnv};

/// A longer word than this is in no table.
pub const MAX_FORM: usize = 64;
/// Bits of the filter before the look-up; a few times the number of forms in the largest table.
const FILTER_BITS: usize = 1 << 14;

/// Forms of words, sorted, with what they stand for.
#[derive(Debug)]
pub struct Forms<V> {
    entries: Vec<(Cow<'static, str>, V)>,
    /// A bit is set for the hash of each form: most words of a text are in no table, and need not be looked up.
    filter: Vec<u64>,
}

impl<V> Default for Forms<V> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<V> Forms<V> {
    /// The table of these forms; of two equal ones the earlier comes first.
    pub fn new(mut entries: Vec<(Cow<'static, str>, V)>) -> Self {
        entries.sort_by(|left, right| left.0.cmp(&right.0));
        let mut filter = vec![0; FILTER_BITS / 64];
        for (form, _) in &entries {
            let (word, bit) = filter_bit(form.as_bytes());
            if let Some(word) = filter.get_mut(word) {
                *word |= bit;
            }
        }
        Self { entries, filter }
    }

    /// The entries of a word, in any case.
    pub fn get(&self, word: &str) -> &[(Cow<'static, str>, V)] {
        if word.len() > MAX_FORM {
            return &[];
        }
        let mut buffer = [0; MAX_FORM];
        let owned;
        let form = match buffer.get_mut(..word.len()) {
            Some(letters) if word.is_ascii() => {
                letters.copy_from_slice(word.as_bytes());
                letters.make_ascii_lowercase();
                &*letters
            }
            _ => {
                owned = lowered(word);
                owned.as_bytes()
            }
        };
        let (index, bit) = filter_bit(form);
        if self.filter.get(index).is_none_or(|bits| bits & bit == 0) {
            return &[];
        }
        let start = self.entries.partition_point(|entry| entry.0.as_bytes() < form);
        let rest = self.entries.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|entry| entry.0.as_bytes() == form).count();
        rest.get(..length).unwrap_or_default()
    }
}

/// The place of a form in the filter: a word of it and a bit of that, by the FNV-1a hash.
fn filter_bit(form: &[u8]) -> (usize, u64) {
    let hash = fnv(FNV_OFFSET, form);
    let index = (hash ^ (hash >> 16)) as usize % FILTER_BITS;
    (index / 64, 1 << (index % 64))
}
