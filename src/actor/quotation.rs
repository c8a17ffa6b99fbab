//! The blocks of a text in; out come its quotations: what stands between quotation marks of any style.

use super::words::is_quote;
use crate::{ingest::Document, text::Span};

/// A stretch of text in quotation marks; quotations inside it are part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quotation {
    /// With the marks.
    pub outer: Span,
    /// Without the marks.
    pub inner: Span,
    /// The index of its block.
    pub block: usize,
    /// Whether it goes on from the block before: each paragraph of it has an opening mark, only the last a closing one.
    pub continues: bool,
}

/// The quotations of a text, in order; none inside another, none over the edge of a block.
pub fn quotations(document: &Document) -> Vec<Quotation> {
    let text = document.text();
    let mut found: Vec<Quotation> = Vec::new();
    // The opening mark of a quotation that the block before left open.
    let mut left_open: Option<(char, usize, usize)> = None;
    for (index, block) in document.article() {
        let content = block.content.of(text);
        let continues = left_open.is_some_and(|(mark, ..)| content.trim_start().starts_with(mark));
        let mut scan = Scan { block: index, at: block.content.start, open: None, found: Vec::new(), continues };
        scan.read(content);
        left_open = scan.open.filter(|(mark, ..)| matches!(mark, '“' | '"' | '«' | '„'));
        found.append(&mut scan.found);
        if let Some((_, at, width)) = left_open {
            // Kept for now; dropped below unless the next block goes on with it.
            let inner = Span::new(at + width, block.content.end).trimmed(text);
            found.push(Quotation { outer: Span::new(at, block.content.end), inner, block: index, continues });
        }
    }
    let keep: Vec<bool> = found
        .iter()
        .enumerate()
        .map(|(i, quotation)| {
            let closed = quotation.outer.end > quotation.inner.end
                && text.get(quotation.inner.end..quotation.outer.end).is_some_and(|end| end.contains(is_quote));
            closed || found.get(i + 1).is_some_and(|next| next.continues && next.outer.start > quotation.outer.start)
        })
        .collect();
    let mut keep = keep.into_iter();
    found.retain(|quotation| keep.next().unwrap_or(false) && !quotation.inner.is_empty());
    found
}

struct Scan {
    block: usize,
    at: usize,
    /// The mark that is open, where it stands, and how many bytes it has.
    open: Option<(char, usize, usize)>,
    found: Vec<Quotation>,
    continues: bool,
}

impl Scan {
    #[inline(never)]
    fn read(&mut self, content: &str) {
        let mut before = ' ';
        let mut characters = content.char_indices().peekable();
        while let Some((offset, c)) = characters.next() {
            if is_quote(c) {
                // Two apostrophes are a quotation mark of typewriters.
                let pair = matches!(c, '\'' | '`') && characters.peek().is_some_and(|next| next.1 == c);
                if pair {
                    characters.next();
                }
                let after = characters.peek().map_or(' ', |next| next.1);
                let (mark, width) = if pair { ('"', 2) } else { (c, c.len_utf8()) };
                self.mark(mark, width, self.at + offset, before, after);
            }
            before = c;
        }
    }

    fn mark(&mut self, mark: char, width: usize, at: usize, before: char, after: char) {
        let starts = !before.is_alphanumeric() && !matches!(before, '.' | ',' | '!' | '?' | '…') && !after.is_whitespace();
        let ends = !before.is_whitespace() && !after.is_alphanumeric();
        match self.open {
            None => {
                let opens = match mark {
                    '“' | '„' | '‟' | '«' | '「' | '‚' | '‹' => true,
                    '"' | '＂' | '»' => starts || before.is_whitespace(),
                    '‘' | '\'' | '`' => starts && after.is_alphanumeric(),
                    _ => false,
                };
                if opens {
                    self.open = Some((mark, at, width));
                }
            }
            Some((open, start, opening)) => {
                let closes = match open {
                    '“' | '‟' => mark == '”' || matches!(mark, '“' | '"') && ends,
                    '„' => matches!(mark, '“' | '”' | '"') && ends,
                    '«' => mark == '»',
                    '»' => mark == '«',
                    '「' => mark == '」',
                    '‹' => mark == '›',
                    '"' => matches!(mark, '"' | '”') && (ends || !starts),
                    '＂' => mark == '＂',
                    '‚' => matches!(mark, '‘' | '’') && ends,
                    '‘' | '`' => matches!(mark, '’' | '\'') && ends,
                    '\'' => matches!(mark, '\'' | '’') && ends,
                    _ => false,
                };
                if closes {
                    let inner = Span::new(start + opening, at);
                    self.found.push(Quotation {
                        outer: Span::new(start, at + width),
                        inner,
                        block: self.block,
                        continues: self.continues && self.found.is_empty(),
                    });
                    self.open = None;
                } else if starts && (mark == open || matches!(open, '\'' | '‘' | '`') && matches!(mark, '"' | '“')) {
                    // The mark before was never closed: an apostrophe, or a slip.
                    self.open = Some((mark, at, width));
                }
            }
        }
    }
}
