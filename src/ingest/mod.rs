//! Bytes in; out come the decoded text, its blocks with page furniture marked, and what the page says of itself.

mod document;
#[cfg(feature = "html")]
pub mod html;
mod read;

pub use document::{Block, BlockKind, Cell, CellKind, Document, Format, Furniture, Metadata, ReadingClaim, Related, Row, Stated, Table};
pub use read::ingest;
