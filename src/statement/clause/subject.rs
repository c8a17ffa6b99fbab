//! The noun phrase left of a verb.

use super::{Clause, MAX_CONTENT, MAX_SUBJECT, Words};
use crate::{
    actor::words::Part,
    lexicon::{Inflection, Lexicon},
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
        if last.part == Part::Pronoun || matches!(last.lower.as_str(), "some" | "many" | "most" | "few") {
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
        let participle = Lexicon::get().reporting_verb(self.lower(index)).any(|reading| reading.inflection == Inflection::Participle)
            || self.lower(index).ends_with("ed");
        self.part(index) == Some(Part::Verb)
            && participle
            && self.before(index) == Some(Part::Noun)
            && !matches!(self.lower(index), "said" | "told" | "warned" | "added" | "reported")
    }

    /// Whether a word is an office, or the head of an unnamed source.
    fn is_office(&self, index: usize) -> bool {
        let lexicon = Lexicon::get();
        self.words.get(index).is_some_and(|word| lexicon.source_head(&word.lower).is_some() || !lexicon.titles(word.text).is_empty())
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

    /// The subject of the verb group that begins at `group`, with what stands between them in commas.
    pub fn subject(&self, group: usize) -> Option<Words> {
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
