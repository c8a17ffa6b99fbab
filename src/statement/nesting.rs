//! Statements in; out come the same with their place in a chain: which stands in the words of which other, and who hands on whose.

use std::{cmp::Reverse, collections::BTreeSet, sync::LazyLock};

use super::{Statement, Via, Voice, circumstance::passes_on};
use crate::{actor::words::rows, lexicon::Lexicon, syntax::Sentence, text::Span};

/// How many of the contents around a place are looked at, the innermost first.
const MAX_AROUND: usize = 8;
/// How many pieces that were opened are looked through for them.
const MAX_OPEN: usize = 64;
/// How many sentences before it a handed-on statement may stand.
const MAX_DISTANCE: usize = 2;

static STANCES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/stance_nouns.csv")).map(|(noun, _)| noun).collect());

/// For each place, given in rising order, the contents that hold it, the innermost first.
pub struct Around {
    /// Pieces of content with the index of their statement, by their start.
    pieces: Vec<(Span, usize)>,
    next: usize,
    open: Vec<(Span, usize)>,
}

impl Around {
    /// Prepares the look-up in the contents of statements.
    pub fn new(statements: &[Statement]) -> Self {
        let of = |(index, statement): (usize, &Statement)| statement.content.iter().map(move |span| (*span, index)).collect::<Vec<_>>();
        let mut pieces: Vec<(Span, usize)> = statements.iter().enumerate().flat_map(of).collect();
        pieces.sort_by_key(|(span, index)| (span.start, Reverse(span.end), *index));
        Self { pieces, next: 0, open: Vec::new() }
    }

    /// The statements whose contents hold a place; no place may lie before the last one asked for.
    pub fn at(&mut self, place: usize) -> impl Iterator<Item = usize> + '_ {
        while let Some(piece) = self.pieces.get(self.next).filter(|(span, _)| span.start <= place) {
            self.open.push(*piece);
            self.next += 1;
        }
        while self.open.last().is_some_and(|(span, _)| span.end <= place) {
            self.open.pop();
        }
        // Pieces that cross others end below them.
        self.open.iter().rev().take(MAX_OPEN).filter(move |(span, _)| span.end > place).take(MAX_AROUND).map(|(_, index)| *index)
    }
}

/// Gives each statement the one that it stands in, and its level: 1 for what the text itself reports, 2 for what stands in that, and so on.
/// What only hands on the statement before it is left out, and noted there.
pub fn nest(sentences: &[Sentence], text: &str, statements: &mut Vec<Statement>) {
    hand_on(sentences, text, statements);
    find_parents(statements);
}

/// Where a statement is told: its cue, else its source, else its content.
fn place(statement: &Statement) -> usize {
    let first = statement.content.first().copied();
    statement.cue.or(statement.source).or(first).map_or(0, |span| span.start)
}

fn length(statement: &Statement) -> usize {
    statement.content.iter().map(|span| span.len()).sum()
}

fn find_parents(statements: &mut [Statement]) {
    // A statement may only stand in one with a longer content (of equal ones in the earlier), so that none stands in itself.
    let weight: Vec<(usize, Reverse<usize>)> =
        statements.iter().enumerate().map(|(index, statement)| (length(statement), Reverse(index))).collect();
    let mut order: Vec<usize> = (0..statements.len()).collect();
    order.sort_by_key(|index| (statements.get(*index).map_or(0, place), *index));
    let mut around = Around::new(statements);
    let mut parents: Vec<Option<usize>> = vec![None; statements.len()];
    for &index in &order {
        let Some(statement) = statements.get(index) else { continue };
        let holds = |other: &usize| *other != index && weight.get(*other) > weight.get(index);
        let mut parent = around.at(place(statement)).find(holds);
        // "KCNA quoted Kim as saying": the same words, passed on.
        if statement.rule == "relayed"
            && let Some(outer) = index
                .checked_sub(1)
                .into_iter()
                .chain([index + 1])
                .find(|near| statements.get(*near).is_some_and(|other| other.rule == "relaying" && other.content == statement.content))
        {
            parent = Some(outer);
        }
        if let Some(place) = parents.get_mut(index) {
            *place = parent;
        }
    }
    // Longer contents first: a parent has its level before those that stand in it. What is passed on has the same content as what passes it
    // on, and comes after it.
    order.sort_by_key(|index| (Reverse(weight.get(*index).map(|weight| weight.0)), statements.get(*index).map(|s| s.rule == "relayed")));
    for index in order {
        let parent = parents.get(index).copied().flatten();
        let above = parent.and_then(|parent| statements.get(parent)).map_or(0, |parent| parent.level);
        let Some(statement) = statements.get_mut(index) else { continue };
        statement.parent = parent;
        statement.level = above + 1;
    }
}

/// "This stance was conveyed by the spokesperson": no statement of its own, but how the one before reached the text.
fn hand_on(sentences: &[Sentence], text: &str, statements: &mut Vec<Statement>) {
    let mut handed: Vec<(usize, Via)> = Vec::new();
    let mut gone: BTreeSet<usize> = BTreeSet::new();
    for (index, statement) in statements.iter().enumerate() {
        let (Some(source), Some(cue)) = (statement.source, statement.cue) else { continue };
        if !statement.cue_lemma.as_deref().is_some_and(passes_on) || !is_anaphor(text, statement) {
            continue;
        }
        let block = |sentence: usize| sentences.get(sentence).map(|sentence| sentence.block);
        let before = statements.get(..index).unwrap_or(&[]).iter().rposition(|other| {
            other.sentence < statement.sentence
                && other.sentence + MAX_DISTANCE >= statement.sentence
                && block(other.sentence) == block(statement.sentence)
                && other.voice == Voice::Source
        });
        if let Some(before) = before {
            handed.push((before, Via { source, cue, actor: statement.actor }));
            gone.insert(index);
        }
    }
    for (before, via) in &handed {
        if let Some(statement) = statements.get_mut(*before) {
            statement.via = Some(*via);
        }
    }
    let mut index = 0;
    statements.retain(|_| {
        index += 1;
        !gone.contains(&(index - 1))
    });
}

/// Whether all that is said is "this stance", "that message", "this".
fn is_anaphor(text: &str, statement: &Statement) -> bool {
    let [content] = statement.content.as_slice() else { return false };
    let mut words = content.of(text).split_whitespace();
    let points = words.next().is_some_and(|word| ["this", "that", "these", "those"].iter().any(|these| word.eq_ignore_ascii_case(these)));
    let (noun, more) = (words.next(), words.next());
    let stance = |noun: &str| Lexicon::get().reporting_noun(noun).is_some() || STANCES.contains(noun);
    points && more.is_none() && noun.is_none_or(stance)
}
