//! Sources without a name: groups, unnamed individuals, papers.

use std::{collections::BTreeMap, sync::LazyLock};

use super::{Before, Office, Reader, What, is_state_noun};
use crate::{
    actor::{
        tag::TagKind,
        words::{Fact, Part, Word, is_only_verb, rows},
    },
    lexicon::{Grade, Lexicon, RoleClass},
};

/// Words that say who a group is, with the groups that they need.
static MODIFIERS: LazyLock<BTreeMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(include_str!("../../../data/statement/collective_modifiers.csv")).collect());

impl Reader<'_, '_> {
    /// A common noun: the head of a group, an unnamed individual or a paper, or something that stands before one.
    pub(super) fn common_noun(&mut self, before: &mut Before) {
        let at = self.at;
        let Some(word) = self.word(at) else { return };
        self.at = at + 1;
        let Some(head) = word.source_head() else { return };
        let next = self.tag_at(at + 1).is_some() || matches!(self.part(at + 1), Some(Part::Noun));
        let grade = head.grade;
        if word.possessive && grade != Grade::Document {
            before.labels.push(word.text.to_owned());
        }
        // "missile expert David Wright"
        let length = self.name_length(at + 1, true);
        let start = before.start.unwrap_or(at);
        if length >= 2 && matches!(grade, Grade::Anonymous | Grade::Role) && self.looks_like_person(at + 1, length, true) {
            let role = Office { words: word.lower.to_string(), class: RoleClass::Expert, former: before.former };
            self.person(start, at + 1, length, before.codes.clone(), Some(role));
            self.apposition(at + 1 + length);
            *before = Before::default();
            return;
        }
        // "public statements", "media reports": only a plural is a head before another noun.
        if next && (grade != Grade::Collective || self.part(at + 1) == Some(Part::Noun) && !word.lower.ends_with('s')) {
            return;
        }
        self.anonymous(start, at + 1, grade, before);
    }

    pub(super) fn anonymous(&mut self, start: usize, end: usize, grade: Grade, before: &Before) {
        let mut codes = before.codes.clone();
        let mut of = String::new();
        let coded = !codes.is_empty();
        let reached = if grade == Grade::Document || self.word(end).is_some_and(|word| word.lower == "of") {
            self.reach(end, &mut codes, &mut of, coded)
        } else {
            end
        };
        let mut start = start;
        // "sway public opinion", "protect civilians": the verb is no part of the phrase.
        while start + 1 < end && self.is_verb_before(start) {
            start += 1;
        }
        let mut reached = reached;
        if grade == Grade::Document
            && reached == end
            && self.part(end) == Some(Part::Number)
            && !self.part(end + 1).is_some_and(Part::is_nominal)
        {
            // "Article 5"
            reached = end + 1;
        }
        if grade == Grade::Institution && (end..reached).any(|index| self.word(index).is_some_and(|word| word.possessive)) {
            // "the foundation of Atland's strength" is no body of Atland.
            (reached, codes) = (end, before.codes.clone());
            of.clear();
        }
        let from = start + usize::from(self.part(start) == Some(Part::Determiner));
        // "sources close to": the name ends with the noun.
        let is_head = |index: &usize| self.word(*index).is_some_and(|word| word.known.has(Fact::Head));
        let head = (from..end).rev().find(is_head).map_or(end, |index| index + 1);
        let mut name = self.text(from, head);
        if self.part(from) == Some(Part::Noun) && from == 0 {
            name = lower_first(&name);
        }
        if let (Some(code), false) = (codes.first(), of.is_empty())
            && grade == Grade::Collective
            && let Some(state) = Lexicon::get().state(code)
        {
            name = format!("{} {name}", state.demonym);
        }
        let what = match grade {
            Grade::Collective => What::Group(name),
            Grade::Anonymous | Grade::Role => What::Anonymous(name),
            // "a report to the council" is no other report than "a report"; one of an author goes by the author.
            Grade::Document => What::Document(if of.is_empty() || of.starts_with(char::is_lowercase) { name } else { of }),
            Grade::Institution => match codes.first() {
                Some(code) if is_state_noun(&self.text(end.saturating_sub(1), end)) && Lexicon::get().state(code).is_some() => {
                    What::State(code.clone())
                }
                _ => What::Body { key: name.to_lowercase(), name },
            },
        };
        // "an expert on missile technology, David Wright"
        let comma = (end..end + 6).find(|&index| self.part(index) == Some(Part::Comma));
        if matches!(what, What::Anonymous(_))
            && (before.definite || before.indefinite)
            && let Some(comma) = comma
            && (end..comma).all(|index| self.part(index).is_some_and(|part| part.is_nominal() || part == Part::Preposition))
        {
            let length = self.name_length(comma + 1, true);
            let closes = matches!(self.part(comma + 1 + length), Some(Part::Verb | Part::Auxiliary | Part::Comma));
            if length >= 2 && closes && self.looks_like_person(comma + 1, length, true) {
                self.person(start, comma + 1, length, codes, None);
                return;
            }
        }
        // Papers are everywhere; one that speaks has a verb or a phrase behind it, or is what somebody goes by.
        let speaks = !self.part(reached).is_some_and(|part| part.is_nominal() || part == Part::Coordinator);
        let by = start.checked_sub(1).and_then(|at| self.word(at)).is_some_and(|word| matches!(&*word.lower, "to" | "by" | "from" | "in"));
        if !matches!(what, What::Document(_)) || speaks || by {
            self.push(start, reached, what, codes, None, "source_head");
        }
        self.inner(end, reached);
        self.at = self.at.max(reached);
    }

    /// Whether a word is a verb that stands before its object, although its neighbours do not show it ("Encouraging allies").
    fn is_verb_before(&self, index: usize) -> bool {
        self.word(index)
            .is_some_and(|word| word.part == Part::Noun && (is_only_verb(&word.lower) || word.reporting && word.lower.ends_with("ing")))
    }

    /// Whether a phrase names nobody: no name stands in it, no code comes with it, and no word of a group says who that is.
    pub(super) fn is_bare(&self, start: usize, end: usize, what: &What, codes: &[String]) -> bool {
        let named = |index: usize| index > 0 && self.part(index) == Some(Part::Name);
        match what {
            What::Person(_) | What::Surname { .. } | What::State(_) | What::Place(_) => false,
            What::Pronoun(_) => true,
            What::Document(_) => !(start..end).any(|index| {
                let head = self.word(index).and_then(Word::source_head);
                named(index) && head.is_some_and(|head| head.grade == Grade::Document)
            }),
            What::Office { .. } | What::Anonymous(_) | What::Body { .. } => codes.is_empty() && !self.has_name(start, end),
            What::Group(_) => codes.is_empty() && !self.has_name(start, end) && !self.says_who(start, end),
        }
    }

    fn has_name(&self, start: usize, end: usize) -> bool {
        (start..end).any(|index| {
            let known = matches!(self.tag_at(index).map(|tag| tag.kind), Some(TagKind::Name(_)));
            known || index > 0 && self.part(index) == Some(Part::Name)
        })
    }

    /// Whether a word in a group's phrase says who that is.
    fn says_who(&self, start: usize, end: usize) -> bool {
        let joined =
            start.checked_sub(1).and_then(|at| self.word(at)).is_some_and(|word| word.part == Part::Coordinator || word.lower == "with");
        let head = end.checked_sub(1).and_then(|at| self.word(at)).map_or("", |word| &*word.lower);
        (start..end.saturating_sub(1)).any(|index| {
            let modifier = self.word(index).and_then(|word| MODIFIERS.get(&*word.lower));
            modifier.is_some_and(|heads| heads.is_empty() || joined && heads.split(' ').any(|known| known == head))
        })
    }

    /// "Others", and "some", "many" without a noun.
    pub(super) fn is_vague(&self, index: usize) -> bool {
        let lower = self.word(index).map_or("", |word| &*word.lower);
        let next = (index + 1..index + 4).find_map(|at| self.part(at).filter(|part| *part != Part::Adverb));
        match lower {
            "others" => true,
            "some" | "many" | "most" | "few" => {
                matches!(next, Some(Part::Verb | Part::Auxiliary))
                    || self.word(index + 1).is_some_and(|word| matches!(&*word.lower, "in" | "of" | "within"))
            }
            _ => false,
        }
    }
}

fn lower_first(text: &str) -> String {
    // A text that is all capitals has no capitals.
    if text.len() > 3 && !text.chars().any(char::is_lowercase) {
        return text.to_lowercase();
    }
    let mut characters = text.chars();
    characters.next().into_iter().flat_map(char::to_lowercase).chain(characters).collect()
}
