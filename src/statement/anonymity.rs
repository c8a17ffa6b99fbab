//! Statements in; out come the same, with the sources that the text hides as anonymous.

use std::{collections::BTreeSet, sync::LazyLock};

use super::{Grade, Statement, clause::Clause};
use crate::{
    actor::{
        ActorKind, Actors,
        words::{beginnings, rows},
    },
    lexicon::{Begins, Lexicon},
    syntax::Sentence,
    text::Span,
};

/// How many bytes behind the source and its verb the words that hide it begin at most (", speaking on condition of anonymity").
const MAX_GAP: usize = 14;

/// Words before a noun that hide who it is.
static HIDING_WORDS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/anonymity_words.csv")).map(|(word, _)| word).collect());

/// Grades as anonymous whoever speaks "on condition of anonymity" or is "unnamed", and the same person in later statements; what he asks
/// ("who asked not to be named") is no statement.
pub fn follow(text: &str, hiding: &[Span], sentences: &[Sentence], actors: &Actors, statements: &mut Vec<Statement>) {
    let mut hidden: BTreeSet<usize> = BTreeSet::new();
    statements.retain_mut(|statement| {
        let phrases = sentences.get(statement.sentence).map_or(&[][..], |sentence| {
            let from = hiding.partition_point(|phrase| phrase.start < sentence.span.start);
            let to = hiding.partition_point(|phrase| phrase.start < sentence.span.end);
            hiding.get(from..to).unwrap_or_default()
        });
        if statement.cue.is_some_and(|cue| phrases.iter().any(|phrase| phrase.contains(cue))) {
            return false;
        }
        let known = statement.actor.is_some_and(|actor| hidden.contains(&actor));
        if !matches!(statement.grade, Grade::Role | Grade::Institution | Grade::Collective | Grade::Anonymous) {
            return true;
        }
        let Some(source) = statement.source else { return true };
        let end = statement.cue.map_or(source.end, |cue| cue.end.max(source.end));
        let hides = phrases.iter().any(|phrase| phrase.start >= source.start && phrase.start <= end + MAX_GAP);
        if known || hides || has_hiding_word(source.of(text)) {
            statement.grade = Grade::Anonymous;
            let one = |actor: &usize| actors.actors.get(*actor).is_some_and(|actor| actor.kind == ActorKind::Person);
            hidden.extend(statement.actor.filter(one));
        }
        true
    });
}

/// The phrases of a sentence that say that a source is not to be named.
pub fn hiding_phrases(clause: &Clause<'_>) -> impl Iterator<Item = Span> {
    let start = clause.span.start;
    let places = beginnings(clause.words, start, Begins::SOURCE_PATTERN);
    let patterns = Lexicon::get().source_patterns_at(clause.span.of(clause.text), places).into_iter();
    let hiding = patterns.filter(|found| found.values.first().is_some_and(|pattern| pattern.postmodifier));
    hiding.map(move |found| Span::new(start + found.span.start, start + found.span.end))
}

fn has_hiding_word(words: &str) -> bool {
    words.split_whitespace().any(|word| HIDING_WORDS.contains(word.to_lowercase().as_str()))
}
