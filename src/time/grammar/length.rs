//! Lengths of time: "three days", "a decade", "two-hour", "months-long", "for years", "the past three months".

use super::Found;
use crate::time::{
    amount::{Amount, amount, length},
    expression::TimeKind,
    meaning::{Meaning, Unit},
    piece::Pieces,
    vocabulary::Role,
};

fn found(rule: &'static str, at: usize, end: usize, value: String) -> Option<Found> {
    Some(Found::new(rule, TimeKind::Duration, at, end, Meaning::Length(value)))
}

/// A length, without what may come before it.
pub fn plain(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    [counted, half, bare, long].iter().filter_map(|rule| rule(pieces, at)).max_by_key(|found| found.end)
}

/// "three days", "two more weeks", "two-hour", "8-month-old", "a year and a half".
fn counted(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (mut amount, mut next) = amount(pieces, at)?;
    let hyphen = pieces.dash(next) && pieces.glued(next);
    if hyphen || pieces.has(next, Role::Filler) {
        next += 1;
    }
    let (unit, many) = pieces.entry(next).unit?;
    let mut end = next + 1;
    let article = pieces.is(at, "a") || pieces.is(at, "an");
    let one = amount == Amount::Exact(1, false);
    // "two day" is heard, "several day" is not; "many a year".
    if (amount == Amount::Vague && !many) || (one && many && !hyphen && pieces.is(at, "a")) {
        return None;
    }
    let and = pieces.is(end, "and");
    let half = if and && pieces.is(end + 1, "a") { end + 2 } else { end + 1 };
    if let (Amount::Exact(count, false), true) = (amount, and && pieces.is(half, "half")) {
        amount = Amount::Exact(count, true);
        end = half + 1;
    }
    if pieces.dash(end) && pieces.is(end + 1, "long") {
        end += 2;
    }
    // An age is no time, nor are "three-quarters" or "a quarter of the vote".
    let age = pieces.is(end, "old") || (pieces.dash(end) && pieces.is(end + 1, "old"));
    if age || (unit == Unit::Quarter && (hyphen || one)) {
        return None;
    }
    // "once a day", "$5 a day" say how often.
    let rate = article && next == at + 1 && rate_before(pieces, at);
    if rate {
        return None;
    }
    found(if hyphen { "length_compound" } else { "length" }, at, end, length(amount, unit)?)
}

/// Whether what comes before "a day" makes a rate of it: a number, a number of times, a sum of money.
pub fn rate_before(pieces: &Pieces<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let number = pieces.digits(before).is_some_and(|(_, length)| length < 4) || pieces.mark(before, &['%']);
    // "four flights a week"
    let plural = pieces.text(before).ends_with('s') && !pieces.capital(before);
    let counted = plural && before > 0 && super::super::amount::amount(pieces, before - 1).is_some_and(|(_, end)| end == before);
    number || counted || pieces.has(before, Role::Often) || pieces.has(before, Role::Countable)
}

/// "half an hour", "half a century", "a half-hour".
fn half(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let skipped = pieces.is(at + 1, "a") || pieces.is(at + 1, "an") || pieces.dash(at + 1);
    let next = if skipped { at + 2 } else { at + 1 };
    let (unit, false) = pieces.entry(next).unit? else { return None };
    if !pieces.is(at, "half") || unit == Unit::Quarter {
        return None;
    }
    found("half_length", at, next + 1, length(Amount::Exact(0, true), unit)?)
}

/// "for years", "after weeks of talks": units in the plural without a number, where a length may stand.
fn bare(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (unit, true) = pieces.entry(at).unit? else { return None };
    let joined = at > 0 && pieces.dash(at - 1) && pieces.glued(at);
    let supported = pieces.before_has(at, Role::Cover) || ["of", "later", "before", "after"].iter().any(|word| pieces.is(at + 1, word));
    if !supported || joined || unit == Unit::Weekend {
        return None;
    }
    found("length_bare", at, at + 1, length(Amount::Vague, unit)?)
}

/// "months-long", "day-long".
fn long(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (unit, many) = pieces.entry(at).unit?;
    let long = pieces.dash(at + 1) && pieces.glued(at + 1) && pieces.is(at + 2, "long");
    let amount = if many { Amount::Vague } else { Amount::Exact(1, false) };
    if !long {
        return None;
    }
    found("length_long", at, at + 3, length(amount, unit)?)
}

/// "the past three months", "the next few days", "the first nine months".
pub fn which_length(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let ordinal = matches!(pieces.entry(at).number, Some(crate::time::vocabulary::Number::Ordinal(_)));
    let which = ordinal || [Role::Last, Role::Next, Role::This].iter().any(|role| pieces.has(at, *role));
    if !which {
        return None;
    }
    let plain = plain(pieces, at + 1).filter(|plain| plain.rule == "length")?;
    let Meaning::Length(value) = plain.meaning else { return None };
    found("which_length", at, plain.end, value)
}
