//! Which words are verbs: by their form, and by the words around them.

use std::sync::LazyLock;

use super::{Fact, Part, Word, rows};
use crate::{
    lexicon::{Inflection, Lexicon},
    text::FnvMap,
};

/// Forms of common verbs, with whether the form can be nothing but a verb.
/// Looked up for most words of a text, never gone through.
static VERBS: LazyLock<FnvMap<String, (Inflection, bool)>> = LazyLock::new(|| {
    let mut verbs: FnvMap<String, (Inflection, bool)> = FnvMap::default();
    for (lemma, rest) in rows(include_str!("../../../data/statement/common_verbs.csv")) {
        let (irregular, noun) = rest.split_once(',').unwrap_or((rest, ""));
        let only = noun != "yes";
        let stem = lemma.strip_suffix('e').unwrap_or(lemma);
        let (third, past) = match lemma.strip_suffix('y') {
            Some(stem) if !lemma.ends_with(['a', 'e', 'o']) && !stem.ends_with(['a', 'e', 'o', 'u']) => {
                (format!("{stem}ies"), format!("{stem}ied"))
            }
            _ if lemma.ends_with(['s', 'x', 'o']) || lemma.ends_with("ch") || lemma.ends_with("sh") => {
                (format!("{lemma}es"), format!("{lemma}ed"))
            }
            _ => (format!("{lemma}s"), format!("{stem}ed")),
        };
        verbs.entry(third).or_insert((Inflection::Third, only));
        verbs.entry(lemma.to_owned()).or_insert((Inflection::Base, only));
        if irregular.is_empty() {
            verbs.entry(past).or_insert((Inflection::Past, only));
        }
        for form in irregular.split('|').filter(|form| !form.is_empty()) {
            verbs.entry(form.to_owned()).or_insert((Inflection::Past, only));
        }
    }
    verbs
});

/// Which form of a common verb a word is, and whether it can be nothing but a verb.
pub(super) fn form_of_common_verb(lower: &str) -> Option<(Inflection, bool)> {
    VERBS.get(lower).copied()
}

/// A set of forms of verbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Inflections(u8);

impl Inflections {
    fn of(form: Inflection) -> Self {
        Self(1 << form as u8)
    }

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn has(self, form: Inflection) -> bool {
        self.0 & Self::of(form).0 != 0
    }
}

/// The forms of a verb that a word in lower case can have, as far as the lists and its ending tell.
pub(super) fn inflections(lower: &str) -> Inflections {
    let reporting = Lexicon::get().reporting_verb(lower).map(|reading| reading.inflection);
    let forms = reporting.chain(form_of_common_verb(lower).map(|(form, _)| form));
    let mut forms = forms.fold(Inflections::default(), |forms, form| forms.with(Inflections::of(form)));
    if forms == Inflections::default() && is_past(lower) {
        forms = Inflections::of(Inflection::Past);
    }
    if lower.len() > 4 && lower.ends_with("ing") {
        forms = forms.with(Inflections::of(Inflection::Gerund));
    }
    forms
}

/// Whether a word can be nothing but the plain form of a verb.
pub fn is_only_verb(lower: &str) -> bool {
    VERBS.get(lower).is_some_and(|(form, only)| *only && *form == Inflection::Base)
}

/// Whether a word may be the past participle of a verb.
pub fn may_be_participle(lower: &str) -> bool {
    let past = |form: Inflection| matches!(form, Inflection::Past | Inflection::Participle);
    is_past(lower)
        || VERBS.get(lower).is_some_and(|(form, _)| past(*form))
        || Lexicon::get().reporting_verb(lower).any(|reading| past(reading.inflection))
}

pub(super) fn is_past(lower: &str) -> bool {
    lower.len() > 4 && lower.ends_with("ed") && !lower.ends_with("eed")
}

/// Tells verbs from nouns by their neighbours.
pub(super) fn settle_verbs(words: &mut [Word<'_>]) {
    for index in 0..words.len() {
        let Some(word) = words.get(index) else { break };
        let forms = word.known.inflections;
        if word.part != Part::Noun || word.possessive || forms == Inflections::default() {
            continue;
        }
        let reporting = word.known.has(Fact::Verb);
        let sure = || word.reporting_verb().any(|reading| !reading.verb.ambiguous && reading.verb.particle.is_empty());
        let verb = is_verb_here(words, index, forms)
            || word.known.has(Fact::OnlyVerb) && after_noun(words, index, forms)
            || reporting && sure() && !word.known.has(Fact::Noun) && after_person(words, index);
        if let Some(word) = words.get_mut(index) {
            word.reporting = reporting;
            if verb {
                word.part = Part::Verb;
            }
        }
    }
}

/// Whether a word that can only be a verb stands behind a noun phrase.
fn after_noun(words: &[Word<'_>], index: usize, forms: Inflections) -> bool {
    let previous = words.iter().take(index).rev().find(|word| word.part != Part::Adverb);
    let bare = forms == Inflections::of(Inflection::Base);
    previous.is_some_and(|word| {
        matches!(word.part, Part::Noun | Part::Name | Part::Coordinator | Part::Number)
            && !word.possessive
            && !(bare && word.part == Part::Coordinator)
    })
}

/// Whether the word before is somebody who can speak ("analysts", "the envoy").
fn after_person(words: &[Word<'_>], index: usize) -> bool {
    let previous = words.iter().take(index).rev().find(|word| word.part != Part::Adverb);
    previous.is_some_and(|word| {
        matches!(word.part, Part::Noun | Part::Name)
            && !word.possessive
            && (word.known.has(Fact::Head) || word.part == Part::Noun && word.known.has(Fact::Title))
    })
}

fn is_verb_here(words: &[Word<'_>], index: usize, forms: Inflections) -> bool {
    let mut before = index;
    while before > 0 && words.get(before - 1).is_some_and(|word| matches!(word.part, Part::Adverb | Part::Negation)) {
        before -= 1;
    }
    let previous = before.checked_sub(1).and_then(|i| words.get(i));
    let next = words.get(index + 1);
    let takes_object = next.is_some_and(|word| {
        matches!(
            word.part,
            Part::Determiner
                | Part::Possessor
                | Part::Pronoun
                | Part::That
                | Part::Quote
                | Part::Wh
                | Part::Name
                | Part::To
                | Part::Negation
        )
    });
    let has = |form| forms.has(form);
    let past = has(Inflection::Past) || has(Inflection::Participle);
    let Some(previous) = previous else {
        return has(Inflection::Gerund)
            || (past && next.is_some_and(|word| matches!(word.part, Part::Preposition | Part::To | Part::Pronoun)));
    };
    if previous.possessive {
        return past && takes_object && !next.is_some_and(|word| word.part == Part::To);
    }
    match previous.part {
        Part::Pronoun => !matches!(&*previous.lower, "one" | "another") || takes_object,
        Part::Auxiliary | Part::To | Part::Relative | Part::Negation => previous.part != Part::To || has(Inflection::Base),
        Part::Subordinator if previous.lower == "as" && past && next.is_some_and(|word| word.lower == "by") => true,
        Part::That | Part::Wh | Part::Subordinator => takes_object && (past || has(Inflection::Gerund)),
        Part::Determiner | Part::Possessor => {
            matches!(&*previous.lower, "this" | "that" | "some" | "others" | "many" | "all" | "both")
                && takes_object
                && !has(Inflection::Gerund)
        }
        Part::Preposition => has(Inflection::Gerund),
        Part::Quote => true,
        // "an official who declined to be identified said": behind a passive only the main verb can follow.
        Part::Verb => {
            let passive =
                before.checked_sub(2).and_then(|i| words.get(i)).is_some_and(|word| matches!(&*word.lower, "be" | "been" | "being"));
            has(Inflection::Gerund) || passive && past && next.is_some_and(|word| word.part != Part::Preposition)
        }
        Part::Comma | Part::Break | Part::Coordinator | Part::Contrast | Part::Stop => has(Inflection::Gerund) || past || takes_object,
        Part::Name | Part::Noun | Part::Number | Part::Time => {
            if past {
                // "the Trump called" is no English; "a widely used tool" has no noun before the participle.
                return true;
            }
            if has(Inflection::Gerund) {
                return takes_object || next.is_some_and(|word| matches!(word.part, Part::Noun | Part::Number | Part::Preposition));
            }
            // An adverb between a noun and a verb: "the reminders collectively frame a debate".
            if before < index
                && matches!(
                    next.map(|word| word.part),
                    Some(Part::Determiner | Part::Name | Part::Noun | Part::That | Part::Possessor | Part::Pronoun)
                )
            {
                return true;
            }
            let joint = before.checked_sub(2).and_then(|i| words.get(i)).is_some_and(|word| word.part == Part::Coordinator);
            let plural = joint || previous.lower.ends_with('s') && !previous.lower.ends_with("ss");
            let agrees = if has(Inflection::Third) { !plural || previous.part == Part::Name } else { plural };
            let object = next.is_some_and(|word| matches!(word.part, Part::Noun | Part::Number | Part::Preposition | Part::Adverb));
            let third_after_adjective = has(Inflection::Third) && previous.part == Part::Noun && !takes_object;
            agrees && (takes_object || object && !third_after_adjective)
        }
        _ => takes_object,
    }
}
