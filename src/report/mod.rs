//! The public records: everything found in a text, as plain fields, with offsets in the unit asked for.
//!
//! The only module with `Serialize`. The phases keep types of their own; [`build()`] copies them into these and converts every offset.

mod build;
mod position;
mod record;
#[cfg(feature = "cli")]
mod schema;

pub use build::{Findings, build};
pub use record::*;
#[cfg(feature = "cli")]
pub use schema::schema;
