//! Times, scheduled events and the words around them in; out comes the course of events: a timeline, what came before what, what is background, and where
//! the text does not agree with itself.

mod background;
mod inconsistency;
mod record;
mod sequence;
mod timeline;
mod word;

pub use record::{Background, Course, Inconsistency, Lane, Order, Row, Sequence};
pub use word::{CourseWord, words as course_words};

use super::{Commitment, Reading, Scheduled};

/// Reads the course of events.
pub fn find(reading: &Reading<'_>, scheduled: &[Scheduled], commitments: &[Commitment]) -> Course {
    let background = background::find(reading);
    let timeline = timeline::find(reading, scheduled, commitments, &background);
    Course { sequence: sequence::find(reading), inconsistencies: inconsistency::find(reading), timeline, background }
}
