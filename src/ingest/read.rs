//! The phase itself: decode, tell the format, find the blocks, find what the page says of itself.

#[cfg(feature = "html")]
use super::page;
use super::{
    Block, Document, Format, Metadata,
    block::{self, Draft},
    encoding, format, furniture, line, metadata, sniff,
};
use crate::{
    Error, Options,
    diagnostic::Diagnostic,
    text::{SourceText, sha256},
};

/// Takes a file in. `name` is only shown and read for its ending.
///
/// # Errors
/// `too_large` over the limit of the options; `not_text` for bytes that are no text at all.
pub fn ingest(name: &str, bytes: &[u8], options: &Options) -> Result<Document, Error> {
    Ok(Document { sha256: hex(&sha256(bytes)), ..take_in(name, bytes, options)? })
}

/// The same as [`ingest`] for those who ask for no digest: `sha256` is empty.
///
/// # Errors
/// As [`ingest`].
pub(crate) fn take_in(name: &str, bytes: &[u8], options: &Options) -> Result<Document, Error> {
    if bytes.len() > options.limit {
        return Err(Error::too_large(name, bytes.len(), options.limit));
    }
    if let Some(what) = sniff::not_text(bytes) {
        return Err(Error::not_text(name, what));
    }
    let encoding::Decoded { source, encoding, mut diagnostics } = encoding::decode(bytes, format::is_page(name, bytes));
    let format = format::format(name, source.as_str());
    let Taken { source, blocks, mut metadata } = match format {
        Format::Html => read_page(source, &mut diagnostics),
        Format::Markdown | Format::Text => read_text(source, format == Format::Markdown),
    };
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
        sha256: String::new(),
        bytes: bytes.len(),
        source,
        blocks,
        metadata,
        diagnostics,
    })
}

/// In lower-case hexadecimal.
fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A text with what was found in it.
#[derive(Debug)]
struct Taken {
    source: SourceText,
    blocks: Vec<Block>,
    metadata: Metadata,
}

/// Plain text or Markdown.
fn read_text(source: SourceText, markdown: bool) -> Taken {
    let text = source.as_str();
    let mut drafts = mark_by_words(text, block::scan(text, &line::lines(text), markdown));
    let mut digest = furniture::mark_digest(text, &mut drafts);
    block::find_title(text, &mut drafts);
    furniture::mark_by_position(text, &mut drafts);
    block::find_headings(text, &mut drafts);
    digest.add_teasers(text, &drafts);
    let mut metadata = Metadata::default();
    digest.into_metadata(&mut metadata);
    let (blocks, metadata) = finish(text, drafts, metadata);
    Taken { source, blocks, metadata }
}

/// A web page. Its elements tell what is a heading; the article reader has left out what belongs to the site.
#[cfg(feature = "html")]
fn read_page(source: SourceText, diagnostics: &mut Vec<Diagnostic>) -> Taken {
    let page::Page { text, drafts, mut metadata, diagnostics: notes } = page::read(source.as_str());
    diagnostics.retain(|diagnostic| diagnostic.code != "nul_characters");
    // What they point to is a place of the file and not of the article's text.
    diagnostics.iter_mut().for_each(|diagnostic| diagnostic.span = None);
    diagnostics.extend(notes);
    let mut drafts = mark_by_words(&text, drafts);
    let mut digest = furniture::mark_digest(&text, &mut drafts);
    digest.add_teasers(&text, &drafts);
    digest.into_metadata(&mut metadata);
    let (blocks, metadata) = finish(&text, drafts, metadata);
    Taken { source: SourceText::extracted(text), blocks, metadata }
}

/// A web page, read as the text it is because the reader for pages is not built in.
#[cfg(not(feature = "html"))]
fn read_page(source: SourceText, diagnostics: &mut Vec<Diagnostic>) -> Taken {
    diagnostics.push(Diagnostic::new("page_as_text", "the reader for web pages is not built in; the file was read as plain text"));
    read_text(source, false)
}

fn mark_by_words(text: &str, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut drafts = furniture::mark_by_words(text, block::split_citations(text, drafts));
    block::mark_labelled(text, &mut drafts);
    drafts
}

fn finish(text: &str, mut drafts: Vec<Draft>, mut metadata: Metadata) -> (Vec<Block>, Metadata) {
    block::pair_questions(text, &mut drafts);
    metadata::page(text, &drafts, &mut metadata);
    (block::finish(drafts), metadata)
}
