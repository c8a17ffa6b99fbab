//! A stretch of text in; out come its tokens, cut as Universal Dependencies English cuts them.
//!
//! Every character that is not white space lies in exactly one token. Clitics, hyphens between words, units behind numbers and marks
//! are tokens of their own; addresses, abbreviations with their full stop, and numbers with their separators stay whole. Whether a full
//! stop behind a single letter ends the sentence is not decided here: see [`super::sentence`].

mod address;
mod chunk;
mod mark;
mod number;
mod word;

use super::{
    Token,
    character::{Class, at, class},
};
use crate::text::Span;

/// Appends the tokens of a stretch of text.
pub fn tokenize(text: &str, within: Span, tokens: &mut Vec<Token>) {
    let mut from = within.start;
    while let Some(start) = next_visible(text, from, within.end) {
        let chunk = chunk::Chunk::at(text, start, within.end);
        from = chunk.span.end;
        chunk.tokenize(tokens);
    }
}

/// The next byte that is not white space.
fn next_visible(text: &str, mut from: usize, end: usize) -> Option<usize> {
    while from < end {
        let c = at(text, from)?;
        if class(c) != Class::Space {
            return Some(from);
        }
        from += c.len_utf8();
    }
    None
}
