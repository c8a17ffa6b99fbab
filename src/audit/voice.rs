//! Whose words fill the text: counted in words, by grade of their source, for the text and for each party.

use std::collections::BTreeMap;

use super::{Party, Shares, scene::Scene};
use crate::{
    lexicon::{Lexicon, OrganisationKind},
    statement::Grade,
    text::Span,
};

/// A party that is mentioned at least so often and has no statement is never heard.
const MIN_MENTIONS: usize = 3;

/// The shares of the text, and its parties.
pub fn shares(scene: &Scene<'_>) -> (Shares, Vec<Party>) {
    let words = Words::new(scene);
    let statements = scene.given.statements;
    let mut text = Shares { words: words.count(), ..Shares::default() };
    let mut parties = Parties::default();
    for mention in &scene.given.actors.mentions {
        let actor = scene.given.actors.actors.get(mention.actor);
        if let Some(code) = actor.and_then(|actor| actor.code.as_deref()) {
            parties.with(code, |party| {
                party.mentions += 1;
                party.first.get_or_insert(mention.span);
            });
        }
    }
    for statement in statements {
        for code in &statement.affiliation {
            parties.with(code, |party| party.statements += 1);
        }
    }
    for (span, statement) in &scene.voices {
        let Some(statement) = statements.get(*statement) else { continue };
        let count = words.inside(*span);
        add(&mut text.grades, statement.grade, count);
        for code in &statement.affiliation {
            parties.with(code, |party| {
                party.shares.words += count;
                add(&mut party.shares.grades, statement.grade, count);
            });
        }
    }
    // What nobody is named for, where no source has it already.
    let unsourced = statements.iter().filter(|statement| statement.grade == Grade::None).flat_map(|statement| &statement.content);
    let mut unsourced: Vec<Span> = unsourced.copied().collect();
    unsourced.sort_unstable();
    let mut end = 0;
    for span in unsourced {
        let span = Span::new(span.start.max(end), span.end);
        end = end.max(span.end);
        add(&mut text.grades, Grade::None, words.inside(span).saturating_sub(sourced_inside(scene, &words, span)));
    }
    (text, parties.finish())
}

fn add(grades: &mut [usize; 7], grade: Grade, count: usize) {
    if let Some(sum) = grades.get_mut(grade as usize) {
        *sum += count;
    }
}

/// The words of a span that a source has.
fn sourced_inside(scene: &Scene<'_>, words: &Words, span: Span) -> usize {
    let from = scene.voices.partition_point(|(voice, _)| voice.end <= span.start);
    let over = scene.voices.iter().skip(from).take_while(|(voice, _)| voice.start < span.end);
    over.map(|(voice, _)| words.inside(Span::new(voice.start.max(span.start), voice.end.min(span.end)))).sum()
}

/// Where the words of the article begin.
#[derive(Debug)]
struct Words(Vec<usize>);

impl Words {
    /// Runs of visible characters that hold a letter or a digit, as `document.words` of the report counts them.
    fn new(scene: &Scene<'_>) -> Self {
        let mut starts = Vec::with_capacity(scene.text.len() / 6);
        for (_, block) in scene.given.document.article() {
            // A word begins at its first letter or digit, so that a quotation mark before it does not move it out of a quotation.
            let mut is_open = true;
            for (at, character) in block.content.of(scene.text).char_indices() {
                if character.is_whitespace() {
                    is_open = true;
                } else if is_open && character.is_alphanumeric() {
                    is_open = false;
                    starts.push(block.content.start + at);
                }
            }
        }
        Self(starts)
    }

    fn count(&self) -> usize {
        self.0.len()
    }

    /// How many words begin inside a span.
    fn inside(&self, span: Span) -> usize {
        let before = |offset: usize| self.0.partition_point(|start| *start < offset);
        before(span.end).saturating_sub(before(span.start))
    }
}

/// The parties, each at the place of its code.
#[derive(Debug, Default)]
struct Parties<'a> {
    places: BTreeMap<&'a str, usize>,
    found: Vec<Party>,
}

impl<'a> Parties<'a> {
    /// The place of a party, which is added where it is new.
    fn place(&mut self, code: &'a str) -> usize {
        let next = self.found.len();
        let place = *self.places.entry(code).or_insert(next);
        if place == next {
            self.found.push(Party {
                code: code.to_owned(),
                name: Lexicon::get().usual_name(code).unwrap_or(code).to_owned(),
                mentions: 0,
                first: None,
                statements: 0,
                shares: Shares::default(),
                never_heard: false,
            });
        }
        place
    }

    fn with(&mut self, code: &'a str, change: impl FnOnce(&mut Party)) {
        let place = self.place(code);
        if let Some(party) = self.found.get_mut(place) {
            change(party);
        }
    }

    /// Those who are heard, or spoken of often enough; those heard most first. News media are not parties to what they report.
    fn finish(self) -> Vec<Party> {
        let lexicon = Lexicon::get();
        let is_medium = |code: &str| {
            let kind = lexicon.organisation(code).map(|organisation| organisation.kind);
            lexicon.state(code).is_none() && kind == Some(OrganisationKind::Media)
        };
        let mut parties: Vec<Party> = self.found.into_iter().filter(|party| !is_medium(&party.code)).collect();
        parties.retain(|party| party.statements > 0 || party.mentions >= MIN_MENTIONS);
        for party in &mut parties {
            party.never_heard = party.statements == 0;
        }
        parties.sort_by(|a, b| {
            let key = |party: &Party| std::cmp::Reverse((party.shares.words, party.statements, party.mentions));
            key(a).cmp(&key(b)).then_with(|| a.code.cmp(&b.code))
        });
        parties
    }
}
