//! How we point into a text: bytes inside, converted once to what the caller asked for.

mod digest;
mod hash;
mod letters;
mod offset;
mod recall;
mod source;
mod span;

pub(crate) use digest::sha256;
pub(crate) use hash::{FNV_OFFSET, Fnv, FnvMap, fnv, step, word_hash};
pub(crate) use letters::Letters;
pub use offset::{OffsetMap, OffsetUnit, OffsetWalk};
pub(crate) use recall::Recall;
pub use source::{CharWidth, Replacement, SourceText};
pub use span::Span;
