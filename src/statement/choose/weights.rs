//! The weights of the choices: a small file, and a table that finds a feature's weight by its hash.

use std::{fmt, sync::OnceLock};

use super::feature::{BITS, Decision};
use crate::text::{FNV_OFFSET, fnv};

/// What a file of weights begins with: its name and its version.
const MAGIC: &[u8; 8] = b"rapattr1";

/// How many bits of a hash its entry holds; the others are its bucket.
const REST_BITS: u32 = 8;

/// So many entries a bucket holds; few have more.
const AT_ONCE: usize = 4;

/// A one in each of four lanes of sixteen bits.
const EACH: u64 = 0x0001_0001_0001_0001;

/// What stands in the last lane of a bucket that has more entries than lanes: no weight is as low.
const MORE: u8 = 0x80;

/// Weights of features, learned from texts in which people marked who said what.
#[derive(Clone)]
pub struct Weights {
    /// For each bucket four entries: the last bits of a hash, and its weight in the lower half; nothing is all zeros.
    buckets: Vec<u64>,
    /// The entries that found no room there, by rising hash.
    others: Vec<(u32, u8)>,
    scales: [f32; 4],
    count: usize,
}

impl fmt::Debug for Weights {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Weights").field("count", &self.count).finish_non_exhaustive()
    }
}

/// Why bytes are no weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoWeights;

impl fmt::Display for NoWeights {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("this is no file of weights for statements, or it is damaged, or another version wrote it")
    }
}

impl std::error::Error for NoWeights {}

impl Weights {
    /// Reads a file of weights: the name, the number of weights, four scales, a checksum; then, by rising hash, for each weight the
    /// difference to the hash before (seven bits a byte, the lowest first) and its value.
    ///
    /// # Errors
    /// [`NoWeights`] for bytes that are not such a file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoWeights> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(NoWeights)?;
        let mut numbers = [0u32; 6];
        let (header, body) = rest.split_at_checked(24).ok_or(NoWeights)?;
        for (number, four) in numbers.iter_mut().zip(header.chunks_exact(4)) {
            *number = u32::from_le_bytes(four.try_into().map_err(|_| NoWeights)?);
        }
        let [count, scale @ .., sum] = numbers;
        let count = count as usize;
        if checksum(body) != sum || count > body.len() {
            return Err(NoWeights);
        }
        let mut rows: Vec<(u32, u8)> = Vec::with_capacity(count);
        let mut bytes = body.iter();
        let mut hash = 0u32;
        for _ in 0..count {
            let mut step = 0u32;
            for shift in (0..35).step_by(7) {
                let byte = *bytes.next().ok_or(NoWeights)?;
                step |= u32::from(byte & 127).checked_shl(shift).unwrap_or(0);
                if byte < 128 {
                    break;
                }
            }
            hash = hash.checked_add(step).ok_or(NoWeights)?;
            if hash >> BITS != 0 {
                return Err(NoWeights);
            }
            let weight = *bytes.next().ok_or(NoWeights)?;
            if weight == MORE {
                return Err(NoWeights);
            }
            // Of equal hashes the last counts.
            if step == 0 && !rows.is_empty() {
                rows.pop();
            }
            rows.push((hash, weight));
        }
        let mut weights = Self { buckets: vec![0; 1 << (BITS - REST_BITS)], others: Vec::new(), scales: scale.map(f32::from_bits), count };
        for rows in rows.chunk_by(|a, b| a.0 >> REST_BITS == b.0 >> REST_BITS) {
            let (inside, others) = if rows.len() > AT_ONCE { rows.split_at(AT_ONCE - 1) } else { (rows, &[][..]) };
            let last = if others.is_empty() { 0 } else { u64::from(MORE) << 48 };
            let entry = |(hash, weight): &(u32, u8)| u64::from((*hash as u16) << 8 | u16::from(*weight));
            let lanes = inside.iter().enumerate().fold(last, |lanes, (lane, row)| lanes | entry(row) << (16 * lane));
            let bucket = rows.first().and_then(|(hash, _)| weights.buckets.get_mut((hash >> REST_BITS) as usize));
            bucket.into_iter().for_each(|bucket| *bucket = lanes);
            weights.others.extend(others);
        }
        Ok(weights)
    }

    /// The weights that are built in; none where they are not, or do not fit.
    pub fn embedded() -> Option<&'static Self> {
        static WEIGHTS: OnceLock<Option<Weights>> = OnceLock::new();
        #[cfg(feature = "model")]
        const BYTES: &[u8] = include_bytes!("../../../model/attribution.weights");
        #[cfg(not(feature = "model"))]
        const BYTES: &[u8] = &[];
        WEIGHTS.get_or_init(|| Self::from_bytes(BYTES).ok()).as_ref()
    }

    /// The weight of a feature. Nearly every look-up looks at the same number of places, whether it finds something or not: a processor cannot
    /// foresee which, and would lose more time by a wrong guess.
    #[inline]
    fn get(&self, hash: u32) -> i32 {
        let Some(&lanes) = self.buckets.get((hash >> REST_BITS) as usize) else { return 0 };
        let more = (lanes >> 48) as u8 == MORE;
        if more && let Ok(found) = self.others.binary_search_by_key(&hash, |(hash, _)| *hash) {
            return self.others.get(found).map_or(0, |(_, weight)| i32::from(weight.cast_signed()));
        }
        let lanes = if more { lanes & (u64::MAX >> 16) } else { lanes };
        let rest = u64::from(hash & ((1 << REST_BITS) - 1));
        // In each lane the bits of the hash that differ; a lane without any leaves a one.
        let different = ((lanes >> 8) ^ (rest * EACH)) & (EACH * 0xff);
        let same = ((EACH * 0x100 - different) >> 8) & EACH;
        // Of the entries at most one is the same, and what is none has no weight: the sum of all lanes is the weight.
        let sum = (lanes & (same * 0xff)).wrapping_mul(EACH) >> 48;
        i32::from((sum as u8).cast_signed())
    }

    /// The score of features: the sum of their weights in the scale of the decision.
    pub fn score(&self, decision: Decision, hashes: &[u32]) -> f32 {
        self.scaled(decision, self.sum(hashes))
    }

    /// The sum of the weights of features, as the file has them. Sums may be added before they are scaled.
    pub fn sum(&self, hashes: &[u32]) -> i32 {
        hashes.iter().map(|hash| self.get(*hash)).sum()
    }

    /// Such a sum in the scale of a decision.
    pub fn scaled(&self, decision: Decision, sum: i32) -> f32 {
        self.scales.get(decision as usize).copied().unwrap_or(0.0) * sum as f32
    }
}

/// Writes a file of weights; each is given with its decision and the hash of its feature. The largest of a decision become 127.
#[cfg(feature = "train")]
pub fn write(weights: &[(Decision, u32, f32)]) -> Vec<u8> {
    let mut scales = [f32::MIN_POSITIVE; 4];
    for (decision, _, weight) in weights {
        let scale = &mut scales[*decision as usize];
        *scale = scale.max(weight.abs() / 127.0);
    }
    let mut rows: Vec<(u32, i8)> =
        weights.iter().map(|(decision, hash, weight)| (*hash, (weight / scales[*decision as usize]).round() as i8)).collect();
    rows.retain(|row| row.0 != 0 && row.1 != 0);
    rows.sort_unstable();
    rows.dedup_by_key(|row| row.0);
    let mut body = Vec::new();
    let mut before = 0;
    for (hash, value) in &rows {
        let mut step = hash - before;
        before = *hash;
        while step >= 128 {
            body.push((step & 127) as u8 | 128);
            step >>= 7;
        }
        body.push(step as u8);
        body.extend(value.to_le_bytes());
    }
    let mut file = MAGIC.to_vec();
    file.extend((rows.len() as u32).to_le_bytes());
    scales.iter().for_each(|scale| file.extend(scale.to_bits().to_le_bytes()));
    file.extend(checksum(&body).to_le_bytes());
    file.extend(body);
    file
}

fn checksum(bytes: &[u8]) -> u32 {
    fnv(FNV_OFFSET, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with these rows, each a difference of hashes and a value.
    fn file(rows: &[(u8, i8)], scales: [f32; 4]) -> Vec<u8> {
        let body: Vec<u8> = rows.iter().flat_map(|(step, value)| [*step, value.to_le_bytes()[0]]).collect();
        let mut file = MAGIC.to_vec();
        file.extend((rows.len() as u32).to_le_bytes());
        scales.iter().for_each(|scale| file.extend(scale.to_bits().to_le_bytes()));
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        file
    }

    #[test]
    fn scores_are_sums_of_weights_in_the_scale_of_the_decision() {
        let weights = Weights::from_bytes(&file(&[(5, 10), (2, -4)], [0.5, 2.0, 1.0, 1.0])).unwrap();
        assert_eq!(weights.score(Decision::Cue, &[5, 7, 7, 9]), 1.0);
        assert_eq!(weights.score(Decision::Content, &[5]), 20.0);
    }

    #[test]
    fn a_bucket_may_have_more_entries_than_room() {
        let rows: Vec<(u8, i8)> = (0..9).map(|number| (u8::from(number > 0) * 3, number - 4)).collect();
        let weights = Weights::from_bytes(&file(&rows, [1.0; 4])).unwrap();
        for hash in 0..30 {
            let expected = if hash % 3 == 0 && hash < 27 { f64::from(hash) / 3.0 - 4.0 } else { 0.0 };
            assert_eq!(f64::from(weights.score(Decision::Cue, &[hash])), expected, "{hash}");
        }
        assert!(Weights::from_bytes(&file(&[(5, -128)], [1.0; 4])).is_err());
    }

    #[test]
    fn what_is_no_such_file_is_refused() {
        let good = file(&[(5, 10)], [1.0; 4]);
        assert!(Weights::from_bytes(&good).is_ok());
        for end in 0..good.len() {
            assert_eq!(Weights::from_bytes(&good[..end]).err(), Some(NoWeights), "cut at {end}");
        }
        let mut damaged = good.clone();
        *damaged.last_mut().unwrap() ^= 1;
        assert_eq!(Weights::from_bytes(&damaged).err(), Some(NoWeights));
    }

    #[cfg(feature = "train")]
    #[test]
    fn what_is_written_is_read_again() {
        let rows = [(Decision::Cue, 1_000_000, 2.0), (Decision::Cue, 3, -1.0), (Decision::Source, 77, 0.25)];
        let weights = Weights::from_bytes(&write(&rows)).unwrap();
        for (decision, hash, weight) in rows {
            assert!((weights.score(decision, &[hash]) - weight).abs() < 0.02, "{decision:?}");
        }
    }
}
