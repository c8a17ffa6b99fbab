//! What the rules of words found and what the weights choose in; out comes what counts.

use super::{
    Found,
    candidate::{self, NOWHERE, Range, View},
    choose::{self, Chosen, Thresholds, Weights},
};
use crate::{
    actor::{Actors, quotation::Quotation},
    lexicon::Lexicon,
    syntax::{Syntax, Upos, Xpos},
    text::Span,
};

/// From which certainty on a word is a cue. A rule of words asks for less: it also knows what the marked texts leave out, such as a statement
/// inside another.
const THRESHOLDS: Thresholds = Thresholds { alone: 0.5, unknown: 0.6, proposed: 0.05 };

/// The findings of the rules where the weights keep them, as the weights see them, and what the weights find beside them.
pub fn merge(text: &str, syntax: &Syntax, quotations: &[Quotation], actors: &Actors, found: Vec<Found>, weights: &Weights) -> Vec<Found> {
    let view = View::new(text, syntax, quotations, actors);
    let proposals = candidate::proposals(&view, &found);
    let chosen = choose::choose(&view, &proposals, weights, thresholds());
    let nested = std::env::var("T_NESTED").ok().and_then(|value| value.parse().ok()).unwrap_or(0.0);
    let inside = |word: usize| {
        chosen.iter().filter(|other| other.word != word && view.sentence_index(other.word) == view.sentence_index(word)).any(|other| other.content.pieces.iter().any(|piece| piece.contains(&word)))
    };
    let chosen: Vec<Chosen> = chosen.iter().filter(|one| one.proposal.is_some() || one.sure >= nested || !inside(one.word)).cloned().collect();
    let mut merged: Vec<Found> = Vec::with_capacity(found.len());
    let mut by_rule: Vec<Option<&Chosen>> = vec![None; found.len()];
    for chosen in &chosen {
        match chosen.proposal.and_then(|index| by_rule.get_mut(index)) {
            Some(place) => *place = Some(chosen),
            None => merged.push(alone(&view, chosen)),
        }
    }
    for (found, chosen) in found.into_iter().zip(by_rule) {
        match chosen {
            Some(chosen) => merged.push(agreed(&view, found, chosen)),
            // A colon is no cue, and the weights know cues only.
            None if found.cue.is_none() => merged.push(found),
            None => {}
        }
    }
    merged.sort_by_key(|found| found.sentence);
    merged
}

fn thresholds() -> Thresholds {
    let read = |name: &str, default: f32| std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default);
    Thresholds { alone: read("T_ALONE", THRESHOLDS.alone), unknown: read("T_UNKNOWN", THRESHOLDS.unknown), proposed: read("T_PROPOSED", THRESHOLDS.proposed) }
}

/// A statement that a rule proposed, with what the weights choose for it.
fn agreed(view: &View<'_>, found: Found, chosen: &Chosen) -> Found {
    let content: Vec<Span> = chosen.content.pieces.iter().map(|piece| bytes(view, piece)).collect();
    let source = (!chosen.source.range.is_empty()).then(|| view.bytes(&chosen.source.range));
    // "the envoy, who said": the rules name the envoy.
    let relative = matches!(view.xpos(chosen.source.head), Some(Xpos::Wp | Xpos::Wdt)) && found.source.is_some();
    let source = if relative { found.source } else { source };
    let addressee = found.addressee.filter(|span| !content.iter().any(|piece| piece.overlaps(*span)) && Some(*span) != source);
    Found { source, cue: Some(view.bytes(&chosen.extent)), content, addressee, ..found }
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
        source: (!chosen.source.range.is_empty()).then(|| view.bytes(&chosen.source.range)),
        cue: Some(view.bytes(&chosen.extent)),
        content: chosen.content.pieces.iter().map(|piece| bytes(view, piece)).collect(),
        addressee: None,
        lemma: Some(lemma.to_owned()),
        strength,
        rule,
        sentence: view.sentence_index(chosen.word),
        needs_actor: false,
    }
}

/// The bytes of a piece of content: a mark that closes a quotation inside it belongs to it, and so does one that opens one.
fn bytes(view: &View<'_>, piece: &Range) -> Span {
    let span = view.bytes(piece);
    let (first, last) = (view.quotation(piece.start), view.quotation(piece.end.saturating_sub(1)));
    if first == last {
        return span;
    }
    let outer = |number: u32| view.quotations.get(number as usize).map(|quotation| quotation.outer);
    let inside = |number: u32| view.trimmed(view.inside(number));
    let start = if first != NOWHERE && inside(first).start == piece.start { outer(first).map_or(span.start, |outer| outer.start) } else { span.start };
    let end = if last != NOWHERE && inside(last).end == piece.end { outer(last).map_or(span.end, |outer| outer.end) } else { span.end };
    Span::new(start, end)
}
