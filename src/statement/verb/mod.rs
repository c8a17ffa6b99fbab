//! Statements that a verb carries: direct speech around it, clauses, infinitives, objects after it, and its passives.

mod complement;
mod indirect;
mod negation;
mod parenthetical;
mod passive;
mod relay;

use super::{
    Found,
    clause::{Clause, Words},
};
use crate::{
    actor::{quotation::Quotation, words::Part},
    lexicon::{Frame, Inflection, Verb},
    text::Span,
};
use complement::complement;
use indirect::other;
use negation::{is_averted, is_denied, is_inverted, is_nobody};
use parenthetical::{left_content, parenthetical};
use passive::{by_participle, describes_before, passive};
use relay::relay;

/// What stands to the right of a verb.
#[derive(Debug, Clone)]
struct Complement {
    content: Words,
    addressee: Option<Words>,
    frame: Frame,
}

/// A form of a reporting verb in a sentence.
#[derive(Clone, Copy)]
struct Cue {
    verb: &'static Verb<'static>,
    /// The word.
    at: usize,
    /// One past the cue, particle included.
    end: usize,
    /// The start of the verb group.
    group: usize,
}

/// How many words an adjunct between verb and content may have.
const MAX_ADJUNCT: usize = 14;
/// How many words adjuncts and insertions between verb and content may have together.
const MAX_ANNOUNCED: usize = 36;
/// How many words an introductory participle and the subject behind it may have.
const MAX_INTRODUCTION: usize = 80;
/// How far before a source in parentheses its content may begin, unless it is a quotation.
pub const MAX_BEFORE: usize = 600;
/// How many clauses a frame may govern ("as the envoy says, …; …; …").
const MAX_SEMICOLONS: usize = 4;

/// Finds the sources in parentheses, which end the contents of others; gives the places of their verbs.
pub fn find_parenthetical(clause: &mut Clause<'_>, quotations: &[Quotation], last_block: usize, found: &mut Vec<Found>) -> Vec<usize> {
    let cues: Vec<Cue> = (0..clause.len()).filter_map(|at| cue_at(clause, at)).collect();
    let mut used = Vec::new();
    let mut barriers = Vec::new();
    for cue in &cues {
        if let Some((statement, barrier)) = parenthetical(clause, cue, quotations, last_block) {
            barriers.push(barrier);
            found.push(statement);
            used.push(cue.at);
        }
    }
    barriers.sort_unstable();
    clause.barriers = barriers;
    used
}

/// Finds what the other verbs carry.
pub fn find(clause: &Clause<'_>, quotations: &[Quotation], used: &[usize], found: &mut Vec<Found>) {
    for at in 0..clause.len() {
        if used.binary_search(&at).is_err()
            && let Some(cue) = cue_at(clause, at)
            && !relay(clause, &cue, quotations, found)
        {
            other(clause, &cue, quotations, found);
        }
    }
}

fn cue_at(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let word = clause.word(at)?;
    if word.part != Part::Verb || !word.reporting || clause.is_quoted(at) {
        return None;
    }
    let readings = word.reporting_verb();
    let mut best: Option<&'static Verb<'static>> = None;
    let mut end = at + 1;
    for reading in readings {
        if !reading.verb.particle.is_empty() {
            if clause.lower(at + 1) == reading.verb.particle {
                best = Some(reading.verb);
                end = at + 2;
            }
        } else if best.is_none() {
            best = Some(reading.verb);
        }
    }
    Some(Cue { verb: best?, at, end, group: clause.group_start(at) })
}

impl Cue {
    fn has(&self, frame: Frame) -> bool {
        self.verb.frames.contains(frame)
    }

    fn is_gerund(&self, clause: &Clause<'_>) -> bool {
        clause.lower(self.at).ends_with("ing")
    }

    fn is_participle(&self, clause: &Clause<'_>) -> bool {
        clause.reporting_verb(self.at).any(|reading| matches!(reading.inflection, Inflection::Participle | Inflection::Past))
    }

    /// The words of the cue: the bare verb with its particle, and a negation right before it.
    fn words(&self, clause: &Clause<'_>) -> Words {
        let negated =
            (self.group..self.at).rev().find(|&index| clause.part(index) == Some(Part::Negation) || clause.lower(index).ends_with("n't"));
        match negated {
            Some(at) if clause.part(at) == Some(Part::Negation) && clause.before(at) == Some(Part::Auxiliary) => at - 1..self.end,
            Some(at) => at..self.end,
            None => self.at..self.end,
        }
    }

    fn statement(&self, clause: &Clause<'_>, source: Option<Words>, content: Vec<Span>, rule: &'static str) -> Found {
        let lemma =
            if self.verb.particle.is_empty() { self.verb.lemma.to_owned() } else { format!("{} {}", self.verb.lemma, self.verb.particle) };
        Found {
            source: source.map(|words| clause.bytes(&words)),
            cue: Some(clause.bytes(&self.words(clause))),
            content,
            addressee: None,
            lemma: Some(lemma),
            strength: Some(self.verb.strength),
            rule,
            sentence: clause.index,
            // A verb that often reports nothing, or a bare object, needs a source that can speak.
            needs_actor: self.verb.ambiguous,
            weighed: false,
        }
    }
}

/// The clause around a frame that stands in commas at `start..end`, or before or behind it.
pub fn around(clause: &Clause<'_>, start: usize, end: usize) -> Vec<Span> {
    let mut content = Vec::new();
    let mut first = clause.dateline().max(start.saturating_sub(MAX_BEFORE));
    while matches!(clause.part(first), Some(Part::Coordinator | Part::Contrast | Part::Break | Part::Quote)) && first < start {
        first += 1;
    }
    let before = start - usize::from(clause.before(start) == Some(Part::Comma));
    let behind = end + usize::from(clause.part(end) == Some(Part::Comma));
    if before > first {
        let words = trim_words(clause, first..before);
        if !words.is_empty() && words.len() > 1 {
            content.push(clause.bytes(&words));
        }
    }
    if behind > end {
        let mut close = clause.content_end(behind, true);
        for _ in 0..MAX_SEMICOLONS {
            if clause.word(close).is_some_and(|word| word.text == ";") {
                close = clause.content_end(close + 1, true);
            }
        }
        let words = trim_words(clause, behind..close);
        if !words.is_empty() {
            content.push(clause.bytes(&words));
        }
    }
    content
}

/// Takes marks off both ends of a range of words.
pub fn trim_words(clause: &Clause<'_>, range: Words) -> Words {
    let (mut start, mut end) = (range.start, range.end.min(clause.len()).max(range.start));
    while start < end && matches!(clause.part(start), Some(Part::Comma | Part::Stop)) {
        start += 1;
    }
    while start < end && matches!(clause.part(end - 1), Some(Part::Comma | Part::Stop)) && !clause.is_quoted(end - 1) {
        end -= 1;
    }
    start..end
}

/// The noun phrase behind "by".
fn agent(clause: &Clause<'_>, start: usize) -> Option<Words> {
    let mut end = clause.noun_phrase_after(start);
    if end == start {
        return None;
    }
    for _ in 0..2 {
        if matches!(clause.lower(end), "of" | "for") {
            let further = clause.noun_phrase_after(end + 1);
            if further > end + 1 {
                end = further;
            }
        }
    }
    Some(start..end)
}

/// Where a clause with "that", or a quotation, begins behind the adjuncts and insertions at `from`: "in a statement carried by KCNA that …",
/// "on Monday, 3 May, that …", "after the meeting: …".
fn announced(clause: &Clause<'_>, from: usize) -> Option<(usize, Frame)> {
    let mut at = from;
    while at < from + MAX_ANNOUNCED {
        at = match clause.part(at)? {
            // "a speech that was aired": a relative clause.
            Part::That if at > from && matches!(clause.part(at + 1), Some(Part::Verb | Part::Auxiliary)) => {
                let other = |index: &usize| {
                    matches!(clause.part(*index), None | Some(Part::That | Part::Comma | Part::Stop | Part::Quote | Part::Break))
                };
                (at + 1..at + MAX_ADJUNCT).find(other).filter(|&index| clause.part(index) == Some(Part::That))?
            }
            Part::That => return Some((at + 1, Frame::That)),
            Part::Break if clause.word(at).is_some_and(|word| word.text == ":") => return Some((at + 1, Frame::Quote)),
            Part::Quote if at == from || clause.before(at) == Some(Part::Comma) => return Some((at, Frame::Quote)),
            Part::Comma if clause.part(at + 1) == Some(Part::Quote) => return Some((at + 1, Frame::Quote)),
            Part::Comma => {
                let close = (at + 1..at + MAX_ADJUNCT).find(|&index| {
                    matches!(clause.part(index), None | Some(Part::Comma | Part::Stop | Part::Quote | Part::That | Part::Break))
                })?;
                if clause.part(close) != Some(Part::Comma) {
                    return None;
                }
                // Behind an insertion the clause goes on with "that" or another insertion.
                close + usize::from(clause.part(close + 1) != Some(Part::Quote))
            }
            Part::Adverb | Part::Time => at + 1,
            Part::Determiner if clause.part(at + 1) == Some(Part::Time) => at + 2,
            Part::Preposition | Part::To | Part::Subordinator => {
                let end = clause.noun_phrase_after(at + 1);
                let temporal =
                    clause.part(at) != Some(Part::Subordinator) || matches!(clause.lower(at), "after" | "before" | "since" | "until");
                if end == at + 1 || !temporal {
                    return None;
                }
                end
            }
            // "a statement carried by …": a participle of the noun before.
            Part::Verb
                if at > from
                    && matches!(clause.before(at), Some(Part::Noun | Part::Name))
                    && matches!(clause.part(at + 1), Some(Part::Preposition | Part::To | Part::Time | Part::Adverb)) =>
            {
                at + 1
            }
            _ => return None,
        };
    }
    None
}

/// Passes over times, adverbs and short prepositional phrases.
fn skip_adjuncts(clause: &Clause<'_>, from: usize, all: bool) -> usize {
    let mut at = from;
    while at < from + MAX_ADJUNCT {
        match clause.part(at) {
            Some(Part::Adverb | Part::Time) => at += 1,
            Some(Part::Determiner) if matches!(clause.part(at + 1), Some(Part::Time)) => at += 2,
            Some(Part::Preposition)
                if all || matches!(clause.lower(at), "on" | "in" | "at" | "during" | "after" | "through" | "via" | "by" | "from") =>
            {
                let end = clause.noun_phrase_after(at + 1);
                if end == at + 1 {
                    return at;
                }
                let time = (at + 1..end).any(|index| clause.part(index) == Some(Part::Time));
                let follows = matches!(
                    clause.part(end),
                    Some(
                        Part::That
                            | Part::Quote
                            | Part::Pronoun
                            | Part::Break
                            | Part::Comma
                            | Part::Stop
                            | Part::Preposition
                            | Part::Wh
                            | Part::To
                    ) | None
                );
                if !(all || time || follows) {
                    return at;
                }
                at = end;
            }
            Some(Part::To) if all && clause.part(at + 1).is_some_and(Part::is_nominal) => at = clause.noun_phrase_after(at + 1),
            _ => return at,
        }
    }
    at
}
