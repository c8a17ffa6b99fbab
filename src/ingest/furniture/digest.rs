//! The lists of a page that digests others' reports: its sources, how many there are, and cards of articles.

use crate::{
    ingest::{
        Metadata, ReadingClaim, Related, Stated,
        block::{Draft, is_prose},
        phrase::{self, Half},
        words::{self, ends_sentence, starts_large},
    },
    text::Span,
};

/// The name of an outlet has at most so many words.
const OUTLET_WORDS: usize = 6;
/// A headline has at least and at most so many.
const HEADLINE_WORDS: std::ops::RangeInclusive<usize> = 3..=30;

/// What the page lists.
#[derive(Debug, Default)]
pub struct Digest {
    /// The outlets it names.
    pub sources: Vec<Stated>,
    /// How many it does not name.
    pub unnamed: Option<(u32, Span)>,
    /// How many articles it says there are.
    pub articles: Option<(u32, Span)>,
    /// Cards and teasers of other articles.
    pub related: Vec<Related>,
    /// Reading times.
    pub claims: Vec<ReadingClaim>,
}

impl Digest {
    /// Adds the other headlines that were marked, each a teaser without publisher or reading time.
    pub fn add_teasers(&mut self, text: &str, drafts: &[Draft]) {
        let cards = std::mem::take(&mut self.related);
        let mut cards = cards.into_iter().peekable();
        for draft in drafts.iter().filter(|draft| draft.reason() == Some("related")) {
            while let Some(card) = cards.next_if(|card| card.span.end <= draft.content.start) {
                self.related.push(card);
            }
            if !cards.peek().is_some_and(|card| card.span.contains(draft.content)) {
                let headline = behind_label(text, draft.content);
                self.related.push(Related { span: draft.content, publisher: None, headline, reading: None });
            }
        }
        self.related.extend(cards);
        for (index, related) in self.related.iter().enumerate() {
            if let Some(claim) = related.reading.and_then(|reading| self.claims.get_mut(reading)) {
                claim.related = Some(index);
            }
        }
    }

    /// Hands the lists to the metadata.
    pub fn into_metadata(self, metadata: &mut Metadata) {
        metadata.sources = self.sources;
        metadata.unnamed_sources = self.unnamed;
        metadata.articles_on_topic = self.articles;
        metadata.related = self.related;
        metadata.reading_claims = self.claims;
    }
}

/// Finds these lists and marks their lines. A list of sources is what stands in short lines before its "+ n more" or its count of
/// articles; a card is a publisher, a headline and perhaps an image before a reading time that stands below other text.
pub fn mark_digest(text: &str, drafts: &mut [Draft]) -> Digest {
    let mut digest = Digest::default();
    let mut text_at = None;
    let mut at = 0;
    while at < drafts.len() {
        let Some(draft) = drafts.get(at) else { break };
        let span = draft.content;
        let number = || phrase::furniture(span.of(text), Half::Tail).and_then(|found| found.number);
        let lists = matches!(draft.reason(), Some("article_count" | "source_list" | "related_label"));
        if text_at.is_none() && (lists || is_prose(text, draft)) {
            text_at = Some(at);
        }
        match draft.reason() {
            Some("unnamed_sources") => {
                digest.unnamed = number().map(|number| (number, span));
                sources(text, drafts, at, &mut digest);
            }
            Some("article_count") => {
                digest.articles = number().map(|number| (number, span));
                if digest.sources.is_empty() {
                    sources(text, drafts, at, &mut digest);
                }
            }
            Some("reading_time") => {
                if let Some(minutes) = number() {
                    let related = card(text, drafts, at, text_at).map(|card| {
                        digest.related.push(Related { reading: Some(digest.claims.len()), ..card });
                        digest.related.len() - 1
                    });
                    digest.claims.push(ReadingClaim { span, minutes, related });
                }
            }
            _ => {}
        }
        at += 1;
    }
    digest
}

/// The short lines before a count are names of sources.
fn sources(text: &str, drafts: &mut [Draft], count: usize, digest: &mut Digest) {
    let is_name = |draft: &&mut Draft| {
        let words = draft.words(text);
        draft.is_open()
            && !ends_sentence(words)
            && starts_large(words)
            && (1..=OUTLET_WORDS).contains(&words::count(words, OUTLET_WORDS + 1))
    };
    let Some(above) = drafts.get_mut(..count) else { return };
    let mut found: Vec<_> = above.iter_mut().rev().take_while(is_name).collect();
    found.reverse();
    for draft in found {
        draft.make_furniture("source_list");
        digest.sources.push(Stated { value: draft.words(text).to_owned(), span: Some(draft.content) });
    }
}

/// The card that a reading time closes: lines above it up to a headline, and the publisher's name over that. A reading time without
/// running text above it belongs to the page itself.
fn card(text: &str, drafts: &mut [Draft], time: usize, text_at: Option<usize>) -> Option<Related> {
    let above = drafts.get_mut(..time)?;
    let end = above.len();
    let is_image = |draft: &Draft| matches!(draft.reason(), Some("image" | "video"));
    let headline = above.iter().rposition(|draft| !is_image(draft))?;
    let below_text = text_at.is_some_and(|at| at < headline);
    let line = |draft: &Draft| draft.is_open() && draft.lines <= 2 && starts_large(draft.words(text));
    let draft = above.get(headline)?;
    let count = words::count(draft.words(text), HEADLINE_WORDS.end() + 1);
    let full_stop = draft.words(text).ends_with('.');
    if !below_text || !(line(draft) || draft.reason() == Some("related")) || full_stop || !HEADLINE_WORDS.contains(&count) {
        return None;
    }
    let name = headline.checked_sub(1).filter(|at| {
        above.get(*at).is_some_and(|draft| {
            let words = draft.words(text);
            line(draft) && !ends_sentence(words) && words::count(words, OUTLET_WORDS + 1) <= OUTLET_WORDS
        })
    });
    for draft in above.get_mut(name.unwrap_or(headline)..end)? {
        if !draft.is_furniture() {
            draft.make_furniture("related");
        }
    }
    let headline = above.get(headline)?.content;
    let publisher = name.and_then(|at| above.get(at)).map(|draft| draft.content);
    let end = drafts.get(time).map_or(headline.end, |draft| draft.content.end);
    Some(Related { span: Span::new(publisher.unwrap_or(headline).start, end), publisher, headline, reading: None })
}

/// The headline behind a label and a colon: "Read more: …".
fn behind_label(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let label = words.find(':').filter(|at| words.get(..*at).is_some_and(|label| phrase::furniture(label, Half::Tail).is_some()));
    label.map_or(span, |at| Span::new(span.start + at + 1, span.end).trimmed(text))
}
