//! What could be checked: sentences with a quantity of something, an event with its date, a superlative.

use super::{
    Claim, ClaimReason,
    phrase::{self, Class, Phrase},
    scene::{Line, Scene},
};
use crate::{
    actor::words::is_closed_class,
    syntax::{Token, TokenKind, Upos, Xpos},
    text::Span,
    time::TimeKind,
};

/// How many words behind a number may tell what is counted.
const MAX_COUNTED: usize = 5;
/// How many words may stand before a number ("more than").
const MAX_BEFORE: usize = 3;
/// A sentence gives so many reasons at most; a longer list is a table.
const MAX_REASONS: usize = 12;

/// The claim that a sentence makes. Headings announce and claim nothing.
pub fn find(scene: &Scene<'_>, line: &Line<'_>, is_heading: bool) -> Option<Claim> {
    if is_heading || scene.words(line.span).ends_with('?') {
        return None;
    }
    let mut reasons = Vec::new();
    quantities(scene, line, &mut reasons);
    dated(scene, line, &mut reasons);
    superlatives(scene, line, &mut reasons);
    reasons.sort_by_key(|reason: &ClaimReason| (reason.span.start, reason.kind));
    reasons.truncate(MAX_REASONS);
    let first = reasons.first()?;
    let statement = scene.voice(first.span);
    let has = |kind: &str| reasons.iter().any(|reason| reason.kind == kind);
    let weight = |kind: &str, weight: u32| if has(kind) { weight } else { 0 };
    let score = weight("quantity", 3) + weight("dated", 2) + weight("superlative", 1) + u32::from(statement.is_none());
    Some(Claim { span: line.span, sentence: line.index, statement, reasons, score })
}

fn quantities(scene: &Scene<'_>, line: &Line<'_>, reasons: &mut Vec<ClaimReason>) {
    let digits = line.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Number).map(|(at, _)| (at, at + 1));
    let words = line.hits_of(|phrase| matches!(phrase, Phrase::Number | Phrase::Amount)).map(|hit| {
        let at = line.token_at(hit.span.start);
        (at, line.token_at(hit.span.end))
    });
    let mut end = 0;
    let mut found: Vec<(usize, usize)> = digits.take(MAX_REASONS * 4).chain(words.take(MAX_REASONS)).collect();
    found.sort_unstable();
    for (at, behind) in found {
        if at < end {
            continue;
        }
        if let Some((span, last)) = quantity(scene, line, at, behind) {
            end = last;
            reasons.push(ClaimReason { kind: "quantity", span });
            if reasons.len() >= MAX_REASONS {
                return;
            }
        }
    }
}

/// The quantity whose number is the tokens from `at` to `behind`: with what stands around it, and one past its last token.
fn quantity(scene: &Scene<'_>, line: &Line<'_>, at: usize, behind: usize) -> Option<(Span, usize)> {
    let text = scene.text;
    let number = line.tokens.get(at)?;
    if scene.is_time(number.span) || numbers_a_name(scene, line, at) {
        return None;
    }
    let around = phrase::around();
    let mut end = behind;
    let mut is_measured = false;
    while around.behind.iter().any(|unit| unit.eq_ignore_ascii_case(line.word(text, end))) {
        is_measured |= line.word(text, end).starts_with(['p', 'P', '%']);
        end += 1;
        is_measured |= line.word(text, end.wrapping_sub(1)) == "per" && line.word(text, end) == "cent";
        end += usize::from(line.word(text, end.wrapping_sub(1)) == "per" && line.word(text, end) == "cent");
    }
    let mut begin = at;
    let currency = begin.checked_sub(1).and_then(|before| line.tokens.get(before));
    if currency.is_some_and(|sign| sign.kind == TokenKind::Symbol && sign.span.end == number.span.start) {
        begin -= 1;
        is_measured = true;
    }
    let counted = counted(scene, line, end);
    if counted == end && !is_measured {
        return None;
    }
    end = counted;
    let first = line.tokens.get(begin)?.span.start;
    let before = (1..=MAX_BEFORE).rev().find_map(|count| {
        let from = begin.checked_sub(count)?;
        let words = text.get(line.tokens.get(from)?.span.start..line.tokens.get(begin - 1)?.span.end)?;
        around.before.iter().any(|known| known.eq_ignore_ascii_case(words)).then_some(from)
    });
    let start = before.and_then(|from| line.tokens.get(from)).map_or(first, |token| token.span.start);
    Some((Span::new(start, line.tokens.get(end.checked_sub(1)?)?.span.end), end))
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
fn counted(scene: &Scene<'_>, line: &Line<'_>, from: usize) -> usize {
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

/// Events of the past with a day, a month or a year.
fn dated(scene: &Scene<'_>, line: &Line<'_>, reasons: &mut Vec<ClaimReason>) {
    let times = scene.given.times;
    let from = times.partition_point(|time| time.span.start < line.span.start);
    let inside = times.iter().skip(from).take_while(|time| time.span.end <= line.span.end);
    let on_calendar = |time: &&crate::time::TimeExpression| {
        let has_digit = |words: &str| words.contains(|c: char| c.is_ascii_digit());
        // "OSLO, 3 May (Agency) -": a dateline tells when it was written.
        let is_dateline = scene.text.get(time.span.end..).is_some_and(|rest| rest.starts_with(" ("));
        time.kind == TimeKind::Date && has_digit(&time.value) && has_digit(scene.words(time.span)) && !is_dateline
    };
    let mut dates = inside.filter(on_calendar).take(MAX_REASONS).peekable();
    if dates.peek().is_none() || !is_past(line) {
        return;
    }
    reasons.extend(dates.map(|time| ClaimReason { kind: "dated", span: time.span }));
}

/// Whether a sentence tells of something past, as far as its verbs say; true where there is no grammar.
fn is_past(line: &Line<'_>) -> bool {
    !line.has_grammar() || line.tokens.iter().any(|token| matches!(token.xpos(), Some(Xpos::Vbd | Xpos::Vbn)))
}

/// Superlatives: words that say so, and "most" before an adjective.
fn superlatives(scene: &Scene<'_>, line: &Line<'_>, reasons: &mut Vec<ClaimReason>) {
    for hit in line.hits_of(|phrase| *phrase == Phrase::Superlative).take(MAX_REASONS) {
        reasons.push(ClaimReason { kind: "superlative", span: hit.span });
    }
    if !line.has_grammar() {
        return;
    }
    let is_adjective = |token: &Token| token.xpos() == Some(Xpos::Jj);
    let pairs = line.tokens.windows(2).filter_map(|pair| match pair {
        [most, adjective] if most.xpos() == Some(Xpos::Rbs) && is_adjective(adjective) => Some((most, adjective)),
        _ => None,
    });
    let most = pairs.filter(|(most, adjective)| {
        most.span.of(scene.text).eq_ignore_ascii_case("most") && !phrase::words().has(Class::Common, adjective.span.of(scene.text))
    });
    reasons.extend(
        most.take(MAX_REASONS)
            .map(|(most, adjective)| ClaimReason { kind: "superlative", span: Span::new(most.span.start, adjective.span.end) }),
    );
}
