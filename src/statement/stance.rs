//! A sentence in; out comes what somebody is said to be ready for: "is willing to talk".
//!
//! Of itself that is no statement: nobody says it. Inside a statement it is the next link of the chain, whose stance is reported: the
//! spokesperson explained that the Secretary-General is ready to help.

use std::{collections::BTreeSet, sync::LazyLock};

use super::{Statement, clause::Clause, nesting::Around, source::Sources, verb::trim_words};
use crate::{
    actor::words::{Part, rows},
    text::Span,
};

/// Whose stance the content of a statement reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stance {
    /// The phrase that names the holder.
    pub source: Span,
    /// The words that say that he is ready, or not: "is willing".
    pub cue: Span,
    /// What for.
    pub content: Span,
    /// The index of the actor.
    pub actor: Option<usize>,
    /// The states or bodies that he speaks for.
    pub affiliation: Vec<String>,
}

static ADJECTIVES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/stance_adjectives.csv")).map(|(word, _)| word).collect());

/// How many adverbs stand between the verb and the adjective.
const MAX_ADVERBS: usize = 2;

/// Finds them in a sentence, whoever reports them.
pub fn find(clause: &Clause<'_>, found: &mut Vec<Stance>) {
    for at in 1..clause.len() {
        if clause.part(at + 1) != Some(Part::To) || !ADJECTIVES.contains(clause.lower(at)) || clause.is_quoted(at) {
            continue;
        }
        let mut verb = at - 1;
        while at - verb <= MAX_ADVERBS && verb > 0 && matches!(clause.part(verb), Some(Part::Adverb | Part::Negation)) {
            verb -= 1;
        }
        let is = matches!(clause.lower(verb), "is" | "are" | "was" | "were" | "be" | "been" | "remains" | "remain" | "remained");
        let Some(source) = clause.subject(clause.group_start(verb)).filter(|_| is) else { continue };
        let content = trim_words(clause, at + 1..clause.content_end(at + 1, false));
        if content.len() > 1 {
            found.push(Stance {
                source: clause.bytes(&source),
                cue: clause.bytes(&(verb..at + 1)),
                content: clause.bytes(&content),
                actor: None,
                affiliation: Vec::new(),
            });
        }
    }
}

/// Gives each stance of somebody known to the innermost statement whose content reports it; the others are nobody's statement.
pub fn attach(stances: Vec<Stance>, sources: &Sources<'_>, statements: &mut [Statement]) {
    if stances.is_empty() {
        return;
    }
    let mut around = Around::new(statements);
    for stance in stances {
        let Some(statement) = around.at(stance.cue.start).next().and_then(|index| statements.get_mut(index)) else { continue };
        let Some(source) = sources.resolve(stance.source, false) else { continue };
        statement.stances.push(Stance { actor: source.actor, affiliation: source.affiliation, ..stance });
    }
}
