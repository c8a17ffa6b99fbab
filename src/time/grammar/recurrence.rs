//! What comes back: "every Monday", "each year", "Tuesdays", "twice a week", "per day".

use super::{Found, length};
use crate::time::{
    amount::{Amount, amount, length as length_value},
    expression::TimeKind,
    meaning::{Clock, Meaning},
    piece::Pieces,
    place::{Part, Place},
    vocabulary::{Class, Role},
};

fn set(rule: &'static str, at: usize, end: usize, value: String) -> Option<Found> {
    Some(Found::new(rule, TimeKind::Set, at, end, Meaning::Set(value)))
}

/// "every day", "each January", "every two weeks", "every other year", "every Monday morning".
pub fn every(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    if !pieces.is(at, "every") && !pieces.is(at, "each") {
        return None;
    }
    let next = at + 1;
    if pieces.is(next, "other")
        && let Some((unit, false)) = pieces.entry(next + 1).unit
    {
        return set("every", at, next + 2, length_value(Amount::Exact(2, false), unit)?);
    }
    let entry = pieces.entry(next);
    if let Some((unit, false)) = entry.unit {
        return set("every", at, next + 1, length_value(Amount::Exact(1, false), unit)?);
    }
    if let Some((amount, after)) = amount(pieces, next)
        && let Some((unit, _)) = pieces.entry(after).unit
    {
        return set("every", at, after + 1, length_value(amount, unit)?);
    }
    if let Some((day, Class::Full)) = entry.weekday {
        let part = part_of_day(pieces, next + 1);
        let end = if part.is_some() { next + 2 } else { next + 1 };
        return set("every", at, end, Place::new(None, Part::Weekday(day)).value() + &part.unwrap_or_default());
    }
    if let Some((month, _)) = entry.month {
        return set("every", at, next + 1, Place::new(None, Part::Month(Some(month))).value());
    }
    if let Some((season, _)) = entry.season {
        return set("every", at, next + 1, Place::new(None, Part::Season(season)).value());
    }
    set("every", at, next + 1, format!("XXXX-XX-XX{}", part_of_day(pieces, next)?))
}

fn part_of_day(pieces: &Pieces<'_>, at: usize) -> Option<String> {
    match pieces.entry(at).clock {
        Some(clock @ Clock::Part(_)) => Some(clock.value()),
        _ => None,
    }
}

/// "Mondays", "Tuesday nights".
pub fn plural_weekday(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (day, class) = pieces.entry(at).weekday?;
    let many = class == Class::Plural;
    let nights = part_of_day(pieces, at + 1).filter(|_| many || pieces.text(at + 1).ends_with('s'));
    if !pieces.capital(at) || !(many || nights.is_some()) || class == Class::Short {
        return None;
    }
    let end = if nights.is_some() { at + 2 } else { at + 1 };
    set("weekdays", at, end, Place::new(None, Part::Weekday(day)).value() + &nights.unwrap_or_default())
}

/// "a week" behind a number of times, "per day".
pub fn rate(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (unit, false) = pieces.entry(at + 1).unit? else { return None };
    let article = (pieces.is(at, "a") || pieces.is(at, "an")) && length::rate_before(pieces, at);
    if !article && !pieces.has(at, Role::Per) {
        return None;
    }
    set("rate", at, at + 2, length_value(Amount::Exact(1, false), unit)?)
}
