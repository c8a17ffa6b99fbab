//! Sentences in; out come who is named, and which mentions are the same.

mod link;
pub(crate) mod phrase;
pub(crate) mod tag;
pub mod words;

use crate::{ingest::Document, syntax::Syntax, text::Span};
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

/// Finds the actors of a document.
pub fn find(document: &Document, syntax: &Syntax) -> Actors {
    let text = document.text();
    let mut placed = Vec::new();
    for (index, sentence) in syntax.sentences.iter().enumerate() {
        let words = words::words(text, syntax.tokens_of(sentence));
        let tags = tag::tags(text, sentence.span, &words);
        for phrase in phrase::phrases(&words, &tags) {
            let (Some(first), Some(last)) = (words.get(phrase.start), words.get(phrase.end.wrapping_sub(1))) else { continue };
            placed.push(link::Placed {
                span: Span::new(first.span.start, last.span.end),
                sentence: index,
                subject: is_subject(&words, phrase.start, phrase.end),
                what: phrase.what,
                codes: phrase.codes,
                role: phrase.role,
                rule: phrase.rule,
            });
        }
    }
    link::link(&placed)
}

/// Whether a verb follows a phrase, or a verb of saying stands right before it.
fn is_subject(words: &[words::Word<'_>], start: usize, end: usize) -> bool {
    let owner = words.get(end.wrapping_sub(1)).is_some_and(|word| word.possessive);
    let after = words.iter().skip(end).find(|word| !matches!(word.part, Part::Adverb | Part::Negation));
    let verb = after.is_some_and(|word| matches!(word.part, Part::Verb | Part::Auxiliary));
    let spoken = start.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.lower == "said");
    !owner && (verb || spoken)
}
