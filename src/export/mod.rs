//! A report in; out come documents: JSON, each kind of record as CSV, Web Annotations, drafts of ClaimReview, Markdown and HTML.

mod about;
mod annotation;
mod claim_review;
mod csv;
mod html;
mod json;
mod markdown;
mod record;
mod words;

pub use annotation::annotations;
pub use claim_review::claim_reviews;
pub use csv::{statement_rows, statements, table_of};
pub use html::{html, html_article};
pub use json::{line, pretty};
pub use markdown::markdown;
