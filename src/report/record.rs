//! The records of the report, version 1. `rapporteur schema` prints the JSON Schema made from them.

use serde::Serialize;

use super::{
    audit::Audit,
    brief::{HeadlineQuestion, SummaryLine, Takeaway},
    correction::Correction,
    position_record::{
        Background, Commitment, Comparison, Condition, Inconsistency, MatrixCell, Point, Position, Scheduled, Sequence, TimelineRow,
    },
    statement::{Hedge, Statement},
};

/// The name and version of the report's form.
pub const SCHEMA: &str = "rapporteur.report/1";

macro_rules! records {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        pub struct $name { $($(#[$field_meta])* pub $field: $type,)* }
    )*};
}
pub(super) use records;

records! {
    /// A half-open range of the text, in the unit of the report.
    Range {
        /// The first place.
        start: usize,
        /// One past the last place.
        end: usize,
    }

    /// What one text says.
    Report {
        /// The form and version of this report.
        schema: &'static str,
        /// The program and version that made it.
        generator: &'static str,
        /// What offsets count: `chars`, `utf16` or `bytes`.
        offsets: &'static str,
        /// The text as a whole.
        document: Document,
        /// What the page says of itself.
        metadata: Metadata,
        /// What the text is made of, in order; together they cover every visible character.
        blocks: Vec<Block>,
        /// Its sentences, in order; furniture has none.
        sentences: Vec<Sentence>,
        /// Its tokens, where they were asked for.
        #[serde(skip_serializing_if = "Option::is_none")]
        tokens: Option<Vec<Token>>,
        /// Who acts, speaks or is spoken of.
        actors: Vec<Actor>,
        /// Every place that names one of them.
        mentions: Vec<Mention>,
        /// Expressions of time.
        times: Vec<Time>,
        /// Who said what.
        statements: Vec<Statement>,
        /// The words that say how certain something is, in statements and in the author's own voice.
        hedges: Vec<Hedge>,
        /// How well the text is sourced, in counts.
        sourcing: Sourcing,
        /// The same finding by finding, and what could be checked.
        audit: Audit,
        /// Question and answer pairs.
        questions: Vec<QuestionAnswer>,
        /// Bracketed citations.
        citations: Vec<Citation>,
        /// Where each party stands.
        positions: Vec<Position>,
        /// What is made to depend on something, whoever says so.
        conditions: Vec<Condition>,
        /// Who undertook what.
        commitments: Vec<Commitment>,
        /// What is announced.
        scheduled: Vec<Scheduled>,
        /// What a mediator's file lists besides: verification, guarantees, requirements, obstacles and the like.
        points: Vec<Point>,
        /// The matrix of parties by issues.
        matrix: Vec<MatrixCell>,
        /// Where two parties contradict each other or may come together.
        comparisons: Vec<Comparison>,
        /// What happened or is to happen when: what has days on the calendar in their order, then the rest in the order of the text.
        timeline: Vec<TimelineRow>,
        /// What came before or after what, by words and not by dates.
        sequence: Vec<Sequence>,
        /// Passages that tell what was before the news.
        background: Vec<Background>,
        /// Where the text does not agree with itself.
        inconsistencies: Vec<Inconsistency>,
        /// Who did what to whom; not read yet.
        events: Vec<Unread>,
        /// Who matters in the text; not read yet.
        players: Vec<Unread>,
        /// The sentences that sum it up: first what is new, then what was before.
        summary: Vec<SummaryLine>,
        /// What the writer wants taken away.
        takeaways: Vec<Takeaway>,
        /// The question that the headline asks, and what answers it.
        headline_question: Option<HeadlineQuestion>,
        /// What the reader said is otherwise, in the order in which it was said.
        corrections: Vec<Correction>,
        /// What the reader should know about the text or its reading.
        diagnostics: Vec<Diagnostic>,
    }

    /// The text as a whole.
    Document {
        /// The name the file came with.
        name: String,
        /// `text`, `markdown` or `html`.
        format: &'static str,
        /// The encoding's name as the WHATWG standard writes it, in lower case.
        encoding: &'static str,
        /// The SHA-256 of the file.
        sha256: String,
        /// How many bytes the file has.
        bytes: usize,
        /// The language, as a BCP 47 tag, if the page declares it.
        language: Option<String>,
        /// The title.
        title: Option<String>,
        /// The day of publication, `YYYY-MM-DD`, if the text states it.
        date: Option<String>,
        /// The day that relative dates were counted from: the one asked for, else the text's own.
        anchor: Option<String>,
        /// Who says so: `text`, `reader`, or `reader_default` where the reader set a day for texts that state none.
        anchor_by: Option<&'static str>,
        /// How many words the article has: runs with a letter or a digit, furniture left out.
        words: usize,
        /// How many runs between white space the file has, furniture and list marks included: what word processors count.
        words_in_file: usize,
        /// How long the article takes to read, in minutes, at `words_per_minute`.
        reading_minutes: f64,
        /// The reading speed that `reading_minutes` is computed with.
        words_per_minute: u32,
        /// The text that the offsets point into, where it was asked for.
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    }

    /// Words that the page states.
    Stated {
        /// The words.
        value: String,
        /// Their place, where they stand in the text.
        span: Option<Range>,
    }

    /// A number that the page states.
    Count {
        /// The number.
        value: u32,
        /// Its place.
        span: Range,
    }

    /// What the page says of itself; what it does not say is `null`, never guessed.
    Metadata {
        /// The title.
        title: Option<Stated>,
        /// Who wrote it.
        byline: Option<Stated>,
        /// Who published it.
        publisher: Option<Stated>,
        /// Who put it together from others' reports.
        curator: Option<Stated>,
        /// The day of publication.
        date: Option<Stated>,
        /// The outlets that a digest lists.
        sources: Vec<Stated>,
        /// How many more it says there are.
        unnamed_sources: Option<Count>,
        /// How many articles it says there are on the topic.
        articles_on_topic: Option<Count>,
        /// Whether named and unnamed sources add up to that number.
        sources_consistent: Option<bool>,
        /// Teasers of other articles.
        related: Vec<Related>,
        /// Reading times that the page claims, each with what it is claimed of.
        reading_claims: Vec<ReadingClaim>,
    }

    /// The teaser of another article.
    Related {
        /// All of it.
        span: Range,
        /// Whose article it is.
        publisher: Option<Stated>,
        /// Its headline.
        headline: Stated,
        /// Its claimed reading time in minutes.
        reading_minutes: Option<u32>,
    }

    /// A reading time that the page claims.
    ReadingClaim {
        /// Its words.
        span: Range,
        /// Minutes.
        minutes: u32,
        /// `page`, or `related` when it belongs to the teaser of another article.
        of: &'static str,
        /// The index of that teaser in `related`.
        related: Option<usize>,
    }

    /// A stretch of the text that is one thing on the page.
    Block {
        /// All of it.
        span: Range,
        /// `heading`, `paragraph`, `list_item`, `table`, `quote`, `question`, `answer`, `citation` or `furniture`.
        kind: &'static str,
        /// What there is to read in it, without list marks and the like.
        content: Range,
        /// The headings it stands under, outermost first, as indexes of blocks.
        section: Vec<usize>,
        /// `update` or `background`, where a heading or label of the page says so.
        #[serde(skip_serializing_if = "Option::is_none")]
        group: Option<&'static str>,
        /// Of a heading: 1 to 6.
        #[serde(skip_serializing_if = "Option::is_none")]
        level: Option<u8>,
        /// Of a list item: 0 for the outermost list.
        #[serde(skip_serializing_if = "Option::is_none")]
        depth: Option<u8>,
        /// Of an answer: the index of the question's block.
        #[serde(skip_serializing_if = "Option::is_none")]
        question: Option<usize>,
        /// Of furniture: why it was taken for that, as a stable word.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// Of furniture: the same as a sentence.
        #[serde(skip_serializing_if = "Option::is_none")]
        explanation: Option<String>,
        /// Of a table: its rows.
        #[serde(skip_serializing_if = "Option::is_none")]
        table: Option<Table>,
    }

    /// A table.
    Table {
        /// The row that names the columns.
        header: Option<Row>,
        /// The rows below it.
        rows: Vec<Row>,
    }

    /// A row of a table.
    Row {
        /// The whole line.
        span: Range,
        /// Its cells.
        cells: Vec<Cell>,
    }

    /// A cell of a table.
    Cell {
        /// Its words.
        span: Range,
        /// `text`, `number`, `date`, `state` or `empty`.
        kind: &'static str,
        /// Of a state: its ISO 3166-1 alpha-3 code.
        #[serde(skip_serializing_if = "Option::is_none")]
        code: Option<String>,
    }

    /// A sentence, or what stands for one.
    Sentence {
        /// Its words.
        span: Range,
        /// The index of its block.
        block: usize,
    }

    /// A token.
    Token {
        /// Its letters.
        span: Range,
        /// The index of its sentence.
        sentence: usize,
        /// `word`, `number`, `punctuation` or `symbol`.
        kind: &'static str,
        /// Its part of speech, as Universal Dependencies name it; `null` where there is no model, and so for the following.
        pos: Option<&'static str>,
        /// Its finer tag, as the English treebanks name it.
        tag: Option<&'static str>,
        /// The form that dictionaries have it under.
        lemma: Option<String>,
        /// The index of the token that it depends on; `null` for the root of a sentence.
        head: Option<usize>,
        /// How it depends on it, as Universal Dependencies name it.
        deprel: Option<&'static str>,
    }

    /// Who acts, speaks or is spoken of.
    Actor {
        /// Its name in this report.
        id: String,
        /// The fullest name that the text gives.
        name: String,
        /// `person`, `state`, `organisation`, `group`, `place` or `document`.
        kind: &'static str,
        /// ISO 3166-1 alpha-3 code or acronym of the state or body it speaks for or belongs to.
        country: Option<String>,
        /// The office that the text gives.
        role: Option<String>,
        /// Whether the text says that the office is a former one.
        former: bool,
        /// How often it is mentioned.
        mentions: usize,
    }

    /// A place that names an actor.
    Mention {
        /// The words.
        span: Range,
        /// The actor's id.
        actor: String,
        /// The codes of all that the words may stand for, where that is more than one: "Brussels" for `BEL`, `EU` and `NATO`.
        may_be: Vec<String>,
        /// The rule that found it.
        rule: &'static str,
    }

    /// An expression of time.
    Time {
        /// Its words.
        span: Range,
        /// `DATE`, `TIME`, `DURATION` or `SET`.
        #[serde(rename = "type")]
        kind: &'static str,
        /// The TIMEX3 value.
        value: String,
        /// TIMEX3's modifier.
        modifier: Option<&'static str>,
        /// Whether the value says all: a place on the calendar, a length in numbers, a rhythm.
        resolved: bool,
        /// Why it is not.
        reason: Option<&'static str>,
        /// Its first day, `YYYY-MM-DD`, where the value is a place on the calendar.
        first_day: Option<String>,
        /// Its last day.
        last_day: Option<String>,
        /// The rule that found it.
        rule: &'static str,
    }

    /// How well the text is sourced, in counts.
    Sourcing {
        /// Statements by grade.
        grades: Grades,
        /// Sentences of the article.
        sentences: usize,
        /// Sentences that hold a statement or a part of one.
        attributed_sentences: usize,
        /// Statements that are all in quotation marks, or partly.
        quoted_statements: usize,
        /// Bracketed citations that lead nowhere.
        untraceable_citations: usize,
    }

    /// Statements by grade.
    Grades {
        /// From a named person.
        named: usize,
        /// From an unnamed but identifiable office.
        role: usize,
        /// From a body or a state.
        institution: usize,
        /// From an unnamed group.
        collective: usize,
        /// From an unnamed individual.
        anonymous: usize,
        /// From a paper.
        document: usize,
        /// From nobody.
        none: usize,
    }

    /// A question and its answer.
    QuestionAnswer {
        /// The question's words.
        question: Range,
        /// The answer's words.
        answer: Range,
    }

    /// A bracketed citation.
    Citation {
        /// The citation, brackets included.
        span: Range,
        /// The index of the block it claims to support.
        supports: Option<usize>,
        /// Whether it leads anywhere.
        traceable: bool,
        /// What is missing.
        reason: Option<&'static str>,
    }

    /// A record of a phase that is not built yet; the list that would hold it is always empty.
    Unread {
        /// The evidence.
        span: Range,
    }

    /// What the reader should know.
    Diagnostic {
        /// A stable word.
        code: &'static str,
        /// A sentence.
        message: String,
        /// Where.
        span: Option<Range>,
    }
}
