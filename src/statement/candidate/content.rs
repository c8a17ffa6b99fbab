//! What may be the content of a cue: stretches of its sentence that the tree and the quotations mark off.

use super::{
    Proposal,
    view::{NOWHERE, Range, View},
};
use crate::syntax::{Relation, Upos, Xpos};

/// The pieces of a content at most.
pub const PIECES: usize = 3;
/// The candidates of a cue at most.
const MOST: usize = 96;
/// The places where a content to the right may begin, and where it may end.
const PLACES: usize = 12;
/// The dependents of a token that are looked at.
const WIDTH: usize = 16;
/// How deep the right edge of a clause is followed for places to cut.
const DEPTH: usize = 5;
/// How many tokens a quotation behind the sentence may stand away from its end.
const NEAR: usize = 3;

/// A possible content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// Its pieces, in order, marks at their ends left out.
    pub pieces: Vec<Range>,
    /// How it was come by.
    pub way: Way,
    /// The dependent that it begins with, where it does.
    pub begins: Option<usize>,
}

/// How a content was come by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the right of the cue.
    Right,
    /// To the left of the cue.
    Left,
    /// On both sides.
    Around,
    /// A quotation.
    Quoted,
    /// The subject of the cue.
    Subject,
    /// What the cue modifies.
    Modified,
    /// A rule of words proposed it.
    Proposed,
}

/// The candidates of one cue.
struct Gathering<'v, 'a> {
    view: &'v View<'a>,
    cue: usize,
    sentence: Range,
    found: Vec<Content>,
}

/// The possible contents of the cue at a token.
pub fn contents(view: &View<'_>, cue: usize, proposal: Option<&Proposal>) -> Vec<Content> {
    let mut gathering = Gathering { view, cue, sentence: view.around(cue), found: Vec::new() };
    if let Some(proposal) = proposal {
        gathering.add(&proposal.content, Way::Proposed, None);
    }
    gathering.left();
    gathering.modified();
    gathering.subject();
    gathering.right();
    gathering.found
}

impl Gathering<'_, '_> {
    fn add(&mut self, pieces: &[Range], way: Way, begins: Option<usize>) {
        // Most stretches were proposed before, and nothing is allocated for them.
        let mut clean: [Range; PIECES] = Default::default();
        let mut count = 0usize;
        for piece in pieces {
            let piece = self.view.trimmed(piece.clone());
            if piece.is_empty() {
                continue;
            }
            let last = count.checked_sub(1).and_then(|last| clean.get_mut(last));
            if let Some(last) = last.filter(|last| last.end >= piece.start) {
                last.end = last.end.max(piece.end);
                continue;
            }
            let Some(next) = clean.get_mut(count) else { return };
            *next = piece;
            count += 1;
        }
        let clean = clean.get(..count).unwrap_or_default();
        let known = clean.is_empty() || self.found.iter().any(|found| found.pieces == clean);
        if !known && self.found.len() < MOST {
            self.found.push(Content { pieces: clean.to_vec(), way, begins });
        }
    }

    fn one(&mut self, piece: Range, way: Way, begins: Option<usize>) {
        self.add(&[piece], way, begins);
    }

    /// What the dependents of the cue begin, up to the places where they may end.
    fn right(&mut self) {
        let view = self.view;
        let cue = self.cue;
        let mut starts: Vec<(usize, Option<usize>)> = Vec::new();
        let mut ends: Vec<usize> = Vec::new();
        for anchor in self.anchors() {
            for child in view.children(anchor).take(WIDTH) {
                let subtree = view.subtree(child);
                let part = view.relation(child);
                if subtree.start <= cue
                    || matches!(
                        part,
                        Some(Relation::Punct | Relation::Cc | Relation::Aux | Relation::Det | Relation::Case | Relation::Mark)
                    )
                {
                    continue;
                }
                push(&mut starts, (subtree.start, Some(child)));
                let opening = view.children(child).find(|first| *first == subtree.start);
                if opening.is_some_and(|first| matches!(view.relation(first), Some(Relation::Case | Relation::Mark | Relation::Cc))) {
                    push(&mut starts, (subtree.start + 1, Some(child)));
                }
                push(&mut ends, subtree.end);
                self.cuts(child, &mut ends);
            }
        }
        let after = view.trimmed(cue + 1..self.sentence.end).start;
        push(&mut starts, (after, None));
        let colon = (cue + 1..self.sentence.end.min(cue + 30)).find(|index| view.letters(*index) == ":");
        if let Some(colon) = colon {
            push(&mut starts, (colon + 1, None));
        }
        push(&mut ends, self.sentence.end);
        let first = view.quotation_from(cue);
        for number in first..first.saturating_add(3) {
            let inside = view.inside(number);
            if inside.is_empty() || inside.start >= self.sentence.end {
                break;
            }
            if inside.start > cue {
                push(&mut starts, (inside.start, None));
                push(&mut ends, inside.end);
                self.one(inside, Way::Quoted, None);
            }
        }
        let behind = self.behind(self.sentence.end);
        for (start, begins) in starts {
            for &end in &ends {
                if end > start {
                    self.one(start..end, Way::Right, begins);
                }
            }
            if let Some(next) = behind.clone() {
                self.add(&[start..self.sentence.end, next], Way::Right, begins);
            }
        }
    }

    /// The cue and the words whose dependents may be its content: a noun that is its object, a verb that it opens, its head where it is
    /// the subject or the object of it.
    fn anchors(&self) -> Vec<usize> {
        let view = self.view;
        let mut anchors = vec![self.cue];
        for child in view.children(self.cue).take(WIDTH) {
            if child > self.cue && matches!(view.relation(child), Some(Relation::Obj | Relation::Xcomp | Relation::Obl)) {
                anchors.push(child);
            }
        }
        anchors.truncate(4);
        if matches!(view.relation(self.cue), Some(Relation::Nsubj | Relation::Obj | Relation::Obl | Relation::Amod | Relation::Advmod))
            && let Some(head) = view.head(self.cue)
        {
            anchors.push(head);
        }
        anchors
    }

    /// The places inside a clause, along its right edge, where it may be cut.
    fn cuts(&self, top: usize, ends: &mut Vec<usize>) {
        let mut node = top;
        for _ in 0..DEPTH {
            let mut last = None;
            for child in self.view.children(node).rev().take(6) {
                if child < node {
                    break;
                }
                if !self.view.is_mark(child) {
                    last = last.or(Some(child));
                    push(ends, self.view.subtree(child).start);
                }
            }
            match last {
                Some(child) => node = child,
                None => break,
            }
        }
    }

    /// The quotation that goes on right behind a place, in the same block.
    fn behind(&self, end: usize) -> Option<Range> {
        let number = self.view.quotation_from(end);
        let inside = self.view.inside(number);
        let block = |index: usize| self.view.sentence(index).map(|sentence| sentence.block);
        let near = inside.start >= end && inside.start <= end + NEAR && !inside.is_empty();
        (near && block(inside.start) == block(self.cue)).then_some(inside)
    }

    /// What stands before a cue in commas or behind a quotation, with what goes on behind it.
    fn left(&mut self) {
        let view = self.view;
        let cue = self.cue;
        let mut edge = cue;
        let mut close = cue + 1;
        let mut clause: Option<usize> = None;
        for child in view.children(cue).take(WIDTH) {
            let subtree = view.subtree(child);
            match view.relation(child) {
                Some(Relation::Punct) => {}
                Some(Relation::Ccomp | Relation::Parataxis | Relation::Csubj | Relation::Dep | Relation::Advcl) => {
                    clause = if child < cue { Some(child) } else { clause };
                }
                Some(Relation::Obj) if child < cue => clause = clause.or(Some(child)),
                _ if child < cue && subtree.end <= cue => edge = edge.min(subtree.start),
                _ if child < cue => {}
                Some(Relation::Nsubj | Relation::Obl | Relation::Advmod | Relation::Iobj) => close = close.max(subtree.end),
                _ => {}
            }
        }
        let own = view.subtree(cue);
        let mut edges = vec![edge];
        for place in [cue, own.start] {
            push(&mut edges, place);
        }
        // "according to X": the cue is what marks the phrase.
        if let Some(head) = view.head(cue).filter(|head| *head > cue && matches!(view.relation(cue), Some(Relation::Case | Relation::Mark)))
        {
            close = close.max(view.subtree(head).end);
        }
        let mut closes = vec![close];
        if own.end > cue + 1 && own.end <= self.sentence.end {
            push(&mut closes, own.end);
        }
        let mut starts = vec![self.sentence.start];
        if let Some(clause) = clause {
            push(&mut starts, view.subtree(clause).start);
        }
        if let Some(head) = view.head(cue) {
            push(&mut starts, view.subtree(head).start);
        }
        let opening = view.trimmed(self.sentence.start..cue).start;
        if view.xpos(opening) == Some(Xpos::Cc) {
            push(&mut starts, opening + 1);
        }
        for edge in edges {
            let end = view.trimmed(self.sentence.start..edge).end;
            if end <= self.sentence.start {
                continue;
            }
            let mut starts = starts.clone();
            let quotation = view.quotation(end - 1);
            if quotation != NOWHERE {
                let inside = view.inside(quotation);
                push(&mut starts, inside.start);
            }
            for start in starts {
                if start >= end {
                    continue;
                }
                self.one(start..end, Way::Left, clause);
                for &close in &closes {
                    self.both(start..end, close, clause);
                }
            }
        }
        // A quotation that the cue follows at some distance.
        let before =
            view.quotation_from(cue).checked_sub(1).map(|number| view.inside(number)).filter(|inside| inside.end >= self.sentence.start);
        if let Some(inside) = before.filter(|inside| !inside.is_empty()) {
            self.one(inside, Way::Quoted, None);
        }
    }

    /// A piece before the cue with one behind it.
    fn both(&mut self, before: Range, close: usize, clause: Option<usize>) {
        let view = self.view;
        let rest = view.trimmed(close..self.sentence.end);
        let next = self.behind(self.sentence.end);
        if rest.is_empty() {
            if let Some(next) = next {
                self.add(&[before, next], Way::Around, clause);
            }
            return;
        }
        self.add(&[before.clone(), rest.clone()], Way::Around, clause);
        let number = view.quotation_from(close);
        let inside = view.inside(number);
        if !inside.is_empty() && inside.start >= close && inside.start < self.sentence.end {
            self.add(&[before.clone(), inside], Way::Around, clause);
        } else if let Some(next) = next {
            self.add(&[before, next], Way::Around, clause);
        }
    }

    /// What the cue modifies: "reportedly", "alleged".
    fn modified(&mut self) {
        let view = self.view;
        if !matches!(view.upos(self.cue), Some(Upos::Adv | Upos::Adj | Upos::Verb | Upos::Noun | Upos::Aux)) {
            return;
        }
        let Some(head) = view.head(self.cue) else { return };
        let subtree = view.subtree(head);
        if subtree.start < self.cue {
            self.add(&[subtree.start..self.cue, self.cue + 1..subtree.end], Way::Modified, None);
            self.one(subtree.start..self.cue, Way::Modified, None);
        }
        self.one(self.cue + 1..subtree.end, Way::Modified, None);
    }

    /// The subject of a passive or of a copula.
    fn subject(&mut self) {
        let view = self.view;
        for child in view.related(self.cue, Relation::Nsubj).chain(view.related(self.cue, Relation::Csubj)).take(2) {
            self.one(view.subtree(child), Way::Subject, Some(child));
        }
        // "the plan announced by X"
        if matches!(view.relation(self.cue), Some(Relation::Acl | Relation::Amod))
            && let Some(head) = view.head(self.cue).filter(|head| *head < self.cue)
        {
            self.one(view.subtree(head).start..view.subtree(self.cue).start, Way::Subject, Some(head));
        }
    }
}

/// Adds a place that is not there yet, as long as there is room.
fn push<T: PartialEq>(places: &mut Vec<T>, place: T) {
    if places.len() < PLACES && !places.contains(&place) {
        places.push(place);
    }
}
