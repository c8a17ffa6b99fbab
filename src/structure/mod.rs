//! Blocks and metadata in; out comes what the page itself declares: question and answer pairs, citations, its list of sources.

mod collect;

pub use collect::declared;

use crate::text::Span;

/// What a page declares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Declared {
    /// Question and answer pairs, in order.
    pub questions: Vec<QuestionAnswer>,
    /// Bracketed citations, in order.
    pub citations: Vec<Citation>,
    /// The list of sources, where there is one.
    pub source_list: Option<SourceList>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionAnswer {
    /// The question's words.
    pub question: Span,
    /// The answer's words.
    pub answer: Span,
}

/// A bracketed citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The citation, brackets included.
    pub span: Span,
    /// The paragraph it claims to support, as an index of blocks.
    pub supports: Option<usize>,
    /// Whether it leads anywhere: it has a link, a number that stands in a list of references, a date or a title.
    pub traceable: bool,
    /// What is missing, for people.
    pub reason: Option<&'static str>,
}

/// The sources that a digest lists, counted against what it says of their number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceList {
    /// How many are named.
    pub named: u32,
    /// How many more are said to exist.
    pub unnamed: u32,
    /// How many articles the page says there are.
    pub stated: Option<u32>,
    /// Whether named and unnamed add up to what is stated; absent where nothing is stated.
    pub consistent: Option<bool>,
}
