//! Quantities: how many of what, whose, and where.

use std::ops::Range;

use super::{
    Bound, Quantity,
    phrase::{self, Class, Phrase},
    scene::{Line, Scene},
};
use crate::{
    actor::{ActorKind, words::is_closed_class},
    syntax::{Relation, TokenKind, Upos, Xpos},
    text::Span,
};

/// How many words behind a number may tell what is counted.
const MAX_COUNTED: usize = 5;
/// How many words may stand before a number ("more than").
const MAX_BEFORE: usize = 3;
/// A sentence gives so many quantities at most; a longer list is a table.
pub const MAX_QUANTITIES: usize = 12;
/// How many words behind a quantity the place is looked for.
const FAR: usize = 14;

/// A number with what is counted, as places in the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The whole.
    pub span: Span,
    /// The number by itself.
    number: Range<usize>,
    /// Words behind the number that belong to it: "million", "percent".
    scale: Range<usize>,
    /// What is counted; empty for shares and sums of money.
    unit: Range<usize>,
    /// What the words before the number say of it: "more than".
    bound: &'static str,
}

/// The quantities of a sentence, in its order.
pub fn counted(scene: &Scene<'_>, line: &Line<'_>) -> Vec<Counted> {
    let digits = line.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Number).map(|(at, _)| (at, at + 1));
    let words = line.hits_of(|phrase| matches!(phrase, Phrase::Number | Phrase::Amount)).map(|hit| {
        let at = line.token_at(hit.span.start);
        (at, line.token_at(hit.span.end))
    });
    let mut found: Vec<(usize, usize)> = digits.take(MAX_QUANTITIES * 4).chain(words.take(MAX_QUANTITIES)).collect();
    found.sort_unstable();
    let mut quantities: Vec<Counted> = Vec::new();
    let mut end = 0;
    for (at, behind) in found {
        if at < end {
            continue;
        }
        if let Some((quantity, last)) = quantity(scene, line, at, behind) {
            end = last;
            quantities.push(quantity);
            if quantities.len() >= MAX_QUANTITIES {
                break;
            }
        }
    }
    quantities
}

/// The quantity whose number is the tokens from `at` to `behind`: with what stands around it, and one past its last token.
fn quantity(scene: &Scene<'_>, line: &Line<'_>, at: usize, behind: usize) -> Option<(Counted, usize)> {
    let text = scene.text;
    let number = line.tokens.get(at)?;
    if scene.is_time(number.span) || numbers_a_name(scene, line, at) {
        return None;
    }
    let around = phrase::around();
    let mut end = behind;
    let mut is_measured = false;
    while around.behind.iter().any(|(unit, _)| unit.eq_ignore_ascii_case(line.word(text, end))) {
        is_measured |= line.word(text, end).starts_with(['p', 'P', '%']);
        end += 1;
        is_measured |= line.word(text, end.wrapping_sub(1)) == "per" && line.word(text, end) == "cent";
        end += usize::from(line.word(text, end.wrapping_sub(1)) == "per" && line.word(text, end) == "cent");
    }
    let scale = behind..end;
    let mut begin = at;
    let currency = begin.checked_sub(1).and_then(|before| line.tokens.get(before));
    if currency.is_some_and(|sign| sign.kind == TokenKind::Symbol && sign.span.end == number.span.start) {
        begin -= 1;
        is_measured = true;
    }
    let last = last_counted(scene, line, end);
    if last == end && !is_measured {
        return None;
    }
    let unit = end..last;
    let first = line.tokens.get(begin)?.span.start;
    let before = (1..=MAX_BEFORE).rev().find_map(|count| {
        let from = begin.checked_sub(count)?;
        let words = text.get(line.tokens.get(from)?.span.start..line.tokens.get(begin - 1)?.span.end)?;
        let (_, bound) = around.before.iter().find(|(known, _)| known.eq_ignore_ascii_case(words))?;
        Some((from, *bound))
    });
    let start = before.and_then(|(from, _)| line.tokens.get(from)).map_or(first, |token| token.span.start);
    let span = Span::new(start, line.tokens.get(last.checked_sub(1)?)?.span.end);
    Some((Counted { span, number: at..behind, scale, unit, bound: before.map_or("", |(_, bound)| bound) }, last))
}

/// "Resolution 2202", "Article 5": the number names, and counts nothing. So does one that stands inside a word or behind a list mark.
fn numbers_a_name(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let (Some(number), Some(before)) = (line.tokens.get(at), at.checked_sub(1).and_then(|before| line.tokens.get(before))) else {
        return line.word(scene.text, at + 1) == "." || line.word(scene.text, at + 1) == ")";
    };
    let word = before.span.of(scene.text);
    let is_capital = |index: usize| line.word(scene.text, index).starts_with(char::is_uppercase);
    let is_name = before.kind == TokenKind::Word && at > 1 && is_capital(at - 1) || word == "of" && at > 1 && is_capital(at - 2);
    let is_numbered = phrase::words().has(Class::Numbered, word);
    let is_inside =
        before.span.end == number.span.start && before.kind != TokenKind::Symbol && !matches!(word, "(" | "“" | "\"" | "‘" | "[");
    let is_measure = line
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.span.start == number.span.end && matches!(next.span.of(scene.text), "-" | "‑" | ":" | "/"));
    is_name || is_numbered || is_inside || is_measure
}

/// One past the last word of what is counted: a noun with what stands before it.
fn last_counted(scene: &Scene<'_>, line: &Line<'_>, from: usize) -> usize {
    let mut end = from;
    for at in from..(from + MAX_COUNTED).min(line.tokens.len()) {
        let Some(token) = line.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else { break };
        match token.upos() {
            Some(Upos::Noun) => end = at + 1,
            // "300 Norwegians" are counted, "10 Downing Street" is not.
            Some(Upos::Propn) if token.xpos() == Some(Xpos::Nnps) => end = at + 1,
            Some(Upos::Adj | Upos::Propn) => {}
            Some(_) => break,
            None if is_closed_class(&scene.words(token.span).to_lowercase()) => break,
            None => {
                // Without a grammar the first plural is taken for the noun.
                let word = scene.words(token.span);
                if word.starts_with(char::is_lowercase) && word.ends_with('s') {
                    return at + 1;
                }
            }
        }
    }
    end
}

/// Binds a quantity to its value, its owner and its place.
pub fn bind(scene: &Scene<'_>, line: &Line<'_>, counted: &Counted) -> Quantity {
    let words = scene.words(span_of(line, &counted.number));
    let spelled = phrase::around().numbers.iter().find(|(known, _)| known.eq_ignore_ascii_case(words));
    let value = spelled.map(|(_, value)| (*value, 0)).or_else(|| decimal(words));
    let scaled = value.map(|value| counted.scale.clone().fold(value, |value, at| scale(value, line.word(scene.text, at))));
    // Of "60 percent" the measure is the unit; "billion" of "$3 billion" belongs to the number.
    let is_measure = |at: &usize| scale((1, 0), line.word(scene.text, *at)) == (1, 0);
    let measure = counted.scale.clone().find(is_measure).map_or(0..0, |at| at..counted.scale.end);
    let unit = if counted.unit.is_empty() { measure } else { counted.unit.clone() };
    let place = place(scene, line, counted);
    Quantity {
        span: counted.span,
        value: scaled.map(|(digits, places)| written(digits, places)),
        bound: match counted.bound {
            "approx" => Bound::Approximate,
            "at_least" => Bound::AtLeast,
            "at_most" => Bound::AtMost,
            _ if scaled.is_none() => Bound::Approximate,
            _ => Bound::Exact,
        },
        unit: Some(span_of(line, &noun(line, &unit))).filter(|span| !span.is_empty()),
        owner: owner(scene, line, counted, place.as_ref().map(|place| place.span)),
        place_code: place.as_ref().and_then(|place| place.code.clone()),
        place: place.map(|place| place.span),
        statement: scene.voice(counted.span),
    }
}

/// The words of a stretch of tokens.
fn span_of(line: &Line<'_>, range: &Range<usize>) -> Span {
    let first = line.tokens.get(range.start).map_or(line.span.end, |token| token.span.start);
    let last = range.end.checked_sub(1).filter(|last| *last >= range.start).and_then(|last| line.tokens.get(last));
    Span::new(first, last.map_or(first, |token| token.span.end))
}

/// What is counted without whose it is: "troops" of "Russian troops"; compounds stay together.
fn noun(line: &Line<'_>, unit: &Range<usize>) -> Range<usize> {
    let names = |at: usize| line.tokens.get(at).is_some_and(|token| matches!(token.upos(), Some(Upos::Adj | Upos::Propn)));
    let mut start = unit.start;
    while start + 1 < unit.end && names(start) {
        start += 1;
    }
    start..unit.end
}

/// The digits of a number and how many of them stand behind the point; none for what is no decimal number.
fn decimal(words: &str) -> Option<(u64, u32)> {
    let (mut digits, mut places, mut behind) = (0u64, 0u32, false);
    for (at, letter) in words.char_indices() {
        match letter {
            '0'..='9' => {
                digits = digits.checked_mul(10)?.checked_add(u64::from(letter as u32 - u32::from(b'0')))?;
                places += u32::from(behind);
            }
            // A comma groups three digits; "2,5" is read as no number rather than wrongly.
            ',' => {
                let group = words.get(at + 1..).unwrap_or("");
                let length = group.bytes().take_while(u8::is_ascii_digit).count();
                if length != 3 || behind {
                    return None;
                }
            }
            '.' if !behind => behind = true,
            _ => return None,
        }
    }
    (!words.is_empty()).then_some((digits, places))
}

/// A number times what a word behind it counts for.
fn scale((digits, places): (u64, u32), word: &str) -> (u64, u32) {
    let factor = phrase::around().behind.iter().find(|(unit, _)| unit.eq_ignore_ascii_case(word)).map_or(1, |(_, factor)| *factor);
    (digits.saturating_mul(factor), places)
}

/// A number as digits, with a point where it has a part behind it.
fn written(digits: u64, places: u32) -> String {
    let divisor = 10u64.checked_pow(places).unwrap_or(1);
    let (whole, rest) = (digits / divisor, digits % divisor);
    if rest == 0 {
        return whole.to_string();
    }
    let rest = format!("{rest:0width$}", width = places as usize);
    format!("{whole}.{}", rest.trim_end_matches('0'))
}

struct Place {
    span: Span,
    code: Option<String>,
}

/// "On the border of Chad": the next phrase behind a quantity that a preposition of place opens and that names a state or place.
fn place(scene: &Scene<'_>, line: &Line<'_>, counted: &Counted) -> Option<Place> {
    let from = counted.unit.end.max(counted.scale.end).max(counted.number.end);
    let places = phrase::words();
    for at in from..(from + FAR).min(line.tokens.len()) {
        let word = line.word(scene.text, at);
        if matches!(word, ";" | "." | ":" | ",") {
            return None;
        }
        let case = line.tokens.get(at).is_some_and(|token| token.relation() == Some(Relation::Case));
        if !case || !places.has(Class::Place, word) {
            continue;
        }
        let Some(head) = line.head(at).filter(|head| *head > at) else { continue };
        // What the noun is joined to by "of" belongs to the place.
        let of = (head + 1..(head + 6).min(line.tokens.len())).find(|next| line.hangs(*next, head, Relation::Nmod));
        let end = of.map_or(head, |of| if line.word(scene.text, head + 1) == "of" { of } else { head });
        let span = span_of(line, &(at + 1..end + 1));
        let named = scene.mentions(span).iter().filter_map(|mention| scene.given.actors.actors.get(mention.actor));
        let mut named = named.filter(|actor| matches!(actor.kind, ActorKind::State | ActorKind::Place)).peekable();
        if named.peek().is_some() {
            return Some(Place { span, code: named.find_map(|actor| actor.code.clone()) });
        }
    }
    None
}

/// Whose the things are that are counted: who is named before them or by an "of" behind, else who is said to have or send them.
fn owner(scene: &Scene<'_>, line: &Line<'_>, counted: &Counted, place: Option<Span>) -> Vec<String> {
    let whole = line.token_at(counted.span.start)..line.token_at(counted.span.end);
    let head = whole.clone().rev().find(|at| line.head(*at).is_none_or(|head| !whole.contains(&head)));
    let codes = |span: Span| -> Vec<String> {
        let named = scene.mentions(span).iter().filter_map(|mention| scene.given.actors.actors.get(mention.actor));
        let mut codes: Vec<String> = named.filter_map(|actor| actor.code.clone()).take(2).collect();
        codes.dedup();
        codes
    };
    let own = codes(counted.span);
    let (Some(head), true) = (head, own.is_empty()) else { return own };
    let near = head + 1..(head + 8).min(line.tokens.len());
    let of = near.into_iter().find(|at| line.hangs(*at, head, Relation::Nmod) && line.word(scene.text, head + 1) == "of");
    if let Some(of) = of {
        let owners = codes(span_of(line, &(head + 2..of + 1)));
        if !owners.is_empty() {
            return owners;
        }
    }
    let Some(verb) = line.head(head).filter(|verb| line.hangs(head, *verb, Relation::Obj)) else { return Vec::new() };
    let subject = (verb.saturating_sub(12)..verb).find(|at| line.hangs(*at, verb, Relation::Nsubj));
    let Some(subject) = subject else { return Vec::new() };
    let phrase = span_of(line, &(subject.saturating_sub(3)..subject + 1));
    if place.is_some_and(|place| place.overlaps(phrase)) { Vec::new() } else { codes(phrase) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let read = |words: &str| decimal(words).map(|(digits, places)| written(digits, places));
        assert_eq!(read("100,000").as_deref(), Some("100000"));
        assert_eq!(read("3.50").as_deref(), Some("3.5"));
        assert_eq!(read("2.05").as_deref(), Some("2.05"));
        assert_eq!(read("2,5"), None);
        assert_eq!(read("1.2.3"), None);
        assert_eq!(read("99999999999999999999999"), None);
        let (digits, places) = scale((25, 1), "million");
        assert_eq!(written(digits, places), "2500000");
    }
}
