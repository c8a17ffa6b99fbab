//! Positions in; out come the matrix of parties by issues, and where two parties of a text contradict each other or may come together.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Cell, Comparison, Issue, Position, Reading, Stance,
    vocabulary::{PointWord, point_word},
};
use crate::text::Span;

/// How many parties are compared on an issue.
const PARTIES: usize = 24;
/// How many statements back the other side of a stated contrast is looked for.
const BACK: usize = 16;

/// The matrix: one cell for each party and issue, in the order of the text.
pub fn matrix(positions: &[Position]) -> Vec<Cell> {
    let mut places: BTreeMap<(&str, Issue), usize> = BTreeMap::new();
    let mut cells: Vec<Cell> = Vec::new();
    for (index, position) in positions.iter().enumerate() {
        let place = *places.entry((position.holder.as_str(), position.issue)).or_insert_with(|| {
            cells.push(Cell {
                party: position.holder.clone(),
                issue: position.issue,
                stances: Vec::new(),
                positions: Vec::new(),
                conditional: false,
            });
            cells.len() - 1
        });
        let Some(cell) = cells.get_mut(place) else { continue };
        if !cell.stances.contains(&position.stance) {
            cell.stances.push(position.stance);
        }
        cell.positions.push(index);
        cell.conditional |= !position.conditions.is_empty();
    }
    cells
}

/// Where two parties stand against each other, or may come together.
pub fn compare(reading: &Reading<'_>, positions: &[Position]) -> Vec<Comparison> {
    let mut found = Vec::new();
    let mut by_issue: BTreeMap<Issue, Vec<&Position>> = BTreeMap::new();
    let mut seen: BTreeSet<(&str, Issue, Stance)> = BTreeSet::new();
    for position in positions.iter().filter(|position| position.issue != Issue::Other) {
        if seen.insert((&position.holder, position.issue, position.stance)) {
            by_issue.entry(position.issue).or_default().push(position);
        }
    }
    let mut told: BTreeSet<(&str, &str, Issue, &str)> = BTreeSet::new();
    for (issue, on_issue) in &by_issue {
        let compared = on_issue.get(..on_issue.len().min(PARTIES)).unwrap_or(&[]);
        for (place, one) in compared.iter().enumerate() {
            for other in compared.iter().skip(place + 1).filter(|other| other.holder != one.holder) {
                let Some((kind, rule)) = relation(reading, one, other) else { continue };
                let (first, second) = if one.holder < other.holder { (&one.holder, &other.holder) } else { (&other.holder, &one.holder) };
                if told.insert((first, second, *issue, kind)) {
                    found.push(comparison(&one.holder, &other.holder, Some(*issue), kind, [one.evidence, other.evidence], rule));
                }
            }
        }
    }
    stated(reading, &mut found);
    found.sort_by_key(|comparison| (comparison.evidence[0].start, comparison.evidence[1].start));
    found
}

fn comparison(one: &str, other: &str, issue: Option<Issue>, kind: &'static str, evidence: [Span; 2], rule: &'static str) -> Comparison {
    Comparison { parties: [one.to_owned(), other.to_owned()], issue, kind, evidence, rule }
}

/// How two positions on the same issue stand to each other.
fn relation(reading: &Reading<'_>, one: &Position, other: &Position) -> Option<(&'static str, &'static str)> {
    let text = reading.scene.text;
    let of_each_other =
        one.evidence == other.evidence && ["each other", "one another"].iter().any(|words| one.evidence.of(text).contains(words));
    let apart = one.evidence != other.evidence;
    if apart
        && is_broad(one.issue)
        && !share_words(text, one, other)
        && !one.target.contains(&other.holder)
        && !other.target.contains(&one.holder)
    {
        return None;
    }
    let mutual = apart && one.target.contains(&other.holder) && other.target.contains(&one.holder);
    match (one.stance, other.stance) {
        (Stance::Oppose, Stance::Oppose) if of_each_other || mutual => Some(("contrast", "accusations")),
        (Stance::Oppose, Stance::Demand | Stance::Support | Stance::Offer)
        | (Stance::Demand | Stance::Support | Stance::Offer, Stance::Oppose) => Some(("contrast", "opposed_stances")),
        (Stance::Demand, Stance::Undecided) | (Stance::Undecided, Stance::Demand) => Some(("overlap", "compatible_stances")),
        (Stance::Demand, Stance::Offer) => one.target.contains(&other.holder).then_some(("overlap", "compatible_stances")),
        (Stance::Offer, Stance::Demand) => other.target.contains(&one.holder).then_some(("overlap", "compatible_stances")),
        (Stance::Offer, Stance::Offer) if apart => Some(("overlap", "compatible_stances")),
        _ => None,
    }
}

/// Whether an issue holds things that have little to do with each other: who is against tariffs does not contradict who asks for a loan.
fn is_broad(issue: Issue) -> bool {
    matches!(issue, Issue::Economy | Issue::Humanitarian | Issue::Military)
}

/// Whether the words that name the issue are partly the same; where none name it, nothing tells that they are not.
fn share_words(text: &str, one: &Position, other: &Position) -> bool {
    let words = |position: &Position| -> BTreeSet<String> {
        let all = position.issue_words.iter().take(8).flat_map(|span| span.of(text).split_whitespace());
        all.map(|word| word.to_lowercase().trim_end_matches('s').to_owned()).collect()
    };
    let (first, second) = (words(one), words(other));
    first.is_empty() || second.is_empty() || first.intersection(&second).next().is_some()
}

/// "A contrasting view", "by contrast": who says so, against who was reported before.
fn stated(reading: &Reading<'_>, found: &mut Vec<Comparison>) {
    let scene = reading.scene;
    let statements = reading.statements;
    for (number, sentence) in scene.syntax.sentences.iter().enumerate() {
        let mut tokens = sentence.tokens.clone();
        if !tokens.any(|index| point_word(PointWord::Contrast, scene, index, sentence.tokens.end).is_some()) {
            continue;
        }
        let first = statements.partition_point(|statement| statement.sentence < number);
        let own = statements.get(first..).unwrap_or(&[]).iter().take(BACK).take_while(|statement| statement.sentence == number);
        let Some(own) = own.into_iter().find(|statement| !statement.affiliation.is_empty()) else { continue };
        let before = statements.get(first.saturating_sub(BACK)..first).unwrap_or(&[]);
        let other = before
            .iter()
            .rev()
            .find(|other| !other.affiliation.is_empty() && other.affiliation.iter().all(|code| !own.affiliation.contains(code)));
        let Some((other, content)) = other.and_then(|other| Some((other, *other.content.first()?))) else { continue };
        if let (Some(one), Some(two)) = (other.affiliation.first(), own.affiliation.first()) {
            found.push(comparison(one, two, None, "contrast", [content, sentence.span], "contrast_words"));
        }
    }
}
