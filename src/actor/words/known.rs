//! A word by itself in; out comes what the lists say of it. Most words of a text come again, so it is found out once a form.

use std::{borrow::Cow, collections::BTreeSet, sync::LazyLock};

use super::{
    Part, is_quote, joined_particle, name_particle, part_of, rows,
    verbs::{Inflections, form_of_common_verb, inflections},
};
use crate::{
    lexicon::{Begins, Lexicon},
    syntax::TokenKind,
    text::Recall,
};

/// What the lists say of a word, whatever stands around it.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// How many bytes its letters have without a possessive ending.
    bare: u32,
    pub(super) part: Part,
    /// The forms of a verb that it can have.
    pub(super) inflections: Inflections,
    /// What phrases of the lexicon begin with it.
    pub(super) begins: Begins,
    says: u16,
}

/// What the lists may say of a word; each is one bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum Fact {
    /// It has a possessive ending.
    Possessive = 1,
    /// The ending is that of a contraction: "that's".
    Contracted = 1 << 1,
    /// It is in lower case as it stands.
    Lower = 1 << 2,
    /// A verb of reporting can have this form.
    Verb = 1 << 3,
    /// A noun of reporting can have this form.
    Noun = 1 << 4,
    /// It may head the phrase of a source.
    Head = 1 << 5,
    /// A title stands in it.
    Title = 1 << 6,
    /// It is a name that the lexicon has.
    Name = 1 << 7,
    /// It is a given name.
    Given = 1 << 8,
    /// It is a given name and hardly ever anything else.
    OnlyGiven = 1 << 9,
    /// It is a form of a common verb.
    CommonVerb = 1 << 10,
    /// It can be nothing but the form of a common verb.
    OnlyVerb = 1 << 11,
    /// It is a particle of names ("von").
    Particle = 1 << 12,
    /// It is a particle of names and no English word.
    OnlyParticle = 1 << 13,
    /// A particle is joined to it by a hyphen ("el-Sisi").
    Joined = 1 << 14,
    /// Names of bodies have it ("Council").
    Body = 1 << 15,
}

impl Known {
    /// Whether the lists say that.
    pub fn has(self, fact: Fact) -> bool {
        self.says & fact as u16 != 0
    }
}

/// The words of a text whose facts were found out.
#[derive(Debug, Default)]
pub struct Forms<'a>(Recall<'a, Known>);

impl<'a> Forms<'a> {
    /// What is known of a token with these letters, and its letters without a possessive ending.
    pub(super) fn get(&mut self, letters: &'a str, kind: TokenKind) -> (Known, &'a str) {
        let known = self.0.get(letters, kind as u32, || find_out(letters, kind));
        (known, letters.get(..known.bare as usize).unwrap_or(letters))
    }
}

/// A word without its possessive ending in lower case, as the lists have it.
pub(super) fn lower<'a>(bare: &'a str, known: Known) -> Cow<'a, str> {
    if known.has(Fact::Lower) { Cow::Borrowed(bare) } else { lower_case(bare) }
}

/// The longest word that is looked up; a longer one is a name or a noun.
const MAX_WORD: usize = 48;

/// A word in lower case, with straight apostrophes; empty if it is too long to be looked up.
fn lower_case(word: &str) -> Cow<'_, str> {
    if word.len() > MAX_WORD {
        Cow::Borrowed("")
    } else if word.is_ascii() {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    }
}

#[inline(never)]
fn find_out(letters: &str, kind: TokenKind) -> Known {
    let bare = letters.strip_suffix("'s").or_else(|| letters.strip_suffix("’s")).unwrap_or(letters);
    let possessive = bare.len() < letters.len() && kind == TokenKind::Word;
    let bare = if possessive { bare } else { letters };
    let lower = lower_case(bare);
    let part = match kind {
        TokenKind::Number => Part::Number,
        TokenKind::Symbol => Part::Noun,
        TokenKind::Punctuation => mark(letters),
        TokenKind::Word => part_of(&lower, bare),
    };
    let contracted = possessive && (matches!(part, Part::Pronoun) || matches!(&*lower, "there" | "that" | "what"));
    let lexicon = Lexicon::get();
    let begins = lexicon.begins(letters);
    let given = lexicon.first_name(bare);
    let particle = name_particle(bare);
    let common = form_of_common_verb(&lower);
    let facts = [
        (possessive, Fact::Possessive),
        (contracted, Fact::Contracted),
        (*lower == *bare, Fact::Lower),
        (lexicon.reporting_verb(&lower).next().is_some(), Fact::Verb),
        (lexicon.reporting_noun(&lower).is_some(), Fact::Noun),
        (lexicon.source_head(&lower).is_some(), Fact::Head),
        (begins.has(Begins::TITLE) && !lexicon.titles(bare).is_empty(), Fact::Title),
        (begins.has(Begins::NAME) && !lexicon.name(bare).is_empty(), Fact::Name),
        (given.is_some(), Fact::Given),
        (given.is_some_and(|given| !given.ambiguous), Fact::OnlyGiven),
        (common.is_some(), Fact::CommonVerb),
        (common.is_some_and(|(_, only)| only), Fact::OnlyVerb),
        (particle.is_some(), Fact::Particle),
        (particle == Some(true), Fact::OnlyParticle),
        (joined_particle(bare).is_some(), Fact::Joined),
        (is_body_word(&lower), Fact::Body),
    ];
    let says = facts.iter().filter(|(said, _)| *said).fold(0, |says, (_, fact)| says | *fact as u16);
    Known { bare: u32::try_from(bare.len()).unwrap_or(u32::MAX), part, inflections: inflections(&lower), begins, says }
}

fn mark(letters: &str) -> Part {
    match letters {
        "," | "،" => Part::Comma,
        "." | "!" | "?" | "…" | "..." => Part::Stop,
        _ if letters.chars().all(is_quote) => Part::Quote,
        _ => Part::Break,
    }
}

static BODY_WORDS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../../data/statement/name_words.csv")).map(|(word, _)| word).collect());

/// Whether names of bodies have a word in lower case ("council").
pub fn is_body_word(lower: &str) -> bool {
    BODY_WORDS.contains(lower)
}
