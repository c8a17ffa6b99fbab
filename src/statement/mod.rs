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
//! | `anonymity` | which sources the text hides, by words of the source |
//! | `cast` | which actors count as ones |
//! | `source` | who a source is, whom it speaks for, how well it is identified |
//!
//! The rules have names; `data/statement/rules.csv` says what each finds, and in which behaviour suite its cases are.

mod anonymity;
pub mod candidate;
mod cast;
pub mod choose;
mod clause;
mod frame;
mod merge;
mod noun;
mod source;
mod verb;

use std::{collections::BTreeSet, sync::LazyLock};

use crate::{
    actor::{
        Actors,
        quotation::{Quotation, quotations},
        words::{Forms, rows},
    },
    ingest::Document,
    lexicon::{Lexicon, Strength},
    syntax::{Sentence, Syntax},
    text::Span,
};
pub use cast::cast;
pub use choose::Weights;
use clause::Clause;
use source::Sources;

/// Somebody is reported to have said, written, asked, wanted or feared something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The whole phrase that names the source, titles included.
    pub source: Option<Span>,
    /// The words that carry the attribution.
    pub cue: Option<Span>,
    /// What is attributed, without the quotation marks around it; several pieces where the source or cue interrupts it.
    pub content: Vec<Span>,
    /// In whose words.
    pub mode: Mode,
    /// The index of the actor who speaks.
    pub actor: Option<usize>,
    /// The states or bodies that the source speaks for: ISO 3166-1 alpha-3 or acronyms.
    pub affiliation: Vec<String>,
    /// How well it is sourced.
    pub grade: Grade,
    /// To whom.
    pub addressee: Option<Span>,
    /// The dictionary form of the cue.
    pub cue_lemma: Option<String>,
    /// What the cue says about the content's standing: "neutral", "supporting" or "distancing".
    pub strength: Option<&'static str>,
    /// The rule that found it.
    pub rule: &'static str,
    /// The index of its first sentence.
    pub sentence: usize,
}

/// In whose words a statement is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// All of it in quotation marks.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
}

impl Mode {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// How well a statement is sourced, from a named person down to nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// A named person.
    Named,
    /// One unnamed but identifiable office.
    Role,
    /// A body or a state, also by its seat.
    Institution,
    /// An unnamed group.
    Collective,
    /// An unnamed individual, or "sources".
    Anonymous,
    /// A report, letter or poll.
    Document,
    /// No source at all.
    None,
}

impl Grade {
    /// The word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Role => "role",
            Self::Institution => "institution",
            Self::Collective => "collective",
            Self::Anonymous => "anonymous",
            Self::Document => "document",
            Self::None => "none",
        }
    }
}

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
    find_with(document, syntax, actors, weights, &mut Forms::default())
}

/// The same with what is known so far of the words of the text.
pub fn find_with<'a>(
    document: &'a Document,
    syntax: &Syntax,
    actors: &Actors,
    weights: Option<&Weights>,
    forms: &mut Forms<'a>,
) -> Vec<Statement> {
    let text = document.text();
    let quotations = quotations(document);
    let sources = Sources::new(text, actors);
    let ByRules { mut found, hiding } = by_rules(document, syntax, &quotations, forms);
    if let Some(weights) = weights.filter(|_| syntax.tokens.iter().any(|token| token.grammar.is_some())) {
        found = merge::merge(text, syntax, &quotations, actors, found, weights);
    }
    let mut statements: Vec<Statement> = Vec::new();
    for found in found.chunk_by(|a, b| a.sentence == b.sentence) {
        let mut made: Vec<Statement> = found.iter().filter_map(|found| finish(text, found, &sources, &quotations)).collect();
        made.sort_by_key(|statement| (statement.cue.map_or(0, |cue| cue.start), statement.content.first().map_or(0, |span| span.start)));
        made.dedup_by(|a, b| a.cue == b.cue);
        if made.len() <= MAX_COMPARED {
            drop_inner(text, &mut made);
        }
        statements.append(&mut made);
    }
    continue_quotations(document, &syntax.sentences, &quotations, &mut statements);
    anonymity::follow(text, &hiding, &syntax.sentences, actors, &mut statements);
    statements
}

/// What the rules of words find.
struct ByRules {
    /// What may be statements, sentence by sentence.
    found: Vec<Found>,
    /// The phrases that say that a source is not to be named, in order.
    hiding: Vec<Span>,
}

/// What the rules of words find, sentence by sentence.
fn by_rules<'a>(document: &'a Document, syntax: &Syntax, quotations: &[Quotation], forms: &mut Forms<'a>) -> ByRules {
    let mut all = ByRules { found: Vec::new(), hiding: Vec::new() };
    for (index, sentence) in syntax.sentences.iter().enumerate() {
        let mut clause = Clause::new(document.text(), syntax, index, sentence, quotations, forms);
        by_rules_in(&mut clause, document, quotations, &mut all);
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
    for found in &mut found {
        found.addressee = found.addressee.map(|span| clause.addressee(span));
    }
    all.found.append(&mut found);
    all.hiding.extend(anonymity::hiding_phrases(clause));
}

/// How many letters a paragraph in quotation marks has at least to be speech, where it is no whole sentence.
const MIN_QUOTED: usize = 20;

/// A paragraph that is all quotation and names no source goes on with the speech before it, or belongs to the source named behind it.
fn continue_quotations(document: &Document, sentences: &[Sentence], quotations: &[Quotation], statements: &mut [Statement]) {
    let text = document.text();
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

/// Looks up the source and says in whose words the content is; `None` where nobody speaks.
#[inline(never)]
fn finish(text: &str, found: &Found, sources: &Sources<'_>, quotations: &[Quotation]) -> Option<Statement> {
    let inverted = found.rule == "inverted";
    let source = found.source.map(|span| span.trimmed(text)).map(|span| if inverted { sources.widened(span) } else { span });
    let resolved = source.and_then(|span| sources.resolve(span, found.rule.starts_with("noun")));
    if found.needs_actor && resolved.is_none() {
        return None;
    }
    // A speaker in a transcript is a person; "Ukraine: what comes next" is a title.
    if found.rule == "transcript" && resolved.as_ref().is_none_or(|source| source.grade != Grade::Named) {
        return None;
    }
    if resolved.is_none() && source.is_some_and(|span| !may_speak(span.of(text))) {
        return None;
    }
    let content: Vec<Span> = found.content.iter().map(|span| unquoted(text, *span, quotations)).filter(|span| !span.is_empty()).collect();
    if content.is_empty() {
        return None;
    }
    let grade = match (&resolved, source) {
        (Some(source), _) => source.grade,
        (None, None) => Grade::None,
        (None, Some(span)) => unknown_grade(span.of(text)),
    };
    let strength = found.strength.map(|strength| match strength {
        Strength::Factive | Strength::Supporting => "supporting",
        Strength::Neutral => "neutral",
        Strength::Reserved | Strength::Distancing => "distancing",
    });
    Some(Statement {
        mode: mode(text, &content, quotations),
        source,
        cue: found.cue,
        content,
        actor: resolved.as_ref().and_then(|source| source.actor),
        affiliation: resolved.map(|source| source.affiliation).unwrap_or_default(),
        grade,
        addressee: found.addressee,
        cue_lemma: found.lemma.clone(),
        strength,
        rule: found.rule,
        sentence: found.sentence,
    })
}

/// Whether words that name no known actor can be a source at all: a name, a pronoun, a plural, or a noun with its article.
fn may_speak(words: &str) -> bool {
    let head = words.split_whitespace().next_back().unwrap_or("");
    let lower = head.to_lowercase();
    let pronoun = matches!(lower.as_str(), "he" | "she" | "it" | "they" | "we" | "i" | "who" | "some" | "others" | "many" | "one");
    pronoun
        || words.contains(' ')
        || words.chars().next().is_some_and(char::is_uppercase)
        || lower.ends_with('s')
        || Lexicon::get().source_head(head).is_some()
}

/// The grade of a source whose words are no known actor's: a name, a group, or somebody.
fn unknown_grade(words: &str) -> Grade {
    match words.to_lowercase().as_str() {
        "he" | "she" | "it" | "i" | "who" | "one" | "you" => return Grade::Anonymous,
        "they" | "we" | "some" | "others" | "many" | "most" | "few" => return Grade::Collective,
        _ => {}
    }
    let head = words.split_whitespace().next_back().unwrap_or("");
    match Lexicon::get().source_head(head).map(|head| head.grade) {
        Some(crate::lexicon::Grade::Role) => Grade::Role,
        Some(crate::lexicon::Grade::Institution) => Grade::Institution,
        Some(crate::lexicon::Grade::Collective) => Grade::Collective,
        Some(crate::lexicon::Grade::Document) => Grade::Document,
        Some(crate::lexicon::Grade::Anonymous) => Grade::Anonymous,
        None if head.chars().next().is_some_and(char::is_uppercase) => Grade::Institution,
        None if head.ends_with('s') => Grade::Collective,
        None => Grade::Anonymous,
    }
}

/// The content without the quotation marks around it and the mark that closes the sentence.
fn unquoted(text: &str, span: Span, quotations: &[Quotation]) -> Span {
    let span = span.trimmed(text);
    let first = quotations.partition_point(|quotation| quotation.outer.end <= span.start);
    let inside = quotations
        .get(first)
        .filter(|quotation| quotation.inner.start <= span.start.max(quotation.inner.start) && quotation.outer.start <= span.start);
    let mut span = span;
    if let Some(quotation) = inside
        && quotation.outer.end + 1 >= span.end
        && span.end <= quotation.outer.end + 1
    {
        span = Span::new(span.start.max(quotation.inner.start), span.end.min(quotation.inner.end));
    } else if quotations.get(first).is_some_and(|quotation| quotation.inner == span) {
        span = quotation_inner(span);
    }
    let words = span.of(text);
    let end = words.trim_end_matches([',', '.', ' ', '\n', '\r']);
    let dots = words.get(end.len()..).is_some_and(|rest| rest.contains("..."));
    Span::new(span.start, span.start + if dots { words.len() } else { end.len() })
}

fn quotation_inner(span: Span) -> Span {
    span
}

/// Direct where every word stands in quotation marks, indirect where none does.
fn mode(text: &str, content: &[Span], quotations: &[Quotation]) -> Mode {
    let (mut quoted, mut all) = (0, 0);
    for span in content {
        let letters = |span: Span| span.of(text).chars().filter(|c| c.is_alphanumeric()).count();
        all += letters(*span);
        let first = quotations.partition_point(|quotation| quotation.outer.end <= span.start);
        for quotation in quotations.iter().skip(first).take_while(|quotation| quotation.outer.start < span.end) {
            quoted += letters(Span::new(span.start.max(quotation.inner.start), span.end.min(quotation.inner.end)));
        }
    }
    match quoted {
        0 => Mode::Indirect,
        _ if quoted >= all => Mode::Direct,
        _ => Mode::Mixed,
    }
}
