//! What a line is by its own words.

use crate::{
    ingest::{
        BlockKind,
        block::Draft,
        metadata::byline,
        phrase::{self, Half, Role},
        words::{self, Capitals, capitals, ends_sentence},
    },
    lexicon::{FurnitureCategory, FurniturePlace, Inflection, Lexicon},
};

/// The reasons whose phrases also start sentences: a line that ends like one is not meant, unless the phrase is all of it.
const NOT_IN_SENTENCES: [&str; 6] = ["tags", "publication_line", "image", "related", "navigation", "curator"];
/// A line of subjects has at least so many words and signs of addition.
const TAG_WORDS: usize = 5;
const TAG_SIGNS: usize = 2;
/// A path through a site, or the rubric of an article, has at most so many words.
const PATH_WORDS: usize = 12;

/// The reason to take a block for furniture, if its words alone give one.
// A function of its own, so that an engine of WebAssembly can put optimised code in place after the first lines.
#[inline(never)]
pub fn reason(text: &str, draft: &Draft, middle: usize) -> Option<&'static str> {
    let is_list_item = matches!(draft.kind, BlockKind::ListItem { .. });
    if !(draft.is_open() || is_list_item) {
        return None;
    }
    let words = draft.words(text);
    let half = if draft.span.start < middle { Half::Head } else { Half::Tail };
    if let Some(found) = phrase::furniture(words, half)
        && (found.whole || !NOT_IN_SENTENCES.contains(&found.reason) || !ends_sentence(words))
        && (found.reason != "publication_line" || words.bytes().any(|byte| byte.is_ascii_digit()))
    {
        return Some(found.reason);
    }
    if let Some(reason) = listed(words) {
        return Some(reason);
    }
    if is_list_item {
        return is_networks(words).then_some("share");
    }
    if half == Half::Head && byline::author(text, draft.content).is_some() {
        return Some("byline");
    }
    if is_networks(words) {
        Some("share")
    } else if is_publication_line(words) {
        Some("publication_line")
    } else if is_path(words) {
        Some("navigation")
    } else if is_tags(words) {
        Some("tags")
    } else {
        None
    }
}

/// What the lexicon has the line for. Its phrases are made for lines of the page's own; a line that may be text is let pass: one that
/// ends a sentence, unless it speaks for the site, and a long one, above all a caption.
fn listed(words: &str) -> Option<&'static str> {
    let found = Lexicon::get().furniture_line(words)?;
    let (reason, most, in_sentences) = match found.category {
        FurnitureCategory::ReadingPrompt => ("reading_prompt", 14, false),
        FurnitureCategory::Navigation => ("navigation", 14, false),
        FurnitureCategory::Related => (if found.place == FurniturePlace::WholeLine { "related_label" } else { "related" }, 30, false),
        FurnitureCategory::ImagePlaceholder => ("image", 6, false),
        FurnitureCategory::ImageCredit => ("credit", 8, false),
        FurnitureCategory::Subscription | FurnitureCategory::Newsletter => ("subscription", 40, true),
        FurnitureCategory::Share => ("share", 8, false),
        FurnitureCategory::Cookie => ("cookies", 80, true),
        FurnitureCategory::Copyright => ("copyright", 60, true),
        FurnitureCategory::Advertisement => ("advertisement", 14, false),
        FurnitureCategory::Comments => ("comments", 20, true),
        FurnitureCategory::Tags => ("tags", 30, false),
        FurnitureCategory::AuthorBox => ("author_box", 40, true),
        FurnitureCategory::Dateline => ("publication_line", 14, false),
        FurnitureCategory::Player => ("video", 20, true),
    };
    let whole = found.place == FurniturePlace::WholeLine;
    let dated = found.category != FurnitureCategory::Dateline || words.bytes().any(|byte| byte.is_ascii_digit());
    let sound = whole || (words::count(words, most + 1) <= most && (in_sentences || !ends_sentence(words)) && dated);
    (sound && (whole || !is_sentence(words, found.text))).then_some(reason)
}

/// Whether a line with a phrase in it is a sentence of the text nevertheless: it ends like one, and somebody reports in it ("…, the
/// envoy urged.") or a notice that stands by itself goes on in it ("All rights reserved for …").
fn is_sentence(words: &str, phrase: &str) -> bool {
    let reports = || {
        let mut parts = words.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        parts.any(|word| Lexicon::get().reporting_verb(word).any(|reading| reading.inflection == Inflection::Past))
    };
    let goes_on = || {
        let lower = words.to_lowercase();
        let behind = lower.find(phrase).and_then(|at| lower.get(at + phrase.len()..)).unwrap_or("");
        phrase.ends_with(" reserved") && behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
    };
    ends_sentence(words) && (reports() || goes_on())
}

/// Whether every word names a place where articles are passed on.
fn is_networks(words: &str) -> bool {
    let parts: Vec<_> =
        words.split(|c: char| c.is_whitespace() || matches!(c, '/' | '|' | '•' | '·')).filter(|part| !part.is_empty()).take(13).collect();
    (1..=12).contains(&parts.len()) && parts.iter().all(|part| phrase::is(Role::Network, part))
}

/// A line of fields, one of which says when the article was published: `Agency | Updated: 2021-03-01`.
fn is_publication_line(words: &str) -> bool {
    let is_field = |part: &str| phrase::furniture(part, Half::Head).is_some_and(|found| found.reason == "publication_line");
    let has_digit = || words.bytes().any(|byte| byte.is_ascii_digit());
    let signs = ['|', '•', '·'];
    let parts = || words.split(signs).take(7).count();
    !ends_sentence(words) && has_digit() && (2..=6).contains(&parts()) && words.split(signs).any(is_field)
}

/// A path through the site or a rubric: short parts, an upright stroke or an angle between them. Angles that are opened too hold an
/// address ("From: Anna Lind <lind@example.org>") and part nothing.
fn is_path(words: &str) -> bool {
    let parts = || words.split(['|', '›', '»', '>']).map(str::trim);
    let short = words.split_whitespace().nth(PATH_WORDS).is_none();
    let few = (2..=6).contains(&parts().take(7).count());
    short && few && !words.contains('<') && !ends_sentence(words) && parts().all(|part| part.starts_with(char::is_uppercase))
}

/// A line of subjects run together: only capitals and several signs of addition, or several words behind `#`.
fn is_tags(words: &str) -> bool {
    // Both ways of such a line have one of these signs.
    if !words.contains('&') && !words.contains('#') {
        return false;
    }
    let all: Vec<_> = words.split_whitespace().take(41).collect();
    let signs = all.iter().filter(|word| **word == "&").count();
    let hashes = all.iter().filter(|word| word.len() > 1 && word.starts_with('#')).count();
    let large = || all.iter().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '&') || *word == "and");
    let plain = || !words.contains([',', '.', ':', '?', '!']);
    (all.len() >= TAG_WORDS && all.len() <= 40 && signs >= TAG_SIGNS && large() && plain() && capitals(words) == Capitals::Title)
        || (hashes >= 2 && hashes == all.len())
}
