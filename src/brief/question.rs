//! A headline that asks, and the sentence that takes up its words: early ones and those with words that answer come first.

use super::{
    HeadlineQuestion, Verdict,
    record::Answer,
    scene::{Hit, Scene, about, shared},
    vocabulary::{Answers, Phrase, is_polar},
};
use crate::{
    syntax::{Relation, Sentence, Token},
    text::Span,
};

/// An answer stands among the first sentences.
const FIRST: usize = 40;
/// How many steps towards the root are gone at most.
const DEPTH: usize = 64;

/// Finds the question and its answer.
pub fn find(scene: &Scene<'_>) -> Option<HeadlineQuestion> {
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
    Some(HeadlineQuestion { question, polar, answer: answer(scene, question, &topics, polar) })
}

fn answer(scene: &Scene<'_>, question: Span, topics: &[u32], polar: bool) -> Option<Answer> {
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
    let span = main_clause(scene, scene.sentence(index)?);
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

/// A sentence without the subordinate clause that it opens with: "As forces prepare, …".
fn main_clause(scene: &Scene<'_>, sentence: &Sentence) -> Span {
    let tokens = scene.given.syntax.tokens_of(sentence);
    let first = sentence.tokens.start;
    // The token below the root that a token hangs on.
    let branch = |index: usize| {
        let mut at = index;
        for _ in 0..DEPTH {
            let head = tokens.get(at)?.head()?.checked_sub(first)?;
            if tokens.get(head)?.relation() == Some(Relation::Root) {
                return Some(at);
            }
            at = head;
        }
        None
    };
    let is_clause = |at: usize| tokens.get(at).and_then(Token::relation) == Some(Relation::Advcl);
    let Some(clause) = (0..tokens.len().min(6)).find_map(|at| branch(at).filter(|top| is_clause(*top))) else { return sentence.span };
    let comma = |at: &usize| tokens.get(*at).is_some_and(|token| token.span.of(scene.text) == ",");
    let Some(end) = (clause..tokens.len()).find(comma) else { return sentence.span };
    // What stands before the subject only is left out.
    let subject = (0..tokens.len())
        .find(|at| tokens.get(*at).is_some_and(|token| token.relation() == Some(Relation::Nsubj)) && branch(*at) == Some(*at));
    match (subject, tokens.get(end + 1)) {
        (Some(subject), Some(next)) if subject > end => Span::new(next.span.start, sentence.span.end),
        _ => sentence.span,
    }
}
