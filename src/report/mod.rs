//! The public records: everything found in a text, as plain fields, with offsets in the unit asked for.
//!
//! The only module with `Serialize`. The phases keep types of their own; [`build()`] copies them into these and converts every offset.

mod audit;
mod brief;
mod build;
mod correction;
mod failure;
mod naming;
mod position;
mod position_record;
mod record;
#[cfg(feature = "cli")]
mod schema;
mod statement;

pub use audit::{Accused, Audit, Claim, ClaimReason, Finding, Party, Quantity, Shares, Source, Term, TermUse};
pub use brief::{HeadlineQuestion, SummaryLine, Takeaway};
pub use build::{Findings, build};
pub use correction::Correction;
pub use failure::{FailedDocument, Failure, FailureCause};
pub use naming::names;
pub use position_record::*;
pub use record::*;
#[cfg(feature = "cli")]
pub use schema::schema;
pub use statement::{Hedge, Stance, Statement, Via};
