//! The tokens of a sentence in; out come their tags, lemmas, heads and relations.
//!
//! [`encoder`] makes a state for each token; each head reads the states: the tags, [`arc`] and [`tree`] for heads, [`relation`] for their
//! names. How a head is added says `model/README.md`.

mod activation;
mod arc;
mod encoder;
mod read;
mod relation;
mod segment;
#[cfg(test)]
#[cfg(feature = "model")]
mod tests;
mod tree;
mod word;

pub use activation::{gated, rectify};
pub use encoder::Encoded;
pub use read::{Parts, Workspace, read};
pub use segment::LONGEST;
