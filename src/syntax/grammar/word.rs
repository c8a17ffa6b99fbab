//! What the encoder needs of a word alone, kept for the words that come again.

use wide::{f32x4, i16x8};

use crate::syntax::{
    feature::{affixes, normalise, shape},
    grammar::LONGEST,
    model::{Model, pack, pack_halves},
};
use crate::text::{FNV_OFFSET, fnv};

/// Places where words are looked for; a power of two.
const PLACES: usize = 16_384;

/// When there are so many entries, all are dropped before the next sentence: at most half of the places are taken then.
const MOST: usize = PLACES / 2 - LONGEST;

/// A word is looked for in so many places, however a text may be made.
const PROBES: usize = 16;

/// Longer words are not found again.
const LONGEST_KEPT: usize = 40;

/// Lemmas that are kept of a word, each for a tag.
const LEMMAS: usize = 2;

/// Words that were seen, each with its parts in the first layer: for the word behind it, for itself, for the word before it.
///
/// What is kept never changes a result, only the time it takes.
#[derive(Debug, Default)]
pub struct Words {
    /// Open addressing: the hash of a word leads to the number of its entry, counted from 1; 0 is a free place.
    places: Vec<u16>,
    entries: Vec<Entry>,
    /// Three parts for each entry, as fixed-point numbers: half the memory, which is what adding them takes its time for.
    parts: Vec<i16x8>,
    normal: String,
    sum: Vec<f32x4>,
    packed: Vec<i16x8>,
    product: Vec<f32x4>,
}

#[derive(Debug, Default)]
struct Entry {
    form: String,
    opens: bool,
    /// Lemmas, each with its tag; the next that is needed takes the place of `oldest`.
    lemmas: [(Option<usize>, String); LEMMAS],
    oldest: usize,
}

impl Words {
    /// Makes room for the words of a sentence. The numbers of entries hold until the next call.
    pub fn make_room(&mut self) {
        if self.places.is_empty() || self.entries.len() > MOST {
            self.places.clear();
            self.places.resize(PLACES, 0);
            self.entries.clear();
            self.parts.clear();
        }
    }

    /// The number of a word's entry, made now if need be.
    pub fn entry(&mut self, form: &str, opens: bool, model: &Model) -> usize {
        let hash = fnv(FNV_OFFSET ^ u32::from(opens), form.as_bytes());
        let first = (hash ^ (hash >> 16)) as usize;
        let number = self.entries.len();
        for place in (first..first + PROBES).map(|place| place % PLACES) {
            match self.places.get_mut(place) {
                Some(free @ 0) if form.len() <= LONGEST_KEPT => {
                    *free = u16::try_from(number + 1).unwrap_or(0);
                    break;
                }
                Some(taken) if *taken > 0 => {
                    let number = usize::from(*taken) - 1;
                    if self.entries.get(number).is_some_and(|entry| entry.opens == opens && entry.form == form) {
                        return number;
                    }
                }
                _ => break,
            }
        }
        self.entries.push(Entry { form: form.to_owned(), opens, ..Entry::default() });
        self.compute(form, opens, number, model);
        number
    }

    /// A part of an entry: 0 for the word behind it, 1 for itself, 2 for the word before it.
    pub fn part(&self, number: usize, part: usize, model: &Model) -> Option<&[i16x8]> {
        let length = model.nothing.len();
        self.parts.get((number * 3 + part) * length..(number * 3 + part + 1) * length)
    }

    /// The lemma of an entry's word with this tag.
    pub fn lemma(&mut self, number: usize, tag: usize, model: &Model) -> &str {
        let Some(entry) = self.entries.get_mut(number) else { return "" };
        let known = entry.lemmas.iter().position(|(known, _)| *known == Some(tag));
        let at = known.unwrap_or(entry.oldest);
        let Some((known_tag, lemma)) = entry.lemmas.get_mut(at) else { return "" };
        if known.is_none() {
            entry.oldest = (at + 1) % LEMMAS;
            *known_tag = Some(tag);
            lemma.clear();
            model.lemmas.apply(&entry.form, tag, &model.words, &mut self.normal, lemma);
        }
        lemma
    }

    /// Computes the parts of an entry, the last.
    #[inline(never)]
    fn compute(&mut self, form: &str, opens: bool, number: usize, model: &Model) {
        embed(form, opens, model, &mut self.normal, &mut self.sum);
        self.packed.resize(model.width / 8, i16x8::ZERO);
        pack(&self.sum, &mut self.packed);
        self.product.resize(model.first.lanes(), f32x4::ZERO);
        model.first.product(&self.packed, self.packed.len(), 1, &mut self.product);
        let length = self.product.len() / 2;
        self.parts.resize((number + 1) * length, i16x8::ZERO);
        if let Some(parts) = self.parts.get_mut(number * length..) {
            pack_halves(&self.product, parts);
        }
    }
}

/// The sum of a word's embeddings.
fn embed(form: &str, opens: bool, model: &Model, normal: &mut String, sum: &mut Vec<f32x4>) {
    sum.clear();
    sum.resize(model.width / 4, f32x4::ZERO);
    normalise(form, normal);
    model.word_table.add(model.words.find(normal).map_or(0, |number| number + 1), sum);
    for (table, row) in model.affix_tables.iter().zip(affixes(normal, &model.affix_sizes)) {
        table.add(row as usize, sum);
    }
    model.shape_table.add(shape(form, opens) as usize, sum);
}
