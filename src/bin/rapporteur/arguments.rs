//! The command line.

use std::ffi::OsString;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use rapporteur::{Options, options::DEFAULT_LIMIT, text::OffsetUnit};

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
    /// How to print reports.
    #[arg(long, value_enum, default_value_t = Format::Ndjson)]
    pub format: Format,
    /// Add the text that the offsets point into.
    #[arg(long)]
    text: bool,
    /// Add the tokens.
    #[arg(long)]
    tokens: bool,
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

/// How to print reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One line a report.
    Ndjson,
    /// Indented, for people; an array where there is more than one file.
    Json,
    /// The statements of all files as one table.
    Csv,
    /// What could be checked, as drafts of ClaimReview in JSON-LD without a rating; places always count code points.
    ClaimReview,
}

impl Analyze {
    /// What the library is asked for.
    pub fn options(&self) -> Options {
        let offsets = match self.offsets {
            Offsets::Chars => OffsetUnit::Chars,
            Offsets::Utf16 => OffsetUnit::Utf16,
            Offsets::Bytes => OffsetUnit::Bytes,
        };
        // Tables and drafts hold the words themselves.
        let text = self.text || matches!(self.format, Format::Csv | Format::ClaimReview);
        let offsets = if self.format == Format::ClaimReview { OffsetUnit::Chars } else { offsets };
        Options { offsets, date: self.date, text, tokens: self.tokens, limit: self.limit }
    }
}
