//! Dates that are counted from another: "yesterday", "last week", "next January", "two days ago", "the following year".

use super::Found;
use crate::time::{
    amount::{Amount, amount},
    expression::TimeKind,
    meaning::{From, Meaning, Unit, Which},
    piece::{Kind, Pieces},
    place::{Part, Place},
    resolve::NO_NUMBER,
    vocabulary::{Class, PhraseMeaning, Role},
};

/// Which one a word says: "last", "this", "next".
fn which(pieces: &Pieces<'_>, at: usize) -> Option<Which> {
    [(Role::Last, Which::Last), (Role::This, Which::This), (Role::Next, Which::Next)]
        .into_iter()
        .find(|(role, _)| pieces.has(at, *role))
        .map(|(_, which)| which)
}

fn count_of(which: Which) -> i64 {
    match which {
        Which::Last => -1,
        Which::Next => 1,
        Which::This | Which::Unsaid => 0,
    }
}

/// "last week", "this year", "the coming month", "the same"; "following" counts from the date named last.
pub fn which_unit(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let which = which(pieces, at)?;
    let (unit, many) = pieces.entry(at + 1).unit?;
    // "The last year of the war" is not last year.
    let of_something = which == Which::Last && pieces.is(at + 2, "of");
    if many || unit < Unit::Day || of_something {
        return None;
    }
    if pieces.is(at, "latest") {
        // Reports on business call the quarter that they are about so.
        let quarter = Meaning::Shift { unit, count: 0, from: From::Named };
        return (unit == Unit::Quarter).then(|| Found::date("the_unit", at, at + 2, quarter));
    }
    let from = if pieces.is(at, "following") { From::Named } else { From::Anchor };
    let meaning = Meaning::Shift { unit, count: count_of(which), from };
    Some(Found::date("which_unit", at, at + 2, meaning))
}

/// "last Monday", "next January", "this summer", "this morning", "last Christmas", "this third quarter".
pub fn which_name(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let which = which(pieces, at)?;
    let entry = pieces.entry(at + 1);
    let found = |end: usize, meaning: Meaning| Some(Found::date("which_name", at, end, meaning));
    if let Some((day, class)) = entry.weekday
        && class == Class::Full
        && pieces.capital(at + 1)
    {
        return found(at + 2, Meaning::Weekday(day, which));
    }
    if let Some((month, class, end)) = super::absolute::month(pieces, at + 1)
        && (class == Class::Full || pieces.capital(at + 1))
    {
        if let Some((day, end)) = super::absolute::day_of_month(pieces, end) {
            return found(end, Meaning::Place(Place::new(None, Part::Day(Some(month), Some(day))), which));
        }
        return found(end, Meaning::Place(Place::new(None, Part::Month(Some(month))), which));
    }
    if let Some((season, _)) = entry.season {
        return found(at + 2, Meaning::Place(Place::new(None, Part::Season(season)), which));
    }
    if let Some(clock) = entry.clock {
        let mut expression = Found::new(
            "which_part_of_day",
            TimeKind::Time,
            at,
            at + 2,
            Meaning::Shift { unit: Unit::Day, count: count_of(which), from: From::Anchor },
        );
        expression.clock = Some(clock);
        return Some(expression);
    }
    if let Some((holiday, end)) = named_day(pieces, at + 1) {
        return found(end, Meaning::Holiday(holiday, None, which));
    }
    None
}

/// "the quarter", "the weekend", and "the year" where a preposition says that a stretch of the calendar is meant.
pub fn named_unit(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (unit, many) = pieces.entry(at).unit?;
    let article = at.checked_sub(1).is_some_and(|before| pieces.is(before, "the"));
    let supported = at >= 2 && pieces.before_has(at - 1, Role::Before);
    // "The year 0" is no year of ours: nothing is said of this one.
    let numbered = pieces.kind(at + 1) == Some(Kind::Number);
    let goes_on = pieces.is(at + 1, "of") || pieces.dash(at + 1) || numbered;
    if many || !article || goes_on {
        return None;
    }
    let from = match unit {
        Unit::Quarter => From::Named,
        Unit::Weekend => From::Anchor,
        Unit::Year | Unit::Month | Unit::Week if supported => From::Anchor,
        _ => return None,
    };
    Some(Found::date("the_unit", at, at + 1, Meaning::Shift { unit, count: 0, from }))
}

/// "two days ago", "three weeks later", "a year earlier", "six months from now", "in two days' time".
pub fn counted(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    // "years ago" counts nothing, and is long enough to be in the past.
    let number_before = at.checked_sub(1).is_some_and(|b| pieces.kind(b) == Some(Kind::Number) || pieces.entry(b).number.is_some());
    let many = !number_before && pieces.entry(at).unit.is_some_and(|(_, many)| many);
    let (amount, mut end) = if many { (Amount::Vague, at) } else { amount(pieces, at)? };
    if pieces.dash(end) {
        end += 1;
    }
    let (unit, _) = pieces.entry(end).unit?;
    end += 1;
    if pieces.dash(end) {
        end += 1;
    } else if pieces.is(end, "or") && pieces.is(end + 1, "so") {
        end += 2;
    }
    let closes = pieces.kind(end + 1).is_none_or(|kind| kind == Kind::Mark);
    let prefix = pieces.is(end, "before") || pieces.is(end, "after") || pieces.is(end, "previously");
    let (sign, from, mut behind) = if pieces.has(end, Role::Ago) {
        (-1, From::Anchor, end + 1)
    } else if pieces.is(end, "from") && (pieces.is(end + 1, "now") || pieces.is(end + 1, "today")) {
        (1, From::Anchor, end + 2)
    } else if pieces.has(end, Role::Hence) {
        (1, From::Anchor, end + 1)
    } else if pieces.has(end, Role::Earlier) && (!prefix || closes) {
        (-1, From::Named, end + 1)
    } else if pieces.has(end, Role::Later) && (!prefix || closes) {
        (1, From::Named, end + 1)
    } else if pieces.mark(end, &['\'', '\u{2019}']) && pieces.is(end + 1, "time") {
        (1, From::Anchor, end + 2)
    } else {
        return None;
    };
    if pieces.is(behind, "today") {
        behind += 1;
    }
    let meaning = match amount {
        Amount::Exact(count, false) => Meaning::Shift { unit, count: sign * i64::from(count), from },
        _ if from == From::Named => {
            let mut found = Found::date("counted", at, behind, Meaning::Place(Place::unknown(unit), Which::Unsaid));
            found.reason = Some(NO_NUMBER);
            return Some(found);
        }
        Amount::Exact(..) | Amount::Decimal(..) | Amount::Vague => Meaning::Reference(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }),
    };
    Some(Found::date("counted", at, behind, meaning))
}

/// "the week of 14 February".
pub fn week_of(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (Unit::Week, false) = pieces.entry(at).unit? else { return None };
    if !pieces.is(at + 1, "of") {
        return None;
    }
    let day = super::absolute::month_first(pieces, at + 2)
        .or_else(|| super::absolute::day_first(pieces, at + 2))
        .filter(|day| day.reason.is_none())?;
    match day.meaning {
        Meaning::Place(place @ Place { part: Part::Day(..), .. }, _) => Some(Found::date("week_of", at, day.end, Meaning::WeekOf(place))),
        _ => None,
    }
}

/// "the 20th of next month".
pub fn day_of_month(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (day, end) = super::absolute::day_of_month(pieces, at)?;
    if !pieces.is(end, "of") {
        return None;
    }
    let month = which_unit(pieces, end + 1)?;
    match month.meaning {
        Meaning::Shift { unit: Unit::Month, count, from } => {
            Some(Found::date("day_of_month", at, month.end, Meaning::DayOf(day, count, from)))
        }
        _ => None,
    }
}

/// "year-end", "the year's end", "year-ago", "year-earlier".
pub fn year_end(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (unit, false) = pieces.entry(at).unit? else { return None };
    let mut end = at + 1;
    if pieces.dash(end) {
        end += 1;
    } else if pieces.mark(end, &['\'', '\u{2019}']) && pieces.is(end + 1, "s") {
        end += 2;
    }
    let meaning = |count, from| Meaning::Shift { unit, count, from };
    if pieces.is(end, "end") && unit >= Unit::Week {
        let mut found = Found::date("unit_end", at, end + 1, meaning(0, From::Anchor));
        found.modifier = Some("END");
        return Some(found);
    }
    if end > at + 1 && (pieces.has(end, Role::Ago) || pieces.is(end, "earlier")) && unit == Unit::Year {
        let named = pieces.is(end + 1, "quarter") || pieces.is(end + 1, "period");
        let end = if named { end + 2 } else { end + 1 };
        return Some(Found::date("year_earlier", at, end, meaning(-1, From::Named)));
    }
    None
}

/// "Christmas", "Easter Monday 2022".
pub fn holiday(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (holiday, end) = named_day(pieces, at)?;
    if !pieces.capital(at) {
        return None;
    }
    let (year, end) = super::year::behind(pieces, end).map_or((None, end), |(year, end)| (Some(year), end));
    Some(Found::date("holiday", at, end, Meaning::Holiday(holiday, year, Which::Unsaid)))
}

/// "yesterday", "the next day": phrases that are days and may have a time of the day beside them.
pub fn day_phrase(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let found = phrase(pieces, at)?;
    matches!(found.meaning, Meaning::Shift { .. }).then_some(found)
}

/// Phrases of `data/time/phrases.csv`.
pub fn phrase(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (meaning, end) = phrase_at(pieces, at, |meaning| !matches!(meaning, PhraseMeaning::Modifier(..) | PhraseMeaning::Holiday(_)))?;
    let date = |rule, meaning| Found::date(rule, at, end, meaning);
    Some(match meaning {
        PhraseMeaning::Reference(value) => {
            // "recent" and its like are no times in a compound: "far-future", "now-defunct".
            let joined = pieces.dash(end) && pieces.glued(end) && pieces.glued(end + 1);
            let from_past = at > 0 && pieces.dash(at - 1) && pieces.glued(at);
            // "as soon as", "soon after" lean on something else.
            let leans = (at > 0 && pieces.is(at - 1, "as")) || pieces.is(end, "after") || pieces.is(end, "before");
            if joined || from_past || leans || (value == "PAST_REF" && pieces.is(end.saturating_sub(1), "past") && !closes(pieces, end)) {
                return None;
            }
            date("reference", Meaning::Reference(value))
        }
        PhraseMeaning::Shift(unit, count, clock) => {
            let mut found = date("deictic", Meaning::Shift { unit, count, from: From::Anchor });
            found.clock = clock;
            found
        }
        PhraseMeaning::Follow(unit, count, clock) => {
            let mut found = date("following", Meaning::Shift { unit, count, from: From::Named });
            found.clock = clock;
            found
        }
        PhraseMeaning::Set(value) => Found::new("rhythm", TimeKind::Set, at, end, Meaning::Set(value.to_owned())),
        PhraseMeaning::Nothing | PhraseMeaning::Modifier(..) | PhraseMeaning::Holiday(_) => return None,
    })
}

/// Whether what stands at `end` is no unit or number: "the past." but "the past two years".
fn closes(pieces: &Pieces<'_>, end: usize) -> bool {
    let entry = pieces.entry(end);
    entry.unit.is_none() && entry.number.is_none() && entry.season.is_none() && pieces.kind(end) != Some(Kind::Number)
}

/// The longest phrase at a place that is wanted, and the piece behind it.
pub fn phrase_at(pieces: &Pieces<'_>, at: usize, wanted: fn(&PhraseMeaning) -> bool) -> Option<(PhraseMeaning, usize)> {
    let phrases = &pieces.entry(at).phrases;
    if phrases.is_empty() {
        return None;
    }
    // Most are told apart by the first letter of the second word.
    let next = pieces.text(at + 1).bytes().next().map_or(0, |byte| byte.to_ascii_lowercase());
    let excluded = |word: &String| next.is_ascii() && word.bytes().next() != Some(next);
    phrases
        .iter()
        .filter(|phrase| !phrase.words.get(1).is_some_and(excluded))
        .find(|phrase| wanted(&phrase.meaning) && phrase.words.iter().enumerate().all(|(i, word)| is_word(pieces, at + i, word)))
        .map(|phrase| (phrase.meaning, at + phrase.words.len()))
}

fn is_word(pieces: &Pieces<'_>, at: usize, word: &str) -> bool {
    pieces.is(at, word) || (word == "'" && pieces.is(at, "\u{2019}"))
}

fn named_day(pieces: &Pieces<'_>, at: usize) -> Option<(crate::time::vocabulary::Holiday, usize)> {
    match phrase_at(pieces, at, |meaning| matches!(meaning, PhraseMeaning::Holiday(_)))? {
        (PhraseMeaning::Holiday(holiday), end) => Some((holiday, end)),
        _ => None,
    }
}
