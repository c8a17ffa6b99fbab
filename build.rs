//! Compiles the data files of the lexicon into one blob that the program embeds; a mistake in one fails the build by file and line.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{array, env, fs};

// What the build script shares with the program. The program uses all of it.
#[path = "src/lexicon/compile/mod.rs"]
mod compile;
#[allow(dead_code)]
#[path = "src/lexicon/fold.rs"]
mod fold;
#[allow(dead_code)]
#[path = "src/lexicon/inflect.rs"]
mod inflect;
#[allow(dead_code)]
#[path = "src/lexicon/label.rs"]
mod label;
#[allow(dead_code)]
#[path = "src/lexicon/record.rs"]
mod record;

fn main() -> ExitCode {
    match compile_lexicon() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn compile_lexicon() -> Result<(), String> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=data/lexicon");
    for shared in ["compile", "fold.rs", "inflect.rs", "label.rs", "record.rs"] {
        println!("cargo::rerun-if-changed=src/lexicon/{shared}");
    }
    let folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("no CARGO_MANIFEST_DIR")?).join("data/lexicon");
    let mut texts: compile::Texts = array::from_fn(|_| String::new());
    for (text, file) in texts.iter_mut().zip(compile::FILES) {
        let path = folder.join(file);
        *text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let data = compile::compile(&texts).map_err(|problem| problem.to_string())?;
    let bytes = postcard::to_allocvec(&data).map_err(|error| error.to_string())?;
    postcard::from_bytes::<record::Data>(&bytes).map_err(|error| format!("the lexicon does not read back: {error}"))?;
    let target = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?).join("lexicon.postcard");
    fs::write(&target, bytes).map_err(|error| format!("{}: {error}", target.display()))
}
