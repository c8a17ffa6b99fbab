//! A place where a sentence may end, and what stands around it.

use crate::syntax::{
    Token, TokenKind,
    character::{
        Class, at, class, is_apostrophe, is_closing_bracket, is_closing_quote, is_opening_bracket, is_opening_quote, is_strong_stop,
    },
    knowledge::{Abbreviation, AbbreviationClass, Need, knowledge},
};

/// The white space before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// None at all.
    None,
    /// On one line.
    Space,
    /// A line break.
    Line,
    /// An empty line.
    Paragraph,
}

/// The tokens of a stretch of text, with their words.
#[derive(Debug, Clone, Copy)]
pub struct View<'t> {
    /// The text that the tokens point into.
    pub text: &'t str,
    /// The tokens.
    pub tokens: &'t [Token],
}

impl<'t> View<'t> {
    /// The words of a token; empty behind the last.
    pub fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// The first character of a token.
    pub fn char(&self, index: usize) -> Option<char> {
        at(self.text, self.tokens.get(index)?.span.start)
    }

    /// The white space before a token; a space behind the last and before the first.
    pub fn gap(&self, index: usize) -> Gap {
        let (Some(left), Some(right)) = (index.checked_sub(1).and_then(|left| self.tokens.get(left)), self.tokens.get(index)) else {
            return Gap::Space;
        };
        if left.span.end == right.span.start {
            return Gap::None;
        }
        if left.span.end + 1 == right.span.start && self.text.as_bytes().get(left.span.end) == Some(&b' ') {
            return Gap::Space;
        }
        let space = self.text.get(left.span.end..right.span.start).unwrap_or("");
        let (mut lines, mut carriage) = (0, false);
        for c in space.chars() {
            lines += usize::from(matches!(c, '\r' | '\u{85}' | '\u{2028}' | '\u{2029}') || c == '\n' && !carriage);
            carriage = c == '\r';
        }
        match lines {
            0 => Gap::Space,
            1 => Gap::Line,
            _ => Gap::Paragraph,
        }
    }
}

/// What may end the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A full stop.
    Stop,
    /// A question or exclamation mark, or the stop of another script.
    Strong,
    /// Three points or more, written together.
    Ellipsis,
    /// Points with spaces between them, so many of them.
    Spaced(usize),
    /// A full stop behind a single capital letter.
    Initial,
    /// Full stops behind each of several letters: "U.S."
    Acronym,
    /// An abbreviation.
    Abbreviation(Abbreviation),
}

/// What was closed behind the mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// Nothing.
    Nothing,
    /// A quotation.
    Quote,
    /// A bracket.
    Bracket,
}

/// What follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing: the block ends.
    Nothing,
    /// A word that begins with a small letter.
    Small,
    /// A word that begins with a capital.
    Capital,
    /// A word of a script without capitals.
    Other,
    /// A number.
    Number,
    /// A mark that goes on with the sentence: a comma, a colon, a closing bracket.
    Continuing,
    /// Another mark or a symbol.
    Mark,
}

/// A place where a sentence may end.
#[derive(Debug, Clone, Copy)]
pub struct Place<'t> {
    /// What may end the sentence.
    pub mark: Mark,
    /// The index of the mark's first token.
    pub mark_index: usize,
    /// How many tokens of the sentence stand before the mark.
    pub tokens_before: usize,
    /// The token before the mark's.
    pub previous: &'t str,
    /// The word that the mark stands behind, without it.
    pub word: &'t str,
    /// The mark itself.
    pub written: &'t str,
    /// Whether another mark is written right behind it.
    pub followed_by_mark: bool,
    /// What was closed behind it.
    pub closed: Closed,
    /// The index behind all this: where the next sentence would begin.
    pub after: usize,
    /// The white space there.
    pub gap: Gap,
    /// An opening quotation mark or bracket that stands there.
    pub opened: Option<char>,
    /// What follows, such openings passed over.
    pub next: Next,
    /// The word that follows, such openings passed over.
    pub next_word: &'t str,
    /// Whether the word that follows is a title before a name ("Mr.").
    pub next_is_title: bool,
    /// Whether a name and a verb that reports follow, and nothing else: "Smith said."
    pub next_reports: bool,
}

impl<'t> Place<'t> {
    /// The place that begins with a token, if that is a mark. `first` is where the sentence began.
    pub fn at(view: &View<'t>, first: usize, index: usize) -> Option<Self> {
        let (mark, mut after) = mark(view, index)?;
        // Marks written together: "...?", "Inc..".
        let behind = after;
        while view.gap(after) == Gap::None && matches!(mark_of(view, after), Some(Mark::Stop | Mark::Strong | Mark::Ellipsis)) {
            after += 1;
        }
        let followed_by_mark = after > behind;
        let closed = close(view, &mut after);
        let behind_word = matches!(mark, Mark::Stop | Mark::Strong | Mark::Ellipsis) && view.gap(index) == Gap::None && index > first;
        let (word, before) = if behind_word { (view.word(index - 1), index - 1) } else { (view.word(index), index) };
        let previous = if before > first { view.word(before - 1) } else { "" };
        let mut place = Self {
            mark,
            mark_index: index,
            tokens_before: index - first,
            previous,
            word: if behind_word { word } else { word.strip_suffix('.').unwrap_or(word) },
            written: view.word(index),
            followed_by_mark,
            closed,
            after,
            gap: view.gap(after),
            opened: None,
            next: Next::Nothing,
            next_word: "",
            next_is_title: false,
            next_reports: false,
        };
        place.look_ahead(view);
        Some(place)
    }

    fn look_ahead(&mut self, view: &View<'t>) {
        let mut index = self.after;
        // More than a few openings say no more than a few.
        for _ in 0..4 {
            let Some(c) = view.char(index) else { break };
            if !(is_opening_quote(c) || is_opening_bracket(c)) || view.tokens.get(index).is_some_and(|t| t.kind == TokenKind::Word) {
                break;
            }
            self.opened = Some(c);
            index += 1;
        }
        self.next_word = view.word(index);
        self.next_is_title = self
            .next_word
            .strip_suffix('.')
            .and_then(|word| knowledge().abbreviation(word))
            .is_some_and(|found| found.class == AbbreviationClass::Title && matches!(found.need, Need::Nothing | Need::Name));
        self.next_reports = self.opened.is_none() && reports(view, index);
        let letter = self.next_word.chars().find(|c| !is_apostrophe(*c));
        self.next = match letter {
            None if view.char(index).is_none() => Next::Nothing,
            None => Next::Mark,
            Some(c) if c.is_lowercase() => Next::Small,
            Some(c) if c.is_uppercase() => Next::Capital,
            Some(c) if class(c) == Class::Letter => Next::Other,
            Some(c) if class(c) == Class::Digit => Next::Number,
            Some(',' | ';' | ':') => Next::Continuing,
            Some(c) if is_closing_bracket(c) => Next::Continuing,
            // "— he said": a dash and a small letter go on.
            Some('-' | '–' | '—') if view.char(index + 1).is_some_and(char::is_lowercase) => Next::Continuing,
            Some(_) => Next::Mark,
        };
    }
}

/// Whether up to four words with capitals, a verb that reports, and a comma or a full stop stand from a token on.
fn reports(view: &View, index: usize) -> bool {
    let capitals = (index..index + 4).take_while(|i| view.word(*i).chars().next().is_some_and(char::is_uppercase)).count();
    capitals > 0 && knowledge().is_reporting(view.word(index + capitals)) && matches!(view.word(index + capitals + 1), "." | ",")
}

/// The mark that a token is or ends with.
fn mark_of(view: &View, index: usize) -> Option<Mark> {
    let token = view.tokens.get(index)?;
    let word = token.span.of(view.text);
    if token.kind == TokenKind::Word {
        let name = word.strip_suffix('.')?;
        let mut letters = name.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        // The tables hold small letters ("p. 5"); a capital is an initial.
        if capital && letters.next().is_none() {
            return Some(Mark::Initial);
        }
        return Some(knowledge().abbreviation(name).map_or(Mark::Acronym, Mark::Abbreviation));
    }
    let first = word.chars().next()?;
    match first {
        '.' if word.len() == 1 => Some(Mark::Stop),
        '.' | '…' if word.contains(is_strong_stop) => Some(Mark::Strong),
        '.' | '…' => Some(Mark::Ellipsis),
        _ if is_strong_stop(first) => Some(Mark::Strong),
        _ => None,
    }
}

/// The mark that begins with a token, and the index behind it.
fn mark(view: &View, index: usize) -> Option<(Mark, usize)> {
    let mark = mark_of(view, index)?;
    if mark != Mark::Stop {
        return Some((mark, index + 1));
    }
    // Points with spaces between them. A full stop written to a word, with three such points behind it, is a full stop.
    let mut count = 1;
    while view.gap(index + count) == Gap::Space && view.word(index + count) == "." {
        count += 1;
    }
    let ends_here = view.gap(index) == Gap::None && count == 4 && follows(view, index + count);
    Some(if count == 1 || ends_here { (Mark::Stop, index + 1) } else { (Mark::Spaced(count), index + count) })
}

fn follows(view: &View, index: usize) -> bool {
    view.char(index).is_some_and(|c| !(is_closing_bracket(c) || is_closing_quote(c) && view.gap(index) == Gap::None))
}

/// The index behind a reference in square brackets: `[3]`, `[2, 4]`, `[citation needed]`.
fn reference(view: &View, open: usize) -> Option<usize> {
    let end = (open + 2..open + 12).find(|i| view.word(*i) == "]")?;
    let first = view.char(open + 1)?;
    (view.gap(open + 1) == Gap::None && (class(first) == Class::Digit || first.is_lowercase())).then_some(end + 1)
}

/// Passes over closing quotation marks and brackets, and over the number of a note, behind a mark.
fn close(view: &View, after: &mut usize) -> Closed {
    let mut closed = Closed::Nothing;
    loop {
        let Some(c) = view.char(*after) else { return closed };
        let glued = view.gap(*after) == Gap::None;
        let last = *after + 1 == view.tokens.len();
        if c == '['
            && view.gap(*after) <= Gap::Space
            && let Some(end) = reference(view, *after)
        {
            *after = end;
            continue;
        }
        if view.gap(*after) == Gap::Space && knowledge().is_emoticon(view.word(*after)) {
            *after += 1;
            continue;
        }
        if glued && view.word(*after).chars().all(|c| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')) {
            *after += 1;
            continue;
        }
        let is_word = view.tokens.get(*after).is_some_and(|token| token.kind == TokenKind::Word);
        if is_closing_bracket(c) {
            closed = Closed::Bracket;
        } else if is_closing_quote(c) && !is_word && (glued || last || matches!(c, '”' | '»') && view.gap(*after + 1) > Gap::None) {
            closed = Closed::Quote;
        } else {
            return closed;
        }
        *after += 1;
    }
}
