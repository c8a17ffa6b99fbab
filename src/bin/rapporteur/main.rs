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
    let is_array = analyze.format == Format::Json && files.len() > 1;
    let mut complete = true;
    let mut begun = false;
    for file in &files {
        let read = input::bytes(file, options.limit).and_then(|bytes| rapporteur::read(&file.name, &bytes, &options));
        if is_array {
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
            Ok(found) => writeln!(out, "{}", export::line(&found))?,
            Err(error) => {
                complete = false;
                let failure = report::Failure::new(&file.name, &error);
                match analyze.format {
                    Format::Json => write!(out, "{}", export::pretty(&failure))?,
                    Format::Ndjson => writeln!(out, "{}", export::line(&failure))?,
                    Format::Csv => {}
                }
                eprintln!("rapporteur: {error}");
            }
        }
        if analyze.format == Format::Json {
            begun = true;
            if !is_array {
                writeln!(out)?;
            }
        }
    }
    if is_array {
        writeln!(out, "\n]")?;
    }
    Ok(complete)
}
