//! How a text is to be read.

use chrono::NaiveDate;

use super::Corrections;
use crate::{Error, text::OffsetUnit};

/// The limit on a file's size that holds unless a caller sets another: 64 MiB.
pub const DEFAULT_LIMIT: usize = 64 << 20;

/// How a text is to be read and reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The unit of every offset in the report.
    pub offsets: OffsetUnit,
    /// The day that relative dates are counted from; without it only what the text states may anchor them.
    pub date: Option<NaiveDate>,
    /// The day for texts that do not state their own, where `date` asks for none.
    pub default_date: Option<NaiveDate>,
    /// What the reader says is otherwise than it is read.
    pub corrections: Corrections,
    /// Whether the report carries the text that its offsets point into.
    pub text: bool,
    /// Whether the report carries the tokens.
    pub tokens: bool,
    /// Whether statements count that stand in what another says.
    pub nested: bool,
    /// The size in bytes over which a file is refused.
    pub limit: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            offsets: OffsetUnit::Chars,
            date: None,
            default_date: None,
            corrections: Corrections::default(),
            text: false,
            tokens: false,
            nested: true,
            limit: DEFAULT_LIMIT,
        }
    }
}

impl Options {
    /// Reads a date of the form `YYYY-MM-DD`.
    ///
    /// # Errors
    /// [`Error`] with the code `wrong_option` when the text is not such a date.
    pub fn parse_date(value: &str) -> Result<NaiveDate, Error> {
        NaiveDate::parse_from_str(value, "%Y-%m-%d").map_err(|_| Error::wrong_option("date", value, "a date like 2022-02-01"))
    }
}
