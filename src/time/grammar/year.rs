//! Years: "2014", "nineteen ninety-six", "the 1990s", "fiscal 2015"; and what is no year: "2,000 troops", "Resolution 2202".

use super::Found;
use crate::time::{
    meaning::{Meaning, Which},
    piece::{Kind, Pieces},
    place::{Part, Place},
    vocabulary::{Number, Role},
};

/// Four digits that can be a year, which no longer number holds, and the piece behind them.
pub fn four_digits(pieces: &Pieces<'_>, at: usize) -> Option<(i32, usize)> {
    let (year, 4) = pieces.digits(at)? else { return None };
    let number_goes_on = pieces.glued(at + 1) && pieces.mark(at + 1, &['.', ',', ':', '/', '%']) && {
        pieces.mark(at + 1, &['%']) || (pieces.glued(at + 2) && pieces.kind(at + 2) == Some(Kind::Number))
    };
    let number_before = pieces.glued(at) && at >= 2 && pieces.glued(at - 1) && {
        pieces.mark(at - 1, &['.', ',', ':']) && pieces.kind(at - 2) == Some(Kind::Number)
    };
    // "2008m", "2008km"; "1990s" is a decade.
    let letters = pieces.glued(at + 1) && pieces.kind(at + 1) == Some(Kind::Word);
    let money = at > 0 && pieces.mark(at - 1, &['$', '€', '£', '¥', '#', '№', '₽', '+']);
    let possible = (1000..2200).contains(&year);
    (possible && !number_goes_on && !number_before && !letters && !money).then(|| i32::try_from(year).ok().map(|year| (year, at + 1)))?
}

/// The year behind a month or a day: "2022", ", 2022", "of 2022", "'22".
pub fn behind(pieces: &Pieces<'_>, at: usize) -> Option<(i32, usize)> {
    let next = if pieces.mark(at, &[',']) || pieces.is(at, "of") { at + 1 } else { at };
    if let Some(found) = four_digits(pieces, next) {
        return (!pieces.has(found.1, Role::Countable)).then_some(found);
    }
    in_words(pieces, next).and_then(|found| match found.meaning {
        Meaning::Place(place, _) => place.year.map(|year| (year, found.end)),
        _ => None,
    })
}

/// "this year", "last year", "of next year" behind a month: how many years on.
pub fn relative(pieces: &Pieces<'_>, at: usize) -> Option<(i64, usize)> {
    let mut next = if pieces.mark(at, &[',']) || pieces.is(at, "of") { at + 1 } else { at };
    let offset = if pieces.is(next, "last") {
        -1
    } else if pieces.is(next, "this") {
        0
    } else if pieces.is(next, "next") {
        1
    } else {
        return None;
    };
    next += 1;
    pieces.is(next, "year").then_some((offset, next + 1))
}

/// "the year 2000".
pub fn labelled(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    if !pieces.is(at, "year") {
        return None;
    }
    let (year, end) = four_digits(pieces, at + 1).or_else(|| {
        let found = in_words(pieces, at + 1)?;
        if let Meaning::Place(place, _) = found.meaning { place.year.map(|year| (year, found.end)) } else { None }
    })?;
    Some(Found::date("year_labelled", at, end, Meaning::Place(Place::new(Some(year), Part::Year), Which::Unsaid)))
}

/// "2014", where nothing says that something is counted or numbered.
pub fn plain(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (year, end) = four_digits(pieces, at)?;
    let before = at.checked_sub(1);
    let dashed = before.is_some_and(|b| pieces.dash(b) && pieces.glued(at) && pieces.glued(b));
    // "Hwasong-1412", "1-800-1999"; but "2014-2016", "mid-2019", "post-1990", "pre-2014".
    let prefix = at >= 2 && pieces.has(at - 2, Role::Prefix);
    // "2014-2016" is a range; with digits on either side it is a telephone number.
    let range = at >= 2 && four_digits(pieces, at - 2).is_some() && !(pieces.glued(at - 2) && at >= 3 && pieces.dash(at - 3));
    let shorter = pieces.digits(end + 1).is_some_and(|(_, length)| length == 3);
    let goes_on = (dashed || shorter) && pieces.dash(end) && pieces.glued(end) && pieces.digits(end + 1).is_some();
    if (dashed && !prefix && !range) || goes_on {
        return None;
    }
    let numbered = before.is_some_and(|b| pieces.has(b, Role::Numbered) || (pieces.is(b, ".") && pieces.before_has(b, Role::Numbered)));
    let unit_behind = pieces.entry(end).unit.is_some() || (pieces.dash(end) && pieces.entry(end + 1).unit.is_some());
    let counted = pieces.has(end, Role::Countable) || unit_behind || pieces.is(end, "strong");
    let supported = pieces.before_has(at, Role::Before) || pieces.before_has(at, Role::Cover);
    // "And 1990 vehicles": a plural behind it is counted, unless "the", a name or a preposition says that it is dated.
    let plural = pieces.kind(end) == Some(Kind::Word) && !pieces.capital(end) && !pieces.known(end) && is_plural(pieces.text(end));
    let dated = before.is_some_and(|b| {
        pieces.has(b, Role::Own) || (pieces.has(b, Role::Before) && !pieces.has(b, Role::Loose)) || pieces.kind(b) == Some(Kind::Mark)
    });
    let named = before.is_some_and(|b| b > 0 && pieces.capital(b));
    let counted = counted || (plural && !dated && !named);
    let likely = (1800..=2100).contains(&year);
    // "number 2014" in a running code: digits around a slash.
    let slash =
        before.is_some_and(|b| pieces.mark(b, &['/', ':']) && pieces.glued(at) && pieces.kind(b.saturating_sub(1)) != Some(Kind::Word));
    if numbered || counted || slash || !(likely || (supported && year >= 1400)) {
        return None;
    }
    Some(Found::date("year", at, end, Meaning::Place(Place::new(Some(year), Part::Year), Which::Unsaid)))
}

/// Whether a word looks like a noun in the plural: "vehicles", not "was" or "across".
fn is_plural(word: &str) -> bool {
    word.len() > 4 && word.ends_with('s') && !word.ends_with("ss")
}

/// "nineteen ninety-six", "two thousand" behind "the year", "twenty twenty-two".
pub fn in_words(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let found = |year: u32, end: usize| {
        let place = Place::new(i32::try_from(year).ok(), Part::Year);
        Some(Found::date("year_in_words", at, end, Meaning::Place(place, Which::Unsaid)))
    };
    if pieces.is(at, "two") && pieces.is(at + 1, "thousand") && at > 0 && pieces.is(at - 1, "year") {
        return found(2000, at + 2);
    }
    let century = match pieces.entry(at).number? {
        Number::Teen(century @ 16..=19) => century,
        Number::Ten(20) => 20,
        _ => return None,
    };
    let next = if pieces.dash(at + 1) { at + 2 } else { at + 1 };
    match pieces.entry(next).number? {
        Number::Teen(year) => found(century * 100 + year, next + 1),
        Number::Ten(ten) => {
            let digit = if pieces.dash(next + 1) { next + 2 } else { next + 1 };
            match pieces.entry(digit).number {
                Some(Number::Digit(year)) => found(century * 100 + ten + year, digit + 1),
                _ => found(century * 100 + ten, next + 1),
            }
        }
        _ => None,
    }
}

/// "the 1990s", "the 1990's", "the '90s".
pub fn decade(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    if let Some(Number::Decade(year)) = pieces.entry(at).number {
        let place = Place::new(i32::try_from(year).ok(), Part::Decade);
        let before = at.checked_sub(1)?;
        let the = pieces.is(before, "the") || pieces.before_has(at, Role::Before);
        return the.then(|| Found::date("decade", at, at + 1, Meaning::Place(place, Which::Unsaid)));
    }
    let apostrophe = pieces.mark(at, &['\'', '\u{2019}', '\u{2018}']);
    let number = if apostrophe { at + 1 } else { at };
    let (value, length) = pieces.digits(number)?;
    let mut end = number + 1;
    if pieces.mark(end, &['\'', '\u{2019}']) && pieces.glued(end) {
        end += 1;
    }
    let decade = value % 10 == 0 && pieces.is(end, "s") && pieces.glued(end);
    let year = match (length, apostrophe) {
        (4, false) if (1000..2200).contains(&value) => value,
        (2, true) if pieces.glued(number) => 1900 + value,
        _ => return None,
    };
    let place = Place::new(i32::try_from(year).ok(), Part::Decade);
    decade.then(|| Found::date("decade", at, end + 1, Meaning::Place(place, Which::Unsaid)))
}

/// "fiscal 2015", "fiscal year 2015", "FY2015", "FY 2015".
pub fn fiscal(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (year, end) = fiscal_year(pieces, at)?;
    Some(Found::date("fiscal_year", at, end, Meaning::Place(Place::new(Some(year), Part::Year), Which::Unsaid)))
}

/// The year of "fiscal 2015" and the piece behind it.
pub fn fiscal_year(pieces: &Pieces<'_>, at: usize) -> Option<(i32, usize)> {
    let next = if pieces.is(at, "fy") {
        at + 1
    } else if pieces.is(at, "fiscal") {
        if pieces.is(at + 1, "year") { at + 2 } else { at + 1 }
    } else {
        return None;
    };
    four_digits(pieces, next)
}
