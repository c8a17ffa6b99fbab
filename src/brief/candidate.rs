//! What each sentence has to offer to a brief.
//!
//! The features are those of the oldest and sturdiest methods: place and title (Edmundson, "New Methods in Automatic Extracting", Journal of the
//! ACM 16, 1969), and how often the text comes back to a sentence's words (Luhn, "The Automatic Creation of Literature Abstracts", IBM Journal 2,
//! 1958; Nenkova and Vanderwende, "The Impact of Frequency on Summarization", Microsoft Research, 2005, averaged over the sentence as there).
//! What a reader of negotiations looks for comes before them: who stands where, on what condition, what was promised.

use super::{
    Role,
    scene::{Scene, about, shared},
    vocabulary::is_opener,
};
use crate::{
    position::{Issue, PointKind},
    statement::Grade,
    syntax::{Sentence, TokenKind},
    text::Span,
};

/// Fewer words tell too little, more are no brief.
const SHORT: usize = 6;
const LONG: usize = 45;
const ENDLESS: usize = 70;
/// How many words that a sentence shares with the title are counted.
const TITLE: usize = 3;

/// A sentence that may stand in a brief.
#[derive(Debug)]
pub struct Candidate {
    /// Its words, without a label.
    pub span: Span,
    /// Its index.
    pub sentence: usize,
    /// News, or what was before.
    pub role: Role,
    /// What it is worth by itself, in points.
    pub worth: i32,
    /// Whose statements and positions it holds: codes, in their order.
    pub parties: Vec<String>,
    /// How many of these are heard in it; they stand first.
    pub heard: usize,
    /// What it is about, by the issues of positions; a bit each.
    pub issues: u32,
    /// The statements in it, as indices.
    pub statements: Vec<usize>,
    /// What speaks for it, as stable words.
    pub reasons: Vec<&'static str>,
}

/// The sentences that may stand in a brief; those of `taken` stand elsewhere.
pub fn find(scene: &Scene<'_>, roles: &[Role], taken: &[usize]) -> Vec<Candidate> {
    let title = title(scene);
    let mut found = Vec::new();
    let mut first = true;
    let mut last_block = usize::MAX;
    for (index, sentence) in scene.given.syntax.sentences.iter().enumerate() {
        if !scene.block(sentence).is_some_and(Scene::tells) {
            continue;
        }
        let opens = sentence.block != last_block;
        last_block = sentence.block;
        let Some(role) = roles.get(index) else { break };
        if taken.binary_search(&index).is_ok() || scene.asks(sentence) || !scene.is_whole(sentence) {
            continue;
        }
        let mut candidate = Candidate {
            span: scene.without_label(sentence, Some(role)),
            sentence: index,
            role: *role,
            worth: 0,
            parties: Vec::new(),
            heard: 0,
            issues: 0,
            statements: Vec::new(),
            reasons: Vec::new(),
        };
        candidate.weigh(std::mem::take(&mut first), 6, "lead");
        candidate.weigh(opens, 1, "opens_paragraph");
        let with_title = shared(scene.topics(index), &title).min(TITLE);
        candidate.weigh(with_title > 0, i32::try_from(with_title).unwrap_or(0), "title");
        let central = central(scene, index);
        candidate.weigh(central >= 2, central, "central");
        add_statements(scene, &mut candidate);
        candidate.worth -= drawback(scene, sentence);
        found.push(candidate);
    }
    add_positions(scene, &mut found);
    found
}

impl Candidate {
    fn weigh(&mut self, holds: bool, points: i32, reason: &'static str) {
        if holds && !self.reasons.contains(&reason) {
            self.worth += points;
            self.reasons.push(reason);
        }
    }

    fn add_party(&mut self, code: &str) {
        if !self.parties.iter().any(|known| known == code) {
            self.parties.push(code.to_owned());
        }
    }
}

/// What the title is about.
fn title(scene: &Scene<'_>) -> Vec<u32> {
    let Some(span) = scene.given.document.metadata.title.as_ref().and_then(|title| title.span) else { return Vec::new() };
    let tokens = &scene.given.syntax.tokens;
    let from = tokens.partition_point(|token| token.span.start < span.start);
    let to = tokens.partition_point(|token| token.span.start < span.end);
    about(scene.text, scene.given.syntax, tokens.get(from..to).unwrap_or(&[]))
}

/// How often the text comes back to the words of a sentence, on the average: 0 to 4 points.
fn central(scene: &Scene<'_>, sentence: usize) -> i32 {
    let words = scene.topics(sentence);
    // A word that stands nowhere else says nothing; one that stands everywhere not more than one that often does.
    let again: usize = words.iter().map(|word| scene.sentences_with(*word).saturating_sub(1).min(4)).sum();
    i32::try_from(again / words.len().max(4)).unwrap_or(0)
}

fn add_statements(scene: &Scene<'_>, candidate: &mut Candidate) {
    for (index, statement) in scene.statements(candidate.sentence) {
        candidate.statements.push(index);
        if statement.level > 1 {
            continue;
        }
        let known = matches!(statement.grade, Grade::Named | Grade::Role | Grade::Institution | Grade::Document);
        candidate.weigh(known, 3, "statement");
        candidate.weigh(!known, 1, "voices");
        for code in &statement.affiliation {
            candidate.add_party(code);
        }
    }
    candidate.heard = candidate.parties.len();
}

/// What positions, conditions, commitments, scheduled events and points add.
fn add_positions(scene: &Scene<'_>, candidates: &mut [Candidate]) {
    let found = scene.given.positions;
    let mut at = |span: Span, add: &mut dyn FnMut(&mut Candidate)| {
        let place = candidates.partition_point(|candidate| candidate.span.end <= span.start);
        if let Some(candidate) = candidates.get_mut(place).filter(|candidate| candidate.span.overlaps(span)) {
            add(candidate);
        }
    };
    for position in &found.positions {
        at(position.evidence, &mut |candidate| {
            candidate.weigh(true, 3, "position");
            candidate.add_party(&position.holder);
            if position.issue != Issue::Other {
                candidate.issues |= 1 << (position.issue as u32);
            }
        });
    }
    for condition in &found.conditions {
        at(condition.span, &mut |candidate| candidate.weigh(true, 2, "condition"));
    }
    for commitment in &found.commitments {
        at(commitment.what, &mut |candidate| {
            candidate.weigh(true, 3, "commitment");
            commitment.by.iter().for_each(|code| candidate.add_party(code));
        });
    }
    for scheduled in &found.scheduled {
        at(scheduled.what, &mut |candidate| candidate.weigh(true, 3, "scheduled"));
    }
    for point in &found.points {
        let kinds = [PointKind::Verification, PointKind::Guarantee, PointKind::Requirement, PointKind::Consequence, PointKind::Objective];
        let reason = point.kind.name();
        if kinds.contains(&point.kind) {
            at(point.span, &mut |candidate| candidate.weigh(candidate.reasons.len() < 16, 1, reason));
        }
    }
}

/// What speaks against a sentence: too short, too long, or leaning on the one before.
fn drawback(scene: &Scene<'_>, sentence: &Sentence) -> i32 {
    let tokens = scene.given.syntax.tokens_of(sentence);
    let words = tokens.iter().take(ENDLESS + 1).filter(|token| token.kind == TokenKind::Word).count();
    let length = match words {
        0..SHORT => 5,
        SHORT..=LONG => 0,
        _ if words <= ENDLESS => 3,
        _ => 8,
    };
    let leans = tokens.first().is_some_and(|token| is_opener(token.span.of(scene.text)));
    length + if leans { 3 } else { 0 }
}
