//! The program: arguments, files, lines of JSON. No logic.

mod arguments;
mod input;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::Parser;
use rapporteur::{export, report};

use arguments::{Analyze, Arguments, Command, Format};

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
    let mut notes = Vec::new();
    let files = input::files(&analyze.files, &mut notes)?;
    notes.iter().for_each(|note| eprintln!("rapporteur: {note}"));
    let is_document = matches!(analyze.format, Format::Json | Format::ClaimReview);
    let is_array = is_document && files.len() > 1;
    let mut complete = true;
    let mut begun = false;
    for file in &files {
        let read = input::bytes(file, options.limit).and_then(|bytes| rapporteur::read(&file.name, &bytes, &options));
        // A text that has no report has no drafts either.
        let is_shown = read.is_ok() || analyze.format != Format::ClaimReview;
        if is_array && is_shown {
            write!(out, "{}", if begun { ",\n" } else { "[\n" })?;
        }
        match read {
            Ok(found) if analyze.format == Format::Json => write!(out, "{}", export::pretty(&found))?,
            Ok(found) if analyze.format == Format::Csv => {
                let text = found.document.text.as_deref().unwrap_or_default();
                let rows = if begun { export::statement_rows } else { export::statements };
                write!(out, "{}", rows(&found, text))?;
                begun = true;
            }
            Ok(found) if analyze.format == Format::ClaimReview => {
                let text = found.document.text.as_deref().unwrap_or_default();
                write!(out, "{}", export::pretty(&export::claim_reviews(&found, text)))?;
            }
            Ok(found) => writeln!(out, "{}", export::line(&found))?,
            Err(error) => {
                complete = false;
                let failure = report::Failure::new(&file.name, &error);
                match analyze.format {
                    Format::Json => write!(out, "{}", export::pretty(&failure))?,
                    Format::Ndjson => writeln!(out, "{}", export::line(&failure))?,
                    Format::Csv | Format::ClaimReview => {}
                }
                eprintln!("rapporteur: {error}");
            }
        }
        if is_document && is_shown {
            begun = true;
            if !is_array {
                writeln!(out)?;
            }
        }
    }
    if is_array {
        writeln!(out, "{}\n]", if begun { "" } else { "[" })?;
    }
    Ok(complete)
}
