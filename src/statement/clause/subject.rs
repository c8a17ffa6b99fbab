//! The noun phrase left of a verb.

use super::{Clause, MAX_CONTENT, MAX_RELATIVE, MAX_SUBJECT, Words};
use crate::{
    actor::words::{Fact, Part, Word},
    lexicon::{Frame, Grade, Inflection},
};

impl Clause<'_> {
    /// The noun phrase that ends right before `end`.
    pub fn noun_phrase_before(&self, end: usize) -> Option<Words> {
        let mut end = end;
        while end > 1
            && self.part(end - 1) == Some(Part::Time)
            && self.words.get(end - 1).is_some_and(|word| !word.possessive && word.is_capital())
        {
            end -= 1;
            // "… said on Friday"; "the paper Friday said"
            if self.lower(end - 1) == "on" && end > 1 {
                end -= 1;
            }
        }
        let last = self.word(end.checked_sub(1)?)?;
        if last.part == Part::Pronoun || matches!(&*last.lower, "some" | "many" | "most" | "few") {
            // "others in Europe" ends in a noun; a bare pronoun is a subject by itself.
            return Some(end - 1..end);
        }
        let mut start = self.run_before(end)?;
        let floor = end.saturating_sub(MAX_SUBJECT);
        let mut coordinated = false;
        while start > floor.max(1) {
            let before = start - 1;
            match self.part(before) {
                Some(Part::Subordinator)
                    if self.lower(before) == "as"
                        && before > 1
                        && self.part(start) == Some(Part::Determiner)
                        && matches!(self.before(before), Some(Part::Noun | Part::Name)) =>
                {
                    // "its role as a convener"
                    match self.run_before(before) {
                        Some(further) => start = further,
                        None => break,
                    }
                }
                // "the commander known as Abu Tariq"
                Some(Part::Subordinator)
                    if self.lower(before) == "as" && before > 1 && (self.is_reduced(before - 1) || self.lower(before - 1) == "known") =>
                {
                    match self.run_before(before - 1) {
                        Some(further) => start = further,
                        None => break,
                    }
                }
                Some(Part::Preposition | Part::To) if before > 0 && !self.is_quoted(before) => {
                    if self.part(before - 1) == Some(Part::Pronoun)
                        && !matches!(self.lower(before - 1), "it" | "him" | "them" | "us" | "me")
                    {
                        return Some(before - 1..end);
                    }
                    if self.part(before) == Some(Part::To)
                        && !matches!(self.part(start), Some(Part::Determiner | Part::Name | Part::Possessor))
                    {
                        break;
                    }
                    match self.run_before(before) {
                        Some(further) => start = further,
                        // "a commentary published in the paper": a participle that belongs to the noun before it.
                        None if self.is_reduced(before - 1) => match self.run_before(before - 1) {
                            Some(further) => start = further,
                            None => break,
                        },
                        None => break,
                    }
                }
                Some(Part::Coordinator) => {
                    let Some(further) = self.phrase_with_prepositions(before) else { break };
                    let clause = further == 0
                        || matches!(
                            self.before(further),
                            Some(
                                Part::Comma
                                    | Part::Subordinator
                                    | Part::That
                                    | Part::Quote
                                    | Part::Contrast
                                    | Part::Break
                                    | Part::Stop
                                    | Part::Preposition
                                    | Part::Adverb
                                    | Part::Coordinator
                                    | Part::Verb
                            )
                        );
                    let names = self.part(start) != Some(Part::Noun) || self.part(further) != Some(Part::Name);
                    if !clause || !names && self.before(further) == Some(Part::Verb) {
                        break;
                    }
                    coordinated = true;
                    start = further;
                }
                Some(Part::Comma) if coordinated => match self.run_before(before) {
                    Some(further) if matches!(self.before(further), None | Some(Part::Comma | Part::That | Part::Subordinator)) => {
                        start = further
                    }
                    _ => break,
                },
                Some(Part::Comma) if self.is_apposed_name(start, end) => {
                    let Some(further) = self.phrase_with_prepositions(before) else { break };
                    let owned = |index: usize| self.words.get(index).is_some_and(|word| word.possessive);
                    let head = (self.part(further) == Some(Part::Determiner) || (further..before).any(owned))
                        && (further..before).any(|index| self.is_office(index));
                    let open = matches!(
                        self.before(further),
                        None | Some(
                            Part::Comma | Part::Stop | Part::That | Part::Quote | Part::Subordinator | Part::Coordinator | Part::Break
                        )
                    );
                    if head && open && before - further < 16 { start = further } else { break }
                }
                _ => break,
            }
        }
        Some(start..end)
    }

    /// Whether a verb is a participle that belongs to the noun before it.
    fn is_reduced(&self, index: usize) -> bool {
        let participle =
            self.reporting_verb(index).any(|reading| reading.inflection == Inflection::Participle) || self.lower(index).ends_with("ed");
        self.part(index) == Some(Part::Verb)
            && participle
            && self.before(index) == Some(Part::Noun)
            && !matches!(self.lower(index), "said" | "told" | "warned" | "added" | "reported")
    }

    /// Whether a word is an office, or the head of an unnamed source.
    fn is_office(&self, index: usize) -> bool {
        let speaks = |word: &Word<'_>| word.source_head().is_some_and(|head| head.grade != Grade::Document);
        self.words.get(index).is_some_and(|word| speaks(word) || word.known.has(Fact::Title))
    }

    /// Whether a word is a name, or the head of a source.
    pub fn is_somebody(&self, index: usize) -> bool {
        self.part(index) == Some(Part::Name) || self.is_office(index)
    }

    /// Whether the clause that begins at `start` has a verb behind its subject that is not quoted.
    pub fn main_verb_behind(&self, start: usize) -> bool {
        let end = self.noun_phrase_after(start);
        let mut verb = end;
        while matches!(self.part(verb), Some(Part::Adverb | Part::Negation)) && verb < end + 3 {
            verb += 1;
        }
        end > start && (self.part(verb) == Some(Part::Auxiliary) || self.part(verb) == Some(Part::Verb) && self.is_finite(verb))
    }

    /// Where the verb group begins whose subject has the relative clause of the cue at `cue` in it, if it stands in `range`.
    pub fn main_group(&self, cue: usize, range: Words) -> Option<usize> {
        let limit = range.end.min(range.start + MAX_RELATIVE);
        (range.start..limit)
            .filter(|&index| matches!(self.part(index), Some(Part::Auxiliary | Part::Verb)) && !self.is_quoted(index))
            .map(|index| self.group_start(index))
            .find(|&group| self.related_subject(group).is_some_and(|subject| subject.start < cue && group > cue))
    }

    fn is_apposed_name(&self, start: usize, end: usize) -> bool {
        end - start <= 4 && self.words.get(start..end).is_some_and(|words| words.iter().all(|word| word.part == Part::Name))
    }

    /// A run with the prepositional phrases inside it.
    fn phrase_with_prepositions(&self, end: usize) -> Option<usize> {
        let mut start = self.run_before(end)?;
        for _ in 0..4 {
            if start < 2 || self.part(start - 1) != Some(Part::Preposition) && self.part(start - 1) != Some(Part::To) {
                break;
            }
            match self.run_before(start - 1) {
                Some(further) => start = further,
                None => break,
            }
        }
        Some(start)
    }

    /// The start of the run of nominal words that ends right before `end`.
    fn run_before(&self, end: usize) -> Option<usize> {
        let mut start = end;
        while start > 0 && end - start < 16 {
            let Some(word) = self.word(start - 1) else { break };
            // "responsible" words in quotation marks inside a phrase stay in it.
            let adverb = word.part == Part::Adverb && start < end && matches!(self.before(start - 1), Some(Part::Determiner));
            if !(word.part.is_nominal() || adverb || word.part == Part::Quote && start < end) {
                break;
            }
            if word.part == Part::Time
                && !word.possessive
                && start < end
                && self.part(start) == Some(Part::Name)
                && self.before(start - 1) != Some(Part::Determiner)
            {
                // "Last week Moscow said"
                break;
            }
            start -= 1;
            if matches!(word.part, Part::Determiner | Part::Possessor) && !matches!(self.before(start), Some(Part::Determiner)) {
                break;
            }
        }
        while start < end
            && matches!(self.part(start), Some(Part::Time | Part::Quote))
            && !self.words.get(start).is_some_and(|word| word.possessive)
        {
            start += 1;
        }
        (start < end).then_some(start)
    }

    /// The subject of the verb group that begins at `group`, with what stands between them in commas or in a relative clause.
    pub fn subject(&self, group: usize) -> Option<Words> {
        self.related_subject(group).or_else(|| self.adjacent_subject(group))
    }

    /// A subject with a relative clause between it and its verb: "a priest who knows him said".
    fn related_subject(&self, group: usize) -> Option<Words> {
        let last = group.checked_sub(1)?;
        if !matches!(self.part(last)?, Part::Verb | Part::Pronoun | Part::Noun | Part::Name | Part::Adverb | Part::Time) {
            return None;
        }
        let floor = group.saturating_sub(MAX_RELATIVE);
        let mut verbs = 0;
        let mut index = group;
        while index > floor {
            index -= 1;
            match self.part(index)? {
                // The relative clause has its verb right behind the pronoun, and no other.
                Part::Relative if self.lower(index) == "who" => {
                    let next = (index + 1..group).find(|&at| !matches!(self.part(at), Some(Part::Adverb | Part::Negation)))?;
                    let governs = matches!(self.part(next), Some(Part::Verb | Part::Auxiliary));
                    // "who say Iran lied", "who think she lied": what stands behind the verb is a subject of its own.
                    let owns = self.reporting_verb(next).any(|reading| reading.verb.frames.contains(Frame::That))
                        && self.part(next + 1).is_some_and(Part::is_nominal)
                        || self.part(last) == Some(Part::Pronoun)
                            && !matches!(self.lower(last), "him" | "them" | "us" | "me" | "her" | "it");
                    if !governs || verbs != 1 || owns || self.is_quoted(index) {
                        return None;
                    }
                    let phrase = self.noun_phrase_before(index)?;
                    return Some(phrase.start..group);
                }
                Part::Verb | Part::Auxiliary if self.is_quoted(index) => return None,
                // A finite verb counts once with its auxiliaries; infinitives and what depends on them do not.
                Part::Verb | Part::Auxiliary if self.before(index) == Some(Part::To) => {}
                Part::Verb if self.before(index) == Some(Part::Auxiliary) && self.lower(index - 1) == "be" => {}
                Part::Verb if matches!(self.before(index), Some(Part::Auxiliary | Part::Negation)) => {}
                Part::Verb | Part::Auxiliary => verbs += 1,
                Part::Comma | Part::Stop | Part::Break | Part::Quote | Part::That | Part::Wh | Part::Subordinator | Part::Contrast => {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    fn adjacent_subject(&self, group: usize) -> Option<Words> {
        let last = group.checked_sub(1)?;
        match self.part(last)? {
            Part::Comma => {
                let mut open = last;
                while open > 0 && last - open < MAX_SUBJECT {
                    open -= 1;
                    if self.part(open) == Some(Part::Comma) && last - open > 1 {
                        let inside = self.part(open + 1)?;
                        let parenthesis = matches!(
                            inside,
                            Part::Relative
                                | Part::Determiner
                                | Part::Noun
                                | Part::Name
                                | Part::Verb
                                | Part::Preposition
                                | Part::Possessor
                                | Part::Adverb
                                | Part::Number
                        );
                        let phrase = self.noun_phrase_before(open);
                        if let (true, Some(phrase)) = (parenthesis, phrase) {
                            return Some(phrase.start..last);
                        }
                    }
                    if matches!(self.part(open), Some(Part::Stop)) {
                        break;
                    }
                }
                None
            }
            Part::Relative => {
                let comma = self.before(last) == Some(Part::Comma);
                self.noun_phrase_before(last - usize::from(comma))
            }
            Part::Break => {
                // "(DPRK)" between a name and its verb.
                let mut open = last;
                while open > 0 && last - open < 8 {
                    open -= 1;
                    if self.part(open) == Some(Part::Break) {
                        return self.noun_phrase_before(open).map(|phrase| phrase.start..group);
                    }
                }
                None
            }
            Part::Time | Part::Name | Part::Noun | Part::Number | Part::Pronoun | Part::Determiner => {
                let phrase = self.noun_phrase_before(group)?;
                // "Putin repeatedly claimed" and "Hua, Friday, said" are read alike.
                Some(phrase)
            }
            _ => None,
        }
    }

    /// The subject of the sentence's main clause, for verbs that share it, as far as it stands before `limit`.
    pub fn main_subject(&self, limit: usize) -> Option<Words> {
        let mut index = limit.saturating_sub(MAX_CONTENT);
        // "As tensions rise, the envoy …": the main clause begins behind the comma.
        while index < limit {
            if matches!(self.part(index), Some(Part::Subordinator)) && (index == 0 || self.before(index) == Some(Part::Adverb)) {
                let comma = (index..limit).find(|&at| self.part(at) == Some(Part::Comma));
                match comma {
                    Some(comma) => index = comma + 1,
                    None => return None,
                }
                continue;
            }
            let finite = match self.part(index) {
                Some(Part::Auxiliary) => true,
                Some(Part::Verb) => self.is_finite(index),
                _ => false,
            };
            if finite && !self.is_quoted(index) {
                let group = self.group_start(index);
                if self.before(group) != Some(Part::Relative)
                    && let Some(subject) = self.subject(group)
                {
                    return Some(subject);
                }
            }
            index += 1;
        }
        None
    }
}
