//! Labels of items inside running text: "1. ... 2. ...", "a) ... b) ...", "• ... • ...".

use super::place::{Gap, View};
use crate::syntax::{TokenKind, character::is_bullet};

/// The highest number taken for a label; higher ones are years and amounts.
const HIGHEST: u32 = 199;

/// A label: what it counts with, and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Label {
    style: Style,
    value: u32,
    /// The index behind its last token.
    after: usize,
}

/// How a label is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    count: Count,
    /// "1." or "1)" or "1.)".
    stop: bool,
    bracket: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    Number,
    Small,
    Capital,
}

/// The list that the walk is in.
#[derive(Debug, Clone, Copy, Default)]
pub struct List {
    open: Option<Label>,
}

impl List {
    /// The index behind the label that starts a sentence at `index`; `index` itself if there is none.
    pub fn label(&mut self, view: &View, index: usize) -> usize {
        let mut start = index;
        while view.char(start).is_some_and(|c| is_bullet(c) || matches!(c, '-' | '–' | '*') && view.gap(start + 1) > Gap::None) {
            start += 1;
        }
        match read(view, start) {
            Some(label) if label.after < view.tokens.len() => {
                self.open = Some(label);
                label.after
            }
            _ => start,
        }
    }

    /// Whether an item of the list starts at a token inside a sentence: a bullet, or the label that follows the last one.
    pub fn next_item(&self, view: &View, index: usize) -> bool {
        let bullet = view.char(index).is_some_and(is_bullet);
        // Most texts have neither, and this is asked of every token.
        if !bullet && self.open.is_none() || view.gap(index) == Gap::None {
            return false;
        }
        if bullet {
            return view.tokens.len() > index + 1;
        }
        let Some(open) = self.open else { return false };
        let Some(label) = read(view, index) else { return false };
        // A full stop alone is a weak sign ("in 2. The"), so the item must begin as a sentence does.
        let begins = label.style.bracket || view.char(label.after).is_some_and(char::is_uppercase);
        label.style == open.style && label.value == open.value + 1 && label.after < view.tokens.len() && begins
    }
}

/// The label that starts at a token: a number or a letter, then "." or ")" or ".)", then white space or at least a word.
fn read(view: &View, index: usize) -> Option<Label> {
    let token = view.tokens.get(index)?;
    let written = view.word(index);
    let (name, mut stop) = match written.strip_suffix('.') {
        Some(name) => (name, true),
        None => (written, false),
    };
    let (count, value) = if token.kind == TokenKind::Number {
        (Count::Number, name.parse().ok().filter(|value| *value <= HIGHEST)?)
    } else {
        let mut chars = name.chars();
        let letter = chars.next().filter(|c| c.is_ascii_alphabetic() && chars.next().is_none())?;
        let count = if letter.is_ascii_uppercase() { Count::Capital } else { Count::Small };
        (count, u32::from(letter.to_ascii_lowercase()))
    };
    let mut after = index + 1;
    if !stop && view.gap(after) == Gap::None && view.word(after) == "." {
        stop = true;
        after += 1;
    }
    let bracket = view.gap(after) == Gap::None && view.word(after) == ")";
    after += usize::from(bracket);
    (stop || bracket).then_some(())?;
    // "1.5" and "p.m." never come here; "U. S." and "J. Smith" do, and are harmless at the start of a sentence.
    (view.gap(after) > Gap::None).then_some(Label { style: Style { count, stop, bracket }, value, after })
}
