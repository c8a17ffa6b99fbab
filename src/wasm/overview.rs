//! The small records of a report: few, whatever the length of the text, or at least far fewer than its sentences.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::report::{
    Actor, Citation, Commitment, Comparison, Condition, Correction, Diagnostic, Document, HeadlineQuestion, MatrixCell, Metadata, Party,
    Point, Position, QuestionAnswer, Report, Scheduled, Shares, Source, Sourcing, SummaryLine, Takeaway, names,
};

/// All of a report that is not a long list of places.
#[derive(Serialize)]
struct Overview<'a> {
    schema: &'a str,
    generator: &'a str,
    offsets: &'a str,
    document: &'a Document,
    metadata: &'a Metadata,
    actors: &'a [Actor],
    sourcing: &'a Sourcing,
    audit: Audit<'a>,
    questions: &'a [QuestionAnswer],
    citations: &'a [Citation],
    positions: &'a [Position],
    conditions: &'a [Condition],
    commitments: &'a [Commitment],
    scheduled: &'a [Scheduled],
    points: &'a [Point],
    matrix: &'a [MatrixCell],
    comparisons: &'a [Comparison],
    /// The usual names of the codes.
    names: BTreeMap<&'a str, &'static str>,
    summary: &'a [SummaryLine],
    takeaways: &'a [Takeaway],
    headline_question: Option<&'a HeadlineQuestion>,
    corrections: &'a [Correction],
    diagnostics: &'a [Diagnostic],
}

/// What of the audit is no list of places.
#[derive(Serialize)]
struct Audit<'a> {
    sources: &'a [Source],
    shares: &'a Shares,
    parties: &'a [Party],
}

/// As a plain object with the field names of the report; what is absent is `null`.
pub fn to_js(report: &Report) -> JsValue {
    let overview = Overview {
        schema: report.schema,
        generator: report.generator,
        offsets: report.offsets,
        document: &report.document,
        metadata: &report.metadata,
        actors: &report.actors,
        sourcing: &report.sourcing,
        audit: Audit { sources: &report.audit.sources, shares: &report.audit.shares, parties: &report.audit.parties },
        questions: &report.questions,
        citations: &report.citations,
        positions: &report.positions,
        conditions: &report.conditions,
        commitments: &report.commitments,
        scheduled: &report.scheduled,
        points: &report.points,
        matrix: &report.matrix,
        comparisons: &report.comparisons,
        names: names(report),
        summary: &report.summary,
        takeaways: &report.takeaways,
        headline_question: report.headline_question.as_ref(),
        corrections: &report.corrections,
        diagnostics: &report.diagnostics,
    };
    // Plain records of strings and numbers always serialise.
    overview.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
