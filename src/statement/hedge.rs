//! Sentences and statements in; out come the words that say how certain something is, each with what it is said of and in whose statement.

use std::sync::LazyLock;

use super::{Statement, negation::negates, nesting::Around};
use crate::{
    actor::words::rows,
    syntax::{Relation, Syntax, Token, Upos},
    text::{Fnv, FnvMap, Span},
};

/// Words that say how certain something is: "could", "it is not clear", "a potential invasion".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hedge {
    /// The words.
    pub span: Span,
    /// "unclear", "possible", "likely", "unlikely", "hypothetical", "recommended", "distanced", or "negated": a content that is denied.
    pub kind: &'static str,
    /// What they are said of, where the grammar tells.
    pub scope: Option<Span>,
    /// The index of the statement in whose content they stand; none where the author speaks.
    pub statement: Option<usize>,
}

/// The words of a phrase, and its kind.
type Phrase = (Vec<&'static str>, &'static str);

/// The phrases of `hedges.csv` by the hash of their first word, the longest first. Looked up, never gone through.
static PHRASES: LazyLock<FnvMap<u32, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: FnvMap<u32, Vec<Phrase>> = FnvMap::default();
    for (row, kind) in rows(include_str!("../../data/statement/hedges.csv")) {
        // "so-called" may be one token or three.
        let whole: Vec<&str> = row.split(' ').collect();
        let parts: Vec<&str> = row.split(' ').flat_map(around_hyphens).collect();
        for words in if parts == whole { vec![whole] } else { vec![whole, parts] } {
            let Some(first) = words.first() else { continue };
            phrases.entry(Fnv::of(first.bytes())).or_default().push((words, kind));
        }
    }
    for phrases in phrases.values_mut() {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    phrases
});

/// The parts of a word, hyphens among them.
fn around_hyphens(word: &'static str) -> impl Iterator<Item = &'static str> {
    word.split_inclusive('-')
        .flat_map(|part| match part.strip_suffix('-') {
            Some(before) => [before, "-"],
            None => [part, ""],
        })
        .filter(|part| !part.is_empty())
}

/// The first letters of the phrases, so that most words need no hash.
static FIRST: LazyLock<[bool; 256]> = LazyLock::new(|| {
    let mut first = [false; 256];
    for (words, _) in rows(include_str!("../../data/statement/hedges.csv")) {
        for byte in words.bytes().take(1) {
            for case in [byte, byte.to_ascii_uppercase()] {
                if let Some(place) = first.get_mut(usize::from(case)) {
                    *place = true;
                }
            }
        }
    }
    first
});

/// Finds the hedges of a text, in its order.
pub fn hedges(text: &str, syntax: &Syntax, statements: &[Statement]) -> Vec<Hedge> {
    let mut hedges = Vec::new();
    for sentence in &syntax.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let Some((length, kind)) = phrase(text, syntax, at, sentence.tokens.end) else {
                at += 1;
                continue;
            };
            if kind == NONE {
                at += length;
                continue;
            }
            let (Some(first), Some(last)) = (syntax.tokens.get(at), syntax.tokens.get(at + length - 1)) else { break };
            hedges.push(Hedge {
                span: Span::new(first.span.start, last.span.end),
                kind,
                scope: scope(syntax, &sentence.tokens, at..at + length),
                statement: None,
            });
            at += length;
        }
    }
    hedges.extend(negated(text, syntax, statements));
    hedges.sort_by_key(|hedge| (hedge.span.start, hedge.span.end));
    let mut around = Around::new(statements);
    for hedge in hedges.iter_mut().filter(|hedge| hedge.statement.is_none()) {
        hedge.statement = around.at(hedge.span.start).next();
    }
    hedges
}

/// The kind of a phrase that only looks like a hedge.
const NONE: &str = "none";

/// The longest phrase that begins at a token, and its kind.
fn phrase(text: &str, syntax: &Syntax, at: usize, end: usize) -> Option<(usize, &'static str)> {
    let first = syntax.tokens.get(at)?;
    let letters = first.span.of(text);
    if !*FIRST.get(usize::from(*letters.as_bytes().first()?))? {
        return None;
    }
    let hash = Fnv::of(letters.chars().map(|c| if c == '’' { b'\'' } else { u8::try_from(c.to_ascii_lowercase()).unwrap_or(0) }));
    let fits = |words: &[&str]| {
        at + words.len() <= end
            && words
                .iter()
                .enumerate()
                .all(|(offset, word)| syntax.tokens.get(at + offset).is_some_and(|token| same(token.span.of(text), word)))
    };
    let (words, kind) = PHRASES.get(&hash)?.iter().find(|(words, _)| fits(words))?;
    (!is_other(syntax, at, words, letters)).then_some((words.len(), *kind))
}

/// How many tokens behind an auxiliary its subject is looked for.
const INVERTED: usize = 12;

/// Whether a single word means something else here: "May" is a month and a name, "might" is power, "the potential" is a noun, and "should he fail"
/// is a condition.
fn is_other(syntax: &Syntax, at: usize, words: &[&str], letters: &str) -> bool {
    let (&[word], Some(token)) = (words, syntax.tokens.get(at)) else { return false };
    let read = token.grammar.is_some();
    let subject = |other: &Token| other.head() == token.head() && other.relation() == Some(Relation::Nsubj);
    match word {
        "may" | "might" | "could" if read && token.upos() != Some(Upos::Aux) => true,
        "may" => letters == "May",
        "should" => read && syntax.tokens.iter().skip(at + 1).take(INVERTED).any(subject),
        "potential" => token.upos() == Some(Upos::Noun),
        _ => false,
    }
}

/// Whether letters are a word, whatever their case and the shape of the apostrophe.
fn same(letters: &str, word: &str) -> bool {
    let straight = letters.chars().map(|c| if c == '’' { '\'' } else { c.to_ascii_lowercase() });
    straight.eq(word.chars())
}

/// How many tokens back or on the ends of a subtree are looked for.
const REACH: usize = 120;
/// How many steps up to the root are gone from a token.
const DEPTH: usize = 40;

/// What a hedge is said of: the noun that an adjective modifies, the clause of an auxiliary or an adverb, the clause that is said to be
/// unclear.
fn scope(syntax: &Syntax, sentence: &std::ops::Range<usize>, phrase: std::ops::Range<usize>) -> Option<Span> {
    let token = |index: usize| syntax.tokens.get(index);
    // The word of the phrase that the others hang on.
    let top = phrase.clone().find(|index| {
        token(*index).is_some_and(|token| token.grammar.is_some() && token.head().is_none_or(|head| !phrase.contains(&head)))
    })?;
    let head = token(top)?.head();
    let of = match (token(top)?.relation()?, head) {
        (Relation::Amod | Relation::Aux | Relation::Advmod | Relation::Det | Relation::Compound, Some(head)) => head,
        _ => {
            let near = top + 1..sentence.end.min(top + REACH);
            let clause = near.clone().find(|index| {
                token(*index).is_some_and(|token| {
                    token.head() == Some(top)
                        && matches!(
                            token.relation(),
                            Some(Relation::Ccomp | Relation::Csubj | Relation::Xcomp | Relation::Parataxis | Relation::Advcl)
                        )
                })
            });
            clause.unwrap_or(top)
        }
    };
    let below =
        |index: usize| std::iter::successors(Some(index), |index| token(*index).and_then(Token::head)).take(DEPTH).any(|above| above == of);
    // What opens a clause or a phrase is not said to be uncertain: "that", "and", "for".
    let opens = |index: usize| {
        matches!(token(index).and_then(Token::relation), Some(Relation::Case | Relation::Mark | Relation::Cc | Relation::Punct))
    };
    let start = (sentence.start.max(of.saturating_sub(REACH))..=of).find(|index| below(*index) && !opens(*index))?;
    let end = (of..sentence.end.min(of + REACH))
        .rev()
        .find(|index| below(*index) && token(*index).is_some_and(|token| token.upos() != Some(Upos::Punct)))?;
    Some(Span::new(token(start)?.span.start, token(end)?.span.end))
}

/// Contents whose main verb is negated.
fn negated(text: &str, syntax: &Syntax, statements: &[Statement]) -> Vec<Hedge> {
    let mut found = Vec::new();
    for (index, statement) in statements.iter().enumerate() {
        let Some(content) = statement.content.first() else { continue };
        let from = syntax.tokens.partition_point(|token| token.span.start < content.start);
        let to = syntax.tokens.partition_point(|token| token.span.start < content.end).min(from + REACH);
        let outside = |token: &Token| {
            token.grammar.is_some() && token.upos() != Some(Upos::Punct) && token.head().is_none_or(|head| !(from..to).contains(&head))
        };
        let Some(top) = (from..to).find(|at| syntax.tokens.get(*at).is_some_and(outside)) else { continue };
        let negation = (from..to).find_map(|at| {
            let token = syntax.tokens.get(at)?;
            let negates = token.head() == Some(top) && token.relation() == Some(Relation::Advmod) && negates(token.span.of(text));
            negates.then_some(token.span)
        });
        if let Some(span) = negation {
            found.push(Hedge { span, kind: "negated", scope: Some(*content), statement: Some(index) });
        }
    }
    found
}
