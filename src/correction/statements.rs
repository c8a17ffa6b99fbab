//! Amends statements and leaves out others.

use super::actors::Names;
use crate::{
    actor::Actors,
    options::Amendment,
    statement::{Grade, Statement},
    text::Span,
};

/// No text has so many statements in one another; the walk up ends there.
const DEEPEST: usize = 64;

/// All that a statement consists of: from the first of its source, cue and content to the last.
pub fn extent(statement: &Statement) -> Span {
    let parts = || statement.content.iter().chain(&statement.source).chain(&statement.cue);
    let start = parts().map(|span| span.start).min().unwrap_or(0);
    Span::new(start, parts().map(|span| span.end).max().unwrap_or(start))
}

/// Changes what a reader says is otherwise.
pub fn amend(statement: &mut Statement, amendment: &Amendment, actors: &mut Actors, names: &mut Names) {
    if let Some(name) = amendment.actor.as_deref().map(str::trim) {
        statement.actor = (!name.is_empty()).then(|| names.actor(name, actors));
    }
    if let Some(codes) = &amendment.affiliation {
        statement.affiliation = codes.split(',').map(str::trim).filter(|code| !code.is_empty()).map(str::to_owned).collect();
    }
    if let Some(grade) = amendment.grade.as_deref().and_then(Grade::from_name) {
        statement.grade = grade;
    }
}

/// The fields that some amendments change.
pub fn fields<'a>(amendments: impl Iterator<Item = &'a Amendment>) -> Vec<&'static str> {
    let (mut actor, mut affiliation, mut grade) = (false, false, false);
    for amendment in amendments {
        actor |= amendment.actor.is_some();
        affiliation |= amendment.affiliation.is_some();
        grade |= amendment.grade.is_some();
    }
    [(actor, "actor"), (affiliation, "affiliation"), (grade, "grade")].iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect()
}

/// Leaves out statements; what stood in one of them stands in what that stood in. Gives the old index of each that is kept.
pub fn leave_out(statements: &mut Vec<Statement>, rejected: &[bool]) -> Vec<usize> {
    let is_out = |index: usize| rejected.get(index).copied().unwrap_or(false);
    let kept: Vec<usize> = (0..statements.len()).filter(|index| !is_out(*index)).collect();
    if kept.len() == statements.len() {
        return kept;
    }
    let parents: Vec<Option<usize>> = statements.iter().map(|statement| statement.parent).collect();
    let parent_of = |index: usize| parents.get(index).copied().flatten();
    for statement in statements.iter_mut() {
        let mut above = statement.parent;
        for _ in 0..DEEPEST {
            let Some(index) = above.filter(|index| is_out(*index)) else { break };
            above = parent_of(index);
        }
        let mut gone = 0;
        let mut at = statement.parent;
        for _ in 0..DEEPEST {
            let Some(index) = at else { break };
            gone += usize::from(is_out(index));
            at = parent_of(index);
        }
        statement.level = statement.level.saturating_sub(gone).max(1);
        statement.parent = above.and_then(|index| kept.binary_search(&index).ok());
    }
    let mut index = 0;
    statements.retain(|_| {
        index += 1;
        !is_out(index - 1)
    });
    kept
}
