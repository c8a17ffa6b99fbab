//! The phrases that the audit looks for, from `data/audit`, all in one table so that a text is walked once.

use std::{borrow::Cow, sync::LazyLock};

use crate::{actor::words::rows, lexicon::PhraseTable};

/// What a phrase is to the audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    /// It judges or heightens, in this way.
    Loaded(&'static str),
    /// It looks like such a phrase and is none.
    Plain,
    /// The participle of a verb of saying, judging or thinking.
    Participle {
        /// `say`, `judge` or `think`.
        kind: &'static str,
        /// What it needs besides.
        needs: Needs,
        /// Whether it is a passive without an auxiliary before an infinitive.
        reduced: bool,
    },
    /// Propaganda, or what comes to the same.
    Propaganda,
    /// A verb whose subject spreads it.
    Spread,
    /// Both parties at once.
    Pair,
    /// The text speaks of its own sources.
    Remark,
    /// What a text rests on ("interviews").
    Evidence,
    /// A participle behind that ("cited").
    Cited,
    /// Another one ("conducted").
    Conducted,
    /// The text itself ("for this article").
    Here,
    /// What was done to get words ("spoke to").
    Asked,
    /// Something is set above all others of its kind.
    Superlative,
    /// A number in words.
    Number,
    /// A quantity without a number ("dozens of").
    Amount,
    /// An unusual wording, for what.
    Odd(&'static str),
    /// What an event, a group or a thing in dispute is called.
    Term(Wording),
}

/// One of several words for the same thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    /// The thing that is called so.
    pub of: &'static str,
    /// What it is called.
    pub wording: &'static str,
    /// Whose word it is in most disputes: `acting`, `affected` or `neutral`.
    pub slant: &'static str,
}

/// What a passive needs besides itself to tell what somebody says or thinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// "as" behind it.
    As,
    /// "that" or "to" behind it, or "it" as its subject.
    Clause,
    /// An adverb that makes it general ("often").
    Often,
}

macro_rules! data {
    ($name:literal) => {
        include_str!(concat!("../../data/audit/", $name, ".csv"))
    };
}

/// All phrases.
pub fn table() -> &'static PhraseTable<Phrase> {
    static TABLE: LazyLock<PhraseTable<Phrase>> = LazyLock::new(|| {
        let of = |table: &'static str, sort: fn(&'static str) -> Option<Phrase>| {
            rows(table).filter_map(move |(phrase, rest)| Some((Cow::Borrowed(phrase), true, sort(rest)?)))
        };
        let odd = rows(data!("collocations")).filter_map(|(phrase, rest)| {
            let (usual, case) = rest.rsplit_once(',')?;
            let any_case = case == "any";
            let phrase = if any_case { Cow::Owned(phrase.to_lowercase()) } else { Cow::Borrowed(phrase) };
            Some((phrase, any_case, Phrase::Odd(usual)))
        });
        let all = of(data!("loaded"), loaded)
            .chain(of(data!("passives"), participle))
            .chain(of(data!("propaganda"), propaganda))
            .chain(of(data!("own_sourcing"), own_sourcing))
            .chain(of(data!("superlatives"), |_| Some(Phrase::Superlative)))
            .chain(of(data!("quantities"), quantity))
            .chain(of(data!("terms"), term))
            .chain(odd);
        PhraseTable::new(all)
    });
    &TABLE
}

fn loaded(category: &'static str) -> Option<Phrase> {
    Some(if category == "plain" { Phrase::Plain } else { Phrase::Loaded(category) })
}

fn participle(rest: &'static str) -> Option<Phrase> {
    let (kind, rest) = rest.split_once(',')?;
    let (needs, reduced) = rest.split_once(',')?;
    let needs = match needs {
        "any" => Needs::Nothing,
        "as" => Needs::As,
        "clause" => Needs::Clause,
        "often" => Needs::Often,
        _ => return None,
    };
    Some(Phrase::Participle { kind, needs, reduced: reduced == "yes" })
}

fn propaganda(class: &'static str) -> Option<Phrase> {
    match class {
        "term" => Some(Phrase::Propaganda),
        "spread" => Some(Phrase::Spread),
        "pair" => Some(Phrase::Pair),
        _ => None,
    }
}

fn own_sourcing(class: &'static str) -> Option<Phrase> {
    match class {
        "remark" => Some(Phrase::Remark),
        "evidence" => Some(Phrase::Evidence),
        "cited" => Some(Phrase::Cited),
        "conducted" => Some(Phrase::Conducted),
        "here" => Some(Phrase::Here),
        "asked" => Some(Phrase::Asked),
        _ => None,
    }
}

fn term(rest: &'static str) -> Option<Phrase> {
    let (of, rest) = rest.split_once(',')?;
    let (wording, slant) = rest.split_once(',')?;
    Some(Phrase::Term(Wording { of, wording, slant }))
}

fn quantity(rest: &'static str) -> Option<Phrase> {
    match class_and_value(rest).0 {
        "number" => Some(Phrase::Number),
        "amount" => Some(Phrase::Amount),
        // These are looked up beside a number only.
        _ => None,
    }
}

/// A closed class of words that decide beside a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Forms of "be".
    Be,
    /// Auxiliaries before such a form.
    Auxiliary,
    /// Adverbs that may stand between an auxiliary and its participle.
    Adverb,
    /// Those that say that many do it, or do it again and again.
    General,
    /// Forms of verbs, and lemmas of cues, that accuse.
    Accuse,
    /// Words that take back what follows.
    Negation,
    /// Words behind "sources cited" that tell where, or by whom.
    Elsewhere,
    /// Possessive endings.
    Possessive,
    /// Words before a number that is a name.
    Numbered,
    /// Adjectives that "most" makes no superlative worth checking.
    Common,
    /// Adjectives before an event that say that it may not have been.
    Qualifier,
    /// Prepositions before the place where what is counted is.
    Place,
}

impl Class {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "be" => Self::Be,
            "auxiliary" => Self::Auxiliary,
            "adverb" => Self::Adverb,
            "general" => Self::General,
            "accuse" => Self::Accuse,
            "negation" => Self::Negation,
            "elsewhere" => Self::Elsewhere,
            "possessive" => Self::Possessive,
            "numbered" => Self::Numbered,
            "common" => Self::Common,
            "qualifier" => Self::Qualifier,
            "place" => Self::Place,
            _ => return None,
        })
    }
}

/// The words of the closed classes.
#[derive(Debug)]
pub struct Words(Vec<(Class, Vec<&'static str>)>);

impl Words {
    /// Whether a word is of a class, in any case.
    pub fn has(&self, class: Class, word: &str) -> bool {
        let mut of = self.0.iter().filter(|(known, _)| *known == class).flat_map(|(_, words)| words);
        of.any(|known| known.eq_ignore_ascii_case(word))
    }
}

/// The closed classes.
pub fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| {
        let row = |(name, words): (&str, &'static str)| Some((Class::from_name(name)?, words.split(' ').collect()));
        Words(rows(data!("words")).filter_map(row).collect())
    });
    &WORDS
}

/// Words that stand before a quantity ("some", "more than") and words behind its digits ("million"), and what each says of the number.
#[derive(Debug, Default)]
pub struct Around {
    pub before: Vec<(&'static str, &'static str)>,
    pub behind: Vec<(&'static str, u64)>,
    /// Numbers in words, with their value.
    pub numbers: Vec<(&'static str, u64)>,
}

/// The class of a row of `quantities.csv`, and what stands in its last column.
fn class_and_value(rest: &'static str) -> (&'static str, &'static str) {
    rest.split_once(',').unwrap_or((rest, ""))
}

/// The words around quantities.
pub fn around() -> &'static Around {
    static AROUND: LazyLock<Around> = LazyLock::new(|| {
        let mut around = Around::default();
        for (words, rest) in rows(data!("quantities")) {
            let (class, value) = class_and_value(rest);
            match class {
                "about" => around.before.push((words, value)),
                "unit" => around.behind.push((words, value.parse().unwrap_or(1))),
                _ => around.numbers.extend(value.parse().ok().map(|value| (words, value))),
            }
        }
        around
    });
    &AROUND
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_data_is_read() {
        let count = |table| rows(table).count();
        let read =
            |table: &'static str, sort: fn(&'static str) -> Option<Phrase>| rows(table).filter(|(_, rest)| sort(rest).is_some()).count();
        assert_eq!(count(data!("loaded")), read(data!("loaded"), loaded));
        assert_eq!(count(data!("passives")), read(data!("passives"), participle));
        assert_eq!(count(data!("propaganda")), read(data!("propaganda"), propaganda));
        assert_eq!(count(data!("own_sourcing")), read(data!("own_sourcing"), own_sourcing));
        assert_eq!(count(data!("terms")), read(data!("terms"), term));
        let numbers = read(data!("quantities"), quantity);
        assert_eq!(count(data!("words")), words().0.len());
        assert_eq!(count(data!("quantities")), numbers + around().before.len() + around().behind.len());
        let categories: std::collections::BTreeSet<_> = rows(data!("loaded")).map(|(_, category)| category).collect();
        assert_eq!(categories.len(), 10);
        assert!(rows(data!("collocations")).all(|(_, rest)| rest.ends_with(",any") || rest.ends_with(",exact")));
    }

    #[test]
    fn phrases_stand_in_small_letters_and_once() {
        for table in [
            data!("loaded"),
            data!("passives"),
            data!("propaganda"),
            data!("own_sourcing"),
            data!("superlatives"),
            data!("quantities"),
            data!("terms"),
        ] {
            let mut seen = std::collections::BTreeSet::new();
            for (phrase, _) in rows(table) {
                assert_eq!(phrase, phrase.to_lowercase());
                assert!(seen.insert(phrase), "{phrase} stands twice");
            }
        }
    }
}
