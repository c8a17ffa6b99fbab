//! References in brackets that lead nowhere, as `structure` found them.

use super::{Finding, FindingKind, Given};
use crate::text::Span;

/// A finding for each.
pub fn find(given: &Given<'_>) -> Vec<Finding> {
    let text = given.document.text();
    let untraceable = given.declared.citations.iter().filter(|citation| !citation.traceable);
    let finding = |span: Span, supports| {
        let has_words = span.of(text).chars().any(char::is_alphabetic);
        let (category, rule, reason) = if has_words {
            ("placeholder", "citation_without_lead", "no_title_date_link_or_number")
        } else {
            ("unlisted_number", "citation_unlisted", "number_not_in_a_list")
        };
        Finding { supports, ..Finding::new(span, FindingKind::Citation, category, rule, reason) }
    };
    untraceable.map(|citation| finding(citation.span, citation.supports)).collect()
}

impl Finding {
    /// A finding in the author's voice about nothing but its words.
    pub(super) fn new(span: Span, kind: FindingKind, category: &'static str, rule: &'static str, reason: &'static str) -> Self {
        Self { span, kind, category, rule, reason, statement: None, supports: None, accused: Vec::new(), usual: None }
    }
}
