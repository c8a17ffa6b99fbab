//! A cue in the tree in; out comes to whom it was said: the object of "told", the subject of "was told", the phrase with "to" or "on".

use super::{Said, setting::speaks};
use crate::{
    lexicon::{Frame, Frames, Lexicon, VerbKind},
    statement::candidate::{Range, View},
    syntax::{Relation, Upos, Xpos},
};

/// How many dependents of a word are looked at.
const WIDTH: usize = 16;
/// The frames in which the object of a verb is the one addressed.
const OBJECT: [Frame; 7] = [Frame::ObjThat, Frame::ObjWh, Frame::ObjTo, Frame::ObjOf, Frame::ObjFor, Frame::ObjAbout, Frame::ObjAgainst];
/// Prepositions behind an addressee that tell where and when, or what it is about.
const CIRCUMSTANTIAL: [&str; 12] = ["in", "on", "at", "near", "during", "after", "before", "since", "by", "with", "against", "about"];

/// Finds to whom something was said.
pub fn find(said: &Said<'_, '_>) -> Option<Range> {
    let view = said.view;
    let word = said.cue;
    if view.upos(word) == Some(Upos::Verb) {
        let (frames, kind) = frames(view, word)?;
        let takes_object = OBJECT.iter().any(|frame| frames.contains(*frame));
        let object = takes_object.then(|| object(said, &frames, kind)).flatten();
        return object.or_else(|| oblique(said, word, &frames, kind)).or_else(|| of_noun_object(said));
    }
    let noun = Lexicon::get().reporting_noun(view.lemma_text(word))?.noun;
    of_noun(said, word, noun.kind)
}

/// The addressee that was taken for the beginning of the content ("warned [Norway that talks might fail]"), and where the content begins.
pub fn lead(said: &Said<'_, '_>) -> Option<(Range, usize)> {
    let view = said.view;
    let first = said.pieces.first()?;
    let found = find(&Said { view, cue: said.cue, source: said.source, pieces: &[] })?;
    let behind = found.end;
    let somebody = view.top(found.clone()).is_some_and(|head| is_somebody(view, head));
    let leads = somebody && found.start <= first.start && first.start < behind && behind + 1 < first.end;
    let word = view.is(behind, &["that", "of", "for", "against", "about"]);
    let opens = word || view.is(behind, &["to", "not"]) && matches!(view.xpos(behind), Some(Xpos::To | Xpos::Rb));
    (leads && opens).then_some((found, behind + usize::from(word)))
}

/// The frames of a verb, those of all its readings with the particle that it has, and its kind.
fn frames(view: &View<'_>, word: usize) -> Option<(Frames, VerbKind)> {
    let mut frames = Frames::default();
    let mut kind = None;
    for reading in Lexicon::get().reporting_verb(view.lemma_text(word)) {
        let particle = reading.verb.particle;
        if particle.is_empty() || view.is(word + 1, &[particle]) {
            frames = reading.verb.frames.iter().fold(frames, Frames::with);
            kind = kind.or(Some(reading.verb.kind));
        }
    }
    Some((frames, kind?))
}

/// Whether a verb is in the passive, be it with a form of "be" or behind its noun ("the mayor, told that …").
fn is_passive(view: &View<'_>, word: usize) -> bool {
    let be = |child: usize| view.relation(child) == Some(Relation::Aux) && matches!(view.lemma_text(child), "be" | "get");
    view.xpos(word) == Some(Xpos::Vbn) && (view.children(word).take(WIDTH).any(be) || view.relation(word) == Some(Relation::Acl))
}

fn object(said: &Said<'_, '_>, frames: &Frames, kind: VerbKind) -> Option<Range> {
    let view = said.view;
    let word = said.cue;
    if is_passive(view, word) {
        let subject = view.related(word, Relation::Nsubj).next();
        let noun = || view.head(word).filter(|_| view.relation(word) == Some(Relation::Acl));
        return phrase(said, subject.or_else(noun)?);
    }
    // Whom somebody wants to do something is no addressee.
    if matches!(kind, VerbKind::Want | VerbKind::Think | VerbKind::Fear | VerbKind::Describe) {
        return None;
    }
    let objects = view.children(word).take(WIDTH).filter(|child| matches!(view.relation(*child), Some(Relation::Obj | Relation::Iobj)));
    for child in objects {
        if let Some(found) = phrase(said, child).filter(|_| child > word) {
            return Some(found);
        }
    }
    // "urged Norway to leave", where the tree has the one urged as the subject of the infinitive.
    let infinitive = |child: &usize| {
        *child > word && matches!(view.relation(*child), Some(Relation::Ccomp | Relation::Xcomp)) && view.xpos(*child) == Some(Xpos::Vb)
    };
    let clause = view.children(word).take(WIDTH).find(infinitive).filter(|_| frames.contains(Frame::ObjTo))?;
    view.related(clause, Relation::Nsubj).next().and_then(|subject| phrase(said, subject))
}

/// "said to reporters", "called on Norway", and the one behind a participle: "speaking to reporters, …".
fn oblique(said: &Said<'_, '_>, word: usize, frames: &Frames, kind: VerbKind) -> Option<Range> {
    let view = said.view;
    let on = frames.contains(Frame::OnTo);
    // "Objected to the mayor" says to what, not to whom.
    let to = matches!(
        kind,
        VerbKind::Say | VerbKind::Write | VerbKind::Warn | VerbKind::Promise | VerbKind::Reveal | VerbKind::Demand | VerbKind::Propose
    ) || matches!(kind, VerbKind::Accuse | VerbKind::Express) && !frames.contains(Frame::ToNoun);
    let wanted: &[&str] = match (on, to) {
        (true, true) => &["to", "on", "upon"],
        (true, false) => &["on", "upon"],
        (false, true) => &["to"],
        (false, false) => return None,
    };
    let own = with_preposition(said, word, wanted);
    let speaking = || {
        let participle = |child: &usize| speaks(view, *child);
        view.children(word).take(WIDTH).find(participle).and_then(|verb| with_preposition(said, verb, &["to"]))
    };
    own.or_else(speaking)
}

/// The phrase of a word with one of these prepositions, where it names somebody.
fn with_preposition(said: &Said<'_, '_>, word: usize, wanted: &[&str]) -> Option<Range> {
    let view = said.view;
    let with = |child: &usize| {
        *child > word
            && matches!(view.relation(*child), Some(Relation::Obl | Relation::Nmod))
            && view.related(*child, Relation::Case).any(|case| view.is(case, wanted))
            && is_somebody(view, *child)
    };
    view.children(word).take(WIDTH).filter(with).find_map(|child| phrase(said, child))
}

/// "a warning to Norway that …", "the call on Norway to …".
fn of_noun(said: &Said<'_, '_>, noun: usize, kind: VerbKind) -> Option<Range> {
    let wanted: &[&str] = match kind {
        VerbKind::Demand | VerbKind::Ask => &["to", "on", "upon"],
        VerbKind::Say | VerbKind::Write | VerbKind::Warn | VerbKind::Promise | VerbKind::Threaten | VerbKind::Propose => &["to"],
        _ => return None,
    };
    with_preposition(said, noun, wanted)
}

/// The same for the noun that a light verb has as its object: "issued a warning to Norway".
fn of_noun_object(said: &Said<'_, '_>) -> Option<Range> {
    let view = said.view;
    let noun = view.related(said.cue, Relation::Obj).next()?;
    let kind = Lexicon::get().reporting_noun(view.lemma_text(noun))?.noun.kind;
    of_noun(said, noun, kind).or_else(|| {
        let to = matches!(kind, VerbKind::Say | VerbKind::Write | VerbKind::Warn | VerbKind::Promise | VerbKind::Propose);
        to.then(|| with_preposition(said, said.cue, &["to"])).flatten()
    })
}

/// Whether a word names somebody who can be spoken to: an actor, a pronoun, a noun for people.
fn is_somebody(view: &View<'_>, head: usize) -> bool {
    let kind = view.actor(head);
    kind != 0 && kind != 1 + crate::actor::ActorKind::Document as u32
        || view.upos(head) == Some(Upos::Pron) && !view.is(head, &["it", "this", "that", "which", "what"])
        || Lexicon::get().source_head(view.lemma_text(head)).is_some_and(|head| head.grade != crate::lexicon::Grade::Document)
}

/// The noun phrase of a head without what tells where and when it was, and without what it is said to do.
fn phrase(said: &Said<'_, '_>, head: usize) -> Option<Range> {
    let view = said.view;
    if !matches!(view.upos(head), Some(Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Det | Upos::Adj))
        || view.is(
            head,
            &["it", "what", "which", "who", "something", "nothing", "that", "this", "no", "himself", "herself", "itself", "themselves"],
        )
    {
        return None;
    }
    let mut range = view.subtree(head);
    for child in view.children(head).take_while(|child| *child < head) {
        if matches!(view.relation(child), Some(Relation::Case | Relation::Mark | Relation::Cc)) {
            range.start = range.start.max(view.subtree(child).end);
        }
    }
    let cut = |child: &usize| {
        *child > head
            && match view.relation(*child) {
                Some(Relation::Nmod | Relation::Obl) => {
                    view.related(*child, Relation::Case).any(|case| view.is(case, &CIRCUMSTANTIAL))
                        || view.related(*child, Relation::Case).next().is_none()
                }
                // "reporters travelling with him" are those; "citizens who …" are told apart elsewhere.
                Some(Relation::Acl) => {
                    !matches!(view.xpos(*child), Some(Xpos::Vbg | Xpos::Vbn)) || view.children(*child).any(|first| first < *child)
                }
                Some(Relation::Advcl | Relation::Advmod | Relation::Ccomp | Relation::Xcomp | Relation::Parataxis) => true,
                _ => false,
            }
    };
    if let Some(child) = view.children(head).find(cut) {
        range.end = view.subtree(child).start;
    }
    let mut range = said.free(range);
    range.end = range.end.min(range.start + LONGEST);
    // "Told broadcaster NTV that …": a name right behind its noun belongs to it, whatever the tree hangs it on.
    while range.end == head + 1
        && matches!(view.upos(head), Some(Upos::Noun))
        && view.upos(range.end) == Some(Upos::Propn)
        && !said.is_taken(&(range.end..range.end + 1))
        && view.relation(range.end) != Some(Relation::Nsubj)
    {
        range.end += 1;
    }
    while range.end > head + 1 && matches!(view.upos(range.end - 1), Some(Upos::Adp | Upos::Sconj)) {
        range.end -= 1;
    }
    (range.contains(&head) && !said.is_taken(&range) && !range.contains(&said.cue)).then_some(range)
}

/// How many words an addressee has at most.
const LONGEST: usize = 24;
