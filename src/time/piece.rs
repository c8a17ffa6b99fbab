//! Cutting a sentence into pieces: runs of letters, runs of digits, single marks.
//!
//! They are finer than the tokens of the syntax, because times lie inside words: "mid-2019", "two-year", "1990s", "10pm", "4/1/2022".

use super::vocabulary::{Entry, Role, Starts, entry, look_up};
use crate::text::{Recall, Span};

/// What a piece is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters.
    Word,
    /// ASCII digits.
    Number,
    /// One character that is neither.
    Mark,
}

/// A run of letters or digits, or one mark; offsets count from the start of the sentence.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: u32,
    end: u32,
    entry: u16,
    kind: Kind,
    /// What an expression may start with it as.
    starts: Starts,
    /// Nothing lies between it and the piece before.
    glued: bool,
}

/// The entries of the words of a text, each with what an expression may start with the word as.
pub type Entries<'a> = Recall<'a, (u16, Starts)>;

/// The marks that an expression, or a part of one, may start with.
const STARTING: [char; 4] = ['\'', '\u{2018}', '\u{2019}', ','];

/// In English a piece takes about so many bytes, the white space behind it included.
const BYTES_PER_PIECE: usize = 5;

/// The run of letters, of digits or of white space, or the mark, that begins at a byte: what it is, nothing for white space, and where it ends.
fn run(text: &str, at: usize) -> Option<(Option<Kind>, usize)> {
    let kind_at = |at: usize| -> Option<(Option<Kind>, usize)> {
        let byte = *text.as_bytes().get(at)?;
        Some(match byte {
            b'a'..=b'z' | b'A'..=b'Z' => (Some(Kind::Word), 1),
            b'0'..=b'9' => (Some(Kind::Number), 1),
            b' ' | b'\t'..=b'\r' => (None, 1),
            0..=127 => (Some(Kind::Mark), 1),
            _ => {
                let c = text.get(at..)?.chars().next()?;
                let kind = if c.is_alphabetic() { Some(Kind::Word) } else { Some(Kind::Mark).filter(|_| !c.is_whitespace()) };
                (kind, c.len_utf8())
            }
        })
    };
    let (kind, length) = kind_at(at)?;
    let mut end = at + length;
    if kind != Some(Kind::Mark) {
        while let Some((_, length)) = kind_at(end).filter(|(next, _)| *next == kind) {
            end += length;
        }
    }
    Some((kind, end))
}

/// The pieces of a sentence, and questions about them. Every question may be asked about any place, also outside.
#[derive(Debug)]
pub struct Pieces<'a> {
    text: &'a str,
    offset: usize,
    pieces: Vec<Piece>,
}

impl<'a> Pieces<'a> {
    /// Cuts up the words of `span` in `text`; `entries` holds the entries of the words of the same text that were looked up so far.
    #[inline(never)]
    pub fn new(text: &'a str, span: Span, entries: &mut Entries<'a>) -> Self {
        let text = span.of(text);
        let mut pieces: Vec<Piece> = Vec::with_capacity(text.len() / BYTES_PER_PIECE);
        let mut last: Option<Kind> = None;
        let mut at = 0;
        while let Some((kind, end)) = run(text, at) {
            let (Ok(start), Ok(stop)) = (u32::try_from(at), u32::try_from(end)) else { break };
            let letters = text.get(at..end).unwrap_or("");
            at = end;
            let Some(kind) = kind else {
                last = None;
                continue;
            };
            let (number, starts) = match kind {
                Kind::Word => entries.get(letters, 0, || {
                    let number = look_up(letters);
                    (number, entry(number).starts())
                }),
                Kind::Number => (0, Starts::DIGITS),
                Kind::Mark => (0, if letters.starts_with(STARTING) { Starts::MARK } else { Starts::default() }),
            };
            pieces.push(Piece { start, end: stop, entry: number, kind, starts, glued: last.is_some() });
            last = Some(kind);
        }
        Self { text, offset: span.start, pieces }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The letters of a piece; empty outside.
    pub fn text(&self, at: usize) -> &'a str {
        self.pieces.get(at).and_then(|piece| self.text.get(piece.start as usize..piece.end as usize)).unwrap_or("")
    }

    /// The place in the document of the pieces `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let start = self.pieces.get(from).map_or(0, |piece| piece.start as usize);
        let end = to.checked_sub(1).and_then(|last| self.pieces.get(last)).map_or(start, |piece| piece.end as usize);
        Span::new(self.offset + start, self.offset + end)
    }

    /// What a piece is; `None` outside.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.pieces.get(at).map(|piece| piece.kind)
    }

    /// What the word can be.
    pub fn entry(&self, at: usize) -> &'static Entry {
        entry(self.pieces.get(at).map_or(0, |piece| piece.entry))
    }

    /// Whether the piece has an entry at all.
    pub fn known(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.entry != 0)
    }

    /// What an expression, or a part of one, may start with the piece as.
    pub fn starts(&self, at: usize) -> Starts {
        self.pieces.get(at).map_or(Starts::default(), |piece| piece.starts)
    }

    /// Whether it is that word, in any case, or that mark.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.text(at).eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these marks.
    pub fn mark(&self, at: usize, marks: &[char]) -> bool {
        self.kind(at) == Some(Kind::Mark) && self.text(at).starts_with(marks)
    }

    /// Whether it is a hyphen or a dash.
    pub fn dash(&self, at: usize) -> bool {
        self.mark(at, &['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'])
    }

    /// Whether nothing lies between it and the piece before.
    pub fn glued(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.glued)
    }

    /// Whether the word does that.
    pub fn has(&self, at: usize, role: Role) -> bool {
        self.known(at) && self.entry(at).has(role)
    }

    /// Whether the word before does that.
    pub fn before_has(&self, at: usize, role: Role) -> bool {
        at.checked_sub(1).is_some_and(|before| self.has(before, role))
    }

    /// Whether it starts with a capital.
    pub fn capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// Its digits as a number with how many there are, if there are no more than nine.
    pub fn digits(&self, at: usize) -> Option<(u32, usize)> {
        let text = self.text(at);
        (self.kind(at) == Some(Kind::Number) && text.len() <= 9).then(|| text.parse().ok().map(|number| (number, text.len())))?
    }
}
