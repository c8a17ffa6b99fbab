//! A text with its grammar in; out come the words that may report something, and for each what it may report and of whom.

mod content;
mod extent;
mod odds;
mod source;
mod view;
mod word;

pub use content::{Content, Way, contents};
pub use extent::extents;
pub use odds::Odds;
pub use source::{Source, WHOLE, sources};
pub use view::{NOWHERE, Range, View};

use super::Found;
use crate::{syntax::Upos, text::word_hash};

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
                rule: word_hash(found.rule),
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

/// Log-odds below which a token is no cue, in sixteenths.
const UNLIKELY: i32 = -56;

/// Whether a token may head a cue.
pub fn may_report(view: &View<'_>, index: usize) -> bool {
    let class = matches!(view.upos(index), Some(Upos::Verb | Upos::Noun | Upos::Adj | Upos::Adv | Upos::Adp | Upos::Sconj | Upos::Aux));
    class
        && view.odds.heads_cue(index).is_none_or(|odds| odds >= UNLIKELY)
        && (!view.is_quoted(index) || view.inside(view.quotation(index)).len() <= SPEECH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{actor, ingest, syntax};

    /// Whether among the candidates of a cue there is this source with this content, pieces parted by " … ".
    fn check(text: &str, cue: &str, source: &str, content: &str) {
        let Some(model) = syntax::Model::embedded() else { return };
        let document = ingest::ingest("case.txt", text.as_bytes(), &crate::Options::default()).unwrap();
        let syntax = syntax::parse_with(&document, Some(model), &mut syntax::Workspace::default());
        let view = View::new(document.text(), &syntax, &actor::find(&document, &syntax));
        let word = (0..view.len()).find(|index| view.letters(*index) == cue).unwrap();
        assert!(may_report(&view, word));
        let show = |pieces: &[Range]| pieces.iter().map(|piece| view.bytes(piece).of(document.text())).collect::<Vec<_>>().join(" … ");
        let sources: Vec<String> = sources(&view, word, None).iter().map(|found| show(std::slice::from_ref(&found.range))).collect();
        let contents: Vec<String> = contents(&view, word, None).iter().map(|found| show(&found.pieces)).collect();
        assert!(sources.iter().any(|found| found == source), "{sources:?}");
        assert!(contents.iter().any(|found| found == content), "{contents:?}");
    }

    #[test]
    fn a_clause_behind_the_verb() {
        check("The envoy of Norway said that talks would resume.", "said", "The envoy of Norway", "talks would resume");
    }

    #[test]
    fn a_clause_cut_before_the_author_speaks_again() {
        check("Norway said it would wait, although nobody believed it.", "said", "Norway", "it would wait");
    }

    #[test]
    fn a_preposition_belongs_to_the_cue_or_to_the_content() {
        check("The mayor called for new talks.", "called", "The mayor", "new talks");
        check("The mayor called for new talks.", "called", "The mayor", "for new talks");
    }

    #[test]
    fn a_quotation_that_goes_on_behind_its_source() {
        check("“We agree,” the mayor said. “We always did.”", "said", "the mayor", "We agree … We always did");
    }

    #[test]
    fn a_quotation_of_several_sentences() {
        check("“We agree. We always did,” the mayor said.", "said", "the mayor", "We agree. We always did");
    }

    #[test]
    fn the_subject_of_another_verb() {
        check("The mayor left the hall, saying that it was too late.", "saying", "The mayor", "it was too late");
    }

    #[test]
    fn nobody_is_a_candidate() {
        check("It is feared that the dam will break.", "feared", "", "the dam will break");
    }
}
