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
mod source;
mod weights;

pub use feature::{BITS, Decision, Features};
#[cfg(feature = "train")]
pub use weights::write;
pub use weights::{NoWeights, Weights};

use super::candidate::{self, Content, Proposal, Range, Source, View};

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

/// From which certainty on a word counts as a cue: where no rule proposes it, and where one does.
#[derive(Debug, Clone, Copy)]
pub struct Thresholds {
    /// Where no rule does.
    pub alone: f32,
    /// Where no rule does, and the lexicon does not know the word as one that reports.
    pub unknown: f32,
    /// Where a rule does.
    pub proposed: f32,
}

/// The statements of a text.
pub fn choose(view: &View<'_>, proposals: &[Proposal], weights: &Weights, thresholds: Thresholds) -> Vec<Chosen> {
    let mut chosen = Vec::new();
    let mut features = Features::new(Decision::Cue);
    let mut next = 0;
    for word in 0..view.len() {
        while proposals.get(next).is_some_and(|proposal| proposal.cue < word) {
            next += 1;
        }
        let proposal = proposals.get(next).filter(|proposal| proposal.cue == word);
        if proposal.is_none() && !candidate::may_report(view, word) {
            continue;
        }
        features.clear();
        cue::features(view, word, proposal, &mut features);
        let sure = logistic(weights.score(Decision::Cue, &features.hashes));
        let least = match cue::known(view, word) {
            _ if proposal.is_some() => thresholds.proposed,
            2..200 => thresholds.alone,
            _ => thresholds.unknown,
        };
        if sure >= least {
            chosen.extend(complete(view, word, sure, proposal, weights));
        }
    }
    chosen
}

/// Finds what a cue reports, whose it is and which words belong to it.
fn complete(view: &View<'_>, word: usize, sure: f32, proposal: Option<&Proposal>, weights: &Weights) -> Option<Chosen> {
    let contents = candidate::contents(view, word, proposal);
    let by_rule = |content: &Content| proposal.is_some_and(|proposal| proposal.content == content.pieces);
    let bonus = |is: bool, name: &str| if is { std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(0.0) } else { 0.0 };
    let content = best(contents, weights, Decision::Content, |content| bonus(by_rule(content), "B_CONTENT"), |content, features| content::features(view, word, content, proposal, features))?;
    let sources = candidate::sources(view, word, proposal);
    let source =
        best(sources, weights, Decision::Source, |source| bonus(proposal.is_some_and(|proposal| proposal.source.clone().unwrap_or(0..0) == source.range), "B_SOURCE"), |source, features| source::features(view, word, source, &content, proposal, features))?;
    let extents = candidate::extents(view, word, &content.pieces, &source.range);
    let behind = content.pieces.iter().find(|piece| piece.start > word);
    let extent = best(extents, weights, Decision::Extent, |_| 0.0, |extent, features| extent::features(view, word, extent, behind, features))?;
    Some(Chosen { word, sure, content, source, extent, proposal: proposal.map(|proposal| proposal.index) })
}

/// The candidate with the highest score, the first of those that share it.
fn best<T>(candidates: Vec<T>, weights: &Weights, decision: Decision, bonus: impl Fn(&T) -> f32, add: impl Fn(&T, &mut Features)) -> Option<T> {
    let mut features = Features::new(decision);
    let mut best: Option<(f32, T)> = None;
    for candidate in candidates {
        features.clear();
        add(&candidate, &mut features);
        let score = weights.score(decision, &features.hashes) + bonus(&candidate);
        if best.as_ref().is_none_or(|(highest, _)| score > *highest) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn logistic(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}
