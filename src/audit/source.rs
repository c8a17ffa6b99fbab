//! The sources of a text: everybody and everything that statements are attributed to, by grade.

use std::collections::BTreeMap;

use super::{Given, Source};
use crate::statement::Grade;

/// Who a source is: an actor, or words that name no actor we know.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Actor(usize),
    Words(String),
    Nobody,
}

/// The sources, best identified first, then those heard most, then in the order of the text.
pub fn sources(given: &Given<'_>) -> Vec<Source> {
    let text = given.document.text();
    let mut places: BTreeMap<Who, usize> = BTreeMap::new();
    let mut sources: Vec<Source> = Vec::new();
    for (index, statement) in given.statements.iter().enumerate() {
        let words = statement.source.map(|span| span.of(text)).unwrap_or_default();
        let who = match statement.actor {
            Some(actor) => Who::Actor(actor),
            None if words.is_empty() => Who::Nobody,
            None => Who::Words(words.to_lowercase()),
        };
        let actor = statement.actor.and_then(|actor| given.actors.actors.get(actor));
        let place = *places.entry(who).or_insert(sources.len());
        if place == sources.len() {
            sources.push(Source {
                actor: statement.actor,
                name: actor.map_or(words, |actor| &actor.name).to_owned(),
                affiliation: statement.affiliation.clone(),
                grade: statement.grade,
                statements: 0,
                first: index,
            });
        }
        if let Some(source) = sources.get_mut(place) {
            source.statements += 1;
            source.grade = source.grade.min(statement.grade);
        }
    }
    sources.sort_by_key(|source| (rank(source.grade), std::cmp::Reverse(source.statements), source.first));
    sources
}

/// A paper that can be looked up stands before people who cannot.
fn rank(grade: Grade) -> u8 {
    match grade {
        Grade::Named => 0,
        Grade::Role => 1,
        Grade::Institution => 2,
        Grade::Document => 3,
        Grade::Collective => 4,
        Grade::Anonymous => 5,
        Grade::None => 6,
    }
}
