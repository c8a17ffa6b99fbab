//! The outer ends of ranges that borrow from each other: "3 to 5 May", "January 3-5, 2022", "2014-16".

use super::{Found, absolute, year};
use crate::time::{
    meaning::{Meaning, Which},
    piece::{Kind, Pieces},
    place::{Part, Place},
    vocabulary::Role,
};

/// Whether the word joins two ends of a range.
pub fn joins(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.dash(at) || pieces.has(at, Role::Join)
}

/// "3" in "3 to 5 May": month and year stand behind the other end.
pub fn first_day(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (day, end) = absolute::day_of_month(pieces, at)?;
    if pieces.kind(at) != Some(Kind::Number)
        || !joins(pieces, end)
        || (at > 0 && pieces.glued(at) && pieces.kind(at - 1) != Some(Kind::Mark))
    {
        return None;
    }
    let other = absolute::day_first(pieces, end + 1)?;
    let Meaning::Place(Place { year, part: Part::Day(month, Some(last)) }, _) = other.meaning else { return None };
    let place = Place::new(year, Part::Day(month, Some(day)));
    (day < last && place.is_possible()).then(|| Found::date("range_day", at, end, Meaning::Place(place, Which::Unsaid)))
}

/// "5" in "January 3-5, 2022": the month stands before the other end.
pub fn last_day(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (day, end) = absolute::day_of_month(pieces, at)?;
    let join = at.checked_sub(1).filter(|join| joins(pieces, *join))?;
    let (first, _) = pieces.digits(join.checked_sub(1)?)?;
    let month_at = join.checked_sub(2)?;
    let month_at = if pieces.is(month_at, ".") { month_at.checked_sub(1)? } else { month_at };
    let (month, _, behind) = absolute::month(pieces, month_at)?;
    let closes = pieces.dash(join) || pieces.kind(end).is_none_or(|kind| kind == Kind::Mark) || year::behind(pieces, end).is_some();
    if behind + 1 != join || !(1..day).contains(&first) || !closes || pieces.kind(at) != Some(Kind::Number) {
        return None;
    }
    let (year, end) = year::behind(pieces, end).map_or((None, end), |(year, end)| (Some(year), end));
    let place = Place::new(year, Part::Day(Some(month), Some(day)));
    place.is_possible().then(|| Found::date("range_day", at, end, Meaning::Place(place, Which::Unsaid)))
}

/// "16" in "2014-16" and "2014/16".
pub fn last_year(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (last, 2) = pieces.digits(at)? else { return None };
    let join = at.checked_sub(1).filter(|join| pieces.dash(*join) || pieces.is(*join, "/"))?;
    let (first, 4) = pieces.digits(join.checked_sub(1)?)? else { return None };
    let goes_on =
        pieces.glued(at + 1) && (pieces.dash(at + 1) || pieces.kind(at + 1) == Some(Kind::Word) || pieces.digits(at + 2).is_some());
    let glued = pieces.glued(at) && pieces.glued(join) && !goes_on;
    let year = i32::try_from(first - first % 100 + last).ok()?;
    // "2014-10" is rather a month.
    let possible = (1800..2100).contains(&first) && last > first % 100 && (pieces.is(join, "/") || last > 12);
    let place = Place::new(Some(year), Part::Year);
    (glued && possible).then(|| Found::date("range_year", at, at + 1, Meaning::Place(place, Which::Unsaid)))
}
