//! Times of the day: "10 a.m.", "14:30 GMT", "1430 GMT", "noon", "3 o'clock", "4 in the morning".

use crate::time::{meaning::Clock, piece::Pieces, vocabulary::Role};

/// The time of the day at a place, and the piece behind it and its zone. Parts of the day ("morning") are left to whoever asks.
pub fn clock(pieces: &Pieces<'_>, at: usize) -> Option<(Clock, usize)> {
    if let Some(clock @ Clock::At { .. }) = pieces.entry(at).clock {
        return Some((clock, at + 1));
    }
    let (number, length) = pieces.digits(at)?;
    let glued_before = pieces.glued(at) && at > 0 && pieces.mark(at - 1, &[':', '.', '/', '-', ',', '$', '€', '£']);
    if glued_before {
        return None;
    }
    let (hour, minute, mut end) = match length {
        4 if number / 100 <= 24 && number % 100 <= 59 => (number / 100, Some(number % 100), at + 1),
        1 | 2 => match minutes(pieces, at + 1) {
            Some((minute, end)) => (number, Some(minute), end),
            None => (number, None, at + 1),
        },
        _ => return None,
    };
    let colon = pieces.mark(at + 1, &[':']) && end > at + 1;
    let written = if let Some((afternoon, behind)) = half_of_day(pieces, end) {
        if length == 4 || !(1..=12).contains(&hour) {
            return None;
        }
        end = behind;
        Some(hour % 12 + if afternoon { 12 } else { 0 })
    } else if pieces.is(end, "o") && pieces.mark(end + 1, &['\'', '\u{2019}']) && pieces.is(end + 2, "clock") {
        end += 3;
        Some(hour)
    } else {
        None
    };
    let zone = pieces.has(end, Role::Zone) && (pieces.capital(end) || pieces.is(end + 1, "time"));
    let utc = pieces.has(end, Role::Utc) && (pieces.capital(end) || pieces.glued(end));
    if zone || utc {
        end += 1;
    }
    if (zone || utc) && pieces.is(end, "time") {
        end += 1;
    }
    // Without a zone or a.m., only "14:30" where a time may stand: not a score, not a verse.
    let stands =
        at.checked_sub(1).is_none_or(|before| pieces.has(before, Role::Before) || pieces.is(before, "at") || !pieces.capital(before));
    let plain = colon && stands && length <= 2 && hour <= 24;
    let hour = match written {
        Some(hour) => hour,
        None if (zone || utc) && (colon || length == 4 || hour <= 24) => hour,
        None if plain => hour,
        None => return None,
    };
    (hour <= 24).then_some((Clock::At { hour, minute, utc }, end))
}

/// ":30" or ".30" behind the hour, and seconds behind that.
fn minutes(pieces: &Pieces<'_>, at: usize) -> Option<(u32, usize)> {
    let glued = pieces.glued(at) && pieces.glued(at + 1);
    let (minute, 2) = pieces.digits(at + 1)? else { return None };
    if !glued || minute > 59 || !pieces.mark(at, &[':', '.']) {
        return None;
    }
    let seconds = pieces.is(at + 2, ":") && pieces.glued(at + 2) && pieces.digits(at + 3).is_some_and(|(s, length)| length == 2 && s <= 59);
    let end = if seconds { at + 4 } else { at + 2 };
    let goes_on = pieces.mark(end, &[':']) && pieces.glued(end) && pieces.digits(end + 1).is_some();
    (!goes_on).then_some((minute, end))
}

/// "a.m.", "pm", "in the afternoon": whether the second half of the day, and the piece behind it.
fn half_of_day(pieces: &Pieces<'_>, at: usize) -> Option<(bool, usize)> {
    for (short, letter, afternoon) in [("am", "a", false), ("pm", "p", true)] {
        let word_goes_on = pieces.glued(at + 1) && pieces.digits(at + 1).is_some();
        if pieces.is(at, short) && !word_goes_on {
            return Some((afternoon, at + 1));
        }
        if pieces.is(at, letter) && pieces.is(at + 1, ".") && pieces.is(at + 2, "m") {
            return Some((afternoon, if pieces.is(at + 3, ".") { at + 4 } else { at + 3 }));
        }
    }
    let part = pieces.is(at, "in") && pieces.is(at + 1, "the");
    match pieces.entry(at + 2).clock {
        Some(Clock::Part(code)) if part => Some((code != "MO", at + 3)),
        _ => None,
    }
}
