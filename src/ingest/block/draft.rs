//! A block while it is still being made out.

use crate::{
    ingest::{BlockKind, Furniture, furniture},
    text::Span,
};

/// A block with what the later steps ask about its place on the page. Its `kind` is a first guess until all of them are through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// All of it, with its marks.
    pub span: Span,
    /// What there is to read.
    pub content: Span,
    /// What it is taken for.
    pub kind: BlockKind,
    /// How many lines it takes.
    pub lines: usize,
    /// Whether an empty line stands before it.
    pub gap: bool,
    /// Whether its kind is marked in the text ("## "), so that no later step should doubt it.
    pub marked: bool,
    /// The question that it answers, as a count of the questions before.
    pub answers: bool,
}

impl Draft {
    /// A draft of a kind that is marked in the text.
    pub fn marked(kind: BlockKind, span: Span, content: Span) -> Self {
        Self { span, content, kind, lines: 1, gap: false, marked: true, answers: false }
    }

    /// A paragraph so far.
    pub fn paragraph(span: Span) -> Self {
        Self { span, content: span, kind: BlockKind::Paragraph, lines: 1, gap: false, marked: false, answers: false }
    }

    /// The words.
    pub fn words<'a>(&self, text: &'a str) -> &'a str {
        self.content.of(text)
    }

    /// Whether it is an unmarked paragraph that may still turn out to be something else.
    pub fn is_open(&self) -> bool {
        self.kind == BlockKind::Paragraph && !self.marked
    }

    /// Whether it is page furniture.
    pub fn is_furniture(&self) -> bool {
        matches!(self.kind, BlockKind::Furniture(_))
    }

    /// The reason it is furniture for, if it is.
    pub fn reason(&self) -> Option<&str> {
        match &self.kind {
            BlockKind::Furniture(furniture) => Some(&furniture.reason),
            _ => None,
        }
    }

    /// Takes it for furniture, all of it.
    pub fn make_furniture(&mut self, reason: &str) {
        self.kind = BlockKind::Furniture(Furniture { reason: reason.to_owned(), explanation: furniture::explanation(reason).to_owned() });
    }
}
