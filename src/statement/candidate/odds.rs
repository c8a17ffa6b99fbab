//! What the network of roles says of the tokens of a text, summed up so that any stretch of them is a look at two places.

use super::Range;
use crate::syntax::{Role, Roles};

/// How likely the tokens of a text stand in a source, a cue, a content; all in sixteenths of log-odds.
#[derive(Debug)]
pub struct Odds<'a> {
    roles: &'a [Roles],
    /// For each part, the sum before each token.
    sums: Vec<[i32; 3]>,
}

impl<'a> Odds<'a> {
    /// Sums up what was found of each token; nothing where no network read the text.
    pub fn new(roles: &'a [Roles]) -> Self {
        let mut sum = [0i32; 3];
        let mut sums = Vec::with_capacity(roles.len() + 1);
        sums.push(sum);
        for roles in roles {
            sum.iter_mut().zip(roles.stands).for_each(|(sum, odds)| *sum += i32::from(odds));
            sums.push(sum);
        }
        Self { roles, sums }
    }

    /// The sum of the odds that the tokens of a stretch stand in a part.
    pub fn of(&self, role: Role, range: &Range) -> i32 {
        let at = |index: usize| self.sums.get(index).and_then(|sums| sums.get(role as usize)).copied();
        at(range.end).zip(at(range.start)).map_or(0, |(to, from)| to - from)
    }

    /// The odds that a token, if it stands in a part, begins it.
    pub fn begins(&self, role: Role, index: usize) -> i32 {
        self.roles.get(index).and_then(|roles| roles.begins.get(role as usize)).map_or(0, |odds| i32::from(*odds))
    }

    /// The odds that a token heads a cue; none where no network read the text.
    pub fn heads_cue(&self, index: usize) -> Option<i32> {
        self.roles.get(index).map(|roles| i32::from(roles.heads))
    }
}
