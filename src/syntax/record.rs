//! Sentences and tokens, as the later phases see them.

use std::ops::Range;

use crate::text::Span;

/// The grammar of a text, as far as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Syntax {
    /// The sentences, in order; none reaches over the edge of a block.
    pub sentences: Vec<Sentence>,
    /// The tokens of all sentences, in order.
    pub tokens: Vec<Token>,
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

impl Syntax {
    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or(&[])
    }
}
