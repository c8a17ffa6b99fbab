//! How we point into a text: bytes inside, converted once to what the caller asked for.

mod hash;
mod offset;
mod source;
mod span;

pub(crate) use hash::{Fnv, FnvMap};
pub use offset::{OffsetMap, OffsetUnit, OffsetWalk};
pub use source::{CharWidth, Replacement, SourceText};
pub use span::Span;
