//! Title, byline, curator, publisher and date of a text.

use chrono::NaiveDate;

use super::{byline, date};
use crate::{
    ingest::{
        BlockKind, Metadata, Stated,
        block::{Draft, is_prose},
        phrase::{self, Role},
    },
    text::Span,
};

/// Fills in what the page says of itself; what is there already stays.
pub fn page(text: &str, drafts: &[Draft], metadata: &mut Metadata) {
    let stated = |span: Span| Stated { value: span.of(text).to_owned(), span: Some(span) };
    let lines = || drafts.iter().map(|draft| (draft.reason(), draft.content));
    let of = |reason: &'static str| lines().filter(move |(found, _)| *found == Some(reason)).map(|(_, span)| span);
    if metadata.title.is_none() {
        metadata.title = title(drafts).map(stated);
    }
    if metadata.byline.is_none() {
        metadata.byline = of("byline").find_map(|span| byline::author(text, span)).map(stated);
    }
    if metadata.curator.is_none() {
        metadata.curator = of("curator").find_map(|span| byline::behind_label(text, span)).map(stated);
    }
    let dateline = drafts.iter().find(|draft| is_prose(text, draft)).and_then(|draft| byline::dateline(text, draft.content));
    if metadata.publisher.is_none() {
        let agency = of("publication_line").find_map(|span| agency(text, span));
        metadata.publisher = agency.or(dateline.map(|(agency, _)| agency)).map(stated);
    }
    if metadata.date.is_none() {
        metadata.date = day(text, drafts, dateline.map(|(_, place)| place));
    }
    if let Some(front) = of("front_matter").next() {
        front_matter(text, front, metadata);
    }
}

/// The title: the first heading, if no running text stands before it and it is of the first level or first of all.
fn title(drafts: &[Draft]) -> Option<Span> {
    let mut headings = drafts.iter().filter(|draft| !draft.is_furniture());
    let first = headings.next()?;
    let is_title = |draft: &&Draft| draft.kind == BlockKind::Heading { level: 1 };
    if matches!(first.kind, BlockKind::Heading { .. }) {
        return Some(first.content);
    }
    drafts.iter().filter(is_title).map(|draft| draft.content).next().filter(|_| first.content.len() < 200)
}

/// The agency among the fields of a line.
fn agency(text: &str, span: Span) -> Option<Span> {
    let mut start = span.start;
    for part in span.of(text).split('|') {
        let field = Span::new(start, start + part.len()).trimmed(text);
        if phrase::is(Role::Agency, field.of(text)) {
            return Some(field);
        }
        start += part.len() + 1;
    }
    None
}

/// The day of publication: a line that says it is that, else a date that stands alone above the text, else the dateline with a year.
fn day(text: &str, drafts: &[Draft], dateline: Option<Span>) -> Option<(NaiveDate, Option<Span>)> {
    let lines = drafts.iter().filter(|draft| draft.reason() == Some("publication_line")).map(|draft| draft.content);
    let above = || drafts.iter().take_while(|draft| !is_prose(text, draft));
    let alone = above().find_map(|draft| date::parse_line(draft.content.of(text)).map(|date| (date, draft.content)));
    // "Geneva, 3 May 2023"; as a title, that is what happened there.
    let lines_below = above().filter(|draft| draft.kind != BlockKind::Heading { level: 1 });
    let placed = || lines_below.into_iter().find_map(|draft| date::parse_placed(draft.content.of(text)).map(|date| (date, draft.content)));
    let stated = || lines.filter_map(|span| date::find(span.of(text)).map(|date| (date, span))).next();
    let bare = || drafts.iter().find(|draft| is_prose(text, draft)).and_then(|draft| byline::dateline_without_agency(text, draft.content));
    let place = || dateline.or_else(bare).and_then(|span| date::find(span.of(text)).map(|date| (date, span)));
    alone.or_else(placed).or_else(stated).or_else(place).map(|(date, span)| (date, Some(span)))
}

/// The fields at the head of a Markdown file that the report has a place for.
fn front_matter(text: &str, span: Span, metadata: &mut Metadata) {
    let mut start = span.start;
    for line in span.of(text).split_inclusive(['\n', '\r']) {
        let field = Span::new(start, start + line.len());
        start += line.len();
        let Some((name, value)) = field.of(text).split_once(':') else { continue };
        let value = Span::new(field.start + name.len() + 1, field.start + name.len() + 1 + value.len()).trimmed(text);
        let bare = value.of(text).trim_matches(['"', '\'']);
        if bare.is_empty() {
            continue;
        }
        let begin = value.start + usize::from(value.of(text).starts_with(['"', '\'']));
        let value = Span::new(begin, begin + bare.len());
        let stated = || Some(Stated { value: bare.to_owned(), span: Some(value) });
        match name.trim() {
            "title" => metadata.title = stated(),
            "author" | "byline" => metadata.byline = stated(),
            "publisher" | "source" => metadata.publisher = stated(),
            "date" => {
                if let Some((date, _)) = date::parse_start(bare) {
                    metadata.date = Some((date, Some(value)));
                }
            }
            "lang" | "language" => metadata.language = Some(bare.to_owned()),
            _ => {}
        }
    }
}
