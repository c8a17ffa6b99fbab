//! What lines are by their place on the page: repeated titles, headlines behind labels, the teasers below an article.

use crate::ingest::{
    BlockKind,
    block::{Draft, is_prose},
    metadata::date,
    phrase::{self, Role},
    words::{self, Capitals, capitals, ends_sentence, starts_large},
};

/// A headline has at most so many words.
const HEADLINE_WORDS: usize = 30;
/// A headline has at least so many, where only its place speaks for it.
const TEASER_WORDS: usize = 4;
/// So many such lines in a row at the foot of a page are teasers even without furniture before them.
const TEASERS: usize = 3;

/// Marks furniture by its place. Needs the marks that words alone give, and the title.
pub fn mark_by_position(text: &str, drafts: &mut [Draft]) {
    mark_repeated_title(text, drafts);
    mark_labelled(text, drafts);
    mark_publisher_boxes(text, drafts);
    mark_foot(text, drafts);
}

/// A line that says the title once more.
fn mark_repeated_title(text: &str, drafts: &mut [Draft]) {
    let Some(first) = drafts.iter().position(|draft| draft.kind == BlockKind::Heading { level: 1 }) else { return };
    let title = drafts.get(first).map(|draft| phrase::normal(draft.words(text))).unwrap_or_default();
    for draft in drafts.iter_mut().skip(first + 1).filter(|draft| draft.is_open()) {
        if words::count(draft.words(text), HEADLINE_WORDS + 1) <= HEADLINE_WORDS && phrase::normal(draft.words(text)) == title {
            draft.make_furniture("repeated_title");
        }
    }
}

/// Headlines behind "Previous article" and its like, and the lines of a list behind "Related articles".
fn mark_labelled(text: &str, drafts: &mut [Draft]) {
    /// What the lines behind a label may be.
    #[derive(PartialEq)]
    enum Expected {
        Nothing,
        OneHeadline,
        Headlines,
    }
    let mut expected = Expected::Nothing;
    for at in 0..drafts.len() {
        // What stands behind a line is asked only where one headline is expected; nothing behind it is marked before.
        let ends = expected == Expected::OneHeadline && ends_article(text, drafts, at + 1);
        let Some(draft) = drafts.get_mut(at) else { break };
        if let Some(reason) = draft.reason() {
            expected = match reason {
                "navigation" if is_direction(draft.words(text)) => Expected::OneHeadline,
                "related_label" => Expected::Headlines,
                "image" | "reading_time" if expected == Expected::Headlines => Expected::Headlines,
                _ => Expected::Nothing,
            };
            continue;
        }
        let is_item = matches!(draft.kind, BlockKind::ListItem { .. });
        let is_line = is_headline(text, draft) || (is_item && expected == Expected::Headlines);
        if expected == Expected::Nothing || !is_line || (expected == Expected::OneHeadline && !ends) {
            expected = Expected::Nothing;
            continue;
        }
        draft.make_furniture("related");
        if expected == Expected::OneHeadline {
            expected = Expected::Nothing;
        }
    }
}

/// What the publisher says of itself, right behind what it says of the author or of its rights.
fn mark_publisher_boxes(text: &str, drafts: &mut [Draft]) {
    let mut behind = false;
    for draft in drafts {
        if behind && draft.is_open() && phrase::is(Role::PublisherBox, draft.words(text)) {
            draft.make_furniture("author_box");
        }
        behind = matches!(draft.reason(), Some("author_box" | "copyright" | "subscription"));
    }
}

/// Whether furniture or nothing stands at a place, rather than text.
fn ends_article(text: &str, drafts: &[Draft], at: usize) -> bool {
    drafts.get(at).is_none_or(|draft| draft.is_furniture() || date::parse_line(draft.words(text)).is_some())
}

/// Whether a line of navigation leads to one other article rather than to a part of the site.
fn is_direction(words: &str) -> bool {
    phrase::normal(words).len() == 2
}

/// Whether a line could be the headline of another article: no mark, no full stop, not too long.
fn is_headline(text: &str, draft: &Draft) -> bool {
    let words = draft.words(text);
    let full_stop = ends_sentence(words) && !words.ends_with(['?', '!']);
    draft.is_open() && !full_stop && starts_large(words) && words::count(words, HEADLINE_WORDS + 1) <= HEADLINE_WORDS
}

/// The foot of the page, below the last paragraph: lines like headlines behind furniture, or several in a row that are set like titles.
fn mark_foot(text: &str, drafts: &mut [Draft]) {
    let Some(last) = drafts.iter().rposition(|draft| ends_text(text, draft)) else { return };
    let is_teaser = |draft: &Draft| {
        let words = draft.words(text);
        is_headline(text, draft)
            && !words.ends_with(':')
            && words::count(words, TEASER_WORDS) >= TEASER_WORDS
            && date::parse_line(words).is_none()
    };
    let row: Vec<_> = drafts.iter().skip(last + 1).filter(|draft| is_teaser(draft)).map(|draft| capitals(draft.words(text))).collect();
    // Lines set like sentences may as well be the captions of the article's pictures.
    let in_row = row.len() >= TEASERS && row.iter().filter(|capitals| **capitals == Capitals::Title).count() * 2 > row.len();
    let mut behind = false;
    for draft in drafts.iter_mut().skip(last + 1) {
        if let Some(reason) = draft.reason() {
            // Behind a picture or its credit a caption may stand, which is of the article.
            behind |= !matches!(reason, "image" | "video" | "credit" | "separator" | "untraceable_citation" | "publication_line");
        } else if is_teaser(draft) && (behind || in_row) {
            let few_small = capitals(draft.words(text)) == Capitals::Title && !draft.words(text).contains([',', ':', '?', '’', '\'']);
            let is_tags = few_small && draft.words(text).contains('&');
            draft.make_furniture(if is_tags { "tags" } else { "related" });
        }
    }
}

/// Whether a block is certainly of the article, so that the foot can only start below.
fn ends_text(text: &str, draft: &Draft) -> bool {
    match draft.kind {
        BlockKind::Paragraph => is_prose(text, draft),
        BlockKind::Furniture(_) => draft.reason() == Some("untraceable_citation"),
        BlockKind::Heading { level } => level == 1,
        _ => true,
    }
}
