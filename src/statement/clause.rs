//! Look-ups in one sentence: the subject left of a verb, the complement right of it, where a clause ends.
//!
//! All that the rules know of syntax goes through here, so that a parser can answer the same questions.

use crate::{
    actor::{
        quotation::Quotation,
        words::{Part, Word, words},
    },
    lexicon::{Inflection, Lexicon},
    syntax::{Sentence, Syntax},
    text::Span,
};

/// Words `start..end` of a sentence.
pub type Words = std::ops::Range<usize>;

/// How many words a subject may have.
const MAX_SUBJECT: usize = 48;
/// How many words a content may have outside quotation marks; longer ones are cut, so that reading stays linear.
const MAX_CONTENT: usize = 600;
/// How many words are looked at for the verb of a clause.
const MAX_CLAUSE: usize = 40;

/// A sentence with its words, as the rules look at it.
pub struct Clause<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The words.
    pub words: Vec<Word<'a>>,
    /// Whether each word stands in a quotation.
    pub quoted: Vec<bool>,
    /// The sentence.
    pub span: Span,
    /// Its index.
    pub index: usize,
    /// Its block.
    pub block: usize,
    /// Places where a parenthetical source begins (", the ministry said"); contents of other cues end there.
    pub barriers: Vec<usize>,
}

impl<'a> Clause<'a> {
    /// The view of a sentence; `quotations` are those of the text, in order.
    pub fn new(text: &'a str, syntax: &Syntax, index: usize, sentence: &Sentence, quotations: &[Quotation]) -> Self {
        let words = words(text, syntax.tokens_of(sentence));
        let mut next = quotations.partition_point(|quotation| quotation.outer.end <= sentence.span.start);
        let quoted = words
            .iter()
            .map(|word| {
                while quotations.get(next).is_some_and(|quotation| quotation.outer.end <= word.span.start) {
                    next += 1;
                }
                quotations
                    .get(next)
                    .is_some_and(|quotation| quotation.inner.start <= word.span.start && word.span.end <= quotation.inner.end)
            })
            .collect();
        Self { text, words, quoted, span: sentence.span, index, block: sentence.block, barriers: Vec::new() }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// A word.
    pub fn word(&self, index: usize) -> Option<&Word<'a>> {
        self.words.get(index)
    }

    /// A word in lower case; empty where there is none.
    pub fn lower(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| &word.lower)
    }

    /// The part of a word.
    pub fn part(&self, index: usize) -> Option<Part> {
        self.words.get(index).map(|word| word.part)
    }

    /// The part of the word before.
    pub fn before(&self, index: usize) -> Option<Part> {
        index.checked_sub(1).and_then(|before| self.part(before))
    }

    /// Whether a word stands in a quotation.
    pub fn is_quoted(&self, index: usize) -> bool {
        self.quoted.get(index).copied().unwrap_or(false)
    }

    /// The bytes of a range of words.
    pub fn bytes(&self, range: &Words) -> Span {
        let first = self.words.get(range.start).map_or(self.span.end, |word| word.full.start);
        let last = range.end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(first, |word| word.full.end);
        Span::new(first, last.max(first))
    }

    /// The first word behind a place line ("MOSCOW (Agency) - "); 0 where there is none.
    pub fn dateline(&self) -> usize {
        for index in 1..10.min(self.len()) {
            let text = self.word(index).map_or("", |word| word.text);
            let dash = matches!(text, "-" | "--" | "—" | "–");
            if dash || text == ")" && self.word(0).is_some_and(|word| word.text == "(") {
                return index + 1;
            }
            let place = matches!(
                self.part(index),
                Some(Part::Name | Part::Comma | Part::Break | Part::Time | Part::Number | Part::Noun | Part::Stop)
            );
            let capital = self.part(index) != Some(Part::Noun) || self.word(index).is_some_and(Word::is_capital);
            if !place || !capital {
                return 0;
            }
        }
        0
    }

    /// The start of the verb group that ends in the verb at `verb`: auxiliaries, adverbs and negations before it belong to it.
    pub fn group_start(&self, verb: usize) -> usize {
        let mut start = verb;
        while start > 0
            && verb - start < 8
            && matches!(self.before(start), Some(Part::Auxiliary | Part::Adverb | Part::Negation))
            && !self.is_quoted(start - 1)
        {
            start -= 1;
        }
        start
    }

    /// Whether a verb group holds a form of "be" before the verb.
    pub fn has_be(&self, start: usize, verb: usize) -> bool {
        (start..verb).any(|index| matches!(self.lower(index), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am"))
    }

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
                        && matches!(self.before(before), Some(Part::Noun)) =>
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
                    let head = self.part(further) == Some(Part::Determiner)
                        || self.words.get(further..before).is_some_and(|words| words.iter().any(|word| word.possessive));
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

    /// Whether a verb is finite by its form.
    pub fn is_finite(&self, index: usize) -> bool {
        let Some(word) = self.word(index) else { return false };
        !word.lower.ends_with("ing") && self.before(index) != Some(Part::To) && !matches!(self.lower(index + 1), "by")
    }

    /// The end of the noun phrase that begins at `start`; prepositional phrases stay outside.
    pub fn noun_phrase_after(&self, start: usize) -> usize {
        let mut end = start;
        if self.part(end) == Some(Part::Pronoun) {
            return end + 1;
        }
        while end < start + 16 {
            match self.part(end) {
                Some(Part::Determiner | Part::Possessor) if end > start && !matches!(self.before(end), Some(Part::Determiner)) => break,
                Some(part) if part.is_nominal() => end += 1,
                Some(Part::Coordinator) if end > start && self.part(end + 1).is_some_and(Part::is_nominal) => end += 1,
                _ => break,
            }
        }
        end
    }

    /// Whether a clause with a finite verb of its own begins at `start`.
    pub fn clause_at(&self, start: usize) -> bool {
        if matches!(self.part(start), Some(Part::Pronoun))
            && !matches!(self.lower(start), "him" | "them" | "me" | "us" | "himself" | "themselves" | "itself" | "herself")
        {
            return true;
        }
        for index in start + 1..(start + MAX_CLAUSE).min(self.len()) {
            match self.part(index) {
                Some(Part::Auxiliary) => return !matches!(self.before(index), Some(Part::Relative | Part::Coordinator)),
                Some(Part::Verb) if self.is_finite(index) => {
                    return !matches!(self.before(index), Some(Part::Relative | Part::Preposition | Part::To | Part::Coordinator))
                        && !matches!(self.part(index + 1), Some(Part::Preposition | Part::Stop | Part::Comma) if self.lower(index).ends_with("ed"));
                }
                Some(Part::Stop | Part::Relative | Part::Subordinator | Part::Contrast) => return false,
                Some(Part::That) => return false,
                Some(Part::Comma)
                    if !matches!(
                        self.part(index + 1),
                        Some(Part::Noun | Part::Name | Part::Determiner | Part::Verb | Part::Preposition)
                    ) =>
                {
                    return false;
                }
                _ => {}
            }
        }
        false
    }

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
                    self.shares_source(index + 1) || !clause && matches!(self.part(index + 1), Some(Part::Auxiliary))
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
        for reading in Lexicon::get().reporting_verb(&word.lower) {
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
            Some(Part::Coordinator) => self.shares_source(next + 1),
            Some(Part::Contrast) => self.clause_at(next + 1) || self.shares_source(next + 1) || self.lower(next + 1).ends_with("ing"),
            Some(Part::Subordinator) => match self.lower(next) {
                "though" => true,
                "although" => false,
                "while" | "whereas" => self.clause_at(next + 1),
                "after" | "before" | "when" | "since" => !clause,
                "as" => !clause,
                _ => false,
            },
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
