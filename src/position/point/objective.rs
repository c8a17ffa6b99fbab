//! Objectives, stated, denied ("not X but Y") or read into what a party does.

use super::{At, Point, PointKind};
use crate::{
    position::vocabulary::PointWord,
    syntax::{Relation, Upos},
};

pub fn find(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    if scene.upos(at.index) != Some(Upos::Noun) || !at.is(PointWord::Objective, at.index) {
        return;
    }
    // A question asks for an objective and names none.
    let asked = at.end.checked_sub(1).is_some_and(|last| scene.is(last, &["?"]));
    if asked {
        return;
    }
    let owner = scene.children(at.index).find(|child| {
        scene.relation(*child) == Some(Relation::Nmod)
            && (*child < at.index || scene.children(*child).any(|case| scene.is(case, &["of"])))
            && !at.reading.holders.codes(*child).is_empty()
    });
    let predicate = scene.head(at.index).filter(|_| scene.relation(at.index) == Some(Relation::Nsubj));
    let (first, rule) = match predicate {
        Some(predicate) if is_copular(at, predicate) => (predicate, "objective_is"),
        _ => {
            // "The objective as …", "described its goal as …".
            let near = at.index + 1..at.end.min(at.index + 12);
            let Some(marker) = near.into_iter().find(|place| scene.is(*place, &["as"])) else { return };
            let Some(first) = scene.head(marker).filter(|first| *first > marker && *first < at.end) else { return };
            let governed = scene.head(first).is_some_and(|head| head == at.index || scene.head(at.index) == Some(head));
            if !governed {
                return;
            }
            (first, "objective_as")
        }
    };
    for (member, mut range) in at.members(first) {
        let mut denied = false;
        while range.start < member {
            if scene.is(range.start, &["not", "n't", "n’t"]) {
                denied = true;
            }
            let before = scene.is_mark(range.start)
                || range.start <= at.index
                || matches!(
                    scene.relation(range.start),
                    Some(Relation::Cc | Relation::Cop | Relation::Case | Relation::Advmod | Relation::Aux)
                )
                || scene.is(range.start, &["not", "about", "to", "as", "is", "was", "but"]);
            if !before
                && range.start > at.index
                && rule == "objective_is"
                && scene.relation(at.index) == Some(Relation::Nsubj)
                && range.start < copula(at, first)
            {
                range.start += 1;
                continue;
            }
            if !before {
                break;
            }
            range.start += 1;
        }
        let mut point = at.point(PointKind::Objective, &range, at.index, rule);
        // "Putin's goal is …": the author says so.
        let own = scene.bytes(&(at.index..at.index + 1));
        let is_cue = point.statement.and_then(|statement| at.reading.statements.get(statement)?.cue).is_some_and(|cue| cue.contains(own));
        let said = !is_cue && point.statement.is_some() && point.by_words.is_some() || rule == "objective_as";
        point.status = Some(if denied {
            "negated"
        } else if said {
            "stated"
        } else {
            "ascribed"
        });
        if let Some(owner) = owner {
            point.by = at.reading.holders.codes(owner);
            point.by_words = Some(at.phrase(owner));
        }
        if point.by.is_empty()
            && let Some(subject) = scene.head(at.index).and_then(|verb| scene.subject(verb)).filter(|subject| *subject != at.index)
        {
            (point.by, point.by_words) = at.who(subject);
        }
        found.push(point);
    }
}

/// Where the "is" of a predicate stands.
fn copula(at: &At<'_, '_>, predicate: usize) -> usize {
    let scene = at.reading.scene;
    let found =
        scene.children(predicate).find(|child| *child > at.index && scene.is(*child, &["is", "was", "are", "were", "remains", "’s", "'s"]));
    found.unwrap_or(predicate)
}

/// Whether a predicate is joined by "is".
fn is_copular(at: &At<'_, '_>, predicate: usize) -> bool {
    copula(at, predicate) != predicate || at.reading.scene.child(predicate, Relation::Cop).is_some()
}
