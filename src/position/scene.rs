//! A text as the readers of positions look at it: words as numbers, and the tree with what each word governs.

use std::ops::Range;

use crate::{
    statement::negation::{self, negates},
    syntax::{Relation, Syntax, Token, TokenKind, Upos, Xpos},
    text::{Fnv, Span},
};

/// How far from a word its dependents are looked for; without a bound, a sentence of a megabyte would be read as often as it has words.
const WINDOW: usize = 80;
/// How many steps towards the root are gone at most.
const DEPTH: usize = 64;
/// How many tokens of a stretch are looked at.
pub const MOST: usize = 400;

/// The number that stands for a word, whatever the case of its letters.
pub fn number(word: &str) -> u32 {
    Fnv::of(word.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// A text with the numbers of its words.
pub struct Scene<'a> {
    /// The letters.
    pub text: &'a str,
    /// Sentences and tokens.
    pub syntax: &'a Syntax,
    /// For each token the number of its dictionary form.
    lemmas: Vec<u32>,
    /// For each token the number of its letters.
    forms: Vec<u32>,
    /// For each token the stretch that hangs on it, itself included.
    subtrees: Vec<(u32, u32)>,
    /// Whether any token has a grammar.
    grammar: bool,
}

impl<'a> Scene<'a> {
    /// Looks at a text.
    pub fn new(text: &'a str, syntax: &'a Syntax) -> Self {
        let forms: Vec<u32> = syntax.tokens.iter().map(|token| number(token.span.of(text))).collect();
        let lemma = |(token, form): (&Token, &u32)| match syntax.lemma(token) {
            Some(lemma) => number(lemma),
            None if token.kind == TokenKind::Word => number(stem(token.span.of(text))),
            None => *form,
        };
        let lemmas = syntax.tokens.iter().zip(&forms).map(lemma).collect();
        let mut subtrees: Vec<(u32, u32)> = (0..syntax.tokens.len()).map(|index| (narrow(index), narrow(index + 1))).collect();
        for index in 0..syntax.tokens.len() {
            let mut at = index;
            for _ in 0..DEPTH {
                let Some(head) = syntax.tokens.get(at).and_then(Token::head) else { break };
                let Some(subtree) = subtrees.get_mut(head) else { break };
                *subtree = (subtree.0.min(narrow(index)), subtree.1.max(narrow(index + 1)));
                at = head;
            }
        }
        let grammar = syntax.tokens.iter().any(|token| token.grammar.is_some());
        Self { text, syntax, lemmas, forms, subtrees, grammar }
    }

    /// Whether the grammar was read.
    pub fn has_grammar(&self) -> bool {
        self.grammar
    }

    /// The number of a token's dictionary form; 0 beyond the text.
    pub fn lemma(&self, index: usize) -> u32 {
        self.lemmas.get(index).copied().unwrap_or(0)
    }

    /// Whether a token is this word, in this form or in its dictionary form.
    pub fn is_word(&self, index: usize, word: u32) -> bool {
        self.lemmas.get(index) == Some(&word) || self.forms.get(index) == Some(&word)
    }

    /// Whether a token is one of these words, whatever the case.
    pub fn is(&self, index: usize, words: &[&str]) -> bool {
        let letters = self.letters(index);
        words.iter().any(|word| letters.eq_ignore_ascii_case(word))
    }

    /// The number of a token's letters; 0 beyond the text.
    pub fn form(&self, index: usize) -> u32 {
        self.forms.get(index).copied().unwrap_or(0)
    }

    /// A token.
    pub fn token(&self, index: usize) -> Option<&'a Token> {
        self.syntax.tokens.get(index)
    }

    /// The letters of a token.
    pub fn letters(&self, index: usize) -> &'a str {
        self.token(index).map_or("", |token| token.span.of(self.text))
    }

    /// The part of speech of a token.
    pub fn upos(&self, index: usize) -> Option<Upos> {
        self.token(index).and_then(Token::upos)
    }

    /// The finer tag of a token.
    pub fn xpos(&self, index: usize) -> Option<Xpos> {
        self.token(index).and_then(Token::xpos)
    }

    /// The relation of a token to its head.
    pub fn relation(&self, index: usize) -> Option<Relation> {
        self.token(index).and_then(Token::relation)
    }

    /// The head of a token.
    pub fn head(&self, index: usize) -> Option<usize> {
        self.token(index).and_then(Token::head)
    }

    /// The stretch that hangs on a token.
    pub fn subtree(&self, index: usize) -> Range<usize> {
        self.subtrees.get(index).map_or(index..index, |(start, end)| *start as usize..*end as usize)
    }

    /// The dependents of a token that stand near it, in the order of the text.
    pub fn children(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let Range { start, end } = self.subtree(index);
        (start.max(index.saturating_sub(WINDOW))..end.min(index + WINDOW)).filter(move |child| self.head(*child) == Some(index))
    }

    /// The first dependent in a relation.
    pub fn child(&self, index: usize, relation: Relation) -> Option<usize> {
        self.children(index).find(|child| self.relation(*child) == Some(relation))
    }

    /// The tokens that a stretch of bytes touches, no more than [`MOST`].
    pub fn tokens(&self, span: Span) -> Range<usize> {
        let tokens = &self.syntax.tokens;
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        start..end.clamp(start, start + MOST)
    }

    /// The bytes of a stretch of tokens, without the marks at its ends.
    pub fn bytes(&self, range: &Range<usize>) -> Span {
        let Range { mut start, mut end } = *range;
        while start < end && self.is_mark(start) {
            start += 1;
        }
        while end > start && self.is_mark(end - 1) {
            end -= 1;
        }
        let first = self.token(start).map_or(0, |token| token.span.start);
        let last = end.checked_sub(1).filter(|last| *last >= start).and_then(|last| self.token(last));
        Span::new(first, last.map_or(first, |token| token.span.end))
    }

    /// Whether a token is a mark of punctuation.
    pub fn is_mark(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| token.kind == TokenKind::Punctuation)
    }

    /// The index of the sentence of a token.
    pub fn sentence_index(&self, index: usize) -> usize {
        self.syntax.sentences.partition_point(|sentence| sentence.tokens.end <= index)
    }

    /// Of a stretch of tokens the one that the others hang on: the first whose head lies outside, verbs and nouns before other words.
    pub fn top(&self, range: &Range<usize>) -> Option<usize> {
        let outside = |index: &usize| !self.is_mark(*index) && self.head(*index).is_none_or(|head| !range.contains(&head));
        range.clone().take(MOST).filter(outside).min_by_key(|index| match self.upos(*index) {
            Some(Upos::Verb) => (0, *index),
            Some(Upos::Noun | Upos::Propn | Upos::Adj) => (1, *index),
            _ => (2, *index),
        })
    }

    /// The subject of a verb or of what stands as a predicate, also where it is that of the verb it is coordinated with or governed by.
    pub fn subject(&self, index: usize) -> Option<usize> {
        let mut at = index;
        for _ in 0..4 {
            if let Some(subject) = self.child(at, Relation::Nsubj) {
                return Some(subject);
            }
            let head = self.head(at)?;
            match self.relation(at)? {
                Relation::Conj | Relation::Xcomp | Relation::Advcl => at = head,
                Relation::Acl => return Some(head),
                _ => return None,
            }
        }
        None
    }

    /// The verb that a noun hangs on.
    pub fn governing(&self, noun: usize) -> Option<usize> {
        let mut at = noun;
        for _ in 0..4 {
            at = self.head(at)?;
            if self.upos(at) == Some(Upos::Verb) {
                return Some(at);
            }
        }
        None
    }

    /// Whether a verb is in the passive.
    pub fn is_passive(&self, index: usize) -> bool {
        self.xpos(index) == Some(Xpos::Vbn)
            && self.children(index).any(|child| self.relation(child) == Some(Relation::Aux) && self.lemma(child) == number("be"))
    }

    /// Whether a verb, or a noun that stands for one, is negated: "did not deny", "neither has ruled out", "no plans".
    pub fn is_negated(&self, index: usize) -> bool {
        negation::is_negated(self.text, self.syntax, index)
    }

    /// Whether a word is denied: by a dependent of its own, or, without a grammar, by one of the three words before it.
    pub fn is_denied(&self, index: usize) -> bool {
        let denies = |at: usize| negates(self.letters(at)) || self.is(at, &["no"]);
        if self.grammar && self.children(index).any(denies) {
            return true;
        }
        // "Did not pose a threat": what is denied of a verb is denied of its object.
        if self.relation(index) == Some(Relation::Obj)
            && let Some(verb) = self.head(index)
            && self.children(verb).any(denies)
        {
            return true;
        }
        let near = index.saturating_sub(if self.grammar { 1 } else { 3 })..index;
        near.into_iter().any(denies)
    }
}

/// A word without the commonest endings: what stands for a dictionary form where no grammar was read.
fn stem(word: &str) -> &str {
    for (ending, least) in [("’s", 2), ("'s", 2), ("ing", 6), ("ed", 5), ("s", 4)] {
        if word.len() >= least + ending.len()
            && !word.ends_with("ss")
            && let Some(stem) = word.strip_suffix(ending)
        {
            return stem;
        }
    }
    word
}

/// Indices of tokens fit into 32 bits: no text is that long.
fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
