//! A saved article page in, the article out: its blocks in reading order as one text, and what the page declares about it.
//!
//! In phases: [`dom`] (tree), [`block`] (all blocks of the page), [`select`] (the article's own), [`metadata`], [`render`] (the text).
//! No script is run, nothing is fetched, and any text gives an article, if an empty one.

mod article;
mod block;
mod card;
mod dom;
mod exclusion;
mod hint;
mod json_ld;
mod metadata;
mod render;
mod select;
mod tag;
#[cfg(test)]
mod tests;

pub use article::{ArticleBlock, HtmlArticle, LeftOut, Note, read};
pub use block::Kind;
pub use metadata::{Declared, Metadata, Origin};
