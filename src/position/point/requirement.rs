//! What talks, agreements and guarantees must be or have, who says so, and what a breach is to bring.

use super::{At, Point, PointKind, Reading};
use crate::{
    position::{
        Condition,
        vocabulary::{PointWord, point_word},
    },
    syntax::{Relation, Upos, Xpos},
};

pub fn find(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    let mut subjects = scene.children(at.index).filter(|child| scene.relation(*child) == Some(Relation::Nsubj));
    let Some(subject) = subjects.find(|subject| at.named(PointWord::Process, *subject)) else { return };
    if scene.is_denied(at.index) {
        return;
    }
    let supposed =
        scene.children(at.index).any(|child| child < at.index && scene.is(child, &["may", "might", "could", "would", "if", "unless"]));
    let must = scene
        .children(at.index)
        .any(|child| child < at.index && scene.relation(child) == Some(Relation::Aux) && at.is(PointWord::Modal, child));
    let verb = scene.upos(at.index) == Some(Upos::Verb);
    let members = if verb && at.is(PointWord::Require, at.index) && !supposed {
        match scene.child(at.index, Relation::Xcomp) {
            Some(done) => purposes(at, done),
            None => {
                let object = scene
                    .children(at.index)
                    .find(|child| *child > at.index && matches!(scene.relation(*child), Some(Relation::Obj | Relation::Obl)));
                object.map(|object| whole(at, object)).unwrap_or_default()
            }
        }
    } else if must && !verb {
        let mut members: Vec<_> = at.members(at.index);
        // What is before the predicate is its subject and the words of "must be".
        if let Some((head, range)) = members.first_mut() {
            let copula = scene.child(at.index, Relation::Cop).map_or(*head, |copula| copula + 1);
            range.start = copula.min(*head);
        }
        let with = scene.children(at.index).filter(|child| {
            *child > at.index
                && matches!(scene.relation(*child), Some(Relation::Obl | Relation::Nmod))
                && scene.children(*child).any(|case| scene.is(case, &["with"]))
        });
        let mut with: Vec<_> = with.flat_map(|with| at.members(with).into_iter().map(|(head, _)| (head, at.noun(head)))).collect();
        let end = with.iter().map(|(_, range)| range.start.saturating_sub(1)).min();
        for (head, range) in &mut members {
            range.end = range.end.min(end.unwrap_or(range.end)).max(*head + 1);
        }
        members.append(&mut with);
        members
    } else if must {
        purposes(at, at.index)
    } else {
        Vec::new()
    };
    let rule = match verb {
        true if at.is(PointWord::Require, at.index) => "requires",
        true => "must_do",
        false => "must_be",
    };
    for (_, range) in members {
        let mut point = at.point(PointKind::Requirement, &range, at.index, rule);
        point.of = Some(at.phrase(subject));
        found.push(point);
    }
}

/// A list of nouns, from its first word to the end of the clause.
fn whole(at: &At<'_, '_>, object: usize) -> Vec<(usize, std::ops::Range<usize>)> {
    let start = at.noun(object).start;
    at.listed(object, &(start..at.end))
}

/// "Will need to be crafted to align with …, protect … and avoid …": the purposes, else what is to be done.
fn purposes(at: &At<'_, '_>, done: usize) -> Vec<(usize, std::ops::Range<usize>)> {
    let scene = at.reading.scene;
    let purpose = scene.children(done).find(|child| {
        *child > done
            && matches!(scene.relation(*child), Some(Relation::Advcl | Relation::Xcomp))
            && scene.xpos(*child) == Some(Xpos::Vb)
            && scene.children(*child).any(|mark| scene.is(mark, &["to"]))
    });
    let first = purpose.unwrap_or(done);
    let members = at.listed(first, &(first..at.end));
    members.into_iter().map(|(head, range)| (head, head.max(range.start)..range.end)).collect()
}

/// "Consequences if commitments are breached": what a breach brings.
pub fn breaches(reading: &Reading<'_>, conditions: &[Condition], found: &mut Vec<Point>) {
    let scene = reading.scene;
    for condition in conditions {
        let tokens = scene.tokens(condition.span);
        if !tokens.clone().any(|index| point_word(PointWord::Breach, scene, index, tokens.end).is_some()) {
            continue;
        }
        let depends = scene.tokens(condition.depends);
        let noun = depends.clone().rev().find(|index| {
            scene.upos(*index) == Some(Upos::Noun) && point_word(PointWord::Consequence, scene, *index, depends.end).is_some()
        });
        let Some(noun) = noun else { continue };
        let sentence = scene.sentence_index(noun);
        let at = At { reading, sentence, index: noun, end: depends.end };
        let range = at.noun(noun);
        let mut point = at.point(PointKind::Consequence, &(range.start..range.end.min(depends.end).max(noun + 1)), noun, "breach");
        point.of = Some(condition.span);
        found.push(point);
    }
}
