//! A web page in, text and drafts out: the article reader's blocks in the terms of this module.

use std::ops::Range;

use super::{
    BlockKind, Metadata, Row, Stated, Table,
    block::{Draft, cell},
    html::{self, HtmlArticle, Kind, Note},
    metadata::date,
};
use crate::{diagnostic::Diagnostic, text::Span};

/// What was read from a page.
#[derive(Debug)]
pub struct Page {
    /// The article's text.
    pub text: String,
    /// Its blocks.
    pub drafts: Vec<Draft>,
    /// What the page declares.
    pub metadata: Metadata,
    /// What a reader should know.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a page that was decoded to text.
pub fn read(page: &str) -> Page {
    let article = html::read(page);
    let drafts: Vec<Draft> = article.blocks.iter().map(|block| draft(&article.text, block)).collect();
    let metadata = metadata(&article, &drafts);
    let diagnostics = diagnostics(&article);
    Page { text: article.text, drafts, metadata, diagnostics }
}

fn span(range: &Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

fn draft(text: &str, block: &html::ArticleBlock) -> Draft {
    let (all, content) = (span(&block.span), span(&block.content));
    let kind = match &block.kind {
        Kind::Heading(level) => BlockKind::Heading { level: *level },
        // Outermost is 1 there and 0 here.
        Kind::ListItem { depth, .. } => BlockKind::ListItem { depth: depth.saturating_sub(1) },
        Kind::Quote => BlockKind::Quote,
        Kind::Table { header, .. } => BlockKind::Table(table(text, &block.cells, *header)),
        Kind::Paragraph | Kind::Caption => return Draft { content, gap: true, ..Draft::paragraph(all) },
        Kind::Preformatted => BlockKind::Paragraph,
    };
    Draft { gap: true, ..Draft::marked(kind, all, content) }
}

fn table(text: &str, cells: &[Vec<Range<usize>>], header: bool) -> Table {
    let mut rows = cells.iter().map(|row| {
        let first = row.first().map_or(0, |cell| cell.start);
        let last = row.last().map_or(first, |cell| cell.end);
        Row { span: Span::new(first, last), cells: row.iter().map(|place| cell(text, span(place))).collect() }
    });
    let header = if header { rows.next() } else { None };
    Table { header, rows: rows.collect() }
}

/// The declarations of the page; the title's place is known if it is a heading of the text.
fn metadata(article: &HtmlArticle, drafts: &[Draft]) -> Metadata {
    let declared = &article.metadata;
    let stated = |value: &html::Declared| Stated { value: value.value.clone(), span: None };
    let place = |title: &str| {
        let is_title = |draft: &&Draft| matches!(draft.kind, BlockKind::Heading { .. }) && draft.words(&article.text) == title;
        drafts.iter().find(is_title).map(|draft| draft.content)
    };
    let authors: Vec<&str> = declared.authors.iter().map(|author| author.value.as_str()).collect();
    Metadata {
        title: declared.title.as_ref().map(|title| Stated { value: title.value.clone(), span: place(&title.value) }),
        byline: (!authors.is_empty()).then(|| Stated { value: authors.join(", "), span: None }),
        publisher: declared.publisher.as_ref().map(stated),
        date: declared.published.as_ref().and_then(|published| date::parse_start(&published.value)).map(|(date, _)| (date, None)),
        language: declared.language.as_ref().map(|language| language.value.clone()),
        ..Metadata::default()
    }
}

fn diagnostics(article: &HtmlArticle) -> Vec<Diagnostic> {
    let note = |note: &Note| match note {
        // The report says of every format in the same words that there is nothing to read.
        Note::NoText => None,
        Note::NoArticle => {
            let message = "nothing on the page looks like an article; all of its text was read but what is hidden or belongs to the site";
            Some(Diagnostic::new("no_article", message))
        }
        Note::Unclosed(bytes) => {
            let message = format!("a tag or comment of the page is not closed; the last {bytes} bytes of the page were not read as text");
            Some(Diagnostic::new("page_unclosed_tag", message))
        }
        Note::TooDeep => Some(Diagnostic::new("page_too_deep", "elements of the page lie too deep in each other; some were read as one")),
        Note::Truncated => Some(Diagnostic::new("page_truncated", "the page is too large; its end was not read")),
    };
    let mut diagnostics: Vec<_> = article.notes.iter().filter_map(note).collect();
    if !article.left_out.is_empty() {
        let words: usize = article.left_out.iter().map(|part| part.text.split_whitespace().count()).sum();
        let parts = article.left_out.len();
        let message = format!("the page has more than the article: {parts} other parts ({words} words) are not in the text");
        diagnostics.push(Diagnostic::new("page_parts_left_out", message));
    }
    diagnostics
}
