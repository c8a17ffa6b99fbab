//! Sentences, actors and times in; out comes who said what, to whom, in whose words, how well sourced.

use crate::{actor::Actors, ingest::Document, syntax::Syntax, text::Span};

/// Somebody is reported to have said, written, asked, wanted or feared something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The whole phrase that names the source, titles included.
    pub source: Option<Span>,
    /// The words that carry the attribution.
    pub cue: Option<Span>,
    /// What is attributed, without the quotation marks around it; several pieces where the source or cue interrupts it.
    pub content: Vec<Span>,
    /// In whose words.
    pub mode: Mode,
    /// The index of the actor who speaks.
    pub actor: Option<usize>,
    /// The states or bodies that the source speaks for: ISO 3166-1 alpha-3 or acronyms.
    pub affiliation: Vec<String>,
    /// How well it is sourced.
    pub grade: Grade,
    /// To whom.
    pub addressee: Option<Span>,
    /// The dictionary form of the cue.
    pub cue_lemma: Option<String>,
    /// What the cue says about the content's standing: "neutral", "supporting" or "distancing".
    pub strength: Option<&'static str>,
    /// The rule that found it.
    pub rule: &'static str,
    /// The index of its first sentence.
    pub sentence: usize,
}

/// In whose words a statement is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// All of it in quotation marks.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
}

impl Mode {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// How well a statement is sourced, from a named person down to nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A named person.
    Named,
    /// One unnamed but identifiable office.
    Role,
    /// A body or a state, also by its seat.
    Institution,
    /// An unnamed group.
    Collective,
    /// An unnamed individual, or "sources".
    Anonymous,
    /// A report, letter or poll.
    Document,
    /// No source at all.
    None,
}

impl Grade {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Role => "role",
            Self::Institution => "institution",
            Self::Collective => "collective",
            Self::Anonymous => "anonymous",
            Self::Document => "document",
            Self::None => "none",
        }
    }
}

/// Finds the statements of a document.
pub fn find(_document: &Document, _syntax: &Syntax, _actors: &Actors) -> Vec<Statement> {
    Vec::new()
}
