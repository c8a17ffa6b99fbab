//! The phase itself: sentence by sentence, everything in one walk.

use super::{
    Audit, Finding, citation, claim, passive, phrase, propaganda, quality, quantity, remark,
    scene::{Hit, Line, Scene},
    source, term, voice, wording,
};
use crate::{
    actor::Actors,
    ingest::{BlockKind, Document},
    statement::Statement,
    structure::Declared,
    syntax::Syntax,
    time::TimeExpression,
};

/// What the phases before found in a text.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The text, its blocks and metadata.
    pub document: &'a Document,
    /// Its sentences and tokens.
    pub syntax: &'a Syntax,
    /// Its actors.
    pub actors: &'a Actors,
    /// Its expressions of time.
    pub times: &'a [TimeExpression],
    /// Its statements.
    pub statements: &'a [Statement],
    /// What the page declares.
    pub declared: &'a Declared,
}

/// Audits a text.
pub fn audit(given: &Given<'_>) -> Audit {
    let scene = Scene::new(given);
    let hits = phrase::table().matches(scene.text);
    let mut findings = citation::find(given);
    let mut claims = Vec::new();
    let (mut quantities, mut terms) = (Vec::new(), Vec::new());
    let mut rest = hits.as_slice();
    let mut propaganda = propaganda::Claims::default();
    for (index, sentence) in given.syntax.sentences.iter().enumerate() {
        let skipped = rest.partition_point(|hit| hit.span.start < sentence.span.start);
        let open = rest.get(skipped..).unwrap_or(&[]);
        let (inside, after) = open.split_at(count_before(open, sentence.span.end));
        rest = after;
        let line =
            Line { index, span: sentence.span, first: sentence.tokens.start, tokens: given.syntax.tokens_of(sentence), hits: inside };
        let is_heading = given.document.blocks.get(sentence.block).is_some_and(|block| matches!(block.kind, BlockKind::Heading { .. }));
        let counted = quantity::counted(&scene, &line);
        claims.extend(claim::find(&scene, &line, &counted, is_heading));
        quantities.extend(counted.iter().map(|counted| quantity::bind(&scene, &line, counted)));
        if line.hits.is_empty() {
            continue;
        }
        term::find(&scene, &line, &mut terms);
        wording::find(&scene, &line, is_heading, &mut findings);
        passive::find(&scene, &line, &mut findings);
        remark::find(&scene, &line, sentence.block, &mut findings);
        propaganda.read(&scene, &line, sentence.block);
    }
    findings.extend(propaganda.finish(&scene));
    quality::missing_spaces(given.document, &mut findings);
    findings.sort_by_key(order);
    let (shares, parties) = voice::shares(&scene);
    Audit { sources: source::sources(given), shares, parties, findings, claims, quantities, terms }
}

/// How many of the first phrases begin before an offset. A sentence has few: they are counted, not searched for.
fn count_before(hits: &[Hit], end: usize) -> usize {
    hits.iter().take_while(|hit| hit.span.start < end).count()
}

fn order(finding: &Finding) -> (usize, usize, super::FindingKind, &'static str) {
    (finding.span.start, finding.span.end, finding.kind, finding.rule)
}
