//! Numbers with their separators: amounts, decimals, dates, times, telephone numbers, versions.

use super::chunk::{Chunk, push};
use crate::syntax::{
    Token, TokenKind,
    character::{Class, class, is_apostrophe, is_hyphen},
    knowledge::knowledge,
};

/// Appends the token of the number that starts here, and returns its end.
pub fn number(chunk: &Chunk, from: usize, tokens: &mut Vec<Token>) -> usize {
    let end = separated(chunk, hyphenated(chunk, from).unwrap_or_else(|| digits(chunk, from)));
    let letters = chunk.run(end, usize::MAX, |c| class(c) == Class::Letter);
    if letters > end && !knowledge().is_unit(chunk.slice(end, letters)) {
        // "10th", "1990s", "4x4": letters and digits in any order.
        return push(tokens, from, chunk.alphanumeric(letters), TokenKind::Word);
    }
    // "1990's" is a plural; "2014's" has an owner's s, which is a token of its own.
    if chunk.before(end) == Some('0')
        && chunk.char(end).is_some_and(is_apostrophe)
        && let Some(next) = chunk.char(end).map(|c| end + c.len_utf8())
        && chunk.char(next) == Some('s')
        && chunk.class(next + 1).is_none_or(|class| !matches!(class, Class::Letter | Class::Digit))
    {
        return push(tokens, from, next + 1, TokenKind::Word);
    }
    push(tokens, from, end, TokenKind::Number)
}

fn digits(chunk: &Chunk, from: usize) -> usize {
    chunk.run(from, usize::MAX, |c| class(c) == Class::Digit)
}

/// Goes on from the end of some digits over separators with digits behind them: "1,000.50", "10:30", "11/09/2001", "2.0.1".
fn separated(chunk: &Chunk, mut end: usize) -> usize {
    while let Some(separator) = chunk.char(end) {
        let next = end + separator.len_utf8();
        let after = digits(chunk, next);
        let joins = match separator {
            '.' | ':' | '/' => after > next,
            // A comma parts thousands, and otherwise the items of a list; so in Indian numbers too (1,00,000).
            ',' => after == next + 3 || (after == next + 2 && chunk.char(after) == Some(',')),
            _ => false,
        };
        if !joins {
            break;
        }
        end = after;
    }
    end
}

/// Digits joined by hyphens that are one number: dates, telephone numbers and extensions ("3-1234"); ranges ("2014-2015") are not.
fn hyphenated(chunk: &Chunk, from: usize) -> Option<usize> {
    let first = digits(chunk, from);
    let mut end = first;
    let mut groups = 1;
    let mut second = 0;
    while chunk.char(end).is_some_and(is_hyphen) {
        let next = end + chunk.char(end).map_or(1, char::len_utf8);
        let after = digits(chunk, next);
        if after == next {
            break;
        }
        groups += 1;
        second = after - next;
        end = after;
    }
    (groups > 2 || (groups == 2 && matches!(first - from, 1 | 3) && second == 4)).then_some(end)
}
