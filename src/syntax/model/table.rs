//! A table of embeddings: small integers with a step for each row, kept as they lie in the file.

use wide::f32x4;

/// Rows of numbers.
#[derive(Debug, Clone)]
pub struct Table {
    /// Vectors of four in a row.
    lanes: usize,
    steps: Vec<f32>,
    values: Values,
}

#[derive(Debug, Clone)]
enum Values {
    /// Two a byte, low half first, each 8 too large.
    Four(Vec<[u8; 2]>),
    Eight(Vec<[i8; 4]>),
}

impl Table {
    /// Rows of four bits a value; `None` where lengths do not fit.
    pub fn of_four_bits(columns: usize, steps: &[u8], values: &[u8]) -> Option<Self> {
        let (values, rest) = values.as_chunks();
        let fits = rest.is_empty() && columns.is_multiple_of(4) && values.len() == steps.len() * columns / 4;
        fits.then(|| Self {
            lanes: columns / 4,
            steps: steps.iter().map(|byte| step(*byte)).collect(),
            values: Values::Four(values.to_vec()),
        })
    }

    /// Rows of eight bits a value; `None` where lengths do not fit.
    pub fn of_eight_bits(columns: usize, steps: &[u8], values: &[u8]) -> Option<Self> {
        let (values, rest) = values.as_chunks();
        let fits = rest.is_empty() && columns.is_multiple_of(4) && values.len() == steps.len() * columns / 4;
        let signed = |four: &[u8; 4]| four.map(u8::cast_signed);
        fits.then(|| Self {
            lanes: columns / 4,
            steps: steps.iter().map(|byte| step(*byte)).collect(),
            values: Values::Eight(values.iter().map(signed).collect()),
        })
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.steps.len()
    }

    /// Adds a row to a sum; a row that is not there adds nothing.
    pub fn add(&self, row: usize, sum: &mut [f32x4]) {
        let Some(step) = self.steps.get(row) else { return };
        let range = row * self.lanes..(row + 1) * self.lanes;
        match &self.values {
            Values::Four(values) => {
                for (sum, [a, b]) in sum.iter_mut().zip(values.get(range).unwrap_or(&[])) {
                    let four = [a & 15, a >> 4, b & 15, b >> 4].map(|value| f32::from(value) - 8.0);
                    *sum += f32x4::new(four) * f32x4::splat(*step);
                }
            }
            Values::Eight(values) => {
                for (sum, four) in sum.iter_mut().zip(values.get(range).unwrap_or(&[])) {
                    *sum += f32x4::new(four.map(f32::from)) * f32x4::splat(*step);
                }
            }
        }
    }
}

/// The step that a byte stands for: 2 to the power of (byte - 160) / 8, put together from its bits, as no library's power would be the
/// same everywhere.
fn step(byte: u8) -> f32 {
    const EIGHTHS: [f32; 8] = [1.0, 1.090_507_7, 1.189_207_1, 1.296_839_6, std::f32::consts::SQRT_2, 1.542_210_8, 1.681_792_8, 1.834_008];
    let power = f32::from_bits((u32::from(byte >> 3) + 127 - 20) << 23);
    power * EIGHTHS[usize::from(byte & 7)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_powers_of_two() {
        assert_eq!((step(160), step(168), step(152)), (1.0, 2.0, 0.5));
        for byte in 1..=255 {
            assert!((step(byte) / step(byte - 1) - 1.090_507_7).abs() < 1e-6);
        }
    }

    #[test]
    fn rows_are_unpacked() {
        let table = Table::of_four_bits(4, &[160, 168], &[0x98, 0xF7, 0x88, 0x89]).unwrap();
        let mut sum = [f32x4::splat(1.0)];
        table.add(0, &mut sum);
        assert_eq!(sum[0].to_array(), [1.0, 2.0, 0.0, 8.0]);
        table.add(1, &mut sum);
        assert_eq!(sum[0].to_array(), [1.0, 2.0, 2.0, 8.0]);
        table.add(2, &mut sum);
        assert_eq!(sum[0].to_array(), [1.0, 2.0, 2.0, 8.0]);
        assert!(Table::of_four_bits(4, &[160], &[0]).is_none());
        let table = Table::of_eight_bits(4, &[160], &[1, 255, 0, 127]).unwrap();
        table.add(0, &mut sum);
        assert_eq!(sum[0].to_array(), [2.0, 1.0, 2.0, 135.0]);
    }
}
