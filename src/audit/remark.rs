//! What a text says of its own sources without leading to one: "the remarks cited", "interviews conducted for this article".

use super::{
    Finding, FindingKind,
    phrase::{Class, Phrase, words},
    scene::{Hit, Line, Scene},
};
use crate::text::Span;

/// Finds them in a sentence. A paragraph with a reference that can be followed is left alone.
pub fn find(scene: &Scene<'_>, line: &Line<'_>, block: usize, findings: &mut Vec<Finding>) {
    let Some((span, rule)) = own_remark(scene, line) else { return };
    let citations = &scene.given.declared.citations;
    let supported = citations.iter().any(|citation| citation.traceable && citation.supports == Some(block));
    // What somebody says of his own sources is his.
    if !supported && scene.voice(span).is_none() {
        findings.push(Finding::new(span, FindingKind::SelfReference, "own_sources", rule, "no_citation"));
    }
}

fn is(hit: &Hit, phrase: Phrase) -> bool {
    hit.values.contains(&phrase)
}

fn own_remark(scene: &Scene<'_>, line: &Line<'_>) -> Option<(Span, &'static str)> {
    if let Some(hit) = line.hits.iter().find(|hit| is(hit, Phrase::Remark)) {
        return Some((hit.span, "own_remark"));
    }
    if let Some(here) = line.hits.iter().find(|hit| is(hit, Phrase::Here)) {
        let earlier = || line.hits.iter().take_while(|hit| hit.span.start < here.span.start);
        let how = |hit: &&Hit| is(hit, Phrase::Conducted) || is(hit, Phrase::Cited) || is(hit, Phrase::Asked);
        if let Some(how) = earlier().find(how) {
            let begin = earlier().find(|hit| is(hit, Phrase::Evidence)).unwrap_or(how);
            return Some((Span::new(begin.span.start.min(how.span.start), here.span.end), "own_interviews"));
        }
    }
    // "The remarks cited reflect": a participle right behind the noun, with nobody who cites and no place where.
    line.hits.windows(2).find_map(|pair| {
        let [evidence, cited] = pair else { return None };
        let at = line.token_at(cited.span.start);
        let adjacent = line.token_at(evidence.span.start) + 1 == at;
        let elsewhere = words().has(Class::Elsewhere, line.word(scene.text, at + 1));
        let both = is(evidence, Phrase::Evidence) && is(cited, Phrase::Cited);
        (both && adjacent && !elsewhere).then_some((Span::new(evidence.span.start, cited.span.end), "own_evidence"))
    })
}
