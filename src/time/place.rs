//! A place on the calendar, as exact as its words, and the TIMEX3 value of it.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::meaning::Unit;

/// A season, by its TIMEX3 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The season of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "SP" => Self::Spring,
            "SU" => Self::Summer,
            "FA" => Self::Autumn,
            "WI" => Self::Winter,
            _ => return None,
        })
    }

    fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month in its middle, on the northern half of the earth; a winter belongs to the year it ends in.
    fn middle(self) -> u32 {
        match self {
            Self::Winter => 1,
            Self::Spring => 4,
            Self::Summer => 7,
            Self::Autumn => 10,
        }
    }
}

/// The part of a year that is meant; an unknown number is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The hundred years that the year lies in.
    Century,
    /// The ten years that the year lies in.
    Decade,
    /// All of it.
    Year,
    /// The first or second half.
    Half(u32),
    /// A quarter.
    Quarter(Option<u32>),
    /// A season.
    Season(Season),
    /// A month.
    Month(Option<u32>),
    /// An ISO week; the year is the ISO year.
    Week(Option<u32>),
    /// The weekend of an ISO week.
    Weekend(Option<u32>),
    /// A day: month and day of the month.
    Day(Option<u32>, Option<u32>),
    /// A day of an unknown week, Monday being 1.
    Weekday(u32),
}

/// A place on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The year, if it is known.
    pub year: Option<i32>,
    /// Which part of it.
    pub part: Part,
}

impl Place {
    /// A year, or a part of an unknown year.
    pub fn new(year: Option<i32>, part: Part) -> Self {
        Self { year, part }
    }

    /// A day.
    pub fn day(date: NaiveDate) -> Self {
        Self::new(Some(date.year()), Part::Day(Some(date.month()), Some(date.day())))
    }

    /// The stretch of the calendar of that unit that a day lies in; days for what is shorter.
    pub fn around(date: NaiveDate, unit: Unit) -> Self {
        let week = date.iso_week();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::day(date),
            Unit::Week | Unit::Fortnight => Self::new(Some(week.year()), Part::Week(Some(week.week()))),
            Unit::Weekend => Self::new(Some(week.year()), Part::Weekend(Some(week.week()))),
            Unit::Month => Self::new(Some(date.year()), Part::Month(Some(date.month()))),
            Unit::Quarter => Self::new(Some(date.year()), Part::Quarter(Some(date.month0() / 3 + 1))),
            Unit::Year => Self::new(Some(date.year()), Part::Year),
            Unit::Decade => Self::new(Some(date.year()), Part::Decade),
            Unit::Century | Unit::Millennium => Self::new(Some(date.year()), Part::Century),
        }
    }

    /// A stretch of that unit of which nothing is known.
    pub fn unknown(unit: Unit) -> Self {
        let part = match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Part::Day(None, None),
            Unit::Week | Unit::Fortnight => Part::Week(None),
            Unit::Weekend => Part::Weekend(None),
            Unit::Month => Part::Month(None),
            Unit::Quarter => Part::Quarter(None),
            Unit::Year => Part::Year,
            Unit::Decade => Part::Decade,
            Unit::Century | Unit::Millennium => Part::Century,
        };
        Self::new(None, part)
    }

    /// Whether nothing is missing and the day exists.
    pub fn is_known(&self) -> bool {
        self.year.is_some() && !matches!(self.part, Part::Weekday(_)) && self.first_day().is_some()
    }

    /// Whether it could be on the calendar: no 31 April.
    pub fn is_possible(&self) -> bool {
        match self.part {
            Part::Day(Some(month), Some(day)) => NaiveDate::from_ymd_opt(self.year.unwrap_or(2000), month, day).is_some(),
            Part::Day(None, Some(day)) => (1..=31).contains(&day),
            _ => true,
        }
    }

    /// Its first day; `None` as long as it is not known.
    pub fn first_day(&self) -> Option<NaiveDate> {
        let year = self.year?;
        let month = |month: u32| NaiveDate::from_ymd_opt(year, month, 1);
        match self.part {
            Part::Century => NaiveDate::from_ymd_opt(year - year.rem_euclid(100), 1, 1),
            Part::Decade => NaiveDate::from_ymd_opt(year - year.rem_euclid(10), 1, 1),
            Part::Year => month(1),
            Part::Half(half) => month(half.checked_mul(6)?.checked_sub(5)?),
            Part::Quarter(quarter) => month(quarter?.checked_mul(3)?.checked_sub(2)?),
            Part::Season(season) => month(season.middle()),
            Part::Month(number) => month(number?),
            Part::Week(week) => NaiveDate::from_isoywd_opt(year, week?, Weekday::Mon),
            Part::Weekend(week) => NaiveDate::from_isoywd_opt(year, week?, Weekday::Sat),
            Part::Day(month, day) => NaiveDate::from_ymd_opt(year, month?, day?),
            Part::Weekday(_) => None,
        }
    }

    /// Its first and last day; `None` as long as it is not known. A winter starts in the year before.
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let first = match self.part {
            Part::Season(_) => self.first_day()?.checked_sub_months(Months::new(1))?,
            _ => self.first_day()?,
        };
        let behind = match self.part {
            Part::Century => first.checked_add_months(Months::new(1200)),
            Part::Decade => first.checked_add_months(Months::new(120)),
            Part::Year => first.checked_add_months(Months::new(12)),
            Part::Half(_) => first.checked_add_months(Months::new(6)),
            Part::Quarter(_) | Part::Season(_) => first.checked_add_months(Months::new(3)),
            Part::Month(_) => first.checked_add_months(Months::new(1)),
            Part::Week(_) => first.checked_add_days(Days::new(7)),
            Part::Weekend(_) => first.checked_add_days(Days::new(2)),
            Part::Day(..) | Part::Weekday(_) => first.checked_add_days(Days::new(1)),
        };
        Some((first, behind?.pred_opt()?))
    }

    /// The unit that it is one of.
    pub fn unit(&self) -> Unit {
        match self.part {
            Part::Century => Unit::Century,
            Part::Decade => Unit::Decade,
            Part::Year | Part::Half(_) => Unit::Year,
            Part::Quarter(_) => Unit::Quarter,
            Part::Season(_) | Part::Month(_) => Unit::Month,
            Part::Week(_) => Unit::Week,
            Part::Weekend(_) => Unit::Weekend,
            Part::Day(..) | Part::Weekday(_) => Unit::Day,
        }
    }

    /// The same part of another year.
    pub fn in_year(self, year: i32) -> Self {
        Self { year: Some(year), ..self }
    }

    /// The TIMEX3 value.
    pub fn value(&self) -> String {
        let two = |number: Option<u32>| number.map_or("XX".to_owned(), |number| format!("{number:02}"));
        let year = self.year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
        match self.part {
            Part::Century => year.get(..2).unwrap_or("XX").to_owned(),
            Part::Decade => year.get(..3).unwrap_or("XXX").to_owned(),
            Part::Year => year,
            Part::Half(half) => format!("{year}-H{half}"),
            Part::Quarter(quarter) => format!("{year}-Q{}", quarter.map_or("X".to_owned(), |quarter| quarter.to_string())),
            Part::Season(season) => format!("{year}-{}", season.code()),
            Part::Month(month) => format!("{year}-{}", two(month)),
            Part::Week(week) => format!("{year}-W{}", two(week)),
            Part::Weekend(week) => format!("{year}-W{}-WE", two(week)),
            Part::Day(month, day) => format!("{year}-{}-{}", two(month), two(day)),
            Part::Weekday(day) => format!("{year}-WXX-{day}"),
        }
    }
}

/// So many units from a day; `None` beyond the years 1 to 9999.
pub fn shifted(date: NaiveDate, unit: Unit, count: i64) -> Option<NaiveDate> {
    let (factor, unit) = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => (0, Unit::Day),
        Unit::Day => (1, Unit::Day),
        Unit::Week | Unit::Weekend => (7, Unit::Day),
        Unit::Fortnight => (14, Unit::Day),
        Unit::Month => (1, Unit::Month),
        Unit::Quarter => (3, Unit::Month),
        Unit::Year => (12, Unit::Month),
        Unit::Decade => (120, Unit::Month),
        Unit::Century => (1200, Unit::Month),
        Unit::Millennium => (12000, Unit::Month),
    };
    let count = count.checked_mul(factor)?;
    let size = count.unsigned_abs();
    let moved = match (unit, count < 0) {
        (Unit::Day, false) => date.checked_add_days(Days::new(size)),
        (Unit::Day, true) => date.checked_sub_days(Days::new(size)),
        (_, false) => date.checked_add_months(Months::new(u32::try_from(size).ok()?)),
        (_, true) => date.checked_sub_months(Months::new(u32::try_from(size).ok()?)),
    };
    moved.filter(|date| (1..=9999).contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_written_x() {
        assert_eq!(Place::unknown(Unit::Day).value(), "XXXX-XX-XX");
        assert_eq!(Place::unknown(Unit::Week).value(), "XXXX-WXX");
        assert_eq!(Place::new(None, Part::Day(Some(1), Some(4))).value(), "XXXX-01-04");
        assert_eq!(Place::new(Some(1994), Part::Decade).value(), "199");
    }

    #[test]
    fn a_place_has_a_first_and_a_last_day() {
        let check = |part, first: &str, last: &str| {
            let days = Place::new(Some(2022), part).days().map(|(a, b)| (a.to_string(), b.to_string()));
            assert_eq!(days, Some((first.to_owned(), last.to_owned())));
        };
        check(Part::Week(Some(5)), "2022-01-31", "2022-02-06");
        check(Part::Month(Some(2)), "2022-02-01", "2022-02-28");
        check(Part::Season(Season::Winter), "2021-12-01", "2022-02-28");
        check(Part::Decade, "2020-01-01", "2029-12-31");
    }

    #[test]
    fn counting_never_overflows() {
        let date = NaiveDate::from_ymd_opt(2022, 2, 1).unwrap();
        assert_eq!(shifted(date, Unit::Millennium, i64::MIN), None);
        assert_eq!(shifted(date, Unit::Day, i64::MAX), None);
        assert_eq!(shifted(date, Unit::Year, -3000), None);
        assert_eq!(shifted(date, Unit::Month, -2), NaiveDate::from_ymd_opt(2021, 12, 1));
    }
}
