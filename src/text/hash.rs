//! A hash for words: short, the same on every machine, and far quicker than the one of the standard library, which guards against
//! keys that are chosen to collide.
//!
//! Only for tables that hold our own data: words of a text could be chosen so that they all meet in one place.

use std::hash::{BuildHasherDefault, Hasher};

/// A hash map over [`Fnv`]. It is looked up and never walked through.
pub type FnvMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Fnv>>;

/// The hash of Fowler, Noll and Vo (FNV-1a) with 32 bits, which is what WebAssembly multiplies fastest.
#[derive(Debug, Clone, Copy)]
pub struct Fnv(u32);

impl Default for Fnv {
    fn default() -> Self {
        Self(FNV_OFFSET)
    }
}

/// Where the 32-bit FNV-1a hash starts (Fowler, Noll and Vo; IETF draft-eastlake-fnv).
pub const FNV_OFFSET: u32 = 0x811c_9dc5;

/// Goes on with a 32-bit FNV-1a hash.
pub fn fnv(hash: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(hash, |hash, byte| step(hash, *byte))
}

impl Fnv {
    /// The hash of some bytes.
    pub fn of(bytes: impl Iterator<Item = u8>) -> u32 {
        bytes.fold(Self::default().0, step)
    }
}

/// The hash of a word, whatever the case of its ASCII letters.
pub fn word_hash(word: &str) -> u32 {
    Fnv::of(word.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// Goes on with a 32-bit FNV-1a hash by one byte.
#[inline]
pub fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = fnv(self.0, bytes);
    }

    fn finish(&self) -> u64 {
        // The map takes its buckets from the low bits and a check from the high ones.
        let mixed = u64::from(self.0).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_reference() {
        for (word, expected) in [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] {
            assert_eq!(Fnv::of(word.bytes()), expected, "{word}");
        }
    }
}
