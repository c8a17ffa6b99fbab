//! Characters that a reader takes for the same, made the same: diacritics, apostrophes, hyphens, spaces.

use std::borrow::Cow;

/// The plain form of a character, `None` for one that is left out (a combining mark, a soft hyphen).
///
/// Latin letters lose their diacritics, typographic apostrophes and hyphens become ASCII, every white space a space. The case stays.
pub fn fold(character: char) -> Option<char> {
    if character.is_ascii() {
        return Some(if character.is_ascii_whitespace() { ' ' } else { character });
    }
    Some(match character {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => return None,
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{2bb}' | '\u{2032}' | '\u{b4}' | '\u{ff07}' => '\'',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}' => '-',
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' => 'A',
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'Ç' | 'Ć' | 'Č' => 'C',
        'ç' | 'ć' | 'č' => 'c',
        'Ď' | 'Đ' => 'D',
        'ď' | 'đ' => 'd',
        'È'..='Ë' | 'Ē' | 'Ė' | 'Ę' | 'Ě' => 'E',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'Ğ' | 'Ģ' => 'G',
        'ğ' | 'ģ' => 'g',
        'Ì'..='Ï' | 'Ī' | 'İ' => 'I',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'Ł' | 'Ļ' | 'Ľ' => 'L',
        'ł' | 'ļ' | 'ľ' => 'l',
        'Ñ' | 'Ń' | 'Ň' => 'N',
        'ñ' | 'ń' | 'ň' => 'n',
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => 'O',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'Ř' => 'R',
        'ř' => 'r',
        'Ś' | 'Ş' | 'Š' | 'Ș' => 'S',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'Ť' | 'Ț' | 'Ţ' => 'T',
        'ť' | 'ț' | 'ţ' => 't',
        'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' => 'U',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'Ý' | 'Ÿ' => 'Y',
        'ý' | 'ÿ' => 'y',
        'Ź' | 'Ż' | 'Ž' => 'Z',
        'ź' | 'ż' | 'ž' => 'z',
        other if other.is_whitespace() => ' ',
        other => other,
    })
}

/// Whether a character can stand inside a word: letters, digits, marks that combine with them.
pub fn is_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    character.is_alphanumeric() || matches!(character, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}')
}

/// The text folded: see [`fold`].
pub fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

/// The text folded and in lower case, as the tables keep what may be written in any case.
pub fn lowered(text: &str) -> String {
    text.chars().filter_map(fold).flat_map(char::to_lowercase).collect()
}

/// The text as [`lowered`] gives it, each run of white space in it one space and none around it; but no more of it than the character that
/// reaches `most` bytes.
pub fn lowered_line(text: &str, most: usize) -> String {
    let mut line = String::with_capacity(text.len().min(most.saturating_add(4)));
    let mut space = false;
    let mut add = |character: char| {
        if character.is_whitespace() {
            space = true;
        } else {
            if std::mem::take(&mut space) && !line.is_empty() {
                line.push(' ');
            }
            line.push(character);
        }
        line.len() < most
    };
    for character in text.chars() {
        let goes_on = if character.is_ascii() {
            add(character.to_ascii_lowercase())
        } else {
            fold(character).is_none_or(|plain| plain.to_lowercase().fold(true, |_, lower| add(lower)))
        };
        if !goes_on {
            break;
        }
    }
    line
}

/// The longest first word of a phrase, in bytes.
pub const MAX_KEY: usize = 24;

/// A word folded and in lower case, padded with zeros: what a table of phrases is searched by, compared without following a pointer.
pub type Key = [u8; MAX_KEY];

/// The key of a word, `None` for one that is too long to begin a phrase.
pub fn key(word: &str) -> Option<Key> {
    let mut key = [0; MAX_KEY];
    if word.is_ascii() {
        key.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        key.make_ascii_lowercase();
        return Some(key);
    }
    let mut length = 0;
    for character in word.chars().filter_map(fold).flat_map(char::to_lowercase) {
        let end = length + character.len_utf8();
        character.encode_utf8(key.get_mut(length..end)?);
        length = end;
    }
    Some(key)
}

/// The key of a phrase: that of its first word.
pub fn first_key(phrase: &str) -> Option<Key> {
    key(phrase.split(|character| !is_word(character)).next().unwrap_or_default())
}

/// The phrase as it is compared: folded, and in lower case if any case will do.
pub fn plain(text: Cow<'static, str>, any_case: bool) -> Cow<'static, str> {
    match (any_case, text.is_ascii()) {
        (true, _) if text.chars().any(|character| character.is_uppercase() || !character.is_ascii()) => lowered(&text).into(),
        (false, false) => folded(&text).into(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(lowered_line(text, usize::MAX), expected);
        let apart = lowered(text).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(apart, expected, "is what the words of the lowered text are");
    }

    #[test]
    fn a_line_is_lowered_with_single_spaces() {
        check("  Read \t\u{a0} MORE’s\u{0B}Cafe\u{301}\u{200b} ", "read more's cafe");
        check("İstanbul ß ΑΣ", "istanbul ß ασ");
        check(" \u{301} ", "");
        check("", "");
    }

    #[test]
    fn no_more_is_lowered_than_asked_for() {
        assert_eq!(lowered_line("Read  more", 5), "read m");
        assert_eq!(lowered_line("ééé ©", 3), "eee");
    }
}
