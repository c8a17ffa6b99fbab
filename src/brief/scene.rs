//! The look-ups that the parts of a brief share: what stands in a sentence, and the words that say what it is about.

use chrono::NaiveDate;

use super::{
    Role,
    vocabulary::{self, Phrase, is_common},
};
use crate::{
    ingest::{Block, BlockKind, Document},
    lexicon::Match,
    position::Positions,
    statement::Statement,
    syntax::{Relation, Sentence, Syntax, Token, TokenKind, Upos},
    text::{Fnv, Span},
    time::TimeExpression,
};

/// A phrase found in the text.
pub type Hit = Match<'static, Phrase>;

/// Words are compared by so many letters: "diplomacy" and "diplomatic" are about the same.
const LETTERS: usize = 6;
/// No word of fewer letters says what a text is about, where there is no grammar to ask.
const LEAST: usize = 4;
/// How many steps towards the root are gone at most.
const DEPTH: usize = 64;

/// What the phases before found in a text.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The text, its blocks and metadata.
    pub document: &'a Document,
    /// Its sentences and tokens.
    pub syntax: &'a Syntax,
    /// Its expressions of time.
    pub times: &'a [TimeExpression],
    /// Its statements.
    pub statements: &'a [Statement],
    /// Where its parties stand.
    pub positions: &'a Positions,
    /// The day that times are told from.
    pub anchor: Option<NaiveDate>,
}

/// A text with what stands in each of its sentences.
#[derive(Debug)]
pub struct Scene<'a> {
    pub given: &'a Given<'a>,
    pub text: &'a str,
    hits: Vec<Hit>,
    /// The words of all sentences that say what they are about, as numbers: of each sentence sorted and once.
    topics: Vec<u32>,
    /// Where the words of each sentence end.
    ends: Vec<usize>,
    /// All of these words, sorted: as often as sentences have them.
    all: Vec<u32>,
    /// The statements in the order of their sentences.
    statements: Vec<(usize, usize)>,
}

impl<'a> Scene<'a> {
    /// The look-ups for a text.
    pub fn new(given: &'a Given<'a>) -> Self {
        let text = given.document.text();
        let mut topics = Vec::new();
        let mut ends = Vec::with_capacity(given.syntax.sentences.len());
        for sentence in &given.syntax.sentences {
            topics.extend(about(text, given.syntax, given.syntax.tokens_of(sentence)));
            ends.push(topics.len());
        }
        let mut all = topics.clone();
        all.sort_unstable();
        let mut statements: Vec<_> = given.statements.iter().enumerate().map(|(index, statement)| (statement.sentence, index)).collect();
        statements.sort_unstable();
        Self { given, text, hits: vocabulary::phrases().matches(text), topics, ends, all, statements }
    }

    /// A sentence.
    pub fn sentence(&self, index: usize) -> Option<&'a Sentence> {
        self.given.syntax.sentences.get(index)
    }

    /// The block of a sentence.
    pub fn block(&self, sentence: &Sentence) -> Option<&'a Block> {
        self.given.document.blocks.get(sentence.block)
    }

    /// The phrases that begin in a span.
    pub fn hits(&self, span: Span) -> &[Hit] {
        let from = self.hits.partition_point(|hit| hit.span.start < span.start);
        let to = self.hits.partition_point(|hit| hit.span.start < span.end);
        self.hits.get(from..to).unwrap_or(&[])
    }

    /// The expressions of time that begin in a span.
    pub fn times(&self, span: Span) -> &'a [TimeExpression] {
        let times = self.given.times;
        let from = times.partition_point(|time| time.span.start < span.start);
        let to = times.partition_point(|time| time.span.start < span.end);
        times.get(from..to).unwrap_or(&[])
    }

    /// The statements that begin in a sentence, with their indices.
    pub fn statements(&self, sentence: usize) -> impl Iterator<Item = (usize, &'a Statement)> + '_ {
        let from = self.statements.partition_point(|(of, _)| *of < sentence);
        let own = self.statements.get(from..).unwrap_or(&[]).iter().take_while(move |(of, _)| *of == sentence);
        own.filter_map(|(_, index)| Some((*index, self.given.statements.get(*index)?)))
    }

    /// The index of the sentence that a place is in.
    pub fn sentence_of(&self, place: Span) -> Option<usize> {
        let sentences = &self.given.syntax.sentences;
        let at = sentences.partition_point(|sentence| sentence.span.end <= place.start);
        sentences.get(at).filter(|sentence| sentence.span.start <= place.start).map(|_| at)
    }

    /// What a sentence is about: numbers of words, sorted.
    pub fn topics(&self, sentence: usize) -> &[u32] {
        let from = sentence.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let to = self.ends.get(sentence).copied().unwrap_or(from);
        self.topics.get(from..to).unwrap_or(&[])
    }

    /// In how many sentences a word stands.
    pub fn sentences_with(&self, word: u32) -> usize {
        self.all.partition_point(|other| *other <= word) - self.all.partition_point(|other| *other < word)
    }

    /// Whether a block holds what an article tells: no heading, table, question, answer or furniture.
    pub fn tells(block: &Block) -> bool {
        matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Quote)
    }

    /// Whether a sentence is one, and no fragment: it has a subject, or, outside of lists, its end.
    pub fn is_whole(&self, sentence: &Sentence) -> bool {
        if self.given.syntax.tokens_of(sentence).iter().any(|token| token.relation() == Some(Relation::Nsubj)) {
            return true;
        }
        if self.block(sentence).is_none_or(|block| block.kind != BlockKind::Paragraph) {
            return false;
        }
        let words = sentence.span.of(self.text).trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!'));
        words.ends_with(['.', '!'])
    }

    /// A sentence without the label that opens its block.
    pub fn without_label(&self, sentence: &Sentence, role: Option<&Role>) -> Span {
        let Some(role) = role.filter(|role| role.rule == "label" && role.why.start == sentence.span.start) else { return sentence.span };
        let behind = Span::new(role.why.end, sentence.span.end);
        let words = behind.of(self.text).trim_start_matches(|c: char| c == ':' || c.is_whitespace());
        Span::new(sentence.span.end - words.len(), sentence.span.end)
    }

    /// Whether a token is in a clause that only says which one is meant: "the envoy, who previously served".
    pub fn is_aside(&self, place: Span) -> bool {
        let tokens = &self.given.syntax.tokens;
        let mut at = tokens.partition_point(|token| token.span.end <= place.start);
        for _ in 0..DEPTH {
            let Some(token) = tokens.get(at) else { return false };
            if token.relation() == Some(Relation::Acl) {
                return true;
            }
            let Some(head) = token.head() else { return false };
            at = head;
        }
        false
    }

    /// Whether a sentence asks.
    pub fn asks(&self, sentence: &Sentence) -> bool {
        sentence.span.of(self.text).trim_end_matches(['”', '"', '’', '\'', '»', ')']).ends_with('?')
    }
}

/// How many numbers two sorted lists share.
pub fn shared(one: &[u32], other: &[u32]) -> usize {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.iter().filter(|word| long.binary_search(word).is_ok()).count()
}

/// The words of a stretch that say what it is about, as numbers, sorted and once: nouns, names, adjectives and full verbs.
pub fn about(text: &str, syntax: &Syntax, tokens: &[Token]) -> Vec<u32> {
    let mut words: Vec<u32> = tokens.iter().filter_map(|token| topic(text, syntax, token)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

fn topic(text: &str, syntax: &Syntax, token: &Token) -> Option<u32> {
    if token.kind != TokenKind::Word {
        return None;
    }
    let letters = token.span.of(text);
    let full = match token.upos() {
        Some(upos) => matches!(upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb),
        None => letters.len() >= LEAST,
    };
    let word = syntax.lemma(token).unwrap_or(letters);
    let whole = Fnv::of(word.bytes().map(|byte| byte.to_ascii_lowercase()));
    if !full || word.len() < 2 || is_common(whole) {
        return None;
    }
    let end = word.char_indices().nth(LETTERS).map_or(word.len(), |(at, _)| at);
    Some(Fnv::of(word.bytes().take(end).map(|byte| byte.to_ascii_lowercase())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorted_lists_share() {
        assert_eq!(shared(&[1, 3, 5], &[0, 3, 5, 7]), 2);
        assert_eq!(shared(&[], &[1]), 0);
    }
}
