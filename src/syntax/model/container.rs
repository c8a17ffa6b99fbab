//! The container: magic, version, checksum, a header in JSON, and sections of known kind and shape.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Matrix, ModelError, Table};
use crate::text::sha256;

/// What a model file begins with.
const MAGIC: &[u8] = b"RAPMODEL";

/// The version of the form that is read here.
pub const VERSION: u32 = 2;

/// No side of a section may be longer.
const LONGEST_SIDE: usize = 1 << 20;

/// What a model says of itself.
#[derive(Debug, Deserialize)]
pub struct Header {
    /// Numbers in the state of a token.
    pub width: usize,
    /// Layers of the encoder.
    pub layers: usize,
    /// Numbers in the two views of a token that are compared to find heads.
    #[serde(default)]
    pub arc: usize,
    /// Numbers between two tokens and the name of their relation.
    #[serde(default)]
    pub label: usize,
    /// "XPOS/UPOS", in the order of the outputs.
    pub tags: Vec<String>,
    /// Relations, in the order of the outputs.
    pub relations: Vec<String>,
    /// For each distance from 0 on, its bucket.
    #[serde(default)]
    pub buckets: Vec<usize>,
    sections: BTreeMap<String, Section>,
}

#[derive(Debug, Deserialize)]
struct Section {
    kind: String,
    shape: Vec<usize>,
    start: usize,
    length: usize,
}

/// A model file that is whole: its checksum holds.
#[derive(Debug)]
pub struct Container<'a> {
    /// What it says of itself.
    pub header: Header,
    sections: &'a [u8],
}

impl<'a> Container<'a> {
    /// Checks the frame and reads the header.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or_else(ModelError::not_a_model)?;
        let (version, rest) = number(rest).ok_or_else(ModelError::damaged)?;
        if version != VERSION {
            return Err(ModelError::version(version));
        }
        let (checksum, body) = rest.split_at_checked(32).ok_or_else(ModelError::damaged)?;
        if sha256(body) != checksum {
            return Err(ModelError::damaged());
        }
        let (length, rest) = number(body).ok_or_else(ModelError::damaged)?;
        let (header, sections) = rest.split_at_checked(length as usize).ok_or_else(|| ModelError::malformed("header"))?;
        let header = serde_json::from_slice(header).map_err(|error| ModelError::malformed(format!("header: {error}")))?;
        Ok(Self { header, sections })
    }

    /// The rows, columns and bytes of a section.
    fn section(&self, name: &str, kinds: &[&str]) -> Result<(usize, usize, &'a [u8], &str), ModelError> {
        let wrong = || ModelError::malformed(name);
        let section = self.header.sections.get(name).ok_or_else(wrong)?;
        let end = section.start.checked_add(section.length).ok_or_else(wrong)?;
        let data = self.sections.get(section.start..end).ok_or_else(wrong)?;
        let rows = section.shape.first().copied().unwrap_or(1);
        let columns = section.shape.get(1).copied().unwrap_or(1);
        let fits = kinds.contains(&section.kind.as_str()) && section.shape.len() <= 2 && rows.max(columns) <= LONGEST_SIDE;
        if fits { Ok((rows, columns, data, &section.kind)) } else { Err(wrong()) }
    }

    /// A section of lines.
    pub fn lines(&self, name: &str) -> Result<std::str::Lines<'a>, ModelError> {
        let (_, _, data, _) = self.section(name, &["text"])?;
        Ok(std::str::from_utf8(data).map_err(|_| ModelError::malformed(name))?.lines())
    }

    /// A section of numbers, which must be this many.
    pub fn floats(&self, name: &str, count: usize) -> Result<Vec<f32>, ModelError> {
        let (_, _, data, _) = self.section(name, &["float"])?;
        floats(data, count).ok_or_else(|| ModelError::malformed(name))
    }

    /// A table of rows with this many columns.
    pub fn table(&self, name: &str, columns: usize) -> Result<Table, ModelError> {
        let wrong = || ModelError::malformed(name);
        let (rows, found, data, kind) = self.section(name, &["rows4", "rows8"])?;
        if found != columns {
            return Err(wrong());
        }
        let (steps, values) = data.split_at_checked(rows).ok_or_else(wrong)?;
        if kind == "rows4" { Table::of_four_bits(columns, steps, values) } else { Table::of_eight_bits(columns, steps, values) }
            .ok_or_else(wrong)
    }

    /// A matrix of this many rows and columns.
    pub fn matrix(&self, name: &str, rows: usize, columns: usize) -> Result<Matrix, ModelError> {
        let wrong = || ModelError::malformed(name);
        let (found_rows, found_columns, data, _) = self.section(name, &["matrix"])?;
        if (found_rows, found_columns) != (rows, columns) {
            return Err(wrong());
        }
        let (scales, data) = data.split_at_checked(columns * 4).ok_or_else(wrong)?;
        let (biases, weights) = data.split_at_checked(columns * 4).ok_or_else(wrong)?;
        let scales = floats(scales, columns).ok_or_else(wrong)?;
        let biases = floats(biases, columns).ok_or_else(wrong)?;
        Matrix::new(weights, &scales, &biases).ok_or_else(wrong)
    }
}

/// The little-endian number that bytes begin with, and the rest.
fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk()?;
    Some((u32::from_le_bytes(*number), rest))
}

/// Little-endian numbers, all of them finite.
fn floats(data: &[u8], count: usize) -> Option<Vec<f32>> {
    let (chunks, rest) = data.as_chunks();
    let values: Vec<f32> = chunks.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
    (rest.is_empty() && values.len() == count && values.iter().all(|value| value.abs() < 1e6)).then_some(values)
}
