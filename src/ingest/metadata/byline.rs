//! Who wrote or put together a page: bylines, curators, datelines.

use crate::{
    ingest::{
        metadata::date,
        phrase::{self, Half, Role},
    },
    text::Span,
};

/// A name of authors has at most so many words.
const NAME_WORDS: usize = 10;
/// A dateline ends within so many bytes.
const DATELINE: usize = 120;

/// The author named by a byline, "By Jane Doe": a word of the list, then names in capitals and nothing else.
pub fn author(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    if !phrase::is(Role::Byline, words) {
        return None;
    }
    let label =
        words.split_whitespace().take_while(|word| !word.eq_ignore_ascii_case("by") && !word.eq_ignore_ascii_case("by:")).count() + 1;
    let name = words.split_whitespace().nth(label)?;
    let start = span.start + (name.as_ptr() as usize - words.as_ptr() as usize);
    let name = Span::new(start, span.end);
    let large = |word: &str| {
        word.starts_with(char::is_uppercase)
            || matches!(word, "and" | "de" | "van" | "von" | "der" | "al" | "bin" | "in" | "for" | "|" | "&" | "-")
    };
    let count = name.of(text).split_whitespace().take(NAME_WORDS + 1).count();
    (count <= NAME_WORDS && name.of(text).split_whitespace().all(large) && !name.of(text).ends_with(['.', '?', '!', ':'])).then_some(name)
}

/// What follows the label of a line such as "Curated by the desk".
pub fn behind_label(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let found = phrase::furniture(words, Half::Head)?;
    let first = words.split_whitespace().nth(found.words)?;
    Some(Span::new(span.start + (first.as_ptr() as usize - words.as_ptr() as usize), span.end).trimmed(text))
}

/// The agency and the date's words of a dateline: `GENEVA, March 3 (Agency) - …`, `(Agency) …`.
pub fn dateline(text: &str, span: Span) -> Option<(Span, Span)> {
    let words = span.of(text);
    let open = words.bytes().take(DATELINE).position(|byte| byte == b'(')?;
    let close = open + words.get(open..)?.bytes().take(DATELINE).position(|byte| byte == b')')?;
    let name = Span::new(span.start + open + 1, span.start + close);
    let place = words.get(..open)?.trim();
    ((place.is_empty() || in_capitals(place)) && phrase::is(Role::Agency, name.of(text)))
        .then_some((name, Span::new(span.start, span.start + open).trimmed(text)))
}

/// The words before the dash of a dateline without an agency: `GENEVA, 3 March 2021 - …`.
pub fn dateline_without_agency(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let dash = ["-", "--", "\u{2013}", "\u{2014}"];
    let (before, after) = words.split_once(',')?;
    if !in_capitals(before) || before.len() > DATELINE {
        return None;
    }
    let mut at = before.len() + 1;
    for word in after.split(' ').take(NAME_WORDS) {
        if dash.contains(&word) {
            let place = Span::new(span.start, span.start + at).trimmed(text);
            return date::parse(words.get(before.len() + 1..at)?).map(|_| place);
        }
        at += word.len() + 1;
    }
    None
}

/// Whether the place that a dateline begins with is written in capitals.
fn in_capitals(place: &str) -> bool {
    let city = place.split([',', '/']).next().unwrap_or("");
    city.chars().any(char::is_uppercase) && !city.chars().any(char::is_lowercase)
}
