//! Passives of saying, judging and thinking that name nobody who does: "is often highlighted", "are seen as", "it is believed that".
//!
//! Where there is a grammar, the participle must have its auxiliary and no agent in the tree; without one, words decide: a form of "be"
//! before it with nothing but adverbs between, and no "by" behind it in the clause.

use super::{
    Finding, FindingKind,
    phrase::{Class, Needs, Phrase, words},
    scene::{Hit, Line, Scene},
};
use crate::{
    syntax::{Relation, TokenKind, Upos, Xpos},
    text::Span,
};

/// How many words may stand between the auxiliary and the participle.
const MAX_BETWEEN: usize = 5;
/// How many words behind the participle its agent is looked for.
const MAX_AGENT: usize = 24;
/// The same where words decide.
const MAX_BY: usize = 12;

/// Finds them in a sentence.
pub fn find(scene: &Scene<'_>, line: &Line<'_>, findings: &mut Vec<Finding>) {
    for hit in line.hits {
        let participle = hit.values.iter().find_map(|phrase| match phrase {
            Phrase::Participle { kind, needs, reduced } => Some((*kind, *needs, *reduced)),
            _ => None,
        });
        if let Some(participle) = participle {
            findings.extend(passive(scene, line, hit, participle));
        }
    }
}

fn passive(scene: &Scene<'_>, line: &Line<'_>, hit: &Hit, participle: (&'static str, Needs, bool)) -> Option<Finding> {
    let (kind, needs, reduced) = participle;
    let at = line.token_at(hit.span.start);
    let token = line.tokens.get(at).filter(|token| token.span.start == hit.span.start)?;
    let text = scene.text;
    let auxiliary = auxiliary(text, line, at);
    let to_infinitive = line.word(text, at + 1) == "to" && infinitive_follows(line, at + 1);
    let begin = match auxiliary {
        Some(auxiliary) => auxiliary,
        None if is_reduced(line, at) || reduced && to_infinitive => first_adverb(text, line, at),
        None => return None,
    };
    let next = line.word(text, at + 1);
    let empty_subject =
        |auxiliary: usize| auxiliary.checked_sub(1).is_some_and(|before| line.word(text, before).eq_ignore_ascii_case("it"));
    let impersonal = next == "that" && auxiliary.is_some_and(empty_subject);
    let to_or_that = to_infinitive || next == "that";
    let general = (begin..at).any(|index| words().has(Class::General, line.word(text, index)));
    let enough = match needs {
        _ if auxiliary.is_none() => to_infinitive || next == "as" && needs != Needs::Clause,
        Needs::Nothing => true,
        Needs::As => next == "as" || to_or_that && kind == "think",
        Needs::Clause => to_or_that,
        Needs::Often => general,
    };
    if !enough || has_agent(text, line, at) {
        return None;
    }
    let last = if matches!(next, "as" | "that" | "to") { at + 1 } else { at };
    let span = Span::new(line.tokens.get(begin)?.span.start, line.tokens.get(last)?.span.end);
    let rule = match auxiliary {
        None => "agentless_participle",
        Some(_) if impersonal => "agentless_impersonal",
        Some(_) => "agentless_passive",
    };
    Some(Finding { statement: scene.voice(token.span), ..Finding::new(span, FindingKind::Agentless, kind, rule, "no_agent") })
}

/// The first word of the auxiliaries before a participle.
fn auxiliary(text: &str, line: &Line<'_>, at: usize) -> Option<usize> {
    let words = words();
    let mut found = None;
    for index in (at.saturating_sub(MAX_BETWEEN)..at).rev() {
        let word = line.word(text, index);
        let is_owner = || word.starts_with(['\'', '’']) && (found.is_some() || is_possessive(line, index));
        if words.has(Class::Be, word) && !is_owner() {
            found = Some(index);
        } else if found.is_some() && words.has(Class::Auxiliary, word) {
            // "has been", "could be".
            return Some(index);
        } else if !(words.has(Class::Adverb, word) || words.has(Class::General, word) || word.ends_with("ly"))
            || line.tokens.get(index).is_some_and(|token| token.kind != TokenKind::Word)
        {
            break;
        }
    }
    // "being warned" without more is a noun, or hangs on a verb that has its own.
    found.filter(|found| !line.word(text, *found).eq_ignore_ascii_case("being"))
}

/// Whether "'s" marks an owner, as far as a grammar tells.
fn is_possessive(line: &Line<'_>, at: usize) -> bool {
    line.tokens.get(at).and_then(|token| token.xpos()) == Some(Xpos::Pos)
}

/// Whether a participle modifies a noun by itself: "a force believed to number thousands". Only a grammar tells.
fn is_reduced(line: &Line<'_>, at: usize) -> bool {
    let modifies = line
        .tokens
        .get(at)
        .is_some_and(|token| token.relation() == Some(Relation::Acl) && matches!(token.xpos(), Some(Xpos::Vbn | Xpos::Vbd)));
    // "what she described as": a clause with a subject of its own.
    let has_subject = || (at.saturating_sub(MAX_BETWEEN)..at).any(|index| line.hangs(index, at, Relation::Nsubj));
    modifies && !has_subject()
}

/// Where the adverbs before a participle begin.
fn first_adverb(text: &str, line: &Line<'_>, at: usize) -> usize {
    let before = (at.saturating_sub(MAX_BETWEEN)..at).rev().take_while(|index| line.word(text, *index).ends_with("ly")).count();
    at - before
}

/// Whether a verb stands behind "to", where a grammar tells; "told to the press" is none.
fn infinitive_follows(line: &Line<'_>, to: usize) -> bool {
    let verb = line.tokens.get(to + 1).and_then(|token| token.xpos());
    verb.is_none_or(|tag| matches!(tag, Xpos::Vb | Xpos::Rb))
}

/// Whether the tree, or the words behind the participle, name somebody who says or thinks it.
fn has_agent(text: &str, line: &Line<'_>, at: usize) -> bool {
    if !line.has_grammar() {
        let behind = (at + 1..(at + 1 + MAX_BY).min(line.tokens.len())).map(|index| line.word(text, index));
        return behind.take_while(|word| !matches!(*word, "." | ";" | ":" | ",")).any(|word| word == "by");
    }
    // A parser may hang the agent on what is coordinated with the participle, or on the complement in between ("seen as safe by all").
    let is_its_own = |noun: usize, by: usize| {
        line.head(noun).is_some_and(|head| {
            let between = head > at && head < by && line.tokens.get(head).and_then(|token| token.upos()) != Some(Upos::Verb);
            head == at || between || line.hangs(head, at, Relation::Conj) || line.hangs(at, head, Relation::Conj)
        })
    };
    (at + 1..(at + MAX_AGENT).min(line.tokens.len()))
        .any(|by| line.word(text, by) == "by" && (by == at + 1 || line.head(by).is_some_and(|noun| noun > by && is_its_own(noun, by))))
}
