//! How well each token would do as the head of each other: a bilinear form of two views of them, and terms for their distance.

use wide::{f32x4, i16x8};

use super::{activation::rectify, segment::LONGEST};
use crate::syntax::model::{ArcWeights, fixed};

/// Scores of heads: for each dependent a row, with the root first and then the tokens.
#[derive(Debug, Default)]
pub struct Scores {
    /// How many tokens there are.
    pub length: usize,
    stride: usize,
    values: Vec<f32>,
    packed: Vec<i16x8>,
    queries: Vec<f32x4>,
    /// The views as heads: eight of them side by side, number by number.
    heads: Vec<f32>,
}

/// Heads that are compared at once.
const GROUP: usize = 8;

/// The score of what cannot be.
pub const NEVER: f32 = -1e9;

impl Scores {
    /// The scores of all heads of a dependent; 0 is the root, the token `i` is `i + 1`.
    pub fn row(&self, dependent: usize) -> &[f32] {
        self.values.get(dependent * self.stride..dependent * self.stride + self.length + 1).unwrap_or(&[])
    }

    /// Computes the scores from the views of the tokens as dependents and as heads.
    pub fn compute<'a>(
        &mut self,
        weights: &'a ArcWeights,
        length: usize,
        dependents: impl Iterator<Item = &'a [f32x4]>,
        heads: impl Iterator<Item = &'a [f32x4]>,
    ) {
        self.length = length;
        self.stride = (length + 1).next_multiple_of(GROUP);
        self.query(weights, dependents);
        self.lay_heads(weights, heads);
        self.compare(weights);
        for dependent in 0..length {
            self.add_distances(weights, dependent);
        }
    }

    /// What each dependent asks of a head.
    #[inline(never)]
    fn query<'a>(&mut self, weights: &ArcWeights, dependents: impl Iterator<Item = &'a [f32x4]>) {
        let (width, lanes) = (weights.lanes / 2, weights.query.lanes());
        self.packed.resize(self.length * width, i16x8::ZERO);
        for (dependent, packed) in dependents.zip(self.packed.chunks_exact_mut(width)) {
            for ([a, b], packed) in dependent.as_chunks().0.iter().zip(packed) {
                *packed = fixed(rectify(*a), rectify(*b));
            }
        }
        self.queries.resize(self.length * lanes, f32x4::ZERO);
        weights.query.product(&self.packed, width, self.length, &mut self.queries);
    }

    /// Lays the views as heads side by side, the root's first.
    #[inline(never)]
    fn lay_heads<'a>(&mut self, weights: &'a ArcWeights, heads: impl Iterator<Item = &'a [f32x4]>) {
        let width = weights.lanes * 4;
        self.heads.clear();
        self.heads.resize(self.stride * width, 0.0);
        for (index, head) in std::iter::once(weights.root.as_slice()).chain(heads).enumerate() {
            let first = index / GROUP * GROUP * width + index % GROUP;
            let values = head.iter().flat_map(|four| rectify(*four).to_array());
            for (place, value) in self.heads.iter_mut().skip(first).step_by(GROUP).zip(values) {
                *place = value;
            }
        }
    }

    /// Multiplies queries and heads, four dependents and eight heads at a time.
    #[inline(never)]
    fn compare(&mut self, weights: &ArcWeights) {
        let (width, lanes) = (weights.lanes * 4, weights.query.lanes() * 4);
        self.values.resize(self.length * self.stride, 0.0);
        let queries: &[f32] = bytemuck::cast_slice(&self.queries);
        for (group, heads) in self.heads.as_chunks::<GROUP>().0.chunks_exact(width).enumerate() {
            let query = |row: usize| queries.get(row * lanes..row * lanes + width).unwrap_or(&[]);
            let mut first = 0;
            while first < self.length {
                let found = four(heads, [0, 1, 2, 3].map(|next| query((first + next).min(self.length - 1))));
                for (row, found) in (first..self.length).zip(found) {
                    let at = row * self.stride + group * GROUP;
                    if let Some(place) = self.values.get_mut(at..at + GROUP) {
                        place.copy_from_slice(&found);
                    }
                }
                first += 4;
            }
        }
    }

    /// Adds to a dependent's row what distance and direction say.
    #[inline(never)]
    fn add_distances(&mut self, weights: &ArcWeights, dependent: usize) {
        let (width, lanes) = (weights.lanes * 4, weights.query.lanes() * 4);
        let queries: &[f32] = bytemuck::cast_slice(&self.queries);
        let likes = queries.get(dependent * lanes + width..).and_then(|likes| likes.first_chunk::<2>());
        let row = self.values.get_mut(dependent * self.stride..dependent * self.stride + self.length + 1);
        let (Some([side, far]), Some([root, tokens @ ..])) = (likes, row) else { return };
        *root += weights.root_bias;
        let from = LONGEST.saturating_sub(dependent);
        let tables = [&weights.distance, &weights.direction, &weights.logarithm].map(|table| table.get(from..).unwrap_or(&[]));
        let [distance, direction, logarithm] = tables;
        for (((score, distance), direction), logarithm) in tokens.iter_mut().zip(distance).zip(direction).zip(logarithm) {
            *score += distance + side * direction + far * logarithm;
        }
        if let Some(own) = tokens.get_mut(dependent) {
            *own = NEVER;
        }
    }
}

/// The products of four queries with eight heads.
fn four(heads: &[[f32; GROUP]], [q0, q1, q2, q3]: [&[f32]; 4]) -> [[f32; GROUP]; 4] {
    let mut sums = [[0.0; GROUP]; 4];
    for ((((head, a), b), c), d) in heads.iter().zip(q0).zip(q1).zip(q2).zip(q3) {
        for (sums, query) in sums.iter_mut().zip([a, b, c, d]) {
            sums.iter_mut().zip(head).for_each(|(sum, head)| *sum += query * head);
        }
    }
    sums
}

#[cfg(test)]
impl Scores {
    /// Scores written out, row by row.
    pub fn of(length: usize, values: &[f32]) -> Self {
        Self { length, stride: length + 1, values: values.to_vec(), ..Self::default() }
    }
}
