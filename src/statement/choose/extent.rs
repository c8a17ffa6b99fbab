//! What is true of a possible extent of a cue.

use super::{
    cue::{known, passive},
    feature::{Features, bucket, odds},
};
use crate::{statement::candidate::{Range, View}, syntax::Role};

/// Adds what is true of a candidate for the extent of the cue that a word heads.
pub fn features(view: &View<'_>, word: usize, extent: &Range, content: Option<&Range>, best: i32, features: &mut Features) {
    let lemma = view.lemma(word);
    let tag = view.tag(word);
    let kind = known(view, word);
    let (start, end) = (extent.start, extent.end);
    let (left, right) = ((word - start) as u32, (end - word - 1) as u32);
    if view.heads_cue(word).is_some() {
        let one = |index: usize| odds(view.odds(Role::Cue, &(index..index + 1)));
        let behind = best - view.odds(Role::Cue, extent);
        features.one(100, (behind / 4).min(400) as u32);
        features.two(101, odds(behind), left * 8 + right);
        features.two(102, odds(behind), tag);
        features.two(103, one(start), start.checked_sub(1).map_or(99, one));
        features.two(104, one(end - 1), one(end));
        features.two(105, odds(view.begins(Role::Cue, start)), left);
    }
    features.add(1, [left, right, tag]);
    features.add(2, [left, right, lemma]);
    features.add(3, [left, right, kind]);
    features.add(4, [left, tag, view.label(word)]);
    features.add(5, [right, tag, view.label(word)]);
    features.two(6, left, view.lemma(start));
    features.two(7, right, view.lemma(end - 1));
    features.add(8, [u32::from(left > 0), view.lemma(start), view.tag(start)]);
    features.add(9, [u32::from(right > 0), view.lemma(end - 1), lemma]);
    features.add(10, [u32::from(right > 0), view.tag(end - 1), tag]);
    features.add(11, [view.tag(end - 1), view.tag(end), tag]);
    features.add(12, [view.lemma(end - 1), view.lemma(end), 0]);
    features.add(13, [view.lemma(end), lemma, right]);
    features.add(14, [view.tag(end), tag, right]);
    let before = start.checked_sub(1).map_or((0, 255), |before| (view.lemma(before), view.tag(before)));
    features.add(15, [before.1, view.tag(start), tag]);
    features.add(16, [before.0, view.lemma(start), 0]);
    features.add(17, [before.0, tag, left]);
    features.add(18, [before.0, lemma, left]);
    for index in start..end {
        if index == word {
            continue;
        }
        let side = u32::from(index > word);
        let tie = view.head(index).map_or(3, |head| {
            if head == word {
                0
            } else if extent.contains(&head) {
                1
            } else {
                2
            }
        });
        features.add(20, [side, view.label(index), tie]);
        features.add(21, [side, view.lemma(index), tie]);
        features.add(22, [side, view.lemma(index), lemma]);
        features.add(23, [side, view.label(index), kind]);
        features.add(24, [side, view.tag(index), tag]);
        if let Some(head) = view.head(word).filter(|head| *head == index) {
            features.add(25, [view.label(word), view.lemma(head), tag]);
        }
    }
    // What is left out on either side.
    for (index, side) in [(start.checked_sub(1), 0), (Some(end), 1)] {
        if let Some(index) = index.filter(|index| view.around(word).contains(index)) {
            let tie = view.head(index).map_or(3, |head| if head == word { 0 } else { 1 + u32::from(extent.contains(&head)) });
            features.add(26, [side, view.label(index), tie]);
            features.add(27, [side, view.lemma(index), tie]);
            features.add(28, [side, view.tag(index), tag]);
        }
    }
    let gap = content.map_or(20, |content| if content.start >= end { bucket(content.start - end) } else { 15 });
    features.add(30, [gap, right, tag]);
    features.add(31, [gap, view.lemma(end - 1), 0]);
    features.add(32, [u32::from(passive(view, word)), left, tag]);
}
