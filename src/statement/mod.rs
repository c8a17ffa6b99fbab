//! Sentences, actors and times in; out comes who said what, to whom, in whose words, how well sourced.
//!
//! | file | finds |
//! | --- | --- |
//! | `verb` | what a verb carries: sources in parentheses, complements, passives, relayed speech |
//! | `noun` | what a noun carries: "the envoy's call for talks", "fears of an attack" |
//! | `frame` | what a frame carries: "according to", "as stated by", "reportedly", colons, transcripts |
//! | `candidate` | in the tree: which words may be cues, what each may report, who may be its source |
//! | `choose` | which of these are right, by weights that were learned |
//! | `merge` | what the rules found and what the weights choose, brought together |
//! | `clause` | the look-ups in a sentence that all of these ask: a subject, a complement, the end of a content |
//! | `stance` | inside a statement: who is said to be ready for what |
//! | `circumstance` | in the tree: to whom, where, on what occasion, through what, whether again |
//! | `negation` | which statements are negated: "did not deny" |
//! | `nesting` | which statement stands in the words of which other, and who hands on whose |
//! | `origin` | whom a statement cites: "citing two diplomats" |
//! | `finish` | what was found, made a statement |
//! | `record` | what a statement is |
//! | `hedge` | which words say how certain something is |
//! | `why` | the rule and the paths in the tree, as a line |
//! | `anonymity` | which sources the text hides, by words of the source |
//! | `cast` | which actors count as ones |
//! | `source` | who a source is, whom it speaks for, how well it is identified |
//!
//! The rules have names; `data/statement/rules.csv` says what each finds, and in which behaviour suite its cases are.

mod anonymity;
pub mod candidate;
mod cast;
pub mod choose;
mod circumstance;
mod clause;
mod finish;
mod frame;
mod hedge;
mod merge;
pub mod negation;
mod nesting;
mod noun;
mod origin;
mod record;
mod source;
mod stance;
mod verb;
mod why;

use std::{collections::BTreeSet, sync::LazyLock};

use crate::{
    actor::{
        Actors,
        quotation::Quotation,
        words::{Words, rows},
    },
    ingest::Document,
    lexicon::Strength,
    syntax::Syntax,
    text::{Letters, Span},
};
use candidate::View;
pub use cast::cast;
pub use choose::Weights;
use clause::Clause;
use finish::{finish, unquoted};
pub use hedge::{Hedge, hedges};
pub use record::{Grade, Mode, Statement, Via, Voice};
use source::Sources;
pub use stance::Stance;

/// How many statements of one sentence are compared with each other; more stand in no prose.
const MAX_COMPARED: usize = 64;

/// What a rule found in a sentence, before its source is looked up.
#[derive(Debug, Clone)]
pub struct Found {
    source: Option<Span>,
    cue: Option<Span>,
    content: Vec<Span>,
    addressee: Option<Span>,
    lemma: Option<String>,
    strength: Option<Strength>,
    rule: &'static str,
    sentence: usize,
    /// Whether it only counts where the source is somebody that can speak.
    needs_actor: bool,
    /// Whether the weights have chosen it too.
    weighed: bool,
}

/// Verbs that leave the source of an infinitive where it is ("continue to argue"), in every form.
static CHAIN_VERBS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/chain_verbs.csv")).map(|(lemma, _)| lemma).collect());

/// Whether a verb form belongs to a verb that passes its subject on to an infinitive.
fn is_chain_verb(form: &str) -> bool {
    let stems =
        [form, form.strip_suffix('s').unwrap_or(form), form.strip_suffix("ed").unwrap_or(form), form.strip_suffix('d').unwrap_or(form)];
    stems.iter().any(|stem| CHAIN_VERBS.contains(stem)) || matches!(form, "began" | "went" | "gone")
}

/// Adverbs that, with a passive, say that people in general do it ("is often highlighted").
static GENERIC_ADVERBS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../data/statement/generic_adverbs.csv")).map(|(word, _)| word).collect());

fn is_generic_adverb(word: &str) -> bool {
    GENERIC_ADVERBS.contains(word)
}

/// Finds the statements of a document. Where its grammar was read and there are weights, the weights choose among what the tree and the rules
/// of words propose; else the rules decide.
pub fn find(document: &Document, syntax: &Syntax, actors: &Actors, weights: Option<&Weights>) -> Vec<Statement> {
    find_with(document, syntax, actors, weights, &Words::of(document.text(), syntax))
}

/// The same with the words of the text as they were read before.
pub fn find_with(document: &Document, syntax: &Syntax, actors: &Actors, weights: Option<&Weights>, words: &Words<'_>) -> Vec<Statement> {
    let text = document.text();
    let quotations = &syntax.quotations;
    let sources = Sources::new(text, actors);
    let ByRules { mut found, stances, hiding } = by_rules(document, syntax, words);
    let read = syntax.tokens.iter().any(|token| token.grammar.is_some());
    let view = read.then(|| View::new(text, syntax, actors));
    if let (Some(view), Some(weights)) = (&view, weights) {
        found = merge::merge(view, found, weights);
    }
    let letters = Letters::new(text);
    let mut statements: Vec<Statement> = Vec::new();
    for found in found.chunk_by(|a, b| a.sentence == b.sentence) {
        let mut made: Vec<Statement> =
            found.iter().filter_map(|found| finish(&letters, found, &sources, quotations, view.as_ref())).collect();
        made.sort_by_key(|statement| (statement.cue.map_or(0, |cue| cue.start), statement.content.first().map_or(0, |span| span.start)));
        made.dedup_by(|a, b| a.cue == b.cue);
        if made.len() <= MAX_COMPARED {
            drop_inner(text, &mut made);
        }
        if let (Some(view), Some(sentence)) = (&view, found.first().and_then(|first| syntax.sentences.get(first.sentence))) {
            origin::settle(view, &sources, &sentence.tokens, &mut made);
        }
        statements.append(&mut made);
    }
    continue_quotations(document, syntax, &mut statements);
    negation::mark(text, syntax, &mut statements);
    anonymity::follow(text, &hiding, &syntax.sentences, actors, &mut statements);
    nesting::nest(&syntax.sentences, text, &mut statements);
    stance::attach(stances, &sources, &mut statements);
    statements
}

/// What the rules of words find.
struct ByRules {
    /// What may be statements, sentence by sentence.
    found: Vec<Found>,
    /// Stances that statements may report.
    stances: Vec<Stance>,
    /// The phrases that say that a source is not to be named, in order.
    hiding: Vec<Span>,
}

/// What the rules of words find, sentence by sentence.
fn by_rules(document: &Document, syntax: &Syntax, words: &Words<'_>) -> ByRules {
    let mut all = ByRules { found: Vec::new(), stances: Vec::new(), hiding: Vec::new() };
    for (index, sentence) in syntax.sentences.iter().enumerate() {
        let mut clause = Clause::new(document.text(), &syntax.quotations, index, sentence, words.of_sentence(index));
        by_rules_in(&mut clause, document, &syntax.quotations, &mut all);
    }
    all
}

/// What the rules of words find in a sentence.
// A function of its own, see `OffsetMap::stride`.
#[inline(never)]
fn by_rules_in(clause: &mut Clause<'_>, document: &Document, quotations: &[Quotation], all: &mut ByRules) {
    let mut found = Vec::new();
    if let Some(block) = document.blocks.get(clause.block) {
        frame::transcript(clause, block.content, &mut found);
    }
    let used = verb::find_parenthetical(clause, quotations, document.blocks.len(), &mut found);
    frame::find(clause, &mut found);
    verb::find(clause, quotations, &used, &mut found);
    noun::find(clause, &mut found);
    stance::find(clause, &mut all.stances);
    for found in &mut found {
        found.addressee = found.addressee.map(|span| clause.addressee(span));
    }
    all.found.append(&mut found);
    all.hiding.extend(anonymity::hiding_phrases(clause));
}

/// How many letters a paragraph in quotation marks has at least to be speech, where it is no whole sentence.
const MIN_QUOTED: usize = 20;

/// A paragraph that is all quotation and names no source goes on with the speech before it, or belongs to the source named behind it.
fn continue_quotations(document: &Document, syntax: &Syntax, statements: &mut [Statement]) {
    let (text, sentences, quotations) = (document.text(), &syntax.sentences, &syntax.quotations);
    let taken: BTreeSet<usize> = statements.iter().flat_map(|statement| &statement.content).map(|span| span.start).collect();
    let article: Vec<usize> = document.article().map(|(index, _)| index).collect();
    // The speech that the paragraph before ended with.
    let mut speech: Option<usize> = None;
    for (place, &index) in article.iter().enumerate() {
        let block_of = |statement: &Statement| sentences.get(statement.sentence).map_or(0, |sentence| sentence.block);
        let of_block = |statements: &[Statement], wanted: usize| {
            let from = statements.partition_point(|statement| block_of(statement) < wanted);
            let to = statements.partition_point(|statement| block_of(statement) <= wanted);
            from..to
        };
        let direct = |statements: &[Statement], at: &usize| statements.get(*at).is_some_and(|statement| statement.mode == Mode::Direct);
        let before = speech;
        speech = of_block(statements, index).rev().find(|at| direct(statements, at));
        let Some(block) = document.blocks.get(index) else { continue };
        let first = quotations.partition_point(|quotation| quotation.outer.start < block.content.start);
        let inside: Vec<&Quotation> =
            quotations.iter().skip(first).take_while(|quotation| quotation.outer.start < block.content.end).collect();
        if inside.is_empty() {
            continue;
        }
        let letters = |span: Span| span.of(text).chars().filter(|c| c.is_alphanumeric()).count();
        let quoted: usize = inside.iter().map(|quotation| letters(quotation.inner)).sum();
        let all = letters(block.content);
        let sentence = inside.last().is_some_and(|last| last.inner.of(text).ends_with(['.', '!', '?', '…']));
        if quoted < all || all < MIN_QUOTED && !sentence {
            continue;
        }
        if taken.range(block.content.start..block.content.end).next().is_some() {
            continue;
        }
        let spans: Vec<Span> = inside.iter().map(|quotation| unquoted(text, quotation.inner, quotations)).collect();
        let after = article.get(place + 1).map(|&next| of_block(statements, next));
        if let Some((at, statement)) = before.and_then(|at| Some((at, statements.get_mut(at)?))) {
            statement.content.extend(spans);
            speech = Some(at);
        } else if let Some(at) = after.and_then(|mut range| range.find(|at| direct(statements, at)))
            && let Some(statement) = statements.get_mut(at).filter(|statement| statement.rule == "parenthetical")
        {
            statement.content.splice(0..0, spans);
        }
    }
}

/// Leaves out what only repeats a part of another statement of the sentence: the noun that heads its content, and what a pronoun at the
/// start of its content, which is its own source, is against or asks.
fn drop_inner(text: &str, made: &mut Vec<Statement>) {
    let inner = |statement: &Statement| {
        // "a draft seen by two officials" as a source: how it is known is no statement.
        let describes = statement.rule == "by_participle"
            && made.iter().any(|other| other.source.zip(statement.cue).is_some_and(|(source, cue)| source.contains(cue)));
        // Of two that hold each other's cue, the tree has misread the later one.
        let within =
            |inner: &Statement, outer: &Statement| inner.cue.is_some_and(|cue| outer.content.iter().any(|piece| piece.contains(cue)));
        let mutual = made.iter().any(|other| {
            other.cue.map(|cue| cue.start) < statement.cue.map(|cue| cue.start) && within(other, statement) && within(statement, other)
        });
        if describes || mutual {
            return true;
        }
        let noun = statement.rule.starts_with("noun");
        let pronoun = matches!(statement.rule, "object" | "question_clause")
            && statement.source.is_some_and(|span| matches!(span.of(text), "he" | "she" | "it" | "they"));
        made.iter().any(|other| {
            other.cue != statement.cue
                && other.content.first().is_some_and(|content| {
                    let head = noun
                        && statement.cue.is_some_and(|cue| content.contains(cue) && cue.start < content.start + 40)
                        && other.rule != "that_clause"
                        && !other.rule.starts_with("noun")
                        && !other.rule.starts_with("paren");
                    head || pronoun && statement.source.is_some_and(|source| source.start == content.start)
                })
        })
    };
    let keep: Vec<bool> = made.iter().map(|statement| !inner(statement)).collect();
    let mut keep = keep.into_iter();
    made.retain(|_| keep.next().unwrap_or(true));
}
