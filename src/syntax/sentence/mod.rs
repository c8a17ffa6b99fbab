//! The tokens of a stretch of text in; out come the places where its sentences end.
//!
//! Places are found in one walk ([`ends`]); what stands around each is gathered into a [`Place`], and [`decide()`] judges it alone, naming
//! the rule that did. Whatever learns to judge better takes the place of `decide`.

mod decide;
mod line;
mod list;
mod place;
mod walk;

use decide::decide;
use place::Place;
pub use walk::ends;
