//! Line breaks inside a block: wrapped lines, or one thing a line.

use super::place::{Gap, View};
use crate::syntax::{
    character::{before, is_closing_bracket, is_closing_quote, is_strong_stop},
    knowledge::knowledge,
};

/// Lines of wrapped text are filled; where none is as long as this, in bytes, and none is punctuated, each stands for itself.
const FILLED: usize = 50;

/// What the lines of a block are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lines {
    each_alone: bool,
}

impl Lines {
    /// Looks at all lines of a block: short lines without any punctuation at their ends, the last included, are items and no sentence.
    pub fn of(view: &View) -> Self {
        let (Some(first), Some(last)) = (view.tokens.first(), view.tokens.last()) else { return Self { each_alone: false } };
        // Most blocks are one line, and need no look at each token.
        let words = view.text.get(first.span.start..last.span.end).unwrap_or("");
        if words.is_ascii() && !words.contains('\n') && !words.contains('\r') {
            return Self { each_alone: false };
        }
        let mut start = first.span.start;
        let mut lines = 1;
        let mut plain = true;
        for index in 1..=view.tokens.len() {
            if index < view.tokens.len() && view.gap(index) < Gap::Line {
                continue;
            }
            let Some(last) = view.tokens.get(index - 1) else { break };
            // A line that ends with "of" or "the" goes on in the next.
            let hangs = index < view.tokens.len() && knowledge().is_opener(view.word(index - 1));
            plain &= last.span.end - start < FILLED && !is_punctuated(view, last.span.end) && !hangs;
            if let Some(next) = view.tokens.get(index) {
                start = next.span.start;
                lines += 1;
            }
        }
        Self { each_alone: plain && lines > 1 }
    }

    /// Whether such a gap between two tokens ends a sentence.
    pub fn end_sentences(self, gap: Gap) -> bool {
        gap == Gap::Paragraph || self.each_alone
    }
}

fn is_punctuated(view: &View, end: usize) -> bool {
    before(view.text, end).is_some_and(|c| {
        matches!(c, '.' | ',' | ';' | ':' | '…' | '-' | '–' | '—') || is_strong_stop(c) || is_closing_quote(c) || is_closing_bracket(c)
    })
}
