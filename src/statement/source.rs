//! The words of a source in; out come the actor, the states or bodies it speaks for, and how well it is identified.

use std::{collections::BTreeMap, sync::LazyLock};

use super::Grade;
use crate::{
    actor::{ActorKind, Actors, Form, Mention, words::rows},
    text::Span,
};

/// Nouns for people by what they are to somebody else, and whether they speak for the same state or body.
static RELATIONS: LazyLock<BTreeMap<&'static str, bool>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/relations.csv")).map(|(noun, class)| (noun, class == "official")).collect());

/// Who a source is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The index of the actor, where the words name one.
    pub actor: Option<usize>,
    /// The codes of the states or bodies it speaks for.
    pub affiliation: Vec<String>,
    /// How well it is identified.
    pub grade: Grade,
}

/// What the actors of a text are known by, for looking up sources.
pub struct Sources<'a> {
    text: &'a str,
    actors: &'a Actors,
    /// For each actor the best form of its mentions.
    forms: Vec<Option<Form>>,
}

impl<'a> Sources<'a> {
    /// The sources of a text.
    pub fn new(text: &'a str, actors: &'a Actors) -> Self {
        let mut forms: Vec<Option<Form>> = vec![None; actors.actors.len()];
        for mention in &actors.mentions {
            let Some(form) = forms.get_mut(mention.actor) else { continue };
            if *form != Some(Form::Name) && mention.form != Form::Pronoun && (form.is_none() || mention.form == Form::Name) {
                *form = Some(mention.form);
            }
        }
        Self { text, actors, forms }
    }

    /// Who the words of a source name; `None` where they name nobody that is known. A bare adjective of a people ("Russian") is a source
    /// only as an owner.
    pub fn resolve(&self, span: Span, owner: bool) -> Option<Source> {
        let top = self.top_level(span);
        let mut chosen = *top.first()?;
        let between = |a: usize, b: usize| self.text.get(a..b).unwrap_or("").trim();
        if has_preposition(between(span.start, chosen.span.start)) {
            return None;
        }
        if !owner
            && chosen.rule == "demonym"
            && chosen.span.end == span.end
            && chosen.span.of(self.text).ends_with("an")
            && !span.of(self.text).to_lowercase().starts_with("a")
        {
            return None;
        }
        let mut joint = vec![chosen];
        for next in top.iter().skip(1) {
            let gap = between(joint.last().map_or(chosen.span.end, |last| last.span.end), next.span.start);
            let person = self.kind(next) == ActorKind::Person && next.form == Form::Name;
            if person && joint.len() == 1 && self.relation(chosen, gap).is_some() {
                // "Lavrov's deputy, Sergei Ryabkov".
                chosen = next;
                joint = vec![next];
            } else if matches!(chosen.form, Form::Office | Form::Anonymous | Form::Group) && person && matches!(gap, "" | ",") {
                chosen = next;
                joint = vec![next];
            } else if matches!(gap, "'s" | "’s" | "'" | "’") && joint.len() == 1 && next.form != Form::Pronoun {
                // An owner before the head: "Japan's Prime Minister".
                chosen = next;
                joint = vec![next];
            } else if gap == "," && top.len() == 2 && next.span.end == span.end && self.are_two_states(chosen, next) {
                // "Norway, Chad oppose …", in a headline.
                joint.push(next);
            } else if matches!(gap, "and" | "or" | "," | ", and" | "'s and" | "’s and" | "as well as")
                && (gap != "," || joint.len() > 1 || top.len() > 2)
            {
                if gap.contains("s and") {
                    // "China's and Russia's ambassadors": the head comes last.
                    chosen = next;
                }
                if gap == "," && !top.iter().any(|other| between(next.span.end, other.span.start) == "and") {
                    break;
                }
                joint.push(next);
            } else {
                break;
            }
        }
        let rest = self.text.get(chosen.span.end..span.end).unwrap_or("");
        // "His deputy", "the minister's brother": another person, whom nobody names.
        if joint.len() == 1
            && let Some(official) = self.relation(chosen, rest)
        {
            let code = self.actors.actors.get(chosen.actor).and_then(|actor| actor.code.clone());
            let grade = if official { Grade::Role } else { Grade::Anonymous };
            return Some(Source { actor: None, affiliation: code.filter(|_| official).into_iter().collect(), grade });
        }
        // "Russia's invasion …" names no source: the head is something else.
        if joint.len() == 1
            && (rest.starts_with("'s") || rest.starts_with("’s"))
            && chosen.span.end + 4 < span.end
            && chosen.form != Form::Office
        {
            return None;
        }
        let mut affiliation = Vec::new();
        for mention in &joint {
            if let Some(code) = self.actors.actors.get(mention.actor).and_then(|actor| actor.code.clone())
                && !affiliation.contains(&code)
            {
                affiliation.push(code);
            }
        }
        // "Its president", "its foreign ministry": for whom "it" stands.
        if affiliation.is_empty() && joint.len() == 1 && (chosen.form == Form::Office || self.kind(chosen) == ActorKind::Organisation) {
            let whole = Span::new(span.start.min(chosen.span.start), chosen.span.end);
            let inner = self.actors.mentions_in(whole).iter().find(|mention| {
                mention.form == Form::Pronoun && mention.span.start == whole.start && self.kind(mention) != ActorKind::Person
            });
            affiliation.extend(inner.and_then(|owner| self.actors.actors.get(owner.actor)?.code.clone()));
        }
        Some(Source { actor: Some(chosen.actor), affiliation, grade: self.grade(chosen) })
    }

    /// Whether words behind an owner name somebody by what he is to the owner, and whether he speaks for the same state or body.
    fn relation(&self, owner: &Mention, behind: &str) -> Option<bool> {
        let pronoun = || matches!(owner.span.of(self.text).to_ascii_lowercase().as_str(), "his" | "her" | "its" | "their" | "my" | "our");
        let possessive = behind.strip_prefix("'s ").or_else(|| behind.strip_prefix("’s ")).or_else(|| behind.strip_prefix("' "));
        let possessive = possessive.or_else(|| behind.strip_prefix("’ "));
        let person = self.kind(owner) == ActorKind::Person;
        let phrase = match possessive {
            Some(phrase) if person => phrase,
            None if owner.form == Form::Pronoun && pronoun() => behind.trim_start(),
            _ => return None,
        };
        let head = phrase.split_whitespace().take_while(|word| !has_preposition(word)).take(4);
        let mut last = None;
        for word in head {
            let bare = word.trim_end_matches(',');
            last = Some(bare);
            if bare.len() < word.len() {
                break;
            }
        }
        RELATIONS.get(last?.to_lowercase().as_str()).copied()
    }

    /// A source with the name behind its comma: "the French envoy, Marie Duvall".
    pub fn widened(&self, span: Span) -> Span {
        let longer = self.actors.mentions_in(span).iter().find(|mention| {
            let gap = self.text.get(span.end..mention.span.end).unwrap_or("");
            mention.span.start == span.start && mention.form == Form::Name && gap.starts_with(", ")
        });
        longer.map_or(span, |mention| mention.span)
    }

    /// The mentions in a span that lie in no longer one.
    fn top_level(&self, span: Span) -> Vec<&'a Mention> {
        let mut top: Vec<&Mention> = Vec::new();
        for mention in self.actors.mentions_in(span) {
            if mention.span.end > span.end {
                continue;
            }
            match top.last_mut() {
                Some(last) if last.span.contains(mention.span) => {}
                Some(last) if mention.span.contains(last.span) => *last = mention,
                _ => top.push(mention),
            }
        }
        top
    }

    /// Whether two mentions name two states, and not a city with its own.
    fn are_two_states(&self, one: &Mention, other: &Mention) -> bool {
        let code = |mention: &Mention| self.actors.actors.get(mention.actor).and_then(|actor| actor.code.as_deref());
        let states = self.kind(one) == ActorKind::State && self.kind(other) == ActorKind::State;
        states && code(one).is_some() && code(one) != code(other)
    }

    fn kind(&self, mention: &Mention) -> ActorKind {
        self.actors.actors.get(mention.actor).map_or(ActorKind::Place, |actor| actor.kind)
    }

    fn grade(&self, mention: &Mention) -> Grade {
        let known = self.forms.get(mention.actor).copied().flatten();
        let form = match mention.form {
            Form::Pronoun => known.unwrap_or(Form::Anonymous),
            // "the expert", said of somebody named before; "the Russian president" stands by itself.
            Form::Office if known == Some(Form::Name) && self.actors.mentions_in(mention.span).len() <= 1 => Form::Name,
            form => form,
        };
        match (form, self.kind(mention)) {
            (Form::Name, ActorKind::Person) => Grade::Named,
            (Form::Name, ActorKind::Group | ActorKind::Place) => Grade::Collective,
            (Form::Name, _) => Grade::Institution,
            (Form::Office, _) => Grade::Role,
            (Form::Group, _) => Grade::Collective,
            (Form::Document, _) => Grade::Document,
            (Form::Anonymous | Form::Pronoun, _) => Grade::Anonymous,
        }
    }
}

/// Whether a preposition stands in these words.
pub fn has_preposition(gap: &str) -> bool {
    gap.split_whitespace()
        .any(|word| matches!(word, "of" | "by" | "in" | "at" | "from" | "for" | "to" | "with" | "on" | "over" | "against"))
}
