//! How well each token would do as the head of each other: the product of two views of them, and terms for their distance.

use wide::{f32x4, i16x8};

use super::{activation::rectify, segment::LONGEST};
use crate::syntax::model::{ArcWeights, Matrix, pack};

/// Scores of heads: for each dependent a row, with the root first and then the tokens.
#[derive(Debug, Default)]
pub struct Scores {
    /// How many tokens there are.
    pub length: usize,
    /// Numbers in a row of `values`.
    stride: usize,
    values: Vec<f32x4>,
    /// The views as dependents.
    packed: Vec<i16x8>,
    /// The views as heads: the root's first.
    heads: Matrix,
    rectified: Vec<f32x4>,
}

/// The score of what cannot be.
pub const NEVER: f32 = -1e9;

impl Scores {
    /// The scores of all heads of a dependent; 0 is the root, the token `i` is `i + 1`.
    pub fn row(&self, dependent: usize) -> &[f32] {
        bytemuck::cast_slice(&self.values).get(dependent * self.stride..dependent * self.stride + self.length + 1).unwrap_or(&[])
    }

    /// Computes the scores from the views of the tokens as dependents and as heads.
    #[inline(never)]
    pub fn compute<'a>(
        &mut self,
        weights: &'a ArcWeights,
        length: usize,
        dependent: impl Fn(usize) -> &'a [f32x4],
        head: impl Fn(usize) -> &'a [f32x4],
    ) {
        self.length = length;
        let width = weights.lanes / 2;
        self.packed.resize(length * width, i16x8::ZERO);
        for (index, packed) in self.packed.chunks_exact_mut(width).enumerate() {
            pack(dependent(index), packed);
        }
        self.heads.clear(weights.lanes * 4, length + 1);
        self.heads.set_column(0, &weights.root);
        for index in 0..length {
            self.rectified.clear();
            self.rectified.extend(head(index).iter().map(|four| rectify(*four)));
            self.heads.set_column(index + 1, &self.rectified);
        }
        self.stride = self.heads.lanes() * 4;
        self.values.resize(length * self.heads.lanes(), f32x4::ZERO);
        self.heads.product(&self.packed, width, length, &mut self.values);
        for index in 0..length {
            self.add_distances(weights, index, dependent(index));
        }
    }

    /// Adds to a dependent's row what distance and direction say: its view ends with how much they count.
    fn add_distances(&mut self, weights: &ArcWeights, dependent: usize, view: &[f32x4]) {
        let values: &mut [f32] = bytemuck::cast_slice_mut(&mut self.values);
        let row = values.get_mut(dependent * self.stride..dependent * self.stride + self.length + 1);
        let (Some([.., side, far]), Some([root, tokens @ ..])) = (view.last().map(|four| four.to_array()), row) else { return };
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

#[cfg(test)]
impl Scores {
    /// Scores written out, row by row.
    pub fn of(length: usize, values: &[f32]) -> Self {
        let stride = (length + 1).next_multiple_of(4);
        let row = |row: &[f32]| [row, &vec![0.0; stride - length - 1]].concat();
        let padded: Vec<f32> = values.chunks(length + 1).flat_map(row).collect();
        let values = padded.as_chunks().0.iter().map(|four| f32x4::new(*four)).collect();
        Self { length, stride, values, ..Self::default() }
    }
}
