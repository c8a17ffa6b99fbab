//! Where a sentence that is too long to be read at once is cut.

use super::encoder::form;
use crate::syntax::Token;

/// The most tokens that are read at once. Finding heads takes time by the square of it.
pub const LONGEST: usize = 128;

/// A stretch is cut in its second half only.
const SHORTEST: usize = LONGEST / 2;

/// How many of a sentence's remaining tokens are read next, at most [`LONGEST`]: cut behind the end of a sentence or a semicolon if there
/// is one, else behind a comma or a closing mark, else where it must be.
pub fn stretch(text: &str, tokens: &[Token]) -> usize {
    if tokens.len() <= LONGEST { tokens.len() } else { cut(text, tokens) }
}

/// How many tokens come before the cut: the last place of the best kind.
fn cut(text: &str, tokens: &[Token]) -> usize {
    let places = tokens.iter().enumerate().take(LONGEST).skip(SHORTEST);
    let best = places.map(|(index, token)| (harmless(form(text, token.span)), index + 1)).max();
    best.filter(|(rank, _)| *rank > 0).map_or(LONGEST, |(_, length)| length)
}

/// How little harm a cut behind a token does.
fn harmless(form: &str) -> u8 {
    match form {
        "." | "?" | "!" | "…" | "..." => 4,
        ";" | "•" => 3,
        ":" | "—" | "–" | "--" | "|" => 2,
        "," | ")" | "]" | "\"" | "”" | "’" => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{syntax::token, text::Span};

    fn check(text: &str, expected: &[usize]) {
        let mut tokens = Vec::new();
        token::tokenize(text, Span::new(0, text.len()), &mut tokens);
        let mut rest = tokens.as_slice();
        let mut lengths = Vec::new();
        while !rest.is_empty() {
            lengths.push(stretch(text, rest));
            rest = &rest[lengths[lengths.len() - 1]..];
        }
        assert_eq!(lengths, expected);
    }

    #[test]
    fn long_sentences_are_cut_where_it_hurts_least() {
        check("", &[]);
        check(&"word ".repeat(128), &[128]);
        check(&"word ".repeat(300), &[128, 128, 44]);
        check(&format!("{}; {}, {}", "word ".repeat(90), "word ".repeat(20), "word ".repeat(90)), &[91, 111]);
        check(&format!("{}, {}", "word ".repeat(20), "word ".repeat(120)), &[128, 13]);
    }
}
