//! A report in; out come bytes for other programs: JSON, a table of statements as CSV, drafts of fact checks as ClaimReview.

mod claim_review;
mod csv;
mod json;
mod words;

pub use claim_review::claim_reviews;
pub use csv::{statement_rows, statements};
pub use json::{line, pretty};
