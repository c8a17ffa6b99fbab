//! Punctuation and symbols.

use super::chunk::{Chunk, push};
use crate::syntax::{
    Token, TokenKind,
    character::{Class, class, is_apostrophe, is_strong_stop},
    knowledge::{Contraction, knowledge},
};

const JOINER: char = '\u{200D}';

/// Appends the token of the mark or symbol that starts here, and returns its end.
pub fn mark(chunk: &Chunk, from: usize, c: char, tokens: &mut Vec<Token>) -> usize {
    let next = from + c.len_utf8();
    if is_apostrophe(c)
        && let Some(end) = with_apostrophe(chunk, from, next)
    {
        return push(tokens, from, end, TokenKind::Word);
    }
    if c == '+' && chunk.class(next) == Some(Class::Digit) && chunk.before(from).is_none_or(|c| class(c) == Class::Mark) {
        let end = super::number::number(chunk, next, tokens);
        if let Some(number) = tokens.last_mut() {
            number.span.start = from;
        }
        return end;
    }
    if let Some(end) = emoticon(chunk, from) {
        return push(tokens, from, end, TokenKind::Symbol);
    }
    let kind = if class(c) == Class::Mark { TokenKind::Punctuation } else { TokenKind::Symbol };
    if let Some(end) = decoration(chunk, from) {
        return push(tokens, from, end, kind);
    }
    let end = match c {
        '!' | '?' => with_stop(chunk, chunk.run(next, usize::MAX, |c| matches!(c, '!' | '?'))),
        _ if is_strong_stop(c) => chunk.run(next, usize::MAX, is_strong_stop),
        // ".?" is one mark; points that mean an omission stay apart from what follows them.
        '.' if matches!(chunk.char(next), Some('!' | '?')) => chunk.run(next, usize::MAX, |c| matches!(c, '!' | '?')),
        '.' | '…' => chunk.run(next, usize::MAX, |c| matches!(c, '.' | '…')),
        '-' | '–' | '—' | '*' | '=' | '_' | '~' | '#' | '<' | '>' | '`' | '+' | '^' | '$' => {
            chunk.run(next, usize::MAX, |other| other == c)
        }
        // Two apostrophes, or two single quotation marks, for a quotation mark.
        '\'' if chunk.char(next) == Some('\'') => next + 1,
        '‘' | '’' if chunk.char(next) == Some('’') => next + '’'.len_utf8(),
        _ if is_regional(c) => chunk.run(next, c.len_utf8(), is_regional),
        _ => joined(chunk, next),
    };
    push(tokens, from, end, kind)
}

/// A line drawn with several marks ("----==") has at least so many bytes.
const DECORATION: usize = 4;

/// The end of a line that is drawn with marks of several kinds.
fn decoration(chunk: &Chunk, from: usize) -> Option<usize> {
    let draws = |c: char| matches!(c, '-' | '=' | '_' | '*' | '~' | '+');
    let first = chunk.char(from).filter(|c| draws(*c))?;
    let end = chunk.run(from, usize::MAX, draws);
    let mixed = chunk.slice(from, end).chars().any(|c| c != first);
    (mixed && end - from >= DECORATION).then_some(end)
}

/// The end of exclamation and question marks with a full stop behind them; two points or more mean an omission.
fn with_stop(chunk: &Chunk, end: usize) -> usize {
    let closes = chunk.class(end + 1).is_none_or(|class| class == Class::Mark) && chunk.char(end + 1) != Some('.');
    if chunk.char(end) == Some('.') && closes { end + 1 } else { end }
}

/// The end of a face that the marks from here make; what follows it must not be a letter or a digit.
fn emoticon(chunk: &Chunk, from: usize) -> Option<usize> {
    if !matches!(chunk.char(from), Some(':' | ';' | '=' | '<' | '^')) {
        return None;
    }
    (from + 2..=from + 3).rev().find(|end| {
        let apart = chunk.class(*end).is_none_or(|class| !matches!(class, Class::Letter | Class::Digit));
        *end <= chunk.span.end && apart && knowledge().is_emoticon(chunk.slice(from, *end))
    })
}

/// The end of an emoji that is put together of several with joiners.
fn joined(chunk: &Chunk, mut end: usize) -> usize {
    loop {
        end = chunk.run(end, usize::MAX, |_| false);
        match chunk.char(end) {
            Some(c) if chunk.before(end) == Some(JOINER) && class(c) == Class::Symbol => end += c.len_utf8(),
            _ => return end,
        }
    }
}

/// Letters for flags; two make one.
fn is_regional(c: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&c)
}

/// The end of a word that begins with an apostrophe: "'70s", "’em"; a quotation that begins with another word is none.
fn with_apostrophe(chunk: &Chunk, from: usize, next: usize) -> Option<usize> {
    if chunk.before(from).is_some_and(|c| class(c) != Class::Mark) {
        return None;
    }
    let end = chunk.alphanumeric(next);
    let word = chunk.slice(next, end);
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2 && matches!(word.get(2..), Some("" | "s")) {
        return Some(end);
    }
    let mut form = String::from("'");
    form.push_str(word.get(..5).unwrap_or(word));
    (word.len() <= 5 && knowledge().contraction(&form).is_some_and(Contraction::is_whole)).then_some(end)
}
