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
    vocabulary::Starts,
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

const NUMBERS: Starts = Starts::DIGITS.or(Starts::NUMBER);

/// Expressions, with what may come before and behind them; each rule with what they may start with.
const RULES: &[(Starts, Rule)] = &[
    (Starts::WEEKDAY, recurrence::plural_weekday),
    (Starts::ANY, compose::dated),
    (Starts::CLOCK.or(Starts::DIGITS).or(Starts::WORD).or(Starts::PHRASE), compose::clocked),
    (Starts::DIGITS, range::first_day),
    (Starts::DIGITS, range::last_day),
    (Starts::DIGITS, range::last_year),
    (Starts::WORD, recurrence::every),
    (Starts::WORD, recurrence::rate),
    (NUMBERS.or(Starts::WORD).or(Starts::WHICH).or(Starts::UNIT).or(Starts::PHRASE), compose::lasting),
    (Starts::PHRASE, relative::phrase),
];

/// Places on the calendar, without anything around them; each rule with what they may start with.
const POINTS: &[(Starts, Rule)] = &[
    (Starts::DIGITS, numeric::iso),
    (Starts::DIGITS, numeric::iso_month),
    (Starts::DIGITS, numeric::separated),
    (Starts::MONTH, absolute::month_first),
    (NUMBERS, absolute::day_first),
    (Starts::MONTH, absolute::month_alone),
    (NUMBERS.or(Starts::WORD), absolute::quarter),
    (NUMBERS.or(Starts::WORD), absolute::half),
    (Starts::SEASON, absolute::season),
    (Starts::DIGITS.or(Starts::WORD).or(Starts::WHICH).or(Starts::MARK), absolute::year_first),
    (NUMBERS, absolute::century),
    (Starts::WORD, year::fiscal),
    (NUMBERS.or(Starts::MARK), year::decade),
    (Starts::UNIT, year::labelled),
    (Starts::DIGITS, year::plain),
    (Starts::NUMBER, year::in_words),
    (Starts::NUMBER.or(Starts::WHICH), weekday::counted),
    (Starts::WEEKDAY, weekday::weekday),
    (Starts::WHICH, relative::which_unit),
    (Starts::WHICH, relative::which_name),
    (Starts::UNIT, relative::named_unit),
    (NUMBERS.or(Starts::UNIT).or(Starts::WORD), relative::counted),
    (Starts::UNIT, relative::week_of),
    (NUMBERS, relative::day_of_month),
    (Starts::UNIT, relative::year_end),
    (Starts::PHRASE, relative::holiday),
    (Starts::PHRASE, relative::day_phrase),
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
fn longest(rules: &[(Starts, Rule)], pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let starts = pieces.starts(at);
    if starts == Starts::default() {
        return None;
    }
    let mut best: Option<Found> = None;
    for (_, rule) in rules.iter().filter(|(with, _)| with.meets(starts)) {
        if let Some(found) = rule(pieces, at)
            && best.as_ref().is_none_or(|best| found.end > best.end)
        {
            best = Some(found);
        }
    }
    best
}
