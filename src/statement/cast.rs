//! Actors and statements in; out comes which of the actors a reader would name.

use super::{Statement, source::has_preposition};
use crate::{actor::Actors, text::Span};

/// Whether each actor counts as one: all that a name, an office or a state tells apart, and of what a common noun names ("officials",
/// "the report") what is the source of a statement or addressed by one.
pub fn cast(text: &str, actors: &Actors, statements: &[Statement]) -> Vec<bool> {
    let mut shown: Vec<bool> = actors.actors.iter().map(|actor| !actor.bare).collect();
    for statement in statements {
        let mut show = |index: usize| {
            if let Some(shown) = shown.get_mut(index) {
                *shown = true;
            }
        };
        let others = statement.stances.iter().map(|stance| stance.actor).chain([statement.via.and_then(|via| via.actor)]);
        for index in others.chain([statement.actor]).flatten() {
            show(index);
        }
        for span in [statement.source, statement.addressee].into_iter().flatten() {
            for mention in actors.mentions_in(span).iter().filter(|mention| mention.span.end <= span.end) {
                // "officials in two capitals": what stands behind the preposition does not speak.
                let before = Span::new(span.start, mention.span.start);
                if !has_preposition(before.of(text)) {
                    show(mention.actor);
                }
            }
        }
    }
    shown
}
