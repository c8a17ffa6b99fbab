//! What the words of an expression mean, before anything is counted.

use super::{place::Place, vocabulary::Holiday};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "millennium" => Self::Millennium,
            _ => return None,
        })
    }

    /// What TIMEX3 counts it in: how many of which letter, and whether behind a T.
    pub fn letter(self) -> (u32, &'static str, bool) {
        match self {
            Self::Second => (1, "S", true),
            Self::Minute => (1, "M", true),
            Self::Hour => (1, "H", true),
            Self::Day => (1, "D", false),
            Self::Weekend => (2, "D", false),
            Self::Week => (1, "W", false),
            Self::Fortnight => (2, "W", false),
            Self::Month => (1, "M", false),
            Self::Quarter => (3, "M", false),
            Self::Year => (1, "Y", false),
            Self::Decade => (10, "Y", false),
            Self::Century => (100, "Y", false),
            Self::Millennium => (1000, "Y", false),
        }
    }
}

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// A part of it, by its TIMEX3 code.
    Part(&'static str),
    /// An hour, perhaps with minutes.
    At {
        /// 0 to 24.
        hour: u32,
        /// 0 to 59.
        minute: Option<u32>,
        /// Whether it is said to be in universal time; other zones leave the value local.
        utc: bool,
    },
}

impl Clock {
    /// The value behind the day.
    pub fn value(self) -> String {
        match self {
            Self::Part(code) => format!("T{code}"),
            Self::At { hour, minute, utc } => {
                format!("T{hour:02}:{:02}{}", minute.unwrap_or(0), if utc { "Z" } else { "" })
            }
        }
    }
}

/// Which of several is meant: "last Monday", "this January".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Nothing is said; the clause decides.
    Unsaid,
    /// The latest that is over.
    Last,
    /// The one of the current week or year.
    This,
    /// The first that is to come.
    Next,
}

/// What is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The date of the document.
    Anchor,
    /// The date named last in the text; before any, the date of the document.
    Named,
}

/// What an expression means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A place on the calendar; a year that is not said is found.
    Place(Place, Which),
    /// A day of the week.
    Weekday(u32, Which),
    /// A part of a year so many years from that of the document: "January last year".
    InYear(Place, i64),
    /// A day of the week so many weeks away: "Tuesday next week".
    WeekdayOf(u32, i64, From),
    /// Which day of the week of a month (see [`super::vocabulary::LAST`]): "the first Monday of March".
    CountedWeekday(u32, u32, Box<Meaning>),
    /// The week that a day lies in: "the week of 14 February".
    WeekOf(Place),
    /// A day of the month so many months away: "the 20th of next month".
    DayOf(u32, i64, From),
    /// A day with a name, in a year that may be said.
    Holiday(Holiday, Option<i32>, Which),
    /// So many units before or after.
    Shift {
        /// What is counted.
        unit: Unit,
        /// How many; negative: before.
        count: i64,
        /// From where.
        from: From,
    },
    /// Only a time of the day: on the day named last, or that of the document.
    Clock,
    /// Only roughly a time.
    Reference(&'static str),
    /// A length of time; its value.
    Length(String),
    /// Something that comes back; its value.
    Set(String),
}
