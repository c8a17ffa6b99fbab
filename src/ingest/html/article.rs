//! The phases put together: [`read`].

use std::ops::Range;

use super::block::{self, Block, Kind};
use super::exclusion::{self, Masses};
use super::hint::Rule;
use super::metadata::{self, Metadata};
use super::render::Placed;
use super::{dom, render, select};

/// What was read from a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HtmlArticle {
    /// The article's text: blocks with blank lines between them, items of one list on lines that follow each other.
    pub text: String,
    /// The blocks of the text, in order; their spans do not overlap.
    pub blocks: Vec<ArticleBlock>,
    /// What the page declares about itself.
    pub metadata: Metadata,
    /// What is on the page and not in the text, in the page's order.
    pub left_out: Vec<LeftOut>,
    /// What a reader should know about the reading.
    pub notes: Vec<Note>,
}

/// A block of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleBlock {
    /// Where it is in [`HtmlArticle::text`], in bytes, with its marks ("- ", "| ").
    pub span: Range<usize>,
    /// Where its words are, without a mark before them.
    pub content: Range<usize>,
    /// Where the cells of a table are, row by row.
    pub cells: Vec<Vec<Range<usize>>>,
    /// What it is.
    pub kind: Kind,
}

/// A block of the page that is not the article's.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Its words.
    pub text: String,
    /// The rule by which it was left out.
    pub rule: Rule,
}

/// What can be said about the reading of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The page has no text that a reader could see.
    NoText,
    /// Nothing on the page looks like an article: the text is what a reader could see outside menus and the like.
    NoArticle,
    /// Elements are nested deeper than is told apart.
    TooDeep,
    /// The page is too large; its end was not read.
    Truncated,
    /// A tag or comment is not closed, and took so many bytes of the page, up to its end, into itself.
    Unclosed(usize),
}

/// Reads a page that was decoded to text.
pub fn read(html: &str) -> HtmlArticle {
    let dom = dom::parse(html);
    let masses = Masses::of(&dom);
    let (metadata, titles) = metadata::metadata(&dom);
    let address = metadata.address.as_ref().map(|address| address.value.as_str());
    let blocks = block::blocks(&dom, &masses, address);
    let authors: Vec<&str> = metadata.authors.iter().map(|author| author.value.as_str()).collect();
    let mut verdicts = select::verdicts(&dom, &blocks, &titles, &authors);
    let mut article = HtmlArticle { metadata, ..HtmlArticle::default() };
    if dom.too_deep {
        article.notes.push(Note::TooDeep);
    }
    if dom.truncated {
        article.notes.push(Note::Truncated);
    }
    if dom.unclosed > 0 {
        article.notes.push(Note::Unclosed(dom.unclosed));
    }
    if blocks.is_empty() {
        article.notes.push(Note::NoText);
    } else if verdicts.iter().all(Option::is_some) {
        article.notes.push(Note::NoArticle);
        let excluded = blocks.iter().map(|block| block.excluded);
        // What an element's markup excludes stays out, unless it is all there is; what is hidden, unless nothing else is there.
        let fallbacks: [fn(&Rule) -> bool; 2] = [|_| true, |rule| *rule == exclusion::HIDDEN];
        let found = fallbacks.iter().map(|stays_out| excluded.clone().map(|rule| rule.filter(stays_out)).collect::<Vec<_>>());
        verdicts = found.into_iter().find(|verdicts| verdicts.iter().any(Option::is_none)).unwrap_or_else(|| vec![None; blocks.len()]);
    }
    for (block, verdict) in blocks.into_iter().zip(verdicts) {
        match verdict {
            None => article.push(block),
            Some(rule) => article.left_out.push(LeftOut { text: block.text, rule }),
        }
    }
    article
}

impl HtmlArticle {
    fn push(&mut self, block: Block) {
        let is_item = |kind: &Kind| matches!(kind, Kind::ListItem { .. });
        let tight = is_item(&block.kind) && self.blocks.last().is_some_and(|before| is_item(&before.kind));
        let Placed { span, content, cells } = render::push(&mut self.text, &block.kind, &block.text, tight);
        self.blocks.push(ArticleBlock { span, content, cells, kind: block.kind });
    }
}
