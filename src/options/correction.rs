//! What a reader says is otherwise than it was read. It points at records by their places, so that it outlives a new reading.

use serde::Deserialize;

use crate::text::OffsetUnit;

/// The corrections of one text, in the order in which they were made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corrections {
    /// What their places count.
    pub unit: OffsetUnit,
    /// Each of them.
    pub list: Vec<Correction>,
}

/// One of them. The forms are those of a session file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "what", rename_all = "lowercase", deny_unknown_fields)]
pub enum Correction {
    /// An actor has another name; where another actor has that name already, the two are one.
    Rename {
        /// The name so far.
        name: String,
        /// The right one.
        to: String,
    },
    /// Something of a statement is otherwise.
    Amend(Amendment),
    /// There is nothing of the kind here.
    Reject(Place),
}

/// Which record of a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// What it is.
    pub kind: RecordKind,
    /// Where it begins. A statement covers its source, cue and content; a position its evidence; a commitment and an event what it is.
    pub start: usize,
    /// One past its end.
    pub end: usize,
    /// Which of several at that place, where there may be several: of a position `HOLDER/issue/stance`, of a point or finding its kind.
    #[serde(default)]
    pub key: Option<String>,
}

/// What of a statement is otherwise; what is left out stays as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// Always a statement.
    pub kind: RecordKind,
    /// Where it begins.
    pub start: usize,
    /// One past its end.
    pub end: usize,
    /// The name of who speaks; empty where that is not known.
    #[serde(default)]
    pub actor: Option<String>,
    /// The codes of those spoken for, joined by commas; empty for none.
    #[serde(default)]
    pub affiliation: Option<String>,
    /// How well it is sourced.
    #[serde(default)]
    pub grade: Option<String>,
}

/// The kinds of records that can be rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RecordKind {
    /// Who said what.
    Statement,
    /// Where a party stands.
    Position,
    /// What something depends on.
    Condition,
    /// What somebody undertook.
    Commitment,
    /// What is announced.
    Scheduled,
    /// What a mediator's file lists besides.
    Point,
    /// An expression of time.
    Time,
    /// A finding of the audit.
    Finding,
    /// Something worth checking.
    Claim,
}

impl RecordKind {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Position => "position",
            Self::Condition => "condition",
            Self::Commitment => "commitment",
            Self::Scheduled => "scheduled",
            Self::Point => "point",
            Self::Time => "time",
            Self::Finding => "finding",
            Self::Claim => "claim",
        }
    }
}
