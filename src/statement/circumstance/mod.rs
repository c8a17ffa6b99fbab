//! The cue of a statement in the tree in; out come to whom it was said, where, on what occasion, through what, and whether again.

mod addressee;
mod setting;

pub use setting::{is_setting, passes_on};

use super::candidate::{Range, View};

/// Under which circumstances something was said, as far as the sentence tells; stretches of tokens.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Circumstance {
    /// To whom.
    pub addressee: Option<Range>,
    /// Where, its preposition included: "at the United Nations".
    pub venue: Option<Range>,
    /// What people had met for, or when in it: "after the meeting".
    pub occasion: Option<Range>,
    /// What carried the words: "in an interview"; also whom a medium was told by: "Reuters".
    pub medium: Option<Range>,
    /// The word that says that it was said before: "reiterated", "again".
    pub repeated: Option<Range>,
    /// Whether what was taken for an addressee is an occasion.
    pub unaddressed: bool,
    /// Where the content begins, if what was taken for its beginning is the addressee.
    pub begins: Option<usize>,
}

/// Reads the circumstances of the statement whose cue has its head at `cue`.
pub fn read(view: &View<'_>, cue: usize, source: Option<&Range>, pieces: &[Range]) -> Circumstance {
    let said = Said { view, cue, source, pieces };
    let mut circumstance = setting::read(&said);
    circumstance.addressee = addressee::find(&said);
    if circumstance.addressee.is_none()
        && let Some((addressee, begins)) = addressee::lead(&said)
    {
        circumstance.addressee = Some(addressee);
        circumstance.begins = Some(begins);
    }
    setting::take_medium(&said, &mut circumstance);
    setting::take_occasion(&said, &mut circumstance);
    circumstance
}

/// A statement as the tree has it.
struct Said<'s, 'a> {
    view: &'s View<'a>,
    /// The head of its cue.
    cue: usize,
    source: Option<&'s Range>,
    /// Its content.
    pieces: &'s [Range],
}

impl Said<'_, '_> {
    /// Whether a stretch of tokens touches the source or the content.
    fn is_taken(&self, range: &Range) -> bool {
        self.pieces.iter().chain(self.source).any(|taken| taken.start < range.end && range.start < taken.end)
    }

    /// A stretch up to where the source or the content begins.
    fn free(&self, range: Range) -> Range {
        let inside = |taken: &&Range| taken.start > range.start && taken.start < range.end;
        let end = self.pieces.iter().chain(self.source).filter(inside).map(|taken| taken.start).min();
        self.view.trimmed(range.start..end.unwrap_or(range.end))
    }
}
