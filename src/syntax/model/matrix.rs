//! A matrix of small integers, and the product of token states with it.
//!
//! States are fixed-point numbers of 16 bits, weights have 8, sums 32, so the result is exact and the same on every machine. Two states are
//! held in one number, because processors multiply pairs and add them in one step (`i32x4.dot_i16x8_s`, `pmaddwd`).

use wide::{f32x4, i16x8, i32x4};

/// Columns that are computed together; rows of a product are padded to a multiple of it.
pub const GROUP: usize = 8;

/// What 1.0 is as a fixed-point state.
pub const QUANTUM: f32 = 512.0;

/// More rows could make a sum of 32 bits overflow: each product is at most 127 times 32767.
const MOST_ROWS: usize = 512;

/// Eight sums, or eight results.
type Eight<T> = [T; 2];

/// Weights and biases.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// Pairs of states that a row of the product reads.
    pairs: usize,
    /// For each group of columns, for each pair of states: the weights of the pair, column by column.
    weights: Vec<Eight<i16x8>>,
    /// For each column: the step of its weights, divided by [`QUANTUM`].
    scales: Vec<f32x4>,
    biases: Vec<f32x4>,
}

impl Matrix {
    /// Lays out weights that are given row by row; `None` where lengths do not fit. The rows fall into `groups`, one for each token
    /// state that is read; see [`pack`] for which of their rows are paired.
    pub fn new(groups: usize, weights: &[u8], scales: &[f32], biases: &[f32]) -> Option<Self> {
        let columns = scales.len();
        let rows = weights.len().checked_div(columns)?;
        let width = rows.checked_div(groups)?;
        if rows > MOST_ROWS || !width.is_multiple_of(2) || rows != width * groups || weights.len() != rows * columns {
            return None;
        }
        let weight = |row: usize, column: usize| {
            let found = (column < columns).then(|| weights.get(row * columns + column)).flatten();
            found.map_or(0, |byte| i16::from(byte.cast_signed()))
        };
        let mut laid = Vec::with_capacity(rows / 2 * columns.div_ceil(GROUP));
        for first in (0..columns).step_by(GROUP) {
            for group in 0..groups {
                for pair in 0..width / 2 {
                    let (a, b) = (group * width + pair, group * width + pair + width / 2);
                    laid.push([0, 4].map(|at| {
                        let [c0, c1, c2, c3] = [0, 1, 2, 3].map(|column| first + at + column).map(|c| (weight(a, c), weight(b, c)));
                        i16x8::new([c0.0, c0.1, c1.0, c1.1, c2.0, c2.1, c3.0, c3.1])
                    }));
                }
            }
        }
        Some(Self { pairs: rows / 2, weights: laid, scales: lanes(scales, 1.0 / QUANTUM), biases: lanes(biases, 1.0) })
    }

    /// Vectors of four in a row of the product.
    pub fn lanes(&self) -> usize {
        self.scales.len()
    }

    /// Appends the columns of another matrix that reads the same states.
    pub fn beside(mut self, other: Self) -> Option<Self> {
        self.weights.extend(other.weights);
        self.scales.extend(other.scales);
        self.biases.extend(other.biases);
        (self.pairs == other.pairs).then_some(self)
    }

    /// The sums of a product. Row `i` reads the packed states from `i * stride` on; every row of `out` has [`Self::lanes`] vectors.
    pub fn sums(&self, states: &[i32], stride: usize, rows: usize, out: &mut [i32x4]) {
        let groups = self.scales.len() / 2;
        for (group, weights) in self.weights.chunks_exact(self.pairs.max(1)).enumerate() {
            let row = |row: usize| states.get(row * stride..row * stride + self.pairs).unwrap_or(&[]);
            let mut at = 0;
            while at + 4 <= rows {
                let sums = four(weights, [row(at), row(at + 1), row(at + 2), row(at + 3)]);
                for (next, sums) in sums.into_iter().enumerate() {
                    put(out, (at + next) * groups + group, sums);
                }
                at += 4;
            }
            while at < rows {
                put(out, at * groups + group, one(weights, row(at)));
                at += 1;
            }
        }
    }

    /// What sums mean: a row of `out` for a row of sums.
    pub fn results(&self, sums: &[i32x4], out: &mut [f32x4]) {
        let lanes = self.lanes().max(1);
        for (sums, out) in sums.chunks_exact(lanes).zip(out.chunks_exact_mut(lanes)) {
            for (((sum, out), scale), bias) in sums.iter().zip(out).zip(&self.scales).zip(&self.biases) {
                *out = f32x4::from_i32x4(*sum) * *scale + *bias;
            }
        }
    }
}

fn put(out: &mut [i32x4], group: usize, sums: Eight<i32x4>) {
    if let Some(place) = out.get_mut(group * 2..group * 2 + 2) {
        place.copy_from_slice(&sums);
    }
}

/// Eight columns for four rows: each weight is loaded once for all four.
fn four(weights: &[Eight<i16x8>], [x0, x1, x2, x3]: [&[i32]; 4]) -> [Eight<i32x4>; 4] {
    let mut sums = [[i32x4::ZERO; 2]; 4];
    for ((((w, a), b), c), d) in weights.iter().zip(x0).zip(x1).zip(x2).zip(x3) {
        for (sums, pair) in sums.iter_mut().zip([a, b, c, d]) {
            add(sums, *pair, w);
        }
    }
    sums
}

/// Eight columns for one row.
fn one(weights: &[Eight<i16x8>], states: &[i32]) -> Eight<i32x4> {
    let mut sums = [i32x4::ZERO; 2];
    for (w, pair) in weights.iter().zip(states) {
        add(&mut sums, *pair, w);
    }
    sums
}

#[inline(always)]
fn add(sums: &mut Eight<i32x4>, pair: i32, weights: &Eight<i16x8>) {
    let pair: i16x8 = bytemuck::cast(i32x4::splat(pair));
    sums[0] += pair.dot(weights[0]);
    sums[1] += pair.dot(weights[1]);
}

/// Numbers as vectors of four, padded with zeros to whole groups.
fn lanes(values: &[f32], times: f32) -> Vec<f32x4> {
    let mut padded: Vec<f32> = values.iter().map(|value| value * times).collect();
    padded.resize(values.len().next_multiple_of(GROUP), 0.0);
    padded.as_chunks().0.iter().map(|four| f32x4::new(*four)).collect()
}

/// Packs states as fixed-point numbers, the first half of them paired with the second.
pub fn pack(states: &[f32x4], out: &mut [i32]) {
    let (first, second) = states.split_at(states.len() / 2);
    for ((a, b), out) in first.iter().zip(second).zip(out.as_chunks_mut::<4>().0) {
        let low = fixed(*a) & i32x4::splat(0xFFFF);
        let high: i32x4 = fixed(*b) << 16_i32;
        *out = (low | high).to_array();
    }
}

/// The nearest fixed-point number, at most 16 bits. Adding 1.5 times 2^23 leaves the whole part in the low bits of a float.
#[inline(always)]
fn fixed(value: f32x4) -> i32x4 {
    const SHIFT: f32 = 12_582_912.0;
    let limited = (value * f32x4::splat(QUANTUM)).fast_max(f32x4::splat(-32_767.0)).fast_min(f32x4::splat(32_767.0));
    let bits: i32x4 = bytemuck::cast(limited + f32x4::splat(SHIFT));
    bits - i32x4::splat(SHIFT.to_bits().cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The product written out.
    fn check(groups: usize, width: usize, columns: usize, rows: usize) {
        let depth = groups * width;
        let weights: Vec<i8> = (0..depth * columns).map(|i| (i * 31 % 255) as u8 as i8).map(|w| w.max(-127)).collect();
        let states: Vec<f32> = (0..(rows + groups - 1) * width).map(|i| (i * 17 % 200) as f32 / 64.0 - 1.5).collect();
        let scales = vec![0.01; columns];
        let biases: Vec<f32> = (0..columns).map(|c| c as f32).collect();
        let bytes: Vec<u8> = weights.iter().map(|w| w.cast_unsigned()).collect();
        let matrix = Matrix::new(groups, &bytes, &scales, &biases).unwrap();
        let vectors: Vec<f32x4> = states.as_chunks().0.iter().map(|four| f32x4::new(*four)).collect();
        let mut packed = vec![0; states.len() / 2];
        for (row, out) in vectors.chunks(width / 4).zip(packed.chunks_mut(width / 2)) {
            pack(row, out);
        }
        let mut sums = vec![i32x4::ZERO; rows * matrix.lanes()];
        matrix.sums(&packed, width / 2, rows, &mut sums);
        let mut found = vec![f32x4::ZERO; sums.len()];
        matrix.results(&sums, &mut found);
        for row in 0..rows {
            for column in 0..columns {
                let sum: f64 = (0..depth).map(|k| f64::from(states[row * width + k]) * f64::from(weights[k * columns + column])).sum();
                let expected = sum * 0.01 + f64::from(biases[column]);
                let got = found[row * matrix.lanes() + column / 4].to_array()[column % 4];
                assert!((f64::from(got) - expected).abs() < 1e-3, "{row} {column}: {got} for {expected}");
            }
        }
    }

    #[test]
    fn products_are_exact() {
        check(1, 64, 128, 9);
        check(3, 16, 20, 4);
        check(1, 8, 3, 1);
    }

    #[test]
    fn states_beyond_the_range_are_limited() {
        let mut packed = [0; 4];
        pack(&[f32x4::splat(1e9), f32x4::splat(-1e9)], &mut packed);
        assert_eq!(packed, [0x8001_7FFF_u32.cast_signed(); 4]);
        pack(&[f32x4::splat(1.0), f32x4::splat(-1.0)], &mut packed);
        assert_eq!(packed, [(0xFE00_0200_u32).cast_signed(); 4]);
    }

    #[test]
    fn lengths_that_do_not_fit_are_refused() {
        assert!(Matrix::new(1, &[0; 7], &[1.0; 2], &[0.0; 2]).is_none());
        assert!(Matrix::new(3, &[0; 8], &[1.0; 2], &[0.0; 2]).is_none());
        assert!(Matrix::new(1, &[], &[], &[]).is_none());
        assert!(Matrix::new(1, &vec![0; 1026], &[1.0], &[0.0]).is_none());
    }
}
