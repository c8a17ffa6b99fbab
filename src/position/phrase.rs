//! Phrases in; out comes which of them begins at a token.

use super::scene::{Scene, number};
use crate::text::FnvMap;

/// The words of a phrase behind its first, and what the phrase is.
type Rest<T> = (Box<[u32]>, T);

/// Phrases by their first word; where several begin at a place, the longest counts.
#[derive(Debug)]
pub struct Phrases<T> {
    by_first: FnvMap<u32, Vec<Rest<T>>>,
    /// A bit is set for each first word: most words of a text begin no phrase, and need not be looked up.
    filter: Box<[u64]>,
}

/// How many bits the filter has for each first word at least.
const ROOM: usize = 16;

impl<T: Copy> Phrases<T> {
    /// The table of these phrases.
    pub fn new(all: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: FnvMap<u32, Vec<Rest<T>>> = FnvMap::default();
        for (phrase, what) in all {
            let words: Vec<u32> = pieces(phrase).map(piece).collect();
            let Some((first, rest)) = words.split_first() else { continue };
            by_first.entry(*first).or_default().push((rest.into(), what));
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        let mut filter = vec![0u64; (by_first.len() * ROOM / 64).next_power_of_two()].into_boxed_slice();
        for first in by_first.keys() {
            let (word, bit) = place(*first, filter.len());
            filter.get_mut(word).into_iter().for_each(|bits| *bits |= bit);
        }
        Self { by_first, filter }
    }

    /// Whether a phrase may begin with a word.
    #[inline]
    fn may_begin(&self, word: u32) -> bool {
        let (place, bit) = place(word, self.filter.len());
        self.filter.get(place).is_some_and(|bits| bits & bit != 0)
    }

    /// The longest phrase that begins at a token and ends before another: its length and what it is.
    #[inline]
    pub fn at(&self, scene: &Scene<'_>, index: usize, end: usize) -> Option<(usize, T)> {
        let may_begin = self.may_begin(scene.lemma(index)) || self.may_begin(scene.form(index));
        if may_begin { self.find(scene, index, end) } else { None }
    }

    fn find(&self, scene: &Scene<'_>, index: usize, end: usize) -> Option<(usize, T)> {
        let find = |first: u32| {
            let phrases = self.by_first.get(&first)?;
            let fits = |rest: &[u32]| {
                index + rest.len() < end && rest.iter().enumerate().all(|(place, word)| scene.is_word(index + 1 + place, *word))
            };
            phrases.iter().find(|(rest, _)| fits(rest)).map(|(rest, what)| (rest.len() + 1, *what))
        };
        let (lemma, form) = (scene.lemma(index), scene.form(index));
        let found = find(lemma);
        if form == lemma { found } else { found.into_iter().chain(find(form)).max_by_key(|(length, _)| *length) }
    }

    /// What stands for a word by itself.
    pub fn word(&self, word: u32) -> Option<T> {
        if !self.may_begin(word) {
            return None;
        }
        self.by_first.get(&word)?.iter().find(|(rest, _)| rest.is_empty()).map(|(_, what)| *what)
    }
}

/// The place of a word in a filter of so many parts (a power of two): one of them and a bit of it.
#[inline]
fn place(word: u32, parts: usize) -> (usize, u64) {
    let mixed = word ^ (word >> 15);
    ((mixed >> 6) as usize & (parts - 1), 1 << (mixed & 63))
}

/// The number of a piece of a phrase; "+" stands for a hyphen that the tokenizer leaves inside a token.
fn piece(piece: &str) -> u32 {
    if piece.contains('+') { number(&piece.replace('+', "-")) } else { number(piece) }
}

/// The words of a phrase as the tokenizer cuts them: hyphens stand by themselves.
fn pieces(phrase: &'static str) -> impl Iterator<Item = &'static str> {
    phrase.split_whitespace().flat_map(|word| {
        word.split_inclusive('-')
            .flat_map(|part| match part.strip_suffix('-') {
                Some(before) if !before.is_empty() => [Some(before), Some("-")],
                _ => [Some(part), None],
            })
            .flatten()
    })
}
