//! What a reader should know about a text; it never stops the analysis.

use crate::text::Span;

/// A remark on a text, with the place it is about where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable word for programs, such as `empty_text`.
    pub code: &'static str,
    /// A sentence for people: the cause, and what it means for the report.
    pub message: String,
    /// Where in the text, in bytes.
    pub span: Option<Span>,
}

impl Diagnostic {
    /// A remark on the text as a whole.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span: None }
    }

    /// The same remark, bound to a place.
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }
}
