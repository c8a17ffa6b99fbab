//! Dates in digits only: "2022-01-04", "04/01/2022", "4.1.2022".

use super::Found;
use crate::time::{
    meaning::{Clock, Meaning, Which},
    piece::Pieces,
    place::{Part, Place},
    vocabulary::Role,
};

/// The reason of a date that can be read in two ways.
pub const AMBIGUOUS: &str = "day and month can be read either way round";

fn day(year: i32, month: u32, day: u32) -> Option<Place> {
    Some(Place::new(Some(year), Part::Day(Some(month), Some(day)))).filter(Place::is_possible)
}

/// Whether the digits at `at` go on to the left or the right: "1/1/1/1", "1.2.3.4".
fn goes_on(pieces: &Pieces<'_>, at: usize, end: usize) -> bool {
    let marks = ['.', '/', '-', ':', ','];
    let left = at >= 2 && pieces.glued(at) && pieces.mark(at - 1, &marks) && pieces.glued(at - 1) && pieces.digits(at - 2).is_some();
    let right = pieces.glued(end) && pieces.mark(end, &marks) && pieces.glued(end + 1) && pieces.digits(end + 1).is_some();
    left || right
}

/// Three numbers with the same mark between them, nothing else.
fn three(pieces: &Pieces<'_>, at: usize, mark: &str) -> Option<[(u32, usize); 3]> {
    let glued = (1..=4).all(|i| pieces.glued(at + i));
    if !glued || !pieces.is(at + 1, mark) || !pieces.is(at + 3, mark) {
        return None;
    }
    Some([pieces.digits(at)?, pieces.digits(at + 2)?, pieces.digits(at + 4)?])
}

/// "2022-01-04", "2022/01/04", "2022-01-04T14:30", "2022-01".
pub fn iso(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let found = ["-", "/"].iter().find_map(|mark| three(pieces, at, mark));
    if let Some([(year, 4), (month, 1..=2), (day_of_month, 1..=2)]) = found {
        let place = day(i32::try_from(year).ok()?, month, day_of_month)?;
        let mut found = Found::date("iso_date", at, at + 5, Meaning::Place(place, Which::Unsaid));
        let hour = pieces.is(at + 5, "t") && pieces.glued(at + 5) && pieces.is(at + 7, ":");
        if hour && let (Some((hour @ 0..=24, 2)), Some((minute @ 0..=59, 2))) = (pieces.digits(at + 6), pieces.digits(at + 8)) {
            let utc = pieces.is(at + 9, "z") && pieces.glued(at + 9);
            found.clock = Some(Clock::At { hour, minute: Some(minute), utc });
            found.kind = crate::time::TimeKind::Time;
            found.end = if utc { at + 10 } else { at + 9 };
            return Some(found);
        }
        return (!goes_on(pieces, at, at + 5)).then_some(found);
    }
    None
}

/// "2022-01", as ISO 8601 writes a month.
pub fn iso_month(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (year, _) = super::year::four_digits(pieces, at)?;
    let (month @ 1..=12, 2) = pieces.digits(at + 2)? else { return None };
    let glued = pieces.is(at + 1, "-") && pieces.glued(at + 1) && pieces.glued(at + 2);
    let word_behind = pieces.glued(at + 3) && !pieces.mark(at + 3, &['.', ',', ';', ')', ']', '!', '?', ':']);
    if !glued || word_behind || goes_on(pieces, at, at + 3) {
        return None;
    }
    Some(Found::date("iso_month", at, at + 3, Meaning::Place(Place::new(Some(year), Part::Month(Some(month))), Which::Unsaid)))
}

/// "13/01/2022", "4.1.2022"; "04/01/2022" can be read in two ways and stays so unless both mean the same day.
pub fn separated(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (mark, [(first, first_length), (second, second_length), (year, year_length)]) =
        ["/", "-", "."].iter().find_map(|mark| three(pieces, at, mark).map(|numbers| (*mark, numbers)))?;
    let numbered = at > 0 && pieces.before_has(at, Role::Numbered);
    if first_length > 2 || second_length > 2 || numbered || goes_on(pieces, at, at + 5) {
        return None;
    }
    let year = match (year_length, mark) {
        (4, _) => i32::try_from(year).ok()?,
        // Two digits, as POSIX reads them: 1969 to 2068. Between full stops it is rather a version.
        (2, "/") => i32::try_from(if year >= 69 { 1900 + year } else { 2000 + year }).ok()?,
        _ => return None,
    };
    let day_first = day(year, second, first);
    let month_first = if mark == "." { None } else { day(year, first, second) };
    let (place, reason) = match (day_first, month_first) {
        (Some(a), Some(b)) if a != b => (Place::new(Some(year), Part::Day(None, None)), Some(AMBIGUOUS)),
        (Some(place), _) | (None, Some(place)) => (place, None),
        (None, None) => return None,
    };
    let mut found = Found::date("numeric_date", at, at + 5, Meaning::Place(place, Which::Unsaid));
    found.reason = reason;
    Some(found)
}

/// Both readings of an ambiguous date that starts at `at`, for whoever knows the day of the week.
pub fn readings(pieces: &Pieces<'_>, at: usize) -> Option<[Place; 2]> {
    let [(first, _), (second, _), (year, 4)] = ["/", "-"].iter().find_map(|mark| three(pieces, at, mark))? else { return None };
    let year = i32::try_from(year).ok()?;
    Some([day(year, second, first)?, day(year, first, second)?])
}
