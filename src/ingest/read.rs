//! The phase itself: decode, tell the format, find the blocks, find what the page says of itself.

use sha2::{Digest, Sha256};

use super::{Block, BlockKind, Document, Format, Metadata};
use crate::{
    Error, Options,
    diagnostic::Diagnostic,
    text::{CharWidth, SourceText, Span},
};

/// Takes a file in. `name` is only shown and read for its ending.
///
/// # Errors
/// `too_large` over the limit of the options; `not_text` for bytes that are no text at all.
pub fn ingest(name: &str, bytes: &[u8], options: &Options) -> Result<Document, Error> {
    if bytes.len() > options.limit {
        return Err(Error::too_large(name, bytes.len(), options.limit));
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(&text);
        at += line.len();
        if !span.is_empty() {
            blocks.push(Block { span, content: span, kind: BlockKind::Paragraph, section: Vec::new() });
        }
    }
    let mut diagnostics = Vec::new();
    if blocks.is_empty() {
        diagnostics.push(Diagnostic::new("empty_text", "there is nothing to read in this file"));
    }
    Ok(Document {
        name: name.to_owned(),
        format: Format::Text,
        encoding: "utf-8",
        sha256: Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        bytes: bytes.len(),
        source: SourceText::new(text, CharWidth::Utf8, 0, Vec::new()),
        blocks,
        metadata: Metadata::default(),
        diagnostics,
    })
}
