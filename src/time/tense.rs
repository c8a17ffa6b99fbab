//! Which way a clause points: a bare "Monday" behind "will" is to come, behind "said" it is over.

use super::{
    piece::{Kind, Pieces},
    vocabulary::Role,
};

/// Where a clause stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// Something that was.
    Past,
    /// Something that is to be.
    Future,
}

/// No word further away than this decides.
const REACH: usize = 14;

/// The tense of the nearest word before the expression that has one, else of the nearest behind it.
pub fn tense(pieces: &Pieces<'_>, first: usize, end: usize) -> Option<Tense> {
    let before = (first.saturating_sub(REACH)..first).rev().take_while(|at| !pieces.mark(*at, &[';'])).find_map(|at| of_word(pieces, at));
    // "By Friday" is a deadline unless the clause looks back.
    let deadline = first.checked_sub(1).is_some_and(|at| pieces.is(at, "by"));
    if deadline && before.is_none() {
        return Some(Tense::Future);
    }
    before.or_else(|| (end..end + REACH).take_while(|at| pieces.kind(*at).is_some()).find_map(|at| of_word(pieces, at)))
}

fn of_word(pieces: &Pieces<'_>, at: usize) -> Option<Tense> {
    if pieces.has(at, Role::Future) && !pieces.capital(at) {
        return Some(Tense::Future);
    }
    let ends_in_ed = || {
        let word = pieces.text(at);
        pieces.kind(at) == Some(Kind::Word) && word.len() > 4 && word.ends_with("ed") && !pieces.capital(at)
    };
    (pieces.has(at, Role::Past) || ends_in_ed()).then_some(Tense::Past)
}
