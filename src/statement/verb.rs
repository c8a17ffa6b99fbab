//! Statements that a verb carries: direct speech around it, clauses, infinitives, objects after it, and its passives.

use super::{
    Found,
    clause::{Clause, Words},
};
use crate::{
    actor::{quotation::Quotation, words::Part},
    lexicon::{Frame, Inflection, Lexicon, Verb, VerbKind},
    text::Span,
};

/// What stands to the right of a verb.
#[derive(Debug, Clone)]
struct Complement {
    content: Words,
    addressee: Option<Words>,
    frame: Frame,
}

/// A form of a reporting verb in a sentence.
#[derive(Clone, Copy)]
struct Cue {
    verb: &'static Verb<'static>,
    /// The word.
    at: usize,
    /// One past the cue, particle included.
    end: usize,
    /// The start of the verb group.
    group: usize,
}

/// How many words an adjunct between verb and content may have.
const MAX_ADJUNCT: usize = 14;
/// How many words an introductory participle and the subject behind it may have.
const MAX_INTRODUCTION: usize = 80;
/// How far before a source in parentheses its content may begin, unless it is a quotation.
const MAX_BEFORE: usize = 600;

/// Finds the sources in parentheses, which end the contents of others; gives the places of their verbs.
pub fn find_parenthetical(clause: &mut Clause<'_>, quotations: &[Quotation], last_block: usize, found: &mut Vec<Found>) -> Vec<usize> {
    let cues: Vec<Cue> = (0..clause.len()).filter_map(|at| cue_at(clause, at)).collect();
    let mut used = Vec::new();
    for cue in &cues {
        if let Some((statement, barrier)) = parenthetical(clause, cue, quotations, last_block) {
            clause.barriers.push(barrier);
            clause.barriers.sort_unstable();
            found.push(statement);
            used.push(cue.at);
        }
    }
    used
}

/// Finds what the other verbs carry.
pub fn find(clause: &Clause<'_>, quotations: &[Quotation], used: &[usize], found: &mut Vec<Found>) {
    for at in 0..clause.len() {
        if used.binary_search(&at).is_err()
            && let Some(cue) = cue_at(clause, at)
        {
            relay(clause, &cue, quotations, found) || {
                other(clause, &cue, quotations, found);
                true
            };
        }
    }
}

/// "KCNA quoted Kim as saying", "was quoted by Tass as saying": two statements of the same content.
fn relay(clause: &Clause<'_>, cue: &Cue, quotations: &[Quotation], found: &mut Vec<Found>) -> bool {
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
        None => match left_content(clause, first, quotations) {
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

fn cue_at(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let word = clause.word(at)?;
    if word.part != Part::Verb || !word.reporting || clause.is_quoted(at) {
        return None;
    }
    let readings = Lexicon::get().reporting_verb(&word.lower);
    let mut best: Option<&'static Verb<'static>> = None;
    let mut end = at + 1;
    for reading in readings {
        if !reading.verb.particle.is_empty() {
            if clause.lower(at + 1) == reading.verb.particle {
                best = Some(reading.verb);
                end = at + 2;
            }
        } else if best.is_none() {
            best = Some(reading.verb);
        }
    }
    Some(Cue { verb: best?, at, end, group: clause.group_start(at) })
}

impl Cue {
    fn has(&self, frame: Frame) -> bool {
        self.verb.frames.contains(frame)
    }

    fn is_gerund(&self, clause: &Clause<'_>) -> bool {
        clause.lower(self.at).ends_with("ing")
    }

    fn is_participle(&self, clause: &Clause<'_>) -> bool {
        Lexicon::get()
            .reporting_verb(clause.lower(self.at))
            .any(|reading| matches!(reading.inflection, Inflection::Participle | Inflection::Past))
    }

    /// The words of the cue: the bare verb with its particle, and a negation right before it.
    fn words(&self, clause: &Clause<'_>) -> Words {
        let negated =
            (self.group..self.at).rev().find(|&index| clause.part(index) == Some(Part::Negation) || clause.lower(index).ends_with("n't"));
        match negated {
            Some(at) if clause.part(at) == Some(Part::Negation) && clause.before(at) == Some(Part::Auxiliary) => at - 1..self.end,
            Some(at) => at..self.end,
            None => self.at..self.end,
        }
    }

    fn statement(&self, clause: &Clause<'_>, source: Option<Words>, content: Vec<Span>, rule: &'static str) -> Found {
        let lemma =
            if self.verb.particle.is_empty() { self.verb.lemma.to_owned() } else { format!("{} {}", self.verb.lemma, self.verb.particle) };
        Found {
            source: source.map(|words| clause.bytes(&words)),
            cue: Some(clause.bytes(&self.words(clause))),
            content,
            addressee: None,
            lemma: Some(lemma),
            strength: Some(self.verb.strength),
            kind: self.verb.kind,
            rule,
            sentence: clause.index,
            block: clause.block,
            // A verb that often reports nothing, or a bare object, needs a source that can speak.
            needs_actor: self.verb.ambiguous,
        }
    }
}

/// "…, SOURCE said." and "…," said SOURCE: the content stands before.
fn parenthetical(clause: &Clause<'_>, cue: &Cue, quotations: &[Quotation], last_block: usize) -> Option<(Found, usize)> {
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
            let end = inverted_end(clause, start)?;
            (start..end, cue.at, end)
        }
        None => return None,
    };
    let content = left_content(clause, from, quotations)?;
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

/// Passes over times, adverbs and short prepositional phrases.
fn skip_adjuncts(clause: &Clause<'_>, from: usize, all: bool) -> usize {
    let mut at = from;
    while at < from + MAX_ADJUNCT {
        match clause.part(at) {
            Some(Part::Adverb | Part::Time) => at += 1,
            Some(Part::Determiner) if matches!(clause.part(at + 1), Some(Part::Time)) => at += 2,
            Some(Part::Preposition)
                if all || matches!(clause.lower(at), "on" | "in" | "at" | "during" | "after" | "through" | "via" | "by" | "from") =>
            {
                let end = clause.noun_phrase_after(at + 1);
                if end == at + 1 {
                    return at;
                }
                let time = (at + 1..end).any(|index| clause.part(index) == Some(Part::Time));
                let follows = matches!(
                    clause.part(end),
                    Some(
                        Part::That
                            | Part::Quote
                            | Part::Pronoun
                            | Part::Break
                            | Part::Comma
                            | Part::Stop
                            | Part::Preposition
                            | Part::Wh
                            | Part::To
                    ) | None
                );
                if !(all || time || follows) {
                    return at;
                }
                at = end;
            }
            Some(Part::To) if all && clause.part(at + 1).is_some_and(Part::is_nominal) => at = clause.noun_phrase_after(at + 1),
            _ => return at,
        }
    }
    at
}

/// What stands before a source in parentheses: the quotation, or the sentence so far.
fn left_content(clause: &Clause<'_>, source: usize, quotations: &[Quotation]) -> Option<Vec<Span>> {
    let last = source.checked_sub(1)?;
    let at = clause.word(last)?.full.end;
    let quotation =
        quotations.partition_point(|quotation| quotation.outer.start < at).checked_sub(1).and_then(|index| quotations.get(index));
    if let Some(quotation) = quotation.filter(|quotation| quotation.outer.end + 2 >= at && quotation.outer.end <= at + 1) {
        let first = clause.words.iter().find(|word| !matches!(word.part, Part::Quote | Part::Break))?;
        if quotation.inner.start <= first.span.start || quotation.outer.start < clause.span.start {
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
    let direct = statement.content.last().is_some_and(|span| {
        quotations.iter().any(|q| q.inner == *span) || quotations.binary_search_by(|q| q.inner.start.cmp(&span.start)).is_ok()
    });
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
    let Some(first) = statement.content.first().copied() else { return };
    let verbs = clause.words.iter().enumerate().any(|(index, word)| {
        first.contains(word.span) && (word.part == Part::Auxiliary || word.part == Part::Verb && clause.is_finite(index))
    });
    if !verbs {
        let end = clause.content_end(after + 1, true);
        statement.content.push(clause.bytes(&(after + 1..end)));
    }
}

/// All other shapes of a verb.
fn other(clause: &Clause<'_>, cue: &Cue, quotations: &[Quotation], found: &mut Vec<Found>) {
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
            found.push(cue.statement(clause, None, content, "description_without_source"));
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
    let Some(complement) = complement(clause, cue) else { return };
    if clause.before(source.start) == Some(Part::Subordinator)
        && clause.lower(source.start - 1) == "as"
        && clause.part(cue.end) == Some(Part::Comma)
    {
        return;
    }
    let clausal = matches!(complement.frame, Frame::That | Frame::Quote | Frame::Wh | Frame::ObjThat | Frame::ObjWh);
    let mut end = clause.content_end(complement.content.start, clausal);
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
    if content.is_empty() {
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
            words
                .iter()
                .take(3)
                .any(|word| !word.possessive && word.part == Part::Noun && Lexicon::get().reporting_noun(&word.lower).is_some())
        });
    if cue.verb.ambiguous && weak && !reporting_object {
        return;
    }
    let loose = matches!(rule, "gerund" | "shared_subject" | "infinitive")
        && !matches!(
            complement.frame,
            Frame::That | Frame::Quote | Frame::ObjThat | Frame::ObjTo | Frame::ObjOf | Frame::ObjAs | Frame::OnTo | Frame::ForTo
        );
    if cue.verb.ambiguous && loose {
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

/// Whether "seen as …" belongs to the noun before it: the clause has its verb later.
fn describes_before(clause: &Clause<'_>, cue: &Cue) -> bool {
    (cue.end..clause.len().min(cue.end + 16)).any(|index| clause.part(index) == Some(Part::Auxiliary))
}

/// The source of an -ing form: what it is attached to.
fn gerund_source(clause: &Clause<'_>, cue: &Cue) -> (Option<Words>, &'static str) {
    let before = clause.before(cue.group);
    match before {
        None | Some(Part::Comma | Part::Coordinator | Part::Subordinator | Part::Break | Part::Preposition) => {
            if cue.group <= 1 || clause.main_subject(cue.group).is_none() {
                // "Speaking in Moscow, he said": the subject comes later.
                return (later_subject(clause, cue.end), "gerund");
            }
            (clause.main_subject(cue.group), "gerund")
        }
        Some(Part::Noun | Part::Name | Part::Pronoun) => (clause.noun_phrase_before(cue.group), "gerund"),
        Some(Part::Verb) => (clause.subject(clause.group_start(cue.group - 1)), "gerund"),
        _ => (None, "gerund"),
    }
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
    if word.part != Part::Verb && !(word.part == Part::Preposition && governor > 0) || !super::is_chain_verb(&word.lower) {
        return None;
    }
    clause.subject(clause.group_start(governor))
}

/// "was conveyed by the envoy", "is often highlighted", "it is believed that".
fn passive(clause: &Clause<'_>, cue: &Cue, found: &mut Vec<Found>) {
    let by = clause.lower(cue.end) == "by";
    let source = by.then(|| agent(clause, cue.end + 1)).flatten();
    let relative = clause.before(cue.group) == Some(Part::Relative);
    let subject = clause.subject(cue.group);
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
        let generic = (cue.group..cue.at).any(|index| super::is_generic_adverb(clause.lower(index)));
        let object =
            cue.has(Frame::Np) && (!cue.verb.ambiguous || generic || by && matches!(cue.verb.kind, VerbKind::Say | VerbKind::Write));
        if told && source.is_none() && !matches!(cue.verb.kind, VerbKind::Want | VerbKind::Think) {
            let end = clause.content_end(after, false);
            let mut statement = cue.statement(clause, None, vec![clause.bytes(&trim_words(clause, after..end))], "passive_order");
            statement.addressee = Some(clause.bytes(&subject));
            statement.needs_actor = false;
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

/// Whether the clause is over, or nearly so, at a word.
fn ends_clause(clause: &Clause<'_>, at: usize) -> bool {
    matches!(clause.part(at), None | Some(Part::Stop | Part::Comma | Part::Contrast | Part::Coordinator | Part::Break))
}

/// The noun phrase behind "by".
fn agent(clause: &Clause<'_>, start: usize) -> Option<Words> {
    let mut end = clause.noun_phrase_after(start);
    if end == start {
        return None;
    }
    for _ in 0..2 {
        if matches!(clause.lower(end), "of" | "for") {
            let further = clause.noun_phrase_after(end + 1);
            if further > end + 1 {
                end = further;
            }
        }
    }
    Some(start..end)
}

/// "the operation announced by the president", "as stated by the ministry".
fn by_participle(clause: &Clause<'_>, cue: &Cue, found: &mut Vec<Found>) {
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
    let mut statement = cue.statement(clause, Some(source), vec![clause.bytes(&phrase)], "by_participle");
    statement.needs_actor = true;
    found.push(statement);
}

/// The clause around a frame that stands in commas at `start..end`, or before or behind it.
pub fn around(clause: &Clause<'_>, start: usize, end: usize) -> Vec<Span> {
    let mut content = Vec::new();
    let mut first = clause.dateline();
    while matches!(clause.part(first), Some(Part::Coordinator | Part::Contrast | Part::Break | Part::Quote)) && first < start {
        first += 1;
    }
    let before = start - usize::from(clause.before(start) == Some(Part::Comma));
    let behind = end + usize::from(clause.part(end) == Some(Part::Comma));
    if before > first {
        let words = trim_words(clause, first..before);
        if !words.is_empty() && words.len() > 1 {
            content.push(clause.bytes(&words));
        }
    }
    if behind > end {
        let mut close = clause.content_end(behind, true);
        while clause.word(close).is_some_and(|word| word.text == ";") {
            close = clause.content_end(close + 1, true);
        }
        let words = trim_words(clause, behind..close);
        if !words.is_empty() {
            content.push(clause.bytes(&words));
        }
    }
    content
}

/// Takes marks off both ends of a range of words.
pub fn trim_words(clause: &Clause<'_>, range: Words) -> Words {
    let (mut start, mut end) = (range.start, range.end.min(clause.len()).max(range.start));
    while start < end && matches!(clause.part(start), Some(Part::Comma | Part::Stop)) {
        start += 1;
    }
    while start < end && matches!(clause.part(end - 1), Some(Part::Comma | Part::Stop)) && !clause.is_quoted(end - 1) {
        end -= 1;
    }
    start..end
}

/// What stands to the right of a verb, by the frames it can have.
fn complement(clause: &Clause<'_>, cue: &Cue) -> Option<Complement> {
    let make = |start: usize, frame: Frame| Complement { content: start..start, addressee: None, frame };
    let direct = cue.end;
    let at = skip_adjuncts(clause, direct, false);
    for at in if at == direct { vec![direct] } else { vec![at, direct] } {
        let next = clause.part(at + 1);
        match clause.part(at)? {
            Part::Subordinator if clause.lower(at) == "as" && cue.has(Frame::ObjAs) && is_free_relative(clause, cue) => {
                return Some(make(at + 1, Frame::ObjAs));
            }
            Part::That if cue.has(Frame::That) || cue.has(Frame::ObjThat) => return Some(make(at + 1, Frame::That)),
            Part::Quote if cue.has(Frame::Quote) || cue.has(Frame::That) => return Some(make(at, Frame::Quote)),
            Part::Quote if cue.has(Frame::Np) => return Some(make(at, Frame::Np)),
            Part::Break if clause.word(at).is_some_and(|word| word.text == ":") && cue.has(Frame::Quote) => {
                return Some(make(at + 1, Frame::Quote));
            }
            Part::Comma if next == Some(Part::Quote) && cue.has(Frame::Quote) => return Some(make(at + 1, Frame::Quote)),
            // "he said, in an effort to …, the state could …"
            Part::Comma if cue.verb.lemma == "say" && clause.part(at + 1) == Some(Part::Preposition) => {
                return Some(make(at + 1, Frame::That));
            }
            Part::Wh if cue.has(Frame::Wh) || cue.has(Frame::That) => return Some(make(at, Frame::Wh)),
            Part::Subordinator
                if cue.has(Frame::Wh)
                    && matches!(clause.lower(at), "if" | "where" | "when")
                    && matches!(cue.verb.kind, VerbKind::Ask | VerbKind::Think | VerbKind::Say)
                    && clause.lower(at) == "if"
                    && cue.verb.kind == VerbKind::Ask =>
            {
                return Some(make(at, Frame::Wh));
            }
            Part::Negation if next == Some(Part::To) && cue.has(Frame::To) => return Some(make(at, Frame::To)),
            Part::To if cue.has(Frame::To) && !matches!(next, Some(Part::Determiner | Part::Name | Part::Possessor | Part::Pronoun)) => {
                return Some(make(at, Frame::To));
            }
            Part::To
                if cue.has(Frame::ToNoun)
                    && matches!(cue.verb.kind, VerbKind::Accuse | VerbKind::Refuse | VerbKind::Agree | VerbKind::Reveal) =>
            {
                return Some(make(at + 1, Frame::ToNoun));
            }
            Part::Preposition => {
                if let Some(found) = prepositional(clause, cue, at) {
                    return Some(found);
                }
            }
            Part::Verb if cue.has(Frame::Ing) && clause.lower(at).ends_with("ing") => return Some(make(at, Frame::Ing)),
            Part::Verb if cue.has(Frame::That) && clause.lower(at).ends_with("ing") => return Some(make(at, Frame::That)),
            Part::Determiner | Part::Possessor | Part::Name | Part::Noun | Part::Number | Part::Pronoun | Part::Time | Part::Relative => {
                if let Some(found) = nominal(clause, cue, at) {
                    return Some(found);
                }
            }
            Part::Adverb if cue.has(Frame::That) && clause.clause_at(at + 1) => return Some(make(at, Frame::That)),
            _ => {}
        }
    }
    None
}

/// "what he described as …"
fn is_free_relative(clause: &Clause<'_>, cue: &Cue) -> bool {
    let subject = clause.subject(cue.group);
    subject.is_some_and(|subject| matches!(clause.before(subject.start), Some(Part::Wh | Part::Relative)))
}

/// "call for talks", "call on Moscow to leave", "warn of war".
fn prepositional(clause: &Clause<'_>, cue: &Cue, at: usize) -> Option<Complement> {
    let frame = match clause.lower(at) {
        "for" => Frame::For,
        "of" => Frame::Of,
        "about" => Frame::About,
        "against" => Frame::Against,
        "over" => Frame::Over,
        "on" | "upon" => {
            if cue.has(Frame::OnTo) {
                let to = addressee_end(clause, at + 1, |clause, index| clause.part(index) == Some(Part::To))?;
                return Some(Complement { content: to..to, addressee: Some(at + 1..to), frame: Frame::OnTo });
            }
            Frame::On
        }
        "at" => Frame::At,
        "in" => Frame::In,
        "as" => Frame::As,
        _ => return None,
    };
    if !cue.has(frame) || matches!(frame, Frame::In | Frame::At) {
        return None;
    }
    let strong = frame == Frame::For && matches!(cue.verb.kind, VerbKind::Demand | VerbKind::Want | VerbKind::Propose | VerbKind::Describe);
    Some(Complement { content: at + 1..at + 1, addressee: None, frame: if strong { Frame::ForTo } else { frame } })
}

/// The first place behind the noun phrase at `start` where `wanted` holds, prepositional phrases passed over.
fn addressee_end(clause: &Clause<'_>, start: usize, wanted: impl Fn(&Clause<'_>, usize) -> bool) -> Option<usize> {
    let mut end = clause.noun_phrase_after(start);
    for _ in 0..4 {
        if end == start {
            return None;
        }
        if wanted(clause, end) {
            return Some(end);
        }
        match clause.part(end) {
            Some(Part::Preposition | Part::Coordinator)
                if clause.part(end + 1).is_some_and(|part| part.is_nominal() || part == Part::Pronoun) =>
            {
                end = clause.noun_phrase_after(end + 1);
            }
            Some(Part::Adverb) => end += 1,
            // "its allies, China and Russia, to …"
            Some(Part::Comma) => {
                let close = (end + 1..end + 10).find(|&index| clause.part(index) == Some(Part::Comma))?;
                return (wanted(clause, close + 1)).then_some(close + 1);
            }
            _ => return None,
        }
    }
    None
}

/// A noun phrase behind the verb: the addressee, the subject of a clause without "that", or the content itself.
fn nominal(clause: &Clause<'_>, cue: &Cue, at: usize) -> Option<Complement> {
    let to = |start: usize, addressee: usize, frame: Frame| Complement { content: start..start, addressee: Some(at..addressee), frame };
    let whole = |frame: Frame| Complement { content: at..at, addressee: None, frame };
    let end = clause.noun_phrase_after(at);
    if cue.has(Frame::ObjThat) {
        if let Some(that) = addressee_end(clause, at, |clause, index| clause.part(index) == Some(Part::That)) {
            return Some(to(that + 1, that, Frame::ObjThat));
        }
        let own = clause.part(at) == Some(Part::Pronoun) && !matches!(clause.lower(at), "him" | "them" | "us" | "me" | "her");
        let begins = matches!(clause.part(end), Some(Part::Pronoun | Part::Determiner | Part::Possessor | Part::Wh))
            && !matches!(clause.lower(end), "him" | "them");
        if end > at && begins && !own && clause.clause_at(end) {
            return Some(to(end, end, Frame::ObjThat));
        }
        if end > at && clause.part(end) == Some(Part::Quote)
            || clause.part(end) == Some(Part::Comma) && clause.part(end + 1) == Some(Part::Quote)
        {
            return Some(to(end + usize::from(clause.part(end) == Some(Part::Comma)), end, Frame::Quote));
        }
        // "told CNN Abe's opponents are angry": the first name is the addressee.
        if cue.verb.lemma == "tell" && clause.part(at) == Some(Part::Name) && clause.clause_at(at + 1) {
            return Some(to(at + 1, at + 1, Frame::ObjThat));
        }
    }
    if cue.has(Frame::ObjTo) {
        let found = addressee_end(clause, at, |clause, index| {
            let to = index + usize::from(clause.part(index) == Some(Part::Negation));
            clause.part(to) == Some(Part::To)
                && !matches!(clause.part(to + 1), Some(Part::Determiner | Part::Name | Part::Possessor | Part::Pronoun | Part::Number))
        });
        if let Some(infinitive) = found {
            let passive = clause.lower(infinitive + 1) == "be";
            if matches!(cue.verb.kind, VerbKind::Want | VerbKind::Think | VerbKind::Fear)
                || passive && clause.part(at) == Some(Part::Determiner)
            {
                return Some(whole(Frame::ObjTo));
            }
            return Some(to(infinitive, infinitive, Frame::ObjTo));
        }
    }
    for (frame, word) in [(Frame::ObjOf, "of"), (Frame::ObjFor, "for"), (Frame::ObjAbout, "about"), (Frame::ObjAgainst, "against")] {
        if cue.has(frame)
            && let Some(index) = addressee_end(clause, at, |clause, index| clause.lower(index) == word)
        {
            return Some(to(index + 1, index, frame));
        }
    }
    if cue.has(Frame::ObjAs) && addressee_end(clause, at, |clause, index| clause.lower(index) == "as").is_some() {
        return Some(whole(Frame::ObjAs));
    }
    if cue.has(Frame::ObjWh) && end > at && clause.part(end) == Some(Part::Wh) {
        return Some(to(end, end, Frame::ObjWh));
    }
    if cue.has(Frame::That) && clause.clause_at(at) {
        return Some(whole(Frame::That));
    }
    if cue.has(Frame::ObjPredicate) && end > at && matches!(clause.part(end), Some(Part::Determiner | Part::Quote)) {
        return Some(whole(Frame::ObjPredicate));
    }
    if cue.has(Frame::Np) && clause.part(at) != Some(Part::Pronoun) && clause.part(at) != Some(Part::Relative) {
        return Some(whole(Frame::Np));
    }
    None
}
