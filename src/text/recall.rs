//! Words that come again: what is costly to find out about a word is found out once.

use super::{FNV_OFFSET, fnv};

/// Places to begin with; a power of two.
const FIRST: usize = 1 << 10;
/// A word is looked for in so many places, however a text may be made.
const PROBES: usize = 8;

/// What was found out about words. A word that is not found again, since too many share its places, is taken for a new one: what is kept
/// never changes a result, only the time it takes.
#[derive(Debug)]
pub struct Recall<'a, V> {
    /// Open addressing: the hash of a word leads to the number of its entry, counted from 1; 0 is a free place.
    places: Vec<u32>,
    entries: Vec<(&'a str, u32, V)>,
}

impl<V> Default for Recall<'_, V> {
    fn default() -> Self {
        Self { places: vec![0; FIRST], entries: Vec::new() }
    }
}

impl<'a, V: Copy> Recall<'a, V> {
    /// What is known of a word, found out now if need be. Words of different `kind` are different words.
    pub fn get(&mut self, word: &'a str, kind: u32, find_out: impl FnOnce() -> V) -> V {
        let hash = fnv(FNV_OFFSET ^ kind, word.as_bytes());
        match self.place(word, hash) {
            Ok(number) => {
                if let Some((_, _, value)) = self.entries.get(number) {
                    return *value;
                }
                find_out()
            }
            Err(place) => {
                let value = find_out();
                self.entries.push((word, hash, value));
                if let (Some(free), Ok(number)) = (place.and_then(|place| self.places.get_mut(place)), u32::try_from(self.entries.len())) {
                    *free = number;
                }
                if self.entries.len() * 2 > self.places.len() {
                    self.grow();
                }
                value
            }
        }
    }

    /// The number of a word's entry, or the place for a new one if there is room.
    fn place(&self, word: &str, hash: u32) -> Result<usize, Option<usize>> {
        for place in probes(hash, self.places.len()) {
            match self.places.get(place).map_or(0, |number| *number as usize) {
                0 => return Err(Some(place)),
                number => {
                    if self.entries.get(number - 1).is_some_and(|(known, known_hash, _)| *known_hash == hash && *known == word) {
                        return Ok(number - 1);
                    }
                }
            }
        }
        Err(None)
    }

    #[inline(never)]
    fn grow(&mut self) {
        let size = self.places.len() * 4;
        let mut places = vec![0u32; size];
        for ((_, hash, _), number) in self.entries.iter().zip(1u32..) {
            if let Some(free) = probes(*hash, size).find(|place| places.get(*place) == Some(&0)).and_then(|place| places.get_mut(place)) {
                *free = number;
            }
        }
        self.places = places;
    }
}

/// The places where a word is looked for; their number is a power of two.
fn probes(hash: u32, size: usize) -> impl Iterator<Item = usize> {
    let first = (hash ^ (hash >> 15)) as usize;
    (first..first + PROBES).map(move |place| place & (size - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_out_once_and_recalled_for_its_kind() {
        let words: Vec<String> = (0..5000).map(|number| format!("w{number}")).collect();
        let mut recall = Recall::default();
        let mut asked = 0;
        for _ in 0..3 {
            for (number, word) in words.iter().enumerate() {
                let found = recall.get(word, number as u32 % 2, || {
                    asked += 1;
                    number
                });
                assert_eq!(found, number);
            }
        }
        assert!((5000..5100).contains(&asked), "{asked}");
        assert_eq!(recall.get("w1", 0, || 7), 7);
        assert_eq!(recall.get("w1", 1, || 7), 1);
    }
}
