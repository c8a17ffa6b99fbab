//! A source, a verb, and what it says: the common shape, with infinitives, participles and verbs that share a subject.

use super::{
    Clause, Cue, Found, MAX_INTRODUCTION, Words, by_participle, complement, describes_before, is_averted, is_denied, is_inverted,
    is_nobody, passive, trim_words,
};
use crate::{
    actor::{
        quotation::Quotation,
        words::{Fact, Part},
    },
    lexicon::{Frame, Inflection, Lexicon, VerbKind},
};

/// All other shapes of a verb.
pub(super) fn other(clause: &Clause<'_>, cue: &Cue, quotations: &[Quotation], found: &mut Vec<Found>) {
    let participle = cue.is_participle(clause);
    let gerund = cue.is_gerund(clause);
    if clause.has_be(cue.group, cue.at) && participle && !gerund {
        passive(clause, cue, found);
        return;
    }
    if participle
        && !gerund
        && clause.lower(cue.end) == "by"
        && cue.group == cue.at
        && matches!(clause.before(cue.at), Some(Part::Noun | Part::Name | Part::Subordinator))
    {
        by_participle(clause, cue, found);
        return;
    }
    if participle
        && !gerund
        && clause.lower(cue.end) == "as"
        && cue.has(Frame::ObjAs)
        && clause.before(cue.group) == Some(Part::Noun)
        && !clause.words.get(cue.group..cue.at).is_some_and(|words| words.iter().any(|word| word.part == Part::Auxiliary))
        && describes_before(clause, cue)
    {
        if let Some(phrase) = clause.noun_phrase_before(cue.group) {
            let end = clause.phrase_end(cue.end + 1).min(clause.content_end(cue.end, false));
            let content = vec![clause.bytes(&phrase), clause.bytes(&trim_words(clause, cue.end..end))];
            let mut statement = cue.statement(clause, None, content, "description_without_source");
            statement.needs_actor = false;
            found.push(statement);
        }
        return;
    }
    let (source, rule) = if gerund && !clause.has_be(cue.group, cue.at) {
        gerund_source(clause, cue)
    } else if clause.before(cue.group) == Some(Part::To) {
        (infinitive_source(clause, cue.group - 1), "infinitive")
    } else if matches!(clause.before(cue.group), Some(Part::Coordinator | Part::Contrast))
        || clause.before(cue.group) == Some(Part::Comma) && clause.subject(cue.group).is_none()
    {
        (clause.main_subject(cue.group), "shared_subject")
    } else {
        (clause.subject(cue.group), "indirect")
    };
    let Some(source) = source else { return };
    if is_nobody(clause, &source) || is_denied(clause, cue) || is_inverted(clause, &source) || gerund && is_averted(clause, cue) {
        return;
    }
    let Some(complement) = complement(clause, cue) else { return };
    if clause.before(source.start) == Some(Part::Subordinator)
        && clause.lower(source.start - 1) == "as"
        && clause.part(cue.end) == Some(Part::Comma)
    {
        return;
    }
    let clausal = matches!(complement.frame, Frame::That | Frame::Quote | Frame::Wh | Frame::ObjThat | Frame::ObjWh);
    let mut end = clause.content_end(complement.content.start, clausal);
    // A quotation is the whole content unless it is only the subject of what follows.
    if complement.frame == Frame::Quote
        && clause.part(complement.content.start) == Some(Part::Quote)
        && let Some(close) =
            (complement.content.start + 2..end).find(|&index| clause.part(index) == Some(Part::Quote) && !clause.is_quoted(index))
        && !matches!(
            clause.part(close + 1),
            Some(Part::Verb | Part::Auxiliary | Part::Noun | Part::Name | Part::To | Part::Coordinator | Part::Number)
        )
    {
        end = close + 1;
    }
    // "While X said …, Y insisted …": a subordinate clause ends at the comma before the subject of the main clause.
    if matches!(clause.before(source.start), Some(Part::Subordinator))
        && let Some(comma) = (complement.content.start..end).find(|&index| {
            clause.part(index) == Some(Part::Comma)
                && !clause.is_quoted(index)
                && clause.part(index + 1).is_some_and(|part| part.is_nominal() || part == Part::Pronoun)
                && clause.main_verb_behind(index + 1)
        })
    {
        end = comma;
    }
    // "A priest who knows the envoy said …": a relative clause ends before the main verb.
    if clause.before(cue.group) == Some(Part::Relative)
        && let Some(main) = clause.main_group(cue.group, complement.content.start..end)
    {
        end = main;
    }
    // "X, who vowed to leave, said …": the relative clause ends at the comma before the main verb.
    if clause.before(cue.group) == Some(Part::Relative)
        && let Some(comma) = (complement.content.start..end).find(|&index| {
            clause.part(index) == Some(Part::Comma)
                && !clause.is_quoted(index)
                && matches!(clause.part(index + 1), Some(Part::Auxiliary | Part::Verb | Part::Adverb))
                && !clause.lower(index + 1).ends_with("ing")
        })
    {
        end = comma;
    }
    // "After accusing X of …, he …": an introductory participle ends at the comma before the subject.
    if rule == "gerund" && source.start > cue.end && end >= source.start {
        end = source.start - 1;
    }
    if rule == "gerund"
        && let Some(and) = (complement.content.start..end).find(|&index| {
            clause.part(index) == Some(Part::Coordinator)
                && clause.lower(index + 1).ends_with("ing")
                && clause.word(index + 1).is_some_and(|word| word.reporting)
        })
    {
        end = and;
    }
    let end = if complement.content.end > complement.content.start { complement.content.end.min(end) } else { end };
    let content = trim_words(clause, complement.content.start..end);
    // "said Monday", "a priest who knows him": a time, or somebody known, is no content.
    let related = clause.before(cue.group) == Some(Part::Relative);
    let empty = |index: usize| match clause.part(index) {
        Some(Part::Time) => true,
        Some(Part::Pronoun) => related,
        _ => false,
    };
    if content.is_empty() || content.len() <= 2 && complement.frame != Frame::Quote && content.clone().all(empty) {
        return;
    }
    // "citing two officials": who is cited is no content.
    if matches!(cue.verb.lemma, "cite" | "quote") && complement.frame == Frame::Np && clause.is_somebody(content.end - 1) {
        return;
    }
    let weak = matches!(
        complement.frame,
        Frame::Np
            | Frame::Ing
            | Frame::On
            | Frame::About
            | Frame::Of
            | Frame::For
            | Frame::ToNoun
            | Frame::Against
            | Frame::In
            | Frame::At
            | Frame::Over
    );
    let reporting_object = complement.frame == Frame::Np
        && clause.words.get(content.clone()).is_some_and(|words| {
            words.iter().take(3).any(|word| !word.possessive && word.part == Part::Noun && word.known.has(Fact::Noun))
        });
    if cue.verb.ambiguous && weak && !reporting_object {
        return;
    }
    let loose = matches!(rule, "gerund" | "shared_subject" | "infinitive")
        && !matches!(
            complement.frame,
            Frame::That | Frame::Quote | Frame::ObjThat | Frame::ObjTo | Frame::ObjOf | Frame::ObjAs | Frame::OnTo | Frame::ForTo
        );
    // "reiterated calls to …": the noun carries it, with the verb in its cue.
    if complement.frame == Frame::Np && cue.has(Frame::Noun) && crate::statement::noun::heads(clause, content.start) {
        return;
    }
    // What somebody may say, or would say under a condition, he has not said.
    let possible = (cue.group..cue.at).any(|index| matches!(clause.lower(index), "may" | "might" | "could" | "should" | "must" | "can"));
    if (possible || is_condition(clause, cue, &source)) && complement.frame != Frame::Quote {
        return;
    }
    // What somebody did not mention, nobody said.
    let negated = (cue.group..cue.at).any(|index| clause.part(index) == Some(Part::Negation) || clause.lower(index).ends_with("n't"));
    if negated && weak && !matches!(cue.verb.kind, VerbKind::Think | VerbKind::Want | VerbKind::Refuse | VerbKind::Deny) {
        return;
    }
    let permits = cue.verb.kind == VerbKind::Agree && complement.frame == Frame::ObjTo;
    if cue.verb.ambiguous && (loose || permits) {
        return;
    }
    let mut bytes = clause.bytes(&content);
    if let Some(quotation) = quotations.get(quotations.partition_point(|quotation| quotation.outer.end <= bytes.start))
        && quotation.outer.start <= bytes.start
        && quotation.outer.end > clause.span.end
    {
        // The quotation goes on over the end of the sentence.
        bytes = quotation.inner;
    }
    let mut statement = cue.statement(clause, Some(source), vec![bytes], rule_name(rule, complement.frame));
    statement.addressee = complement.addressee.map(|words| clause.bytes(&words));
    let says =
        matches!(cue.verb.kind, VerbKind::Say | VerbKind::Write) && matches!(complement.frame, Frame::That | Frame::Quote | Frame::ObjThat);
    statement.needs_actor |= !says;
    found.push(statement);
}

/// Whether the clause is a condition: "if both sides agree to …", "when both sides show …". With "when" and its like, the present says that it is
/// a case and no event.
fn is_condition(clause: &Clause<'_>, cue: &Cue, source: &Words) -> bool {
    let Some(before) = source.start.checked_sub(1) else { return false };
    let present = || {
        cue.group == cue.at
            && Lexicon::get()
                .reporting_verb(clause.lower(cue.at))
                .all(|reading| matches!(reading.inflection, Inflection::Base | Inflection::Third))
    };
    match clause.lower(before) {
        "if" | "unless" | "provided" => true,
        "when" | "whenever" | "once" | "until" => present(),
        _ => false,
    }
}

fn rule_name(shape: &'static str, frame: Frame) -> &'static str {
    match (shape, frame) {
        ("gerund", _) => "participle",
        ("infinitive", _) => "infinitive",
        ("shared_subject", _) => "shared_subject",
        (_, Frame::Quote) => "quotation_after",
        (_, Frame::That | Frame::ObjThat) => "that_clause",
        (_, Frame::Wh | Frame::ObjWh) => "question_clause",
        (_, Frame::To) => "to_infinitive",
        (_, Frame::ObjTo | Frame::OnTo) => "addressee_infinitive",
        (_, Frame::ObjOf | Frame::ObjFor | Frame::ObjAbout | Frame::ObjAgainst) => "addressee_preposition",
        (_, Frame::ObjAs | Frame::ObjPredicate) => "description",
        (_, Frame::Np | Frame::Ing) => "object",
        _ => "preposition",
    }
}

/// The source of an -ing form: what it is attached to.
fn gerund_source(clause: &Clause<'_>, cue: &Cue) -> (Option<Words>, &'static str) {
    let before = clause.before(cue.group);
    match before {
        None | Some(Part::Comma | Part::Coordinator | Part::Subordinator | Part::Break | Part::Preposition | Part::Quote) => {
            if cue.group <= 1 || clause.main_subject(cue.group).is_none() {
                // "Speaking in Moscow, he said": the subject comes later.
                return (later_subject(clause, cue.end), "gerund");
            }
            (preceding_source(clause, cue.group).or_else(|| clause.main_subject(cue.group)), "gerund")
        }
        Some(Part::Noun | Part::Name | Part::Pronoun) => (clause.noun_phrase_before(cue.group), "gerund"),
        Some(Part::Verb) => (clause.subject(clause.group_start(cue.group - 1)), "gerund"),
        _ => (None, "gerund"),
    }
}

/// The subject of the cue that a participle goes on from: "…, X insisted …, adding …". Only clauses that stand on their own count, for a clause
/// inside a content has a subject that does not speak here.
fn preceding_source(clause: &Clause<'_>, before: usize) -> Option<Words> {
    for index in (before.saturating_sub(MAX_INTRODUCTION)..before).rev() {
        if clause.is_quoted(index)
            || !clause.word(index).is_some_and(|word| word.part == Part::Verb && word.reporting)
            || !clause.is_finite(index)
        {
            continue;
        }
        let sure = clause.reporting_verb(index).any(|reading| !reading.verb.ambiguous && reading.verb.kind == VerbKind::Say);
        let Some(subject) = clause.subject(clause.group_start(index)).filter(|_| sure) else { continue };
        let own = match clause.before(subject.start) {
            None | Some(Part::Contrast) => true,
            Some(Part::Coordinator | Part::Comma) => matches!(clause.before(subject.start - 1), Some(Part::Comma | Part::Quote) | None),
            Some(Part::Break) => clause.word(subject.start - 1).is_some_and(|word| word.text == ";"),
            _ => false,
        };
        if own {
            return Some(subject);
        }
    }
    None
}

/// The subject after an introductory participle.
fn later_subject(clause: &Clause<'_>, from: usize) -> Option<Words> {
    let limit = clause.len().min(from + MAX_INTRODUCTION);
    let comma = (from..limit).find(|&index| clause.part(index) == Some(Part::Comma))?;
    let verb = (comma + 1..limit).find(|&index| matches!(clause.part(index), Some(Part::Auxiliary | Part::Verb)))?;
    clause.subject(clause.group_start(verb)).filter(|subject| subject.start == comma + 1)
}

/// The source of "continue to argue": the subject of the governing verb.
fn infinitive_source(clause: &Clause<'_>, to: usize) -> Option<Words> {
    let governor = to.checked_sub(1)?;
    let word = clause.word(governor)?;
    if word.part != Part::Verb && !(word.part == Part::Preposition && governor > 0) || !crate::statement::is_chain_verb(&word.lower) {
        return None;
    }
    clause.subject(clause.group_start(governor))
}
