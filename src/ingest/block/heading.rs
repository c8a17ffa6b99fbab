//! Which unmarked lines are headings: the title of the text, and short lines without a full stop that something follows.

use std::collections::BTreeMap;

use super::{Draft, question::is_question};
use crate::ingest::{
    BlockKind,
    metadata::date,
    phrase,
    words::{self, Capitals, capitals, ends_sentence, starts_large},
};

/// A title has at most so many words.
const TITLE_WORDS: usize = 30;
/// A heading set like a sentence has at most so many, for a longer one is more likely a caption or a sentence without its full stop.
const SENTENCE_WORDS: usize = 9;
/// A heading set like a title may have more.
const HEADING_WORDS: usize = 18;

/// Whether a draft is running text: many words, or some and a full stop.
pub fn is_prose(text: &str, draft: &Draft) -> bool {
    let words = draft.words(text);
    let count = words::count(words, 20);
    draft.kind == BlockKind::Paragraph && (count >= 20 || (count >= 8 && ends_sentence(words)))
}

/// Makes the title of a text a heading of the first level: the first line that is not furniture, if it is no sentence and something
/// follows. A heading that is marked in the text is left as it is.
pub fn find_title(text: &str, drafts: &mut [Draft]) {
    let Some(first) = drafts.iter().position(|draft| !draft.is_furniture()) else { return };
    let follows = drafts.iter().skip(first + 1).any(|draft| !draft.is_furniture() && date::parse_line(draft.words(text)).is_none());
    let Some(draft) = drafts.get_mut(first).filter(|draft| draft.is_open() && draft.lines <= 2 && follows) else { return };
    let words = draft.words(text);
    let is_sentence = ends_sentence(words) && !words.ends_with(['?', '!']);
    let sound = starts_large(words)
        && has_letters(words)
        && !words.contains('\t')
        && !words.ends_with([':', ',', ';'])
        && date::parse_line(words).is_none();
    if !is_sentence && sound && words::count(words, TITLE_WORDS + 1) <= TITLE_WORDS {
        draft.kind = BlockKind::Heading { level: 1 };
    }
}

/// Makes headings of lines that look like one and lead to something, and gives them their levels.
pub fn find_headings(text: &str, drafts: &mut [Draft]) {
    let mut leads = false;
    for draft in drafts.iter_mut().rev() {
        if draft.is_furniture() {
            continue;
        }
        if draft.is_open() && leads && is_heading(text, draft) {
            draft.kind = BlockKind::Heading { level: 2 };
        }
        leads = match draft.kind {
            BlockKind::Paragraph => is_prose(text, draft) || is_question(text, draft),
            BlockKind::Citation | BlockKind::Furniture(_) => false,
            _ => true,
        };
    }
    set_levels(text, drafts);
}

fn has_letters(words: &str) -> bool {
    words.chars().any(char::is_alphabetic)
}

/// Whether a line could be a heading by its looks: short, without a stop at its end, and starting as a heading may. A line that ends in
/// a colon leads into what follows unless it has hardly more than a word or is set like a title; and one with an address is a post.
fn is_heading(text: &str, draft: &Draft) -> bool {
    let all = draft.words(text);
    // What tells most lines apart comes first.
    if draft.lines != 1 || all.ends_with([',', ';', '.', '…', '?', '!', '-', '–', '—']) || ends_sentence(all) {
        return false;
    }
    let count = words::count(all, HEADING_WORDS + 1);
    if count > HEADING_WORDS {
        return false;
    }
    let capitals = capitals(all);
    let most = if capitals == Capitals::Sentence { SENTENCE_WORDS } else { HEADING_WORDS };
    let leads_in = || all.ends_with(':') && (all.contains(',') || count > 3 || (count > 1 && capitals == Capitals::Sentence));
    let is_post = || all.contains("://") || all.contains('@') || all.contains(".com/");
    (1..=most).contains(&count)
        && !holds_sentence_end(all)
        && !leads_in()
        && !is_post()
        && !all.contains(['|', '\t'])
        && starts_large(all)
        && has_letters(all)
        && date::parse_line(all).is_none()
}

/// Whether a sentence ends inside a line: a full stop behind a word that is no abbreviation by its length, then a capital.
fn holds_sentence_end(words: &str) -> bool {
    let mut ended = false;
    words.split_whitespace().any(|word| {
        let next = std::mem::replace(&mut ended, word.len() > 3 && word.find('.') == Some(word.len() - 1));
        next && starts_large(word)
    })
}

/// Gives headings that are not marked the second level, or deeper ones where the text sets its headings in several ways, each at least
/// twice: the way that comes first is the outermost. Headings over questions are of the second level always.
fn set_levels(text: &str, drafts: &mut [Draft]) {
    let unmarked = |draft: &&Draft| !draft.marked && draft.kind == BlockKind::Heading { level: 2 };
    let mut ways: BTreeMap<Capitals, (usize, usize)> = BTreeMap::new();
    for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| unmarked(draft)) {
        ways.entry(capitals(draft.words(text))).or_insert((index, 0)).1 += 1;
    }
    let mut order: Vec<_> = ways.iter().filter(|(_, (_, uses))| *uses >= 2).map(|(way, (first, _))| (*first, *way)).collect();
    order.sort_unstable();
    for draft in drafts.iter_mut().filter(|draft| unmarked(&&**draft)) {
        let words = draft.words(text);
        let inner = order.iter().position(|(_, way)| *way == capitals(words)).unwrap_or(0);
        if inner > 0 && !phrase::is(phrase::Role::Faq, words) {
            draft.kind = BlockKind::Heading { level: u8::try_from(2 + inner).unwrap_or(6) };
        }
    }
}
