//! A text with its grammar in; out come the words that may report something, and for each what it may report and of whom.

mod content;
mod extent;
mod source;
mod view;

pub use content::{Content, Way, contents};
pub use extent::extents;
pub use source::{Source, WHOLE, sources};
pub use view::{NOWHERE, Range, View, hash};

use super::Found;
use crate::syntax::Upos;

/// What a rule of words proposes for a cue, as tokens.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The word that heads the cue.
    pub cue: usize,
    /// Who speaks.
    pub source: Option<Range>,
    /// What is attributed.
    pub content: Vec<Range>,
    /// To whom; no part of the content.
    pub addressee: Option<Range>,
    /// The hash of the rule's name.
    pub rule: u32,
    /// Which of the findings of the rules it is.
    pub index: usize,
}

/// What the rules of words found, in the order of the cues; what has no cue is left out.
pub fn proposals(view: &View<'_>, found: &[Found]) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = found
        .iter()
        .enumerate()
        .filter_map(|(index, found)| {
            let cue = view.top(view.tokens(found.cue?))?;
            let content = found.content.iter().map(|span| view.trimmed(view.tokens(*span))).filter(|piece| !piece.is_empty()).collect();
            Some(Proposal {
                cue,
                source: found.source.map(|span| view.tokens(span)),
                content,
                addressee: found.addressee.map(|span| view.tokens(span)),
                rule: hash(found.rule),
                index,
            })
        })
        .collect();
    proposals.sort_by_key(|proposal| (proposal.cue, proposal.index));
    proposals.dedup_by_key(|proposal| proposal.cue);
    proposals
}

/// A quotation of more tokens than this is speech, in which nobody but its speaker reports anything.
const SPEECH: usize = 6;

/// Whether a token may head a cue.
pub fn may_report(view: &View<'_>, index: usize) -> bool {
    let class = matches!(view.upos(index), Some(Upos::Verb | Upos::Noun | Upos::Adj | Upos::Adv | Upos::Adp | Upos::Sconj | Upos::Aux));
    class && (!view.is_quoted(index) || view.inside(view.quotation(index)).len() <= SPEECH)
}
