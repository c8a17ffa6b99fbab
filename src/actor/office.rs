//! Whose minister it is, where the name has no state beside it: the owner just before the office ("Its spokesman, Ali Haddad"), else the state
//! that speaks in the sentence before ("Tokyo protested. Foreign Minister Iwata called …").

use std::collections::BTreeSet;

use super::{ActorKind, Actors, Form, Mention};
use crate::{
    lexicon::{Lexicon, RoleClass},
    syntax::{Relation, Syntax, Token},
    text::Span,
};

/// How many bytes may stand between an owner and the end of the name of who holds the office.
const FAR: usize = 60;
/// How many mentions, and how many tokens of one, are looked at.
const NEAR: usize = 32;
/// How many mentions on either side of a name are looked at for its owner.
const BESIDE: usize = 4;

/// Gives persons whose office is that of some state or body the code of that state or body, as far as the words around them tell.
pub fn complete(text: &str, syntax: &Syntax, classes: &[Option<RoleClass>], actors: &mut Actors) {
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let mut told: Vec<(usize, usize, String, &'static str)> = Vec::new();
    for (at, mention) in actors.mentions.iter().enumerate() {
        let Some(actor) = actors.actors.get(mention.actor).filter(|actor| actor.kind == ActorKind::Person && actor.code.is_none()) else {
            continue;
        };
        let (Some(class), Some(role)) = (classes.get(mention.actor).copied().flatten(), actor.role.as_deref()) else { continue };
        if actor.former || mention.form != Form::Name || !seen.insert(mention.actor) {
            continue;
        }
        let around = Around { text, syntax, actors, at, mention };
        let owned = around.owner(role).map(|code| (code, "office_of_owner"));
        let of_state =
            matches!(class, RoleClass::HeadOfState | RoleClass::HeadOfGovernment | RoleClass::Minister | RoleClass::Spokesperson);
        let spoken = || around.speaker().filter(|_| of_state).map(|code| (code, "office_of_speaker"));
        if let Some((code, rule)) = owned.or_else(spoken) {
            told.push((at, mention.actor, code.to_owned(), rule));
        }
    }
    for (mention, actor, code, rule) in told {
        if let (Some(mention), Some(actor)) = (actors.mentions.get_mut(mention), actors.actors.get_mut(actor)) {
            mention.rule = rule;
            actor.code = Some(code);
        }
    }
}

/// The first mention of somebody, with what stands around it.
struct Around<'a> {
    text: &'a str,
    syntax: &'a Syntax,
    actors: &'a Actors,
    at: usize,
    mention: &'a Mention,
}

impl<'a> Around<'a> {
    /// The token by which a mention hangs on the rest of its sentence.
    fn top(&self, span: Span) -> Option<&'a Token> {
        let tokens = &self.syntax.tokens;
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        let outside = |token: &&Token| token.head().is_none_or(|head| !(start..end).contains(&head));
        tokens.get(start..end.min(start + NEAR))?.iter().find(outside)
    }

    /// The code of a state or body that a mention names.
    fn code(&self, mention: &Mention) -> Option<&'a str> {
        let actor = self.actors.actors.get(mention.actor)?;
        actor.code.as_deref().filter(|_| matches!(actor.kind, ActorKind::State | ActorKind::Organisation))
    }

    fn sentence(&self, place: usize) -> usize {
        self.syntax.sentences.partition_point(|sentence| sentence.span.end <= place)
    }

    /// "Its spokesman, Ali Haddad", "the army's negotiator, General Haddad": who owns the office.
    fn owner(&self, role: &str) -> Option<&'a str> {
        let beside = self.at.saturating_sub(BESIDE)..(self.at + BESIDE).min(self.actors.mentions.len());
        self.actors.mentions.get(beside)?.iter().find_map(|owner| {
            let behind = self.text.get(owner.span.end..self.mention.span.end).filter(|behind| behind.len() < FAR)?;
            let word = owner.span.of(self.text);
            let pronoun = word.eq_ignore_ascii_case("its") || word.eq_ignore_ascii_case("their");
            let attribute = || matches!(self.top(owner.span).and_then(Token::relation), Some(Relation::Compound | Relation::Amod));
            let owns = pronoun || behind.starts_with("'s ") || behind.starts_with("’s ") || attribute();
            let office = behind.to_lowercase();
            // "The army's visit to the prime minister" is none of his.
            let between = office.get(..office.find(role)?)?.split_whitespace().filter(|word| !matches!(*word, "'s" | "’s")).count();
            self.code(owner).filter(|_| owns && between <= 2 && !office.contains(['.', ';']))
        })
    }

    /// The state that alone speaks as the subject of the sentence before, or tells in the same one what it will do.
    fn speaker(&self) -> Option<&'a str> {
        let own = self.sentence(self.mention.span.start);
        let mut found: Option<(usize, &str)> = None;
        for mention in self.actors.mentions.get(..self.at)?.iter().rev().take(NEAR) {
            let sentence = self.sentence(mention.span.start);
            if sentence + 1 < own || found.is_some_and(|(last, _)| sentence < last) {
                break;
            }
            let Some(code) = self.code(mention).filter(|code| Lexicon::get().state(code).is_some()) else { continue };
            let Some(verb) = self.verb(mention.span) else { continue };
            if !self.will(verb) && (sentence == own || Lexicon::get().reporting_verb(verb.span.of(self.text)).next().is_none()) {
                continue;
            }
            match found {
                Some((_, known)) if known != code => return None,
                _ => found = Some((sentence, code)),
            }
        }
        found.map(|(_, code)| code)
    }

    /// The verb whose subject a mention is, or is joined to: "Peru and Chile agreed".
    fn verb(&self, span: Span) -> Option<&'a Token> {
        let tokens = &self.syntax.tokens;
        let mut top = self.top(span)?;
        if top.relation() == Some(Relation::Conj) {
            top = tokens.get(top.head()?)?;
        }
        (top.relation() == Some(Relation::Nsubj)).then(|| tokens.get(top.head()?))?
    }

    /// Whether "will" stands before a verb, perhaps with "not" or an adverb between them.
    fn will(&self, verb: &Token) -> bool {
        let at = self.syntax.tokens.partition_point(|token| token.span.start < verb.span.start);
        let before = self.syntax.tokens.get(at.saturating_sub(3)..at).unwrap_or(&[]);
        before.iter().any(|token| matches!(token.span.of(self.text), "will" | "would"))
    }
}
