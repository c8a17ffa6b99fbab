//! Dates that stand alone in a line, a field or a cell.

use chrono::{Datelike, NaiveDate};

/// What is longer than this many bytes is no date.
const LONGEST: usize = 64;

/// The ways a date is written in full, tried in order; `%B` also takes short names of months.
const FORMS: [&str; 8] = ["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%B %d %Y", "%Y/%m/%d", "%d-%B-%Y", "%d. %B %Y", "%Y %B %d"];

/// The date that words are, with nothing else but a day of the week before it.
pub fn parse(words: &str) -> Option<NaiveDate> {
    let (date, rest) = parse_start(words)?;
    rest.is_empty().then_some(date)
}

/// The date that words start with, and what follows; a day of the week may stand before it.
pub fn parse_start(words: &str) -> Option<(NaiveDate, &str)> {
    let words = words.trim();
    let head = words.get(..floor(words, LONGEST))?;
    read(head, words).or_else(|| {
        // "Wednesday, 2 February 2022", "Wed 2 February 2022"
        let (day, rest) = head.split_once([',', ' '])?;
        let rest = rest.trim_start();
        let is_day = day.trim_end_matches('.').parse::<chrono::Weekday>().is_ok();
        let start = rest.as_ptr() as usize - head.as_ptr() as usize;
        is_day.then(|| read(rest, words.get(start..)?)).flatten()
    })
}

fn floor(words: &str, most: usize) -> usize {
    (0..=most.min(words.len())).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0)
}

fn read<'a>(head: &str, words: &'a str) -> Option<(NaiveDate, &'a str)> {
    // Abbreviated months carry a full stop, and one of them has four letters; neither is known to the parser.
    let plain = head.replace("Sept.", "Sep").replace("Sept ", "Sep ");
    let mut dotted = String::with_capacity(plain.len());
    let mut previous = ' ';
    for c in plain.chars() {
        if c != '.' || !previous.is_alphabetic() {
            dotted.push(c);
        }
        previous = c;
    }
    let removed = head.len() - dotted.len();
    FORMS.iter().find_map(|form| {
        let (date, rest) = NaiveDate::parse_and_remainder(&dotted, form).ok()?;
        let sound = (1800..2200).contains(&date.year()) && !rest.starts_with(|c: char| c.is_alphanumeric());
        // Full stops behind the date, in "p.m.", were taken out too; what follows is only looked at as a whole.
        let taken = (dotted.len() - rest.len() + removed).min(words.len());
        let after = if removed == 0 { words.get(taken..)? } else { words.get(floor(words, taken)..)? };
        sound.then_some((date, after.trim_start_matches(['T', ',']).trim()))
    })
}

/// The first full date among words, such as a line "Agency | Updated: 2021-03-01 10:15".
pub fn find(words: &str) -> Option<NaiveDate> {
    let head = words.get(..floor(words, 4 * LONGEST))?;
    let mut at_word = true;
    for (at, c) in head.char_indices() {
        if at_word
            && c.is_alphanumeric()
            && let Some((date, _)) = head.get(at..).and_then(parse_start)
        {
            return Some(date);
        }
        at_word = !c.is_alphanumeric();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: Option<&str>) {
        assert_eq!(parse(words).map(|date| date.to_string()).as_deref(), expected, "{words}");
    }

    #[test]
    fn full_dates() {
        for words in
            ["2021-03-01", "1 March 2021", "March 1, 2021", "Mar. 1, 2021", "Monday, 1 March 2021", "Mon, March 1, 2021", "2021/03/01"]
        {
            check(words, Some("2021-03-01"));
        }
        check("Sept. 5, 2021", Some("2021-09-05"));
    }

    #[test]
    fn what_is_no_full_date() {
        for words in ["March 1", "2021", "01/03/2021", "1 March 20211", "on 1 March 2021", "2021-13-01", "March 1, 2021 was a Monday"] {
            check(words, None);
        }
    }

    #[test]
    fn a_date_among_fields() {
        assert_eq!(find("Agency | Updated: 2021-03-01 21:45").map(|date| date.to_string()).as_deref(), Some("2021-03-01"));
        assert_eq!(find("Updated at 9:50 p.m. Thursday"), None);
    }
}
