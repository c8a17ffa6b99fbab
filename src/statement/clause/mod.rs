//! Look-ups in one sentence: the subject left of a verb, the complement right of it, where a clause ends.
//!
//! All that the rules know of syntax goes through here, so that a parser can answer the same questions.

mod content;
mod subject;

use crate::{
    actor::{
        quotation::Quotation,
        words::{Part, Word},
    },
    lexicon::VerbReading,
    syntax::Sentence,
    text::Span,
};

/// Words `start..end` of a sentence.
pub type Words = std::ops::Range<usize>;

/// How many words a subject may have.
const MAX_SUBJECT: usize = 48;
/// How many words a relative clause between a subject and its verb may have.
const MAX_RELATIVE: usize = 14;
/// How many words a content may have outside quotation marks; longer ones are cut, so that reading stays linear.
const MAX_CONTENT: usize = 600;
/// How many words are looked at for the verb of a clause.
const MAX_CLAUSE: usize = 40;

/// A sentence with its words, as the rules look at it.
pub struct Clause<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The words.
    pub words: &'a [Word<'a>],
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
    #[inline(never)]
    pub fn new(text: &'a str, quotations: &[Quotation], index: usize, sentence: &Sentence, words: &'a [Word<'a>]) -> Self {
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

    /// Every reading of a word as a form of a verb of reporting.
    pub fn reporting_verb(&self, index: usize) -> impl Iterator<Item = VerbReading<'static>> {
        self.words.get(index).into_iter().flat_map(Word::reporting_verb)
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

    /// The phrase of an addressee without the time and place behind it ("reporters in Oslo on Monday" are reporters).
    pub fn addressee(&self, span: Span) -> Span {
        let first = self.words.partition_point(|word| word.span.start < span.start);
        let last = self.words.partition_point(|word| word.span.start < span.end);
        let ends = |index: &usize| {
            matches!(self.part(*index), Some(Part::Time))
                && !self.words.get(*index).is_some_and(|word| word.possessive)
                && !self.part(index + 1).is_some_and(|part| *index + 1 < last && part.is_nominal())
                || matches!(self.lower(*index), "in" | "on" | "at" | "near" | "during" | "after" | "before" | "since" | "late" | "early")
                    && matches!(self.before(*index), Some(Part::Name | Part::Noun | Part::Pronoun | Part::Adverb))
                    && !matches!(self.part(*index), Some(Part::Noun | Part::Name))
        };
        match (first + 1..last).find(ends) {
            Some(end) => self.bytes(&(first..end)),
            None => span,
        }
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
            && (matches!(self.before(start), Some(Part::Auxiliary | Part::Adverb | Part::Negation)) || self.floats(start - 1))
            && !self.is_quoted(start - 1)
        {
            start -= 1;
        }
        start
    }

    /// Whether a word counts the subject from inside the verb group: "have all urged", "the two both said".
    fn floats(&self, index: usize) -> bool {
        matches!(self.lower(index), "all" | "both" | "each")
            && matches!(self.before(index), Some(Part::Auxiliary | Part::Name | Part::Noun | Part::Pronoun | Part::Adverb))
            && matches!(self.part(index + 1), Some(Part::Verb | Part::Auxiliary | Part::Adverb | Part::Negation))
    }

    /// Whether a verb group holds a form of "be" before the verb.
    pub fn has_be(&self, start: usize, verb: usize) -> bool {
        (start..verb).any(|index| matches!(self.lower(index), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am"))
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
                // "the Today programme": a word of a name.
                Some(Part::Adverb)
                    if end > start && self.word(end).is_some_and(Word::is_capital) && self.part(end + 1).is_some_and(Part::is_nominal) =>
                {
                    end += 1;
                }
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
}
