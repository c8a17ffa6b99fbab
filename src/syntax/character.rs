//! Classes of characters, and looking at one place of a text.

use unicode_properties::{GeneralCategoryGroup as Group, UnicodeGeneralCategory};

/// What a character does in a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// White space.
    Space,
    /// A letter.
    Letter,
    /// A decimal digit.
    Digit,
    /// Goes with the character before it: combining marks, joiners, invisible controls.
    Extend,
    /// Punctuation.
    Mark,
    /// All else.
    Symbol,
}

/// The classes of ASCII, which nearly all of an English text is.
const ASCII: [Class; 128] = {
    let mut table = [Class::Extend; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = ascii_class(byte as u8);
        byte += 1;
    }
    table
};

const fn ascii_class(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        b' ' | b'\t'..=b'\r' => Class::Space,
        b'$' | b'+' | b'<' | b'=' | b'>' | b'^' | b'`' | b'|' | b'~' => Class::Symbol,
        b'!'..=b'~' => Class::Mark,
        _ => Class::Extend,
    }
}

/// The class of a character.
#[inline]
pub fn class(c: char) -> Class {
    match ASCII.get(c as usize) {
        Some(class) => *class,
        None => wide_class(c),
    }
}

fn wide_class(c: char) -> Class {
    match c {
        _ if c.is_whitespace() => Class::Space,
        // Skin tones follow the emoji that they colour.
        '\u{1F3FB}'..='\u{1F3FF}' => Class::Extend,
        _ => match c.general_category_group() {
            Group::Letter => Class::Letter,
            Group::Number if c.is_numeric() => Class::Digit,
            Group::Mark | Group::Other => Class::Extend,
            Group::Punctuation => Class::Mark,
            _ => Class::Symbol,
        },
    }
}

/// The character that starts at a byte; `None` at the end or inside a character.
pub fn at(text: &str, byte: usize) -> Option<char> {
    match text.as_bytes().get(byte) {
        Some(ascii) if ascii.is_ascii() => Some(char::from(*ascii)),
        _ => text.get(byte..)?.chars().next(),
    }
}

/// The character that ends at a byte.
pub fn before(text: &str, byte: usize) -> Option<char> {
    text.get(..byte)?.chars().next_back()
}

/// Whether it can stand for the apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇')
}

/// Whether it is a hyphen that joins words.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether it ends sentences whatever stands beside it: question and exclamation marks, and the stops of other scripts.
pub fn is_strong_stop(c: char) -> bool {
    matches!(
        c,
        '!' | '?'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
            | '‽'
            | '。'
            | '．'
            | '！'
            | '？'
            | '｡'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '։'
            | '။'
            | '።'
            | '፧'
            | '᙮'
            | '។'
    )
}

/// Whether it closes a quotation that has begun before, and may open one itself where `"` and `'` do.
pub fn is_closing_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | '“' | '‘' | '＂' | '」' | '』')
}

/// Whether it opens a quotation.
pub fn is_opening_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '‟' | '`' | '「' | '『')
}

/// Whether a character is a quotation mark, or may be one.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '\'' | '＂' | '`' | '「' | '」')
}

/// Whether it is a closing bracket.
pub fn is_closing_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '］' | '】' | '〉' | '》' | '〕')
}

/// Whether it is an opening bracket.
pub fn is_opening_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '［' | '【' | '〈' | '《' | '〔')
}

/// Whether it marks an item of a list.
pub fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '⁃' | '◦' | '▪' | '▫' | '●' | '○' | '■' | '□' | '∙' | '➢' | '➤' | '►' | '✓' | '✔')
}
