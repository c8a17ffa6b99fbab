//! Relayed speech: "the newspaper quoted the mayor as saying …".

use super::{Clause, Cue, Found, agent, complement, cue_at, left_content, trim_words};
use crate::actor::quotation::Quotation;

/// "The paper quoted Holm as saying", "was quoted by the paper as saying": two statements of the same content.
pub(super) fn relay(clause: &Clause<'_>, cue: &Cue, quotations: &[Quotation], found: &mut Vec<Found>) -> bool {
    if !matches!(cue.verb.lemma, "quote" | "cite") {
        return false;
    }
    let Some(saying) =
        (cue.end..(cue.end + 16).min(clause.len())).find(|&index| clause.lower(index) == "as" && clause.lower(index + 1).ends_with("ing"))
    else {
        return false;
    };
    let inner = Cue { at: saying + 1, end: saying + 2, group: saying + 1, verb: cue.verb };
    let inner = cue_at(clause, saying + 1).unwrap_or(inner);
    let subject = clause.subject(cue.group);
    let passive = clause.has_be(cue.group, cue.at);
    let by = (cue.end..saying).find(|&index| clause.lower(index) == "by");
    let (outer, speaker) =
        if passive { (by.and_then(|by| agent(clause, by + 1)), subject) } else { (subject, (cue.end < saying).then_some(cue.end..saying)) };
    let Some(speaker) = speaker else { return false };
    let first = outer.as_ref().map_or(speaker.start, |outer| outer.start.min(speaker.start));
    let content = match complement(clause, &inner) {
        Some(complement) => {
            let end = clause.content_end(complement.content.start, true);
            let bytes = clause.bytes(&trim_words(clause, complement.content.start..end));
            let quotation = quotations.get(quotations.partition_point(|quotation| quotation.outer.end <= bytes.start));
            vec![
                quotation
                    .filter(|quotation| quotation.outer.start <= bytes.start && quotation.outer.end > clause.span.end)
                    .map_or(bytes, |quotation| quotation.inner),
            ]
        }
        None => match left_content(clause, first, false, quotations) {
            Some(content) => content,
            None => return false,
        },
    };
    let mut told = inner.statement(clause, Some(speaker), content.clone(), "relayed");
    told.needs_actor = false;
    found.push(told);
    if outer.is_some() || passive {
        let mut quoted = cue.statement(clause, outer, content, "relaying");
        quoted.needs_actor = false;
        found.push(quoted);
    }
    true
}
