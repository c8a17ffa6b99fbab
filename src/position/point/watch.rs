//! What is or will be watched, by whom; and what a list of issues names.

use super::{At, Point, PointKind};
use crate::{
    position::vocabulary::PointWord,
    syntax::{Relation, Upos},
};

pub fn find(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    match scene.upos(at.index) {
        Some(Upos::Verb) if at.is(PointWord::Watch, at.index) && !scene.is_denied(at.index) => watched(at, found),
        Some(Upos::Noun) if at.is(PointWord::Issue, at.index) => {
            let such = scene.children(at.index).find(|child| {
                *child > at.index
                    && scene.relation(*child) == Some(Relation::Nmod)
                    && scene.children(*child).any(|case| scene.is(case, &["such", "like", "including"]))
            });
            add_issues(at, such, "issues_such_as", found);
        }
        Some(Upos::Verb) if at.is(PointWord::Address, at.index) => {
            let subject = at.subject(at.index).filter(|subject| at.named(PointWord::Process, *subject));
            let object = scene.child(at.index, Relation::Obj).filter(|_| subject.is_some());
            let list = object.filter(|object| scene.children(*object).any(|child| scene.relation(child) == Some(Relation::Conj)));
            add_issues(at, list, "issues_addressed", found);
        }
        _ => {}
    }
}

/// "X and Y will be watched closely by Z", "Z is watching X".
fn watched(at: &At<'_, '_>, found: &mut Vec<Point>) {
    let scene = at.reading.scene;
    let passive = scene.is_passive(at.index);
    let closely = scene.children(at.index).any(|child| scene.is(child, &["closely", "carefully", "will", "continue"]))
        || scene.head(at.index).is_some_and(|head| {
            scene.relation(at.index) == Some(Relation::Xcomp) && scene.lemma(head) == crate::position::scene::number("continue")
        })
        || scene
            .children(at.index)
            .any(|child| scene.relation(child) == Some(Relation::Obl) && scene.children(child).any(|word| scene.is(word, &["close"])));
    if !closely {
        return;
    }
    let agent = || {
        let mut agents = scene.children(at.index).filter(|child| scene.relation(*child) == Some(Relation::Obl));
        agents.find(|agent| scene.children(*agent).any(|case| scene.is(case, &["by"])))
    };
    let (thing, watcher) = if passive {
        (scene.child(at.index, Relation::Nsubj), agent())
    } else {
        (scene.child(at.index, Relation::Obj), scene.subject(at.index))
    };
    let Some(thing) = thing.filter(|thing| scene.upos(*thing) != Some(Upos::Pron)) else { return };
    // A list of subjects ends where the verb begins.
    let start = scene.subtree(thing).start;
    let verb = scene.children(at.index).filter(|child| scene.relation(*child) == Some(Relation::Aux)).min().unwrap_or(at.index);
    let members = if passive { at.listed(thing, &(start..verb)) } else { at.members(thing) };
    for (_, range) in members {
        let mut point = at.point(PointKind::Watch, &range, at.index, if passive { "watched" } else { "watches" });
        if let Some(watcher) = watcher {
            (point.by, point.by_words) = at.who(watcher);
        }
        found.push(point);
    }
}

fn add_issues(at: &At<'_, '_>, first: Option<usize>, rule: &'static str, found: &mut Vec<Point>) {
    let members = first.map(|first| at.listed(first, &(at.noun(first).start..at.end))).unwrap_or_default();
    for (head, range) in members {
        let range = range.start..range.end.min(at.noun(head).end).max(head + 1);
        found.push(at.point(PointKind::Issue, &range, at.index, rule));
    }
}
