//! Lines in; out come the blocks of plain text and Markdown: headings, paragraphs, list items, tables, quotes, questions, citations.

mod citation;
mod draft;
mod heading;
mod list;
mod question;
mod scan;
mod section;
mod table;
mod wrap;

pub use citation::{Bracket, brackets, split_citations};
pub use draft::Draft;
pub use heading::{find_headings, find_title, is_prose};
pub use question::{mark_labelled, pair_questions};
pub use scan::scan;
pub use section::finish;
#[cfg(feature = "html")]
pub use table::cell;
