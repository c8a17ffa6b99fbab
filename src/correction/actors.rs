//! Gives actors the names that a reader gave them; actors of one name become one.

use std::collections::BTreeMap;

use super::apply::mark;
use crate::{
    actor::{Actor, ActorKind, Actors},
    options::Correction,
    statement::Statement,
};

/// Which actors have a name, as indexes; the first of them stands for all.
#[derive(Debug, Default)]
pub struct Names(BTreeMap<String, Vec<usize>>);

impl Names {
    /// The actor of a name, who is added where the text has none.
    pub fn actor(&mut self, name: &str, actors: &mut Actors) -> usize {
        if let Some(&first) = self.0.get(name).and_then(|indexes| indexes.first()) {
            return first;
        }
        let index = actors.actors.len();
        let (name, kind) = (name.to_owned(), ActorKind::Person);
        self.0.insert(name.clone(), vec![index]);
        actors.actors.push(Actor { name, kind, code: None, role: None, former: false, bare: false });
        index
    }
}

/// Does all renaming in its order, then joins the actors that came to have one name.
pub fn rename(corrections: &[Correction], met: &mut [bool], actors: &mut Actors, statements: &mut [Statement]) -> Names {
    let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, actor) in actors.actors.iter().enumerate() {
        names.entry(actor.name.clone()).or_default().push(index);
    }
    let mut touched = Vec::new();
    for (index, correction) in corrections.iter().enumerate() {
        let Correction::Rename { name, to } = correction else { continue };
        let to = to.trim();
        if to.is_empty() || name == to {
            continue;
        }
        let Some(moved) = names.remove(name) else { continue };
        // Who had the name before stands for both.
        names.entry(to.to_owned()).or_default().extend(moved);
        touched.push(to.to_owned());
        mark(met, index);
    }
    let mut stands_for: BTreeMap<usize, usize> = BTreeMap::new();
    for name in &touched {
        let Some((&first, others)) = names.get(name).and_then(|indexes| indexes.split_first()) else { continue };
        stands_for.extend(others.iter().map(|other| (*other, first)));
        join(actors, name, first, others);
    }
    if !stands_for.is_empty() {
        replace(&stands_for, actors, statements);
    }
    Names(names)
}

/// Makes one actor of several; what the first lacks it has from the others, who are left without a mention.
fn join(actors: &mut Actors, name: &str, first: usize, others: &[usize]) {
    for other in others {
        let Some(given) = actors.actors.get_mut(*other).map(|actor| {
            let given = actor.clone();
            actor.bare = true;
            given
        }) else {
            continue;
        };
        if let Some(actor) = actors.actors.get_mut(first) {
            actor.code = actor.code.take().or(given.code);
            if actor.role.is_none() {
                (actor.role, actor.former) = (given.role, given.former);
            }
            actor.bare &= given.bare;
        }
    }
    if let Some(actor) = actors.actors.get_mut(first) {
        name.clone_into(&mut actor.name);
    }
}

/// Puts actors in the place of others, wherever a record names them.
fn replace(stands_for: &BTreeMap<usize, usize>, actors: &mut Actors, statements: &mut [Statement]) {
    let put = |actor: &mut usize| {
        if let Some(one) = stands_for.get(actor) {
            *actor = *one;
        }
    };
    actors.mentions.iter_mut().for_each(|mention| put(&mut mention.actor));
    for statement in statements {
        statement.actor.iter_mut().for_each(put);
        statement.via.iter_mut().filter_map(|via| via.actor.as_mut()).for_each(put);
        statement.stances.iter_mut().filter_map(|stance| stance.actor.as_mut()).for_each(put);
    }
}
