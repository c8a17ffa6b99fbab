//! What the course of events is made of.

use chrono::NaiveDate;

use crate::{position::record::named, text::Span};

/// The course of events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// What happened or is to happen when: what has days on the calendar in their order, then the rest in the order of the text.
    pub timeline: Vec<Row>,
    /// What came before or after what, by words and not by dates.
    pub sequence: Vec<Sequence>,
    /// Passages that tell what was before the news.
    pub background: Vec<Background>,
    /// Where the text does not agree with itself.
    pub inconsistencies: Vec<Inconsistency>,
}

named! {
    /// Where a row stands on a timeline.
    Lane {
        /// On a day, in a month or a year.
        Dated = "dated",
        /// Over a period with a name.
        Period = "period",
        /// Still to come.
        Future = "future",
        /// At no time that the text tells.
        Undated = "undated",
    }
}

named! {
    /// What words of sequence say.
    Order {
        /// Before what they are told beside.
        Before = "before",
        /// After it.
        After = "after",
        /// It goes on.
        Ongoing = "ongoing",
        /// Beside it.
        Parallel = "parallel",
        /// Once more.
        Again = "again",
    }
}

/// A row of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What happened: the clause, the heading or the event.
    pub span: Span,
    /// The words that tell when.
    pub time: Option<Span>,
    /// The time as a TIMEX3 value, of a period with its years ("1947/1991").
    pub value: Option<String>,
    /// Its first and last day, where the value is a place on the calendar.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Where it stands.
    pub lane: Lane,
    /// Whether it is told as background.
    pub background: bool,
    /// The statement that it stands in, as an index.
    pub statement: Option<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Words of sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sequence {
    /// The words.
    pub span: Span,
    /// What they say.
    pub order: Order,
    /// What they say it of: the clause.
    pub what: Span,
    /// What it is before, after or beside; none where that is the time of the text.
    pub anchor: Option<Span>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// A passage that tells what was before the news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Background {
    /// The passage.
    pub span: Span,
    /// The heading or the word that says so.
    pub cue: Span,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Two places of a text that do not agree, or one that nothing else in it bears out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inconsistency {
    /// `event_time` (the same remarks are placed at an event to come and at one that is over) or `unsupported` (an event is taken for granted that the
    /// rest of the text does not know).
    pub kind: &'static str,
    /// The places, in the order of the text.
    pub spans: Vec<Span>,
    /// The rule that found it.
    pub rule: &'static str,
}
