//! What a caller may ask for, and what a reader of a text has said is otherwise.

mod correction;
mod wish;

pub use correction::{Amendment, Correction, Corrections, Place, RecordKind};
pub use wish::{DEFAULT_LIMIT, Options};
