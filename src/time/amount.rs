//! Amounts before a unit: "3", "2,000", "2.5", "2 1/2", "twenty-four", "a couple of", "several"; and the lengths they make.

use super::{
    meaning::Unit,
    piece::{Kind, Pieces},
    vocabulary::Number,
};

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// A number, and whether a half comes on top.
    Exact(u32, bool),
    /// A number with decimals, as it is written: whole part, decimals, how many decimals.
    Decimal(u32, u32, usize),
    /// Several.
    Vague,
}

/// No number word is followed further than this.
const LONGEST: usize = 8;

/// The amount at a piece, and the piece behind it.
pub fn amount(pieces: &Pieces<'_>, at: usize) -> Option<(Amount, usize)> {
    if pieces.kind(at) == Some(Kind::Number) { digits(pieces, at) } else { words(pieces, at) }
}

fn digits(pieces: &Pieces<'_>, at: usize) -> Option<(Amount, usize)> {
    let (mut value, length) = pieces.digits(at)?;
    let mut end = at + 1;
    let mut groups = 0;
    while length <= 3 && groups < 3 && pieces.mark(end, &[',']) && pieces.glued(end) && pieces.glued(end + 1) {
        let Some((group, 3)) = pieces.digits(end + 1) else { break };
        value = value.checked_mul(1000)?.checked_add(group)?;
        end += 2;
        groups += 1;
    }
    if pieces.mark(end, &['.'])
        && pieces.glued(end)
        && pieces.glued(end + 1)
        && let Some((fraction, width @ 1..=4)) = pieces.digits(end + 1)
    {
        return Some((Amount::Decimal(value, fraction, width), end + 2));
    }
    // "2 1/2"
    if pieces.is(end, "1") && pieces.is(end + 1, "/") && pieces.is(end + 2, "2") {
        return Some((Amount::Exact(value, true), end + 3));
    }
    if pieces.is(end, "½") {
        return Some((Amount::Exact(value, true), end + 1));
    }
    Some((Amount::Exact(value, false), end))
}

fn words(pieces: &Pieces<'_>, at: usize) -> Option<(Amount, usize)> {
    let mut end = at;
    if pieces.is(at, "another") && pieces.entry(at + 1).unit.is_some() {
        return Some((Amount::Exact(1, false), at + 1));
    }
    let article = pieces.is(at, "a") || pieces.is(at, "an");
    if article {
        end += 1;
    }
    if pieces.is(end, "couple") {
        end += 1;
        return Some((Amount::Exact(2, false), if pieces.is(end, "of") { end + 1 } else { end }));
    }
    if article && pieces.is(end, "number") && pieces.is(end + 1, "of") {
        return Some((Amount::Vague, end + 2));
    }
    if pieces.entry(end).number == Some(Number::Vague) {
        end += 1;
        return Some((Amount::Vague, if pieces.is(end, "of") { end + 1 } else { end }));
    }
    let first = end;
    if article && !matches!(pieces.entry(end).number, Some(Number::Scale(_))) {
        // "a two-hour call": the article is the call's.
        return pieces.entry(end).number.is_none().then_some((Amount::Exact(1, false), end));
    }
    // What is before the next scale, and what is complete.
    let (mut small, mut total, mut scaled) = (None::<u32>, 0_u32, false);
    while end - first < LONGEST {
        let part = match pieces.entry(end).number {
            Some(Number::Digit(value)) if small.is_none_or(|s| s >= 20 && s % 10 == 0) => small.unwrap_or(0).checked_add(value)?,
            Some(Number::Teen(value) | Number::Ten(value)) if small.is_none_or(|s| s >= 100 && s % 100 == 0) => {
                small.unwrap_or(0).checked_add(value)?
            }
            Some(Number::Scale(100)) if small.is_some_and(|s| s < 100) || (article && end == first) => {
                small.unwrap_or(1).checked_mul(100)?
            }
            Some(Number::Scale(scale)) if (small.is_some() && !scaled) || (article && end == first) => {
                total = total.checked_add(small.unwrap_or(1).checked_mul(scale)?)?;
                small = None;
                scaled = true;
                end += 1;
                continue;
            }
            _ => break,
        };
        small = Some(part);
        end += 1;
        // "twenty-four", "a hundred and ten"
        let joins = (pieces.dash(end) && pieces.glued(end)) || (pieces.is(end, "and") && small.is_some_and(|s| s >= 100));
        if joins && matches!(pieces.entry(end + 1).number, Some(Number::Digit(_) | Number::Teen(_) | Number::Ten(_))) {
            end += 1;
        }
    }
    if end > first {
        return Some((Amount::Exact(total.checked_add(small.unwrap_or(0))?, false), end));
    }
    None
}

/// The TIMEX3 value of so many units: `P3D`, `PT2H`, `PXY`, `P2Y6M`.
pub fn length(amount: Amount, unit: Unit) -> Option<String> {
    let (factor, letter, in_day) = unit.letter();
    let t = if in_day { "T" } else { "" };
    Some(match amount {
        Amount::Vague => format!("P{t}X{letter}"),
        Amount::Exact(count, half) => {
            let count = u64::from(count) * u64::from(factor);
            let rest = match unit {
                _ if !half => String::new(),
                Unit::Year => "6M".to_owned(),
                Unit::Hour => "30M".to_owned(),
                Unit::Minute => "30S".to_owned(),
                Unit::Day => "T12H".to_owned(),
                _ if factor > 1 => return Some(format!("P{}{letter}", count + u64::from(factor / 2))),
                _ => return Some(format!("P{t}{count}.5{letter}")),
            };
            if count == 0 && half { format!("P{t}{}", rest.trim_start_matches('T')) } else { format!("P{t}{count}{letter}{rest}") }
        }
        Amount::Decimal(whole, fraction, width) if factor == 1 => format!("P{t}{whole}.{fraction:0width$}{letter}"),
        Amount::Decimal(..) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{text::Span, time::piece::Entries};

    fn check(text: &str, expected: Option<(Amount, usize)>) {
        assert_eq!(amount(&Pieces::new(text, Span::new(0, text.len()), &mut Entries::default()), 0), expected, "{text}");
    }

    #[test]
    fn numbers_in_digits_and_words() {
        check("3 days", Some((Amount::Exact(3, false), 1)));
        check("2,500 years", Some((Amount::Exact(2500, false), 3)));
        check("2 1/2 years", Some((Amount::Exact(2, true), 4)));
        check("twenty-four hours", Some((Amount::Exact(24, false), 3)));
        check("a hundred and ten days", Some((Amount::Exact(110, false), 4)));
        check("two hundred years", Some((Amount::Exact(200, false), 2)));
        check("a couple of weeks", Some((Amount::Exact(2, false), 3)));
        check("several weeks", Some((Amount::Vague, 1)));
        check("the weeks", None);
        check("99999999999 years", None);
    }

    #[test]
    fn a_half_is_told_in_the_smaller_unit() {
        assert_eq!(length(Amount::Exact(2, true), Unit::Year).as_deref(), Some("P2Y6M"));
        assert_eq!(length(Amount::Exact(0, true), Unit::Hour).as_deref(), Some("PT30M"));
        assert_eq!(length(Amount::Vague, Unit::Minute).as_deref(), Some("PTXM"));
        assert_eq!(length(Amount::Exact(u32::MAX, false), Unit::Century).as_deref(), Some("P429496729500Y"));
    }
}
