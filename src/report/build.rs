//! From the phases' findings to the records: every offset converted, every index turned into a name.

use std::collections::BTreeMap;

use super::{correction::anchor_by, record::*};
use crate::{
    Options,
    actor::{ActorKind, Actors, Form},
    audit::Audit,
    correction::Met,
    ingest::{self, BlockKind, CellKind},
    lexicon::{Lexicon, NameKind},
    statement::{self, Grade, Mode},
    structure::Declared,
    syntax::{Relation, Syntax, TokenKind, Upos, Xpos},
    text::{OffsetMap, Span},
    time::TimeExpression,
};

/// The speed that reading times are computed with: silent reading of English non-fiction, Brysbaert 2019
/// (Journal of Memory and Language 109).
pub const WORDS_PER_MINUTE: u32 = 238;

const GENERATOR: &str = concat!("rapporteur ", env!("CARGO_PKG_VERSION"));

/// What the phases found in one text.
#[derive(Debug, Clone, Copy)]
pub struct Findings<'a> {
    /// The text, its blocks and metadata.
    pub document: &'a ingest::Document,
    /// Its sentences and tokens.
    pub syntax: &'a Syntax,
    /// Its actors.
    pub actors: &'a Actors,
    /// Its expressions of time.
    pub times: &'a [TimeExpression],
    /// Its statements.
    pub statements: &'a [statement::Statement],
    /// Where its parties stand.
    pub positions: &'a crate::position::Positions,
    /// Its hedges.
    pub hedges: &'a [statement::Hedge],
    /// What the page declares.
    pub declared: &'a Declared,
    /// How well it is sourced.
    pub audit: &'a Audit,
    /// The sentences that sum it up.
    pub brief: &'a crate::brief::Brief,
    /// What the reader's corrections met.
    pub met: &'a Met,
}

/// Makes the report.
pub fn build(findings: &Findings<'_>, options: &Options) -> Report {
    let shown = statement::cast(findings.document.text(), findings.actors, findings.statements);
    let view = View { findings, numbers: numbers(&shown), map: OffsetMap::new(&findings.document.source, options.offsets) };
    Report {
        schema: SCHEMA,
        generator: GENERATOR,
        offsets: options.offsets.name(),
        document: view.document(options),
        metadata: view.metadata(),
        blocks: findings.document.blocks.iter().enumerate().map(|(index, block)| view.block(index, block)).collect(),
        sentences: findings.syntax.sentences.iter().map(|s| Sentence { span: view.range(s.span), block: s.block }).collect(),
        tokens: options.tokens.then(|| view.tokens()),
        actors: view.actors(),
        mentions: view.mentions(),
        times: findings.times.iter().map(|time| view.time(time)).collect(),
        statements: findings.statements.iter().enumerate().map(|(i, s)| view.statement(i, s)).collect(),
        hedges: findings.hedges.iter().map(|hedge| view.hedge(hedge)).collect(),
        sourcing: view.sourcing(),
        audit: view.audit(findings.audit),
        questions: view.questions(),
        citations: view.citations(),
        positions: view.positions(),
        conditions: view.conditions(),
        commitments: view.commitments(),
        scheduled: view.scheduled(),
        points: view.points(),
        matrix: view.matrix(),
        comparisons: view.comparisons(),
        timeline: view.timeline(),
        sequence: view.sequence(),
        background: view.background(),
        inconsistencies: view.inconsistencies(),
        events: Vec::new(),
        players: Vec::new(),
        summary: view.summary(),
        takeaways: view.takeaways(),
        headline_question: view.headline_question(),
        corrections: view.corrections(options),
        diagnostics: view.diagnostics(),
    }
}

/// The number of each actor that is shown.
fn numbers(shown: &[bool]) -> Vec<Option<usize>> {
    let mut next = 0;
    let mut number = |shown: &bool| {
        next += usize::from(*shown);
        shown.then_some(next)
    };
    shown.iter().map(&mut number).collect()
}

/// The findings seen in the unit asked for.
pub(super) struct View<'a> {
    pub(super) findings: &'a Findings<'a>,
    /// The numbers of the actors, by their index among the findings; those that are not shown have none.
    numbers: Vec<Option<usize>>,
    map: OffsetMap<'a>,
}

impl View<'_> {
    /// The id of an actor, where it is shown.
    pub(super) fn actor_id(&self, index: usize) -> Option<String> {
        let number = self.numbers.get(index).copied().flatten()?;
        Some(format!("a{number}"))
    }

    pub(super) fn range(&self, span: Span) -> Range {
        let (start, end) = self.map.span(span);
        Range { start, end }
    }

    pub(super) fn optional(&self, span: Option<Span>) -> Option<Range> {
        span.map(|span| self.range(span))
    }

    fn words(&self, span: Span) -> String {
        span.of(self.findings.document.text()).to_owned()
    }

    fn place(&self, span: Span) -> Stated {
        Stated { value: self.words(span), span: Some(self.range(span)) }
    }

    fn stated(&self, stated: &ingest::Stated) -> Stated {
        Stated { value: stated.value.clone(), span: self.optional(stated.span) }
    }

    fn count(&self, count: (u32, Span)) -> Count {
        Count { value: count.0, span: self.range(count.1) }
    }

    fn document(&self, options: &Options) -> Document {
        let document = self.findings.document;
        let metadata = &document.metadata;
        let date = metadata.date.as_ref().map(|(date, _)| *date);
        let words = document.article().map(|(_, block)| word_count(block.content.of(document.text()))).sum::<usize>();
        Document {
            name: document.name.clone(),
            format: document.format.name(),
            encoding: document.encoding,
            sha256: document.sha256.clone(),
            bytes: document.bytes,
            language: metadata.language.clone(),
            title: metadata.title.as_ref().map(|title| title.value.clone()),
            date: date.map(|date| date.to_string()),
            anchor: options.date.or(date).or(options.default_date).map(|date| date.to_string()),
            anchor_by: anchor_by(options, date.is_some()),
            words,
            words_in_file: document.text().split('\n').map(run_count).sum(),
            reading_minutes: (words as f64 / f64::from(WORDS_PER_MINUTE) * 10.0).round() / 10.0,
            words_per_minute: WORDS_PER_MINUTE,
            text: options.text.then(|| document.text().to_owned()),
        }
    }

    fn metadata(&self) -> Metadata {
        let metadata = &self.findings.document.metadata;
        let of = |claim: &ingest::ReadingClaim| if claim.related.is_some() { "related" } else { "page" };
        Metadata {
            title: metadata.title.as_ref().map(|stated| self.stated(stated)),
            byline: metadata.byline.as_ref().map(|stated| self.stated(stated)),
            publisher: metadata.publisher.as_ref().map(|stated| self.stated(stated)),
            curator: metadata.curator.as_ref().map(|stated| self.stated(stated)),
            date: metadata.date.as_ref().map(|(date, span)| Stated { value: date.to_string(), span: self.optional(*span) }),
            sources: metadata.sources.iter().map(|stated| self.stated(stated)).collect(),
            unnamed_sources: metadata.unnamed_sources.map(|count| self.count(count)),
            articles_on_topic: metadata.articles_on_topic.map(|count| self.count(count)),
            sources_consistent: self.findings.declared.source_list.as_ref().and_then(|list| list.consistent),
            related: metadata.related.iter().map(|related| self.related(related)).collect(),
            reading_claims: metadata
                .reading_claims
                .iter()
                .map(|claim| ReadingClaim { span: self.range(claim.span), minutes: claim.minutes, of: of(claim), related: claim.related })
                .collect(),
        }
    }

    fn related(&self, related: &ingest::Related) -> Related {
        let claims = &self.findings.document.metadata.reading_claims;
        Related {
            span: self.range(related.span),
            publisher: related.publisher.map(|span| self.place(span)),
            headline: self.place(related.headline),
            reading_minutes: related.reading.and_then(|index| claims.get(index)).map(|claim| claim.minutes),
        }
    }

    fn block(&self, index: usize, block: &ingest::Block) -> Block {
        let (mut level, mut depth, mut question, mut reason, mut explanation, mut table) = (None, None, None, None, None, None);
        match &block.kind {
            BlockKind::Heading { level: of } => level = Some(*of),
            BlockKind::ListItem { depth: of } => depth = Some(*of),
            BlockKind::Answer { question: of } => question = Some(*of),
            BlockKind::Table(of) => table = Some(self.table(of)),
            BlockKind::Furniture(why) => {
                reason = Some(why.reason.clone());
                explanation = Some(why.explanation.clone());
            }
            BlockKind::Paragraph | BlockKind::Quote | BlockKind::Question | BlockKind::Citation => {}
        }
        Block {
            span: self.range(block.span),
            kind: block.kind.name(),
            content: self.range(block.content),
            section: block.section.clone(),
            group: self.group(index),
            level,
            depth,
            question,
            reason,
            explanation,
            table,
        }
    }

    fn table(&self, table: &ingest::Table) -> Table {
        let row = |row: &ingest::Row| Row { span: self.range(row.span), cells: row.cells.iter().map(|cell| self.cell(cell)).collect() };
        Table { header: table.header.as_ref().map(row), rows: table.rows.iter().map(row).collect() }
    }

    fn cell(&self, cell: &ingest::Cell) -> Cell {
        let (kind, code) = match &cell.kind {
            CellKind::Text => ("text", None),
            CellKind::Number => ("number", None),
            CellKind::Date => ("date", None),
            CellKind::State { code } => ("state", Some(code.clone())),
            CellKind::Empty => ("empty", None),
        };
        Cell { span: self.range(cell.span), kind, code }
    }

    fn tokens(&self) -> Vec<Token> {
        let syntax = self.findings.syntax;
        let kind = |kind| match kind {
            TokenKind::Word => "word",
            TokenKind::Number => "number",
            TokenKind::Punctuation => "punctuation",
            TokenKind::Symbol => "symbol",
        };
        syntax
            .sentences
            .iter()
            .enumerate()
            .flat_map(|(index, sentence)| syntax.tokens_of(sentence).iter().map(move |token| (index, token)))
            .map(|(sentence, token)| Token {
                span: self.range(token.span),
                sentence,
                kind: kind(token.kind),
                pos: token.upos().map(Upos::name),
                tag: token.xpos().map(Xpos::name),
                lemma: syntax.lemma(token).map(str::to_owned),
                head: token.head(),
                deprel: token.relation().map(Relation::name),
            })
            .collect()
    }

    fn actors(&self) -> Vec<Actor> {
        let found = self.findings.actors;
        let mut counts = vec![0; found.actors.len()];
        for mention in &found.mentions {
            if let Some(count) = counts.get_mut(mention.actor) {
                *count += 1;
            }
        }
        let actors = found.actors.iter().zip(counts).enumerate();
        actors
            .filter_map(|(index, (actor, mentions))| {
                Some(Actor {
                    id: self.actor_id(index)?,
                    name: actor.name.clone(),
                    kind: actor.kind.name(),
                    country: actor.code.clone(),
                    role: actor.role.clone(),
                    former: actor.former,
                    mentions,
                })
            })
            .collect()
    }

    fn mentions(&self) -> Vec<Mention> {
        let found = self.findings.actors;
        let text = self.findings.document.text();
        // Few places are named, each often.
        let mut known: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut may_be = |mention: &crate::actor::Mention| {
            let is_place = found.actors.get(mention.actor).is_some_and(|actor| matches!(actor.kind, ActorKind::State | ActorKind::Place));
            let words = mention.span.of(text);
            if !is_place || mention.form != Form::Name || words.len() > LONGEST_PLACE {
                return Vec::new();
            }
            known.entry(words).or_insert_with(|| seats(words)).clone()
        };
        let mentions = found.mentions.iter();
        mentions
            .filter_map(|m| Some(Mention { span: self.range(m.span), actor: self.actor_id(m.actor)?, may_be: may_be(m), rule: m.rule }))
            .collect()
    }

    fn time(&self, time: &TimeExpression) -> Time {
        Time {
            span: self.range(time.span),
            kind: time.kind.name(),
            value: time.value.clone(),
            modifier: time.modifier,
            resolved: time.resolved,
            reason: time.reason,
            first_day: time.days.map(|(first, _)| first.to_string()),
            last_day: time.days.map(|(_, last)| last.to_string()),
            rule: time.rule,
        }
    }

    fn sourcing(&self) -> Sourcing {
        let Findings { syntax, statements, declared, .. } = self.findings;
        let count = |grade| statements.iter().filter(|statement| statement.grade == grade).count();
        let covered = covered(statements);
        let attributed = |sentence: &&crate::syntax::Sentence| {
            let first = covered.partition_point(|span| span.end <= sentence.span.start);
            covered.get(first).is_some_and(|span| span.overlaps(sentence.span))
        };
        Sourcing {
            grades: Grades {
                named: count(Grade::Named),
                role: count(Grade::Role),
                institution: count(Grade::Institution),
                collective: count(Grade::Collective),
                anonymous: count(Grade::Anonymous),
                document: count(Grade::Document),
                none: count(Grade::None),
            },
            sentences: syntax.sentences.len(),
            attributed_sentences: syntax.sentences.iter().filter(attributed).count(),
            quoted_statements: statements.iter().filter(|statement| statement.mode != Mode::Indirect).count(),
            untraceable_citations: declared.citations.iter().filter(|citation| !citation.traceable).count(),
        }
    }

    fn questions(&self) -> Vec<QuestionAnswer> {
        let pairs = self.findings.declared.questions.iter();
        pairs.map(|pair| QuestionAnswer { question: self.range(pair.question), answer: self.range(pair.answer) }).collect()
    }

    fn citations(&self) -> Vec<Citation> {
        let citations = self.findings.declared.citations.iter();
        citations.map(|c| Citation { span: self.range(c.span), supports: c.supports, traceable: c.traceable, reason: c.reason }).collect()
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        let diagnostics = self.findings.document.diagnostics.iter();
        diagnostics.map(|d| Diagnostic { code: d.code, message: d.message.clone(), span: self.optional(d.span) }).collect()
    }
}

/// How long the name of a place is at most that is looked up.
const LONGEST_PLACE: usize = 40;

/// The codes of the states and bodies that a capital or seat may stand for, where that is more than one.
fn seats(words: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for name in Lexicon::get().name(words) {
        let code = if name.code.is_empty() { name.country } else { name.code };
        let speaks = matches!(name.kind, NameKind::Capital | NameKind::Seat | NameKind::State);
        if speaks && !code.is_empty() && !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    if codes.len() > 1 { codes } else { Vec::new() }
}

/// What statements cover with their cues and contents: in order, none over another.
fn covered(statements: &[statement::Statement]) -> Vec<Span> {
    let mut spans: Vec<Span> = statements.iter().flat_map(|s| s.content.iter().chain(&s.cue)).copied().collect();
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut covered: Vec<Span> = Vec::new();
    for span in spans {
        match covered.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => covered.push(span),
        }
    }
    covered
}

/// Runs of visible characters that hold a letter or a digit.
// A function of its own, see `OffsetMap::stride`; so is the next.
#[inline(never)]
fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Runs of visible characters.
#[inline(never)]
fn run_count(line: &str) -> usize {
    line.split_whitespace().count()
}
