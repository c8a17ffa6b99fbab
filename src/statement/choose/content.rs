//! What is true of a possible content.

use super::{
    cue::{frame, passive},
    feature::{Decision, Features, bucket, quoted, recalled},
    likely::{self, Likely},
    weights::Weights,
};
use crate::{
    statement::candidate::{Content, NOWHERE, Proposal, Range, View},
    syntax::Relation,
};

/// A word that heads a cue, with what its contents ask of it.
struct Cue<'v, 'a> {
    view: &'v View<'a>,
    word: usize,
    proposal: Option<&'v Proposal>,
    /// The log-odds of its likeliest content.
    best: i32,
    lemma: u32,
    tag: u32,
    label: u32,
    kind: u32,
    passive: u32,
    frame: u32,
    sentence: Range,
    subject: Option<usize>,
}

/// Adds what is true of a candidate for the content of the cue at a word.
#[cfg(feature = "train")]
pub fn features(view: &View<'_>, word: usize, content: &Content, proposal: Option<&Proposal>, best: i32, features: &mut Features) {
    let cue = Cue::new(view, word, proposal, best);
    cue.way(way(content), features);
    cue.rule(content, features);
    cue.begin(content, features);
    if let Some(last) = content.pieces.last() {
        let end = cue.ending(last.end);
        cue.end(content, &end, cue.covers(content, last.end), features);
        cue.inside(last, &end, features);
    }
    cue.shared(content, |sort, numbers| cue.add(sort, numbers, features));
    cue.apart(content, features);
}

/// Where a content begins: the token, its way, the dependent that it begins with.
type Begin = (usize, u32, Option<usize>);
/// Where a content ends: the token behind it, its way, whether it ends with that dependent.
type Ending = (usize, u32, u32);

/// Scores the contents of one cue. Many of them begin, or end, at the same place: what is true of that place is summed up once.
pub struct Scores<'v, 'a> {
    cue: Cue<'v, 'a>,
    weights: &'v Weights,
    features: Features,
    begins: Vec<(Begin, i32)>,
    ends: Vec<(Ending, (End, i32))>,
    ways: Vec<(u32, i32)>,
    /// What else many contents share, by its sort.
    shared: [Vec<([u32; 3], i32)>; SORTS],
}

/// What is true of more than one content of a cue, for few numbers that it depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// How likely it is, as one of a few sizes.
    Behind,
    /// Where a piece begins.
    Begins,
    /// Where a piece ends.
    Ends,
    /// How long it is.
    Length,
    /// How many verbs it has.
    Verbs,
    /// How much of it is quoted.
    Quoted,
    /// Whether it has the cue and its subject in it.
    Holds,
    /// On which side of the cue it stands.
    Side,
}

/// How many sorts there are.
const SORTS: usize = Sort::Side as usize + 1;

/// Where a content ends, and what comes behind it.
#[derive(Clone, Copy)]
struct End {
    /// The token behind it.
    end: usize,
    /// Whether it closes its sentence: 0 where more comes, 1 where a mark comes, 2 where nothing does, 3 where it goes beyond.
    closes: u32,
    /// The first token behind it that is no mark.
    mark: usize,
    /// The top of the part that begins there: what was cut off.
    cut: usize,
    /// Its relation.
    label: u32,
}

impl<'v, 'a> Scores<'v, 'a> {
    /// No scores yet of the contents of the cue at a word.
    pub fn new(view: &'v View<'a>, word: usize, proposal: Option<&'v Proposal>, best: i32, weights: &'v Weights) -> Self {
        let cue = Cue::new(view, word, proposal, best);
        Self {
            cue,
            weights,
            features: Features::new(Decision::Content),
            begins: Vec::new(),
            ends: Vec::new(),
            ways: Vec::new(),
            shared: Default::default(),
        }
    }

    /// The score of a content.
    pub fn score(&mut self, content: &Content) -> f32 {
        let Self { cue, weights, features, begins, ends, ways, shared } = self;
        let (Some(first), Some(last)) = (content.pieces.first(), content.pieces.last()) else { return 0.0 };
        let way = way(content);
        let begin = recalled(begins, (first.start, way, content.begins), || {
            features.clear();
            cue.begin(content, features);
            weights.sum(&features.hashes)
        });
        let covers = cue.covers(content, last.end);
        let (end, end_sum) = recalled(ends, (last.end, way, covers), || {
            let end = cue.ending(last.end);
            features.clear();
            cue.end(content, &end, covers, features);
            (end, weights.sum(&features.hashes))
        });
        let way_sum = recalled(ways, way, || {
            features.clear();
            cue.way(way, features);
            weights.sum(&features.hashes)
        });
        let mut sum = begin + end_sum + way_sum;
        cue.shared(content, |sort, numbers| {
            let Some(known) = shared.get_mut(sort as usize) else { return };
            sum += recalled(known, numbers, || {
                features.clear();
                cue.add(sort, numbers, features);
                weights.sum(&features.hashes)
            });
        });
        features.clear();
        cue.rule(content, features);
        cue.inside(last, &end, features);
        cue.apart(content, features);
        weights.scaled(Decision::Content, sum + weights.sum(&features.hashes))
    }
}

/// How a content was come by, and how many pieces it has.
fn way(content: &Content) -> u32 {
    content.way as u32 + 8 * content.pieces.len() as u32
}

impl<'v, 'a> Cue<'v, 'a> {
    fn new(view: &'v View<'a>, word: usize, proposal: Option<&'v Proposal>, best: i32) -> Self {
        Self {
            view,
            word,
            proposal,
            best,
            lemma: view.lemma(word),
            tag: view.tag(word),
            label: view.label(word),
            kind: view.known(word),
            passive: u32::from(passive(view, word)),
            frame: frame(view, word),
            sentence: view.around(word),
            subject: view.related(word, Relation::Nsubj).next(),
        }
    }

    /// Adds what is true of how a content was come by.
    fn way(&self, way: u32, features: &mut Features) {
        let &Self { lemma, kind, tag, label, .. } = self;
        features.one(1, way);
        features.two(2, way, lemma);
        features.two(3, way, kind);
        features.two(4, way, self.frame);
        features.add(5, [way, tag, label]);
        features.two(6, way, self.passive);
    }

    /// Adds what is true of the rule that proposes a content, or another.
    fn rule(&self, content: &Content, features: &mut Features) {
        let (Some(first), Some(last)) = (content.pieces.first(), content.pieces.last()) else { return };
        let proposed = self.proposal.map_or(0, |proposal| proposal.rule);
        match self.proposal {
            Some(proposal) if proposal.content == content.pieces => {
                features.one(7, 1);
                features.one(8, proposed);
                features.two(9, proposed, self.kind);
            }
            Some(proposal) => {
                let starts = proposal.content.first().map(|piece| piece.start) == Some(first.start);
                let ends = proposal.content.last().map(|piece| piece.end) == Some(last.end);
                features.add(10, [u32::from(starts), u32::from(ends), proposed]);
            }
            None => {}
        }
    }

    /// Adds what is true of where a content begins.
    fn begin(&self, content: &Content, features: &mut Features) {
        let &Self { view, word, lemma, kind, tag, ref sentence, .. } = self;
        let (Some(first), way) = (content.pieces.first(), way(content)) else { return };
        let start = first.start;
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

    /// Whether a content ends where the dependent ends that it begins with: 2 for none.
    fn covers(&self, content: &Content, end: usize) -> u32 {
        content.begins.map_or(2, |child| u32::from(self.view.trimmed(self.view.subtree(child)).end == end))
    }

    /// What stands where a content ends.
    fn ending(&self, end: usize) -> End {
        let &Self { view, ref sentence, .. } = self;
        let closes = if end > sentence.end {
            3
        } else if view.trimmed(end..sentence.end).is_empty() {
            2
        } else {
            u32::from(view.is_mark(end))
        };
        let mark = view.trimmed(end..sentence.end.max(end)).start;
        let mut cut = mark;
        while let Some(head) = view.head(cut).filter(|head| *head > cut && view.subtree(*head).start >= end) {
            cut = head;
        }
        End { end, closes, mark, cut, label: if closes >= 2 { 254 } else { view.label(cut) } }
    }

    /// Adds what is true of where a content ends.
    fn end(
        &self,
        content: &Content,
        &End { end, closes, mark: cut_mark, cut, label: cut_label }: &End,
        whole: u32,
        features: &mut Features,
    ) {
        let &Self { view, word, lemma, kind, tag, ref sentence, .. } = self;
        let way = way(content);
        let (after, after_tag) = (view.lemma(end), view.tag(end));
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
    }

    /// Adds what is true of the last piece of a content and where it ends.
    fn inside(&self, last: &Range, end: &End, features: &mut Features) {
        let inner = self.view.counts(&(last.start..end.end.min(self.sentence.end).max(last.start)));
        features.add(57, [end.closes, inner[2].min(4), self.kind]);
        features.add(58, [end.closes, u32::from(inner[0] > 0), end.label]);
    }

    /// What is true of all of a content and depends on few numbers, which others have too.
    fn shared(&self, content: &Content, mut add: impl FnMut(Sort, [u32; 3])) {
        let &Self { view, word, ref sentence, .. } = self;
        let way = way(content);
        if let Some(likely) = Likely::of(view, word, content, self.best) {
            add(Sort::Behind, [likely.behind, way, 0]);
            for (at, piece) in content.pieces.iter().enumerate() {
                let last = u32::from(content.pieces.last() == Some(piece));
                add(Sort::Begins, [piece.start as u32, at.min(1) as u32, way]);
                add(Sort::Ends, [piece.end as u32, last, 0]);
            }
        }
        let length: usize = content.pieces.iter().map(|piece| piece.end - piece.start).sum();
        let verbs: u32 = content.pieces.iter().map(|piece| view.counts(piece)[0]).sum();
        let share = content.pieces.iter().map(|piece| quoted(view, piece)).fold(0, |sum, share| sum * 3 + share);
        let holds = content.pieces.iter().any(|piece| piece.contains(&word));
        let subject = self.subject.map_or(2, |subject| u32::from(content.pieces.iter().any(|piece| piece.contains(&subject))));
        let covered = |piece: &Range| {
            let start = piece.start.max(sentence.start);
            view.counts(&(start..piece.end.min(sentence.end).max(start)))[1]
        };
        let quotes = match view.counts(sentence)[1] {
            0 => 0,
            quotes => match content.pieces.iter().map(covered).sum::<u32>() {
                0 => 1,
                covered if covered < quotes => 2,
                _ => 3,
            },
        };
        let side = match (content.pieces.first(), content.pieces.last()) {
            (Some(first), _) if first.start > word => 0,
            (_, Some(last)) if last.end <= word => 1,
            _ => 2,
        };
        add(Sort::Length, [bucket(length), way, 0]);
        add(Sort::Verbs, [verbs.min(2), content.way as u32, 0]);
        add(Sort::Quoted, [share, quotes, way]);
        add(Sort::Holds, [u32::from(holds), subject, way]);
        add(Sort::Side, [side, 0, 0]);
    }

    /// Adds what is true of contents with these numbers.
    fn add(&self, sort: Sort, [one, two, three]: [u32; 3], features: &mut Features) {
        let &Self { view, word, lemma, kind, tag, .. } = self;
        match sort {
            Sort::Behind => likely::behind(view, word, one, two, features),
            Sort::Begins => likely::begins(view, one as usize, two, three, features),
            Sort::Ends => likely::ends(view, one as usize, two, features),
            Sort::Length => {
                features.two(60, one, two);
                features.add(61, [one, kind, tag]);
            }
            Sort::Verbs => {
                features.add(62, [one, kind, two]);
                features.add(63, [one, lemma, 0]);
            }
            Sort::Quoted => {
                features.two(64, one, three);
                features.add(65, [one, two, kind]);
                features.add(66, [two, three, 0]);
            }
            Sort::Holds => {
                features.add(67, [one, two, three]);
                features.add(68, [two, lemma, 0]);
                features.add(69, [one, tag, self.label]);
            }
            Sort::Side => {
                features.add(74, [one, lemma, self.label]);
                features.add(75, [one, kind, self.label]);
                features.add(76, [one, self.frame, 0]);
                features.add(77, [one, view.tag(word + 1), view.tag(word.saturating_sub(1))]);
                features.add(78, [one, view.lemma(word + 1), lemma]);
            }
        }
    }

    /// Adds what is true of all of a content and of hardly another: how likely it is, and what stands between its pieces.
    fn apart(&self, content: &Content, features: &mut Features) {
        let &Self { view, word, ref sentence, .. } = self;
        if let Some(likely) = Likely::of(view, word, content, self.best) {
            likely.add(features);
        }
        for pair in content.pieces.windows(2) {
            if let [before, behind] = pair {
                let gap = before.end..behind.start;
                features.add(70, [bucket(gap.len()), u32::from(gap.contains(&word)), way(content)]);
                features.add(71, [view.lemma(gap.start), view.lemma(gap.end.saturating_sub(1)), 0]);
                features.add(72, [quoted(view, before) * 3 + quoted(view, behind), view.lemma(gap.end.saturating_sub(1)), 0]);
                let starts = u32::from(behind.start >= sentence.end);
                features.add(73, [starts, quoted(view, before) * 3 + quoted(view, behind), bucket(behind.len())]);
            }
        }
    }
}
