//! The words and tags of a sentence in; out come the phrases that name somebody, with what each says of him.

mod group;
mod name;
mod office;

use std::{collections::BTreeSet, sync::LazyLock};

use crate::{
    actor::{
        tag::{Tag, TagKind},
        words::{Part, Word, is_body_word, rows},
    },
    lexicon::RoleClass,
};

/// A phrase that names somebody.
#[derive(Debug, Clone)]
pub struct Phrase {
    /// The first word.
    pub start: usize,
    /// One past the last word.
    pub end: usize,
    /// Whom it names.
    pub what: What,
    /// The codes of the states or bodies that the phrase gives.
    pub codes: Vec<String>,
    /// The office, as the text gives it.
    pub role: Option<Office>,
    /// Whether nothing but a common noun names somebody.
    pub bare: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Whom a phrase names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A person, by two or more words of the name.
    Person(String),
    /// A word with a capital that may be a family name; `certain` where a title stands before it.
    Surname {
        /// The word.
        name: String,
        /// Whether it is certainly a person.
        certain: bool,
    },
    /// An office without a name.
    Office {
        /// What to call its holder.
        name: String,
        /// Whether the phrase points back ("the envoy").
        definite: bool,
    },
    /// A state, by whatever name.
    State(String),
    /// A body: its key, and the words of the text.
    Body {
        /// The same for all names of the body.
        key: String,
        /// The words of the text.
        name: String,
    },
    /// A region or a place.
    Place(String),
    /// An unnamed group.
    Group(String),
    /// An unnamed individual.
    Anonymous(String),
    /// A paper.
    Document(String),
    /// A pronoun.
    Pronoun(String),
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Its words ("foreign minister").
    pub words: String,
    /// What sort it is.
    pub class: RoleClass,
    /// Whether the text says that it is a former one.
    pub former: bool,
}

static STATE_NOUNS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../../data/statement/state_nouns.csv")).map(|(word, _)| word).collect());

/// Whether a noun, with a state's name before it, means the state itself ("side").
pub(super) fn is_state_noun(word: &str) -> bool {
    STATE_NOUNS.contains(word.to_lowercase().as_str())
}

/// Whether a name with capitals is a body's by one of its words.
pub(super) fn is_body_name(name: &str) -> bool {
    name.split_whitespace().any(|word| is_body_word(&word.to_lowercase()))
}

pub use name::{affiliation, disagrees};

/// How many words a name may have.
const MAX_NAME: usize = 6;
/// How far an office may reach over "of the …" to the right.
const MAX_REACH: usize = 24;

/// The phrases of a sentence, in order of their first word; a phrase may lie inside a later, longer one.
pub fn phrases(words: &[Word<'_>], tags: &[Tag]) -> Vec<Phrase> {
    let mut reader = Reader { words, tags, found: Vec::new(), at: 0 };
    while reader.at < words.len() {
        reader.step();
    }
    reader.found
}

struct Reader<'w, 'a> {
    words: &'w [Word<'a>],
    tags: &'w [Tag],
    found: Vec<Phrase>,
    at: usize,
}

/// What stands before the head of a noun phrase.
#[derive(Debug, Default, Clone)]
struct Before {
    start: Option<usize>,
    definite: bool,
    indefinite: bool,
    former: bool,
    codes: Vec<String>,
    /// Words for the canonical name: "Russian", "UN".
    labels: Vec<String>,
}

impl<'w, 'a> Reader<'w, 'a> {
    pub(super) fn word(&self, index: usize) -> Option<&'w Word<'a>> {
        self.words.get(index)
    }

    pub(super) fn part(&self, index: usize) -> Option<Part> {
        self.words.get(index).map(|word| word.part)
    }

    /// The tag that begins at a word. Words are asked for in rising order, apart from short looks ahead.
    pub(super) fn tag_at(&self, index: usize) -> Option<Tag> {
        let from = self.tags.partition_point(|tag| tag.start < index);
        self.tags.get(from).filter(|tag| tag.start == index).copied()
    }

    pub(super) fn text(&self, start: usize, end: usize) -> String {
        let words = self.words.get(start..end).unwrap_or(&[]);
        let mut text = String::new();
        for (index, word) in words.iter().enumerate() {
            if index > 0 && words.get(index - 1).is_some_and(|before| before.full.end < word.full.start) {
                text.push(' ');
            }
            text.push_str(word.text);
            if word.possessive && index + 1 < words.len() {
                text.push_str("'s");
            }
        }
        text
    }

    /// Reads one noun phrase, or passes over one word.
    fn step(&mut self) {
        let start = self.at;
        if let Some(word) = self.word(start)
            && self.is_vague(start)
        {
            self.push(start, start + 1, What::Group(word.lower.to_string()), Vec::new(), None, "vague_group");
            self.at += 1;
            return;
        }
        if self.part(start) == Some(Part::Pronoun) {
            if let Some(word) = self.word(start) {
                self.push(start, start + 1, What::Pronoun(word.lower.to_string()), Vec::new(), None, "pronoun");
            }
            self.at += 1;
            return;
        }
        if let Some(Tag { end, kind: TagKind::Source(grade), .. }) = self.tag_at(start) {
            self.anonymous(start, end, grade, &Before::default());
            self.at = end;
            return;
        }
        if !self.part(start).is_some_and(Part::is_nominal) && self.tag_at(start).is_none() {
            self.at += 1;
            return;
        }
        self.noun_phrase();
        if self.at <= start {
            self.at = start + 1;
        }
    }

    pub(super) fn push(&mut self, start: usize, end: usize, what: What, codes: Vec<String>, role: Option<Office>, rule: &'static str) {
        let bare = self.is_bare(start, end, &what, &codes);
        self.found.push(Phrase { start, end, what, codes, role, bare, rule });
    }

    /// Whether a word of time stands by itself before a name, rather than being a part of it.
    fn ends_time(&self, index: usize) -> bool {
        let named = self.part(index + 1) == Some(Part::Name) || self.tag_at(index + 1).is_some();
        named && self.word(index).is_some_and(|word| !word.possessive)
    }

    /// Reads a run of nominal words from left to right, keeping what stands before the next head.
    fn noun_phrase(&mut self) {
        let mut before = Before::default();
        while let Some(part) = self.part(self.at) {
            let at = self.at;
            let tag = self.tag_at(at);
            if tag.is_none() && !part.is_nominal() {
                break;
            }
            if part == Part::Determiner || part == Part::Possessor {
                let Some(word) = self.word(at) else { break };
                if part == Part::Possessor {
                    self.push(at, at + 1, What::Pronoun(owner_of(&word.lower).to_owned()), Vec::new(), None, "pronoun");
                }
                before = Before {
                    start: Some(at),
                    definite: matches!(&*word.lower, "the" | "this" | "that" | "these" | "those") || part == Part::Possessor,
                    indefinite: matches!(&*word.lower, "a" | "an" | "one" | "another"),
                    ..Before::default()
                };
                self.at += 1;
                continue;
            }
            if part == Part::Time && tag.is_none() && self.ends_time(at) {
                // "On Monday Moscow", "Last week Moscow": the time is no part of the name.
                before = Before::default();
                self.at += 1;
                continue;
            }
            before.start.get_or_insert(at);
            match tag.map(|tag| (tag, tag.kind)) {
                Some((tag, TagKind::Title(role))) if matches!(role.class, RoleClass::Former | RoleClass::Modifier) => {
                    before.former |= role.class == RoleClass::Former;
                    self.at = tag.end;
                }
                Some((tag, TagKind::Title(role))) => {
                    if !role.ambiguous || self.title_acts(tag, &before) {
                        self.office(tag, role.class, role.code, role.plural, &mut before);
                    } else {
                        self.at = tag.end;
                    }
                }
                Some((tag, TagKind::Body(body))) => self.body(tag, body.country, &mut before),
                Some((tag, TagKind::Name(name))) => self.name(tag, name, &mut before),
                Some((tag, TagKind::Source(grade))) => {
                    let start = before.start.unwrap_or(at);
                    self.anonymous(start, tag.end, grade, &before);
                    self.at = tag.end;
                    return;
                }
                None if part == Part::Name => self.unknown_name(&mut before),
                None => {
                    self.common_noun(&mut before);
                }
            }
            if self.at <= at {
                self.at = at + 1;
            }
            // A possessive ends nothing: "Japan's ambassador"; two heads side by side are apposed.
        }
    }
}

/// The pronoun whose possessive form this is.
fn owner_of(possessor: &str) -> &str {
    match possessor {
        "his" => "he",
        "her" => "she",
        "its" => "it",
        "their" => "they",
        "our" => "we",
        "my" => "i",
        _ => "you",
    }
}
