//! Meanings in; out come TIMEX3 values, counted from the date of the document or from the date named last.

use chrono::{Datelike, Days, NaiveDate};

use super::{
    grammar::Found,
    meaning::{From, Meaning, Unit, Which},
    place::{Part, Place, shifted},
    tense::Tense,
    vocabulary::{Holiday, LAST},
};

/// There is nothing to count from.
const NO_DATE: &str = "no document date";
/// The day and month are known, the year is not.
const NO_YEAR: &str = "no year is stated and there is no document date";
/// Past, present or future, and no more.
const ROUGH: &str = "the words name no date";
/// "For years".
pub const NO_NUMBER: &str = "the words name no number";
/// "Two hours ago": the document has a date, but no time of the day.
const NO_CLOCK: &str = "the document states no time of day";
/// "Monday, 4 March 2025", which was a Tuesday.
const OTHER_DAY: &str = "the date falls on another day of the week";
/// Before the year 1 or after 9999.
const BEYOND: &str = "out of the range of the calendar";

/// What is known while a text is read.
#[derive(Debug)]
pub struct Context {
    /// The date of the document.
    anchor: Option<NaiveDate>,
    /// The date named last.
    named: Option<Place>,
    /// The quarter named last: reports on business compare quarters.
    quarter: Option<Place>,
}

impl Context {
    /// Nothing is named yet.
    pub fn new(anchor: Option<NaiveDate>) -> Self {
        Self { anchor, named: None, quarter: None }
    }

    fn name(&mut self, place: Place) {
        if place.is_known() {
            self.named = Some(place);
            if matches!(place.part, Part::Quarter(_)) {
                self.quarter = Some(place);
            }
        }
    }
}

/// A value, and why it does not say all.
#[derive(Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The TIMEX3 value.
    pub value: String,
    /// What is missing.
    pub reason: Option<&'static str>,
    /// The first and last day.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// The value of an expression in a clause of that tense.
pub fn resolve(found: &Found, tense: Option<Tense>, context: &mut Context) -> Resolved {
    let (place, reason) = match &found.meaning {
        Meaning::Reference(value) => return Resolved { value: (*value).to_owned(), reason: Some(ROUGH), days: None },
        Meaning::Length(value) => {
            return Resolved { value: value.clone(), reason: value.contains('X').then_some(NO_NUMBER), days: None };
        }
        Meaning::Set(value) => return Resolved { value: value.clone(), reason: None, days: None },
        Meaning::Place(place, _) if found.reason.is_some() => (*place, None),
        Meaning::Place(place, which) => in_some_year(*place, *which, found.weekday, tense, context),
        Meaning::InYear(place, offset) => in_year_from(*place, *offset, context),
        Meaning::Weekday(day, which) => weekday(*day, *which, tense, context),
        Meaning::WeekdayOf(day, count, from) => day_of(Unit::Week, *day, *count, *from, context),
        Meaning::CountedWeekday(which, day, month) => counted_weekday(*which, *day, month, tense, context),
        Meaning::WeekOf(day) => week_of(*day, tense, context),
        Meaning::DayOf(day, count, from) => day_of(Unit::Month, *day, *count, *from, context),
        Meaning::Holiday(day, year, which) => holiday(*day, *year, *which, tense, context),
        Meaning::Shift { unit, count, from } => shift(found.rule, *unit, *count, *from, tense, context),
        Meaning::Clock => day_of_clock(context, found.first == 0),
    };
    let reason = found.reason.or(reason);
    let comparison = matches!(found.meaning, Meaning::Shift { unit, .. } if compares(found.rule, unit));
    if reason.is_none() && !comparison {
        context.name(place);
    }
    let clock = found.clock.map_or(String::new(), |clock| clock.value());
    let days = if reason.is_none() { place.days() } else { None };
    // The date counts, and that it is no such day is said.
    let contradicts = matches!(place.part, Part::Day(..)) && place.first_day().is_some_and(|day| !weekday_is(day, found.weekday));
    let reason = reason.or(contradicts.then_some(OTHER_DAY));
    Resolved { value: place.value() + &clock, reason, days }
}

type Answer = (Place, Option<&'static str>);

/// A place whose year may have to be found: the latest one that has begun, in a clause about the past, or the first one to come.
fn in_some_year(place: Place, which: Which, weekday: Option<u32>, tense: Option<Tense>, context: &Context) -> Answer {
    if place.year.is_some() {
        return (place, None);
    }
    let Some(anchor) = context.anchor else { return (place, Some(NO_YEAR)) };
    if let Part::Day(None, Some(day)) = place.part {
        return in_some_month(day, weekday, tense, anchor);
    }
    // 29 February comes every fourth year, seldom every eighth.
    let candidates = (-8..=8).map(|offset| place.in_year(anchor.year() + offset));
    // What has begun and not ended counts as begun: compare with the stretch that the anchor lies in.
    let now = Place::around(anchor, place.unit()).first_day().unwrap_or(anchor);
    let dated = candidates.filter_map(|place| place.first_day().map(|day| (day, place)));
    // The day of the week settles it, if it is that day in a year close by.
    let fits = |(day, _): &(NaiveDate, Place)| weekday_is(*day, weekday) && (day.year() - anchor.year()).abs() <= 1;
    let settled = weekday.and_then(|_| chosen(dated.clone().filter(fits), now, anchor.year(), which, tense));
    settled.or_else(|| chosen(dated, now, anchor.year(), which, tense)).map_or((place, Some(BEYOND)), |place| (place, None))
}

/// Whether a day is that day of the week, if one is said.
fn weekday_is(day: NaiveDate, weekday: Option<u32>) -> bool {
    weekday.is_none_or(|weekday| day.weekday().number_from_monday() == weekday)
}

/// Of candidates in the order of time, the one that is meant.
fn chosen(
    candidates: impl Iterator<Item = (NaiveDate, Place)> + Clone,
    now: NaiveDate,
    year: i32,
    which: Which,
    tense: Option<Tense>,
) -> Option<Place> {
    let mut candidates = candidates;
    let found = match (which, tense) {
        (Which::Last, _) => candidates.filter(|(day, _)| *day < now).last(),
        (Which::Next, _) => candidates.find(|(day, _)| *day > now),
        (Which::This, _) => candidates.find(|(day, _)| day.year() == year),
        (Which::Unsaid, _) => {
            let over = candidates.clone().filter(|(day, _)| *day <= now).last();
            let to_come = candidates.find(|(day, _)| *day >= now);
            let (Some(over), Some(to_come)) = (over, to_come) else { return over.or(to_come).map(|(_, place)| place) };
            let distance = |(day, _): (NaiveDate, Place)| day.signed_duration_since(now).num_days().abs();
            let (wanted, other) = match tense {
                Some(Tense::Future) => (to_come, over),
                _ => (over, to_come),
            };
            Some(if distance(wanted) > distance(other) * MUCH_NEARER { other } else { wanted })
        }
    };
    found.map(|(_, place)| place)
}

/// A writer leaves out the year where it is clear; so much nearer a date on the other side of today is the one, whatever the tense.
const MUCH_NEARER: i64 = 2;

/// "The 25th".
fn in_some_month(day: u32, weekday: Option<u32>, tense: Option<Tense>, anchor: NaiveDate) -> Answer {
    let reach = if weekday.is_some() { -12..=12 } else { -1..=1 };
    let candidates = reach.filter_map(|months| {
        let month = shifted(anchor.with_day(1)?, Unit::Month, months)?;
        let found = month.with_day(day)?;
        weekday_is(found, weekday).then(|| (found, Place::day(found)))
    });
    chosen(candidates, anchor, anchor.year(), Which::Unsaid, tense)
        .map_or((Place::new(None, Part::Day(None, Some(day))), Some(BEYOND)), |place| (place, None))
}

fn in_year_from(place: Place, offset: i64, context: &Context) -> Answer {
    let Some(anchor) = context.anchor else { return (place, Some(NO_DATE)) };
    match shifted(anchor.with_day(1).unwrap_or(anchor), Unit::Year, offset) {
        Some(date) => (place.in_year(date.year()), None),
        None => (place, Some(BEYOND)),
    }
}

/// The latest such day up to the anchor, or the first from it on in a clause about the future.
fn weekday(day: u32, which: Which, tense: Option<Tense>, context: &Context) -> Answer {
    let unknown = Place::new(None, Part::Weekday(day));
    let Some(anchor) = context.anchor else { return (unknown, Some(NO_DATE)) };
    let back = u64::from((anchor.weekday().number_from_monday() + 7 - day) % 7);
    let monday = anchor.checked_sub_days(Days::new(u64::from(anchor.weekday().num_days_from_monday())));
    let date = match (which, tense) {
        (Which::Last, _) => anchor.checked_sub_days(Days::new(if back == 0 { 7 } else { back })),
        (Which::Next, _) => anchor.checked_add_days(Days::new(7 - back)),
        (Which::This, _) => monday.and_then(|monday| monday.checked_add_days(Days::new(u64::from(day.saturating_sub(1))))),
        (Which::Unsaid, Some(Tense::Future)) => anchor.checked_add_days(Days::new((7 - back) % 7)),
        (Which::Unsaid, _) => anchor.checked_sub_days(Days::new(back)),
    };
    date.map_or((unknown, Some(BEYOND)), |date| (Place::day(date), None))
}

/// "The first Monday of March".
fn counted_weekday(which: u32, day: u32, month: &Meaning, tense: Option<Tense>, context: &Context) -> Answer {
    let (month, reason) = match month {
        Meaning::Place(month, which) => in_some_year(*month, *which, None, tense, context),
        Meaning::Shift { unit, count, from } => shift("which_unit", *unit, *count, *from, tense, context),
        _ => (Place::unknown(Unit::Month), Some(NO_DATE)),
    };
    let number = if let Part::Month(number) = month.part { number } else { None };
    let unknown = Place::new(month.year, Part::Day(number, None));
    let date = month.year.zip(number).and_then(|(year, number)| date_of(Holiday::Nth(number, which, day), year));
    match date {
        Some(date) if reason.is_none() && Some(date.month()) == number => (Place::day(date), None),
        _ => (unknown, reason.or(Some(BEYOND))),
    }
}

/// The week that a day lies in.
fn week_of(day: Place, tense: Option<Tense>, context: &Context) -> Answer {
    let (day, reason) = in_some_year(day, Which::Unsaid, None, tense, context);
    day.first_day().map_or((Place::unknown(Unit::Week), reason.or(Some(BEYOND))), |date| (Place::around(date, Unit::Week), reason))
}

/// A day of a week or month that is counted: "Tuesday next week", "the 20th of next month".
fn day_of(unit: Unit, day: u32, count: i64, from: From, context: &Context) -> Answer {
    let unknown = if unit == Unit::Week { Part::Weekday(day) } else { Part::Day(None, Some(day)) };
    let unknown = Place::new(None, unknown);
    let named = if from == From::Named { context.named.and_then(|place| place.first_day()) } else { None };
    let Some(base) = named.or(context.anchor) else { return (unknown, Some(NO_DATE)) };
    let first = shifted(base, unit, count).and_then(|date| Place::around(date, unit).first_day());
    let found = first.and_then(|first| match unit {
        Unit::Week => first.checked_add_days(Days::new(u64::from(day.saturating_sub(1)))),
        _ => first.with_day(day),
    });
    found.map_or((unknown, Some(BEYOND)), |date| (Place::day(date), None))
}

fn holiday(day: Holiday, year: Option<i32>, which: Which, tense: Option<Tense>, context: &Context) -> Answer {
    let unknown = match day {
        Holiday::Fixed(month, day) => Place::new(year, Part::Day(Some(month), Some(day))),
        Holiday::Nth(month, ..) => Place::new(year, Part::Day(Some(month), None)),
        Holiday::Easter(_) => Place::new(year, Part::Day(None, None)),
    };
    if let Some(year) = year {
        return date_of(day, year).map_or((unknown, Some(BEYOND)), |date| (Place::day(date), None));
    }
    let Some(anchor) = context.anchor else { return (unknown, Some(NO_YEAR)) };
    let candidates = [-1, 0, 1].into_iter().filter_map(|offset| date_of(day, anchor.year() + offset)).map(|date| (date, Place::day(date)));
    chosen(candidates, anchor, anchor.year(), which, tense).map_or((unknown, Some(BEYOND)), |place| (place, None))
}

/// The day of a holiday in a year. Easter after the algorithm of Meeus, Jones and Butcher (Astronomical Algorithms, 1991).
fn date_of(day: Holiday, year: i32) -> Option<NaiveDate> {
    match day {
        Holiday::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Holiday::Nth(month, LAST, weekday) => {
            let last = NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
            let back = (last.weekday().number_from_monday() + 7 - weekday) % 7;
            last.checked_sub_days(Days::new(u64::from(back)))
        }
        Holiday::Nth(month, which, weekday) => {
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            let on = (weekday + 7 - first.weekday().number_from_monday()) % 7;
            first.checked_add_days(Days::new(u64::from(on + 7 * which.saturating_sub(1))))
        }
        Holiday::Easter(days) => {
            if !(1583..=9999).contains(&year) {
                return None;
            }
            let (a, b, c) = (year % 19, year / 100, year % 100);
            let (d, e) = (b / 4, b % 4);
            let g = (b - (b + 8) / 25 + 1) / 3;
            let h = (19 * a + b - d - g + 15) % 30;
            let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
            let m = (a + 11 * h + 22 * l) / 451;
            let n = h + l - 7 * m + 114;
            shifted(NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)?, Unit::Day, days)
        }
    }
}

fn shift(rule: &str, unit: Unit, count: i64, from: From, tense: Option<Tense>, context: &Context) -> Answer {
    // "A year earlier" in a report on a quarter is that quarter of the year before; "the quarter" is the one named last.
    let quarter = if from == From::Named { context.quarter } else { context.named.filter(|_| context.named == context.quarter) };
    if let (Some(quarter), true) = (quarter, compares(rule, unit))
        && let Some(date) = quarter.first_day().and_then(|day| shifted(day, unit, count))
    {
        return (Place::around(date, Unit::Quarter), None);
    }
    let named = if from == From::Named && !compares(rule, unit) { context.named.and_then(|place| place.first_day()) } else { None };
    let Some(base) = named.or(context.anchor) else { return (Place::unknown(unit), Some(NO_DATE)) };
    if unit < Unit::Day && count != 0 {
        return (Place::day(base), Some(NO_CLOCK));
    }
    // Without one named, "the quarter" of a report is the last that is complete; "the weekend" is over until Saturday.
    let began = if unit == Unit::Weekend && base.weekday().num_days_from_monday() < 5 { -1 } else { 0 };
    let count = match (rule, unit) {
        ("the_unit", Unit::Quarter) => -1,
        ("the_unit", Unit::Weekend) if tense != Some(Tense::Future) => began,
        _ => count,
    };
    match shifted(base, unit, count) {
        Some(date) => (Place::around(date, unit), None),
        None => (Place::unknown(unit), Some(BEYOND)),
    }
}

/// Whether an expression sets a quarter against another: "the quarter", "a year earlier", "the year-ago period".
fn compares(rule: &str, unit: Unit) -> bool {
    matches!((rule, unit), ("the_unit", Unit::Quarter) | ("counted" | "year_earlier", Unit::Year))
}

/// The day of a time of the day that stands alone: the one named last; of an entry that opens with it ("13:00 Talks begin") the document's.
fn day_of_clock(context: &Context, opens: bool) -> Answer {
    match (context.named.filter(|_| !opens || context.anchor.is_none()), context.anchor) {
        (Some(place @ Place { part: Part::Day(..), .. }), _) => (place, None),
        (_, Some(anchor)) => (Place::day(anchor), None),
        _ => (Place::unknown(Unit::Day), Some(NO_DATE)),
    }
}
