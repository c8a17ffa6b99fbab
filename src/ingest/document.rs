//! A document as it was taken in: text, blocks, metadata.

use chrono::NaiveDate;

use crate::{
    diagnostic::Diagnostic,
    text::{SourceText, Span},
};

/// What a file was taken for, by its content first and its name second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A saved web page.
    Html,
}

impl Format {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}

/// A file as it was taken in. Its blocks lie in order, never overlap, and cover every visible character of the text.
#[derive(Debug, Clone)]
pub struct Document {
    /// The name the file came with.
    pub name: String,
    /// What it was taken for.
    pub format: Format,
    /// The encoding's name as the WHATWG standard writes it, in lower case ("utf-8", "windows-1251").
    pub encoding: &'static str,
    /// The SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// How many bytes the file has.
    pub bytes: usize,
    /// The decoded text.
    pub source: SourceText,
    /// What the text is made of.
    pub blocks: Vec<Block>,
    /// What the page says of itself.
    pub metadata: Metadata,
    /// What the reader should know about the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// The text.
    pub fn text(&self) -> &str {
        self.source.as_str()
    }

    /// The blocks that belong to the article, with their index: all but furniture and citations.
    pub fn article(&self) -> impl Iterator<Item = (usize, &Block)> {
        self.blocks.iter().enumerate().filter(|(_, block)| !matches!(block.kind, BlockKind::Furniture(_) | BlockKind::Citation))
    }
}

/// A stretch of the text that is one thing on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// All of it, with its marks ("- ", "## ", "| ").
    pub span: Span,
    /// What there is to read in it, without those marks.
    pub content: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The headings it stands under, outermost first, as indexes of blocks.
    pub section: Vec<usize>,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockKind {
    /// A title or a line above a section; level 1 is the title of the text.
    Heading {
        /// 1 to 6.
        level: u8,
    },
    /// Running text.
    Paragraph,
    /// One item of a list.
    ListItem {
        /// 0 for the outermost list.
        depth: u8,
    },
    /// A table.
    Table(Table),
    /// A passage set off as quoted.
    Quote,
    /// A question that the next block answers.
    Question,
    /// The answer to a question.
    Answer {
        /// The index of the question's block.
        question: usize,
    },
    /// A bracketed reference that can be followed.
    Citation,
    /// On the page and not of the article.
    Furniture(Furniture),
}

impl BlockKind {
    /// The word that the report uses.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Heading { .. } => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem { .. } => "list_item",
            Self::Table(_) => "table",
            Self::Quote => "quote",
            Self::Question => "question",
            Self::Answer { .. } => "answer",
            Self::Citation => "citation",
            Self::Furniture(_) => "furniture",
        }
    }
}

/// Why something was taken for page furniture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Furniture {
    /// A stable word: "navigation", "image", "related", "reading_prompt", "untraceable_citation", ...
    pub reason: String,
    /// A sentence for people.
    pub explanation: String,
}

/// A table with the place of every cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The row that names the columns, where there is one.
    pub header: Option<Row>,
    /// The rows below it.
    pub rows: Vec<Row>,
}

/// A row of a table; rows may have fewer or more cells than the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The whole line.
    pub span: Span,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its words, without white space around them; empty where the cell is.
    pub span: Span,
    /// What it holds.
    pub kind: CellKind,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellKind {
    /// Words.
    Text,
    /// A number, also with a sign, separators or a per cent sign.
    Number,
    /// A date.
    Date,
    /// The name of a state.
    State {
        /// ISO 3166-1 alpha-3.
        code: String,
    },
    /// Nothing, or a dash for nothing.
    Empty,
}

/// What the page says of itself. Nothing here is guessed: what it does not say is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// The title of the text.
    pub title: Option<Stated>,
    /// Who wrote it.
    pub byline: Option<Stated>,
    /// Who published it.
    pub publisher: Option<Stated>,
    /// Who put it together from others' reports ("Curated by ...").
    pub curator: Option<Stated>,
    /// The day of publication and where it is stated.
    pub date: Option<(NaiveDate, Option<Span>)>,
    /// The language, as a BCP 47 tag, and only if the page declares it or the words show it.
    pub language: Option<String>,
    /// The outlets that a digest lists.
    pub sources: Vec<Stated>,
    /// "+ n more" behind that list.
    pub unnamed_sources: Option<(u32, Span)>,
    /// "n articles on this topic".
    pub articles_on_topic: Option<(u32, Span)>,
    /// Teasers of other articles.
    pub related: Vec<Related>,
    /// Reading times that the page claims.
    pub reading_claims: Vec<ReadingClaim>,
}

/// Words that the page states, with their place where they stand in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The words.
    pub value: String,
    /// Their place in the text.
    pub span: Option<Span>,
}

/// The teaser of another article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// All of it.
    pub span: Span,
    /// Whose article it is.
    pub publisher: Option<Span>,
    /// Its headline.
    pub headline: Span,
    /// Index of its reading time in [`Metadata::reading_claims`].
    pub reading: Option<usize>,
}

/// A reading time that the page claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingClaim {
    /// Its words.
    pub span: Span,
    /// Minutes.
    pub minutes: u32,
    /// The related article it belongs to, as an index of [`Metadata::related`]; absent: this page.
    pub related: Option<usize>,
}
