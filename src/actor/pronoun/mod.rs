//! Actors and the grammar in; out come the same actors with the places where "he" and "she" stand for them.
//!
//! A candidate is an actor, or somebody whom a common noun names ("his wife"), with a mention in a bounded window around the pronoun. What
//! does not agree in sex, or cannot be meant by the rules of binding, is no candidate. The others are weighed by how salient they are: how
//! near, in which role, how often named, whether the last pronoun was theirs (after Hobbs 1978 and Lappin and Leass 1994). The weights
//! are data, see `data/actor/pronoun_weights.csv`.

mod candidate;
mod scene;
mod weight;

pub use candidate::{Candidate, VARIABLES};

use super::{Actors, Form, Mention, link::Linked, quotation::Quotation};
use crate::{ingest::Document, syntax::Syntax, text::Span};
pub use scene::Whose;
use scene::{Scene, Signs};

/// A pronoun with those whom it may mean.
#[derive(Debug, Clone)]
pub struct Candidates {
    /// The pronoun.
    pub span: Span,
    /// The nearest first.
    pub candidates: Vec<Candidate>,
}

/// Resolves the personal pronouns of a text, and shows each with its candidates.
pub(super) fn resolve(
    document: &Document,
    syntax: &Syntax,
    quotations: &[Quotation],
    linked: Linked,
    show: &mut dyn FnMut(Candidates),
) -> Actors {
    let Linked { mut actors, feminine, located, speakers, .. } = linked;
    let text = document.text();
    if !syntax.tokens.iter().any(|token| token.grammar.is_some()) {
        return actors;
    }
    let mut scene = Scene::new(text, syntax, &actors, Signs { feminine: &feminine, located: &located, speakers: &speakers }, quotations);
    let mut resolved: Vec<Mention> = Vec::new();
    let mut taken: Vec<Span> = Vec::new();
    while let Some(pronoun) = scene.next() {
        taken.push(pronoun.seen.span);
        let candidates = candidate::candidates(&scene, &pronoun);
        let best = weight::best(&candidates);
        let best = best.map(|best| best.whose);
        show(Candidates { span: pronoun.seen.span, candidates });
        scene.pass(&pronoun, best);
        if let Some(Whose::Actor(actor)) = best {
            if let Some(found) = actors.actors.get_mut(actor) {
                found.bare = false;
            }
            resolved.push(Mention { span: pronoun.seen.span, actor, form: Form::Pronoun, rule: "pronoun_by_grammar" });
        }
    }
    // What the words alone said about these pronouns is forgotten.
    let known = |span: Span| taken.binary_search_by_key(&span.start, |pronoun| pronoun.start).is_ok();
    actors.mentions.retain(|mention| mention.form != Form::Pronoun || !known(mention.span));
    actors.mentions.extend(resolved);
    actors.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
    actors
}
