//! What a statement is: who said what, in whose words, under which circumstances, how well sourced.

use super::Stance;
use crate::{
    lexicon::{Channel, Strength, VerbKind},
    text::Span,
};

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
    /// What the choice of the cue says about the truth of the content, as the lexicon has it.
    pub endorsement: Option<Strength>,
    /// What is done by the words: saying, asking, fearing …
    pub act: Option<VerbKind>,
    /// Whether the cue is negated: "did not deny".
    pub negated: bool,
    /// Whether it is spoken, written, thought or shown.
    pub channel: Option<Channel>,
    /// Who answers for it.
    pub voice: Voice,
    /// Where it was said, with its preposition.
    pub venue: Option<Span>,
    /// On what occasion, with its preposition.
    pub occasion: Option<Span>,
    /// What carried the words, with its preposition.
    pub medium: Option<Span>,
    /// The word that says that it was said before.
    pub repeated: Option<Span>,
    /// 1 for what the text itself reports, 2 for what stands in the words of such a statement, and so on.
    pub level: usize,
    /// The index of the statement in whose content it stands.
    pub parent: Option<usize>,
    /// Through whom it reached the text, where a sentence says so.
    pub via: Option<Via>,
    /// Whose stance its content reports: the next link of the chain.
    pub stances: Vec<Stance>,
    /// The rule that found it.
    pub rule: &'static str,
    /// Why it was found: the rule, and the paths in the tree from the cue to source and content.
    pub why: String,
    /// The index of its first sentence.
    pub sentence: usize,
}

/// Who answers for a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Its source.
    Source,
    /// The author: no source is named, or the author concludes what somebody wants.
    Author,
}

impl Voice {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Author => "author",
        }
    }
}

/// Who handed a statement on: "this stance was conveyed by the spokesperson".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Via {
    /// The phrase that names him.
    pub source: Span,
    /// The words that say that he did.
    pub cue: Span,
    /// The index of the actor.
    pub actor: Option<usize>,
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

    /// All of them, the best first.
    pub const ALL: [Self; 7] = [Self::Named, Self::Role, Self::Institution, Self::Collective, Self::Anonymous, Self::Document, Self::None];

    /// The grade of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.name() == name)
    }
}
