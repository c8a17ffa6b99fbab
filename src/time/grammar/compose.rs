//! Expressions with what may come before and behind them: modifiers, articles, times of the day.

use super::{Found, POINTS, clock, length, longest, range};
use crate::time::{
    expression::TimeKind,
    meaning::{Clock, Meaning, Unit},
    piece::Pieces,
    place::{Part, Place},
    vocabulary::{PhraseMeaning, Role},
};

/// The piece behind an article, or the same piece.
fn behind_article(pieces: &Pieces<'_>, at: usize) -> usize {
    if pieces.is(at, "the") { at + 1 } else { at }
}

/// A modifier at a place and the piece behind it and its hyphen.
fn modifier(pieces: &Pieces<'_>, at: usize, wanted: fn(&PhraseMeaning) -> bool) -> Option<(&'static str, usize)> {
    match super::relative::phrase_at(pieces, at, wanted)? {
        (PhraseMeaning::Modifier(value, ..), end) => Some((value, if pieces.dash(end) { end + 1 } else { end })),
        _ => None,
    }
}

fn of_points(meaning: &PhraseMeaning) -> bool {
    matches!(meaning, PhraseMeaning::Modifier(_, true, _))
}

fn of_lengths(meaning: &PhraseMeaning) -> bool {
    matches!(meaning, PhraseMeaning::Modifier(_, _, true))
}

/// A date: `[early] [the] date [time of the day]`.
pub fn dated(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let start = behind_article(pieces, at);
    let modified = modifier(pieces, start, of_points)
        .map(|(value, next)| (Some(value), behind_article(pieces, next)))
        .and_then(|(value, next)| longest(POINTS, pieces, next).map(|point| (value, point)));
    // "more than two years ago"
    let about = || {
        let (value, next) = modifier(pieces, start, of_lengths)?;
        let point = super::relative::counted(pieces, next)?;
        Some((Some(value), point))
    };
    let plain = || {
        // Phrases may start with the article.
        let whole = super::relative::day_phrase(pieces, at);
        let point = longest(POINTS, pieces, start);
        match (whole, point) {
            (Some(whole), Some(point)) => Some(if whole.end >= point.end { whole } else { point }),
            (whole, point) => whole.or(point),
        }
        .map(|point| (None, point))
    };
    let (modifier, mut point) = match (modified.or_else(about), plain()) {
        (Some(modified), Some(plain)) => Some(if plain.1.end >= modified.1.end { plain } else { modified }),
        (modified, plain) => modified.or(plain),
    }?;
    // "the May" of a name, "the 2014": an article alone does not make a date longer.
    let article_belongs = start == at || modifier.is_some() || takes_article(&point);
    point.first = if article_belongs { at } else { point.first };
    if !article_belongs {
        return None;
    }
    point.modifier = modifier.or(point.modifier);
    with_clock(pieces, &mut point);
    inherit_year(pieces, &mut point);
    Some(point)
}

/// Whether an article before it is part of it.
fn takes_article(point: &Found) -> bool {
    !matches!(
        point.rule,
        "year" | "month" | "weekday" | "iso_date" | "iso_month" | "numeric_date" | "holiday" | "month_day" | "month_day_year"
    )
}

fn is_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Place(place, _) | Meaning::InYear(place, _) => matches!(place.part, Part::Day(..)),
        Meaning::Weekday(..) | Meaning::CountedWeekday(..) | Meaning::WeekdayOf(..) | Meaning::DayOf(..) | Meaning::Holiday(..) => true,
        Meaning::Shift { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}

/// A time of the day behind a day: "Monday morning", "Wednesday at 10 p.m.", "Monday, 14:30 GMT".
fn with_clock(pieces: &Pieces<'_>, point: &mut Found) {
    if !is_day(&point.meaning) || point.rule == "counted" {
        return;
    }
    let mut next = point.end;
    let found = match pieces.entry(next).clock {
        Some(part @ Clock::Part(_)) => Some((part, next + 1)),
        _ => {
            if pieces.mark(next, &[',']) {
                next += 1;
            }
            if pieces.is(next, "at") || pieces.is(next, "around") || pieces.is(next, "by") {
                next += 1;
            }
            clock::clock(pieces, next)
        }
    };
    if let Some((found, end)) = found {
        point.clock = Some(found);
        point.end = end;
    }
    if point.clock.is_some() {
        point.kind = TimeKind::Time;
    }
}

/// "3 May to 5 June 2022", "between March and May 2022": the year behind the other end holds for this one too.
fn inherit_year(pieces: &Pieces<'_>, point: &mut Found) {
    let Meaning::Place(place @ Place { year: None, part: Part::Day(Some(_), _) | Part::Month(Some(_)) }, _) = &mut point.meaning else {
        return;
    };
    if !range::joins(pieces, point.end) {
        return;
    }
    let next = behind_article(pieces, point.end + 1);
    let other = [super::absolute::month_first, super::absolute::day_first].iter().find_map(|rule| rule(pieces, next));
    let same_month = || super::range::last_day(pieces, next);
    if let Some(Found { meaning: Meaning::Place(other, _), .. }) = other.or_else(same_month) {
        place.year = other.year;
    }
}

/// A time of the day: "10 p.m. Wednesday", "noon on 4 January", "the morning of 4 January", or alone.
pub fn clocked(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let start = behind_article(pieces, at);
    let (modifier, next) = match modifier(pieces, start, of_points) {
        Some((value, next)) => (Some(value), behind_article(pieces, next)),
        None => (None, start),
    };
    let (time, end, joint) = match pieces.entry(next).clock {
        Some(part @ Clock::Part(_)) => (part, next + 1, true),
        _ => {
            let (time, end) = clock::clock(pieces, next)?;
            (time, end, false)
        }
    };
    let mut behind = end;
    if pieces.is(behind, "on") || pieces.is(behind, "of") || pieces.mark(behind, &[',']) {
        behind += 1;
    }
    let day = longest(POINTS, pieces, behind_article(pieces, behind)).filter(|day| is_day(&day.meaning) && day.clock.is_none());
    if let Some(mut day) = day
        && (!joint || behind > end)
    {
        day.first = at;
        day.clock = Some(time);
        day.kind = TimeKind::Time;
        day.modifier = modifier;
        return Some(day);
    }
    // "morning" alone is a time only in "in the morning".
    let in_the = start > at && at > 0 && (pieces.is(at - 1, "in") || pieces.is(at - 1, "during"));
    if joint && modifier.is_none() && !in_the {
        return None;
    }
    let mut found = Found::new("clock", TimeKind::Time, at, end, Meaning::Clock);
    found.clock = Some(time);
    found.modifier = modifier;
    Some(found)
}

/// A length: "[more than] [the past] three months", "the nine months".
pub fn lasting(pieces: &Pieces<'_>, at: usize) -> Option<Found> {
    let (modifier, next) = match modifier(pieces, at, of_lengths) {
        Some((value, next)) => (Some(value), next),
        None => (None, at),
    };
    let start = behind_article(pieces, next);
    let mut found = length::which_length(pieces, start).or_else(|| length::plain(pieces, start))?;
    // "some days" is an amount of its own; "the a year" is nothing.
    if start > next && (pieces.is(start, "a") || pieces.is(start, "an") || !matches!(found.rule, "length" | "which_length")) {
        return None;
    }
    // "Over the last few days" is a preposition, not an amount.
    if modifier.is_some() && start > next && pieces.is(at, "over") {
        return None;
    }
    // "50 percent of the two-hour ...": what is numbered is no length: "Article 5 years".
    if at > 0 && pieces.has(at - 1, Role::Numbered) && pieces.digits(at).is_some() {
        return None;
    }
    found.first = at;
    found.modifier = modifier;
    Some(found)
}
