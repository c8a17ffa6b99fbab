//! Credits of pictures and reports that stand in one line with text.

use crate::{
    ingest::{
        BlockKind,
        block::Draft,
        phrase::{self, Half, Role},
        words::{ends_sentence, starts_large},
    },
    lexicon::{FurnitureCategory, Lexicon},
    text::Span,
};

/// A credit has at most so many words.
const CREDIT_WORDS: usize = 10;
/// One in parentheses has at most so many bytes.
const LONGEST_CREDIT: usize = 80;

/// Splits credits off: in parentheses at the end of a text, and names with an agency's, parted by a stroke, at its start or end.
pub fn split_credits(text: &str, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut split = Vec::with_capacity(drafts.len());
    for draft in drafts {
        if !(draft.is_open() || matches!(draft.kind, BlockKind::ListItem { .. })) {
            split.push(draft);
            continue;
        }
        let head = head(text, draft.content).unwrap_or(Span::new(draft.content.start, draft.content.start));
        let rest = Span::new(head.end, draft.content.end).trimmed(text);
        let tail = parenthesis(text, rest).or_else(|| tail(text, rest)).unwrap_or(Span::new(rest.end, rest.end));
        let middle = Span::new(rest.start, tail.start).trimmed(text);
        if head.is_empty() && tail.is_empty() {
            split.push(draft);
            continue;
        }
        let mut start = draft.span.start;
        for (span, is_credit) in [(head, true), (middle, false), (tail, true)] {
            if span.is_empty() {
                continue;
            }
            let kind = if is_credit { BlockKind::Paragraph } else { draft.kind.clone() };
            let mut piece = Draft { span: Span::new(start, span.end), content: span, kind, ..draft.clone() };
            if is_credit {
                piece.make_furniture("credit");
            } else {
                // A caption, for it has a credit: whatever it looks like, it is no heading.
                piece.marked = true;
            }
            split.push(piece);
            start = Span::new(span.end, draft.content.end).trimmed(text).start;
        }
    }
    split
}

/// The words of a span with their places.
fn words(text: &str, span: Span) -> impl Iterator<Item = (usize, &str)> {
    let all = span.of(text);
    all.split_whitespace().map(move |word| (span.start + (word.as_ptr() as usize - all.as_ptr() as usize), word))
}

/// A credit before the text: names in capitals, a stroke, an agency; then the text starts, or nothing follows.
fn head(text: &str, span: Span) -> Option<Span> {
    let mut stroke = false;
    let mut found = None;
    for (at, word) in words(text, span).take(CREDIT_WORDS * 2) {
        let bare = word.trim_matches('/');
        if !bare.is_empty() && !bare.starts_with(char::is_uppercase) {
            break;
        }
        stroke |= word.contains('/');
        let end = at + word.len();
        // Names of agencies of up to two words.
        let names = |from: usize| phrase::is(Role::Agency, Span::new(from, end).of(text).rsplit('/').next().unwrap_or(""));
        let credit = Span::new(span.start, end);
        let from = credit.of(text).rfind('/').map_or(end, |at| span.start + at + 1);
        if stroke && (names(from) || names(at)) {
            found = Some(credit);
        } else if found.is_some_and(|found: Span| end > found.end) && !stroke_ahead(text, Span::new(at, span.end)) {
            break;
        }
    }
    let found = found?;
    let rest = Span::new(found.end, span.end).trimmed(text).of(text);
    (rest.is_empty() || starts_large(rest)).then_some(found)
}

/// Whether the next few words, all in capitals, lead to another stroke: a credit that is repeated.
fn stroke_ahead(text: &str, span: Span) -> bool {
    let large = words(text, span).take(5).take_while(|(_, word)| word.starts_with(|c: char| c.is_uppercase() || c == '/'));
    large.map(|(_, word)| word).any(|word| word.contains('/'))
}

/// A credit behind the text: an agency, a stroke and names in capitals behind the end of a sentence.
fn tail(text: &str, span: Span) -> Option<Span> {
    let all = span.of(text);
    let mut start = None;
    let mut taken = 0;
    for word in all.split_whitespace().rev().take(CREDIT_WORDS) {
        if !word.starts_with(char::is_uppercase) || ends_sentence(word) {
            break;
        }
        taken += 1;
        if word.split_once('/').is_some_and(|(agency, _)| phrase::is(Role::Agency, agency)) {
            start = Some(span.start + (word.as_ptr() as usize - all.as_ptr() as usize));
        }
    }
    let start = start.filter(|_| taken > 0)?;
    let before = Span::new(span.start, start).trimmed(text).of(text);
    (before.is_empty() || ends_sentence(before)).then_some(Span::new(start, span.end))
}

/// Parentheses at the end of a text that say who made the picture or helped with the report.
fn parenthesis(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let inner = words.strip_suffix(')')?;
    let open = inner.rfind('(')?;
    let listed = || Lexicon::get().furniture_line(words.get(open..)?).map(|found| found.category);
    let names_agency = || inner.get(open + 1..).is_some_and(|names| names.len() <= LONGEST_CREDIT && is_agencies(names));
    let credit = phrase::furniture(inner.get(open + 1..)?, Half::Tail).is_some_and(|found| found.reason == "credit")
        || matches!(listed(), Some(FurnitureCategory::ImageCredit | FurnitureCategory::AuthorBox))
        || (open > 0 && names_agency());
    credit.then_some(Span::new(span.start + open, span.end))
}

/// Whether names parted by strokes end in an agency: `Anna Berg/AP`, `Getty Images`.
fn is_agencies(names: &str) -> bool {
    names.split('/').all(|name| name.trim().starts_with(char::is_uppercase))
        && names.rsplit('/').next().is_some_and(|last| phrase::is(Role::Agency, last))
}
