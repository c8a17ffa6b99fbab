//! Passives: "was conveyed by the envoy", "is often highlighted", "the plan announced by the president".

use super::{Clause, Cue, Found, Words, agent, announced, around, is_denied, is_inverted, is_nobody, skip_adjuncts, trim_words};
use crate::{
    actor::words::Part,
    lexicon::{Frame, VerbKind},
};

/// "was conveyed by the envoy", "is often highlighted", "it is believed that".
pub(super) fn passive(clause: &Clause<'_>, cue: &Cue, found: &mut Vec<Found>) {
    let by = clause.lower(cue.end) == "by";
    let source = by.then(|| agent(clause, cue.end + 1)).flatten();
    let relative = clause.before(cue.group) == Some(Part::Relative);
    let subject = clause.subject(cue.group);
    let unsaid = |words: &Words| is_nobody(clause, words) || is_inverted(clause, words);
    let kept = cue.verb.kind == VerbKind::Describe;
    let permitted = cue.verb.kind == VerbKind::Agree && (cue.group..cue.at).any(|index| clause.part(index) == Some(Part::Negation));
    if permitted || is_denied(clause, cue) && !kept || source.as_ref().is_some_and(unsaid) || subject.as_ref().is_some_and(unsaid) {
        return;
    }
    let impersonal = cue.group > 0 && clause.lower(cue.group - 1) == "it";
    let after = source.as_ref().map_or(cue.end, |words| words.end);
    let after = skip_adjuncts(clause, after, false);
    let mut content = Vec::new();
    let rule;
    if clause.part(after) == Some(Part::That) && cue.has(Frame::That) && impersonal {
        let end = clause.content_end(after + 1, true);
        content.push(clause.bytes(&trim_words(clause, after + 1..end)));
        rule = "passive_that";
    } else if let Some(subject) = subject.filter(|_| !impersonal && (!relative || by)) {
        let predicate = clause.lower(after) == "as" && (cue.has(Frame::ObjAs) || cue.has(Frame::As));
        let named = cue.has(Frame::ObjPredicate)
            && matches!(clause.part(after), Some(Part::Determiner | Part::Noun | Part::Quote))
            && source.is_none();
        let told = cue.has(Frame::ObjTo) && clause.part(after) == Some(Part::To);
        let generic = (cue.group..cue.at).any(|index| crate::statement::is_generic_adverb(clause.lower(index)));
        let object =
            cue.has(Frame::Np) && (!cue.verb.ambiguous || generic || by && matches!(cue.verb.kind, VerbKind::Say | VerbKind::Write));
        if told && !matches!(cue.verb.kind, VerbKind::Want | VerbKind::Think) {
            let end = clause.content_end(after, false);
            let mut statement = cue.statement(clause, source, vec![clause.bytes(&trim_words(clause, after..end))], "passive_order");
            statement.addressee = Some(clause.bytes(&subject));
            statement.needs_actor = by;
            found.push(statement);
            return;
        }
        if source.is_some()
            && let Some((start, clausal)) = passive_complement(clause, cue, after)
        {
            let end = clause.content_end(start, clausal);
            let mut statement = cue.statement(clause, source, vec![clause.bytes(&trim_words(clause, start..end))], "passive_addressee");
            statement.addressee = Some(clause.bytes(&subject));
            statement.needs_actor = true;
            found.push(statement);
            return;
        }
        content.push(clause.bytes(&subject));
        if predicate || named {
            let end = clause.content_end(after, false);
            content.push(clause.bytes(&trim_words(clause, after..end)));
            rule = "passive_description";
        } else if object
            && (source.is_some()
                || matches!(cue.verb.kind, VerbKind::Say | VerbKind::Reveal | VerbKind::Think | VerbKind::Accuse | VerbKind::Praise)
                    && ends_clause(clause, after))
        {
            rule = "passive";
        } else {
            return;
        }
    } else {
        return;
    }
    let mut statement = cue.statement(clause, source, content, rule);
    statement.needs_actor = by;
    found.push(statement);
}

/// Where the content begins behind a passive whose subject is the one addressed ("was told by X that …", "was accused by X of …"), and whether
/// it is a clause.
fn passive_complement(clause: &Clause<'_>, cue: &Cue, after: usize) -> Option<(usize, bool)> {
    if cue.has(Frame::ObjThat)
        && let Some((start, Frame::That)) = announced(clause, after)
    {
        return Some((start, true));
    }
    [(Frame::ObjOf, "of"), (Frame::ObjFor, "for"), (Frame::ObjAbout, "about"), (Frame::ObjAgainst, "against")]
        .into_iter()
        .any(|(frame, word)| cue.has(frame) && clause.lower(after) == word)
        .then_some((after + 1, false))
}

/// Whether the clause is over, or nearly so, at a word.
fn ends_clause(clause: &Clause<'_>, at: usize) -> bool {
    matches!(clause.part(at), None | Some(Part::Stop | Part::Comma | Part::Contrast | Part::Coordinator | Part::Break))
}

/// "the operation announced by the president", "as stated by the ministry".
pub(super) fn by_participle(clause: &Clause<'_>, cue: &Cue, found: &mut Vec<Found>) {
    let Some(source) = agent(clause, cue.end + 1) else { return };
    if clause.before(cue.at) == Some(Part::Subordinator) {
        if clause.lower(cue.at - 1) == "as" {
            let content = around(clause, cue.at - 1, source.end);
            if !content.is_empty() {
                let mut statement = cue.statement(clause, Some(source), content, "frame_as_participle");
                statement.needs_actor = false;
                found.push(statement);
            }
        }
        return;
    }
    if !cue.has(Frame::Np) {
        return;
    }
    let Some(phrase) = clause.noun_phrase_before(cue.at) else { return };
    // "an interview broadcast by the channel": what carries words is not what is said.
    if crate::statement::circumstance::is_setting(clause.lower(cue.at - 1)) {
        return;
    }
    let mut statement = cue.statement(clause, Some(source), vec![clause.bytes(&phrase)], "by_participle");
    statement.needs_actor = true;
    found.push(statement);
}

/// Whether "seen as …" belongs to the noun before it: the clause has its verb later.
pub(super) fn describes_before(clause: &Clause<'_>, cue: &Cue) -> bool {
    (cue.end..clause.len().min(cue.end + 16)).any(|index| clause.part(index) == Some(Part::Auxiliary))
}
