//! Drafts in; out comes what the page says of itself: title, byline, publisher, date, language.

pub mod byline;
pub mod date;
mod language;
mod page;

pub use language::language;
pub use page::page;
