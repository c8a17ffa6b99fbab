//! Dates that stand alone in a line, a field or a cell.
//!
//! The day is the one that is written: a time with a zone is passed over and never moves it.

use chrono::{Datelike, NaiveDate};

/// What is longer than this many bytes is no date.
const LONGEST: usize = 64;
/// What may stand behind a date in a line of fields has at most so many bytes.
const LONGEST_FIELDS: usize = 40;
/// The name of a place before a date has at most so many words.
const PLACE_WORDS: usize = 4;

/// The ways a date is written in full, tried in order; `%B` also takes short names of months.
const FORMS: [&str; 8] = ["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%B %d %Y", "%Y/%m/%d", "%d-%B-%Y", "%d. %B %Y", "%Y %B %d"];

/// The signs that part the fields of a line.
const FIELD_SIGNS: [char; 4] = ['/', '|', '·', '•'];

/// The date that words are, with nothing else but a day of the week before it and a time of the day behind it.
pub fn parse(words: &str) -> Option<NaiveDate> {
    let (date, rest) = parse_start(words)?;
    behind_time(rest).is_empty().then_some(date)
}

/// The date that a line is or begins with: what follows is a time of the day, or short fields behind a sign ("3 May 2023 · 4 min read").
pub fn parse_line(words: &str) -> Option<NaiveDate> {
    let (date, rest) = parse_start(words)?;
    let rest = behind_time(rest);
    let fields = rest.len() <= LONGEST_FIELDS && rest.starts_with(FIELD_SIGNS) && !rest.ends_with(['.', '?', '!']);
    (rest.is_empty() || fields).then_some(date)
}

/// The date of a line that names a place before it and nothing else: "Geneva, 3 May 2023".
pub fn parse_placed(words: &str) -> Option<NaiveDate> {
    let (place, date) = words.split_once(',')?;
    let name = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '/' | '\'' | '’'))
    };
    let names = place.split_whitespace().take(PLACE_WORDS + 1);
    ((1..=PLACE_WORDS).contains(&names.clone().count()) && names.clone().all(name)).then(|| parse(date)).flatten()
}

/// The date that words start with, and what follows; a day of the week may stand before it.
pub fn parse_start(words: &str) -> Option<(NaiveDate, &str)> {
    let words = words.trim();
    let head = words.get(..floor(words, LONGEST))?;
    // Every form has a day or a year in digits.
    if !head.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
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
    // Abbreviated months carry a full stop, and one of them has four letters; neither is known to the parser. `places` has the
    // place in `head` of each byte that is left.
    let mut plain = String::with_capacity(head.len());
    let mut places = Vec::with_capacity(head.len());
    let mut previous = ' ';
    for (at, c) in head.char_indices() {
        let fourth = c == 't' && plain.ends_with("Sep") && head.get(at + 1..).is_some_and(|rest| rest.starts_with(['.', ' ']));
        if !(fourth || (c == '.' && previous.is_alphabetic())) {
            plain.push(c);
            places.extend(at..at + c.len_utf8());
        }
        previous = c;
    }
    FORMS.iter().find_map(|form| {
        let (date, rest) = NaiveDate::parse_and_remainder(&plain, form).ok()?;
        let timed = rest.strip_prefix('T').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let sound = (1800..2200).contains(&date.year()) && (timed || !rest.starts_with(|c: char| c.is_alphanumeric()));
        let taken = places.get(plain.len() - rest.len()).copied().unwrap_or(head.len());
        let after = words.get(taken..)?;
        let after = if timed { after.get(1..)? } else { after };
        sound.then_some((date, after.trim_start_matches(',').trim()))
    })
}

/// What stands behind a time of the day: "10:05", "10.05 BST", "/ 10:05 am EDT", "at 10:05 p.m.", "08:00:00.000+02:00", "08:00Z".
fn behind_time(words: &str) -> &str {
    let start = words.trim_start_matches(|c: char| c.is_whitespace() || c == ',' || c == '-' || FIELD_SIGNS.contains(&c));
    let start = start.strip_prefix("at ").unwrap_or(start).trim_start();
    let Some((hour, rest)) = digits(start, 1..=2) else { return words };
    let mut rest = rest;
    let mut parts = 0;
    while let Some((_, behind)) = rest.strip_prefix([':', '.']).and_then(|rest| digits(rest, if parts < 2 { 2..=2 } else { 1..=9 })) {
        rest = behind;
        parts += 1;
        if parts == 3 {
            break;
        }
    }
    let half = half_of_day(rest);
    if hour > 24 || (parts == 0 && half.is_none()) {
        return words;
    }
    zone(half.unwrap_or(rest)).trim()
}

/// A number of so many digits, and what follows it.
fn digits(words: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<(u32, &str)> {
    let length = words.bytes().take_while(u8::is_ascii_digit).count();
    let number = words.get(..length).filter(|_| lengths.contains(&length))?.parse().ok()?;
    Some((number, words.get(length..)?))
}

/// What follows "am", "p.m." and the like.
fn half_of_day(words: &str) -> Option<&str> {
    let rest = words.trim_start();
    ["am", "pm", "a.m.", "p.m."].iter().find_map(|half| {
        let own = rest.get(..half.len()).filter(|own| own.eq_ignore_ascii_case(half))?;
        rest.get(own.len()..).filter(|behind| !behind.starts_with(char::is_alphanumeric))
    })
}

/// What follows a zone: "Z", "+02:00", "-0500", "EDT", "(GMT)".
fn zone(words: &str) -> &str {
    let rest = words.trim_start();
    if let Some(offset) = rest.strip_prefix(['+', '-', '\u{2212}']) {
        let length = offset.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
        return if (2..=5).contains(&length) { offset.get(length..).unwrap_or("") } else { words };
    }
    let open = rest.strip_prefix('(').unwrap_or(rest);
    let length = open.bytes().take_while(u8::is_ascii_uppercase).count();
    let behind = open.get(length..).unwrap_or("");
    let behind = if open.len() < rest.len() { behind.strip_prefix(')').unwrap_or(behind) } else { behind };
    if (1..=5).contains(&length) && !behind.starts_with(char::is_alphanumeric) { behind } else { words }
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
    fn a_time_of_the_day_behind_a_date_changes_nothing() {
        for words in [
            "2023-05-03T10:00:00Z",
            "2023-05-03T23:30:00.000-05:00",
            "2023-05-03T09:00",
            "2023-05-03T09:00+0200",
            "2023-05-03 09:00:00 GMT",
            "May 3, 2023 10:05 am EDT",
            "May 3, 2023, 10:05 p.m. ET",
            "May 3, 2023 at 10 a.m.",
            "Wed 3 May 2023 10.05 BST",
            "Wed, 03 May 2023 10:05:00 GMT",
            "Wednesday, May 3, 2023 / 10:05 AM",
        ] {
            check(words, Some("2023-05-03"));
        }
    }

    #[test]
    fn fields_behind_a_date() {
        for words in ["May 3, 2023 / 10:05 AM / Radio Fjord", "3 May 2023 · 4 min read", "3 May 2023 | Oslo", "2023-05-03T10:00:00Z"] {
            assert_eq!(parse_line(words).map(|date| date.to_string()).as_deref(), Some("2023-05-03"), "{words}");
        }
        for words in ["3 May 2023 the talks began", "3 May 2023 · The talks began.", "on 3 May 2023", "3 May 2023 10 envoys"] {
            assert_eq!(parse_line(words), None, "{words}");
        }
    }

    #[test]
    fn what_follows_an_abbreviated_month_is_cut_where_it_starts() {
        let (date, rest) = parse_start("Sept. 5, 2021 at 9:50 p.m. in Oslo").unwrap();
        assert_eq!((date.to_string().as_str(), rest), ("2021-09-05", "at 9:50 p.m. in Oslo"));
    }

    #[test]
    fn what_is_no_full_date() {
        for words in [
            "March 1",
            "2021",
            "01/03/2021",
            "1 March 20211",
            "on 1 March 2021",
            "2021-13-01",
            "March 1, 2021 was a Monday",
            "2021-03-01Talks",
            "2021-03-01 12",
            "2021-03-01 99:00",
        ] {
            check(words, None);
        }
    }

    #[test]
    fn a_date_among_fields() {
        assert_eq!(find("Agency | Updated: 2021-03-01 21:45").map(|date| date.to_string()).as_deref(), Some("2021-03-01"));
        assert_eq!(find("Updated at 9:50 p.m. Thursday"), None);
    }
}
