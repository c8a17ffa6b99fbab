//! rapporteur reads what was written about a negotiation and reports, passage by passage, who said what and how well it is sourced.
//!
//! ```
//! let options = rapporteur::Options::default();
//! let report = rapporteur::read("note.txt", "The envoy said talks would resume.".as_bytes(), &options)?;
//! assert_eq!(report.document.format, "text");
//! # Ok::<(), rapporteur::Error>(())
//! ```
//!
//! The tree is the pipeline; every phase is a function from the one before to the next, and none of them can fail:
//!
//! | module | takes | gives |
//! | --- | --- | --- |
//! | [`text`] | decoded text | spans, and their conversion to the units of a caller |
//! | [`lexicon`] | data files | what is known beforehand: states, bodies, titles, verbs that report |
//! | [`ingest`] | bytes | text, blocks, page furniture, metadata |
//! | [`syntax`] | blocks | sentences and tokens; with a model, tags, lemmas and dependencies |
//! | [`actor`] | sentences | who is named where, and which mentions are the same |
//! | [`time`] | sentences | TIMEX3 values, against the date of the document |
//! | [`statement`] | all of these | who said what, to whom, how well sourced |
//! | [`position`] | statements | where each party stands, on what condition; commitments, scheduled events, requirements, obstacles …; parties side by side |
//! | [`structure`] | blocks | what the page itself declares: tables, questions, listed sources |
//! | [`audit`] | statements, structure, grammar | how well the text is sourced, finding by finding |
//! | [`brief`] | statements, positions, times | verbatim sentences that sum it up, news apart from background; takeaways; what answers the headline |
//! | [`correction`] | findings, a reader's corrections | the findings as the reader has them |
//! | [`report`] | all of these | the public record, offsets in the unit asked for |
//! | [`export`] | a report | JSON, CSV, Web Annotations, ClaimReview drafts, Markdown and HTML |
//!
//! Imports go down this list only. What is not attempted: machine translation, judgement of truth, any text that is not in the source.
#![forbid(unsafe_code)]

pub mod actor;
pub mod audit;
pub mod brief;
pub mod correction;
pub mod diagnostic;
pub mod error;
pub mod export;
pub mod ingest;
pub mod lexicon;
pub mod options;
mod pipeline;
pub mod position;
pub mod report;
pub mod statement;
pub mod structure;
pub mod syntax;
pub mod text;
pub mod time;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use error::Error;
pub use options::Options;
pub use pipeline::{Learned, parse, read, read_by, read_with};
