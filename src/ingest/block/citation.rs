//! References in square brackets, and whether they lead anywhere.

use std::collections::BTreeSet;

use super::Draft;
use crate::{
    ingest::{
        BlockKind,
        phrase::{self, Role},
        words::{self, ends_sentence, starts_large},
    },
    text::Span,
};

/// A reference in brackets has at most so many words.
const CITATION_WORDS: usize = 40;
/// A remark of the author in brackets behind a sentence has at least so many words.
const NOTE_WORDS: usize = 8;
/// A reference mark holds at most so many bytes of numbers.
const LONGEST_NUMBER: usize = 24;

/// Words in square brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bracket {
    /// Brackets included, and the address behind them where there is one.
    pub span: Span,
    /// What stands between the brackets.
    pub inner: Span,
    /// The address in parentheses right behind it.
    pub address: Option<Span>,
}

impl Bracket {
    /// Whether it holds only numbers: `[3]`, `[3, 5–7]`, `[^3]`.
    pub fn is_number(&self, text: &str) -> bool {
        let inner = self.inner.of(text);
        inner.len() <= LONGEST_NUMBER
            && inner.bytes().any(|byte| byte.is_ascii_digit())
            && inner.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | '^' | ';' | ' '))
    }

    /// The numbers in it.
    pub fn numbers(&self, text: &str) -> Vec<u32> {
        numbers(self.inner.of(text)).collect()
    }

    /// What it lacks to be followed; `None` if it can be. `references` are the numbers of the text's list of references.
    pub fn missing(&self, text: &str, references: &BTreeSet<u32>) -> Option<&'static str> {
        let inner = self.inner.of(text);
        if self.is_number(text) {
            let known = numbers(inner).all(|number| references.contains(&number));
            return (!known).then_some("the text has no list of references with this number");
        }
        let traceable = self.address.is_some() || has_address(inner) || has_year(inner) || has_title(inner) || has_document_number(inner);
        (!traceable).then_some("it gives no title, date, link or number that could be followed")
    }
}

fn numbers(inner: &str) -> impl Iterator<Item = u32> + '_ {
    inner.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok())
}

fn has_address(inner: &str) -> bool {
    ["http://", "https://", "www.", "doi:", "doi.org/"].iter().any(|mark| inner.contains(mark))
}

fn has_year(inner: &str) -> bool {
    inner
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.parse::<u32>().is_ok())
}

fn has_title(inner: &str) -> bool {
    ['"', '“', '«', '„'].iter().any(|mark| inner.contains(*mark))
}

/// A number as offices give it to documents: `S/2014/189`.
fn has_document_number(inner: &str) -> bool {
    inner.split_whitespace().any(|word| word.contains('/') && word.bytes().any(|byte| byte.is_ascii_digit()))
}

/// The innermost brackets of a span, in order.
pub fn brackets(text: &str, span: Span) -> Vec<Bracket> {
    let words = span.of(text);
    let mut found = Vec::new();
    if !words.contains('[') {
        return found;
    }
    let mut open = None;
    for (at, byte) in words.bytes().enumerate() {
        match (byte, open) {
            (b'[', _) => open = Some(at + 1),
            (b']', Some(start)) => {
                let inner = Span::new(span.start + start, span.start + at);
                let address = address(text, span, at + 1);
                let end = address.map_or(inner.end + 1, |address| address.end + 1);
                if !inner.trimmed(text).is_empty() {
                    found.push(Bracket { span: Span::new(inner.start - 1, end), inner, address });
                }
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// The address in parentheses at an offset of a span.
fn address(text: &str, span: Span, at: usize) -> Option<Span> {
    let rest = span.of(text).get(at..)?.strip_prefix('(')?;
    // An address has no white space, which also bounds how far is looked.
    let end = rest.find(|c: char| c == ')' || c.is_whitespace()).filter(|end| *end > 0)?;
    let start = span.start + at + 1;
    rest.get(end..)?.starts_with(')').then_some(Span::new(start, start + end))
}

/// The numbers of the text's list of references: blocks that start with a number in brackets and go on.
fn references(text: &str, drafts: &[Draft]) -> BTreeSet<u32> {
    let entries = drafts.iter().filter_map(|draft| reference(text, draft));
    entries.flat_map(|bracket| bracket.numbers(text)).collect()
}

fn reference(text: &str, draft: &Draft) -> Option<Bracket> {
    if !matches!(draft.kind, BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Citation) || !draft.words(text).starts_with('[')
    {
        return None;
    }
    let close = draft.words(text).bytes().take(LONGEST_NUMBER + 2).position(|byte| byte == b']')?;
    let inner = Span::new(draft.content.start + 1, draft.content.start + close);
    let bracket = Bracket { span: Span::new(draft.content.start, inner.end + 1), inner, address: None };
    let rest = Span::new(bracket.span.end, draft.content.end).of(text);
    (bracket.is_number(text) && words::count(rest, 2) > 0).then_some(bracket)
}

/// Splits references off from the text they stand behind. Those that lead nowhere become furniture; the entries of a list of references
/// become citations.
pub fn split_citations(text: &str, drafts: Vec<Draft>) -> Vec<Draft> {
    // Nearly all texts have no bracket at all.
    if !text.contains('[') {
        return drafts;
    }
    let references = references(text, &drafts);
    let mut split = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        if reference(text, &draft).is_some() {
            draft.kind = BlockKind::Citation;
        }
        if matches!(draft.kind, BlockKind::Paragraph | BlockKind::ListItem { .. } | BlockKind::Quote) && !draft.marked_as_is() {
            split_one(text, draft, &references, &mut split);
        } else {
            split.push(draft);
        }
    }
    split
}

impl Draft {
    /// Whether its inside is to be left alone: lines between fences.
    fn marked_as_is(&self) -> bool {
        self.kind == BlockKind::Paragraph && self.marked && !self.answers
    }
}

fn split_one(text: &str, draft: Draft, references: &BTreeSet<u32>, split: &mut Vec<Draft>) {
    let all = brackets(text, draft.content);
    let mut cut = draft.content.start;
    let mut start = draft.span.start;
    let mut pieces = Vec::new();
    let only_brackets = only_brackets(text, &all, draft.content.end);
    for (index, bracket) in all.iter().enumerate() {
        let before = Span::new(cut, bracket.span.start).trimmed(text);
        let next = all.get(index + 1).map_or(draft.content.end, |next| next.span.start);
        let after = Span::new(bracket.span.end, draft.content.end);
        let is_last = Span::new(bracket.span.end, next).trimmed(text).is_empty();
        let alone = before.is_empty() && after.trimmed(text).is_empty();
        let behind_sentence = if before.is_empty() { cut > draft.content.start } else { ends_sentence(before.of(text)) };
        let goes_on = is_last || starts_large(after.of(text).trim_start());
        let is_note = is_note(text, bracket, references, alone);
        if !(alone || behind_sentence)
            || is_note
            || !goes_on
            || !is_citation(text, bracket)
            || (bracket.is_number(text) && !only_brackets.get(index).is_some_and(|only| *only))
        {
            continue;
        }
        if !before.is_empty() {
            let span = Span::new(start, before.end);
            pieces.push(Draft { span, content: before, ..piece(&draft, pieces.is_empty()) });
        }
        let mut citation = Draft {
            marked: true,
            kind: BlockKind::Citation,
            span: bracket.span,
            content: bracket.span,
            ..piece(&draft, pieces.is_empty())
        };
        if before.is_empty() && pieces.is_empty() {
            citation.span.start = start;
        }
        if bracket.missing(text, references).is_some() {
            citation.make_furniture("untraceable_citation");
        }
        pieces.push(citation);
        cut = bracket.span.end;
        // What is left over has no mark of its own.
        start = Span::new(cut, draft.content.end).trimmed(text).start;
    }
    let rest = Span::new(cut, draft.content.end).trimmed(text);
    if pieces.is_empty() {
        split.push(draft);
        return;
    }
    if !rest.is_empty() {
        pieces.push(Draft { span: rest, content: rest, ..piece(&draft, false) });
    }
    split.append(&mut pieces);
}

/// For every bracket, whether nothing but brackets follows it. Numbers are split off there only: inside a text they are read over.
fn only_brackets(text: &str, all: &[Bracket], end: usize) -> Vec<bool> {
    let mut next = end;
    let mut only = true;
    let mut found: Vec<_> = Vec::with_capacity(all.len());
    for bracket in all.iter().rev() {
        only &= Span::new(bracket.span.end, next).trimmed(text).is_empty();
        next = bracket.span.start;
        found.push(only);
    }
    found.reverse();
    found
}

/// A part of a block: of the same kind if it is the first, else running text.
fn piece(draft: &Draft, first: bool) -> Draft {
    if first { draft.clone() } else { Draft { gap: false, answers: draft.answers, ..Draft::paragraph(draft.span) } }
}

/// Whether a bracket holds a sentence of the author or the editors. One that stands alone needs only end like one; behind other text it
/// must also start like one, be as long as one, and name nothing that could be followed.
fn is_note(text: &str, bracket: &Bracket, references: &BTreeSet<u32>, alone: bool) -> bool {
    let inner = bracket.inner.of(text);
    let is_sentence = || starts_large(inner) && words::count(inner, NOTE_WORDS) >= NOTE_WORDS;
    ends_sentence(inner) && (alone || (is_sentence() && bracket.missing(text, references).is_some()))
}

/// Whether a bracket is a reference rather than an editor's remark.
fn is_citation(text: &str, bracket: &Bracket) -> bool {
    let inner = bracket.inner.of(text);
    let count = words::count(inner, CITATION_WORDS + 1);
    (1..=CITATION_WORDS).contains(&count) && !phrase::is(Role::Editorial, inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let draft = Draft::paragraph(Span::new(0, text.len()));
        let found = split_citations(text, vec![draft]);
        let found: Vec<_> = found.iter().map(|draft| (draft.kind.name(), draft.words(text))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_bracket_behind_a_sentence_is_split_off() {
        let (first, second) = (("paragraph", "The talks went on."), ("furniture", "[notes of officials]"));
        check("The talks went on. [notes of officials]", &[first, second]);
        check("The talks went on. [notes of officials] Nobody left.", &[first, second, ("paragraph", "Nobody left.")]);
    }

    #[test]
    fn what_can_be_followed_is_a_citation() {
        check("They met. [Gazette, 3 May 2021]", &[("paragraph", "They met."), ("citation", "[Gazette, 3 May 2021]")]);
        check("They met. [record](https://example.org/a)", &[("paragraph", "They met."), ("citation", "[record](https://example.org/a)")]);
    }

    #[test]
    fn editors_remarks_stay_in_the_sentence() {
        for text in [
            "They met. [The envoys of the three states had asked for that in spring.] Nobody left.",
            "“They was [sic] there.”",
            "“He [the minister] left.”",
            "It ended [...]",
            "They met. [...] Nobody left.",
            "They met. [sic]",
        ] {
            check(text, &[("paragraph", text)]);
        }
    }

    #[test]
    fn a_hundred_thousand_brackets_take_no_time() {
        let start = std::time::Instant::now();
        let text = "[".repeat(100_000) + &"]".repeat(100_000);
        let groups = "Yes. [a b] ".repeat(100_000);
        for text in [&text, &groups] {
            split_citations(text, vec![Draft::paragraph(Span::new(0, text.len()))]);
        }
        assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
    }
}
