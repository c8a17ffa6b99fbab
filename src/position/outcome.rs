//! What became of undertakings: "kept its promise", "broke the pledge", "denied that it had violated the accord".

use std::ops::Range;

use super::{
    Commitment, Reading, Status,
    scene::Scene,
    stated,
    vocabulary::{ALLEGES, OUTCOMES, UNDERTAKINGS, Undertaking},
};
use crate::{
    syntax::{Relation, Upos},
    text::Span,
};

/// How many undertakings back one that a text comes back to is looked for.
const BACK: usize = 64;
/// How many steps towards the root are gone at most.
const CLIMBED: usize = 6;

/// Sets what the text says became of the undertakings it names, and adds those that it names only then.
pub fn settle(reading: &Reading<'_>, commitments: &mut Vec<Commitment>) {
    let scene = reading.scene;
    if !scene.has_grammar() {
        return;
    }
    for (number, sentence) in scene.syntax.sentences.iter().enumerate() {
        let mut next = sentence.tokens.start;
        for index in sentence.tokens.clone() {
            if index < next || scene.upos(index) != Some(Upos::Verb) {
                continue;
            }
            let Some((length, outcome)) = OUTCOMES.at(scene, index, sentence.tokens.end) else { continue };
            next = index + length;
            // "Failed to keep": the object is that of the last verb.
            let verb = index + length - 1;
            let verb = if scene.upos(verb) == Some(Upos::Verb) { verb } else { index };
            let Some((thing, kind)) = object(scene, verb, sentence.tokens.end) else { continue };
            if let Some(told) = told(reading, number, index, verb, thing, outcome) {
                record(reading, commitments, told, kind);
            }
        }
    }
    commitments.sort_by_key(|found| (found.what.start, found.what.end));
}

/// What became of an undertaking, as one place tells it.
struct Told {
    by: String,
    status: Status,
    /// The undertaking, as it is called there.
    what: Range<usize>,
    /// The word that tells.
    shown: Span,
    statement: Option<usize>,
}

/// The undertaking that a verb acts on: its object, what a preposition joins to it, or its subject in the passive.
fn object(scene: &Scene<'_>, verb: usize, end: usize) -> Option<(usize, Undertaking)> {
    let passive = scene.is_passive(verb);
    let acts_on = |child: &usize| match scene.relation(*child) {
        Some(Relation::Obj) => true,
        Some(Relation::Obl) => !scene.child(*child, Relation::Case).is_some_and(|case| scene.is(case, &["by", "since", "after", "before"])),
        Some(Relation::Nsubj) => passive,
        _ => false,
    };
    let noun = |index: usize| UNDERTAKINGS.at(scene, index, end.min(index + 1)).map(|(_, kind)| (index, kind));
    scene.children(verb).filter(acts_on).find_map(noun)
}

fn told(reading: &Reading<'_>, number: usize, first: usize, verb: usize, thing: usize, outcome: Undertaking) -> Option<Told> {
    let scene = reading.scene;
    let by = who(reading, first, verb, thing)?;
    let span = scene.bytes(&(first..verb + 1));
    let said = reading.said(number, span);
    let (statement, said) = (said.map(|(index, _)| index), said.map(|(_, statement)| statement));
    let denied = scene.is_negated(first);
    let kept = (outcome == Undertaking::Keeps) != denied;
    let alleged = reading
        .statements
        .iter()
        .skip(statement.unwrap_or(0))
        .take(usize::from(statement.is_some()))
        .any(|said| said.cue_lemma.as_deref().is_some_and(|lemma| ALLEGES.word(super::scene::number(lemma)).is_some()));
    let others = said.is_some_and(|said| {
        let holders = stated::holders(reading, said);
        !holders.is_empty() && !holders.contains(&by)
    });
    let status = match () {
        () if is_open(scene, first) => Status::Unclear,
        // What one party says of another, and what is denied, is in dispute; what the author says, and what a party says of itself, is told.
        () if alleged || others => Status::Disputed,
        () if kept => Status::Kept,
        () => Status::Breached,
    };
    let what = scene.subtree(thing);
    Some(Told { by, status, what: what.start..what.end.min(thing + 40), shown: span, statement })
}

/// Whose undertaking it is: the owner of the noun, else the subject of the verb, else the agent of the passive.
fn who(reading: &Reading<'_>, first: usize, verb: usize, thing: usize) -> Option<String> {
    let scene = reading.scene;
    let holders = reading.holders;
    let owner = scene.children(thing).filter(|child| *child < thing && scene.relation(*child) == Some(Relation::Nmod));
    let mut owned = owner.filter(|owner| scene.upos(*owner) != Some(Upos::Pron)).map(|owner| holders.codes(owner));
    if let Some(code) = owned.find_map(|codes| codes.into_iter().next()) {
        return Some(code);
    }
    // "Accused Chad of breaking its promise": who is accused.
    let accuser = scene.head(first).filter(|_| {
        matches!(scene.relation(first), Some(Relation::Advcl | Relation::Ccomp | Relation::Acl | Relation::Xcomp))
            && scene.children(first).any(|child| scene.is(child, &["of", "for"]))
    });
    if let Some(accused) = accuser.and_then(|accuser| scene.child(accuser, Relation::Obj)) {
        return holders.codes(accused).into_iter().next();
    }
    let agent = scene.children(verb).find(|child| {
        scene.relation(*child) == Some(Relation::Obl) && scene.child(*child, Relation::Case).is_some_and(|case| scene.is(case, &["by"]))
    });
    let subject = if scene.is_passive(verb) { agent } else { scene.subject(first) };
    holders.codes(subject?).into_iter().next()
}

/// Whether a verb only tells what may be: "whether it will keep", "if it breaks", "may violate".
fn is_open(scene: &Scene<'_>, verb: usize) -> bool {
    let mut at = verb;
    for _ in 0..CLIMBED {
        let open = |child: usize| {
            matches!(scene.relation(child), Some(Relation::Aux | Relation::Mark | Relation::Advmod))
                && scene.is(
                    child,
                    &["may", "might", "could", "can", "would", "will", "should", "must", "if", "whether", "unless", "until", "when", "to"],
                )
        };
        if scene.children(at).any(open) {
            return true;
        }
        match (scene.relation(at), scene.head(at)) {
            (Some(Relation::Conj | Relation::Xcomp), Some(head)) => at = head,
            _ => return false,
        }
    }
    false
}

/// Sets the status of the undertaking that is meant, else adds it, where the words call it one.
fn record(reading: &Reading<'_>, commitments: &mut Vec<Commitment>, told: Told, kind: Undertaking) {
    let scene = reading.scene;
    let span = scene.bytes(&told.what);
    let words = content_words(scene, &told.what);
    let meant =
        commitments.iter_mut().rev().take(BACK).filter(|found| found.by.as_deref() == Some(&told.by) && found.what.start < span.end);
    let mut meant: Vec<&mut Commitment> = meant.collect();
    // What shares words with it, else the last one, where the noun alone names it ("its promise").
    let shares = |found: &Commitment| content_words(scene, &scene.tokens(found.what)).iter().any(|word| words.contains(word));
    let place = meant.iter().position(|found| shares(found)).or_else(|| (words.is_empty() && !meant.is_empty()).then_some(0));
    if let Some(found) = place.and_then(|place| meant.get_mut(place)) {
        found.status = if found.status != Status::Made && found.status != told.status { Status::Disputed } else { told.status };
        found.shown = Some(told.shown);
    } else if kind == Undertaking::Thing {
        commitments.push(Commitment {
            by: Some(told.by),
            to: Vec::new(),
            what: span,
            when: super::commitment::when(reading, span),
            made: None,
            undated: None,
            statement: told.statement,
            shown: Some(told.shown),
            status: told.status,
            rule: "outcome",
        });
    }
}

/// The dictionary forms of what tells in a stretch, nouns for undertakings left out; at most 24.
fn content_words(scene: &Scene<'_>, range: &Range<usize>) -> Vec<u32> {
    let tells = |index: &usize| {
        matches!(scene.upos(*index), Some(Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj))
            && UNDERTAKINGS.at(scene, *index, index + 1).is_none()
    };
    range.clone().filter(tells).take(24).map(|index| scene.lemma(index)).collect()
}
