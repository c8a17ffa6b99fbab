//! What is true of a possible extent of a cue.

use super::{
    cue::passive,
    feature::{Decision, Features, bucket, recalled},
    weights::Weights,
};
use crate::statement::candidate::{Range, View};

/// A word that heads a cue, with what its extents ask of it.
struct Cue<'v, 'a> {
    view: &'v View<'a>,
    word: usize,
    /// The piece of its content that stands behind it.
    content: Option<&'v Range>,
    lemma: u32,
    tag: u32,
    label: u32,
    kind: u32,
    passive: u32,
}

/// Adds what is true of a candidate for the extent of the cue that a word heads.
#[cfg(feature = "train")]
pub fn features(view: &View<'_>, word: usize, extent: &Range, content: Option<&Range>, features: &mut Features) {
    let cue = Cue::new(view, word, content);
    cue.left(extent.start, features);
    cue.right(extent.end, features);
    cue.both(extent, features);
}

/// Scores the extents of one cue. Many of them begin, or end, at the same place: what is true of that side is summed up once.
pub struct Scores<'v, 'a> {
    cue: Cue<'v, 'a>,
    weights: &'v Weights,
    features: Features,
    left: Vec<(usize, i32)>,
    right: Vec<(usize, i32)>,
}

impl<'v, 'a> Scores<'v, 'a> {
    /// No scores yet of the extents of the cue that a word heads.
    pub fn new(view: &'v View<'a>, word: usize, content: Option<&'v Range>, weights: &'v Weights) -> Self {
        let cue = Cue::new(view, word, content);
        Self { cue, weights, features: Features::new(Decision::Extent), left: Vec::new(), right: Vec::new() }
    }

    /// The score of an extent.
    pub fn score(&mut self, extent: &Range) -> f32 {
        let Self { cue, weights, features, left, right } = self;
        let left = recalled(left, extent.start, || {
            features.clear();
            cue.left(extent.start, features);
            weights.sum(&features.hashes)
        });
        let right = recalled(right, extent.end, || {
            features.clear();
            cue.right(extent.end, features);
            weights.sum(&features.hashes)
        });
        features.clear();
        cue.both(extent, features);
        weights.scaled(Decision::Extent, left + right + weights.sum(&features.hashes))
    }
}

impl<'v, 'a> Cue<'v, 'a> {
    fn new(view: &'v View<'a>, word: usize, content: Option<&'v Range>) -> Self {
        Self {
            view,
            word,
            content,
            lemma: view.lemma(word),
            tag: view.tag(word),
            label: view.label(word),
            kind: view.known(word),
            passive: u32::from(passive(view, word)),
        }
    }

    /// Adds what is true of where an extent begins, whatever its end.
    fn left(&self, start: usize, features: &mut Features) {
        let &Self { view, word, lemma, tag, .. } = self;
        let left = (word - start) as u32;
        features.add(4, [left, tag, self.label]);
        features.two(6, left, view.lemma(start));
        features.add(8, [u32::from(left > 0), view.lemma(start), view.tag(start)]);
        let before = start.checked_sub(1).map_or((0, 255), |before| (view.lemma(before), view.tag(before)));
        features.add(15, [before.1, view.tag(start), tag]);
        features.add(16, [before.0, view.lemma(start), 0]);
        features.add(17, [before.0, tag, left]);
        features.add(18, [before.0, lemma, left]);
        for index in start..word {
            self.inner(index, 0, features);
        }
        features.add(32, [self.passive, left, tag]);
    }

    /// Adds what is true of where an extent ends, wherever it begins.
    fn right(&self, end: usize, features: &mut Features) {
        let &Self { view, word, lemma, tag, .. } = self;
        let right = (end - word - 1) as u32;
        features.add(5, [right, tag, self.label]);
        features.two(7, right, view.lemma(end - 1));
        features.add(9, [u32::from(right > 0), view.lemma(end - 1), lemma]);
        features.add(10, [u32::from(right > 0), view.tag(end - 1), tag]);
        features.add(11, [view.tag(end - 1), view.tag(end), tag]);
        features.add(12, [view.lemma(end - 1), view.lemma(end), 0]);
        features.add(13, [view.lemma(end), lemma, right]);
        features.add(14, [view.tag(end), tag, right]);
        for index in word + 1..end {
            self.inner(index, 1, features);
        }
        let gap = self.content.map_or(20, |content| if content.start >= end { bucket(content.start - end) } else { 15 });
        features.add(30, [gap, right, tag]);
        features.add(31, [gap, view.lemma(end - 1), 0]);
    }

    /// Adds what is true of a word of an extent, beside the one that heads it.
    fn inner(&self, index: usize, side: u32, features: &mut Features) {
        let &Self { view, lemma, tag, .. } = self;
        features.add(22, [side, view.lemma(index), lemma]);
        features.add(23, [side, view.label(index), self.kind]);
        features.add(24, [side, view.tag(index), tag]);
        if let Some(head) = view.head(self.word).filter(|head| *head == index) {
            features.add(25, [self.label, view.lemma(head), tag]);
        }
    }

    /// Adds what is true of both sides together: how long they are, and which words hang on one of the others.
    fn both(&self, extent: &Range, features: &mut Features) {
        let &Self { view, word, lemma, tag, kind, .. } = self;
        let (start, end) = (extent.start, extent.end);
        let (left, right) = ((word - start) as u32, (end - word - 1) as u32);
        features.add(1, [left, right, tag]);
        features.add(2, [left, right, lemma]);
        features.add(3, [left, right, kind]);
        for index in (start..end).filter(|index| *index != word) {
            let side = u32::from(index > word);
            let tie = view.head(index).map_or(3, |head| {
                if head == word {
                    0
                } else if extent.contains(&head) {
                    1
                } else {
                    2
                }
            });
            features.add(20, [side, view.label(index), tie]);
            features.add(21, [side, view.lemma(index), tie]);
        }
        // What is left out on either side.
        let around = view.around(word);
        for (index, side) in [(start.checked_sub(1), 0), (Some(end), 1)] {
            if let Some(index) = index.filter(|index| around.contains(index)) {
                let tie = view.head(index).map_or(3, |head| if head == word { 0 } else { 1 + u32::from(extent.contains(&head)) });
                features.add(26, [side, view.label(index), tie]);
                features.add(27, [side, view.lemma(index), tie]);
                features.add(28, [side, view.tag(index), tag]);
            }
        }
    }
}
