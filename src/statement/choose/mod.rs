//! Candidates and weights in; out come the statements that the weights choose.
//!
//! Four linear models, one after the other: which words head a cue (a logistic regression), what each reports, who is its source, which
//! words belong to it (each a ranking of candidates). The features are the same in learning and reading, since the code is the same.

mod content;
mod cue;
mod extent;
mod feature;
#[cfg(feature = "train")]
pub mod lesson;
mod likely;
mod source;
mod weights;

pub use feature::{BITS, Decision, Features};
#[cfg(feature = "train")]
pub use weights::write;
pub use weights::{NoWeights, Weights};

use super::candidate::{self, Content, Proposal, Range, Source, View, Way};
use crate::syntax::Role;

/// A statement that the weights choose.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The word that heads the cue.
    pub word: usize,
    /// How sure it is that the word heads a cue, from 0 to 1.
    pub sure: f32,
    /// What is reported.
    pub content: Content,
    /// Who is the source; nobody where the range is empty.
    pub source: Source,
    /// The words of the cue.
    pub extent: Range,
    /// Which of the findings of the rules proposed it.
    pub proposal: Option<usize>,
}

/// From which certainty on a word counts as a cue that no rule proposes, where the lexicon knows it as one that reports, and where not.
const ALONE: f32 = 0.5;
const UNKNOWN: f32 = 0.6;
/// What the content and the source that a rule proposes have ahead of the others: the rules know what a content is here (no addressee, nothing
/// in which the author speaks again), the marked texts have it otherwise at times.
const CONTENT_BY_RULE: f32 = 1.5;
const SOURCE_BY_RULE: f32 = 1.0;

/// The statements of a text. What a rule proposes is always among them, however unsure.
pub fn choose(view: &View<'_>, proposals: &[Proposal], weights: &Weights) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    let mut features = Features::new(Decision::Cue);
    let mut next = 0;
    for word in 0..view.len() {
        while proposals.get(next).is_some_and(|proposal| proposal.cue < word) {
            next += 1;
        }
        let proposal = proposals.get(next).filter(|proposal| proposal.cue == word);
        if (proposal.is_some() || candidate::may_report(view, word))
            && let Some(sure) = is_cue(view, word, proposal, weights, &mut features)
        {
            chosen.extend(complete(view, word, sure, proposal, weights));
        }
    }
    chosen
}

/// How sure it is that a word heads a cue, where that is sure enough; `features` is room to work in.
// A function of its own, see `OffsetMap::stride`; so is the next.
#[inline(never)]
fn is_cue(view: &View<'_>, word: usize, proposal: Option<&Proposal>, weights: &Weights, features: &mut Features) -> Option<f32> {
    features.clear();
    cue::features(view, word, proposal, features);
    let sure = logistic(weights.score(Decision::Cue, &features.hashes));
    let least = match proposal {
        Some(_) => 0.0,
        None if is_known(view, word) => ALONE,
        None => UNKNOWN,
    };
    (sure >= least).then_some(sure)
}

/// Whether the lexicon knows a word as a verb or a noun that reports.
fn is_known(view: &View<'_>, word: usize) -> bool {
    cue::reports(view.known(word))
}

/// Whether a verb is in the passive.
pub fn is_passive(view: &View<'_>, word: usize) -> bool {
    cue::passive(view, word)
}

/// Whether a word reports, and seldom does anything else.
pub fn is_certain(view: &View<'_>, word: usize) -> bool {
    cue::is_certain(view.known(word))
}

/// Finds what a cue reports, whose it is and which words belong to it.
#[inline(never)]
fn complete(view: &View<'_>, word: usize, sure: f32, proposal: Option<&Proposal>, weights: &Weights) -> Option<Chosen> {
    let mut contents = candidate::contents(view, word, proposal);
    // Whom a rule knows to be addressed is no part of what is said.
    if let Some(addressee) = proposal.and_then(|proposal| proposal.addressee.as_ref()) {
        let apart = |piece: &Range| addressee.end <= piece.start || piece.end <= addressee.start;
        contents.retain(|content| content.way == Way::Proposed || content.pieces.iter().all(apart));
    }
    let by_rule = |content: &Content| proposal.is_some_and(|proposal| proposal.content == content.pieces);
    let top = contents.iter().map(|content| likely::odds_of_content(view, content)).max().unwrap_or(0);
    let mut scores = content::Scores::new(view, word, proposal, top, weights);
    let content = best(contents, |content| scores.score(content) + if by_rule(content) { CONTENT_BY_RULE } else { 0.0 })?;
    let mut sources = candidate::sources(view, word, proposal);
    let apart = |range: &Range| content.pieces.iter().all(|piece| range.end <= piece.start || piece.end <= range.start);
    sources.retain(|source| source.range.is_empty() || apart(&source.range));
    let by_rule = |source: &Source| proposal.is_some_and(|proposal| proposal.source.clone().unwrap_or(0..0) == source.range);
    let mut features = Features::new(Decision::Source);
    let top = sources.iter().map(|source| view.odds.of(Role::Source, &source.range)).max().unwrap_or(0);
    let source = best(sources, |source| {
        features.clear();
        source::features(view, word, source, &content, proposal, top, &mut features);
        weights.score(Decision::Source, &features.hashes) + if by_rule(source) { SOURCE_BY_RULE } else { 0.0 }
    })?;
    let addressee = proposal.and_then(|proposal| proposal.addressee.as_ref());
    let taken: Vec<&Range> = content.pieces.iter().chain(addressee).chain([&source.range]).collect();
    let extents = candidate::extents(view, word, &taken);
    let behind = content.pieces.iter().find(|piece| piece.start > word);
    let top = extents.iter().map(|extent| view.odds.of(Role::Cue, extent)).max().unwrap_or(0);
    let mut scores = extent::Scores::new(view, word, behind, top, weights);
    let extent = best(extents, |extent| scores.score(extent))?;
    Some(Chosen { word, sure, content, source, extent, proposal: proposal.map(|proposal| proposal.index) })
}

/// The candidate with the highest score, the first of those that share it.
fn best<T>(candidates: Vec<T>, mut score: impl FnMut(&T) -> f32) -> Option<T> {
    let mut best: Option<(f32, T)> = None;
    for candidate in candidates {
        let score = score(&candidate);
        if best.as_ref().is_none_or(|(highest, _)| score > *highest) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn logistic(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}
