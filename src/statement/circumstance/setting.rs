//! The phrases that hang on a cue in; out come venue, occasion and medium, by the noun that heads each and the word before it.

use std::{collections::HashMap, sync::LazyLock};

use super::{Circumstance, Said};
use crate::{
    actor::{ActorKind, words::rows},
    lexicon::{Lexicon, NameKind},
    statement::candidate::{Range, View},
    syntax::{Relation, Upos, Xpos},
};

/// What a word says about the circumstances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Occasion,
    Medium,
    Venue,
    Again,
    Speaking,
    Passing,
}

/// The words of `settings.csv`; a word may have several classes ("address"). Looked up, never gone through.
static WORDS: LazyLock<HashMap<&'static str, Vec<Class>>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, Vec<Class>> = HashMap::new();
    for (word, class) in rows(include_str!("../../../data/statement/settings.csv")) {
        let class = match class {
            "occasion" => Class::Occasion,
            "medium" => Class::Medium,
            "venue" => Class::Venue,
            "again" => Class::Again,
            "speaking" => Class::Speaking,
            _ => Class::Passing,
        };
        words.entry(word).or_default().push(class);
    }
    words
});

fn is(word: &str, class: Class) -> bool {
    WORDS.get(word).is_some_and(|classes| classes.contains(&class))
}

/// Whether a verb says that its subject hands on what another has said.
pub fn passes_on(lemma: &str) -> bool {
    is(lemma, Class::Passing)
}

/// Whether a noun names what carries words, or what people meet for.
pub fn is_setting(noun: &str) -> bool {
    is(noun, Class::Medium) || is(noun, Class::Occasion)
}

/// How many dependents of a word are looked at.
const WIDTH: usize = 16;
/// How many words a phrase has at most.
const LONGEST: usize = 24;

/// Reads venue, occasion, medium, and the word that says "again".
pub fn read(said: &Said<'_, '_>) -> Circumstance {
    let view = said.view;
    let mut found = Circumstance { repeated: again(said), ..Circumstance::default() };
    for anchor in anchors(said) {
        // "The envoy, speaking in Oslo, said": the setting stands in the phrase that names the source.
        let own = is(view.lemma_text(anchor), Class::Speaking) && anchor != said.cue;
        let said = &Said { source: said.source.filter(|_| !own), ..*said };
        for child in view.children(anchor).take(WIDTH) {
            if said.pieces.iter().chain(said.source).any(|taken| taken.contains(&child)) {
                continue;
            }
            let Some(class) = noun_of(view, child).and_then(|noun| classify(view, child, noun)) else { continue };
            let place = match class {
                Class::Occasion => &mut found.occasion,
                Class::Medium => &mut found.medium,
                _ => &mut found.venue,
            };
            if place.is_none() {
                *place = phrase(said, child);
            }
        }
    }
    found
}

/// A medium that was told something is the medium too: "told Reuters".
pub fn take_medium(said: &Said<'_, '_>, found: &mut Circumstance) {
    let (None, Some(addressee)) = (&found.medium, &found.addressee) else { return };
    let words = said.view.bytes(addressee).of(said.view.text);
    let bare = words.strip_prefix("the ").unwrap_or(words);
    // "Told broadcaster NTV": what it is called says what it is.
    let kind = words.split_whitespace().next().is_some_and(|first| is(first, Class::Medium)) && words.contains(' ');
    let named = |words: &str| Lexicon::get().name(words).iter().any(|name| name.kind == NameKind::Medium);
    if kind || named(words) || named(bare) {
        found.medium = Some(addressee.clone());
    }
}

/// What was told to an occasion was told on it: "told a press conference". A body that meets ("told the assembly") is told itself where it has a name.
pub fn take_occasion(said: &Said<'_, '_>, found: &mut Circumstance) {
    let Some(addressee) = found.addressee.clone() else { return };
    let view = said.view;
    let Some(head) = view.top(addressee.clone()) else { return };
    if is(view.lemma_text(head), Class::Occasion) && view.actor(head) == 0 {
        found.occasion = found.occasion.take().or(Some(addressee));
        found.addressee = None;
        found.unaddressed = true;
    }
}

/// The words whose dependents may be the setting: the cue, the verb that a noun is the object of or that an infinitive follows, the
/// participle that opens the sentence ("speaking to reporters after the talks, …"), and the phrases around the cue, on which a phrase
/// that belongs to the cue is often hung.
fn anchors(said: &Said<'_, '_>) -> Vec<usize> {
    let view = said.view;
    let mut anchors = vec![said.cue];
    if matches!(view.relation(said.cue), Some(Relation::Obj | Relation::Xcomp))
        && let Some(head) = view.head(said.cue)
    {
        anchors.push(head);
    }
    for anchor in anchors.clone() {
        for child in view.children(anchor).take(WIDTH) {
            let inside = said.pieces.iter().any(|piece| piece.contains(&child));
            match view.relation(child) {
                _ if inside => {}
                _ if speaks(view, child) => anchors.push(child),
                Some(Relation::Obj | Relation::Iobj | Relation::Nsubj | Relation::Obl) => anchors.push(child),
                _ => {}
            }
        }
    }
    // A participle may hang on the subject: "the envoy, speaking in Oslo, said …".
    for anchor in anchors.clone() {
        let speaking = |child: &usize| view.relation(*child) == Some(Relation::Acl) && is(view.lemma_text(*child), Class::Speaking);
        anchors.extend(view.children(anchor).take(WIDTH).filter(speaking));
    }
    anchors
}

/// The noun of a prepositional phrase; of "in an interview broadcast by the channel" it is the first one, even where the tree takes the
/// participle for the head.
fn noun_of(view: &View<'_>, head: usize) -> Option<usize> {
    match view.relation(head)? {
        Relation::Obl | Relation::Nmod => Some(head),
        Relation::Advcl if view.xpos(head) == Some(Xpos::Vbn) => {
            view.children(head).take(WIDTH).find(|child| *child < head && view.upos(*child) == Some(Upos::Noun))
        }
        _ => None,
    }
}

/// Whether a word is a participle that opens the setting: "Speaking to reporters in Oslo, …". The tree does not always see how it hangs.
pub fn speaks(view: &View<'_>, word: usize) -> bool {
    matches!(view.relation(word), Some(Relation::Advcl | Relation::Ccomp | Relation::Parataxis | Relation::Dep | Relation::Xcomp))
        && view.xpos(word) == Some(Xpos::Vbg)
        && is(view.lemma_text(word), Class::Speaking)
}

/// What a prepositional phrase tells, by its noun and its preposition.
fn classify(view: &View<'_>, phrase: usize, head: usize) -> Option<Class> {
    let own = view.related(phrase, Relation::Case).chain(view.related(phrase, Relation::Mark)).find(|case| *case < head);
    // Where a participle follows, the preposition may hang on it.
    let first = || Some(view.subtree(phrase).start).filter(|first| *first < head && view.upos(*first) == Some(Upos::Adp));
    let case = view.lemma_text(own.or_else(first)?);
    let word = view.lemma_text(head);
    let has = |class| is(word, class) || is(view.letters(head), class);
    let named = matches!(view.upos(head), Some(Upos::Propn));
    // "By telephone", "through a programme": bare nouns only.
    let carries = matches!(case, "in" | "on" | "via")
        || matches!(case, "by" | "over" | "through")
            && view.children(head).all(|child| child >= head || view.relation(child) == Some(Relation::Case));
    if has(Class::Medium) && carries {
        return Some(Class::Medium);
    }
    if matches!(case, "on" | "in" | "via")
        && named
        && Lexicon::get().name(view.letters(head)).iter().any(|name| name.kind == NameKind::Medium)
    {
        return Some(Class::Medium);
    }
    if has(Class::Occasion) && matches!(case, "at" | "in" | "during" | "after" | "before" | "following" | "follow" | "on" | "ahead" | "to")
    {
        return (case != "to").then_some(Class::Occasion);
    }
    if has(Class::Venue) && matches!(case, "at" | "in" | "inside" | "outside" | "near" | "before" | "from" | "on") {
        return Some(Class::Venue);
    }
    let kind = view.actor(head);
    let of = |wanted: ActorKind| kind == 1 + wanted as u32;
    let place = of(ActorKind::State) || of(ActorKind::Place) || is_place(view, head);
    let body = of(ActorKind::Organisation);
    match case {
        "at" | "before" | "outside" | "inside" if place || body => Some(Class::Venue),
        "in" | "near" if place => Some(Class::Venue),
        _ => None,
    }
}

fn is_place(view: &View<'_>, head: usize) -> bool {
    view.upos(head) == Some(Upos::Propn)
        && Lexicon::get()
            .name(view.letters(head))
            .iter()
            .any(|name| matches!(name.kind, NameKind::State | NameKind::Capital | NameKind::Place | NameKind::Seat))
}

/// The whole phrase of a head, up to the mark that closes it.
fn phrase(said: &Said<'_, '_>, head: usize) -> Option<Range> {
    let view = said.view;
    let subtree = said.free(view.subtree(head));
    let close = (head + 1..subtree.end).find(|index| view.is_mark(*index) && !matches!(view.letters(*index), "-" | "." | "(" | ")"));
    let mut range = view.trimmed(subtree.start..close.unwrap_or(subtree.end));
    while range.end > head + 1
        && (view.is(range.end - 1, &["that"]) || matches!(view.upos(range.end - 1), Some(Upos::Sconj | Upos::Adp | Upos::Cconj)))
    {
        range.end -= 1;
    }
    (!range.is_empty() && range.contains(&head) && range.len() <= LONGEST && !said.is_taken(&range)).then_some(range)
}

/// The word that says that it was said before: the verb itself, an adverb with it, an adjective of the noun.
fn again(said: &Said<'_, '_>) -> Option<Range> {
    let view = said.view;
    let verbal = view.upos(said.cue) == Some(Upos::Verb);
    if verbal && is(view.lemma_text(said.cue), Class::Again) {
        return Some(said.cue..said.cue + 1);
    }
    let modifies = |child: &usize| {
        matches!(view.relation(*child), Some(Relation::Advmod | Relation::Amod))
            && !said.pieces.iter().any(|piece| piece.contains(child))
            && is(view.lemma_text(*child), Class::Again)
            && (view.lemma_text(*child) != "more" || view.related(*child, Relation::Advmod).any(|once| view.is(once, &["once"])))
    };
    let child = view.children(said.cue).take(WIDTH).find(modifies)?;
    let range = view.trimmed(view.subtree(child));
    (range.len() <= 3).then_some(range)
}
