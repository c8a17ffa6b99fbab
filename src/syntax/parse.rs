//! The phase itself: every block of the article is cut into tokens, and these are gathered into sentences.

use super::{Sentence, Syntax, Token, sentence, token};
use crate::{
    ingest::{BlockKind, Document},
    text::Span,
};

/// Splits the blocks of a document into sentences and tokens. Furniture and citations have none; each cell of a table is one.
pub fn parse(document: &Document) -> Syntax {
    let mut syntax = Syntax::default();
    let mut scratch = Vec::new();
    for (index, block) in document.article() {
        let text = document.text();
        match &block.kind {
            BlockKind::Table(table) => {
                for cell in table.header.iter().chain(&table.rows).flat_map(|row| &row.cells) {
                    whole(text, cell.span, index, &mut syntax);
                }
            }
            _ => running(text, block.content, index, &mut scratch, &mut syntax),
        }
    }
    syntax
}

/// A stretch that is one sentence as it stands.
fn whole(text: &str, span: Span, block: usize, syntax: &mut Syntax) {
    let first = syntax.tokens.len();
    token::tokenize(text, span, &mut syntax.tokens);
    close(first, block, syntax);
}

/// A stretch of running text.
fn running(text: &str, span: Span, block: usize, scratch: &mut Vec<Token>, syntax: &mut Syntax) {
    scratch.clear();
    token::tokenize(text, span, scratch);
    let mut first = 0;
    for end in sentence::ends(text, scratch) {
        let start = syntax.tokens.len();
        let found = scratch.get(first..end.after).unwrap_or(&[]);
        syntax.tokens.extend_from_slice(found);
        if let Some(stop) = end.stop {
            part_stop(start + stop.saturating_sub(first), &mut syntax.tokens);
        }
        close(start, block, syntax);
        first = end.after;
    }
}

/// Makes the full stop behind a word a token of its own: it ends the sentence, and the word is no abbreviation after all.
fn part_stop(index: usize, tokens: &mut Vec<Token>) {
    let Some(word) = tokens.get_mut(index) else { return };
    let end = word.span.end;
    word.span.end -= 1;
    let stop = Token { span: Span::new(end - 1, end), kind: super::TokenKind::Punctuation };
    tokens.insert(index + 1, stop);
}

/// Makes a sentence of the tokens from `first` on.
fn close(first: usize, block: usize, syntax: &mut Syntax) {
    if let (Some(start), Some(end)) = (syntax.tokens.get(first), syntax.tokens.last()) {
        let span = Span::new(start.span.start, end.span.end);
        syntax.sentences.push(Sentence { span, block, tokens: first..syntax.tokens.len() });
    }
}
