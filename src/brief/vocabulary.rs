//! The phrases of `data/brief`: those of running text in one table, so that a text is walked once, those of headings and labels in another.

use std::{borrow::Cow, sync::LazyLock};

use super::Group;
use crate::{actor::words::rows, lexicon::PhraseTable, text::word_hash};

/// What a phrase is to a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    /// It announces what to take away.
    Mark {
        /// At the start of a sentence.
        opening: bool,
        /// At the start of a heading.
        heading: bool,
        /// Only with a comma, colon or dash behind it.
        comma: bool,
    },
    /// It sets its sentence before the news; `paragraph` all that follows, too, where it opens a paragraph.
    Past {
        /// See above.
        paragraph: bool,
    },
    /// It answers a question.
    Answer(Answers),
}

/// How a phrase answers a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// It goes ahead.
    For,
    /// It does not.
    Against,
    /// Nobody knows.
    Open,
    /// What follows limits what stands before.
    Turn,
}

/// What a heading or label says of what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// News, or what was before.
    pub group: Group,
    /// Whether it says so in a heading.
    pub heading: bool,
    /// Whether it says so as a label.
    pub label: bool,
}

macro_rules! data {
    ($name:literal) => {
        include_str!(concat!("../../data/brief/", $name, ".csv"))
    };
}

/// The phrases of running text.
pub fn phrases() -> &'static PhraseTable<Phrase> {
    static TABLE: LazyLock<PhraseTable<Phrase>> = LazyLock::new(|| {
        let of = |table: &'static str, sort: fn(&'static str) -> Option<Phrase>| {
            rows(table).filter_map(move |(phrase, rest)| Some((Cow::Borrowed(phrase), true, sort(rest)?)))
        };
        PhraseTable::new(of(data!("marks"), mark).chain(of(data!("past"), past)).chain(of(data!("answers"), answer)))
    });
    &TABLE
}

/// The phrases of headings and labels.
pub fn sections() -> &'static PhraseTable<Section> {
    static TABLE: LazyLock<PhraseTable<Section>> = LazyLock::new(|| {
        let row = |(phrase, rest)| Some((Cow::Borrowed(phrase), true, section(rest)?));
        PhraseTable::new(rows(data!("sections")).filter_map(row))
    });
    &TABLE
}

/// Whether a question that begins with this word asks for yes or no.
pub fn is_polar(word: &str) -> bool {
    rows(data!("answers")).any(|(known, class)| class == "polar" && known.eq_ignore_ascii_case(word))
}

/// Whether a clause that begins with this word hangs on another.
pub fn is_subordinator(word: &str) -> bool {
    rows(data!("answers")).any(|(known, class)| class == "subordinator" && known.eq_ignore_ascii_case(word))
}

/// The words of a class of `common.csv`, as sorted hashes.
fn class(wanted: &str) -> Vec<u32> {
    let mut words: Vec<u32> =
        rows(data!("common")).filter(|(class, _)| *class == wanted).flat_map(|(_, words)| words.split(' ')).map(word_hash).collect();
    words.sort_unstable();
    words
}

/// Whether a sentence that begins with this word leans on the one before.
pub fn is_opener(word: &str) -> bool {
    static OPENERS: LazyLock<Vec<u32>> = LazyLock::new(|| class("opener"));
    OPENERS.binary_search(&word_hash(word)).is_ok()
}

/// Whether a word is too common to say what a sentence is about; by its [`word_hash`].
pub fn is_common(word: u32) -> bool {
    static COMMON: LazyLock<Vec<u32>> = LazyLock::new(|| class("common"));
    COMMON.binary_search(&word).is_ok()
}

fn mark(rest: &'static str) -> Option<Phrase> {
    let (place, needs) = rest.split_once(',')?;
    let (opening, heading) = match place {
        "opening" => (true, false),
        "heading" => (false, true),
        "both" => (true, true),
        _ => return None,
    };
    Some(Phrase::Mark { opening, heading, comma: needs == "comma" })
}

fn past(reach: &'static str) -> Option<Phrase> {
    match reach {
        "sentence" => Some(Phrase::Past { paragraph: false }),
        "paragraph" => Some(Phrase::Past { paragraph: true }),
        _ => None,
    }
}

fn answer(class: &'static str) -> Option<Phrase> {
    Some(Phrase::Answer(match class {
        "for" => Answers::For,
        "against" => Answers::Against,
        "open" => Answers::Open,
        "turn" => Answers::Turn,
        // Looked up at the start of a question, or of an answer, only.
        _ => return None,
    }))
}

fn section(rest: &'static str) -> Option<Section> {
    let (group, place) = rest.split_once(',')?;
    let (heading, label) = match place {
        "heading" => (true, false),
        "label" => (false, true),
        "both" => (true, true),
        _ => return None,
    };
    Some(Section { group: Group::from_name(group)?, heading, label })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_data_is_read() {
        let first = rows(data!("answers")).filter(|(_, class)| ["polar", "subordinator"].contains(class)).count();
        assert!(rows(data!("marks")).all(|(_, rest)| mark(rest).is_some()));
        assert!(rows(data!("past")).all(|(_, rest)| past(rest).is_some()));
        assert!(rows(data!("sections")).all(|(_, rest)| section(rest).is_some()));
        assert_eq!(rows(data!("answers")).filter(|(_, class)| answer(class).is_some()).count() + first, rows(data!("answers")).count());
        assert!(is_opener("This") && is_common(word_hash("with")) && is_polar("Can"));
    }

    #[test]
    fn phrases_stand_in_small_letters_and_once() {
        for table in [data!("marks"), data!("past"), data!("sections"), data!("answers")] {
            let mut seen = std::collections::BTreeSet::new();
            for (phrase, _) in rows(table) {
                assert_eq!(phrase, phrase.to_lowercase());
                assert!(seen.insert(phrase), "{phrase} stands twice");
            }
        }
    }
}
