//! The clauses of a content: each may be about another issue.

use std::ops::Range;

use super::scene::{MOST, Scene};
use crate::syntax::{Relation, Upos, Xpos};

/// Cuts a stretch of tokens where a clause begins or ends that is coordinated with another, stands beside it or modifies it; without a grammar
/// only at the ends of sentences.
pub fn segments(scene: &Scene<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
    let mut cuts: Vec<usize> = Vec::new();
    for index in range.clone().take(MOST) {
        if scene.sentence_index(index) != scene.sentence_index(index.saturating_sub(1)) {
            cuts.push(index);
        }
        let clause = matches!(scene.upos(index), Some(Upos::Verb | Upos::Aux));
        let head = scene.head(index).filter(|head| range.contains(head));
        let but = scene.child(index, Relation::Cc).is_some_and(|conjunction| scene.is(conjunction, &["but", "yet"]));
        let apart = match scene.relation(index) {
            // "That …, and that …": a second clause of the same verb.
            Some(Relation::Ccomp) if head.is_none() => clause && scene.child(index, Relation::Cc).is_some(),
            Some(Relation::Conj) if head.is_none() => clause && but && scene.head(index).is_some(),
            Some(Relation::Conj) => {
                let attribute = head.is_some_and(|head| matches!(scene.relation(head), Some(Relation::Amod | Relation::Compound)));
                !attribute && (clause || scene.child(index, Relation::Cop).is_some())
            }
            Some(Relation::Parataxis) => head.is_some() && (clause || scene.child(index, Relation::Cop).is_some()),
            // "To resume talks" belongs to what is asked.
            Some(Relation::Advcl) => {
                head.is_some() && !(scene.xpos(index) == Some(Xpos::Vb) && scene.children(index).any(|child| scene.is(child, &["to"])))
            }
            _ => false,
        };
        if apart {
            let subtree = scene.subtree(index);
            cuts.extend([subtree.start, subtree.end]);
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    let mut segments = Vec::with_capacity(cuts.len() + 1);
    let mut start = range.start;
    for cut in cuts.into_iter().filter(|cut| range.contains(cut)).chain([range.end]) {
        if cut > start {
            segments.push(start..cut);
            start = cut;
        }
    }
    segments
}
