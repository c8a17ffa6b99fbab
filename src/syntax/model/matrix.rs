//! A matrix of small integers, and the product of token states with it.
//!
//! States are fixed-point numbers of 16 bits, weights have 8, sums 32, so the result is exact and the same on every machine. Two states are
//! multiplied at once, because processors multiply pairs and add them in one step (`i32x4.dot_i16x8_s`, `pmaddwd`).

use wide::{f32x4, i16x8, i32x4, i32x8};

/// Columns that are computed together; rows of a product are padded to a multiple of it.
pub const GROUP: usize = 16;

/// What 1.0 is as a fixed-point state.
pub const QUANTUM: f32 = 512.0;

/// More rows could make a sum of 32 bits overflow: each product is at most 127 times 32767.
const MOST_ROWS: usize = 512;

/// Sums of a group, or their results.
type Group<T> = [T; GROUP / 4];

/// Weights and biases.
#[derive(Debug, Clone, Default)]
pub struct Matrix {
    /// Pairs of states that a row of the product reads.
    pairs: usize,
    /// For each group of columns, for each pair of states: the weights of the pair, column by column.
    weights: Vec<Group<i16x8>>,
    /// For each group of columns: the steps of its weights, divided by [`QUANTUM`], and its biases.
    scales: Vec<(Group<f32x4>, Group<f32x4>)>,
}

impl Matrix {
    /// Lays out weights that are given row by row; `None` where lengths do not fit.
    pub fn new(weights: &[u8], scales: &[f32], biases: &[f32]) -> Option<Self> {
        let columns = scales.len();
        let rows = weights.len().checked_div(columns)?;
        if rows > MOST_ROWS || !rows.is_multiple_of(2) || weights.len() != rows * columns || biases.len() != columns {
            return None;
        }
        let weight = |row: usize, column: usize| {
            let found = (column < columns).then(|| weights.get(row * columns + column)).flatten();
            found.map_or(0, |byte| i16::from(byte.cast_signed()))
        };
        let mut laid = Vec::with_capacity(rows / 2 * columns.div_ceil(GROUP));
        for first in (0..columns).step_by(GROUP) {
            for row in (0..rows).step_by(2) {
                laid.push([0, 4, 8, 12].map(|at| {
                    let [c0, c1, c2, c3] = [0, 1, 2, 3].map(|column| first + at + column).map(|c| (weight(row, c), weight(row + 1, c)));
                    i16x8::new([c0.0, c0.1, c1.0, c1.1, c2.0, c2.1, c3.0, c3.1])
                }));
            }
        }
        let scales = grouped(scales, 1.0 / QUANTUM).into_iter().zip(grouped(biases, 1.0)).collect();
        Some(Self { pairs: rows / 2, weights: laid, scales })
    }

    /// Vectors of four in a row of the product.
    pub fn lanes(&self) -> usize {
        self.scales.len() * GROUP / 4
    }

    /// Appends the columns of another matrix that reads the same states.
    pub fn beside(mut self, other: Self) -> Option<Self> {
        self.weights.extend(other.weights);
        self.scales.extend(other.scales);
        (self.pairs == other.pairs).then_some(self)
    }

    /// Makes room for columns that are states of `width` numbers, so that a product compares states with states.
    pub fn clear(&mut self, width: usize, columns: usize) {
        self.pairs = width / 2;
        let groups = columns.div_ceil(GROUP);
        self.weights.clear();
        self.weights.resize(groups * self.pairs, [i16x8::ZERO; GROUP / 4]);
        let scale = [f32x4::splat(1.0 / (QUANTUM * QUANTUM)); GROUP / 4];
        self.scales.resize(groups, (scale, [f32x4::ZERO; GROUP / 4]));
    }

    /// Lays a state into a column.
    pub fn set_column(&mut self, column: usize, state: &[f32x4]) {
        let weights: &mut [i32] = bytemuck::cast_slice_mut(&mut self.weights);
        let mut place = column / GROUP * GROUP * self.pairs + column % GROUP;
        for [a, b] in state.as_chunks().0 {
            for pair in bytemuck::cast::<_, [i32; 4]>(fixed(*a, *b)) {
                if let Some(weight) = weights.get_mut(place) {
                    *weight = pair;
                }
                place += GROUP;
            }
        }
    }

    /// Gives a column a result that is lower than any other.
    pub fn bar(&mut self, column: usize) {
        if let Some((_, biases)) = self.scales.get_mut(column / GROUP) {
            let four = &mut biases[column % GROUP / 4];
            let mut values = four.to_array();
            values[column % 4] = -1e9;
            *four = f32x4::new(values);
        }
    }

    /// The product with packed states. Row `i` reads them from `i * stride` on (in vectors of eight); every row of `out` has
    /// [`Self::lanes`] vectors.
    // Apart, as are all steps that run for a whole sentence: browsers compile a function anew, and well, once it was called often. One
    // that holds everything is entered once a text, and then runs as it was compiled in haste until the text ends.
    #[inline(never)]
    pub fn product(&self, states: &[i16x8], stride: usize, rows: usize, out: &mut [f32x4]) {
        let lanes = self.lanes();
        let row = |row: usize| {
            let pairs: &[i32] = bytemuck::cast_slice(states.get(row * stride..).unwrap_or(&[]));
            pairs.get(..self.pairs).unwrap_or(&[])
        };
        for (group, (weights, scale)) in self.weights.chunks_exact(self.pairs.max(1)).zip(&self.scales).enumerate() {
            let mut at = 0;
            while at + 2 <= rows {
                let [a, b] = two(weights, row(at), row(at + 1));
                let place = at * lanes + group * GROUP / 4;
                put(a, scale, place, out);
                put(b, scale, place + lanes, out);
                at += 2;
            }
            if at < rows {
                put(one(weights, row(at)), scale, at * lanes + group * GROUP / 4, out);
            }
        }
    }

    /// The same for states of which most are zero, as they are behind [`rectify`](crate::syntax::grammar::rectify): only what is not is multiplied.
    #[inline(never)]
    pub fn product_of_few(&self, states: &[i16x8], stride: usize, rows: usize, out: &mut [f32x4]) {
        let lanes = self.lanes();
        let mut found = NonZero { pairs: [(0, 0); MOST_ROWS / 2], count: 0 };
        for row in 0..rows {
            let pairs: &[i32] = bytemuck::cast_slice(states.get(row * stride..).unwrap_or(&[]));
            found.find(pairs.get(..self.pairs).unwrap_or(&[]));
            for (group, (weights, scale)) in self.weights.chunks_exact(self.pairs.max(1)).zip(&self.scales).enumerate() {
                let mut sums = [i32x4::ZERO; GROUP / 4];
                for (place, pair) in found.iter() {
                    if let Some(weights) = weights.get(*place as usize) {
                        add(&mut sums, *pair, weights);
                    }
                }
                put(sums, scale, row * lanes + group * GROUP / 4, out);
            }
        }
    }
}

/// Where the pairs of states are that are not both zero, and what they are.
struct NonZero {
    pairs: [(u32, i32); MOST_ROWS / 2],
    count: usize,
}

impl NonZero {
    fn find(&mut self, pairs: &[i32]) {
        // Without a branch, which a processor could not foresee.
        self.count = 0;
        for (place, pair) in pairs.iter().enumerate() {
            self.pairs[self.count % (MOST_ROWS / 2)] = (place as u32, *pair);
            self.count += usize::from(*pair != 0);
        }
    }

    fn iter(&self) -> impl Iterator<Item = &(u32, i32)> {
        self.pairs.iter().take(self.count)
    }
}

/// Writes what sums mean.
#[inline(always)]
fn put(sums: Group<i32x4>, (scales, biases): &(Group<f32x4>, Group<f32x4>), place: usize, out: &mut [f32x4]) {
    if let Some(out) = out.get_mut(place..).and_then(|out| out.first_chunk_mut::<{ GROUP / 4 }>()) {
        for at in 0..GROUP / 4 {
            out[at] = f32x4::from_i32x4(sums[at]) * scales[at] + biases[at];
        }
    }
}

/// The columns of a group for two rows: each weight is loaded once for both. More rows or columns would not fit a processor's registers.
#[inline(always)]
fn two(weights: &[Group<i16x8>], first: &[i32], second: &[i32]) -> [Group<i32x4>; 2] {
    let [mut a, mut b] = [[i32x4::ZERO; GROUP / 4]; 2];
    for ((weights, first), second) in weights.iter().zip(first).zip(second) {
        add(&mut a, *first, weights);
        add(&mut b, *second, weights);
    }
    [a, b]
}

/// The columns of a group for one row.
#[inline(always)]
fn one(weights: &[Group<i16x8>], states: &[i32]) -> Group<i32x4> {
    let mut sums = [i32x4::ZERO; GROUP / 4];
    for (weights, pair) in weights.iter().zip(states) {
        add(&mut sums, *pair, weights);
    }
    sums
}

#[inline(always)]
fn add(sums: &mut Group<i32x4>, pair: i32, weights: &Group<i16x8>) {
    let pair: i16x8 = bytemuck::cast(i32x4::splat(pair));
    for at in 0..GROUP / 4 {
        sums[at] += pair.dot(weights[at]);
    }
}

/// Numbers in groups, padded with zeros.
fn grouped(values: &[f32], times: f32) -> Vec<Group<f32x4>> {
    let mut padded: Vec<f32> = values.iter().map(|value| value * times).collect();
    padded.resize(values.len().next_multiple_of(GROUP), 0.0);
    let four = |four: &[f32; 4]| f32x4::new(*four);
    padded.as_chunks::<4>().0.as_chunks().0.iter().map(|[a, b, c, d]| [four(a), four(b), four(c), four(d)]).collect()
}

/// Packs states as fixed-point numbers.
#[inline(always)]
pub fn pack(states: &[f32x4], out: &mut [i16x8]) {
    for ([a, b], out) in states.as_chunks().0.iter().zip(out) {
        *out = fixed(*a, *b);
    }
}

/// The same in another order, from which [`unpack_halves`] is quick: of eight numbers, the first and the fifth lie side by side, the
/// second and the sixth, and so on.
pub fn pack_halves(states: &[f32x4], out: &mut [i16x8]) {
    for ([a, b], out) in states.as_chunks().0.iter().zip(out) {
        let [low, high] = [whole(*a), whole(*b)];
        *out = bytemuck::cast((low & i32x4::splat(0xFFFF)) | (high << 16_i32));
    }
}

/// Eight numbers that [`pack_halves`] packed.
#[inline(always)]
pub fn unpack_halves(packed: i16x8) -> [f32x4; 2] {
    let pairs: i32x4 = bytemuck::cast(packed);
    let whole: [i32x4; 2] = [(pairs << 16_i32) >> 16_i32, pairs >> 16_i32];
    whole.map(|whole| f32x4::from_i32x4(whole) * f32x4::splat(1.0 / QUANTUM))
}

/// The nearest fixed-point numbers.
#[inline(always)]
fn fixed(a: f32x4, b: f32x4) -> i16x8 {
    i16x8::from_i32x8_saturate(bytemuck::cast::<_, i32x8>([whole(a), whole(b)]))
}

/// The nearest fixed-point numbers, at most 16 bits. Adding 1.5 times 2^23 leaves the whole part in the low bits of a float.
#[inline(always)]
fn whole(value: f32x4) -> i32x4 {
    const SHIFT: f32 = 12_582_912.0;
    let limited = (value * f32x4::splat(QUANTUM)).fast_max(f32x4::splat(-32_767.0)).fast_min(f32x4::splat(32_767.0));
    bytemuck::cast::<_, i32x4>(limited + f32x4::splat(SHIFT)) - i32x4::splat(SHIFT.to_bits().cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The product written out; every row of it reads `depth` states and begins `stride` behind the one before.
    fn check(depth: usize, stride: usize, columns: usize, rows: usize) {
        let weights: Vec<i8> = (0..depth * columns).map(|i| (i * 31 % 255) as u8 as i8).map(|w| w.max(-127)).collect();
        let states: Vec<f32> = (0..(rows - 1) * stride + depth).map(|i| (i * 17 % 200) as f32 / 64.0 - 1.5).collect();
        let scales = vec![0.01; columns];
        let biases: Vec<f32> = (0..columns).map(|c| c as f32).collect();
        let bytes: Vec<u8> = weights.iter().map(|w| w.cast_unsigned()).collect();
        let matrix = Matrix::new(&bytes, &scales, &biases).unwrap();
        let vectors: Vec<f32x4> = states.as_chunks().0.iter().map(|four| f32x4::new(*four)).collect();
        let mut packed = vec![i16x8::ZERO; states.len() / 8];
        pack(&vectors, &mut packed);
        let mut found = vec![f32x4::ZERO; rows * matrix.lanes()];
        matrix.product(&packed, stride / 8, rows, &mut found);
        let mut few = found.clone();
        few.fill(f32x4::ZERO);
        matrix.product_of_few(&packed, stride / 8, rows, &mut few);
        assert_eq!(found, few);
        for row in 0..rows {
            for column in 0..columns {
                let sum: f64 = (0..depth).map(|k| f64::from(states[row * stride + k]) * f64::from(weights[k * columns + column])).sum();
                let expected = sum * 0.01 + f64::from(biases[column]);
                let got = found[row * matrix.lanes() + column / 4].to_array()[column % 4];
                assert!((f64::from(got) - expected).abs() < 1e-3, "{row} {column}: {got} for {expected}");
            }
        }
    }

    #[test]
    fn products_are_exact() {
        check(64, 64, 128, 9);
        check(32, 16, 20, 4);
        check(8, 8, 3, 1);
    }

    #[test]
    fn states_are_compared_with_states() {
        let state = |value: f32| [f32x4::splat(value), f32x4::new([1.0, 0.0, -2.0, value])];
        let mut columns = Matrix::default();
        columns.clear(8, 20);
        (0..20).for_each(|column| columns.set_column(column, &state(column as f32)));
        let mut packed = [i16x8::ZERO; 3];
        [3.0, -1.0, 0.5].into_iter().zip(&mut packed).for_each(|(value, packed)| pack(&state(value), std::slice::from_mut(packed)));
        let mut found = vec![f32x4::ZERO; 3 * columns.lanes()];
        columns.product(&packed, 1, 3, &mut found);
        for (row, value) in [3.0, -1.0, 0.5].into_iter().enumerate() {
            for column in 0..20 {
                let got = found[row * columns.lanes() + column / 4].to_array()[column % 4];
                assert_eq!(got, 5.0 * value * column as f32 + 5.0, "{row} {column}");
            }
        }
    }

    #[test]
    fn halves_are_unpacked_as_they_were() {
        let states = [f32x4::new([0.5, -1.25, 3.0, -60.0]), f32x4::new([-0.5, 1.0, 0.0, 2.75])];
        let mut packed = [i16x8::ZERO];
        pack_halves(&states, &mut packed);
        assert_eq!(unpack_halves(packed[0]), states);
    }

    #[test]
    fn states_beyond_the_range_are_limited() {
        assert_eq!(fixed(f32x4::splat(1e9), f32x4::splat(-1e9)).to_array(), [32767, 32767, 32767, 32767, -32767, -32767, -32767, -32767]);
        assert_eq!(fixed(f32x4::splat(1.0), f32x4::splat(-1.0)).to_array(), [512, 512, 512, 512, -512, -512, -512, -512]);
    }

    #[test]
    fn lengths_that_do_not_fit_are_refused() {
        assert!(Matrix::new(&[0; 7], &[1.0; 2], &[0.0; 2]).is_none());
        assert!(Matrix::new(&[0; 6], &[1.0; 2], &[0.0; 2]).is_none());
        assert!(Matrix::new(&[0; 8], &[1.0; 2], &[0.0; 3]).is_none());
        assert!(Matrix::new(&[], &[], &[]).is_none());
        assert!(Matrix::new(&vec![0; 1026], &[1.0], &[0.0]).is_none());
    }
}
