//! A headline that asks, and the sentence that takes up its words: early ones and those with words that answer come first.

use super::{
    HeadlineQuestion, Role, Verdict,
    record::Answer,
    scene::{Hit, Scene, about, shared},
    vocabulary::{Answers, Phrase, is_polar, is_subordinator},
};
use crate::{
    syntax::{Sentence, Token, Xpos},
    text::Span,
};

/// An answer stands among the first sentences.
const FIRST: usize = 40;
/// A subordinate clause has so many words at least.
const CLAUSE: usize = 3;

/// Finds the question and its answer.
pub fn find(scene: &Scene<'_>, roles: &[Role]) -> Option<HeadlineQuestion> {
    let question = scene.given.document.metadata.title.as_ref()?.span?;
    let words = question.of(scene.text);
    if !words.trim_end_matches(['”', '"', '’', '\'', '»']).ends_with('?') {
        return None;
    }
    let tokens = &scene.given.syntax.tokens;
    let from = tokens.partition_point(|token| token.span.start < question.start);
    let to = tokens.partition_point(|token| token.span.start < question.end);
    let topics = about(scene.text, scene.given.syntax, tokens.get(from..to).unwrap_or(&[]));
    let polar = words.split_whitespace().next().is_some_and(is_polar);
    Some(HeadlineQuestion { question, polar, answer: answer(scene, roles, question, &topics, polar) })
}

fn answer(scene: &Scene<'_>, roles: &[Role], question: Span, topics: &[u32], polar: bool) -> Option<Answer> {
    let tells = |sentence: &Sentence| scene.block(sentence).is_some_and(Scene::tells) && !scene.asks(sentence) && scene.is_whole(sentence);
    let sentences = scene.given.syntax.sentences.iter().enumerate();
    let after = sentences.filter(|(_, sentence)| sentence.span.start >= question.end && tells(sentence)).take(FIRST);
    let weigh = |(place, (index, sentence)): (usize, (usize, &Sentence))| {
        let in_common = shared(topics, scene.topics(index));
        let answers = scene.hits(sentence.span).iter().any(|hit| answers(hit).is_some());
        let enough = in_common >= 2 || (in_common == 1 && (answers || topics.len() < 3));
        let points = 3 * in_common + usize::from(answers && polar) * 3 + 3_usize.saturating_sub(place);
        enough.then_some((points, std::cmp::Reverse(index)))
    };
    let (_, std::cmp::Reverse(index)) = after.enumerate().filter_map(weigh).max()?;
    let span = main_clause(scene, scene.sentence(index)?, roles.get(index));
    let (verdict, why) = if polar { verdict(scene, span) } else { (Verdict::Stated, Vec::new()) };
    Some(Answer { span, sentence: index, verdict, why, rule: "headline_question" })
}

fn answers(hit: &Hit) -> Option<Answers> {
    hit.values.iter().find_map(|value| match value {
        Phrase::Answer(answers) => Some(*answers),
        _ => None,
    })
}

fn verdict(scene: &Scene<'_>, span: Span) -> (Verdict, Vec<Span>) {
    let found: Vec<(Answers, Span)> = scene.hits(span).iter().filter_map(|hit| Some((answers(hit)?, hit.span))).collect();
    let has = |wanted| found.iter().any(|(answers, _)| *answers == wanted);
    let verdict = match (has(Answers::For), has(Answers::Against)) {
        _ if has(Answers::Open) || has(Answers::Turn) => Verdict::Hedged,
        (true, true) => Verdict::Hedged,
        (true, false) => Verdict::For,
        (false, true) => Verdict::Against,
        (false, false) => Verdict::Stated,
    };
    (verdict, found.into_iter().map(|(_, span)| span).collect())
}

/// A sentence without a label, and without the subordinate clause that it opens with: "UPDATE: As forces prepare, …".
fn main_clause(scene: &Scene<'_>, sentence: &Sentence, role: Option<&Role>) -> Span {
    let span = scene.without_label(sentence, role);
    let tokens = scene.given.syntax.tokens_of(sentence);
    let first = tokens.partition_point(|token| token.span.start < span.start);
    let words = |at: usize| tokens.get(at).map_or("", |token| token.span.of(scene.text));
    if !is_subordinator(words(first)) {
        return span;
    }
    let Some(comma) = (first + CLAUSE..tokens.len()).find(|at| words(*at) == ",") else { return span };
    // "If Norway, which …, agrees": the comma is not the end of the clause.
    let goes_on = |token: &Token| matches!(token.xpos(), Some(Xpos::Wdt | Xpos::Wp | Xpos::Vbg | Xpos::Vbn));
    match tokens.get(comma + 1).filter(|token| !goes_on(token)) {
        Some(next) => Span::new(next.span.start, span.end),
        None => span,
    }
}
