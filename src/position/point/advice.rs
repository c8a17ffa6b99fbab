//! Who is advised to do what, and who calls for people to be spared or helped.

use super::{At, Point, PointKind, Reading};
use crate::{
    position::{Issue, Position, Stance, scene::number, vocabulary::PointWord},
    syntax::{Relation, Upos},
};

pub fn find(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    if scene.upos(at.index) != Some(Upos::Verb) {
        return;
    }
    advised(at, found);
    if at.is(PointWord::Care, at.index) {
        spared(at, found);
    }
}

/// "Ukraine should leverage …", "Norway could consider …".
fn advised(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    let considers = [number("consider"), number("explore")].contains(&scene.lemma(at.index));
    let Some(agent) = scene.child(at.index, Relation::Nsubj) else { return };
    // "Should Ukraine leave" asks, or is a condition.
    let strength = scene
        .children(at.index)
        .filter(|child| *child > agent && *child < at.index && scene.relation(*child) == Some(Relation::Aux))
        .find_map(|modal| {
            if scene.is(modal, &["should"]) {
                Some("should")
            } else {
                (scene.is(modal, &["could", "might"]) && considers).then_some("could")
            }
        });
    let Some(strength) = strength.filter(|_| !scene.is_passive(at.index)) else { return };
    let agents = at.reading.holders.codes(agent);
    if agents.is_empty() {
        return;
    }
    let end = scene.subtree(at.index).end.min(at.end);
    let mut point = at.point(PointKind::Recommendation, &(at.index..end), at.index, "advised");
    point.status = Some(strength);
    point.to = agents;
    point.of = Some(at.phrase(agent));
    found.push(point);
}

/// "Reducing civilian harm": people are spared or helped, and who does it.
fn spared(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    let object =
        scene.children(at.index).find(|child| *child > at.index && matches!(scene.relation(*child), Some(Relation::Obj | Relation::Obl)));
    let Some(object) = object else { return };
    let noun = at.noun(object);
    if scene.is_denied(at.index) || !noun.clone().any(|place| at.is(PointWord::Law, place)) {
        return;
    }
    let mut point = at.point(PointKind::Humanitarian, &(at.index..noun.end), at.index, "humanitarian_verb");
    if point.statement.is_none() {
        let own = scene.subject(at.index).filter(|subject| scene.relation(*subject) == Some(Relation::Nsubj));
        let subject = own.or_else(|| at.above(at.index).find_map(|verb| scene.child(verb, Relation::Nsubj)));
        if let Some(subject) = subject {
            (point.by, point.by_words) = at.who(subject);
        }
    }
    found.push(point);
}

/// Positions on the treatment of people are calls for it: by whom, to whom.
pub fn humanitarian(reading: &Reading<'_>, positions: &[Position], found: &mut Vec<Point>) {
    let calls = positions.iter().filter(|position| position.issue == Issue::Humanitarian && position.stance != Stance::Undecided);
    for position in calls {
        let statement = position.statement.and_then(|index| reading.statements.get(index));
        found.push(Point {
            kind: PointKind::Humanitarian,
            span: position.evidence,
            status: Some(position.stance.name()),
            by: vec![position.holder.clone()],
            by_words: statement.and_then(|statement| statement.source),
            to: position.target.clone(),
            of: statement.and_then(|statement| statement.addressee),
            issue: Some(Issue::Humanitarian),
            statement: position.statement,
            cue: position.stance_words,
            rule: "humanitarian_position",
        });
    }
}
