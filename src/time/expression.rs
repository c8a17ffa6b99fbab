//! What the phase gives: an expression of time, its value and how far it is known.

use chrono::NaiveDate;

use crate::text::Span;

/// An expression of time.
///
/// Values are those of TIMEX3 (ISO-TimeML): `2022-01-04`, `2022-W05`, `2022-Q1`, `2022-SU`, `199` (a decade), `19` (a century),
/// `2022-01-04TMO`, `P3D`, `XXXX-WXX-1`, and `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` for what points only roughly. Without a date to
/// count from, what is unknown stays X: "today" is `XXXX-XX-XX`, "Monday" `XXXX-WXX-1`, "this week" `XXXX-WXX`, "January 4" `XXXX-01-04`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// Its words.
    pub span: Span,
    /// What it is.
    pub kind: TimeKind,
    /// The TIMEX3 value; what is not known of it is written X ("XXXX-01-04").
    pub value: String,
    /// TIMEX3's modifier: START, MID, END, APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE.
    pub modifier: Option<&'static str>,
    /// Whether the value says all: a place on the calendar, a length in numbers, a rhythm.
    pub resolved: bool,
    /// Why it does not, for people.
    pub reason: Option<&'static str>,
    /// Its first and last day, where the value is a place on the calendar: what a timeline sorts by.
    pub days: Option<(NaiveDate, NaiveDate)>,
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
