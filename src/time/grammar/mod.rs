//! Pieces in; out come expressions of time and what their words mean. At each place the longest expression wins, then the next
//! place is behind it; every rule looks at a bounded number of pieces, so the cost is linear.

mod absolute;
mod clock;
mod compose;
mod length;
mod numeric;
mod range;
mod recurrence;
mod relative;
mod weekday;
mod year;

use super::{
    expression::TimeKind,
    meaning::{Clock, Meaning},
    piece::{Kind, Pieces},
};

/// An expression as it was read: the pieces `first..end` and what they mean.
#[derive(Debug, Clone)]
pub struct Found {
    /// The first piece.
    pub first: usize,
    /// The piece behind it.
    pub end: usize,
    /// What it is.
    pub kind: TimeKind,
    /// What its words mean.
    pub meaning: Meaning,
    /// The time of the day with it.
    pub clock: Option<Clock>,
    /// The day of the week that stands beside a date.
    pub weekday: Option<u32>,
    /// TIMEX3's modifier.
    pub modifier: Option<&'static str>,
    /// Why it stays unresolved whatever the document's date.
    pub reason: Option<&'static str>,
    /// The rule.
    pub rule: &'static str,
}

impl Found {
    fn new(rule: &'static str, kind: TimeKind, first: usize, end: usize, meaning: Meaning) -> Self {
        Self { first, end, kind, meaning, clock: None, weekday: None, modifier: None, reason: None, rule }
    }

    fn date(rule: &'static str, first: usize, end: usize, meaning: Meaning) -> Self {
        Self::new(rule, TimeKind::Date, first, end, meaning)
    }
}

/// What may stand at a place.
type Rule = fn(&Pieces<'_>, usize) -> Option<Found>;

/// Expressions, with what may come before and behind them.
const RULES: &[Rule] = &[
    recurrence::plural_weekday,
    compose::dated,
    compose::clocked,
    range::first_day,
    range::last_day,
    range::last_year,
    recurrence::every,
    recurrence::rate,
    compose::lasting,
    relative::phrase,
];

/// Places on the calendar, without anything around them.
const POINTS: &[Rule] = &[
    numeric::iso,
    numeric::iso_month,
    numeric::separated,
    absolute::month_first,
    absolute::day_first,
    absolute::month_alone,
    absolute::quarter,
    absolute::half,
    absolute::season,
    absolute::year_first,
    absolute::century,
    year::fiscal,
    year::decade,
    year::labelled,
    year::plain,
    year::in_words,
    weekday::counted,
    weekday::weekday,
    relative::which_unit,
    relative::which_name,
    relative::named_unit,
    relative::counted,
    relative::week_of,
    relative::day_of_month,
    relative::year_end,
    relative::holiday,
    relative::day_phrase,
];

/// All expressions of a sentence, in order; they never overlap.
pub fn scan(pieces: &Pieces<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        // The other marks only start a part of an expression.
        let may_start = pieces.kind(at) != Some(Kind::Mark) || pieces.mark(at, &['\'', '\u{2019}']);
        match may_start.then(|| longest(RULES, pieces, at)).flatten() {
            Some(expression) => {
                at = expression.end.max(at + 1);
                found.push(expression);
            }
            None => at += 1,
        }
    }
    found
}

/// The longest of what the rules find at a place; of equals, the first.
fn longest(rules: &[Rule], pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    if !pieces.starts(at) {
        return None;
    }
    let mut best: Option<Found> = None;
    for rule in rules {
        if let Some(found) = rule(pieces, at)
            && best.as_ref().is_none_or(|best| found.end > best.end)
        {
            best = Some(found);
        }
    }
    best
}
