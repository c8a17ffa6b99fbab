//! Blocks in; out come sentences and tokens with exact spans.

use std::ops::Range;

use crate::{ingest::Document, text::Span};

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

/// Splits the blocks of a document into sentences and tokens. Furniture has none.
pub fn parse(document: &Document) -> Syntax {
    let sentences = document.article().map(|(block, found)| Sentence { span: found.content, block, tokens: 0..0 }).collect();
    Syntax { sentences, tokens: Vec::new() }
}
