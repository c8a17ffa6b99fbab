//! Clauses in; out come the points that a mediator's file lists besides positions: verification, guarantees, requirements, obstacles and the like.

mod advice;
mod list;
mod mechanism;
mod objective;
mod obstacle;
mod requirement;
mod watch;

use std::ops::Range;

use super::{
    Condition, Issue, Point, PointKind, Position, Reading, issue,
    vocabulary::{PointWord, point_word},
};
use crate::{
    syntax::{Relation, Upos},
    text::Span,
};

/// How many members of a list are told apart.
const MEMBERS: usize = 12;
/// How long a list is at most, in tokens.
const LONGEST: usize = 60;
/// How many steps towards the root are gone at most.
const CLIMBED: usize = 6;

/// Finds the points; none without a grammar.
pub fn find(reading: &Reading<'_>, positions: &[Position], conditions: &[Condition]) -> Vec<Point> {
    let scene = reading.scene;
    let mut found = Vec::new();
    if !scene.has_grammar() {
        return found;
    }
    for (number, sentence) in scene.syntax.sentences.iter().enumerate() {
        for index in sentence.tokens.clone() {
            let at = At { reading, sentence: number, index, end: sentence.tokens.end };
            mechanism::find(&at, &mut found);
            requirement::find(&at, &mut found);
            objective::find(&at, &mut found);
            obstacle::find(&at, &mut found);
            watch::find(&at, &mut found);
            advice::find(&at, &mut found);
            list::outcome(&at, &mut found);
        }
    }
    requirement::breaches(reading, conditions, &mut found);
    advice::humanitarian(reading, positions, &mut found);
    list::find(reading, &mut found);
    settle(found)
}

/// Orders the points and drops what is found twice.
fn settle(mut found: Vec<Point>) -> Vec<Point> {
    found.sort_by_key(|point| (point.span.start, point.kind, std::cmp::Reverse(point.span.end)));
    let mut kept: Vec<Point> = Vec::with_capacity(found.len());
    for point in found {
        let twice = kept.iter().rev().take(MEMBERS).any(|other| other.kind == point.kind && other.span.contains(point.span));
        if !twice && !point.span.is_empty() {
            kept.push(point);
        }
    }
    kept
}

/// A token in its sentence.
struct At<'a, 'r> {
    reading: &'a Reading<'r>,
    sentence: usize,
    index: usize,
    end: usize,
}

impl At<'_, '_> {
    /// Whether a word of a class begins at a token.
    fn is(&self, word: PointWord, index: usize) -> bool {
        point_word(word, self.reading.scene, index, self.end).is_some()
    }

    /// A point with what every point has.
    fn point(&self, kind: PointKind, members: &Range<usize>, cue: usize, rule: &'static str) -> Point {
        let scene = self.reading.scene;
        let span = scene.bytes(members);
        let said = self.reading.said(self.sentence, span);
        let mut point = Point {
            kind,
            span,
            status: None,
            by: Vec::new(),
            by_words: None,
            to: Vec::new(),
            of: None,
            issue: issue::about(scene, members, &[]).map(|about| about.issue).filter(|issue| *issue != Issue::Other),
            statement: said.map(|(index, _)| index),
            cue: scene.bytes(&(cue..cue + 1)),
            rule,
        };
        if let Some((_, said)) = said {
            point.by = said.affiliation.clone();
            point.by_words = said.source;
        }
        point
    }

    /// Who a phrase names, and its words; its own words only where it is no pronoun.
    fn who(&self, head: usize) -> (Vec<String>, Option<Span>) {
        let codes = self.reading.holders.codes(head);
        let named = self.reading.scene.upos(head) != Some(Upos::Pron);
        (codes, named.then(|| self.phrase(head)))
    }

    /// The words of a phrase, before the clauses that hang on it.
    fn phrase(&self, head: usize) -> Span {
        self.reading.scene.bytes(&self.noun(head))
    }

    /// A noun with what stands before it and joins to it, before clauses.
    fn noun(&self, head: usize) -> Range<usize> {
        let scene = self.reading.scene;
        let subtree = scene.subtree(head);
        let clause = |child: &usize| {
            *child > head && matches!(scene.relation(*child), Some(Relation::Acl | Relation::Parataxis | Relation::Appos | Relation::Advcl))
        };
        let end = scene.children(head).find(clause).map_or(subtree.end, |clause| scene.subtree(clause).start).max(head + 1);
        let mut start = subtree.start;
        let joins = |at: usize| {
            scene.is_mark(at) || matches!(scene.relation(at), Some(Relation::Case | Relation::Fixed)) || scene.is(at, &["with", "as"])
        };
        while start < head && joins(start) {
            start += 1;
        }
        start..end
    }

    /// The members of a list by its first: the head with what hangs on it, and each word coordinated with it.
    fn members(&self, head: usize) -> Vec<(usize, Range<usize>)> {
        let scene = self.reading.scene;
        let mut heads = vec![head];
        // The tree may hang a member on the first or on the one before.
        let mut place = 0;
        while let Some(member) = heads.get(place).copied() {
            let others = scene.children(member).filter(|child| *child > member && scene.relation(*child) == Some(Relation::Conj));
            heads.extend(others.take(MEMBERS.saturating_sub(heads.len())));
            place += 1;
        }
        heads.sort_unstable();
        let end = scene.subtree(head).end.min(self.end);
        let bound = |place: usize| heads.get(place + 1).map_or(end, |next| scene.subtree(*next).start);
        heads
            .iter()
            .enumerate()
            .map(|(place, member)| {
                let (mut start, mut end) = (scene.subtree(*member).start, bound(place));
                let joins = |at: usize| {
                    scene.is_mark(at)
                        || matches!(scene.relation(at), Some(Relation::Cc | Relation::Case | Relation::Fixed))
                        || scene.relation(at) == Some(Relation::Mark) && !scene.is(at, &["to"])
                };
                while start < *member && joins(start) {
                    start += 1;
                }
                // What a comma sets apart behind a member is no part of it.
                let apart = |child: &usize| {
                    *child > *member
                        && matches!(scene.relation(*child), Some(Relation::Advcl | Relation::Parataxis | Relation::Acl))
                        && (scene.subtree(*child).start.saturating_sub(1)..=scene.subtree(*child).start).any(|at| scene.is_mark(at))
                };
                if let Some(apart) = scene.children(*member).find(apart) {
                    end = end.min(scene.subtree(apart).start);
                }
                while end > *member + 1 && (scene.is_mark(end - 1) || scene.relation(end - 1) == Some(Relation::Cc)) {
                    end -= 1;
                }
                (*member, start..end.max(*member + 1))
            })
            .collect()
    }

    /// The members of a list that a stretch is, where its marks say so ("A, B, and C"); else as the tree has them.
    fn listed(&self, head: usize, range: &Range<usize>) -> Vec<(usize, Range<usize>)> {
        let scene = self.reading.scene;
        let by_tree = self.members(head);
        let is_comma = |at: usize| scene.is(at, &[","]);
        let range = range.start..range.end.min(range.start + LONGEST);
        let last = range.clone().find(|at| is_comma(*at) && scene.relation(at + 1) == Some(Relation::Cc) && at + 2 < range.end);
        // "Issues such as A, B, and C": the list is inside its first member.
        let inner = |last: &usize| (range.start..*last).any(|at| scene.is(at, &["such", "including", "that", "which", "who"]));
        let Some(last) = last.filter(|last| by_tree.len() < 3 && !inner(last)) else { return by_tree };
        let end = (last + 1..range.end).find(|at| is_comma(*at)).unwrap_or(range.end);
        let mut cuts: Vec<usize> = (range.start..last).filter(|at| is_comma(*at)).take(MEMBERS).collect();
        cuts.extend([last + 1, end]);
        let mut start = range.start;
        let mut members = Vec::new();
        for cut in cuts {
            let names = |at: usize| matches!(scene.upos(at), Some(Upos::Noun | Upos::Propn | Upos::Verb));
            let piece = start..if cut == last + 1 { last } else { cut };
            start = cut + 1;
            if piece.is_empty() {
                continue;
            }
            // "Reliable, swift, and fair talks" is no list of things.
            if !piece.clone().any(names) {
                return by_tree;
            }
            let Some(top) = scene.top(&piece) else { return by_tree };
            members.push((top, piece));
        }
        if members.len() < 3 { by_tree } else { members }
    }

    /// The subject of a verb; of a relative clause what the clause hangs on.
    fn subject(&self, verb: usize) -> Option<usize> {
        let scene = self.reading.scene;
        let subject = scene.subject(verb)?;
        if scene.is(subject, &["that", "which", "who"]) { scene.head(verb) } else { Some(subject) }
    }

    /// The words that govern a token, the nearest first.
    fn above(&self, index: usize) -> impl Iterator<Item = usize> {
        let scene = self.reading.scene;
        std::iter::successors(scene.head(index), |at| scene.head(*at)).take(CLIMBED)
    }

    /// Whether a phrase is called by a word of a class: its head, or the compound that ends with it.
    fn named(&self, word: PointWord, head: usize) -> bool {
        (head.saturating_sub(1)..head + 1)
            .any(|start| point_word(word, self.reading.scene, start, self.end).is_some_and(|length| start + length > head))
            || self.is(word, head)
    }
}
