//! The words of all sentences of a text, read once for all phases that look at them.

use super::{Forms, Word, words};
use crate::syntax::Syntax;

/// The words of a text, sentence by sentence.
#[derive(Debug, Default)]
pub struct Words<'a> {
    all: Vec<Word<'a>>,
    /// Where the words of each sentence end.
    ends: Vec<usize>,
}

impl<'a> Words<'a> {
    /// The words of the sentences of a text.
    pub fn of(text: &'a str, syntax: &Syntax) -> Self {
        let mut read = Self { all: Vec::with_capacity(syntax.tokens.len()), ends: Vec::with_capacity(syntax.sentences.len()) };
        let mut forms = Forms::default();
        for sentence in &syntax.sentences {
            read.all.append(&mut words(text, syntax.tokens_of(sentence), &mut forms));
            read.ends.push(read.all.len());
        }
        read
    }

    /// The words of a sentence, by its index.
    pub fn of_sentence(&self, index: usize) -> &[Word<'a>] {
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(index).and_then(|end| self.all.get(start..*end)).unwrap_or(&[])
    }
}
