//! What is true of a possible content.

use super::{
    cue::{frame, known, passive},
    feature::{Features, bucket, odds, quoted},
};
use crate::{
    statement::candidate::{Content, NOWHERE, Proposal, Range, View},
    syntax::{Relation, Role},
};

/// Adds what is true of a candidate for the content of the cue at a word.
pub fn features(view: &View<'_>, word: usize, content: &Content, proposal: Option<&Proposal>, best: i32, features: &mut Features) {
    let (Some(first), Some(last)) = (content.pieces.first(), content.pieces.last()) else { return };
    let lemma = view.lemma(word);
    let tag = view.tag(word);
    let label = view.label(word);
    let kind = known(view, word);
    let way = content.way as u32 + 8 * content.pieces.len() as u32;
    let passive = u32::from(passive(view, word));
    let sentence = view.around(word);
    let frame = frame(view, word);
    features.one(1, way);
    features.two(2, way, lemma);
    features.two(3, way, kind);
    features.two(4, way, frame);
    features.add(5, [way, tag, label]);
    features.two(6, way, passive);
    likely(view, word, content, best, kind, way, features);
    let proposed = proposal.map_or(0, |proposal| proposal.rule);
    let same = proposal.is_some_and(|proposal| proposal.content == content.pieces);
    if same {
        features.one(7, 1);
        features.one(8, proposed);
        features.two(9, proposed, kind);
    } else if let Some(proposal) = proposal {
        let starts = proposal.content.first().map(|piece| piece.start) == Some(first.start);
        let ends = proposal.content.last().map(|piece| piece.end) == Some(last.end);
        features.add(10, [u32::from(starts), u32::from(ends), proposed]);
    }
    begin(view, word, content, first, features, [lemma, kind, tag, way]);
    end(view, word, content, last, &sentence, features, [lemma, kind, tag, way]);
    whole(view, word, content, &sentence, features, [lemma, kind, tag, way]);
}

fn begin(view: &View<'_>, word: usize, content: &Content, first: &Range, features: &mut Features, [lemma, kind, tag, way]: [u32; 4]) {
    let start = first.start;
    let sentence = view.around(word);
    let relation = content.begins.map_or(255, |child| view.label(child));
    let holder = content.begins.and_then(|child| view.head(child)).map_or(0, |head| 1 + u32::from(head != word));
    let offset = content.begins.map_or(0, |child| bucket(start.saturating_sub(view.subtree(child).start)));
    let before = start.checked_sub(1).map_or(0, |before| view.lemma(before));
    let before_tag = start.checked_sub(1).map_or(255, |before| view.tag(before));
    features.add(20, [relation, holder, lemma]);
    features.add(21, [relation, holder, kind]);
    features.add(22, [relation, holder * 16 + offset, tag]);
    features.add(23, [relation, view.lemma(start), offset]);
    features.two(24, view.lemma(start), kind);
    features.two(25, before, lemma);
    features.two(26, before, kind);
    features.two(27, view.tag(start), lemma);
    features.add(28, [view.tag(start), before_tag, kind]);
    features.add(29, [view.tag(start), before_tag, way]);
    let distance = if start > word { bucket(start - word) } else { 20 };
    features.add(30, [distance, relation, way]);
    features.two(31, distance, lemma);
    features.add(32, [u32::from(start == sentence.start), u32::from(start < sentence.start), way]);
    let opens = view.quotation(start);
    let state = if opens == NOWHERE {
        0
    } else if view.inside(opens).start == start {
        1
    } else {
        2
    };
    features.two(33, state, way);
    features.add(34, [state, relation, kind]);
    let head = content.begins.and_then(|child| view.head(child)).unwrap_or(word);
    features.add(35, [view.lemma(head), relation, offset]);
    features.add(36, [view.lemma(start), before, offset]);
}

fn end(
    view: &View<'_>,
    word: usize,
    content: &Content,
    last: &Range,
    sentence: &Range,
    features: &mut Features,
    [lemma, kind, tag, way]: [u32; 4],
) {
    let end = last.end;
    let after = view.lemma(end);
    let after_tag = view.tag(end);
    let closes = if end > sentence.end {
        3
    } else if view.trimmed(end..sentence.end).is_empty() {
        2
    } else {
        u32::from(view.is_mark(end))
    };
    // The part that begins where the content ends: what was cut off.
    let mut cut = view.trimmed(end..sentence.end.max(end)).start;
    while let Some(head) = view.head(cut).filter(|head| *head > cut && view.subtree(*head).start >= end) {
        cut = head;
    }
    let cut_label = if closes >= 2 { 254 } else { view.label(cut) };
    let cut_mark = view.trimmed(end..sentence.end.max(end)).start;
    let whole = content.begins.map_or(2, |child| u32::from(view.trimmed(view.subtree(child)).end == end));
    features.two(40, closes, way);
    features.add(41, [closes, whole, kind]);
    features.add(42, [closes, whole, lemma]);
    features.add(43, [after, closes, way]);
    features.add(44, [after_tag, view.tag(end.saturating_sub(1)), closes]);
    if closes < 2 {
        features.add(45, [cut_label, view.lemma(cut_mark), whole]);
        features.add(46, [cut_label, u32::from(view.is_mark(end)), kind]);
        features.add(47, [view.lemma(cut_mark), u32::from(view.is_mark(end)), content.way as u32]);
        features.add(48, [view.tag(cut_mark), u32::from(view.is_mark(end)), tag]);
        features.add(49, [cut_label, view.lemma(cut), u32::from(view.is_mark(end))]);
        let attached = view.head(cut).map_or(3, |head| {
            if head == word {
                0
            } else if head > word {
                1
            } else {
                2
            }
        });
        features.add(50, [cut_label, attached, kind]);
        features.add(51, [view.lemma(cut_mark), attached, bucket(sentence.end.saturating_sub(end))]);
        let over = view.head(cut).unwrap_or(word);
        features.add(80, [view.lemma(cut_mark), view.lemma(over), attached]);
        features.add(81, [cut_label, view.tag(over), view.lemma(cut_mark)]);
        features.add(82, [cut_label, view.lemma(cut), view.lemma(cut_mark)]);
        features.add(83, [cut_label, lemma, u32::from(view.is_mark(end))]);
        features.add(84, [view.actor(cut), cut_label, u32::from(view.is_mark(end))]);
        features.add(85, [bucket(view.subtree(cut).len()), cut_label, u32::from(view.is_mark(end))]);
        features.add(59, [view.lemma(cut_mark), view.tag(cut), attached]);
    }
    let closing = view.quotation(end.saturating_sub(1));
    let state = if closing == NOWHERE {
        u32::from(view.quotation(end + 1) != NOWHERE && closes < 2) * 3
    } else if view.inside(closing).end == end {
        1
    } else {
        2
    };
    features.two(52, state, way);
    features.add(53, [state, closes, kind]);
    features.add(54, [state, view.tag(end.saturating_sub(1)), 0]);
    features.two(55, view.lemma(end.saturating_sub(1)), closes);
    features.add(56, [bucket(sentence.end.saturating_sub(end)), closes, way]);
    let inner = view.counts(&(last.start..end.min(sentence.end).max(last.start)));
    features.add(57, [closes, inner[2].min(4), kind]);
    features.add(58, [closes, u32::from(inner[0] > 0), cut_label]);
}

fn whole(view: &View<'_>, word: usize, content: &Content, sentence: &Range, features: &mut Features, [lemma, kind, tag, way]: [u32; 4]) {
    let length: usize = content.pieces.iter().map(|piece| piece.end - piece.start).sum();
    let verbs: u32 = content.pieces.iter().map(|piece| view.counts(piece)[0]).sum();
    let share = content.pieces.iter().map(|piece| quoted(view, piece)).fold(0, |sum, share| sum * 3 + share);
    let holds = content.pieces.iter().any(|piece| piece.contains(&word));
    let subject = view
        .related(word, Relation::Nsubj)
        .next()
        .map_or(2, |subject| u32::from(content.pieces.iter().any(|piece| piece.contains(&subject))));
    let quotes = view.counts(sentence)[1] as usize;
    let covered: usize = content
        .pieces
        .iter()
        .map(|piece| {
            view.counts(&(piece.start.max(sentence.start)..piece.end.min(sentence.end).max(piece.start.max(sentence.start))))[1] as usize
        })
        .sum();
    let quotes = if quotes == 0 {
        0
    } else if covered == 0 {
        1
    } else if covered < quotes {
        2
    } else {
        3
    };
    features.two(60, bucket(length), way);
    features.add(61, [bucket(length), kind, tag]);
    features.add(62, [verbs.min(2), kind, content.way as u32]);
    features.add(63, [verbs.min(2), lemma, 0]);
    features.two(64, share, way);
    features.add(65, [share, quotes, kind]);
    features.add(66, [quotes, way, 0]);
    features.add(67, [u32::from(holds), subject, way]);
    features.add(68, [subject, lemma, 0]);
    features.add(69, [u32::from(holds), tag, view.label(word)]);
    // What stands between the pieces.
    for pair in content.pieces.windows(2) {
        if let [before, behind] = pair {
            let gap = before.end..behind.start;
            features.add(70, [bucket(gap.len()), u32::from(gap.contains(&word)), way]);
            features.add(71, [view.lemma(gap.start), view.lemma(gap.end.saturating_sub(1)), 0]);
            features.add(72, [quoted(view, before) * 3 + quoted(view, behind), view.lemma(gap.end.saturating_sub(1)), 0]);
            let starts = u32::from(behind.start >= sentence.end);
            features.add(73, [starts, quoted(view, before) * 3 + quoted(view, behind), bucket(behind.len())]);
        }
    }
    let side = match (content.pieces.first(), content.pieces.last()) {
        (Some(first), _) if first.start > word => 0,
        (_, Some(last)) if last.end <= word => 1,
        _ => 2,
    };
    features.add(74, [side, lemma, view.label(word)]);
    features.add(75, [side, kind, view.label(word)]);
    features.add(76, [side, frame(view, word), 0]);
    features.add(77, [side, view.tag(word + 1), view.tag(word.saturating_sub(1))]);
    features.add(78, [side, view.lemma(word + 1), lemma]);
}

/// The sum of the log-odds that the tokens of a content are some.
pub fn odds_of(view: &View<'_>, content: &Content) -> i32 {
    content.pieces.iter().map(|piece| view.odds(Role::Content, piece)).sum()
}

fn likely(view: &View<'_>, word: usize, content: &Content, best: i32, kind: u32, way: u32, features: &mut Features) {
    if view.heads_cue(word).is_none() {
        return;
    }
    let all = odds_of(view, content);
    let behind = odds(best - all);
    features.one(100, ((best - all) / 4).min(400) as u32);
    features.two(101, behind, way);
    features.two(102, behind, kind);
    features.two(103, behind, view.lemma(word));
    let length: usize = content.pieces.iter().map(|piece| piece.len()).sum();
    features.two(104, odds(all / (length.max(1) as i32)), behind);
    for (at, piece) in content.pieces.iter().enumerate() {
        let at = at.min(1) as u32;
        let one = |index: usize| odds(view.odds(Role::Content, &(index..index + 1)));
        let before = piece.start.checked_sub(1).map_or(99, one);
        features.add(105, [at, one(piece.start), before]);
        features.add(106, [at, odds(view.begins(Role::Content, piece.start)), one(piece.start)]);
        let last = u32::from(piece.end == content.pieces.last().map_or(0, |last| last.end));
        features.add(107, [last, one(piece.end - 1), one(piece.end)]);
        features.add(108, [last, odds(view.begins(Role::Content, piece.end)), one(piece.end)]);
        features.add(109, [at, odds(view.begins(Role::Content, piece.start)), way]);
        features.add(110, [last, one(piece.end), view.tag(piece.end)]);
        let marked = view.is_mark(piece.end);
        if marked {
            features.add(111, [last, one(piece.end - 1), one(piece.end + 1)]);
        }
    }
}
