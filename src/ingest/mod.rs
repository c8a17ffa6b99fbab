//! Bytes in; out come the decoded text, its blocks with page furniture marked, and what the page says of itself.

mod block;
mod document;
mod encoding;
mod format;
mod furniture;
#[cfg(feature = "html")]
pub mod html;
mod line;
mod metadata;
#[cfg(feature = "html")]
mod page;
mod phrase;
mod read;
mod sniff;
#[cfg(test)]
mod tests;
mod words;

pub use block::{Bracket, brackets};
pub use document::{Block, BlockKind, Cell, CellKind, Document, Format, Furniture, Metadata, ReadingClaim, Related, Row, Stated, Table};
pub use read::ingest;
pub(crate) use read::take_in;
