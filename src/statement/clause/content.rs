//! Where a content ends: where the sentence does, or the author or another source takes over.

use super::{Clause, MAX_CLAUSE, MAX_CONTENT};
use crate::{
    actor::words::Part,
    lexicon::{Inflection, VerbKind},
};

impl Clause<'_> {
    /// Where the content that begins at `start` ends: where the sentence does, or the author or another source takes over.
    ///
    /// `clause` says whether the content has a verb of its own.
    pub fn content_end(&self, start: usize, clause: bool) -> usize {
        let mut index = start;
        let barrier = self.barriers.get(self.barriers.partition_point(|&barrier| barrier <= start)).copied().unwrap_or(self.len());
        let barrier = barrier.min(start + MAX_CONTENT);
        while index < barrier {
            if self.is_quoted(index) || index == start {
                index += 1;
                continue;
            }
            let stop = match self.part(index) {
                Some(Part::Stop) => {
                    index + 1 >= self.len()
                        || self
                            .words
                            .get(index + 1..)
                            .is_some_and(|rest| rest.iter().all(|word| matches!(word.part, Part::Quote | Part::Break | Part::Stop)))
                }
                Some(Part::Comma) => self.comma_ends(index, clause),
                Some(Part::Adverb) => self.lower(index) == "even" && matches!(self.lower(index + 1), "as" | "though" | "if" | "while"),
                Some(Part::Subordinator) => {
                    matches!(self.lower(index), "although" | "though" | "whereas")
                        && index > start + 1
                        && self.before(index) != Some(Part::Comma)
                }
                Some(Part::Coordinator | Part::Contrast) => {
                    self.shares_source(index + 1)
                        || !clause && (matches!(self.part(index + 1), Some(Part::Auxiliary)) || self.takes_up(start, index + 1))
                }
                Some(Part::Break) => self.word(index).is_some_and(|word| word.text == ";"),
                // "…," adding that: the comma stands inside the quotation.
                Some(Part::Quote)
                    if self.before(index) == Some(Part::Comma) && self.is_quoted(index - 1) && self.comma_ends(index, clause) =>
                {
                    return index + 1;
                }
                _ => false,
            };
            if stop {
                return index;
            }
            index += 1;
        }
        barrier
    }

    /// Whether a verb here belongs to the subject of the cue, not to the content that begins at `start` and has no finite verb of its own: "accused
    /// Iran of lying and threatened to leave".
    fn takes_up(&self, start: usize, verb: usize) -> bool {
        let clausal = matches!(self.part(verb + 1), Some(Part::To | Part::That | Part::Quote));
        let reporting = || {
            self.reporting_verb(verb)
                .any(|reading| matches!(reading.inflection, Inflection::Past | Inflection::Third) && (clausal || !reading.verb.ambiguous))
        };
        let governs = matches!(
            self.part(verb + 1),
            Some(Part::To | Part::Determiner | Part::Possessor | Part::Name | Part::Pronoun | Part::That | Part::Quote | Part::Preposition)
        ) && self.lower(verb + 1) != "by";
        let finite = |index: usize| match self.part(index) {
            Some(Part::Auxiliary | Part::Relative | Part::That | Part::Wh | Part::Subordinator) => true,
            Some(Part::Verb) => self.is_finite(index),
            _ => false,
        };
        self.part(verb) == Some(Part::Verb)
            && !self.is_quoted(verb)
            && reporting()
            && governs
            && verb - start < MAX_CLAUSE
            && !(start..verb - 1).any(finite)
    }

    /// Whether another reporting verb of the same source begins here ("… and said").
    fn shares_source(&self, from: usize) -> bool {
        let mut index = from;
        while matches!(self.part(index), Some(Part::Adverb | Part::Negation)) && index < from + 4 {
            index += 1;
        }
        let Some(word) = self.word(index).filter(|word| word.part == Part::Verb && word.reporting) else { return false };
        if self.is_quoted(index) {
            return false;
        }
        let mut finite = word.lower == "say";
        let mut sure = false;
        for reading in word.reporting_verb() {
            if reading.verb.particle.is_empty() || reading.verb.particle == self.lower(index + 1) {
                finite |= matches!(reading.inflection, Inflection::Past | Inflection::Third);
                sure |= !reading.verb.ambiguous;
            }
        }
        let clause = matches!(self.part(index + 1), Some(Part::That | Part::Pronoun | Part::Quote | Part::Wh))
            || matches!(self.lower(index + 1), "on" | "for");
        let object = matches!(self.part(index + 1), Some(Part::To | Part::Determiner | Part::Name | Part::Noun));
        finite && (clause || sure && object)
    }

    /// Whether another source and its verb begin here: "…, and Denmark insisted …".
    fn another_speaks(&self, start: usize) -> bool {
        let verb = self.noun_phrase_after(start);
        let says = |reading: crate::lexicon::VerbReading| {
            reading.verb.kind == VerbKind::Say && !reading.verb.ambiguous && reading.inflection == Inflection::Past
        };
        verb > start
            && self.part(start) != Some(Part::Pronoun)
            && self.part(verb) == Some(Part::Verb)
            && !self.is_quoted(verb)
            && self.reporting_verb(verb).any(says)
    }

    /// Whether the content before a comma is over there.
    fn comma_ends(&self, comma: usize, clause: bool) -> bool {
        let mut next = comma + 1;
        while matches!(self.part(next), Some(Part::Adverb)) && self.lower(next) != "even" {
            next += 1;
        }
        match self.part(next) {
            // ", adding that …" has the same source; ", underscoring …" is another act.
            Some(Part::Verb) if self.lower(next).ends_with("ing") => {
                self.word(next).is_some_and(|word| word.reporting) || !clause && next == comma + 1 || next > comma + 1
            }
            // "…, said the minister": a verb without a subject takes up the source again.
            Some(Part::Verb) => !clause && next == comma + 1 && self.is_finite(next),
            Some(Part::Noun) if self.lower(next).ends_with("ing") => self.word(next).is_some_and(|word| word.reporting) || !clause,
            Some(Part::Adverb) => self.lower(next) == "even",
            Some(Part::Auxiliary) => next == comma + 1 && !clause,
            Some(Part::Coordinator) => self.shares_source(next + 1) || self.another_speaks(next + 1),
            Some(Part::Contrast) => self.clause_at(next + 1) || self.shares_source(next + 1) || self.lower(next + 1).ends_with("ing"),
            Some(Part::Subordinator) => match self.lower(next) {
                "though" => true,
                "although" => false,
                "while" | "whereas" => self.clause_at(next + 1),
                "after" | "before" | "when" | "since" => !clause,
                "as" => !clause,
                _ => false,
            },
            // "…, citing two officials, that …"
            Some(Part::That) => !clause,
            Some(Part::Relative) => !clause && self.lower(next) == "which",
            Some(Part::Preposition) => {
                !clause && !matches!(self.lower(next), "including" | "of" | "for" | "with") || self.lower(next) == "despite"
            }
            Some(Part::Determiner) if !clause => {
                // ", a reference to …": the author explains.
                matches!(self.lower(next), "a" | "an")
            }
            _ => false,
        }
    }

    /// Where a noun phrase ends that has its prepositional phrases and relative clauses: before the verb of the clause it stands in.
    pub fn phrase_end(&self, start: usize) -> usize {
        let mut index = start;
        let limit = self.content_end(start, false);
        let mut relative = false;
        while index < limit {
            match self.part(index) {
                Some(Part::Relative | Part::That) if index > start => relative = true,
                Some(Part::Subordinator | Part::Contrast) if index > start => return index,
                Some(Part::Comma) if !relative && !matches!(self.part(index + 1), Some(Part::Noun | Part::Coordinator | Part::Verb)) => {
                    return index;
                }
                Some(Part::Comma)
                    if !relative
                        && self.part(index + 1) == Some(Part::Coordinator)
                        && matches!(self.part(index + 2), Some(Part::Determiner | Part::Possessor)) =>
                {
                    return index;
                }
                Some(Part::Auxiliary) if index > start => {
                    if relative {
                        relative = false;
                    } else {
                        return self.group_start(index).max(start + 1);
                    }
                }
                Some(Part::Verb)
                    if index > start
                        && self.is_finite(index)
                        && !self.lower(index).ends_with("ed")
                        && self.before(index) != Some(Part::Auxiliary) =>
                {
                    if relative {
                        relative = false;
                    } else if !matches!(self.before(index), Some(Part::To | Part::Coordinator | Part::Comma)) {
                        return self.group_start(index).max(start + 1);
                    }
                }
                _ => {}
            }
            index += 1;
        }
        limit
    }
}
