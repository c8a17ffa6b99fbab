//! Statements that a noun carries: "the envoy's call for talks", "a warning that …", "fears of an attack".

use std::{collections::BTreeSet, sync::LazyLock};

use super::{
    Found,
    clause::{Clause, Words},
    verb::trim_words,
};
use crate::{
    actor::words::{Fact, Part, Word, rows},
    lexicon::{Frame, Lexicon, Noun, VerbKind},
};

static SOURCELESS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/sourceless_nouns.csv")).map(|(lemma, _)| lemma).collect());

/// Finds what nouns carry.
pub fn find(clause: &Clause<'_>, found: &mut Vec<Found>) {
    for at in 0..clause.len() {
        let Some(word) = clause.word(at) else { break };
        if word.part != Part::Noun || word.possessive || clause.is_quoted(at) {
            continue;
        }
        let Some(reading) = word.reporting_noun() else { continue };
        if let Some(statement) = read(clause, at, reading.noun) {
            found.push(statement);
        }
    }
}

fn read(clause: &Clause<'_>, at: usize, noun: &'static Noun<'static>) -> Option<Found> {
    let (owner, governed) = owner(clause, at);
    let mut source = owner;
    let mut rule = "noun_with_owner";
    let mut after = at + 1;
    // "the call from the envoy for talks"
    if source.is_none() && matches!(clause.lower(after), "from" | "by") {
        let end = clause.noun_phrase_after(after + 1);
        if end > after + 1 {
            source = Some(after + 1..end);
            after = end;
            rule = "noun_from";
        }
    }
    let mut cue = at..at + 1;
    if source.is_none()
        && let Some(verb) = governed
    {
        let group = clause.group_start(verb);
        let subject = match clause.before(group) {
            Some(Part::Coordinator | Part::Comma) | None => clause.main_subject(group),
            Some(Part::To) => None,
            _ => clause.subject(group),
        };
        if let Some(subject) = subject {
            source = Some(subject);
            cue = verb..at + 1;
            rule = "noun_with_light_verb";
        }
    }
    let (start, frame) = complement(clause, after, noun)?;
    let that = frame == Frame::That;
    let end = if that { clause.content_end(start, true) } else { clause.phrase_end(start) };
    let end = if that && source.is_some() { main_verb_after(clause, at, start, end) } else { end };
    let mut content = trim_words(clause, start..end);
    if content.is_empty() {
        return None;
    }
    // "reports of the launch by state media"
    if source.is_none()
        && let Some(by) = content.clone().find(|&index| clause.lower(index) == "by" && index > content.start)
        && frame == Frame::Of
    {
        let end = clause.noun_phrase_after(by + 1);
        if end > by + 1 {
            source = Some(by + 1..end);
            content.end = by;
            rule = "noun_by";
        }
    }
    if source.is_none() {
        let announced = clause.word(start.wrapping_sub(1)).is_some_and(|word| word.text == ":")
            && matches!(clause.part(start.wrapping_sub(2)), Some(Part::Noun));
        let vague = announced
            || SOURCELESS.contains(noun.lemma)
                && matches!(frame, Frame::That | Frame::Of | Frame::Over | Frame::For | Frame::About | Frame::On);
        if !vague {
            return None;
        }
        rule = "noun_without_source";
    } else {
        let gerund = clause.lower(start).ends_with("ing") && clause.part(start) != Some(Part::Name);
        if noun.ambiguous && !matches!(frame, Frame::That | Frame::For | Frame::To | Frame::On) && !gerund {
            return None;
        }
        // Support, backing and commitment are what somebody does, unless a clause says what is undertaken.
        let undertaken = frame == Frame::That || frame == Frame::To && noun.kind == VerbKind::Promise;
        if matches!(noun.kind, VerbKind::Agree | VerbKind::Promise) && !undertaken {
            return None;
        }
    }
    Some(Found {
        source: source.as_ref().map(|words| bare(clause, words)),
        cue: Some(clause.bytes(&cue)),
        content: vec![clause.bytes(&content)],
        addressee: None,
        lemma: Some(noun.lemma.to_owned()),
        strength: Some(noun.strength),
        rule,
        sentence: clause.index,
        needs_actor: source.is_some(),
        weighed: false,
    })
}

/// How many words before a noun are looked at for a verb.
const MAX_LOOK: usize = 40;

/// Where the clause behind a noun ends if the noun is the subject: before the verb of the sentence.
fn main_verb_after(clause: &Clause<'_>, noun: usize, start: usize, end: usize) -> usize {
    let verb =
        |index: usize| clause.part(index) == Some(Part::Auxiliary) || clause.part(index) == Some(Part::Verb) && clause.is_finite(index);
    if (noun.saturating_sub(MAX_LOOK)..noun).any(verb) {
        return end;
    }
    let mut groups = 0;
    for index in start..end.min(start + MAX_LOOK) {
        let inside = matches!(
            clause.before(index),
            Some(Part::Auxiliary | Part::Adverb | Part::Negation | Part::Coordinator | Part::Relative | Part::To | Part::Comma)
        );
        if matches!(clause.part(index), Some(Part::Comma | Part::Subordinator | Part::Relative)) {
            return end;
        }
        if verb(index) && !inside {
            groups += 1;
            if groups == 2 {
                return index;
            }
        }
    }
    end
}

/// The bytes of an owner without its possessive ending.
fn bare(clause: &Clause<'_>, words: &Words) -> crate::text::Span {
    let bytes = clause.bytes(words);
    let last = words.end.checked_sub(1).and_then(|last| clause.word(last)).map_or(bytes.end, |word| word.span.end);
    crate::text::Span::new(bytes.start, last)
}

/// Whose the noun is ("the envoy's", "its", "Russian"), and the verb that it is the object of.
fn owner(clause: &Clause<'_>, at: usize) -> (Option<Words>, Option<usize>) {
    let mut index = at;
    while index > 0 && at - index < 6 {
        let before = index - 1;
        let Some(word) = clause.word(before) else { break };
        if word.possessive {
            let start = clause.noun_phrase_before(before + 1).map_or(before, |phrase| phrase.start);
            return (Some(start..before + 1), None);
        }
        match word.part {
            // "reiterated its calls": the verb's subject owns them, and says more than "its".
            Part::Possessor => {
                let light = before.checked_sub(1).filter(|&verb| is_light(clause, verb));
                return if light.is_some() { (None, light) } else { (Some(before..before + 1), None) };
            }
            Part::Name => {
                let demonym = Lexicon::get().name(word.text).iter().any(|name| name.kind == crate::lexicon::NameKind::Demonym);
                if demonym {
                    return (Some(before..before + 1), None);
                }
                index -= 1;
            }
            Part::Noun | Part::Number | Part::Determiner | Part::Adverb | Part::Coordinator => index -= 1,
            Part::Verb if word.reporting || word.known.has(Fact::Verb) => {
                let light = word.reporting_verb().any(|reading| reading.verb.frames.contains(Frame::Noun));
                return (None, light.then_some(before));
            }
            _ => break,
        }
    }
    (None, None)
}

/// Whether a verb carries a reporting noun as its object ("issue a warning").
fn is_light(clause: &Clause<'_>, index: usize) -> bool {
    clause.part(index) == Some(Part::Verb) && clause.reporting_verb(index).any(|reading| reading.verb.frames.contains(Frame::Noun))
}

/// Whether the noun phrase at `start` is headed by a reporting noun that has a content of its own.
pub fn heads(clause: &Clause<'_>, start: usize) -> bool {
    (start..start + 4).any(|at| {
        clause.word(at).is_some_and(|word| word.part == Part::Noun && !word.possessive)
            && clause.word(at).and_then(Word::reporting_noun).is_some_and(|reading| complement(clause, at + 1, reading.noun).is_some())
    })
}

/// Where the content begins, by the frames of the noun.
fn complement(clause: &Clause<'_>, after: usize, noun: &Noun<'_>) -> Option<(usize, Frame)> {
    let has = |frame| noun.frames.contains(frame);
    let mut at = after;
    // "the preference is for …", "the demand: that …"
    let colon = clause.word(at).is_some_and(|word| word.text == ":");
    if matches!(clause.lower(at), "is" | "was" | "are" | "were") || colon {
        at += 1;
        // "the message was clear: …"
        if !colon
            && clause.word(at + 1).is_some_and(|word| word.text == ":")
            && matches!(clause.part(at), Some(Part::Noun | Part::Adverb))
            && has(Frame::That)
        {
            return Some((at + 2, Frame::That));
        }
        let copula = matches!(clause.part(at), Some(Part::That | Part::To)) || matches!(clause.lower(at), "for" | "on");
        if !copula {
            return None;
        }
    }
    match (clause.part(at)?, clause.lower(at)) {
        (Part::That, _) if has(Frame::That) => Some((at + 1, Frame::That)),
        (Part::To, _)
            if has(Frame::To)
                && !clause.lower(at + 1).ends_with("ing")
                && !matches!(clause.part(at + 1), Some(Part::Determiner | Part::Name | Part::Possessor)) =>
        {
            Some((at, Frame::To))
        }
        (Part::To, _) if has(Frame::ToNoun) && noun.kind != VerbKind::Say && !noun.ambiguous => Some((at + 1, Frame::ToNoun)),
        (_, "for") if has(Frame::For) || has(Frame::ForTo) => Some((at + 1, Frame::For)),
        (_, "of") if has(Frame::Of) => Some((at + 1, Frame::Of)),
        (_, "on") if has(Frame::On) => Some((at + 1, Frame::On)),
        (_, "about") if has(Frame::About) => Some((at + 1, Frame::About)),
        (_, "over") if has(Frame::Over) => Some((at + 1, Frame::Over)),
        (_, "against") if has(Frame::Against) => Some((at + 1, Frame::Against)),
        _ => None,
    }
}
