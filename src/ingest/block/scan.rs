//! The first look at the lines: what their marks make of them, and which belong together.

use super::{
    Draft,
    list::{self, Depth},
    table::table,
    wrap::Wrap,
};
use crate::{
    ingest::{
        BlockKind,
        line::Line,
        words::{ends_sentence, starts_small},
    },
    text::Span,
};

/// Rules of this many signs or more part a text.
const RULE: usize = 3;
/// An underlined line longer than this many bytes is no heading.
const LONGEST_HEADING: usize = 240;
/// A block of fields at the head of a Markdown file ends within so many lines.
const FRONT_MATTER: usize = 100;

/// Makes a draft of every block. Paragraphs that no mark tells apart from headings are left as they are.
pub fn scan(text: &str, lines: &[Line], markdown: bool) -> Vec<Draft> {
    let wrap = Wrap::of(text, lines);
    let mut depth = Depth::default();
    let mut drafts: Vec<Draft> = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        let words = line.words.of(text);
        let (mut draft, taken) = if let Some(found) = front_matter(text, rest, markdown && at == 0) {
            found
        } else if let Some(found) = fenced(text, rest, markdown) {
            found
        } else if let Some((table, taken)) = table(text, rest) {
            let span = cover(rest, taken);
            (Draft::marked(BlockKind::Table(table), span, span), taken)
        } else if let Some(level) = underline(words).filter(|_| !line.gap && may_be_underlined(drafts.last())) {
            // The heading is the draft above; its underline belongs to it.
            if let Some(heading) = drafts.last_mut() {
                heading.span.end = line.words.end;
                heading.kind = BlockKind::Heading { level };
                heading.marked = true;
            }
            at += 1;
            continue;
        } else if is_rule(words) {
            let mut draft = Draft::marked(BlockKind::Paragraph, line.words, line.words);
            draft.make_furniture("separator");
            (draft, 1)
        } else if let Some((level, content)) = numbered_heading(text, line.words) {
            (Draft::marked(BlockKind::Heading { level }, line.words, content), 1)
        } else if is_quoted(words) {
            quoted(text, rest)
        } else if let Some(item) = list::item(text, line, markdown) {
            let taken = running(text, lines, at, &wrap, markdown, item.column);
            let content = Span::new(item.content.start, cover(rest, taken).end);
            let kind = BlockKind::ListItem { depth: depth.of(line.indent) };
            (Draft { lines: taken, ..Draft::marked(kind, cover(rest, taken), content) }, taken)
        } else {
            let taken = running(text, lines, at, &wrap, markdown, u32::MAX);
            (Draft { lines: taken, ..Draft::paragraph(cover(rest, taken)) }, taken)
        };
        if !matches!(draft.kind, BlockKind::ListItem { .. }) && line.indent == 0 {
            depth.end();
        }
        draft.gap = line.gap;
        drafts.push(draft);
        at += taken.max(1);
    }
    drafts
}

/// The place of the first `count` lines.
fn cover(lines: &[Line], count: usize) -> Span {
    let start = lines.first().map_or(0, |line| line.words.start);
    let end = count.checked_sub(1).and_then(|last| lines.get(last)).map_or(start, |line| line.words.end);
    Span::new(start, end)
}

/// How many lines the running text takes that starts at `at`. Lines at or beyond `column` continue a list item.
fn running(text: &str, lines: &[Line], at: usize, wrap: &Wrap, markdown: bool, column: u32) -> usize {
    let mut taken = 1;
    while let (Some(above), Some(below)) = (lines.get(at + taken - 1), lines.get(at + taken)) {
        let words = below.words.of(text);
        let starts = || {
            is_rule(words)
                || underline(words).is_some()
                || is_quoted(words)
                || (markdown && words.starts_with("```"))
                || words.starts_with('|')
                || numbered_heading(text, below.words).is_some()
                || list::item(text, below, markdown).is_some()
        };
        let belongs = (!below.gap && below.indent >= column.max(1) && column < u32::MAX)
            || (markdown && !below.gap && !ends_sentence(above.words.of(text)) && starts_small(words))
            || wrap.runs_on(text, at + taken - 1, above, below);
        if !belongs || starts() {
            break;
        }
        taken += 1;
    }
    taken
}

/// A heading with marks before it: `## Words`, also closed with marks.
fn numbered_heading(text: &str, span: Span) -> Option<(u8, Span)> {
    let words = span.of(text);
    let marks = words.bytes().take_while(|byte| *byte == b'#').take(7).count();
    let rest = words.get(marks..)?;
    if !(1..=6).contains(&marks) || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let closed = rest.trim_end_matches('#');
    let rest = if closed.len() < rest.len() && closed.ends_with([' ', '\t']) { closed } else { rest };
    let content = Span::new(span.start + marks, span.start + marks + rest.len()).trimmed(text);
    (!content.is_empty()).then_some((u8::try_from(marks).ok()?, content))
}

/// The level of the heading that a line of `=` or `-` makes of the line above.
fn underline(words: &str) -> Option<u8> {
    let sign = words.chars().next().filter(|c| matches!(c, '=' | '-'))?;
    (words.len() >= RULE && words.chars().all(|c| c == sign)).then_some(if sign == '=' { 1 } else { 2 })
}

fn may_be_underlined(above: Option<&Draft>) -> bool {
    above.is_some_and(|draft| draft.is_open() && draft.lines == 1 && draft.content.len() <= LONGEST_HEADING)
}

/// A line of signs that parts a text.
fn is_rule(words: &str) -> bool {
    words.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | '~' | '•' | '·' | '—' | '–' | '#' | '⁂' | '+') || c.is_whitespace())
        && words.chars().filter(|c| !c.is_whitespace()).take(RULE).count() == RULE
}

/// Whether a line is set off as quoted: with `>`, and neither `>=` nor a number behind it.
fn is_quoted(words: &str) -> bool {
    words.strip_prefix('>').is_some_and(|rest| !rest.starts_with(|c: char| c == '=' || c.is_ascii_digit()))
}

/// Quoted lines up to an empty one, with or without the mark of quotation.
fn quoted(text: &str, lines: &[Line]) -> (Draft, usize) {
    let bare = |line: &Line| {
        let words = line.words.of(text);
        let rest = words.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
        Span::new(line.words.end - rest.len(), line.words.end)
    };
    let quotes = |line: &Line| !line.gap && is_quoted(line.words.of(text)) && !bare(line).is_empty();
    let taken = 1 + lines.iter().skip(1).take_while(|line| quotes(line)).count();
    let span = cover(lines, taken);
    let start = lines.first().map_or(span.start, |line| bare(line).start);
    let mut draft = Draft { lines: taken, ..Draft::marked(BlockKind::Quote, span, Span::new(start, span.end)) };
    if draft.content.is_empty() {
        draft.content = span;
        draft.make_furniture("separator");
    }
    (draft, taken)
}

/// Lines between fences; they are kept as they are.
fn fenced(text: &str, lines: &[Line], markdown: bool) -> Option<(Draft, usize)> {
    let first = lines.first()?.words.of(text);
    let fence = ["```", "~~~"].into_iter().find(|fence| markdown && first.starts_with(fence))?;
    let close = lines.iter().skip(1).position(|line| line.words.of(text).starts_with(fence));
    let taken = close.map_or(lines.len(), |inside| inside + 2);
    let span = cover(lines, taken);
    let inside = lines.get(1..taken - usize::from(close.is_some())).unwrap_or_default();
    let content = if inside.is_empty() { span } else { cover(inside, inside.len()) };
    Some((Draft { lines: taken, ..Draft::marked(BlockKind::Paragraph, span, content) }, taken))
}

/// The fields at the head of a Markdown file, between two lines of dashes.
fn front_matter(text: &str, lines: &[Line], markdown: bool) -> Option<(Draft, usize)> {
    let first = lines.first().filter(|line| markdown && line.words.start == 0 && line.words.of(text) == "---")?;
    let inside = lines.iter().skip(1).take(FRONT_MATTER).position(|line| line.words.of(text) == "---")?;
    let fields = lines.get(1..=inside).unwrap_or_default();
    if fields.is_empty()
        || !fields
            .iter()
            .all(|line| line.indent > first.indent || line.words.of(text).contains(':') || line.words.of(text).starts_with(['-', '#']))
    {
        return None;
    }
    let span = cover(lines, inside + 2);
    let mut draft = Draft { lines: inside + 2, ..Draft::marked(BlockKind::Paragraph, span, cover(fields, fields.len())) };
    draft.make_furniture("front_matter");
    Some((draft, inside + 2))
}
