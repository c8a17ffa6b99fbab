//! What is true of a possible source.

use super::{
    cue::{frame, passive},
    feature::{Features, bucket, quoted, shape},
};
use crate::statement::candidate::{Content, Proposal, Source, View, WHOLE};

/// Adds what is true of a candidate for the source of the cue at a word, whose content is chosen.
pub fn features(view: &View<'_>, word: usize, source: &Source, content: &Content, proposal: Option<&Proposal>, features: &mut Features) {
    let lemma = view.lemma(word);
    let tag = view.tag(word);
    let label = view.label(word);
    let kind = view.known(word);
    let passive = u32::from(passive(view, word));
    let proposed = proposal.map_or(0, |proposal| 1 + u32::from(proposal.source.is_some()));
    let side = content.pieces.first().map_or(0, |piece| 1 + u32::from(piece.start > word));
    if source.range.is_empty() {
        features.two(1, lemma, tag);
        features.two(2, kind, label);
        features.two(3, frame(view, word), tag);
        features.two(4, passive, lemma);
        features.one(5, proposal.map_or(0, |proposal| proposal.rule));
        features.two(6, proposed, kind);
        features.add(7, [proposed, side, tag]);
        features.add(8, [passive, label, tag]);
        return;
    }
    let head = source.head;
    let path = source.path;
    features.one(10, path);
    features.two(11, path, lemma);
    features.two(12, path, kind);
    features.add(13, [path, passive, side]);
    features.add(14, [path, tag, label]);
    features.two(15, view.lemma(head), kind);
    features.two(16, view.tag(head), path);
    features.two(17, view.known(head), path);
    features.add(18, [view.known(head), kind, 0]);
    features.add(19, [shape(view.letters(head)), view.tag(head), side]);
    let cut = source.cut;
    let full = u32::from(source.cut == WHOLE);
    let end = source.range.end;
    features.two(20, cut, full);
    features.add(21, [cut, view.lemma(end), view.tag(head)]);
    features.add(22, [cut, view.tag(end), u32::from(view.is_mark(end))]);
    features.add(23, [cut, bucket(source.range.len()), 0]);
    features.add(24, [cut, view.lemma(head), 0]);
    features.add(25, [view.tag(end), view.lemma(end + 1), full]);
    // The phrases that a whole form still holds.
    if full == 1 {
        for child in view.children(head).filter(|child| *child > head && *child < end).take(8) {
            features.add(26, [view.label(child), view.tag(child), 0]);
            features.add(27, [view.label(child), view.lemma(view.subtree(child).start), bucket(view.subtree(child).len())]);
        }
    }
    features.add(28, [view.tag(source.range.start), view.lemma(source.range.start), 0]);
    let before = source.range.start.checked_sub(1).map_or((0, 255), |before| (view.lemma(before), view.tag(before)));
    features.add(29, [before.0, path, 0]);
    features.add(30, [before.1, view.tag(source.range.start), 0]);
    let (distance, right) =
        if source.range.start > word { (source.range.start - word, 1) } else { (word.saturating_sub(source.range.end), 0) };
    features.add(31, [bucket(distance), right, path]);
    features.add(32, [bucket(distance), right, kind]);
    let covered = content.pieces.iter().any(|piece| piece.start < source.range.end && source.range.start < piece.end);
    let inside = content.pieces.iter().any(|piece| piece.start <= source.range.start && source.range.end <= piece.end);
    features.add(33, [u32::from(covered), u32::from(inside), 0]);
    features.add(34, [u32::from(covered), u32::from(inside), path]);
    let between = content.pieces.iter().any(|piece| piece.start >= source.range.end.min(word) && piece.end <= source.range.start.max(word));
    features.add(35, [u32::from(between), path, 0]);
    features.one(36, quoted(view, &source.range));
    let same = proposal.and_then(|proposal| proposal.source.as_ref()).map(|range| {
        let shared = range.start < source.range.end && source.range.start < range.end;
        if *range == source.range {
            3
        } else if range.start == source.range.start {
            2
        } else {
            u32::from(shared)
        }
    });
    let same = same.unwrap_or(9);
    features.add(37, [same, proposed, 0]);
    features.add(38, [same, proposed, full]);
    features.add(39, [same, proposal.map_or(0, |proposal| proposal.rule), 0]);
    features.add(40, [bucket(source.range.len()), view.tag(head), 0]);
    let mut sum = 0;
    if view.counts(&source.range)[0] > 0 {
        sum = 1 + view.counts(&source.range)[2].min(3);
    }
    features.add(41, [sum, cut, 0]);
    features.add(42, [view.actor(head), path, 0]);
    features.add(43, [view.actor(head), kind, tag]);
    features.add(44, [view.actor(end), cut, u32::from(view.is_mark(end))]);
    features.add(45, [view.actor(head), view.tag(head), cut]);
}
