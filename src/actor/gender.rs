//! Words that tell men from women, and persons from other things; the words beside a name in, what they say about it out.

use std::sync::LazyLock;

use super::words::rows;
use crate::text::FnvMap;

/// Where a gendered word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Before a name.
    Title,
    /// Of the family.
    Kin,
    /// Neither.
    Person,
}

/// What a word says about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gendered {
    /// Whether it says that the person is a woman; else a man.
    pub feminine: bool,
    /// Where it stands.
    pub sort: Sort,
}

/// Looked up for single words, never gone through.
static GENDERED: LazyLock<FnvMap<&'static str, Gendered>> = LazyLock::new(|| {
    let table = rows(include_str!("../../data/actor/gendered_words.csv"));
    let entry = |(word, rest): (&'static str, &'static str)| {
        let (gender, sort) = rest.split_once(',').unwrap_or((rest, ""));
        let sort = match sort {
            "title" => Sort::Title,
            "kin" => Sort::Kin,
            _ => Sort::Person,
        };
        (word, Gendered { feminine: gender == "f", sort })
    };
    table.map(entry).collect()
});

/// What a word in lower case says about the person that it names or stands before.
pub fn gendered(word: &str) -> Option<Gendered> {
    GENDERED.get(word).copied()
}

/// Whether a noun names a woman ("girl") or a man.
pub fn feminine_noun(letters: &str) -> Option<bool> {
    gendered(&letters.to_lowercase()).filter(|word| word.sort != Sort::Title).map(|word| word.feminine)
}

/// What a pronoun of a person says: whether feminine, whether reflexive.
pub fn pronoun(word: &str) -> Option<(bool, bool)> {
    if word.len() > "himself".len() || !word.starts_with(['h', 's', 'H', 'S']) {
        return None;
    }
    match word.to_ascii_lowercase().as_str() {
        "he" | "him" | "his" => Some((false, false)),
        "she" | "her" | "hers" => Some((true, false)),
        "himself" => Some((false, true)),
        "herself" => Some((true, true)),
        _ => None,
    }
}

/// Looked up for single words, never gone through.
static PERSON_WORDS: LazyLock<FnvMap<(&'static str, &'static str), ()>> = LazyLock::new(|| {
    let table = rows(include_str!("../../data/actor/person_words.csv"));
    table.flat_map(|(sort, words)| words.split_whitespace().map(move |word| ((sort, word), ()))).collect()
});

/// Whether a word in lower case says what a person is ("novelist").
pub fn is_trade(word: &str) -> bool {
    PERSON_WORDS.contains_key(&("trade", word)) || gendered(word).is_some()
}

/// Whether only a person has what a word in lower case names ("childhood").
pub fn is_owned(word: &str) -> bool {
    PERSON_WORDS.contains_key(&("owned", word))
}

/// Whether only a person does what a verb in its dictionary form says ("marry").
pub fn is_personal_verb(lemma: &str) -> bool {
    PERSON_WORDS.contains_key(&("verb", lemma))
}
