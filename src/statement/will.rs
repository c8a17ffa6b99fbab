//! What somebody is said to be ready for: "is willing to talk". Inside what another says or what the author concludes, it is whose stance it is.

use std::{collections::BTreeSet, sync::LazyLock};

use super::{Found, clause::Clause, verb::trim_words};
use crate::{
    actor::words::{Part, rows},
    lexicon::Strength,
};

/// The rule; what it finds only counts inside another statement.
pub const RULE: &str = "will";

static ADJECTIVES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/will_adjectives.csv")).map(|(word, _)| word).collect());

/// How many adverbs stand between the verb and the adjective.
const MAX_ADVERBS: usize = 2;

/// Finds them in a sentence.
pub fn find(clause: &Clause<'_>, found: &mut Vec<Found>) {
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
        let end = clause.content_end(at + 1, false);
        let content = trim_words(clause, at + 1..end);
        if content.len() < 2 {
            continue;
        }
        found.push(Found {
            source: Some(clause.bytes(&source)),
            cue: Some(clause.bytes(&(verb..at + 1))),
            content: vec![clause.bytes(&content)],
            addressee: None,
            lemma: Some(clause.lower(at).to_owned()),
            strength: Some(Strength::Neutral),
            rule: RULE,
            sentence: clause.index,
            needs_actor: true,
            weighed: false,
        });
    }
}
