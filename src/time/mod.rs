//! Sentences in; out come expressions of time with TIMEX3 values.

use chrono::NaiveDate;

use crate::{ingest::Document, syntax::Syntax, text::Span};

/// An expression of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// Its words.
    pub span: Span,
    /// What it is.
    pub kind: TimeKind,
    /// The TIMEX3 value; what is not known of it is written X ("XXXX-01-04").
    pub value: String,
    /// TIMEX3's modifier: START, MID, END, APPROX, BEFORE, AFTER ...
    pub modifier: Option<&'static str>,
    /// Whether the value is a place on the calendar.
    pub resolved: bool,
    /// Why it is not, for people.
    pub reason: Option<&'static str>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What an expression of time is, in TIMEX3's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeKind {
    /// A day, month, year or another stretch of the calendar.
    Date,
    /// A time of the day.
    Time,
    /// A length of time.
    Duration,
    /// Something that comes back.
    Set,
}

impl TimeKind {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// Finds the expressions of time of a document; relative ones are counted from `anchor`.
pub fn find(_document: &Document, _syntax: &Syntax, _anchor: Option<NaiveDate>) -> Vec<TimeExpression> {
    Vec::new()
}
