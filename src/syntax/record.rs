//! Sentences and tokens, as the later phases see them.

use std::ops::Range;

use super::{Relation, Roles, Upos, Xpos, quotation::Quotation};
use crate::text::Span;

/// The grammar of a text, as far as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Syntax {
    /// The sentences, in order; none reaches over the edge of a block.
    pub sentences: Vec<Sentence>,
    /// The tokens of all sentences, in order.
    pub tokens: Vec<Token>,
    /// The lemmas of all tokens, one behind the other; see [`Syntax::lemma`].
    pub lemmas: String,
    /// The quotations, in the order of their beginnings.
    pub quotations: Vec<Quotation>,
    /// For each token which part of a statement it may be; empty where nothing was learned of that.
    pub roles: Vec<Roles>,
}

/// A sentence, or what stands for one: a heading, an item of a list, a cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its words, without white space around them.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its letters.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// What it does in its sentence; nothing where there is no model.
    pub grammar: Option<Grammar>,
}

/// What a token does in its sentence, as the model reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grammar {
    /// Its part of speech.
    pub upos: Upos,
    /// Its finer tag.
    pub xpos: Xpos,
    /// The place of its lemma in [`Syntax::lemmas`].
    pub lemma: Span,
    /// The token that it depends on, as an index into [`Syntax::tokens`]; none for the root. Each sentence has one root, on which all of
    /// its tokens hang in the end.
    pub head: Option<usize>,
    /// How it depends on it.
    pub relation: Relation,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with the hyphens, full stops and apostrophes inside.
    Word,
    /// Digits, with the separators inside.
    Number,
    /// A mark of punctuation, a quotation mark or a bracket.
    Punctuation,
    /// Anything else: a currency sign, an emoji.
    Symbol,
}

impl Token {
    /// A token without grammar.
    pub fn new(span: Span, kind: TokenKind) -> Self {
        Self { span, kind, grammar: None }
    }

    /// Its part of speech, where there is a model.
    pub fn upos(&self) -> Option<Upos> {
        self.grammar.map(|grammar| grammar.upos)
    }

    /// Its finer tag, where there is a model.
    pub fn xpos(&self) -> Option<Xpos> {
        self.grammar.map(|grammar| grammar.xpos)
    }

    /// The token that it depends on, as an index into [`Syntax::tokens`]; none for a root, and where there is no model.
    pub fn head(&self) -> Option<usize> {
        self.grammar.and_then(|grammar| grammar.head)
    }

    /// How it depends on its head, where there is a model.
    pub fn relation(&self) -> Option<Relation> {
        self.grammar.map(|grammar| grammar.relation)
    }
}

impl Syntax {
    /// The lemma of a token, where there is a model.
    pub fn lemma(&self, token: &Token) -> Option<&str> {
        token.grammar.map(|grammar| grammar.lemma.of(&self.lemmas))
    }

    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or(&[])
    }
}
