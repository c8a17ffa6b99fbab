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
    syntax::{Relation, TokenKind, Xpos},
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
            Phrase::Participle { kind, needs } => Some((*kind, *needs)),
            _ => None,
        });
        if let Some((kind, needs)) = participle {
            findings.extend(passive(scene, line, hit, kind, needs));
        }
    }
}

fn passive(scene: &Scene<'_>, line: &Line<'_>, hit: &Hit, kind: &'static str, needs: Needs) -> Option<Finding> {
    let at = line.token_at(hit.span.start);
    let token = line.tokens.get(at).filter(|token| token.span.start == hit.span.start)?;
    // "The minister said": a past tense, whatever its form.
    if line.has_grammar() && matches!(token.xpos(), Some(Xpos::Vbd | Xpos::Nn | Xpos::Nns)) {
        return None;
    }
    let text = scene.text;
    let auxiliary = auxiliary(text, line, at);
    let begin = match auxiliary {
        Some(auxiliary) => auxiliary,
        None if is_reduced(line, at) => first_adverb(text, line, at),
        None => return None,
    };
    let impersonal = auxiliary.and_then(|auxiliary| subject_before(text, line, auxiliary)).is_some_and(|word| word.eq_ignore_ascii_case("it"));
    let next = line.word(text, at + 1);
    let to_or_that = next == "to" && infinitive_follows(line, at + 1) || next == "that";
    let general = (begin..at).any(|index| words().has(Class::General, line.word(text, index)));
    let enough = match needs {
        _ if auxiliary.is_none() => next == "as" || next == "to" && to_or_that,
        Needs::Nothing => true,
        Needs::As => next == "as" || to_or_that && kind == "think",
        Needs::Clause => to_or_that || impersonal,
        Needs::Often => general,
    };
    if !enough || has_agent(text, line, at) {
        return None;
    }
    let last = if matches!(next, "as" | "that" | "to") { at + 1 } else { at };
    let span = Span::new(line.tokens.get(begin)?.span.start, line.tokens.get(last)?.span.end);
    // "This was conveyed, the envoy said": the cue of a statement with a source.
    if scene.is_cue(token.span) {
        return None;
    }
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
        if words.has(Class::Be, word) {
            found = Some(index);
        } else if found.is_some() && words.has(Class::Auxiliary, word) {
            // "has been", "could be".
            return Some(index);
        } else if !(words.has(Class::Adverb, word) || words.has(Class::General, word) || word.ends_with("ly")) || line.tokens.get(index).is_some_and(|token| token.kind != TokenKind::Word) {
            break;
        }
    }
    found
}

/// The word before the auxiliaries.
fn subject_before<'a>(text: &'a str, line: &Line<'a>, auxiliary: usize) -> Option<&'a str> {
    auxiliary.checked_sub(1).map(|before| line.word(text, before))
}

/// Whether a participle modifies a noun by itself: "a force believed to number thousands". Only a grammar tells.
fn is_reduced(line: &Line<'_>, at: usize) -> bool {
    line.tokens.get(at).is_some_and(|token| token.relation() == Some(Relation::Acl) && token.xpos() == Some(Xpos::Vbn))
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
    let verb = |index: usize| index == at || line.hangs(index, at, Relation::Conj) || line.hangs(at, index, Relation::Conj);
    (at + 1..(at + MAX_AGENT).min(line.tokens.len())).any(|index| {
        line.word(text, index) == "by"
            && line.head(index).is_some_and(|noun| {
                let agent = line.tokens.get(noun).and_then(|token| token.relation());
                // A parser often hangs the agent on a noun nearby; "by" right behind the participle is its own.
                index == at + 1 || agent == Some(Relation::Obl) && line.head(noun).is_some_and(verb)
            })
    })
}
