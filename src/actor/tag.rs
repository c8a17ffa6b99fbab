//! The words of a sentence in; out comes what the lexicon knows about them, place by place.

use crate::{
    actor::words::{Word, beginnings, rows},
    lexicon::{Begins, Body, Grade, Lexicon, Name, Role},
    text::Span,
};

/// What the lexicon says about one or more words that stand together.
#[derive(Debug, Clone, Copy)]
pub struct Tag {
    /// The first word.
    pub start: usize,
    /// One past the last word.
    pub end: usize,
    /// What it says.
    pub kind: TagKind,
}

/// What the lexicon says.
#[derive(Debug, Clone, Copy)]
pub enum TagKind {
    /// A name, with its most usual reading.
    Name(Name<'static>),
    /// A title or a word that changes one.
    Title(Role<'static>),
    /// A government body that many states have.
    Body(Body<'static>),
    /// Words that are an anonymous or collective source ("people familiar with").
    Source(Grade),
}

/// The short names that a text may use because it also has the full ones ("the North").
pub fn short_names(text: &str) -> Vec<(&'static str, Name<'static>)> {
    let lexicon = Lexicon::get();
    let table = rows(include_str!("../../data/statement/short_names.csv"));
    table.filter(|(_, full)| text.contains(full)).filter_map(|(short, full)| Some((short, *lexicon.name(full).first()?))).collect()
}

/// The tags of a sentence, in order, none over another: the one that begins first wins, then the longest.
pub fn tags(text: &str, sentence: Span, words: &[Word<'_>], short: &[(&'static str, Name<'static>)]) -> Vec<Tag> {
    let lexicon = Lexicon::get();
    let letters = sentence.of(text);
    let mut spans: Vec<(usize, usize, TagKind)> = Vec::new();
    let places = |sort| beginnings(words, sentence.start, sort);
    spans.extend(lexicon.names_at(letters, places(Begins::NAME)).iter().map(|hit| (hit.span.start, hit.span.end, TagKind::Name(hit.name))));
    let titles = lexicon.titles_at(letters, places(Begins::TITLE));
    spans.extend(titles.iter().filter_map(|found| Some((found.span.start, found.span.end, TagKind::Title(*found.values.first()?)))));
    let bodies = lexicon.bodies_at(letters, places(Begins::BODY));
    spans.extend(bodies.iter().filter_map(|found| Some((found.span.start, found.span.end, TagKind::Body(*found.values.first()?)))));
    let patterns = lexicon.source_patterns_at(letters, places(Begins::SOURCE_PATTERN));
    let heads = patterns.iter().filter_map(|found| {
        let pattern = found.values.first().filter(|pattern| !pattern.postmodifier)?;
        Some((found.span.start, found.span.end, TagKind::Source(pattern.grade)))
    });
    spans.extend(heads);
    if !short.is_empty() {
        for pair in words.windows(2) {
            if let [article, word] = pair
                && article.lower == "the"
                && let Some((_, name)) = short.iter().find(|(short, _)| *short == word.text)
            {
                spans.push((word.span.start - sentence.start, word.span.end - sentence.start, TagKind::Name(*name)));
            }
        }
    }
    spans.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut tags: Vec<Tag> = Vec::new();
    let mut word = 0;
    let mut covered = 0;
    for (start, end, kind) in spans {
        let (start, end) = (sentence.start + start, sentence.start + end);
        if start < covered {
            continue;
        }
        while words.get(word).is_some_and(|found| found.span.start < start) {
            word += 1;
        }
        let mut last = word;
        while words.get(last).is_some_and(|found| found.span.end < end) {
            last += 1;
        }
        let exact = words.get(word).is_some_and(|found| found.span.start == start)
            && words.get(last).is_some_and(|found| found.span.end == end || found.full.end == end);
        if exact && last >= word {
            tags.push(Tag { start: word, end: last + 1, kind });
            covered = end;
        }
    }
    tags
}
