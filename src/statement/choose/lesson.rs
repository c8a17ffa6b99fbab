//! A text with its marked statements in; out comes what there is to learn from it: the features of all candidates, and which of them is right.

use super::{
    content, cue, extent,
    feature::{Decision, Features},
    likely, source,
};
use crate::{
    actor::{Actors, words::Words},
    ingest::Document,
    statement::{
        by_rules,
        candidate::{self, Content, Proposal, Range, View, Way},
    },
    syntax::{Role, Syntax},
    text::Span,
};

/// A statement that somebody marked, as tokens.
#[derive(Debug, Clone, Default)]
pub struct Marked {
    /// Who speaks.
    pub source: Vec<Range>,
    /// The words that carry it.
    pub cue: Vec<Range>,
    /// What is said.
    pub content: Vec<Range>,
}

/// A choice: the features of each candidate, and which is right.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// The features of the candidates.
    pub options: Vec<Vec<u32>>,
    /// The right one.
    pub right: usize,
}

/// What there is to learn from a text.
#[derive(Debug, Clone, Default)]
pub struct Lesson {
    /// Words that may head a cue, and whether they do.
    pub words: Vec<(Vec<u32>, bool)>,
    /// Choices of contents, sources and extents.
    pub choices: [Vec<Choice>; 3],
    /// How many statements there are, how many have a cue among the candidates, and how many choices hold the very candidate.
    pub counts: [usize; 5],
}

/// A content that shares less of its tokens with the marked one teaches nothing.
const ALIKE: f32 = 0.6;

/// Reads the lesson of a text.
pub fn lesson(view: &View<'_>, proposals: &[Proposal], marked: &[Marked]) -> Lesson {
    let mut lesson = Lesson::default();
    let mut heads: Vec<(usize, &Marked)> = Vec::new();
    for statement in marked {
        let all = statement.cue.iter().filter_map(|range| view.top(view.trimmed(range.clone()))).next();
        lesson.counts[0] += 1;
        if let Some(head) = all {
            heads.push((head, statement));
        }
    }
    heads.sort_by_key(|(head, _)| *head);
    let mut features = Features::new(Decision::Cue);
    for word in 0..view.len() {
        let proposal = proposals.iter().find(|proposal| proposal.cue == word);
        if proposal.is_none() && !candidate::may_report(view, word) {
            continue;
        }
        let statement = heads.binary_search_by_key(&word, |(head, _)| *head).ok().and_then(|at| heads.get(at));
        // A gold statement never stands in another: whether the words inside a content would be cues elsewhere, it does not tell.
        features.clear();
        cue::features(view, word, proposal, &mut features);
        lesson.words.push((features.hashes.clone(), statement.is_some()));
        let Some((_, statement)) = statement else { continue };
        lesson.counts[1] += 1;
        teach(view, word, proposal, statement, &mut lesson);
    }
    lesson
}

fn teach(view: &View<'_>, word: usize, proposal: Option<&Proposal>, marked: &Marked, lesson: &mut Lesson) {
    let mut pieces: Vec<Range> = marked.content.iter().map(|piece| view.trimmed(piece.clone())).filter(|piece| !piece.is_empty()).collect();
    pieces.sort_by_key(|piece| piece.start);
    let mut contents = candidate::contents(view, word, proposal);
    let exact = contents.iter().position(|content| content.pieces == pieces);
    lesson.counts[2] += usize::from(exact.is_some());
    let right = exact.or_else(|| {
        let alike = |content: &Content| shared(&content.pieces, &pieces);
        let best = (0..contents.len()).max_by(|a, b| alike(&contents[*a]).total_cmp(&alike(&contents[*b])).then(b.cmp(a)))?;
        (alike(&contents[best]) >= ALIKE).then_some(best)
    });
    if let Some(right) = right {
        let mut features = Features::new(Decision::Content);
        let top = contents.iter().map(|content| likely::odds_of_content(view, content)).max().unwrap_or(0);
        let options = contents.iter().map(|content| {
            features.clear();
            content::features(view, word, content, proposal, top, &mut features);
            features.hashes.clone()
        });
        lesson.choices[0].push(Choice { options: options.collect(), right });
    }
    let chosen = right.map_or(Content { pieces: pieces.clone(), way: Way::Right, begins: None }, |right| contents.swap_remove(right));
    let range = marked.source.first().cloned().unwrap_or(0..0);
    let sources = candidate::sources(view, word, proposal);
    let exact = sources.iter().position(|source| trimmed(view, &source.range) == trimmed(view, &range));
    lesson.counts[3] += usize::from(exact.is_some());
    let right = exact.or_else(|| {
        let alike = |index: usize| shared(std::slice::from_ref(&sources[index].range), std::slice::from_ref(&range));
        let best = (0..sources.len()).max_by(|a, b| alike(*a).total_cmp(&alike(*b)).then(b.cmp(a)))?;
        (alike(best) >= ALIKE).then_some(best)
    });
    if let Some(right) = right {
        let mut features = Features::new(Decision::Source);
        let top = sources.iter().map(|source| view.odds.of(Role::Source, &source.range)).max().unwrap_or(0);
        let options = sources.iter().map(|source| {
            features.clear();
            source::features(view, word, source, &chosen, proposal, top, &mut features);
            features.hashes.clone()
        });
        lesson.choices[1].push(Choice { options: options.collect(), right });
    }
    let addressee = proposal.and_then(|proposal| proposal.addressee.as_ref());
    let taken: Vec<&Range> = pieces.iter().chain(addressee).chain([&range]).collect();
    let extents = candidate::extents(view, word, &taken);
    let behind = pieces.iter().find(|piece| piece.start > word);
    let whole = marked.cue.iter().find(|range| range.contains(&word));
    if let Some(right) = whole.and_then(|whole| extents.iter().position(|extent| extent == whole)) {
        lesson.counts[4] += 1;
        let mut features = Features::new(Decision::Extent);
        let top = extents.iter().map(|extent| view.odds.of(Role::Cue, extent)).max().unwrap_or(0);
        let options = extents.iter().map(|extent| {
            features.clear();
            extent::features(view, word, extent, behind, top, &mut features);
            features.hashes.clone()
        });
        lesson.choices[2].push(Choice { options: options.collect(), right });
    }
}

fn trimmed(view: &View<'_>, range: &Range) -> Range {
    if range.is_empty() { 0..0 } else { view.trimmed(range.clone()) }
}

/// The share of tokens that two sets of pieces have in common.
fn shared(a: &[Range], b: &[Range]) -> f32 {
    let size = |pieces: &[Range]| pieces.iter().map(|piece| piece.len()).sum::<usize>();
    let both: usize = a.iter().flat_map(|x| b.iter().map(move |y| x.end.min(y.end).saturating_sub(x.start.max(y.start)))).sum();
    both as f32 / (size(a) + size(b) - both).max(1) as f32
}

/// Reads the lesson of a text whose statements were marked as bytes of it: source, cue and content of each.
pub fn of_document(document: &Document, syntax: &Syntax, actors: &Actors, marked: &[[Vec<Span>; 3]]) -> Lesson {
    let text = document.text();
    let found = by_rules(document, syntax, &Words::of(text, syntax)).found;
    let view = View::new(text, syntax, actors);
    let tokens = |spans: &[Span]| spans.iter().map(|span| view.tokens(*span)).collect();
    let marked: Vec<Marked> =
        marked.iter().map(|[source, cue, content]| Marked { source: tokens(source), cue: tokens(cue), content: tokens(content) }).collect();
    lesson(&view, &candidate::proposals(&view, &found), &marked)
}
