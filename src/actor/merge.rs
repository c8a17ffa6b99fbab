//! The phrases that the words of a sentence show and the names that its grammar shows in; out come both, none over another.

use std::collections::BTreeSet;

use super::{
    is_quoted,
    link::Placed,
    name_by_grammar::{Chain, Evidence},
    phrase::{self, What},
    quotation::Quotation,
};
use crate::{lexicon::Lexicon, text::Span};

/// Adds to the phrases of a sentence, which begin at `first`, the names that the grammar shows: what the lists know goes before them, a guess
/// by capitals behind them.
#[inline(never)]
pub fn take_chains(text: &str, chains: Vec<Chain>, sentence: usize, first: usize, quotations: &[Quotation], placed: &mut Vec<Placed>) {
    let mut phrases = placed.split_off(first.min(placed.len()));
    // The names to add, each with the phrase that it goes before; the phrases that names take the place of.
    let mut added: Vec<(usize, Placed)> = Vec::new();
    let mut dropped: BTreeSet<usize> = BTreeSet::new();
    let mut at = 0;
    for mut chain in chains {
        let over = |phrase: &Placed| phrase.span.overlaps(chain.span);
        let guess = |phrase: &Placed| matches!(phrase.what, What::Surname { certain: false, .. });
        // The phrases are in the order of their first words and none is longer than a sentence: those before a chain are passed once.
        while phrases.get(at).is_some_and(|phrase| phrase.span.end <= chain.span.start) {
            at += 1;
        }
        let near: Vec<usize> = (at..phrases.len())
            .take_while(|&index| phrases.get(index).is_some_and(|phrase| phrase.span.start < chain.span.end))
            .filter(|&index| phrases.get(index).is_some_and(over))
            .collect();
        // "Managing Supervisor Vickie Guerrero": an office and the name behind it.
        let office = near.iter().filter_map(|&index| phrases.get(index)).find(|phrase| {
            matches!(phrase.what, What::Office { .. } | What::Anonymous(_) | What::Group(_))
                && phrase.span.start <= chain.span.start
                && phrase.span.end < chain.span.end
        });
        let rest = office.map(|office| Span::new(office.span.end, chain.span.end).trimmed(text));
        let near: Vec<usize> = match rest.filter(|rest| !rest.is_empty()) {
            Some(rest) => {
                chain.words = rest.of(text).split_whitespace().count();
                (chain.span, chain.name, chain.evidence) = (rest, rest, Evidence::Person);
                near.into_iter().filter(|&index| phrases.get(index).is_some_and(|phrase| phrase.span.overlaps(rest))).collect()
            }
            None => near,
        };
        if let Some(known) = near.iter().find(|&&index| phrases.get(index).is_some_and(|phrase| !guess(phrase))) {
            if let Some(phrase) = phrases.get_mut(*known).filter(|phrase| matches!(phrase.what, What::Person(_) | What::Surname { .. })) {
                phrase.feminine = chain.feminine;
            }
            continue;
        }
        let name = chain.name.of(text);
        if !Lexicon::get().name(name).is_empty() || phrase::is_body_name(name) {
            continue;
        }
        let certain = chain.evidence == Evidence::Person;
        let guessed = near.first().and_then(|&index| phrases.get(index));
        let initial = guessed.is_some_and(|phrase| phrase.initial);
        let prominence = guessed.map_or(u8::from(chain.subject), |phrase| phrase.prominence);
        let what =
            if certain && chain.words > 1 { What::Person(name.to_owned()) } else { What::Surname { name: name.to_owned(), certain } };
        let chosen = Placed {
            span: chain.span,
            sentence,
            prominence,
            quoted: is_quoted(quotations, chain.span),
            initial,
            bare: !certain && near.is_empty(),
            what,
            codes: guessed.map_or_else(Vec::new, |phrase| phrase.codes.clone()),
            role: None,
            tentative: !certain,
            located: chain.evidence == Evidence::Place,
            feminine: chain.feminine,
            rule: if certain { "name_by_grammar" } else { "name_by_capitals" },
        };
        match near.split_first() {
            Some((&index, rest)) => {
                if let Some(phrase) = phrases.get_mut(index) {
                    *phrase = chosen;
                }
                dropped.extend(rest);
            }
            None => added.push((at, chosen)),
        }
    }
    let mut added = added.into_iter().peekable();
    for (index, phrase) in phrases.into_iter().enumerate() {
        while let Some((_, chosen)) = added.next_if(|(at, _)| *at <= index) {
            placed.push(chosen);
        }
        if !dropped.contains(&index) {
            placed.push(phrase);
        }
    }
    placed.extend(added.map(|(_, chosen)| chosen));
}
