//! What one thing is made to depend on: clauses with "if" and its kin, phrases of exchange, verbs of dependence, relative clauses behind "any".

use std::ops::Range;

use super::{
    Condition, Position, Reading,
    scene::{MOST, Scene},
    vocabulary::{CONDITIONS, Joint, MODALITY, Surroundings},
};
use crate::syntax::{Relation, Upos, Xpos};

/// Conditions in a stretch of tokens, in its order.
pub fn within(scene: &Scene<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut index = range.start;
    while index < range.end {
        if let Some((condition, _)) = at(scene, index, range) {
            index = condition.end.max(index + 1);
            found.push(condition);
        } else {
            index += 1;
        }
    }
    found
}

/// The condition that begins at a token, and the rule that found it.
fn at(scene: &Scene<'_>, index: usize, range: &Range<usize>) -> Option<(Range<usize>, &'static str)> {
    if let Some((length, (joint, surroundings))) = CONDITIONS.at(scene, index, range.end) {
        let modal = surroundings == Surroundings::Open;
        if surroundings == Surroundings::Denied
            && !(range.start..index).any(|at| scene.is(at, &["no", "not", "n't", "n’t", "never", "impossible", "cannot"]))
        {
            return None;
        }
        return match joint {
            Joint::Clause => {
                clause(scene, index, length, range, surroundings != Surroundings::Any).map(|found| (found, "condition_clause"))
            }
            Joint::Phrase => phrase(scene, index, length, range, modal).map(|found| (found, "condition_phrase")),
            Joint::Verb => verb(scene, index, length, range).map(|found| (found, "condition_verb")),
            Joint::None => None,
        };
    }
    inverted(scene, index, range)
        .map(|found| (found, "condition_inverted"))
        .or_else(|| relative(scene, index, range).map(|found| (found, "condition_relative")))
}

/// "If they agree", "unless …": the clause that the conjunction opens.
fn clause(scene: &Scene<'_>, index: usize, length: usize, range: &Range<usize>, modal: bool) -> Option<Range<usize>> {
    let end = if scene.has_grammar() {
        // "Provided that": a participle that governs the clause, instead of hanging on its verb.
        let participle = Some(index).filter(|_| scene.upos(index) == Some(Upos::Verb));
        let last = index + length - 1;
        let behind = |at: usize| scene.head(at).filter(|head| *head > last);
        let predicate = participle.or_else(|| behind(index)).or_else(|| behind(last));
        let predicate = predicate.or_else(|| {
            (index + length..range.end).find(|at| scene.relation(*at) == Some(Relation::Advcl) && scene.subtree(*at).contains(&index))
        })?;
        // "Asked if they would come" is a question.
        if scene.relation(predicate) == Some(Relation::Ccomp) && participle.is_none() && length == 1 {
            return None;
        }
        if length == 1 && scene.is(index.wrapping_sub(1), &["even", "as", "what"]) {
            return None;
        }
        if modal {
            let aux = |child: usize| matches!(scene.relation(child), Some(Relation::Aux | Relation::Cop));
            let has = |forms: &[&str]| scene.children(predicate).any(|child| aux(child) && scene.is(child, forms));
            // "Said it would sign once they agreed": in reported speech, the present of then.
            // "Was ready to sign once they agreed".
            let would = |child: usize| scene.relation(child) == Some(Relation::Aux) && scene.is(child, &["would"]);
            let backshifted =
                scene.head(predicate).is_some_and(|governor| scene.xpos(governor) == Some(Xpos::Vb) || scene.children(governor).any(would));
            let present = match scene.xpos(predicate) {
                Some(Xpos::Vbd) => backshifted,
                Some(Xpos::Vbn | Xpos::Vbg) => has(&["is", "are", "has", "have", "be"]) || backshifted && has(&["was", "were", "had"]),
                Some(Xpos::Vbp | Xpos::Vbz) => true,
                _ => has(&["is", "are", "has", "have", "can"]) || backshifted && has(&["was", "were", "had"]),
            };
            // "Until 2028" tells a time; "until all are freed", with "until" before the present, is always still to come.
            let clause = scene.child(predicate, Relation::Nsubj).is_some() || matches!(scene.upos(predicate), Some(Upos::Verb));
            let awaited = present && scene.is(index, &["until"]);
            let told = matches!(scene.xpos(predicate), Some(Xpos::Vbd | Xpos::Vbn | Xpos::Vbg)) && !present;
            if !clause || told || !awaited && !is_open(scene, range, &scene.subtree(predicate)) {
                return None;
            }
        }
        scene.subtree(predicate).end.min(range.end)
    } else {
        if modal && !is_open(scene, range, &(index..index)) {
            return None;
        }
        up_to_mark(scene, index + length, range.end)
    };
    (end > index + length).then_some(index..end)
}

/// Where the next comma or stop is.
fn up_to_mark(scene: &Scene<'_>, from: usize, end: usize) -> usize {
    (from..end).find(|at| scene.is(*at, &[",", ".", ";", ":", "?", "!"])).unwrap_or(end)
}

/// Whether what surrounds a clause is wished, offered or still to come.
fn is_open(scene: &Scene<'_>, range: &Range<usize>, without: &Range<usize>) -> bool {
    range.clone().take(MOST).filter(|at| !without.contains(at)).any(|at| {
        MODALITY.at(scene, at, range.end).is_some_and(|(_, (_, _, modality))| modality != super::Modality::Evaluation)
            || scene.is(at, &["can", "could", "may", "might", "only"])
            || at == range.start && scene.is(at, &["no"])
    })
}

/// "In exchange for relief", "subject to approval": the phrase behind the preposition, preposition included.
fn phrase(scene: &Scene<'_>, index: usize, length: usize, range: &Range<usize>, modal: bool) -> Option<Range<usize>> {
    if modal && !is_open(scene, range, &(index..index + length)) {
        return None;
    }
    let noun = (index..index + length).filter_map(|at| scene.head(at)).find(|head| *head >= index + length);
    let end = match noun {
        Some(noun) => scene.subtree(noun).end.min(range.end),
        None => up_to_mark(scene, index + length, range.end),
    };
    (end > index + length).then_some(index..end)
}

/// "Progress depends on the two agreeing": what stands behind the verb and its preposition.
fn verb(scene: &Scene<'_>, index: usize, length: usize, range: &Range<usize>) -> Option<Range<usize>> {
    let start = index + length;
    let end = match scene.upos(index) {
        Some(Upos::Verb) => scene.subtree(index).end.min(range.end),
        Some(_) => return None,
        None => up_to_mark(scene, start, range.end),
    };
    (end > start).then_some(start..end)
}

/// "Should conditions permit": the auxiliary before its subject. The words tell it where the tree does not: behind its subject, "should" has a
/// verb or an adverb next to it.
fn inverted(scene: &Scene<'_>, index: usize, range: &Range<usize>) -> Option<Range<usize>> {
    let subject = matches!(scene.upos(index + 1), Some(Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj));
    if !scene.is(index, &["should"]) || !subject || index + 1 >= range.end {
        return None;
    }
    let end = up_to_mark(scene, index + 1, range.end);
    let verb = (index + 2..end.min(index + 10)).any(|at| scene.xpos(at) == Some(Xpos::Vb))
        // "Should the talks collapse": a verb that the tree takes for a noun.
        || scene.head(index).filter(|head| (index + 2..end).contains(head)).is_some_and(|head| {
            let noun = scene.upos(head) == Some(Upos::Noun) && scene.child(head, Relation::Cop).is_none();
            scene.relation(head) == Some(Relation::Advcl) || noun && scene.relation(index) == Some(Relation::Aux)
        });
    let question = scene.is(end, &["?"]) || scene.is(end.saturating_sub(1), &["?"]);
    let asked = (index.saturating_sub(1)..index).any(|at| matches!(scene.xpos(at), Some(Xpos::Wp | Xpos::Wrb | Xpos::Wdt)));
    (verb && !question && !asked).then_some(index..end)
}

/// "Any party that seeks …", "partners who advocate …": a relative clause that says with whom alone.
fn relative(scene: &Scene<'_>, index: usize, range: &Range<usize>) -> Option<Range<usize>> {
    if !scene.is(index, &["that", "who", "which", "willing", "ready"]) {
        return None;
    }
    let verb = if scene.is(index, &["willing", "ready"]) { Some(index) } else { scene.head(index).filter(|head| *head > index) }?;
    if scene.relation(verb) != Some(Relation::Acl) && scene.relation(verb) != Some(Relation::Amod) {
        return None;
    }
    let noun = scene.head(verb).filter(|noun| *noun < index)?;
    if scene.is(index.saturating_sub(1), &[","]) || !super::holder::is_side(scene, noun) {
        return None;
    }
    let determiner = scene.child(noun, Relation::Det);
    let chosen = match determiner {
        Some(determiner) => scene.is(determiner, &["any", "those", "all"]),
        None => scene.xpos(noun) == Some(Xpos::Nns),
    };
    let apart = scene
        .children(verb)
        .find(|child| scene.relation(*child) == Some(Relation::Advcl) && scene.is(scene.subtree(*child).start.saturating_sub(1), &[","]));
    let end = apart.map_or(scene.subtree(verb).end, |clause| scene.subtree(clause).start);
    let end = (index + 1..end)
        .find(|at| scene.is(*at, &[","]) && scene.is(at + 1, &["even", "while", "although", "though", "as"]))
        .unwrap_or(end);
    (chosen && is_open(scene, range, &scene.subtree(verb))).then_some(index..end.min(range.end))
}

/// Every condition of a text with what depends on it, whoever says so.
pub fn all(reading: &Reading<'_>) -> Vec<Condition> {
    let scene = reading.scene;
    let mut all = Vec::new();
    for (number, sentence) in scene.syntax.sentences.iter().enumerate() {
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            let around = sentence.tokens.start.max(index.saturating_sub(MOST / 2))..sentence.tokens.end.min(index + MOST / 2);
            let Some((found, rule)) = at(scene, index, &around) else {
                index += 1;
                continue;
            };
            let first = reading.statements.partition_point(|statement| statement.sentence < number);
            let end = before_attribution(reading, first, number, &found);
            let found = found.start..end;
            let span = scene.bytes(&found);
            let depends = scene.bytes(&depending(scene, &found, &of_piece(reading, first, number, &found, &around)));
            let statement = reading.said(number, span).map(|(at, _)| at);
            index = found.end.max(index + 1);
            all.push(Condition { span, depends, statement, rule });
        }
    }
    all
}

/// How many positions before a place are looked at for a condition, at most.
const NEAR: usize = 16;

/// Ties conditions to the positions that are most of what depends on them, where the clause of the position ended before: "Chad is prepared to take
/// part in the talks proposed by Mali, provided that …". The positions lie in the order of the text.
pub fn bind(positions: &mut [Position], conditions: &[Condition]) {
    for Condition { span, depends, .. } in conditions {
        let end = positions.partition_point(|position| position.evidence.start < depends.end);
        let near = positions.get_mut(end.saturating_sub(NEAR)..end).unwrap_or(&mut []);
        for position in near {
            let Position { evidence, .. } = position;
            let shared = evidence.end.min(depends.end).saturating_sub(evidence.start.max(depends.start));
            let most = 2 * shared > depends.len() && 2 * shared > evidence.len();
            let met = evidence.overlaps(*span) || position.conditions.iter().any(|known| known.overlaps(*span));
            if most && !met {
                position.conditions.push(*span);
                position.conditions.sort_by_key(|known| known.start);
            }
        }
    }
}

/// Where a condition ends: before the words that name who says it, which the tree may hang inside of it: "… if they halt, the envoy said".
fn before_attribution(reading: &Reading<'_>, first: usize, number: usize, found: &Range<usize>) -> usize {
    let scene = reading.scene;
    let Some(start) = scene.token(found.start).map(|token| token.span) else { return found.end };
    let same = reading.statements.get(first..).unwrap_or(&[]).iter().take(16).take_while(|statement| statement.sentence == number);
    let named = same.filter(|statement| statement.content.iter().any(|content| content.contains(start)));
    let places = named.flat_map(|statement| [statement.source, statement.cue]).flatten().map(|span| scene.tokens(span).start);
    let end = places.filter(|place| found.contains(place) && *place > found.start + 1).fold(found.end, usize::min);
    end.max(found.start + 1)
}

/// The piece of content that a condition stands in, where that holds more than the condition; else what is around it.
fn of_piece(reading: &Reading<'_>, first: usize, number: usize, found: &Range<usize>, around: &Range<usize>) -> Range<usize> {
    let scene = reading.scene;
    let span = scene.bytes(found);
    let same = reading.statements.get(first..).unwrap_or(&[]).iter().take(16).take_while(|statement| statement.sentence == number);
    let pieces = same.flat_map(|statement| &statement.content).filter(|piece| piece.contains(span));
    let piece = pieces.min_by_key(|piece| piece.len()).map(|piece| scene.tokens(*piece));
    let more = piece.filter(|piece| piece.len() > found.len() + 1);
    more.map_or(around.clone(), |piece| piece.start.max(around.start)..piece.end.min(around.end))
}

/// What depends on a condition: the clause that governs it, without it.
fn depending(scene: &Scene<'_>, found: &Range<usize>, around: &Range<usize>) -> Range<usize> {
    let governor = scene.top(found).and_then(|top| scene.head(top));
    // What the tree hangs on a noun depends on the verb or adjective of that noun.
    let predicate = |index: &usize| matches!(scene.upos(*index), Some(Upos::Verb | Upos::Adj | Upos::Aux));
    let governor =
        governor.map(|governor| Some(governor).filter(predicate).or_else(|| scene.head(governor).filter(predicate)).unwrap_or(governor));
    let clause = governor.map_or(around.clone(), |governor| scene.subtree(governor));
    let clause = clause.start.max(around.start)..clause.end.min(around.end);
    let (before, after) = (clause.start..found.start, found.end..clause.end);
    if before.len() >= after.len() || after.is_empty() { before } else { after }
}
