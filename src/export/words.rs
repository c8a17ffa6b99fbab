//! The words that the places of a report point to.

use crate::report::Range;

/// Where each unit of the report's offsets lies in the text.
#[derive(Debug)]
pub struct Index<'a> {
    text: &'a str,
    /// The byte of each unit; the second half of a surrogate pair has that of its character. Empty when units are bytes of the file.
    bytes: Vec<usize>,
}

impl<'a> Index<'a> {
    /// The index of a text whose places are counted in a unit.
    pub fn new(unit: &str, text: &'a str) -> Self {
        let mut bytes = Vec::new();
        if unit != "bytes" {
            for (at, c) in text.char_indices() {
                let units = if unit == "utf16" { c.len_utf16() } else { 1 };
                bytes.extend(std::iter::repeat_n(at, units));
            }
            bytes.push(text.len());
        }
        Self { text, bytes }
    }

    /// The words of a range; empty where they cannot be looked up.
    pub fn words(&self, range: &Range) -> String {
        match (self.bytes.get(range.start), self.bytes.get(range.end)) {
            (Some(&start), Some(&end)) => self.text.get(start..end).unwrap_or("").to_owned(),
            _ => String::new(),
        }
    }

    /// One past the last place.
    pub fn end(&self) -> usize {
        self.bytes.len().saturating_sub(1)
    }
}
