//! The look-ups that the parts of the audit share: the sentence and token at a place, and whose voice it is in.

use super::{Given, phrase::Phrase};
use crate::{
    actor::Mention,
    lexicon::Match,
    statement::Grade,
    syntax::{Relation, Token},
    text::Span,
};

/// A phrase found in the text.
pub type Hit = Match<'static, Phrase>;

/// A text with whose words each stretch of it is.
#[derive(Debug)]
pub struct Scene<'a> {
    /// What the phases before found.
    pub given: &'a Given<'a>,
    /// The text.
    pub text: &'a str,
    /// What is attributed to a source: in order, none over another, each with its outermost statement.
    pub voices: Vec<(Span, usize)>,
}

/// A sentence with what stands in it.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// Its index.
    pub index: usize,
    /// Its words.
    pub span: Span,
    /// The index of its first token.
    pub first: usize,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// The phrases in it.
    pub hits: &'a [Hit],
}

impl<'a> Scene<'a> {
    /// The look-ups for a text.
    pub fn new(given: &'a Given<'a>) -> Self {
        let sourced = given.statements.iter().enumerate().filter(|(_, statement)| statement.grade != Grade::None);
        let contents = sourced.flat_map(|(index, statement)| statement.content.iter().map(move |span| (*span, index)));
        Self { given, text: given.document.text(), voices: disjoint(contents.collect()) }
    }

    /// The statement that a place is part of; none where it is in the author's own voice.
    pub fn voice(&self, place: Span) -> Option<usize> {
        let at = self.voices.partition_point(|(span, _)| span.end <= place.start);
        self.voices.get(at).filter(|(span, _)| span.start <= place.start).map(|(_, statement)| *statement)
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// The mentions of actors that begin inside a span.
    pub fn mentions(&self, span: Span) -> &'a [Mention] {
        self.given.actors.mentions_in(span)
    }

    /// Whether an expression of time touches a span.
    pub fn is_time(&self, span: Span) -> bool {
        let times = self.given.times;
        let at = times.partition_point(|time| time.span.end <= span.start);
        times.get(at).is_some_and(|time| time.span.overlaps(span))
    }
}

/// Spans that may lie over each other, cut so that none does; the first, and of two that begin together the longer, keeps its place.
fn disjoint(mut spans: Vec<(Span, usize)>) -> Vec<(Span, usize)> {
    spans.sort_unstable_by_key(|(span, index)| (span.start, std::cmp::Reverse(span.end), *index));
    let mut cut: Vec<(Span, usize)> = Vec::with_capacity(spans.len());
    for (span, index) in spans {
        let from = cut.last().map_or(0, |(last, _)| last.end).max(span.start);
        if from < span.end {
            cut.push((Span::new(from, span.end), index));
        }
    }
    cut
}

impl<'a> Line<'a> {
    /// The place among the tokens of the first that begins at or behind an offset of the text.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens.partition_point(|token| token.span.start < offset)
    }

    /// The words of a token; empty outside of the sentence.
    pub fn word(&self, text: &'a str, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(text))
    }

    /// Whether a token hangs on another with this relation; both are places in the sentence.
    pub fn hangs(&self, at: usize, on: usize, relation: Relation) -> bool {
        self.tokens.get(at).is_some_and(|token| token.relation() == Some(relation) && token.head() == Some(self.first + on))
    }

    /// The head of a token, as a place in the sentence.
    pub fn head(&self, at: usize) -> Option<usize> {
        self.tokens.get(at)?.head()?.checked_sub(self.first)
    }

    /// Whether the sentence has a grammar.
    pub fn has_grammar(&self) -> bool {
        self.tokens.first().is_some_and(|token| token.grammar.is_some())
    }

    /// The phrases that begin between two tokens; what lies between is short, however long the sentence.
    pub fn hits_between(&self, from: usize, to: usize) -> &'a [Hit] {
        let start = |at: usize| self.tokens.get(at).map_or(self.span.end, |token| token.span.start);
        let first = self.hits.partition_point(|hit| hit.span.start < start(from));
        let last = self.hits.partition_point(|hit| hit.span.start < start(to));
        self.hits.get(first..last).unwrap_or(&[])
    }

    /// The phrases of a sort.
    pub fn hits_of(&self, wanted: impl Fn(&Phrase) -> bool + 'a) -> impl Iterator<Item = &'a Hit> {
        self.hits.iter().filter(move |hit| hit.values.iter().any(&wanted))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_over_another_is_cut() {
        let span = Span::new;
        let cut = disjoint(vec![(span(5, 9), 1), (span(0, 10), 0), (span(8, 14), 2), (span(20, 20), 3)]);
        assert_eq!(cut, [(span(0, 10), 0), (span(10, 14), 2)]);
    }
}
