//! Sentences in; out come who is named, and which mentions are the same.

mod gender;
mod known;
mod link;
mod merge;
mod name_by_grammar;
mod office;
pub(crate) mod phrase;
pub mod pronoun;
mod seat;
pub(crate) mod tag;
pub mod words;

use std::collections::BTreeSet;

pub(crate) use crate::syntax::quotation;
use crate::{
    ingest::Document,
    lexicon::Name,
    syntax::Syntax,
    text::{Recall, Span},
};
use words::Part;

/// Who acts, speaks or is spoken of in a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Actors {
    /// Everyone, in the order of first mention.
    pub actors: Vec<Actor>,
    /// Every place that names one of them, in the order of the text.
    pub mentions: Vec<Mention>,
}

/// Somebody or something that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The fullest name that the text gives, without titles.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Whom it speaks for or belongs to: ISO 3166-1 alpha-3 or an organisation's acronym, where known.
    pub code: Option<String>,
    /// The office that the text gives ("foreign minister").
    pub role: Option<String>,
    /// Whether the text says that the office is a former one.
    pub former: bool,
    /// Whether nothing but a common noun names it ("the plan", "officials"): it is an actor only where it speaks or is spoken to.
    pub bare: bool,
}

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorKind {
    /// A person.
    Person,
    /// A state or territory, also by its capital or seat of government.
    State,
    /// A body with a name.
    Organisation,
    /// People without a name ("analysts").
    Group,
    /// A place that stands for nobody.
    Place,
    /// A paper that speaks ("the report").
    Document,
}

impl ActorKind {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::Group => "group",
            Self::Place => "place",
            Self::Document => "document",
        }
    }
}

/// In what form a mention names its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// By name.
    Name,
    /// By the office alone.
    Office,
    /// As an unnamed group.
    Group,
    /// As an unnamed individual.
    Anonymous,
    /// As a paper.
    Document,
    /// By a pronoun.
    Pronoun,
}

/// A place in the text that names an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// The index of the actor.
    pub actor: usize,
    /// How the words name it.
    pub form: Form,
    /// The rule that found it or tied it to its actor.
    pub rule: &'static str,
}

impl Actors {
    /// The mentions that begin inside a span, in the order of the text.
    pub fn mentions_in(&self, span: Span) -> &[Mention] {
        let from = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let to = self.mentions.partition_point(|mention| mention.span.start < span.end);
        self.mentions.get(from..to).unwrap_or(&[])
    }
}

/// Finds the actors of a document. Where there is a grammar, names that no list knows and pronouns are found by it.
pub fn find(document: &Document, syntax: &Syntax) -> Actors {
    find_with(document, syntax, &words::Words::of(document.text(), syntax))
}

/// The same with the words of the text as they were read before.
pub fn find_with(document: &Document, syntax: &Syntax, words: &words::Words<'_>) -> Actors {
    let mut found = find_all(document, syntax, words, &mut |_| {});
    // A name that nothing shows to be a person's is one only where a pronoun points to it.
    let Actors { actors, mentions } = &mut found;
    mentions.retain(|mention| mention.rule != "name_by_capitals" || actors.get(mention.actor).is_some_and(|actor| !actor.bare));
    found
}

/// The same with the names that nothing confirms, and shows each pronoun with those whom it may mean: what the training of its weights
/// reads.
pub fn find_and_show(document: &Document, syntax: &Syntax, show: &mut dyn FnMut(pronoun::Candidates)) -> Actors {
    find_all(document, syntax, &words::Words::of(document.text(), syntax), show)
}

fn find_all(document: &Document, syntax: &Syntax, words: &words::Words<'_>, show: &mut dyn FnMut(pronoun::Candidates)) -> Actors {
    let text = document.text();
    let short = tag::short_names(text);
    let mut placed = Vec::new();
    for (index, sentence) in syntax.sentences.iter().enumerate() {
        let first = placed.len();
        place_phrases(text, (index, sentence.span), words.of_sentence(index), &short, &syntax.quotations, &mut placed);
        let chains = name_by_grammar::chains(text, syntax, sentence.tokens.clone());
        merge::take_chains(text, chains, index, first, &syntax.quotations, &mut placed);
    }
    let mut linked = link::link(&placed, &common_words(text, syntax, &placed));
    seat::complete(text, &mut linked.actors);
    let classes = std::mem::take(&mut linked.classes);
    let mut actors = pronoun::resolve(document, syntax, &syntax.quotations, linked, show);
    office::complete(text, syntax, &classes, &mut actors);
    actors
}

/// Adds the phrases of a sentence, given by its index and span, in the order of its words.
// A function of its own, see `OffsetMap::stride`.
#[inline(never)]
fn place_phrases(
    text: &str,
    (sentence, span): (usize, Span),
    words: &[words::Word<'_>],
    short: &[(&'static str, Name<'static>)],
    quotations: &[quotation::Quotation],
    placed: &mut Vec<link::Placed>,
) {
    let tags = tag::tags(text, span, words, short);
    for phrase in phrase::phrases(words, &tags) {
        let (Some(first), Some(last)) = (words.get(phrase.start), words.get(phrase.end.wrapping_sub(1))) else { continue };
        let span = Span::new(first.span.start, last.span.end);
        placed.push(link::Placed {
            span,
            quoted: is_quoted(quotations, span),
            sentence,
            initial: opens(words, phrase.start),
            bare: phrase.bare,
            prominence: prominence(words, phrase.start, phrase.end),
            what: phrase.what,
            codes: phrase.codes,
            role: phrase.role,
            tentative: false,
            located: false,
            feminine: None,
            rule: phrase.rule,
        });
    }
}

fn is_quoted(quotations: &[quotation::Quotation], span: Span) -> bool {
    let quotation = quotations.partition_point(|quotation| quotation.outer.end <= span.start);
    quotations.get(quotation).is_some_and(|quotation| quotation.inner.contains(span))
}

/// Whether a word is the first of its sentence, where a capital says nothing.
fn opens(words: &[words::Word<'_>], index: usize) -> bool {
    words.iter().take(index).all(|word| matches!(word.part, Part::Quote | Part::Break | Part::Number))
}

/// Of the words that open a sentence and may be a name, those that the text also has in lower case.
fn common_words(text: &str, syntax: &Syntax, placed: &[link::Placed]) -> BTreeSet<String> {
    let asked: BTreeSet<String> = placed
        .iter()
        .filter_map(|phrase| match &phrase.what {
            phrase::What::Surname { name, certain: false } if phrase.initial => Some(name.to_lowercase()),
            _ => None,
        })
        .collect();
    if asked.is_empty() {
        return asked;
    }
    let mut recall = Recall::default();
    let mut is_asked = |word| recall.get(word, 0, || asked.contains(word));
    let seen: BTreeSet<&str> = syntax.tokens.iter().map(|token| token.span.of(text)).filter(|word| is_asked(word)).collect();
    asked.iter().filter(|word| seen.contains(word.as_str())).cloned().collect()
}

/// How prominent a phrase is: 2 where it is the subject of a verb of reporting, 1 of another verb, else 0.
fn prominence(words: &[words::Word<'_>], start: usize, end: usize) -> u8 {
    if words.get(end.wrapping_sub(1)).is_some_and(|word| word.possessive) {
        return 0;
    }
    let mut after = end;
    // ", who served as …," and ", the minister," stand between a subject and its verb.
    if words.get(after).is_some_and(|word| word.part == Part::Comma)
        && words.get(after + 1).is_some_and(|word| word.lower == "who" || word.part == Part::Determiner || word.part == Part::Noun)
        && let Some(close) = (after + 2..after + 30).find(|&index| words.get(index).is_some_and(|word| word.part == Part::Comma))
    {
        after = close + 1;
    }
    let verb = words.iter().skip(after).find(|word| !matches!(word.part, Part::Adverb | Part::Negation | Part::Auxiliary));
    let auxiliary = words.get(after).is_some_and(|word| matches!(word.part, Part::Auxiliary));
    let spoken = start.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.lower == "said");
    match verb {
        Some(verb) if verb.part == Part::Verb && verb.reporting => 2,
        _ if spoken => 2,
        Some(verb) if verb.part == Part::Verb || auxiliary => 1,
        _ => 0,
    }
}
