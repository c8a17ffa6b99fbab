//! Days of the week, alone or before a date: "Monday", "Monday, 4 January", "Tuesday 04/01/2022".

use chrono::Datelike;

use super::{Found, absolute, numeric};
use crate::time::{
    meaning::{Meaning, Which},
    piece::Pieces,
    vocabulary::{Class, Role},
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
    if let Some(date) =
        [absolute::month_first, absolute::day_first, numeric::iso, numeric::separated].iter().find_map(|rule| rule(pieces, next))
    {
        return Some(settled(pieces, date, at, next, day));
    }
    if let Some((number, after)) = absolute::day_of_month(pieces, next)
        && pieces.is(next.saturating_sub(1), "the")
        && pieces.kind(after).is_none_or(|kind| kind == crate::time::piece::Kind::Mark)
    {
        let place = crate::time::place::Place::new(None, crate::time::place::Part::Day(None, Some(number)));
        return Some(Found::date("weekday_day", at, after, Meaning::Place(place, Which::Unsaid)));
    }
    let supported = pieces.before_has(at, Role::Before);
    let named = pieces.capital(end) && pieces.has(end, Role::Masthead);
    let counts = match class {
        Class::Short => supported && end == at + 2,
        _ => !named,
    };
    counts.then(|| Found::date("weekday", at, end, Meaning::Weekday(day, Which::Unsaid)))
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
    date
}
