//! The phase itself: decode, tell the format, find the blocks, find what the page says of itself.

use sha2::{Digest, Sha256};

use super::{
    Block, Document, Format, Metadata,
    block::{self, Draft},
    encoding, format, furniture, line, metadata, sniff,
};
use crate::{Error, Options, diagnostic::Diagnostic};

/// Takes a file in. `name` is only shown and read for its ending.
///
/// # Errors
/// `too_large` over the limit of the options; `not_text` for bytes that are no text at all.
pub fn ingest(name: &str, bytes: &[u8], options: &Options) -> Result<Document, Error> {
    if bytes.len() > options.limit {
        return Err(Error::too_large(name, bytes.len(), options.limit));
    }
    if let Some(what) = sniff::not_text(bytes) {
        return Err(Error::not_text(name, what));
    }
    let encoding::Decoded { source, encoding, mut diagnostics } = encoding::decode(bytes, format::is_page(name, bytes));
    let format = format::format(name, source.as_str());
    let (blocks, mut metadata) = read_text(source.as_str(), format == Format::Markdown);
    if metadata.language.is_none() {
        metadata.language = metadata::language(source.as_str()).map(str::to_owned);
    }
    if blocks.is_empty() {
        diagnostics.push(Diagnostic::new("empty_text", "there is nothing to read in this file"));
    }
    Ok(Document {
        name: name.to_owned(),
        format,
        encoding,
        sha256: Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: bytes.len(),
        source,
        blocks,
        metadata,
        diagnostics,
    })
}

/// The blocks and metadata of plain text or Markdown.
fn read_text(text: &str, markdown: bool) -> (Vec<Block>, Metadata) {
    let drafts = block::scan(text, &line::lines(text), markdown);
    let mut drafts = furniture::mark_by_words(text, block::split_citations(text, drafts));
    let mut metadata = Metadata::default();
    let mut digest = furniture::mark_digest(text, &mut drafts);
    block::find_title(text, &mut drafts);
    refine(text, &mut drafts);
    digest.add_teasers(text, &drafts);
    digest.into_metadata(&mut metadata);
    metadata::page(text, &drafts, &mut metadata);
    (block::finish(drafts), metadata)
}

/// What needs the title and the marks that words alone give.
fn refine(text: &str, drafts: &mut [Draft]) {
    furniture::mark_by_position(text, drafts);
    block::find_headings(text, drafts);
    block::pair_questions(text, drafts);
}
