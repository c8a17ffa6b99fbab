//! What is true of a word that may head a cue.

use super::{
    feature::{Features, bucket, shape},
    likely,
};
use crate::{
    statement::candidate::{Proposal, View},
    syntax::{Relation, Xpos},
    text::word_hash,
};

/// The dependents of a word that are looked at.
const WIDTH: usize = 16;
/// How far a quotation is looked for.
const NEAR: usize = 4;

/// Whether what the lexicon says about a word, see [`View::known`], is a verb or a noun that reports.
pub fn reports(known: u32) -> bool {
    (2..200).contains(&known)
}

/// Whether such a word reports, and seldom does anything else.
pub fn is_certain(known: u32) -> bool {
    reports(known) && known.is_multiple_of(2)
}

/// Which dependents a word has, and on which side: its frame.
pub fn frame(view: &View<'_>, word: usize) -> u32 {
    let mut frame = 0u32;
    for child in view.children(word).take(WIDTH) {
        let bit = match view.relation(child) {
            Some(Relation::Nsubj) => 0,
            Some(Relation::Obj) => 2,
            Some(Relation::Ccomp) => 4,
            Some(Relation::Xcomp) => 6,
            Some(Relation::Parataxis) => 8,
            Some(Relation::Obl) => 10,
            Some(Relation::Nmod) => 12,
            Some(Relation::Acl) => 14,
            Some(Relation::Iobj) => 16,
            Some(Relation::Advcl) => 18,
            Some(Relation::Aux) => 20,
            Some(Relation::Csubj) => 22,
            Some(Relation::Cop) => 24,
            _ => continue,
        };
        frame |= 1 << (bit + u32::from(child > word));
    }
    frame
}

/// Whether a verb is in the passive: a participle with a form of "be".
pub fn passive(view: &View<'_>, word: usize) -> bool {
    let be = |child: usize| view.relation(child) == Some(Relation::Aux) && view.lemma_text(child) == "be";
    view.xpos(word) == Some(Xpos::Vbn) && view.children(word).any(be)
}

/// The subject of a word: its own, or that of the words that it hangs on as an infinitive, a participle or a second verb; and the path to it.
fn subject(view: &View<'_>, word: usize) -> Option<(usize, u32)> {
    let (mut node, mut path) = (word, 0);
    for _ in 0..4 {
        if let Some(subject) = view.related(node, Relation::Nsubj).next() {
            return Some((subject, path));
        }
        if let Some(owner) = view.related(node, Relation::Nmod).find(|owner| *owner < node) {
            return Some((owner, path + 1000));
        }
        if view.relation(node) == Some(Relation::Acl) {
            return view.head(node).map(|head| (head, path + 2000));
        }
        if !matches!(
            view.relation(node),
            Some(
                Relation::Xcomp | Relation::Conj | Relation::Advcl | Relation::Obj | Relation::Obl | Relation::Ccomp | Relation::Parataxis
            )
        ) {
            return None;
        }
        path = path * 40 + view.label(node) + 1;
        node = view.head(node)?;
    }
    None
}

/// Adds what is true of the word.
pub fn features(view: &View<'_>, word: usize, proposal: Option<&Proposal>, features: &mut Features) {
    let lemma = view.lemma(word);
    let tag = view.tag(word);
    let label = view.label(word);
    let head = view.head(word);
    let (above, above_tag) = head.map_or((0, 254), |head| (view.lemma(head), view.tag(head)));
    let frame = frame(view, word);
    let passive = u32::from(passive(view, word));
    let kind = view.known(word);
    let rule = proposal.map_or(0, |proposal| proposal.rule);
    let text = view.lemma_text(word);
    let ending = text.get(text.len().saturating_sub(3)..).map_or(0, word_hash);
    features.one(1, 0);
    likely::cue(view, word, rule, features);
    features.one(2, lemma);
    features.two(3, lemma, tag);
    features.two(4, lemma, frame);
    features.two(5, frame, tag);
    features.two(6, label, tag);
    features.two(7, lemma, label);
    features.two(8, above, label);
    features.add(9, [lemma, label, above_tag]);
    features.two(10, ending, tag);
    features.one(11, kind);
    features.two(12, kind, label);
    features.two(13, kind, frame);
    features.one(14, rule);
    features.two(15, rule, lemma);
    features.two(16, rule, kind);
    features.two(17, passive, lemma);
    features.two(18, passive, frame);
    features.one(19, label);
    features.two(20, above_tag, label);
    dependents(view, word, lemma, kind, features);
    neighbours(view, word, lemma, tag, features);
    // What the word hangs on, further up.
    let (mut node, mut path) = (word, 0u32);
    for _ in 0..3 {
        let Some(next) = view.head(node) else { break };
        path = path.wrapping_mul(37).wrapping_add(view.label(node) + 1);
        let reports = view.known(next);
        features.add(50, [path, reports, 0]);
        features.add(51, [path, u32::from(next < word), view.tag(next)]);
        node = next;
    }
    if let Some((subject, path)) = subject(view, word) {
        let who = view.actor(subject);
        features.add(80, [who, path, kind]);
        features.add(81, [who, path, lemma]);
        features.add(82, [view.known(subject), who, kind]);
        features.add(83, [view.known(subject), path, lemma]);
        features.add(84, [view.tag(subject), path, kind]);
        features.add(85, [view.lemma(subject), kind, 0]);
        features.add(86, [who, frame, path]);
    } else {
        features.add(87, [kind, tag, label]);
        features.add(88, [lemma, frame, 0]);
    }
    features.add(89, [kind, frame, tag]);
    features.add(90, [kind, label, above_tag]);
    let sentence = view.around(word);
    features.one(52, bucket(sentence.len()));
    features.two(53, bucket(word.saturating_sub(sentence.start)), tag);
    features.two(54, bucket(sentence.end - word), tag);
    let quoted = view.counts(&sentence)[1] as usize;
    let share = if quoted == 0 {
        0
    } else if quoted * 2 < sentence.len() {
        1
    } else {
        2
    };
    features.two(55, share, lemma);
    features.two(56, share, kind);
    features.two(57, u32::from(view.is_quoted(word)), kind);
}

fn dependents(view: &View<'_>, word: usize, lemma: u32, kind: u32, features: &mut Features) {
    let mut subject = false;
    for child in view.children(word).take(WIDTH) {
        let label = view.label(child);
        let side = u32::from(child > word);
        let mark = view.children(child).find(|first| matches!(view.relation(*first), Some(Relation::Case | Relation::Mark)));
        let mark = mark.map_or(0, |mark| view.lemma(mark));
        let place = label * 2 + side;
        features.add(30, [place, mark, lemma]);
        features.add(31, [place, mark, kind]);
        features.add(32, [place, view.lemma(child), 0]);
        features.add(33, [place, view.tag(child), lemma]);
        features.add(34, [place, view.tag(child), kind]);
        match view.relation(child) {
            Some(Relation::Nsubj) => {
                subject = true;
                let shape = shape(view.letters(child));
                features.add(35, [shape, view.tag(child), kind]);
                features.add(36, [view.known(child), kind, 0]);
                features.add(37, [view.known(child), lemma, 0]);
            }
            Some(Relation::Obj | Relation::Xcomp | Relation::Compound) => {
                features.add(38, [place, view.lemma(child), lemma]);
                features.add(39, [place, view.known(child), kind]);
                features.add(40, [place, view.known(child), lemma]);
            }
            Some(Relation::Ccomp | Relation::Parataxis) => {
                let subtree = view.subtree(child);
                features.add(41, [place, super::feature::quoted(view, &subtree), kind]);
                features.add(42, [place, bucket(subtree.len()), kind]);
            }
            Some(Relation::Nmod | Relation::Acl) => features.add(43, [place, mark, view.tag(child)]),
            Some(Relation::Det | Relation::Amod | Relation::Aux | Relation::Advmod) => {
                features.add(44, [label, view.lemma(child), lemma]);
                features.add(45, [label, view.lemma(child), kind]);
            }
            _ => {}
        }
    }
    features.two(46, u32::from(subject), lemma);
    features.two(47, u32::from(subject), kind);
}

fn neighbours(view: &View<'_>, word: usize, lemma: u32, tag: u32, features: &mut Features) {
    let sentence = view.around(word);
    let at = |offset: isize| {
        let place = word.checked_add_signed(offset).filter(|place| sentence.contains(place));
        place.map_or((1, 253), |place| (view.lemma(place), view.tag(place)))
    };
    let (before, before_tag) = at(-1);
    let (after, after_tag) = at(1);
    let (_, second_before) = at(-2);
    let (second_lemma, second_after) = at(2);
    features.two(60, before, lemma);
    features.two(61, after, lemma);
    features.two(62, before_tag, lemma);
    features.two(63, after_tag, lemma);
    features.add(64, [before_tag, tag, after_tag]);
    features.add(65, [second_before, before_tag, tag]);
    features.add(66, [tag, after_tag, second_after]);
    features.two(67, before, tag);
    features.two(68, after, tag);
    features.add(69, [second_lemma, after_tag, tag]);
    features.add(70, [before_tag, lemma, after_tag]);
    let near = |range: crate::statement::candidate::Range| u32::from(view.counts(&range)[1] > 0);
    let left = near(word.saturating_sub(NEAR).max(sentence.start)..word);
    let right = near(word + 1..(word + 1 + NEAR).min(sentence.end).max(word + 1));
    features.add(71, [left, right, lemma]);
    features.add(72, [left, right, tag]);
}
