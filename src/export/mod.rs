//! A report in; out come bytes for other programs: JSON, and a table of statements as CSV.

mod csv;
mod json;

pub use csv::{statement_rows, statements};
pub use json::{line, pretty};
