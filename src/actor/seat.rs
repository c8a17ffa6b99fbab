//! A city that several bodies sit in, where the text names only one of them and never the state: "Brussels" is the EU in a text about the EU that
//! says nothing of Belgium.

use std::collections::BTreeMap;

use super::{ActorKind, Actors, Form};
use crate::lexicon::{Lexicon, NameKind};

/// Longer words are no city with several seats.
const LONGEST: usize = 16;

/// Gives the mentions of such a city to the body; where something only happens there ("in Brussels") it stays a place of its state.
pub fn complete(text: &str, actors: &mut Actors) {
    // For each state the one word that all of its mentions are, as far as they are the same.
    let mut words: BTreeMap<usize, Option<&str>> = BTreeMap::new();
    for mention in actors.mentions.iter().filter(|mention| mention.form == Form::Name) {
        if actors.actors.get(mention.actor).is_some_and(|actor| actor.kind == ActorKind::State) {
            let word = mention.span.of(text);
            let known = words.entry(mention.actor).or_insert(Some(word).filter(|word| word.len() <= LONGEST));
            if *known != Some(word) {
                *known = None;
            }
        }
    }
    let found: Vec<(usize, usize)> = words
        .into_iter()
        .filter_map(|(state, word)| {
            let own = actors.actors.get(state)?.code.as_deref()?;
            let seats = Lexicon::get().name(word?).iter().filter(|name| name.kind == NameKind::Seat);
            let codes: Vec<&str> = seats.map(|name| if name.code.is_empty() { name.country } else { name.code }).collect();
            let is_body = |actor: &super::Actor| {
                actor.kind == ActorKind::Organisation && actor.code.as_deref().is_some_and(|code| code != own && codes.contains(&code))
            };
            let mut bodies = actors.actors.iter().enumerate().filter(|(_, actor)| is_body(actor));
            let (first, body) = bodies.next()?;
            bodies.all(|(_, other)| other.code == body.code).then_some((state, first))
        })
        .collect();
    for mention in &mut actors.mentions {
        let Some((_, body)) = found.iter().find(|(state, _)| *state == mention.actor) else { continue };
        let before = text.get(..mention.span.start).and_then(|before| before.split_whitespace().next_back()).unwrap_or("");
        let placed = ["in", "at", "to", "from", "near", "outside", "of"].iter().any(|word| before.eq_ignore_ascii_case(word));
        if mention.form != Form::Name || !placed {
            mention.actor = *body;
            mention.rule = "seat_of_body";
        }
    }
}
