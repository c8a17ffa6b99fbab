//! Words: their apostrophes, hyphens and full stops.

use super::chunk::{Chunk, push};
use crate::{
    syntax::{
        Token, TokenKind,
        character::{Class, at, class, is_apostrophe, is_hyphen, is_opening_bracket},
        knowledge::{Contraction, Need, knowledge},
    },
    text::Span,
};

/// The longest dotted abbreviation that is looked for ("Ph.D."); acronyms of single letters may be longer.
const DOTTED: usize = 8;

/// Appends the tokens of the word that starts here, and returns their end.
pub fn word(chunk: &Chunk, from: usize, tokens: &mut Vec<Token>) -> usize {
    if let Some(end) = dotted(chunk, from) {
        return push(tokens, from, end, TokenKind::Word);
    }
    let end = if chunk.is_plain { chunk.span.end } else { plain(chunk, from) };
    let clitics = !chunk.is_plain && clitics(chunk, from, end, tokens);
    if clitics {
        return end;
    }
    if chunk.char(end) == Some('.') && keeps_stop(chunk, from, end) {
        return push(tokens, from, end + 1, TokenKind::Word);
    }
    let mut start = from;
    if let Some(found) = knowledge().contraction(chunk.slice(from, end)).filter(|found| fits(chunk, Span::new(from, end), tokens, found)) {
        for cut in found.cuts() {
            start = push(tokens, start, from + cut, TokenKind::Word);
        }
    }
    push(tokens, start, end, TokenKind::Word)
}

/// Whether what stands around a word shows that it is the contraction and not the word that is written like it.
fn fits(chunk: &Chunk, word: Span, before: &[Token], contraction: &Contraction) -> bool {
    if contraction.is_anywhere() {
        return true;
    }
    // Two capitals are an acronym ("IM", "ID").
    if word.len() == 2 && word.of(chunk.text).bytes().all(|b| b.is_ascii_uppercase()) {
        return false;
    }
    let previous = before.last().filter(|token| token.kind == TokenKind::Word);
    let previous = previous.map_or("", |token| token.span.of(chunk.text));
    contraction.fits(previous, next_word(chunk, word.end))
}

/// The longest word behind another that is looked at.
const NEXT_WORD: usize = 16;

/// The word behind another, looked for a few characters on; empty where a mark or a hyphened word follows, or a long word.
fn next_word<'t>(chunk: &Chunk<'t>, end: usize) -> &'t str {
    let mut start = end;
    while start < chunk.limit.min(end + 4) && at(chunk.text, start).is_some_and(char::is_whitespace) {
        start += at(chunk.text, start).map_or(1, char::len_utf8);
    }
    let within = |byte: &usize| *byte < chunk.limit;
    let bytes = chunk.text.as_bytes();
    let letters = bytes.iter().skip(start).take(NEXT_WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let behind = Some(start + letters).filter(within).and_then(|byte| at(chunk.text, byte));
    let ends = behind.is_none_or(|c| !(is_hyphen(c) || matches!(class(c), Class::Letter | Class::Digit)));
    if start > end && ends { chunk.slice(start, (start + letters).min(chunk.limit)) } else { "" }
}

/// The end of the letters with what may stand inside a word.
fn plain(chunk: &Chunk, from: usize) -> usize {
    let mut part = from;
    loop {
        let end = chunk.alphanumeric(part);
        let Some(c) = chunk.char(end) else { return end };
        let next = end + c.len_utf8();
        let letter = matches!(chunk.class(next), Some(Class::Letter | Class::Digit));
        let joins = letter
            && (is_apostrophe(c) && chunk.class(next) == Some(Class::Letter)
                || c == '_'
                || is_hyphen(c) && part == from && knowledge().is_prefix(chunk.slice(part, end))
                || c == '/' && is_known_pair(chunk, from, next)
                || c == '&' && is_upper(chunk, end) && chunk.char(next).is_some_and(char::is_uppercase));
        if c == '°' && matches!(chunk.slice(part, end), "N" | "n") {
            return next;
        }
        // Dollars that say whose: "US$", "A$".
        if c == '$' && end - part <= 3 && chunk.slice(part, end).chars().all(char::is_uppercase) {
            return next;
        }
        if !joins {
            return end;
        }
        part = next;
    }
}

/// Whether two letters with a stroke between them stand for words: "b/c".
fn is_known_pair(chunk: &Chunk, from: usize, second: usize) -> bool {
    let end = second + 1;
    end - from == 3
        && !chunk.class(end).is_some_and(|class| matches!(class, Class::Letter | Class::Digit))
        && knowledge().contraction(chunk.slice(from, end)).is_some_and(Contraction::is_whole)
}

fn is_upper(chunk: &Chunk, end: usize) -> bool {
    chunk.before(end).is_some_and(char::is_uppercase)
}

/// Letters with full stops between them that are one word: "U.S.", "e.g.", "Ph.D.". The full stop at the end belongs to it.
fn dotted(chunk: &Chunk, from: usize) -> Option<usize> {
    if !chunk.has_inner_stop {
        return None;
    }
    let mut end = from;
    let mut letters = 0;
    let mut known = None;
    loop {
        let part = chunk.run(end, DOTTED, |c| class(c) == Class::Letter);
        let single = part > end && chunk.slice(end, part).chars().filter(|c| class(*c) == Class::Letter).count() == 1;
        let stop = chunk.char(part) == Some('.') && !omits(chunk, part);
        if letters > 0 && part > end && part - from <= DOTTED && knowledge().abbreviation(chunk.slice(from, part)).is_some() && stop {
            known = Some(part + 1);
        }
        if single && stop {
            letters += 1;
            end = part + 1;
        } else if single && letters > 0 && !chunk.class(part).is_some_and(|class| matches!(class, Class::Letter | Class::Digit)) {
            // "U.S.A" without its last full stop.
            return Some(part);
        } else if letters == 0 && stop && part - from < DOTTED {
            // "Ph.D.": the first part is longer; look it up with the next.
            end = part + 1;
            let next = chunk.run(end, DOTTED, |c| class(c) == Class::Letter);
            let known = next > end
                && next - from <= DOTTED
                && chunk.char(next) == Some('.')
                && !omits(chunk, next)
                && knowledge().abbreviation(chunk.slice(from, next)).is_some();
            return known.then_some(next + 1);
        } else {
            return known.or((letters > 1).then_some(end));
        }
    }
}

/// Whether the points from a byte on mean an omission: three or more. Of two, the first may belong to the word before them ("Inc..").
fn omits(chunk: &Chunk, stop: usize) -> bool {
    chunk.char(stop + 1) == Some('.') && chunk.char(stop + 2) == Some('.')
}

/// Whether the full stop behind a word belongs to it. The stop is at `end`.
fn keeps_stop(chunk: &Chunk, from: usize, end: usize) -> bool {
    let after = end + 1;
    if omits(chunk, end) {
        return false;
    }
    let two_stops = chunk.char(after) == Some('.');
    let word = chunk.slice(from, end);
    let mut chars = word.chars();
    if !two_stops && chars.next().is_some_and(char::is_uppercase) && chars.next().is_none() {
        return true;
    }
    let Some(found) = knowledge().abbreviation(word) else { return false };
    let next = next_visible(chunk, after);
    match found.need {
        Need::Nothing => true,
        _ if two_stops => false,
        Need::Number => next.is_some_and(|c| class(c) == Class::Digit),
        Need::Name => next.is_some_and(char::is_uppercase),
        Need::Inside => next.is_some_and(|c| c.is_lowercase() || class(c) == Class::Digit || matches!(c, ',' | ';' | ':' | ')')),
    }
}

/// The next character that is no white space and no opening bracket, looked for a few characters on.
fn next_visible(chunk: &Chunk, from: usize) -> Option<char> {
    let mut byte = from;
    for _ in 0..8 {
        let c = at(chunk.text, byte).filter(|_| byte < chunk.limit)?;
        if !c.is_whitespace() && !is_opening_bracket(c) {
            return Some(c);
        }
        byte += c.len_utf8();
    }
    None
}

/// Appends a word with its clitics ("do|n't", "they|'ll", "Kyiv|'s"), if it has any.
fn clitics(chunk: &Chunk, from: usize, end: usize, tokens: &mut Vec<Token>) -> bool {
    let Some((first, second)) = last_clitic(chunk, from, end) else { return false };
    // "couldn't've" has two.
    if let Some((inner, _)) = last_clitic(chunk, from, first) {
        push(tokens, from, inner, TokenKind::Word);
        push(tokens, inner, first, TokenKind::Word);
    } else {
        push(tokens, from, first, TokenKind::Word);
    }
    push(tokens, first, second, TokenKind::Word);
    true
}

/// Where the last clitic of a word begins and ends.
fn last_clitic(chunk: &Chunk, from: usize, end: usize) -> Option<(usize, usize)> {
    // The longest clitic is an apostrophe of three bytes and two letters.
    let tail = Span::new(chunk.text.floor_char_boundary(end.saturating_sub(6)).max(from), end);
    if tail.of(chunk.text).bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let (at, apostrophe) = tail.of(chunk.text).char_indices().rev().find(|(_, c)| is_apostrophe(*c))?;
    let at = tail.start + at;
    let letters = chunk.slice(at + apostrophe.len_utf8(), end);
    let small = letters.as_bytes();
    let is = |form: &str| small.eq_ignore_ascii_case(form.as_bytes());
    if is("t") && at > from + 1 && matches!(chunk.text.as_bytes().get(at - 1), Some(b'n' | b'N')) {
        return Some((at - 1, end));
    }
    (at > from && ["s", "re", "ve", "ll", "m", "d"].iter().any(|form| is(form))).then_some((at, end))
}
