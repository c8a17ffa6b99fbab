//! What the rules of words found and what the weights choose in; out comes what counts.

use super::{
    Found,
    candidate::{self, NOWHERE, Range, Source, View},
    choose::{self, Chosen, Weights},
};
use crate::{
    lexicon::{Frame, Lexicon},
    syntax::{Relation, Upos, Xpos},
    text::Span,
};

/// How sure it must be that a word which a rule proposes is a cue. It is little: the rules also know what the marked texts leave out.
const PROPOSED: f32 = 0.01;
/// How sure it must be of a cue that no rule proposes inside the content of another, with no source, with a source that is no known actor.
const NESTED: f32 = 0.9;
const SOURCELESS: f32 = 0.97;
const STRANGER: f32 = 0.9;
/// Frames in which the object of a verb is the one addressed.
const ADDRESSED: [Frame; 3] = [Frame::ObjThat, Frame::ObjTo, Frame::ObjWh];
/// More tokens than this with a verb among them hold a clause.
const CLAUSE: usize = 16;
/// How many statements of a sentence are compared with each other.
const MAX_COMPARED: usize = 64;

/// The findings of the rules where the weights keep them, as the weights see them, and what the weights find beside them.
pub fn merge(view: &View<'_>, found: Vec<Found>, weights: &Weights) -> Vec<Found> {
    let proposals = candidate::proposals(view, &found);
    let chosen = choose::choose(view, &proposals, weights);
    let mut merged: Vec<Found> = Vec::with_capacity(found.len());
    let mut by_rule: Vec<Option<&Chosen>> = vec![None; found.len()];
    for of_sentence in chosen.chunk_by(|a, b| view.sentence_index(a.word) == view.sentence_index(b.word)) {
        for chosen in of_sentence.iter().filter(|chosen| counts(view, chosen, of_sentence)) {
            match chosen.proposal.and_then(|index| by_rule.get_mut(index)) {
                Some(place) => *place = Some(chosen),
                None => merged.push(alone(view, chosen)),
            }
        }
    }
    for (found, chosen) in found.into_iter().zip(by_rule) {
        match chosen {
            Some(chosen) => merged.push(agreed(view, found, chosen)),
            // A colon is no cue, and the weights know cues only.
            None if found.cue.is_none() => merged.push(found),
            None => {}
        }
    }
    merged.sort_by_key(|found| found.sentence);
    merged
}

/// Whether a statement counts. In the marked texts none stands in another, so that inside one the weights always doubt; there the rule decides.
fn counts(view: &View<'_>, chosen: &Chosen, of_sentence: &[Chosen]) -> bool {
    let holds = |other: &Chosen| other.word != chosen.word && other.content.pieces.iter().any(|piece| piece.contains(&chosen.word));
    let nested = of_sentence.iter().take(MAX_COMPARED).any(holds);
    match chosen.proposal {
        Some(_) => nested || chosen.sure >= PROPOSED,
        None => {
            (!nested || chosen.sure >= NESTED)
                && (!chosen.source.range.is_empty() || chosen.sure >= SOURCELESS)
                && !merely_possible(view, chosen)
                && !is_condition(view, chosen)
                && !is_told(view, chosen)
                && !is_act(view, chosen)
        }
    }
}

/// Whether something is only said to be possible: "factions may resist a deal". What may be said in a clause of its own is a statement.
fn merely_possible(view: &View<'_>, chosen: &Chosen) -> bool {
    let modal =
        |word: &usize| view.relation(*word) == Some(Relation::Aux) && matches!(view.lemma_text(*word), "may" | "might" | "can" | "could");
    let clause = |word: &usize| matches!(view.relation(*word), Some(Relation::Ccomp | Relation::Parataxis));
    view.children(chosen.word).any(|word| modal(&word)) && !view.children(chosen.word).any(|word| clause(&word))
}

/// Whether it stands in a condition: "when both sides show …". With "when" and its like, the present says that it is a case and no event.
fn is_condition(view: &View<'_>, chosen: &Chosen) -> bool {
    let present = matches!(view.xpos(chosen.word), Some(Xpos::Vbp | Xpos::Vbz))
        && !view.children(chosen.word).any(|child| view.relation(child) == Some(Relation::Aux));
    let opens = |child: usize| match view.lemma_text(child) {
        "if" | "unless" => true,
        "when" | "whenever" | "once" | "until" => present,
        _ => false,
    };
    view.relation(chosen.word) == Some(Relation::Advcl)
        && view
            .children(chosen.word)
            .any(|child| matches!(view.relation(child), Some(Relation::Mark | Relation::Advmod)) && child < chosen.word && opens(child))
}

/// Whether the source is the one who is told, promised or asked something: the subject of such a verb in the passive ("has been promised a
/// copy"). "is convinced" and the like are no passives of telling.
fn is_told(view: &View<'_>, chosen: &Chosen) -> bool {
    let subject = view.related(chosen.word, Relation::Nsubj).next();
    let lexicon = Lexicon::get();
    let mut readings = lexicon.reporting_verb(view.lemma_text(chosen.word));
    !chosen.source.range.is_empty()
        && subject.is_some_and(|subject| chosen.source.range.contains(&subject))
        && choose::is_passive(view, chosen.word)
        && readings.any(|reading| ADDRESSED.iter().any(|frame| reading.verb.frames.contains(*frame)))
}

/// Whether a verb that often or always reports nothing has but an object: "promotes trade" is what somebody does. A clause or a quotation would
/// make it a statement.
fn is_act(view: &View<'_>, chosen: &Chosen) -> bool {
    // "a negotiated settlement" holds a verb's form, and nothing that anybody does.
    let verb = |index: usize| matches!(view.upos(index), Some(Upos::Verb | Upos::Aux)) && view.relation(index) != Some(Relation::Amod);
    let says = |piece: &Range| {
        let [verbs, quoted, _] = view.counts(piece);
        quoted > 0 || verbs > 0 && (piece.len() > CLAUSE || piece.clone().any(verb))
    };
    view.upos(chosen.word) == Some(Upos::Verb) && !choose::is_certain(view, chosen.word) && !chosen.content.pieces.iter().any(says)
}

/// The rules for words that are passed on: one statement of the one who quotes and one of the one who is quoted. Marked texts have one of the two.
const RELAYED: [&str; 2] = ["relaying", "relayed"];

/// A statement that a rule proposed, with what the weights choose for it.
fn agreed(view: &View<'_>, found: Found, chosen: &Chosen) -> Found {
    if RELAYED.contains(&found.rule) {
        return found;
    }
    let content: Vec<Span> = chosen.content.pieces.iter().map(|piece| bytes(view, piece)).collect();
    let source = (!chosen.source.range.is_empty()).then(|| set_off(view, &chosen.source));
    // "the envoy, who said": the rules name the envoy.
    let relative = matches!(view.xpos(chosen.source.head), Some(Xpos::Wp | Xpos::Wdt)) && found.source.is_some();
    let source = if relative { found.source } else { source };
    let addressee = found.addressee.filter(|span| !content.iter().any(|piece| piece.overlaps(*span)) && Some(*span) != source);
    Found { source, cue: Some(view.bytes(&chosen.extent)), content, addressee, weighed: true, ..found }
}

/// A statement that no rule proposed.
fn alone(view: &View<'_>, chosen: &Chosen) -> Found {
    let lexicon = Lexicon::get();
    let lemma = view.lemma_text(chosen.word);
    let (rule, strength) = match view.upos(chosen.word) {
        Some(Upos::Verb | Upos::Aux) => ("chosen_verb", lexicon.reporting_verb(lemma).next().map(|reading| reading.verb.strength)),
        Some(Upos::Noun) => ("chosen_noun", lexicon.reporting_noun(lemma).map(|reading| reading.noun.strength)),
        _ => ("chosen_word", None),
    };
    Found {
        source: (!chosen.source.range.is_empty()).then(|| set_off(view, &chosen.source)),
        cue: Some(view.bytes(&chosen.extent)),
        content: chosen.content.pieces.iter().map(|piece| bytes(view, piece)).collect(),
        addressee: None,
        lemma: Some(lemma.to_owned()),
        strength,
        rule,
        sentence: view.sentence_index(chosen.word),
        needs_actor: chosen.sure < STRANGER,
        weighed: true,
    }
}

/// The bytes of a source: what sets an apposition or a clause off from its noun is a pair of marks, and the second belongs to it as the first does.
fn set_off(view: &View<'_>, source: &Source) -> Span {
    let Range { start, end } = source.range.clone();
    let comma = |index: usize| view.xpos(index) == Some(Xpos::Comma);
    let closed = |child: usize| {
        let subtree = view.trimmed(view.subtree(child));
        child > source.head
            && subtree.end == end
            && view.relation(child) != Some(Relation::Conj)
            && subtree.start.checked_sub(1).is_some_and(|before| before > source.head && comma(before))
    };
    let pair = end > start && comma(end) && view.children(source.head).any(closed);
    view.bytes(&(start..end + usize::from(pair)))
}

/// The bytes of a piece of content: a mark that closes a quotation inside it belongs to it, and so does one that opens one.
fn bytes(view: &View<'_>, piece: &Range) -> Span {
    // "said on the radio that …": the word is no relative pronoun there, though the tree may take it for one.
    let complementiser = piece.len() > 1 && view.is(piece.start, &["that"]) && view.xpos(piece.start) == Some(Xpos::Wdt);
    let piece = &(piece.start + usize::from(complementiser)..piece.end);
    let span = view.bytes(piece);
    let (first, last) = (view.quotation(piece.start), view.quotation(piece.end.saturating_sub(1)));
    if first == last {
        return span;
    }
    let outer = |number: u32| view.quotations.get(number as usize).map(|quotation| quotation.outer);
    let inside = |number: u32| view.trimmed(view.inside(number));
    let start = if first != NOWHERE && inside(first).start == piece.start {
        outer(first).map_or(span.start, |outer| outer.start)
    } else {
        span.start
    };
    let end = if last != NOWHERE && inside(last).end == piece.end { outer(last).map_or(span.end, |outer| outer.end) } else { span.end };
    Span::new(start, end)
}
