//! What is known of names beforehand: the codes of well-known persons, particles, endings of common nouns, offices that tell a sex.

use std::{collections::BTreeMap, sync::LazyLock};

use super::words::{name_particle, rows};

/// Codes of well-known persons, by full name and, where that is enough, by the last word of it.
static KNOWN: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut known = BTreeMap::new();
    for (name, rest) in rows(include_str!("../../data/statement/known_persons.csv")) {
        let (code, surname) = rest.split_once(',').unwrap_or((rest, ""));
        known.entry(name).or_insert(code);
        if surname == "yes"
            && let Some(last) = name.split_whitespace().next_back()
        {
            known.entry(last).or_insert(code);
        }
    }
    known
});

/// A family name without the particles in front of it ("Salman" of "Bin Salman", "Sisi" of "El-Sisi"); `None` where there are none.
pub fn without_particle(name: &str) -> Option<&str> {
    let mut family = name;
    while let Some((first, rest)) = family.split_once([' ', '-', '‑'])
        && name_particle(&first.to_lowercase()).is_some()
    {
        family = rest;
    }
    (family.len() < name.len()).then_some(family)
}

/// Whether a word ends as common nouns do.
pub fn has_noun_ending(word: &str) -> bool {
    NOUN_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Endings of common nouns.
static NOUN_ENDINGS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/noun_endings.csv")).map(|(ending, _)| ending).collect());

/// The code of a well-known person.
pub fn known_code(name: &str) -> Option<&'static str> {
    KNOWN.get(name).copied()
}

/// A word in capitals as it is written in a name.
pub fn title_case(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().into_iter().chain(characters.flat_map(char::to_lowercase)).collect()
}

/// What a word for an office says about its holder.
pub fn sex_of(words: &str) -> Option<bool> {
    if words.ends_with("woman") || words.ends_with("queen") || words.ends_with("princess") {
        Some(true)
    } else if words.ends_with("man") && !words.ends_with("woman") || words.ends_with("king") {
        Some(false)
    } else {
        None
    }
}
