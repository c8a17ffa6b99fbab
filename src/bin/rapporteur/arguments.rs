//! The command line.

use std::{ffi::OsString, path::PathBuf};

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use rapporteur::{
    Options,
    options::{Corrections, DEFAULT_LIMIT},
    text::OffsetUnit,
};

/// Reads what was written about a negotiation: who said what, on which terms, and how well it is sourced.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read files and print a report for each, one JSON object a line.
    Analyze(Analyze),
    /// Print the JSON Schema of the report.
    Schema,
}

/// How to read the files.
#[derive(Debug, Args)]
pub struct Analyze {
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = Offsets::Chars)]
    offsets: Offsets,
    /// The day that relative dates are counted from, like 2022-02-01; without it only what the text states anchors them.
    #[arg(long, value_parser = |value: &str| Options::parse_date(value).map_err(|error| error.to_string()))]
    date: Option<NaiveDate>,
    /// The day for texts that state none.
    #[arg(long, value_parser = |value: &str| Options::parse_date(value).map_err(|error| error.to_string()))]
    default_date: Option<NaiveDate>,
    /// A session file of the page: the days and corrections that it has for these files are applied.
    #[arg(long, value_name = "SESSION")]
    pub corrections: Option<PathBuf>,
    /// How to print reports.
    #[arg(long, value_enum, default_value_t = Format::Ndjson)]
    pub format: Format,
    /// Of CSV: which records are its rows.
    #[arg(long, value_enum, default_value_t = Table::Statements)]
    pub table: Table,
    /// Add the text that the offsets point into.
    #[arg(long)]
    text: bool,
    /// Add the tokens.
    #[arg(long)]
    tokens: bool,
    /// Leave out statements that stand in what another says: of "a spokesman said that the minister refused" only what the spokesman said.
    #[arg(long)]
    no_nested: bool,
    /// Refuse files larger than this many bytes.
    #[arg(long, default_value_t = DEFAULT_LIMIT)]
    limit: usize,
    /// Files and folders; `-` reads one text from standard input.
    #[arg(required = true)]
    pub files: Vec<OsString>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Offsets {
    /// Unicode code points.
    Chars,
    /// UTF-16 code units.
    Utf16,
    /// Bytes of the file.
    Bytes,
}

/// Which records a table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Table {
    /// Who said what, with all that is known of it.
    Statements,
    /// Where the parties stand.
    Positions,
    /// What something depends on.
    Conditions,
    /// What somebody undertook.
    Commitments,
    /// What is announced.
    Scheduled,
    /// What a mediator's file lists besides.
    Points,
    /// Expressions of time.
    Times,
    /// What the audit found.
    Findings,
    /// What could be checked.
    Claims,
}

impl Table {
    /// The kind of its records, as the report names it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Statements => "statement",
            Self::Positions => "position",
            Self::Conditions => "condition",
            Self::Commitments => "commitment",
            Self::Scheduled => "scheduled",
            Self::Points => "point",
            Self::Times => "time",
            Self::Findings => "finding",
            Self::Claims => "claim",
        }
    }
}

/// How to print reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One line a report.
    Ndjson,
    /// Indented, for people; an array where there is more than one file.
    Json,
    /// The records of one kind (`--table`) of all files as one table.
    Csv,
    /// What could be checked, as drafts of ClaimReview in JSON-LD without a rating; places always count code points.
    ClaimReview,
    /// All records as W3C Web Annotations in JSON-LD; places always count code points.
    Annotations,
    /// A report for people in Markdown, one text after the other; places always count code points.
    Markdown,
    /// The same as one web page without scripts.
    Html,
}

impl Format {
    /// Whether it holds the words themselves, and so needs the text.
    fn has_words(self) -> bool {
        !matches!(self, Self::Ndjson | Self::Json)
    }

    /// Whether its places count code points, whatever is asked for.
    fn counts_chars(self) -> bool {
        matches!(self, Self::ClaimReview | Self::Annotations | Self::Markdown | Self::Html)
    }

    /// Whether it is one document of JSON a text, an array of them for several.
    pub fn is_document(self) -> bool {
        matches!(self, Self::Json | Self::ClaimReview | Self::Annotations)
    }

    /// Whether it can say that a file has no report.
    pub fn has_failures(self) -> bool {
        matches!(self, Self::Ndjson | Self::Json)
    }
}

impl Analyze {
    /// What the library is asked for.
    pub fn options(&self) -> Options {
        let offsets = match self.offsets {
            Offsets::Chars => OffsetUnit::Chars,
            Offsets::Utf16 => OffsetUnit::Utf16,
            Offsets::Bytes => OffsetUnit::Bytes,
        };
        Options {
            offsets: if self.format.counts_chars() { OffsetUnit::Chars } else { offsets },
            date: self.date,
            default_date: self.default_date,
            corrections: Corrections::default(),
            text: self.text || self.format.has_words(),
            tokens: self.tokens,
            nested: !self.no_nested,
            limit: self.limit,
        }
    }
}
