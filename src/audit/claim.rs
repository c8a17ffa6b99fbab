//! What could be checked: sentences with a quantity of something, an event with its date, a superlative.

use super::{
    Claim, ClaimReason,
    phrase::{self, Class, Phrase},
    quantity::Counted,
    scene::{Line, Scene},
};
use crate::{
    syntax::{Token, Xpos},
    text::Span,
    time::TimeKind,
};

/// A sentence gives so many reasons at most; a longer list is a table.
const MAX_REASONS: usize = 12;

/// The claim that a sentence makes. Headings announce and claim nothing.
pub fn find(scene: &Scene<'_>, line: &Line<'_>, quantities: &[Counted], is_heading: bool) -> Option<Claim> {
    if is_heading || scene.words(line.span).ends_with('?') {
        return None;
    }
    let mut reasons: Vec<ClaimReason> =
        quantities.iter().take(MAX_REASONS).map(|quantity| ClaimReason { kind: "quantity", span: quantity.span }).collect();
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
