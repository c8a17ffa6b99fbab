//! The program: arguments, files, lines of JSON. No logic.

mod arguments;
mod input;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;
use rapporteur::{
    export,
    report::{self, Report},
};

use arguments::{Analyze, Arguments, Command, Format, Table};

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(complete) => ExitCode::from(u8::from(!complete)),
        // The reader of our output went away (`| head`): nothing is wrong.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rapporteur: {error}");
            ExitCode::from(2)
        }
    }
}

/// Runs a command; tells whether every file has a report.
fn run(arguments: Arguments) -> io::Result<bool> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let complete = match arguments.command {
        Command::Analyze(analyze) => run_analyze(&analyze, &mut out)?,
        Command::Schema => {
            writeln!(out, "{}", export::pretty(&report::schema()))?;
            true
        }
    };
    out.flush()?;
    Ok(complete)
}

fn run_analyze(analyze: &Analyze, out: &mut impl Write) -> io::Result<bool> {
    let options = analyze.options();
    let format = analyze.format;
    let session = analyze.corrections.as_deref().map(input::session).transpose().map_err(io::Error::other)?;
    let mut notes = Vec::new();
    let files = input::files(&analyze.files, &mut notes)?;
    notes.iter().for_each(|note| eprintln!("rapporteur: {note}"));
    let is_array = format.is_document() && files.len() > 1;
    let mut complete = true;
    let mut begun = false;
    for file in &files {
        let read = input::bytes(file, options.limit).and_then(|bytes| match &session {
            Some(session) => rapporteur::read(&file.name, &bytes, &session.options_for(&bytes, &options)),
            None => rapporteur::read(&file.name, &bytes, &options),
        });
        // A text that has no report has no drafts either.
        let is_shown = read.is_ok() || format.has_failures();
        if is_array && is_shown {
            write!(out, "{}", if begun { ",\n" } else { "[\n" })?;
        }
        // A table without a row has no names of columns either; they come with the first text that has one.
        let mut is_empty = false;
        match read {
            Ok(found) => {
                let document = written(&found, analyze, begun);
                is_empty = document.is_empty();
                write!(out, "{document}")?;
            }
            Err(error) => {
                complete = false;
                let failure = report::Failure::new(&file.name, &error);
                match format {
                    Format::Json => write!(out, "{}", export::pretty(&failure))?,
                    Format::Ndjson => writeln!(out, "{}", export::line(&failure))?,
                    _ => {}
                }
                eprintln!("rapporteur: {error}");
            }
        }
        begun |= is_shown && !is_empty;
        if is_shown && format.is_document() && !is_array {
            writeln!(out)?;
        }
    }
    if is_array {
        writeln!(out, "{}\n]", if begun { "" } else { "[" })?;
    }
    Ok(complete)
}

/// A report in a format; what stands before all reports is left out once one was written.
fn written(found: &Report, analyze: &Analyze, begun: bool) -> String {
    let text = found.document.text.as_deref().unwrap_or_default();
    match analyze.format {
        Format::Ndjson => export::line(found) + "\n",
        Format::Json => export::pretty(found),
        Format::Csv if analyze.table != Table::Statements => export::table_of(found, text, analyze.table.kind(), !begun),
        Format::Csv if begun => export::statement_rows(found, text),
        Format::Csv => export::statements(found, text),
        Format::ClaimReview => export::pretty(&export::claim_reviews(found, text)),
        Format::Annotations => export::pretty(&export::annotations(found, text)),
        Format::Markdown => export::markdown(found, text),
        Format::Html if begun => export::html_article(found, text),
        Format::Html => export::html(found, text),
    }
}
