//! Days of the week, alone or before a date: "Monday", "Monday, 4 January", "Tuesday 04/01/2022".

use chrono::Datelike;

use super::{Found, absolute, numeric};
use crate::time::{
    meaning::{Meaning, Unit, Which},
    piece::{Kind, Pieces},
    place::{Part, Place},
    vocabulary::{Class, LAST, Number, Role},
};

/// The day of the week at a piece, how sure, and the piece behind it and its full stop.
pub fn name(pieces: &Pieces<'_>, at: usize) -> Option<(u32, Class, usize)> {
    let (day, class) = pieces.entry(at).weekday?;
    if !pieces.capital(at) || class == Class::Plural {
        return None;
    }
    let stop = class == Class::Short && pieces.is(at + 1, ".") && pieces.glued(at + 1);
    Some((day, class, if stop { at + 2 } else { at + 1 }))
}

/// "Monday", with the date that may stand behind it. "The Sunday Times" is a newspaper.
pub fn weekday(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (day, class, end) = name(pieces, at)?;
    let mut next = if pieces.mark(end, &[',']) { end + 1 } else { end };
    if pieces.is(next, "the") {
        next += 1;
    }
    let bracket = pieces.mark(next, &['(']);
    if bracket {
        next += 1;
    }
    if let Some(date) =
        [absolute::month_first, absolute::day_first, numeric::iso, numeric::separated].iter().find_map(|rule| rule(pieces, next))
    {
        let mut date = settled(pieces, date, at, next, day);
        if bracket {
            if !pieces.mark(date.end, &[')']) {
                return None;
            }
            date.end += 1;
        }
        return Some(date);
    }
    if let Some((number, after)) = absolute::day_of_month(pieces, next)
        && pieces.is(next.saturating_sub(1), "the")
        && pieces.kind(after).is_none_or(|kind| kind == Kind::Mark)
    {
        let place = Place::new(None, Part::Day(None, Some(number)));
        let mut found = Found::date("weekday_day", at, after, Meaning::Place(place, Which::Unsaid));
        found.weekday = Some(day);
        return Some(found);
    }
    let of = if pieces.is(end, "of") { end + 1 } else { end };
    if let Some(week) = super::relative::which_unit(pieces, of)
        && let Meaning::Shift { unit: Unit::Week, count, from } = week.meaning
    {
        return Some(Found::date("weekday_of_week", at, week.end, Meaning::WeekdayOf(day, count, from)));
    }
    let supported = pieces.before_has(at, Role::Before);
    let named = pieces.capital(end) && pieces.has(end, Role::Masthead);
    let counts = match class {
        Class::Short => supported && end == at + 2,
        _ => !named,
    };
    counts.then(|| Found::date("weekday", at, end, Meaning::Weekday(day, Which::Unsaid)))
}

/// "the first Monday of March", "the last Friday in May 2021", "the second Tuesday of next month".
pub fn counted(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let which = match pieces.entry(at).number {
        Some(Number::Ordinal(which @ 1..=5)) => which,
        _ if pieces.is(at, "last") => LAST,
        _ => return None,
    };
    let (day, Class::Full, end) = name(pieces, at + 1)? else { return None };
    if !pieces.is(end, "of") && !pieces.is(end, "in") {
        return None;
    }
    let month = absolute::month_first(pieces, end + 1).or_else(|| absolute::month_alone(pieces, end + 1));
    let month = month.or_else(|| super::relative::which_unit(pieces, end + 1))?;
    let in_month = match month.meaning {
        Meaning::Place(Place { part: Part::Month(_), .. }, _) | Meaning::Shift { unit: Unit::Month, .. } => Box::new(month.meaning),
        _ => return None,
    };
    Some(Found::date("counted_weekday", at, month.end, Meaning::CountedWeekday(which, day, in_month)))
}

/// A date behind the name of its day; the name settles which way round an ambiguous one is.
fn settled(pieces: &Pieces<'_>, mut date: Found, at: usize, next: usize, day: u32) -> Found {
    if date.reason == Some(numeric::AMBIGUOUS)
        && let Some(readings) = numeric::readings(pieces, next)
    {
        let mut fitting = readings.iter().filter(|place| place.first_day().is_some_and(|d| d.weekday().number_from_monday() == day));
        if let (Some(place), None) = (fitting.next(), fitting.next()) {
            date.meaning = Meaning::Place(*place, Which::Unsaid);
            date.reason = None;
        }
    }
    date.first = at;
    date.weekday = Some(day);
    date
}
