//! Sources in parentheses: "…," said the minister; …, the ministry said.

use super::{Clause, Cue, Found, MAX_BEFORE, is_nobody, skip_adjuncts};
use crate::{
    actor::{quotation::Quotation, words::Part},
    lexicon::Frame,
    text::Span,
};

/// "…, SOURCE said." and "…," said SOURCE: the content stands before.
pub(super) fn parenthetical(clause: &Clause<'_>, cue: &Cue, quotations: &[Quotation], last_block: usize) -> Option<(Found, usize)> {
    let relative = clause.before(cue.group) == Some(Part::Relative);
    let passive = clause.has_be(cue.group, cue.at) && !cue.is_gerund(clause);
    if relative || passive || !(cue.has(Frame::Quote) || cue.has(Frame::That)) || cue.is_gerund(clause) && !clause.has_be(cue.group, cue.at)
    {
        return None;
    }
    let left = |index: usize| {
        matches!(clause.before(index), Some(Part::Comma | Part::Quote))
            || index > 0 && clause.before(index) == Some(Part::Stop) && clause.is_quoted(index - 1)
    };
    let (source, from, after) = match clause.subject(cue.group) {
        Some(subject) if left(subject.start) => {
            let after = after_cue(clause, cue)?;
            (subject.clone(), subject.start, after)
        }
        Some(_) => return None,
        None if cue.group == cue.at && left(cue.group) && cue.has(Frame::Quote) && !cue.verb.ambiguous => {
            let start = cue.end;
            // "…, urges Norway to take part": who is urged, not who urges.
            let urged = |end: &usize| clause.part(*end) == Some(Part::To) && clause.part(end + 1) == Some(Part::Verb);
            let end = inverted_end(clause, start).filter(|end| !urged(end))?;
            (start..end, cue.at, end)
        }
        None => return None,
    };
    if is_nobody(clause, &source) {
        return None;
    }
    let content = left_content(clause, from, goes_on(clause, after), quotations)?;
    let mut statement = cue.statement(clause, Some(source.clone()), content, if from == cue.at { "inverted" } else { "parenthetical" });
    if from != cue.at && (cue.has(Frame::ObjThat) || cue.verb.lemma == "tell") && after > cue.end {
        let addressee = clause.noun_phrase_after(cue.end);
        if addressee > cue.end {
            statement.addressee = Some(clause.bytes(&(cue.end..addressee)));
        }
    }
    continue_right(clause, after, quotations, last_block, &mut statement);
    Some((statement, from.saturating_sub(usize::from(clause.before(from) == Some(Part::Comma)))))
}

/// One past the source of "…," said SOURCE.
fn inverted_end(clause: &Clause<'_>, start: usize) -> Option<usize> {
    let mut end = clause.noun_phrase_after(start);
    if end == start {
        return None;
    }
    while matches!(clause.lower(end), "of" | "for" | "at" | "to" | "from") {
        let further = clause.noun_phrase_after(end + 1);
        if further == end + 1 {
            break;
        }
        end = further;
    }
    // An apposition: "said Mr Hill, a former diplomat who led the talks."
    if clause.part(end) == Some(Part::Comma)
        && (matches!(clause.part(end + 1), Some(Part::Determiner | Part::Noun)) || clause.lower(end + 1) == "who")
        && !clause.is_quoted(end + 1)
    {
        let mut stop = end + 1;
        while stop < clause.len()
            && !matches!(clause.part(stop), Some(Part::Stop | Part::Quote))
            && !(clause.part(stop) == Some(Part::Comma) && clause.lower(stop + 1).ends_with("ing"))
        {
            stop += 1;
        }
        if stop - end < 40 {
            end = stop;
        }
    }
    Some(end)
}

/// The first word after the verb's adjuncts, if the verb has nothing else to its right.
fn after_cue(clause: &Clause<'_>, cue: &Cue) -> Option<usize> {
    let mut at = cue.end;
    if (cue.has(Frame::ObjThat) || cue.has(Frame::ObjWh)) && clause.part(at).is_some_and(|part| part.is_nominal() || part == Part::Pronoun)
    {
        at = clause.noun_phrase_after(at);
    }
    at = skip_adjuncts(clause, at, true);
    match clause.part(at) {
        None | Some(Part::Stop | Part::Comma | Part::Break) => Some(at),
        Some(Part::Subordinator | Part::Coordinator | Part::Contrast) => Some(at),
        Some(Part::Quote) if clause.part(at.wrapping_sub(1)) == Some(Part::Comma) => Some(at),
        Some(Part::Verb) if clause.lower(at).ends_with("ing") => Some(at),
        _ => None,
    }
}

/// Whether the clause that a source in commas cuts in two goes on behind it: "the museum, he said, celebrates …".
fn goes_on(clause: &Clause<'_>, after: usize) -> bool {
    if clause.part(after) != Some(Part::Comma) {
        return false;
    }
    let mut next = after + 1;
    while clause.part(next) == Some(Part::Adverb) && next < after + 3 {
        next += 1;
    }
    match clause.part(next) {
        Some(Part::Auxiliary) => true,
        Some(Part::Verb) => clause.is_finite(next),
        Some(Part::Determiner | Part::Possessor | Part::Pronoun | Part::Name | Part::Noun | Part::Number) => clause.clause_at(next),
        _ => false,
    }
}

/// What stands before a source in parentheses: the quotation, or the sentence so far.
pub(super) fn left_content(clause: &Clause<'_>, source: usize, goes_on: bool, quotations: &[Quotation]) -> Option<Vec<Span>> {
    let last = source.checked_sub(1)?;
    let at = clause.word(last)?.full.end;
    let quotation =
        quotations.partition_point(|quotation| quotation.outer.start < at).checked_sub(1).and_then(|index| quotations.get(index));
    if let Some(quotation) = quotation.filter(|quotation| quotation.outer.end + 2 >= at && quotation.outer.end <= at + 1) {
        let first = clause.words.iter().find(|word| !matches!(word.part, Part::Quote | Part::Break))?;
        // "“…,” X said; “…,” Y said."
        let apart = clause.text.get(clause.span.start..quotation.outer.start).is_some_and(|before| before.trim_end().ends_with(';'));
        if quotation.inner.start <= first.span.start || quotation.outer.start < clause.span.start || apart {
            return Some(quoted_before(quotation, quotations));
        }
    }
    let mut start = clause.dateline().max(source.saturating_sub(MAX_BEFORE));
    while matches!(clause.part(start), Some(Part::Coordinator | Part::Contrast | Part::Break | Part::Stop | Part::Adverb))
        && start < last
        && clause.part(start + 1) != Some(Part::Quote)
    {
        start += 1;
        if clause.part(start) == Some(Part::Comma) {
            start += 1;
        }
    }
    let end = if clause.part(last) == Some(Part::Quote) { source } else { last };
    let verb = (start..last).any(|index| matches!(clause.part(index), Some(Part::Auxiliary | Part::Verb)));
    if start < last && goes_on {
        return Some(vec![clause.bytes(&(start..end))]);
    }
    if start >= last || !verb {
        return None;
    }
    // "In Moscow, he said" has only an adjunct before.
    let clausal = (start..last)
        .any(|index| clause.part(index) == Some(Part::Auxiliary) || clause.part(index) == Some(Part::Verb) && clause.is_finite(index));
    let opens_adjunct = matches!(clause.part(start), Some(Part::Preposition | Part::Subordinator))
        || clause.lower(start).ends_with("ing")
        || clause.lower(start).ends_with("ed");
    if !clausal || opens_adjunct && !(start..last).any(|index| clause.part(index) == Some(Part::Comma) && clause.clause_at(index + 1)) {
        return None;
    }
    Some(vec![clause.bytes(&(start..end))])
}

/// A quotation with the paragraphs before that it goes on from.
fn quoted_before(quotation: &Quotation, quotations: &[Quotation]) -> Vec<Span> {
    let mut spans = vec![quotation.inner];
    let mut first = quotation;
    let mut index = quotations.partition_point(|other| other.outer.start < quotation.outer.start);
    while first.continues && index > 0 && spans.len() < 64 {
        index -= 1;
        let Some(before) = quotations.get(index) else { break };
        spans.insert(0, before.inner);
        first = before;
    }
    spans
}

/// Adds what follows a source in parentheses: the rest of a quotation or of a clause that it cuts in two.
fn continue_right(clause: &Clause<'_>, after: usize, quotations: &[Quotation], last_block: usize, statement: &mut Found) {
    let here = clause.word(after).map_or(clause.span.end, |word| word.full.start);
    let next = quotations.get(quotations.partition_point(|quotation| quotation.outer.start < here));
    let direct = statement
        .content
        .last()
        .is_some_and(|span| quotations.binary_search_by(|quotation| quotation.inner.start.cmp(&span.start)).is_ok());
    if let Some(next) = next.filter(|next| next.block == clause.block && next.block <= last_block) {
        let gap = clause.text.get(here..next.outer.start).unwrap_or("x").trim();
        // "…," said the fellow, referring to the test. "…"
        let gap = if gap.len() < 160 && gap.starts_with(',') && gap.ends_with('.') && !gap.trim_end_matches('.').contains(". ") {
            "."
        } else {
            gap
        };
        let inside = next.outer.start < clause.span.end;
        let short = gap.trim().chars().all(|c| matches!(c, ',' | '.' | ':' | '—' | '–' | '-'));
        if direct && short && (inside || next.outer.len() > 40) {
            // The next sentence of the quotation must not have a source of its own behind it.
            let behind = clause.text.get(next.outer.end..).unwrap_or("").trim_start();
            let ends = next.inner.of(clause.text).trim_end().ends_with(['.', '!', '?', '…']);
            if inside || ends || behind.is_empty() {
                statement.content.push(next.inner);
            }
        }
        return;
    }
    if clause.part(after) != Some(Part::Comma) || direct {
        return;
    }
    if goes_on(clause, after) {
        let end = clause.content_end(after + 1, true);
        statement.content.push(clause.bytes(&(after + 1..end)));
    }
}
