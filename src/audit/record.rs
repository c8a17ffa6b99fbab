//! What the audit gives.

use crate::{statement::Grade, text::Span};

/// How well a text is sourced, finding by finding.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    /// Who is cited, best identified first.
    pub sources: Vec<Source>,
    /// Whose words the text is made of.
    pub shares: Shares,
    /// The states and bodies that are heard or spoken of, those who are heard most first.
    pub parties: Vec<Party>,
    /// What a reader should look at, in the order of the text.
    pub findings: Vec<Finding>,
    /// What could be checked, in the order of the text.
    pub claims: Vec<Claim>,
    /// How many of what, in the order of the text.
    pub quantities: Vec<Quantity>,
    /// What the things in dispute are called, in the order in which the wordings first stand in the text.
    pub terms: Vec<Term>,
}

/// Somebody or something that statements are attributed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The index of the actor, where it is known.
    pub actor: Option<usize>,
    /// The actor's name, else the words that name the source the first time; empty where there is no source.
    pub name: String,
    /// Whom it speaks for.
    pub affiliation: Vec<String>,
    /// The best grade of its statements.
    pub grade: Grade,
    /// How many statements are attributed to it.
    pub statements: usize,
    /// The index of the first of them.
    pub first: usize,
}

/// How many words are attributed, by grade of their source. Words are runs of visible characters that hold a letter or a digit. A
/// statement inside another one counts for the outer one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shares {
    /// All words of the article, or of a party.
    pub words: usize,
    /// Those attributed to a source of each grade, in the order of [`Grade`]; of the last grade, words that are reported with nobody named.
    pub grades: [usize; 7],
}

impl Shares {
    /// The words that are attributed to somebody.
    pub fn attributed(&self) -> usize {
        self.grades.iter().take(Grade::None as usize).sum()
    }

    /// The words that are the author's own.
    pub fn author(&self) -> usize {
        self.words.saturating_sub(self.grades.iter().sum())
    }
}

/// A state or body, and whether it is heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// ISO 3166-1 alpha-3 or an acronym.
    pub code: String,
    /// Its usual name.
    pub name: String,
    /// How often it, or somebody who speaks for it, is mentioned.
    pub mentions: usize,
    /// Its first mention.
    pub first: Option<Span>,
    /// How many statements are attributed to it.
    pub statements: usize,
    /// The words of these.
    pub shares: Shares,
    /// Whether it is spoken of often and never heard.
    pub never_heard: bool,
}

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// A reference that leads nowhere.
    Citation,
    /// Something is said or thought by nobody.
    Agentless,
    /// Wording that judges or heightens.
    Loaded,
    /// A claim about propaganda or false information.
    Propaganda,
    /// The text speaks of its own sources.
    SelfReference,
    /// A slip in the making of the text.
    Quality,
}

impl FindingKind {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Citation => "untraceable_citation",
            Self::Agentless => "agentless",
            Self::Loaded => "loaded_wording",
            Self::Propaganda => "propaganda_claim",
            Self::SelfReference => "self_reference",
            Self::Quality => "text_quality",
        }
    }
}

/// What a reader should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The words.
    pub span: Span,
    /// What it is about.
    pub kind: FindingKind,
    /// What sort of it.
    pub category: &'static str,
    /// The rule that found it.
    pub rule: &'static str,
    /// Why it is shown, as a stable word.
    pub reason: &'static str,
    /// The index of the statement that the words are part of; none where they are the author's own.
    pub statement: Option<usize>,
    /// Of a citation: the index of the block it claims to support.
    pub supports: Option<usize>,
    /// Of a claim about propaganda: who is accused.
    pub accused: Vec<Accused>,
    /// Of an odd collocation: what is usual.
    pub usual: Option<&'static str>,
}

/// Somebody who is accused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accused {
    /// The words that name them.
    pub span: Span,
    /// The index of the actor, where it is known.
    pub actor: Option<usize>,
}

/// A sentence that says something that could be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The sentence.
    pub span: Span,
    /// The index of the sentence.
    pub sentence: usize,
    /// The index of the statement that its first reason is part of; none where it is the author's own.
    pub statement: Option<usize>,
    /// Why it is worth checking, in the order of the text; never empty.
    pub reasons: Vec<ClaimReason>,
    /// How much there is to check: 3 for a quantity, 2 for a dated event, 1 for a superlative, and 1 more where no source is given.
    pub score: u32,
}

/// Why a claim is worth checking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClaimReason {
    /// `quantity`, `dated` or `superlative`.
    pub kind: &'static str,
    /// The words.
    pub span: Span,
}

/// How many of what, whose, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The words.
    pub span: Span,
    /// The number, in digits; none where the words give none ("dozens of").
    pub value: Option<String>,
    /// How exactly it is meant.
    pub bound: Bound,
    /// What is counted or measured; none for sums of money.
    pub unit: Option<Span>,
    /// Whose it is, as codes.
    pub owner: Vec<String>,
    /// Where it is.
    pub place: Option<Span>,
    /// The code of the state that the place belongs to.
    pub place_code: Option<String>,
    /// The index of the statement that it stands in; none in the author's own voice.
    pub statement: Option<usize>,
}

/// How exactly a quantity is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Just so many.
    Exact,
    /// About so many.
    Approximate,
    /// So many or more.
    AtLeast,
    /// So many or fewer.
    AtMost,
}

impl Bound {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approximate => "approx",
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
        }
    }
}

/// A wording for something that those in dispute call differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What is called so.
    pub of: &'static str,
    /// What it is called.
    pub wording: &'static str,
    /// Whose word it is in most disputes: `acting`, `affected` or `neutral`.
    pub slant: &'static str,
    /// Where the text uses it.
    pub uses: Vec<TermUse>,
}

/// A place where a wording is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermUse {
    /// The words.
    pub span: Span,
    /// The word before it that says that it may not have been.
    pub qualifier: Option<Span>,
    /// In whose voice it is used.
    pub voice: TermVoice,
    /// For whom the source speaks, where it is another's voice.
    pub by: Vec<String>,
    /// The index of the statement that it stands in.
    pub statement: Option<usize>,
}

/// In whose voice a wording is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermVoice {
    /// In the author's.
    Author,
    /// In what somebody is reported to have said, whose words may be the author's.
    Reported,
    /// In a source's own words.
    Quoted,
}

impl TermVoice {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Reported => "reported",
            Self::Quoted => "quoted",
        }
    }
}
