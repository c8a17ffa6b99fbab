//! What the network of roles says of candidates: how likely their tokens stand in a source, a cue, a content.

use super::feature::{Features, odds};
use crate::{
    statement::candidate::{Content, Range, Source, View, WHOLE},
    syntax::Role,
};

/// The differences of log-odds that are told apart finely reach this far, in quarters.
const FINE: i32 = 400;

/// Adds how likely a word heads a cue.
pub fn cue(view: &View<'_>, word: usize, rule: u32, features: &mut Features) {
    let Some(likely) = view.odds.heads_cue(word) else { return };
    let (size, own) = (odds(likely), word..word + 1);
    features.one(100, (likely + 128) as u32 / 6);
    features.two(101, size, view.known(word));
    features.two(102, size, view.tag(word));
    features.two(103, size, rule);
    features.two(104, size, view.label(word));
    features.two(105, size, view.lemma(word));
    features.two(106, size, odds(view.odds.of(Role::Cue, &own)));
    features.two(107, size, odds(view.odds.of(Role::Content, &own)));
    features.two(108, size, u32::from(view.is_quoted(word)));
}

/// The sum of the log-odds that the tokens of a content are some.
pub fn odds_of_content(view: &View<'_>, content: &Content) -> i32 {
    content.pieces.iter().map(|piece| view.odds.of(Role::Content, piece)).sum()
}

/// How likely a content is one.
#[derive(Debug, Clone, Copy)]
pub struct Likely {
    /// The sum of the log-odds of its tokens.
    all: i32,
    /// How far that is behind the likeliest of its cue.
    apart: i32,
    /// The same as one of a few sizes.
    pub behind: u32,
    /// Its tokens.
    length: usize,
}

impl Likely {
    /// How likely a content is one, beside the likeliest of its cue, which has the log-odds `best`; none where no network read the text.
    pub fn of(view: &View<'_>, word: usize, content: &Content, best: i32) -> Option<Self> {
        view.odds.heads_cue(word)?;
        let all = odds_of_content(view, content);
        let length = content.pieces.iter().map(|piece| piece.len()).sum();
        Some(Self { all, apart: best - all, behind: odds(best - all), length })
    }

    /// Adds it.
    pub fn add(self, features: &mut Features) {
        features.one(100, (self.apart / 4).min(FINE) as u32);
        features.two(104, odds(self.all / (self.length.max(1) as i32)), self.behind);
    }
}

/// Adds how far a content is behind the likeliest of its cue, as one of a few sizes.
pub fn behind(view: &View<'_>, word: usize, behind: u32, way: u32, features: &mut Features) {
    features.two(101, behind, way);
    features.two(102, behind, view.known(word));
    features.two(103, behind, view.lemma(word));
}

/// Adds how likely a content has a piece that begins at a token; `at` tells the first from the others.
pub fn begins(view: &View<'_>, start: usize, at: u32, way: u32, features: &mut Features) {
    let one = |index: usize| odds(view.odds.of(Role::Content, &(index..index + 1)));
    let begins = odds(view.odds.begins(Role::Content, start));
    features.add(105, [at, one(start), start.checked_sub(1).map_or(99, one)]);
    features.add(106, [at, begins, one(start)]);
    features.add(109, [at, begins, way]);
}

/// Adds how likely a content has a piece that ends before a token; `last` tells the last from the others.
pub fn ends(view: &View<'_>, end: usize, last: u32, features: &mut Features) {
    let one = |index: usize| odds(view.odds.of(Role::Content, &(index..index + 1)));
    features.add(107, [last, one(end - 1), one(end)]);
    features.add(108, [last, odds(view.odds.begins(Role::Content, end)), one(end)]);
    features.add(110, [last, one(end), view.tag(end)]);
    if view.is_mark(end) {
        features.add(111, [last, one(end - 1), one(end + 1)]);
    }
}

/// Adds how likely a source is one, beside the likeliest of its cue.
pub fn source(view: &View<'_>, word: usize, source: &Source, best: i32, features: &mut Features) {
    if view.odds.heads_cue(word).is_none() {
        return;
    }
    let nobody = u32::from(source.range.is_empty());
    let all = view.odds.of(Role::Source, &source.range);
    let behind = odds(best - all);
    features.one(100, ((best - all) / 4).min(FINE) as u32);
    features.two(101, behind, nobody);
    features.two(102, behind, view.known(word));
    features.two(103, behind, source.path);
    features.two(104, behind, u32::from(source.cut == WHOLE));
    features.two(112, odds(best), nobody);
    if nobody == 1 {
        return;
    }
    let one = |index: usize| odds(view.odds.of(Role::Source, &(index..index + 1)));
    let (start, end) = (source.range.start, source.range.end);
    features.two(105, one(start), start.checked_sub(1).map_or(99, one));
    features.two(106, odds(view.odds.begins(Role::Source, start)), one(start));
    features.two(107, one(end - 1), one(end));
    features.two(108, one(end), view.tag(end));
    features.two(109, one(source.head), source.path);
    features.two(110, odds(all / source.range.len().max(1) as i32), behind);
}

/// Adds how likely an extent is that of a cue, beside the likeliest.
pub fn extent(view: &View<'_>, word: usize, extent: &Range, best: i32, features: &mut Features) {
    if view.odds.heads_cue(word).is_none() {
        return;
    }
    let (start, end) = (extent.start, extent.end);
    let (left, right) = ((word - start) as u32, (end - word - 1) as u32);
    let one = |index: usize| odds(view.odds.of(Role::Cue, &(index..index + 1)));
    let behind = best - view.odds.of(Role::Cue, extent);
    features.one(100, (behind / 4).min(FINE) as u32);
    features.two(101, odds(behind), left * 8 + right);
    features.two(102, odds(behind), view.tag(word));
    features.two(103, one(start), start.checked_sub(1).map_or(99, one));
    features.two(104, one(end - 1), one(end));
    features.two(105, odds(view.odds.begins(Role::Cue, start)), left);
}
