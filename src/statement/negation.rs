//! Which statements are negated: "did not deny", "never promised", "neither of them has ruled out", "has no plans".

use std::sync::LazyLock;

use super::Statement;
use crate::{
    actor::words::rows,
    lexicon::Strength,
    syntax::{Relation, Syntax, Token, Upos},
    text::Span,
};

/// How far from a word its dependents are looked for, in tokens.
const WINDOW: usize = 40;
/// How many coordinated verbs share one negation ("did not confirm, discuss or deny").
const SHARED: usize = 4;

/// The words of some classes of `negating.csv`.
pub(super) fn class(wanted: &str) -> impl Iterator<Item = &'static str> {
    let rows = rows(include_str!("../../data/statement/negating.csv"));
    rows.filter(move |(class, _)| *class == wanted).flat_map(|(_, words)| words.split('|'))
}

static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| class("word").collect());
static SUBJECTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| class("subject").collect());
static FOCUS: LazyLock<Vec<&'static str>> = LazyLock::new(|| class("focus").collect());

/// Whether a word negates the verb that it belongs to, whatever the case of its letters.
pub fn negates(word: &str) -> bool {
    WORDS.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// Marks the statements whose cue is negated; what such a cue would say about the truth of the content, it does not say.
pub(super) fn mark(text: &str, syntax: &Syntax, statements: &mut [Statement]) {
    for statement in statements {
        let Some(cue) = statement.cue else { continue };
        if is_negated_cue(text, syntax, cue) {
            statement.negated = true;
            statement.endorsement = statement.endorsement.map(|_| Strength::Neutral);
            statement.strength = statement.strength.map(|_| "neutral");
        }
    }
}

/// Whether a cue is negated: by its own words, or by those that hang on its verb.
fn is_negated_cue(text: &str, syntax: &Syntax, cue: Span) -> bool {
    let start = syntax.tokens.partition_point(|token| token.span.end <= cue.start);
    let end = syntax.tokens.partition_point(|token| token.span.start < cue.end).min(start + WINDOW);
    let range = start..end;
    let outside = |index: &usize| {
        syntax.tokens.get(*index).is_some_and(|token| token.grammar.is_some() && token.head().is_none_or(|head| !range.contains(&head)))
    };
    match range.clone().find(outside) {
        Some(top) => is_negated(text, syntax, top),
        None => range.clone().any(|index| is_negation(text, syntax, index)),
    }
}

/// Whether a word is negated in the tree: by a word of its group, by its subject, or with the verb that it is coordinated with by "or".
pub fn is_negated(text: &str, syntax: &Syntax, verb: usize) -> bool {
    let mut at = verb;
    for _ in 0..SHARED {
        if is_negated_itself(text, syntax, at) {
            return true;
        }
        let Some(token) = syntax.tokens.get(at).filter(|token| token.relation() == Some(Relation::Conj)) else { return false };
        let alternative = |index: usize| matches!(letters(text, syntax, index).to_ascii_lowercase().as_str(), "or" | "nor");
        let own = |index: usize| matches!(relation(syntax, index), Some(Relation::Nsubj | Relation::Aux));
        let Some(head) = token.head().filter(|head| *head < at) else { return false };
        if !children(syntax, at).any(alternative) || children(syntax, at).any(own) {
            return false;
        }
        at = head;
    }
    false
}

fn is_negated_itself(text: &str, syntax: &Syntax, verb: usize) -> bool {
    let noun = syntax.tokens.get(verb).and_then(Token::upos) == Some(Upos::Noun);
    let empties = |index: usize| SUBJECTS.iter().any(|word| word.eq_ignore_ascii_case(letters(text, syntax, index)));
    children(syntax, verb).take_while(|child| *child < verb).any(|child| match relation(syntax, child) {
        // "Neither side", "none of them", "neither Kyiv nor Moscow".
        Some(Relation::Nsubj) => {
            let opens =
                |index: usize| index < child && matches!(relation(syntax, index), Some(Relation::Det | Relation::Cc | Relation::Advmod));
            empties(child) || children(syntax, child).any(|index| opens(index) && empties(index))
        }
        Some(Relation::Det) => noun && empties(child),
        _ => is_negation(text, syntax, child),
    })
}

/// Whether a token is a negation, or the last word of one, that no word behind it takes away from the verb.
fn is_negation(text: &str, syntax: &Syntax, index: usize) -> bool {
    let word = letters(text, syntax, index);
    let two = || index.checked_sub(1).map(|before| format!("{} {word}", letters(text, syntax, before)));
    let behind = letters(text, syntax, index + 1);
    (negates(word) || two().is_some_and(|two| negates(&two))) && !FOCUS.iter().any(|focus| focus.eq_ignore_ascii_case(behind))
}

fn letters<'a>(text: &'a str, syntax: &Syntax, index: usize) -> &'a str {
    syntax.tokens.get(index).map_or("", |token| token.span.of(text))
}

fn relation(syntax: &Syntax, index: usize) -> Option<Relation> {
    syntax.tokens.get(index).and_then(Token::relation)
}

/// The dependents of a token that stand near it, in the order of the text.
fn children(syntax: &Syntax, index: usize) -> impl Iterator<Item = usize> + '_ {
    let near = index.saturating_sub(WINDOW)..syntax.tokens.len().min(index + WINDOW);
    near.filter(move |child| syntax.tokens.get(*child).and_then(Token::head) == Some(index))
}
