//! Dates by the names of months, quarters, seasons, centuries: "4 January 2022", "Jan. 4", "Q1 2023", "summer 2021", "the 20th century".

use super::{Found, year};
use crate::time::{
    meaning::{Meaning, Unit, Which},
    piece::{Kind, Pieces},
    place::{Part, Place},
    vocabulary::{Class, Number, Role},
};

/// The reason of a day that the calendar does not have.
const NO_SUCH_DAY: &str = "the month has no such day";

/// The month at a piece, how sure, and the piece behind it and its full stop.
pub fn month(pieces: &Pieces<'_>, at: usize) -> Option<(u32, Class, usize)> {
    let (month, class) = pieces.entry(at).month?;
    let stop = class == Class::Short && pieces.is(at + 1, ".") && pieces.glued(at + 1);
    Some((month, class, if stop { at + 2 } else { at + 1 }))
}

/// The day of a month at a piece ("4", "4th", "fourth") and the piece behind it.
pub fn day_of_month(pieces: &Pieces<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some((day, length)) = pieces.digits(at) {
        if length > 2 || !(1..=31).contains(&day) {
            return None;
        }
        let mut end = at + 1;
        if pieces.glued(end) && pieces.has(end, Role::Ending) {
            end += 1;
        }
        // "4.5", "4:30", "4%", "4/5", "4,000" are no days.
        let number_goes_on = pieces.glued(end) && pieces.mark(end, &['.', ':', '%', '/', ',']) && pieces.glued(end + 1) && {
            pieces.mark(end, &['%']) || pieces.kind(end + 1) == Some(Kind::Number)
        };
        return (!number_goes_on && !pieces.is(end, "%")).then_some((day, end));
    }
    match pieces.entry(at).number {
        Some(Number::Ordinal(day)) => Some((day, at + 1)),
        Some(Number::Ten(ten @ (20 | 30))) => {
            let next = if pieces.dash(at + 1) { at + 2 } else { at + 1 };
            match pieces.entry(next).number {
                Some(Number::Ordinal(day)) if day < 10 && ten + day <= 31 => Some((ten + day, next + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn day(year: Option<i32>, month: u32, day: u32) -> Option<Place> {
    Some(Place::new(year, Part::Day(Some(month), Some(day)))).filter(Place::is_possible)
}

/// A day of a month; one that the calendar does not have is found and left open.
fn on_day(rule: &'static str, pieces: std::ops::Range<usize>, year: Option<i32>, month: u32, number: u32) -> Found {
    let place = day(year, month, number);
    let meaning = Meaning::Place(place.unwrap_or_else(|| Place::unknown(Unit::Day)), Which::Unsaid);
    let mut found = Found::date(rule, pieces.start, pieces.end, meaning);
    found.reason = place.is_none().then_some(NO_SUCH_DAY);
    found
}

/// "January 4", "Jan. 4, 2022", "January the 4th", "January 2022", "January this year".
pub fn month_first(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (number, class, mut next) = month(pieces, at)?;
    if matches!(class, Class::Common | Class::Short) && !pieces.capital(at) {
        return None;
    }
    if pieces.dash(next) {
        next += 1;
    }
    if let Some((year, end)) = year::behind(pieces, next) {
        return Some(Found::date("month_year", at, end, Meaning::Place(Place::new(Some(year), Part::Month(Some(number))), Which::Unsaid)));
    }
    if let Some((offset, end)) = year::relative(pieces, next) {
        return Some(Found::date("month_relative_year", at, end, Meaning::InYear(Place::new(None, Part::Month(Some(number))), offset)));
    }
    if pieces.is(next, "the") {
        next += 1;
    }
    let (number_of_day, end) = day_of_month(pieces, next)?;
    let counts = pieces.has(end, Role::Countable) && !pieces.has(end, Role::Masthead);
    if counts || pieces.entry(end).unit.is_some() || pieces.entry(end).month.is_some_and(|(_, class)| class == Class::Full) {
        return None;
    }
    if let Some((year, end)) = year::behind(pieces, end) {
        return Some(on_day("month_day_year", at..end, Some(year), number, number_of_day));
    }
    if let Some((offset, end)) = year::relative(pieces, end) {
        return Some(Found::date("month_day_relative_year", at, end, Meaning::InYear(day(None, number, number_of_day)?, offset)));
    }
    Some(on_day("month_day", at..end, None, number, number_of_day))
}

/// "4 January", "4th of January, 2022", "the fourth of January".
pub fn day_first(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (number_of_day, mut next) = day_of_month(pieces, at)?;
    if pieces.is(next, "of") || pieces.dash(next) || (pieces.is(next, ".") && pieces.glued(next)) {
        next += 1;
    }
    let (number, class, end) = month(pieces, next)?;
    let written_so = matches!(class, Class::Full | Class::Name) || pieces.capital(next);
    // "3 March 4" belongs to the month before or behind; "second May" is no date.
    if !written_so || (pieces.kind(at) != Some(Kind::Number) && !pieces.is(next.saturating_sub(1), "of")) {
        return None;
    }
    let glue = if pieces.dash(end) { end + 1 } else { end };
    if let Some((year, end)) = year::behind(pieces, glue) {
        return Some(on_day("day_month_year", at..end, Some(year), number, number_of_day));
    }
    if let Some((offset, end)) = year::relative(pieces, end) {
        return Some(Found::date("day_month_relative_year", at, end, Meaning::InYear(day(None, number, number_of_day)?, offset)));
    }
    Some(on_day("day_month", at..end, None, number, number_of_day))
}

/// "January"; "May", "March" and given names only where something says that a month is meant.
pub fn month_alone(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (number, class, end) = month(pieces, at)?;
    let supported = pieces.before_has(at, Role::Before) || at.checked_sub(1).is_some_and(|b| pieces.dash(b) || pieces.mark(b, &['(']));
    let strictly = supported && !pieces.before_has(at, Role::Loose);
    let named = pieces.capital(end) && !pieces.known(end) && end == at + 1;
    let counts = match class {
        Class::Full => true,
        Class::Short => pieces.capital(at) && supported && end == at + 2,
        Class::Name => pieces.capital(at) && (strictly || !named),
        Class::Common | Class::Plural => pieces.capital(at) && supported && !named,
    };
    let place = Place::new(None, Part::Month(Some(number)));
    counts.then(|| Found::date("month", at, end, Meaning::Place(place, Which::Unsaid)))
}

/// "Q1 2023", "the third quarter", "third-quarter 2021", "the fourth quarter of last year".
pub fn quarter(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (number, mut end) = if pieces.is(at, "q") && pieces.glued(at + 1) {
        let (number, _) = pieces.digits(at + 1).filter(|(number, length)| *length == 1 && (1..=4).contains(number))?;
        (number, at + 2)
    } else {
        let (number, mut end) = ordinal(pieces, at)?;
        if pieces.dash(end) || pieces.is(end, "fiscal") {
            end += 1;
        }
        if !(1..=4).contains(&number) || !pieces.is(end, "quarter") {
            return None;
        }
        (number, end + 1)
    };
    if pieces.is(end, "of") || pieces.is(end, "in") || pieces.mark(end, &['/']) {
        end += 1;
    }
    part_of_year("quarter", pieces, at, end, Part::Quarter(Some(number)))
}

/// "the first half of 2022", "H1 2022".
pub fn half(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (number, end) = if pieces.is(at, "h") && pieces.glued(at + 1) {
        (pieces.digits(at + 1).filter(|(number, length)| *length == 1 && (1..=2).contains(number))?.0, at + 2)
    } else {
        let (number, end) = ordinal(pieces, at)?;
        if !(1..=2).contains(&number) || !pieces.is(end, "half") || !pieces.is(end + 1, "of") {
            return None;
        }
        (number, end + 2)
    };
    let found = part_of_year("half_year", pieces, at, end, Part::Half(number))?;
    (found.end > end).then_some(found)
}

/// "summer 2021", "the winter of 2019"; "spring" and "fall" alone only where something says that a season is meant.
pub fn season(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (season, class) = pieces.entry(at).season?;
    let mut end = at + 1;
    // "The fall in prices", "the spring of the clock": an ordinary word takes a year only with "of".
    if pieces.is(end, "in") && class == Class::Common {
        return None;
    }
    if pieces.is(end, "of") || pieces.is(end, "in") {
        end += 1;
    }
    let found = part_of_year("season", pieces, at, end, Part::Season(season))?;
    let alone = found.end <= at + 1;
    let of_something = alone && class == Class::Common && pieces.is(at + 1, "of");
    if of_something {
        return None;
    }
    let article = at.checked_sub(1).is_some_and(|before| pieces.is(before, "the"));
    let supported = pieces.before_has(at, Role::Before) || (article && at >= 2 && pieces.before_has(at - 1, Role::Before));
    (!alone || (class == Class::Full && supported) || (supported && article)).then_some(found)
}

/// "the 20th century", "the nineteenth century".
pub fn century(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (number, mut end) = ordinal(pieces, at)?;
    if pieces.dash(end) {
        end += 1;
    }
    if !(1..=30).contains(&number) || !pieces.is(end, "century") {
        return None;
    }
    let year = i32::try_from(number).ok()? * 100 - 100;
    Some(Found::date("century", at, end + 1, Meaning::Place(Place::new(Some(year.max(1)), Part::Century), Which::Unsaid)))
}

/// "third", "3rd", "twenty-first".
fn ordinal(pieces: &Pieces<'_>, at: usize) -> Option<(u32, usize)> {
    match pieces.kind(at)? {
        Kind::Number => {
            let (number, _) = pieces.digits(at)?;
            let ending = pieces.glued(at + 1) && pieces.has(at + 1, Role::Ending);
            ending.then_some((number, at + 2))
        }
        Kind::Word => day_of_month(pieces, at),
        Kind::Mark => None,
    }
}

/// A part of a year, and the year that may stand at `next`: "2022", "last year", or none; `end` of the part lies before "of".
fn part_of_year(rule: &'static str, pieces: &Pieces<'_>, at: usize, next: usize, part: Part) -> Option<Found> {
    let place = Place::new(None, part);
    let the = if pieces.is(next, "the") { next + 1 } else { next };
    if let Some((year, end)) = year::fiscal_year(pieces, the).or_else(|| year::behind(pieces, next)) {
        return Some(Found::date(rule, at, end, Meaning::Place(place.in_year(year), Which::Unsaid)));
    }
    if let Some((offset, end)) = year::relative(pieces, the) {
        return Some(Found::date(rule, at, end, Meaning::InYear(place, offset)));
    }
    let joined = next.checked_sub(1).is_some_and(|last| pieces.is(last, "of") || pieces.is(last, "in") || pieces.mark(last, &['/']));
    Some(Found::date(rule, at, if joined { next - 1 } else { next }, Meaning::Place(place, Which::Unsaid)))
}

/// "the 1988 second quarter", "last year's third quarter", "this year's summer".
pub fn year_first(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (given, mut next) = if let Some((year, end)) = year::fiscal_year(pieces, at).or_else(|| year::four_digits(pieces, at)) {
        (Ok(year), end)
    } else {
        let (offset, end) = year::relative(pieces, at)?;
        (Err(offset), end)
    };
    if pieces.mark(next, &['\'', '\u{2019}']) && pieces.is(next + 1, "s") {
        next += 2;
    } else if given.is_err() {
        return None;
    }
    let part = quarter(pieces, next).or_else(|| season(pieces, next))?;
    let Meaning::Place(place @ Place { year: None, .. }, _) = part.meaning else { return None };
    let meaning = match given {
        Ok(year) => Meaning::Place(place.in_year(year), Which::Unsaid),
        Err(offset) => Meaning::InYear(place, offset),
    };
    Some(Found::date("year_first", at, part.end, meaning))
}
