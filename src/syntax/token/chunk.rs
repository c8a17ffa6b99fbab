//! What stands between white space, and the walk through it.

use super::{address, mark, number, word};
use crate::{
    syntax::{
        Token, TokenKind,
        character::{Class, at, before, class},
    },
    text::Span,
};

/// Characters between white space. Each method looks a bounded way ahead, so that a text without a space costs no more than another.
#[derive(Debug, Clone, Copy)]
pub struct Chunk<'t> {
    /// The whole text.
    pub text: &'t str,
    /// Where the chunk lies.
    pub span: Span,
    /// Where the stretch of text ends that it is part of.
    pub limit: usize,
    /// Whether it holds an `@`, so that it is worth looking for e-mail addresses.
    pub has_at: bool,
    /// Whether it holds a full stop with something behind it.
    pub has_inner_stop: bool,
    /// Whether it holds a colon or a slash, so that it is worth looking for web addresses.
    pub has_slash: bool,
    /// Whether it holds nothing but letters of ASCII, as most do.
    pub is_plain: bool,
}

impl<'t> Chunk<'t> {
    /// The chunk that starts at a byte and reaches no further than `limit`.
    pub fn at(text: &'t str, start: usize, limit: usize) -> Self {
        let mut chunk =
            Self { text, span: Span::new(start, start), limit, has_at: false, has_inner_stop: false, has_slash: false, is_plain: false };
        let letters = text.as_bytes().get(start..limit).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let mut end = start + letters;
        if letters > 0 && (end == limit || text.as_bytes().get(end).is_some_and(|byte| matches!(byte, b' ' | b'\n'))) {
            chunk.span.end = end;
            chunk.is_plain = true;
            return chunk;
        }
        let mut after_stop = false;
        while end < limit {
            let c = match text.as_bytes().get(end) {
                Some(visible @ b'!'..=b'~') => char::from(*visible),
                _ => match at(text, end) {
                    Some(c) if class(c) != Class::Space => c,
                    _ => break,
                },
            };
            chunk.has_inner_stop |= after_stop;
            after_stop = c == '.';
            chunk.has_at |= c == '@';
            chunk.has_slash |= c == '/';
            end += c.len_utf8();
        }
        chunk.span.end = end;
        chunk
    }

    /// The character at a byte, if it is in the chunk.
    pub fn char(&self, byte: usize) -> Option<char> {
        if byte < self.span.end { at(self.text, byte) } else { None }
    }

    /// The class of the character at a byte.
    pub fn class(&self, byte: usize) -> Option<Class> {
        self.char(byte).map(class)
    }

    /// The character before a byte, if it is in the chunk.
    pub fn before(&self, byte: usize) -> Option<char> {
        if byte > self.span.start { before(self.text, byte) } else { None }
    }

    /// The words between two bytes.
    pub fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or("")
    }

    /// The end of the run of characters from `from` that `belongs` holds for, with what extends them; at most `most` bytes on.
    pub fn run(&self, from: usize, most: usize, belongs: impl Fn(char) -> bool) -> usize {
        let mut end = from;
        while let Some(c) = self.char(end) {
            if end - from >= most || !(belongs(c) || class(c) == Class::Extend) {
                break;
            }
            end += c.len_utf8();
        }
        end
    }

    /// The end of the letters, digits and what extends them.
    pub fn alphanumeric(&self, from: usize) -> usize {
        self.run(from, usize::MAX, |c| matches!(class(c), Class::Letter | Class::Digit))
    }

    /// Appends the chunk's tokens.
    pub fn tokenize(&self, tokens: &mut Vec<Token>) {
        let mut from = self.span.start;
        while let Some(c) = self.char(from) {
            let end = match address::end(self, from) {
                Some(end) => push(tokens, from, end, TokenKind::Word),
                None => match class(c) {
                    Class::Letter => word::word(self, from, tokens),
                    Class::Digit => number::number(self, from, tokens),
                    _ => mark::mark(self, from, c, tokens),
                },
            };
            // Every reader above takes at least one character; this holds even if one did not.
            from = end.max(from + c.len_utf8());
        }
    }
}

/// Appends a token and returns its end.
pub fn push(tokens: &mut Vec<Token>, start: usize, end: usize, kind: TokenKind) -> usize {
    tokens.push(Token::new(Span::new(start, end), kind));
    end
}
