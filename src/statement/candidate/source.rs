//! Who may be the source of a cue: noun phrases that the tree ties to it.

use super::{
    Proposal,
    view::{Range, View},
};
use crate::{
    syntax::{Relation, Upos, Xpos},
    text::word_hash,
};

/// The candidates of a cue at most.
const MOST: usize = 40;
/// The path of a source that only a rule of words knows.
const PROPOSED: u32 = 2;
/// How many heads are gone up from the cue.
const HEIGHT: usize = 5;
/// The dependents of a token that are looked at.
const WIDTH: usize = 16;
/// The shorter forms of a noun phrase at most.
const CUTS: usize = 4;

/// What stands for nothing that was cut, and for a phrase that ends with its head.
pub const WHOLE: u32 = 255;
const BARE: u32 = 254;

/// A possible source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The phrase; empty where nobody is named.
    pub range: Range,
    /// The word that heads it.
    pub head: usize,
    /// How it hangs on the cue, as a hash of the path.
    pub path: u32,
    /// The relation of what was cut from its end; [`WHOLE`] for nothing.
    pub cut: u32,
}

/// The candidates of one cue.
struct Gathering<'v, 'a> {
    view: &'v View<'a>,
    cue: usize,
    found: Vec<Source>,
}

/// The possible sources of the cue at a token; the first is nobody.
pub fn sources(view: &View<'_>, cue: usize, proposal: Option<&Proposal>) -> Vec<Source> {
    let mut gathering = Gathering { view, cue, found: vec![Source { range: 0..0, head: cue, path: 0, cut: WHOLE }] };
    gathering.dependents(cue, 1, true);
    gathering.climb();
    gathering.neighbours();
    if let Some(source) = proposal.and_then(|proposal| proposal.source.clone()) {
        let head = view.top(source.clone()).unwrap_or(source.start);
        gathering.add(source, head, PROPOSED, WHOLE);
    }
    gathering.found
}

impl Gathering<'_, '_> {
    fn add(&mut self, range: Range, head: usize, path: u32, cut: u32) {
        let view = self.view;
        let Range { mut start, mut end } = range;
        let edge = |index: usize| view.is_mark(index) || view.xpos(index) == Some(Xpos::Pos);
        while start < end && edge(start) {
            start += 1;
        }
        while end > start && edge(end - 1) && !view.closes(start, end - 1) {
            end -= 1;
        }
        let known = start >= end || (start..end).contains(&self.cue) || self.found.iter().any(|found| found.range == (start..end));
        if !known && self.found.len() < MOST {
            self.found.push(Source { range: start..end, head, path, cut });
        }
    }

    /// A noun phrase, whole and with its modifiers cut from the end.
    fn phrase(&mut self, head: usize, path: u32) {
        let view = self.view;
        let mut range = view.subtree(head);
        for child in view.children(head).take_while(|child| *child < head) {
            let opening = matches!(view.relation(child), Some(Relation::Case | Relation::Cc | Relation::Mark | Relation::Punct));
            if opening && view.subtree(child).start <= range.start {
                range.start = view.subtree(child).end.max(range.start);
            }
        }
        // What hangs on the phrase and holds the cue is no part of it.
        let holds = view.children(head).find(|child| view.subtree(*child).contains(&self.cue));
        let whole = match holds {
            Some(child) if child > head => range.start..view.subtree(child).start,
            Some(_) => return,
            None => range.clone(),
        };
        self.add(whole.clone(), head, path, WHOLE);
        let mut cuts = 0;
        for child in view.children(head).rev().take(WIDTH).filter(|child| *child > head && !view.is_mark(*child)) {
            let end = view.subtree(child).start;
            if end < whole.end && cuts < CUTS {
                self.add(range.start..end, head, path, view.label(child));
                cuts += 1;
            }
        }
        self.add(range.start..head + 1, head, path, BARE);
    }

    /// The noun phrases that hang on a word.
    fn dependents(&mut self, word: usize, path: u32, own: bool) {
        let view = self.view;
        for child in view.children(word).take(WIDTH) {
            let relation = view.relation(child);
            let side = u32::from(child > self.cue);
            let step = path.wrapping_mul(31).wrapping_add(view.label(child) * 2 + side);
            match relation {
                Some(Relation::Nsubj) => self.phrase(child, step),
                Some(Relation::Obl | Relation::Nmod) if own || relation == Some(Relation::Obl) => {
                    let case = view.related(child, Relation::Case).next().map_or(0, |case| view.lemma(case));
                    self.phrase(child, step.wrapping_mul(31).wrapping_add(case));
                }
                Some(Relation::Obj | Relation::Iobj) => self.phrase(child, step),
                Some(
                    Relation::Amod
                    | Relation::Compound
                    | Relation::Det
                    | Relation::Flat
                    | Relation::Dep
                    | Relation::Appos
                    | Relation::Vocative,
                ) if own && matches!(view.upos(child), Some(Upos::Propn | Upos::Pron | Upos::Noun | Upos::Adj)) => {
                    self.phrase(child, step);
                }
                Some(Relation::Parataxis | Relation::Ccomp)
                    if own && matches!(view.upos(child), Some(Upos::Propn | Upos::Pron | Upos::Noun)) =>
                {
                    self.phrase(child, step);
                }
                _ => {}
            }
        }
    }

    /// The subjects of the words that the cue hangs on, and the nouns that it modifies.
    fn climb(&mut self) {
        let view = self.view;
        let (mut word, mut path) = (self.cue, 7);
        for _ in 0..HEIGHT {
            let Some(head) = view.head(word) else { break };
            path = view.label(word).wrapping_add(path * 41);
            if matches!(view.upos(head), Some(Upos::Noun | Upos::Propn | Upos::Pron)) {
                self.phrase(head, path);
            }
            self.dependents(head, path, false);
            word = head;
        }
    }

    /// The phrases right before and right behind the cue.
    fn neighbours(&mut self) {
        let view = self.view;
        let around = view.around(self.cue);
        let nominal = |index: usize| matches!(view.upos(index), Some(Upos::Noun | Upos::Propn | Upos::Pron));
        if self.cue > around.start && nominal(self.cue - 1) {
            let mut head = self.cue - 1;
            while let Some(next) = view.head(head).filter(|next| nominal(*next) && view.subtree(*next).end <= self.cue) {
                head = next;
            }
            self.phrase(head, word_hash("before"));
        }
        let mut next = self.cue + 1;
        while next < around.end.min(self.cue + 6)
            && matches!(view.upos(next), Some(Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron))
        {
            if nominal(next) {
                let mut head = next;
                while let Some(further) = view.head(head).filter(|further| nominal(*further) && view.subtree(*further).start > self.cue) {
                    head = further;
                }
                self.phrase(head, word_hash("behind"));
                break;
            }
            next += 1;
        }
    }
}
