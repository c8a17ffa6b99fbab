//! The language of a text, where its small words show it.

use std::{borrow::Cow, sync::OnceLock};

use crate::text::FnvMap;

const FUNCTION_WORDS: &str = include_str!("../../../data/page/english.csv");

/// How many words are looked at.
const SAMPLE: usize = 2000;
/// Fewer words than this show nothing.
const FEWEST: usize = 4;
/// In English prose, about two words in five are in the list; in other languages with Latin letters, less than one in ten.
const SHARE: usize = 5;

/// The BCP 47 tag of the language: `en` if at least one word in five is a function word of English; else nothing is claimed.
pub fn language(text: &str) -> Option<&'static str> {
    static TABLE: OnceLock<FnvMap<&'static str, ()>> = OnceLock::new();
    let table = TABLE.get_or_init(|| FUNCTION_WORDS.lines().filter(|line| !line.starts_with('#')).skip(1).map(|word| (word, ())).collect());
    let (mut words, mut known) = (0, 0);
    let letters = |word: &&str| word.chars().any(char::is_alphabetic);
    for word in text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).filter(letters).take(SAMPLE) {
        words += 1;
        known += usize::from(word.len() < 12 && table.contains_key(&*small(word)));
    }
    (words >= FEWEST && known >= 2 && known * SHARE >= words).then_some("en")
}

fn small(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(language(text), expected, "{text}");
    }

    #[test]
    fn only_english_is_claimed() {
        check("The envoy said that talks would resume in the spring.", Some("en"));
        check("Der Gesandte sagte, die Gespräche in Genf würden im Frühjahr fortgesetzt.", None);
        check("Le médiateur a dit que les pourparlers reprendraient au printemps.", None);
        check("El enviado dijo que las conversaciones se reanudarán en primavera.", None);
        check("Geneva", None);
        check("", None);
    }
}
