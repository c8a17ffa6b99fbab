//! What stands in the way of talks.

use std::ops::Range;

use super::{At, Point, PointKind};
use crate::{
    position::vocabulary::PointWord,
    syntax::{Relation, Upos},
};

pub fn find(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    let (members, rule): (Vec<Range<usize>>, _) = match scene.upos(at.index) {
        Some(Upos::Noun) if scene.relation(at.index) != Some(Relation::Compound) && at.named(PointWord::Obstacle, at.index) => {
            (named(at), "obstacle_is")
        }
        Some(Upos::Verb) if at.is(PointWord::Hinder, at.index) && !scene.is_denied(at.index) && !scene.is_passive(at.index) => {
            let object = scene.child(at.index, Relation::Obj).is_some_and(|object| at.named(PointWord::Hindered, object));
            let subject = scene
                .subject(at.index)
                .filter(|subject| object && scene.upos(*subject) != Some(Upos::Pron) && !at.is(PointWord::Obstacle, *subject));
            (subject.map(|subject| listed(at, subject)).unwrap_or_default(), "obstacle_verb")
        }
        _ => return,
    };
    for range in members {
        found.push(at.point(PointKind::Obstacle, &range, at.index, rule));
    }
}

/// The members of a list of nouns.
fn listed(at: &At<'_, '_>, head: usize) -> Vec<Range<usize>> {
    at.members(head).into_iter().map(|(head, range)| range.start..range.end.min(at.noun(head).end.max(head + 1))).collect()
}

/// What an obstacle is said to be: "one challenge is X", "X is an obstacle", "X poses a hurdle", "challenges include X and Y".
fn named(at: &At<'_, '_>) -> Vec<Range<usize>> {
    let scene = at.reading.scene;
    let other = |subject: Option<usize>| {
        subject.filter(|subject| {
            *subject != at.index && !matches!(scene.upos(*subject), Some(Upos::Pron)) && !at.is(PointWord::Obstacle, *subject)
        })
    };
    // The obstacle is the predicate.
    if scene.child(at.index, Relation::Cop).is_some() {
        let subject = other(scene.child(at.index, Relation::Nsubj).or_else(|| scene.subject(at.index)));
        return subject.filter(|_| !scene.is_denied(at.index)).map(|subject| listed(at, subject)).unwrap_or_default();
    }
    let Some(head) = scene.head(at.index) else { return Vec::new() };
    match scene.relation(at.index) {
        Some(Relation::Nsubj) if scene.child(head, Relation::Cop).is_some() && scene.upos(head) == Some(Upos::Noun) => {
            let copula = scene.child(head, Relation::Cop).unwrap_or(head);
            let mut members = listed(at, head);
            if let Some(first) = members.first_mut() {
                first.start = first.start.max(copula + 1).min(head);
            }
            members
        }
        Some(Relation::Nsubj) if scene.lemma(head) == crate::position::scene::number("include") => {
            scene.child(head, Relation::Obj).map(|object| listed(at, object)).unwrap_or_default()
        }
        Some(Relation::Obj | Relation::Xcomp | Relation::Obl | Relation::Advcl)
            if (at.is(PointWord::Pose, head) || scene.lemma(head) == crate::position::scene::number("be")) && !scene.is_denied(head) =>
        {
            other(scene.subject(head)).map(|subject| listed(at, subject)).unwrap_or_default()
        }
        _ => {
            // "Challenges such as X and Y".
            let such = scene.children(at.index).find(|child| {
                *child > at.index
                    && scene.relation(*child) == Some(Relation::Nmod)
                    && scene.children(*child).any(|case| scene.is(case, &["such", "like", "including"]))
            });
            such.map(|such| listed(at, such)).unwrap_or_default()
        }
    }
}
