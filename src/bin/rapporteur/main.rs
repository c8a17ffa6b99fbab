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
            writeln!(out, "{}", export::pretty(&schemars::schema_for!(report::Report)))?;
            true
        }
    };
    out.flush()?;
    Ok(complete)
}

fn run_analyze(analyze: &Analyze, out: &mut impl Write) -> io::Result<bool> {
    let options = analyze.options();
    let mut complete = true;
    let mut begun = false;
    for file in input::files(&analyze.files) {
        let read = input::bytes(&file, options.limit).and_then(|bytes| rapporteur::read(&file.name, &bytes, &options));
        match read {
            Ok(found) if analyze.format == Format::Json => writeln!(out, "{}", export::pretty(&found))?,
            Ok(found) if analyze.format == Format::Csv => {
                let text = found.document.text.as_deref().unwrap_or_default();
                let rows = if begun { export::statement_rows } else { export::statements };
                write!(out, "{}", rows(&found, text))?;
                begun = true;
            }
            Ok(found) => writeln!(out, "{}", export::line(&found))?,
            Err(error) => {
                complete = false;
                if analyze.format != Format::Csv {
                    writeln!(out, "{}", export::line(&report::Failure::new(&file.name, &error)))?;
                }
                eprintln!("rapporteur: {error}");
            }
        }
    }
    Ok(complete)
}
