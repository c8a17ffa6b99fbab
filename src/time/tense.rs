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

/// The tense of the nearest word before the expression that has one, else of the nearest behind it. What somebody agreed to do is to come,
/// and so is what "is to be" on a day.
pub fn tense(pieces: &Pieces<'_>, first: usize, end: usize) -> Option<Tense> {
    let near = (first.saturating_sub(REACH)..first).rev().take_while(|at| !pieces.mark(*at, &[';']));
    // Whether "to" and a verb stand between a word and the expression.
    let mut infinitive = false;
    let mut before = None;
    for at in near {
        infinitive |= pieces.is(at, "to") && pieces.kind(at + 1) == Some(Kind::Word) && !pieces.capital(at + 1) && at + 1 < first;
        let commits = infinitive && pieces.has(at, Role::Commits);
        before = if commits || is_to(pieces, at) { Some(Tense::Future) } else { of_word(pieces, at) };
        if before.is_some() {
            break;
        }
    }
    // "By Friday" is a deadline unless the clause looks back; so is "before the summer", whatever side of it the verb is on.
    let preposition = |word: &str| first.checked_sub(1).is_some_and(|at| pieces.is(at, word));
    if preposition("by") && before.is_none() {
        return Some(Tense::Future);
    }
    let behind = || (end..end + REACH).take_while(|at| pieces.kind(*at).is_some()).find_map(|at| of_word(pieces, at));
    let limit = || (preposition("before") && pieces.is(first, "the")).then_some(Tense::Future);
    before.or_else(behind).or_else(limit)
}

/// "Is to hold": an auxiliary of the present before "to".
fn is_to(pieces: &Pieces<'_>, at: usize) -> bool {
    ["is", "are"].iter().any(|word| pieces.is(at, word)) && pieces.is(at + 1, "to")
}

fn of_word(pieces: &Pieces<'_>, at: usize) -> Option<Tense> {
    if pieces.has(at, Role::Future) && !pieces.capital(at) {
        return Some(Tense::Future);
    }
    let ends_in_ed = || {
        let word = pieces.text(at);
        // "A closed session" tells no past.
        let attribute = at.checked_sub(1).is_some_and(|before| ["a", "an", "the"].iter().any(|article| pieces.is(before, article)));
        pieces.kind(at) == Some(Kind::Word) && word.len() > 4 && word.ends_with("ed") && !pieces.capital(at) && !attribute
    };
    (pieces.has(at, Role::Past) || ends_in_ed()).then_some(Tense::Past)
}
