//! Means of verification and guarantees of security: sought, agreed, in place, offered, under discussion or refused, and by whom.

use super::{At, Point, PointKind};
use crate::{
    position::vocabulary::PointWord,
    syntax::{Relation, Upos, Xpos},
};

/// How a mechanism may stand, and the words that say so.
const STATUSES: [(PointWord, &str); 6] = [
    (PointWord::Refused, "refused"),
    (PointWord::Agreed, "agreed"),
    (PointWord::Offered, "offered"),
    (PointWord::Discussed, "discussed"),
    (PointWord::Sought, "sought"),
    (PointWord::InPlace, "in_place"),
];

pub fn find(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    match scene.upos(at.index) {
        Some(Upos::Noun | Upos::Propn) => {
            let compound = scene.relation(at.index) == Some(Relation::Compound);
            if !compound && at.named(PointWord::Verification, at.index) {
                add(at, PointKind::Verification, "mechanism_noun", found);
            } else if !compound && at.named(PointWord::Guarantee, at.index) {
                add(at, PointKind::Guarantee, "guarantee", found);
            }
        }
        Some(Upos::Verb) if at.is(PointWord::Check, at.index) => {
            let object = scene.child(at.index, Relation::Obj);
            if object.is_some_and(|object| at.named(PointWord::Checked, object)) {
                functions(at, found);
            }
        }
        _ => {}
    }
}

/// "Inspections", "security guarantees": a noun, by what governs it.
fn add(at: &At<'_, '_>, kind: PointKind, rule: &'static str, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    let Some((status, governor)) = status(at, at.index) else { return };
    let (_, range) = at.members(at.index).swap_remove(0);
    let range = if scene.relation(at.index) == Some(Relation::Conj) { range } else { range.start..at.noun(at.index).end.min(range.end) };
    let mut point = at.point(kind, &range, governor, rule);
    point.status = Some(status);
    if kind == PointKind::Guarantee {
        let beneficiary = scene.children(at.index).find(|child| {
            *child > at.index
                && scene.relation(*child) == Some(Relation::Nmod)
                && scene.children(*child).any(|case| scene.is(case, &["for", "to", "of"]))
        });
        if let Some(beneficiary) = beneficiary {
            point.to = at.reading.holders.codes(beneficiary);
            point.of = Some(at.phrase(beneficiary));
        }
    }
    by(at, governor, &mut point);
    found.push(point);
}

/// "A framework that can monitor adherence, verify commitments and …": each verb is a function of what is set up.
fn functions(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    // The first verb of a list stands for the others.
    if scene.relation(at.index) == Some(Relation::Conj)
        && scene.head(at.index).is_some_and(|first| scene.upos(first) == Some(Upos::Verb) && at.is(PointWord::Check, first))
    {
        return;
    }
    let framework =
        scene.head(at.index).filter(|head| scene.relation(at.index) == Some(Relation::Acl) && at.named(PointWord::Framework, *head));
    let stands = match framework {
        Some(framework) => status(at, framework),
        None => status(at, at.index).or_else(|| {
            let subject = scene.subject(at.index)?;
            let will = scene
                .children(at.index)
                .any(|child| scene.relation(child) == Some(Relation::Aux) && !scene.is(child, &["is", "are", "has", "have"]));
            (!will && !scene.is_denied(at.index) && !at.reading.holders.codes(subject).is_empty()).then_some(("in_place", at.index))
        }),
    };
    let Some((status, governor)) = stands else { return };
    for (member, range) in at.listed(at.index, &(at.index..scene.subtree(at.index).end)) {
        // Without a framework, only what is itself a check is one.
        if framework.is_none() && !at.is(PointWord::Check, member) {
            continue;
        }
        let mut point = at.point(PointKind::Verification, &(member.max(range.start)..range.end), governor, "mechanism_verb");
        point.status = Some(status);
        point.of = framework.map(|framework| scene.bytes(&(framework..framework + 1)));
        by(at, governor, &mut point);
        found.push(point);
    }
}

/// How what a word names stands, and the word that says so.
fn status(at: &At<'_, '_>, index: usize) -> Option<(&'static str, usize)> {
    let scene = at.reading.scene;
    let mut below = index;
    for governor in at.above(index) {
        // "Guarantees will need to …" says nothing of who needs them.
        let acts = scene.relation(below) == Some(Relation::Nsubj) && !scene.is_passive(governor);
        // "Agreed to set up a mission": what is still to be done is not in place.
        let done = scene.xpos(governor) != Some(Xpos::Vb);
        let says = |(word, _): &&(PointWord, &str)| at.is(*word, governor) && (done || *word != PointWord::InPlace);
        if let Some((_, status)) = STATUSES.iter().find(says).filter(|_| !acts) {
            return (!scene.is_denied(governor)).then_some((*status, governor));
        }
        if acts {
            return None;
        }
        below = governor;
    }
    None
}

/// Who does what the governing word says.
fn by(at: &At<'_, '_>, governor: usize, point: &mut Point) {
    let scene = at.reading.scene;
    let agent = |verb: usize| {
        let mut agents = scene.children(verb).filter(|child| scene.relation(*child) == Some(Relation::Obl));
        agents.find(|agent| scene.children(*agent).any(|case| scene.is(case, &["by"])))
    };
    for verb in std::iter::once(governor).chain(at.above(governor)) {
        let subject = if scene.is_passive(verb) { agent(verb) } else { scene.child(verb, Relation::Nsubj) };
        if let Some(subject) = subject.filter(|subject| !scene.is(*subject, &["that", "which", "who"])) {
            // "The road ahead will demand guarantees": nobody seeks them.
            if at.named(PointWord::Process, subject) {
                return;
            }
            let (codes, words) = at.who(subject);
            if !codes.is_empty() || point.statement.is_none() {
                point.by = codes;
                point.by_words = words;
            }
            return;
        }
    }
}
