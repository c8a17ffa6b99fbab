//! What words are about, out of the closed list of issues.

use std::ops::Range;

use super::{
    Issue,
    scene::{MOST, Scene},
    vocabulary::ISSUES,
};
use crate::{syntax::Relation, text::Span};

/// What a stretch of words is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The issue.
    pub issue: Issue,
    /// How much speaks for it.
    pub weight: u32,
    /// The words that show it.
    pub words: Vec<Span>,
}

/// What speaks for each issue, by its place in the list.
type Scores = [u32; Issue::ALL.len()];

/// What a stretch is about, stretches in it left out; nothing where no word tells.
pub fn about(scene: &Scene<'_>, range: &Range<usize>, without: &[Range<usize>]) -> Option<About> {
    let mut scores: Scores = [0; Issue::ALL.len()];
    let mut words: Vec<(Issue, Span)> = Vec::new();
    let subject = scene.top(range).and_then(|top| scene.child(top, Relation::Nsubj)).map(|subject| scene.subtree(subject));
    let mut index = range.start;
    while index < range.end {
        if let Some(left_out) = without.iter().find(|left_out| left_out.contains(&index)) {
            index = left_out.end;
            continue;
        }
        let Some((length, (issue, weight))) = ISSUES.at(scene, index, range.end) else {
            index += 1;
            continue;
        };
        let weight = u32::from(weight);
        // What the clause says of its subject tells more than the subject.
        let place = if subject.as_ref().is_some_and(|subject| subject.contains(&index)) { 3 } else { 4 };
        if let Some(score) = scores.get_mut(issue as usize) {
            // The second word of an issue tells less than the first.
            let more = weight * weight * place;
            *score = (*score).max(more) + (*score).min(more) / 4;
        }
        words.push((issue, scene.bytes(&(index..index + length))));
        index += length;
    }
    let best = scores.iter().copied().max().filter(|best| *best > 0)?;
    let issue = words.iter().map(|(issue, _)| *issue).find(|issue| scores.get(*issue as usize) == Some(&best))?;
    let words = words.iter().filter(|(other, _)| *other == issue).map(|(_, span)| *span).collect();
    Some(About { issue, weight: best, words })
}

/// What a clause is about; where its own words do not tell, what its subject is that it shares with a clause before it: "the sanctions harm us
/// and should be lifted". Who speaks, before the content that begins at a token, tells nothing of what is said.
pub fn of_clause(scene: &Scene<'_>, clause: &Range<usize>, from: usize, without: &[Range<usize>]) -> Option<About> {
    about(scene, clause, without).or_else(|| {
        let subject = scene.subject(scene.top(clause)?).filter(|subject| (from..clause.start).contains(subject))?;
        let phrase = scene.subtree(subject);
        about(scene, &(phrase.start..phrase.end.min(clause.start)), without)
    })
}

/// From which weight on words elsewhere tell what a pronoun means: more than one vague word.
const TELLING: u32 = 12;

/// What the words before a stretch are about, as far as they stand in its sentence: what a pronoun in it may mean.
pub fn before(scene: &Scene<'_>, range: &Range<usize>) -> Option<About> {
    let sentence = scene.syntax.sentences.get(scene.sentence_index(range.start))?;
    telling(scene, &(sentence.tokens.start.max(range.start.saturating_sub(MOST))..range.start))
}

/// What a stretch is about, where more than one vague word tells; its last words, where it is long.
pub fn telling(scene: &Scene<'_>, range: &Range<usize>) -> Option<About> {
    about(scene, &(range.start.max(range.end.saturating_sub(MOST))..range.end), &[]).filter(|about| about.weight >= TELLING)
}

/// What a text as a whole is about: the issue that at least a third of its telling words show; nothing where none does.
pub fn topic(scene: &Scene<'_>) -> Option<Issue> {
    let mut counts: Scores = [0; Issue::ALL.len()];
    let end = scene.syntax.tokens.len();
    for index in 0..end {
        if let Some((_, (issue, weight))) =
            ISSUES.at(scene, index, end).filter(|(_, (issue, weight))| *weight > 1 && *issue != Issue::Other)
            && let Some(count) = counts.get_mut(issue as usize)
        {
            *count += u32::from(weight);
        }
    }
    let all: u32 = counts.iter().sum();
    let best = counts.iter().copied().max().filter(|best| *best > 0 && *best * 3 >= all)?;
    Issue::ALL.iter().copied().find(|issue| counts.get(*issue as usize) == Some(&best))
}
