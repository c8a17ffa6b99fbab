//! What is true of a candidate, as hashes: no text is put together for them.

use crate::statement::candidate::{Range, View};

/// The decisions that have weights of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Whether a word heads a cue.
    Cue,
    /// What it reports.
    Content,
    /// Who is the source.
    Source,
    /// Which words belong to the cue.
    Extent,
}

impl Decision {
    /// All of them, in the order of the file.
    pub const ALL: [Self; 4] = [Self::Cue, Self::Content, Self::Source, Self::Extent];
}

/// How many bits a hash has: few enough to fit a table while learning, and enough that hardly two features share one.
pub const BITS: u32 = 24;

/// The features of one candidate. A list is cleared and filled again, so that nothing is allocated for most candidates.
#[derive(Debug, Clone)]
pub struct Features {
    seed: u32,
    /// Their hashes.
    pub hashes: Vec<u32>,
}

impl Features {
    /// No features yet of a candidate for a decision.
    pub fn new(decision: Decision) -> Self {
        Self { seed: (decision as u32 + 1).wrapping_mul(0x9e37_79b1), hashes: Vec::with_capacity(96) }
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.hashes.clear();
    }

    /// Adds a feature: the number of its kind, and up to three values.
    #[inline]
    pub fn add(&mut self, kind: u32, values: [u32; 3]) {
        let mut hash = self.seed ^ kind.wrapping_mul(0x85eb_ca6b);
        for value in values {
            hash = (hash ^ value).wrapping_mul(0x0100_0193);
            hash ^= hash >> 15;
        }
        // The finaliser of MurmurHash3.
        hash = hash.wrapping_mul(0x85eb_ca6b);
        hash ^= hash >> 13;
        hash = hash.wrapping_mul(0xc2b2_ae35);
        self.hashes.push((hash ^ (hash >> 16)) >> (32 - BITS));
    }

    /// Adds a feature of one value.
    #[inline]
    pub fn one(&mut self, kind: u32, value: u32) {
        self.add(kind, [value, 0, 0]);
    }

    /// Adds a feature of two values.
    #[inline]
    pub fn two(&mut self, kind: u32, first: u32, second: u32) {
        self.add(kind, [first, second, 0]);
    }
}

/// What is known of one of a few places, found out now if need be.
pub fn recalled<K: PartialEq, V: Copy>(known: &mut Vec<(K, V)>, place: K, find_out: impl FnOnce() -> V) -> V {
    if let Some((_, value)) = known.iter().rev().find(|(other, _)| *other == place) {
        return *value;
    }
    let value = find_out();
    known.push((place, value));
    value
}

/// A number as one of a few sizes.
pub fn bucket(number: usize) -> u32 {
    match number {
        0..=4 => number as u32,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        25..=49 => 9,
        _ => 10,
    }
}

/// The shape of a word: how it begins.
pub fn shape(letters: &str) -> u32 {
    let mut characters = letters.chars();
    match (characters.next(), characters.next()) {
        (Some(first), second) if first.is_uppercase() => 1 + u32::from(second.is_some_and(char::is_uppercase)),
        (Some(first), _) if first.is_numeric() => 3,
        (Some(first), _) if first.is_alphabetic() => 4,
        (Some(_), _) => 5,
        (None, _) => 0,
    }
}

/// How much of a stretch is quoted: nothing, a part, all.
pub fn quoted(view: &View<'_>, range: &Range) -> u32 {
    let quoted = view.counts(range)[1] as usize;
    match quoted {
        0 => 0,
        _ if quoted + 2 >= range.len() => 2,
        _ => 1,
    }
}
