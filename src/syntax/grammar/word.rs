//! What the encoder needs of a word alone, kept for the words that come again.

use wide::f32x4;

use crate::syntax::{
    feature::{FNV_OFFSET, affixes, fnv, normalise, shape},
    model::{Model, pack},
};

/// How many words are kept at most; a power of two.
const PLACES: usize = 4096;

/// Longer words are not kept.
const LONGEST_KEPT: usize = 40;

/// Words that were seen, each with its part in the first convolution: for the word behind it, for itself, for the word before it.
///
/// What is kept never changes a result, only the time it takes.
#[derive(Debug, Default)]
pub struct Words {
    /// For each place, the number of its entry, counted from 1.
    places: Vec<u16>,
    entries: Vec<Entry>,
    /// Three parts for each entry.
    parts: Vec<f32x4>,
    normal: String,
    sum: Vec<f32x4>,
    packed: Vec<i32>,
    sums: Vec<wide::i32x4>,
}

#[derive(Debug, Default)]
struct Entry {
    form: String,
    opens: bool,
    /// The tag that `lemma` is for.
    tag: Option<usize>,
    lemma: String,
}

impl Words {
    /// The number of a word's entry, made now if need be. It holds until the next call.
    pub fn entry(&mut self, form: &str, opens: bool, model: &Model) -> usize {
        self.places.resize(PLACES, 0);
        let hash = fnv(FNV_OFFSET ^ u32::from(opens), form.as_bytes());
        let place = (hash ^ (hash >> 16)) as usize % PLACES;
        let known = self.places.get(place).map_or(0, |number| usize::from(*number));
        if let Some(entry) = known.checked_sub(1).and_then(|number| self.entries.get(number))
            && entry.opens == opens
            && entry.form == form
        {
            return known - 1;
        }
        let number = known.checked_sub(1).unwrap_or(self.entries.len());
        if number == self.entries.len() {
            self.entries.push(Entry::default());
            self.parts.resize(self.entries.len() * model.width / 4 * 3, f32x4::ZERO);
        }
        if let (Some(slot), Ok(number)) = (self.places.get_mut(place), u16::try_from(number + 1)) {
            *slot = number;
        }
        if let Some(entry) = self.entries.get_mut(number) {
            entry.form.clear();
            // A form that no word has keeps long words from being found again.
            entry.form.push_str(if form.len() > LONGEST_KEPT { "" } else { form });
            entry.opens = opens;
            entry.tag = None;
        }
        self.compute(form, opens, number, model);
        number
    }

    /// The three parts of an entry.
    pub fn parts(&self, number: usize, model: &Model) -> [&[f32x4]; 3] {
        let lanes = model.width / 4;
        [0, 1, 2].map(|part| self.parts.get((number * 3 + part) * lanes..(number * 3 + part + 1) * lanes).unwrap_or(&[]))
    }

    /// Appends the lemma of a word with this tag.
    pub fn lemma(&mut self, form: &str, opens: bool, tag: usize, model: &Model, out: &mut String) {
        let number = self.entry(form, opens, model);
        let Some(entry) = self.entries.get_mut(number) else { return };
        if entry.tag != Some(tag) {
            entry.tag = Some(tag);
            entry.lemma.clear();
            model.lemmas.apply(form, tag, &model.words, &mut self.normal, &mut entry.lemma);
        }
        out.push_str(&entry.lemma);
    }

    fn compute(&mut self, form: &str, opens: bool, number: usize, model: &Model) {
        let Some(layer) = model.layers.first() else { return };
        let lanes = model.width / 4;
        embed(form, opens, model, &mut self.normal, &mut self.sum);
        self.packed.resize(model.width / 2, 0);
        pack(&self.sum, &mut self.packed);
        self.sums.resize(lanes * 3, wide::i32x4::ZERO);
        layer.convolution.sums(&self.packed, model.width / 2, 1, &mut self.sums);
        if let Some(parts) = self.parts.get_mut(number * 3 * lanes..(number + 1) * 3 * lanes) {
            layer.convolution.results(&self.sums, parts);
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
