//! The phase itself: sentence by sentence, with the date named last carried on.

use chrono::NaiveDate;

use super::{
    expression::TimeExpression,
    grammar,
    piece::Pieces,
    resolve::{Context, resolve},
    tense::tense,
};
use crate::{ingest::Document, syntax::Syntax};

/// Finds the expressions of time of a document; relative ones are counted from `anchor`, never from a clock.
pub fn find(document: &Document, syntax: &Syntax, anchor: Option<NaiveDate>) -> Vec<TimeExpression> {
    let mut context = Context::new(anchor);
    let mut expressions = Vec::new();
    for sentence in &syntax.sentences {
        let pieces = Pieces::new(document.text(), sentence.span);
        for found in grammar::scan(&pieces) {
            let value = resolve(&found, tense(&pieces, found.first, found.end), &mut context);
            expressions.push(TimeExpression {
                span: pieces.span(found.first, found.end),
                kind: found.kind,
                value: value.value,
                modifier: found.modifier,
                resolved: value.reason.is_none(),
                reason: value.reason,
                rule: found.rule,
            });
        }
    }
    expressions
}
