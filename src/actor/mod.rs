//! Sentences in; out come who is named, and which mentions are the same.

use crate::{ingest::Document, syntax::Syntax, text::Span};

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

/// A place in the text that names an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// The index of the actor.
    pub actor: usize,
    /// The rule that found it or tied it to its actor.
    pub rule: &'static str,
}

/// Finds the actors of a document.
pub fn find(_document: &Document, _syntax: &Syntax) -> Actors {
    Actors::default()
}
