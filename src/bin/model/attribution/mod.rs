//! `model attribution`: the weights that choose statements, learned from texts in which people marked who said what; `model report`:
//! what a file of weights makes of texts.

pub mod brat;
mod learn;

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use rapporteur::{
    Learned, Options, actor, export, ingest,
    statement::{
        Weights,
        choose::{
            lesson::{Lesson, of_document},
            write,
        },
    },
    syntax::{self, Model, RoleModel, Roles, Workspace},
};

/// Learns from a folder and writes the file of weights.
/// `roles` is the file of the network that says which part of a statement a token may be, `apart` what such networks say of the texts that they
/// did not learn from.
pub fn run(roles: &str, apart: &str, folder: &str, held_out: Option<&str>, output: &mut impl Write) -> io::Result<()> {
    let roles = RoleModel::from_bytes(&fs::read(roles)?).map_err(io::Error::other)?;
    let apart = fs::read(apart)?;
    let file = write(&learn::learn(lessons(folder, &roles, Some(&apart))?));
    if let (Some(folder), Ok(weights)) = (held_out, Weights::from_bytes(&file)) {
        learn::examine(&lessons(folder, &roles, None)?, &weights);
    }
    output.write_all(&file)
}

/// Reads the lessons of a folder, with the grammar that the language model reads.
fn lessons(folder: &str, roles: &RoleModel, apart: Option<&[u8]>) -> io::Result<Vec<Lesson>> {
    let model = Model::embedded().ok_or_else(|| io::Error::other("no language model is built in"))?;
    let mut workspace = Workspace::default();
    let mut lessons: Vec<Lesson> = Vec::new();
    let mut apart = apart.map(|bytes| bytes.as_chunks::<7>().0.iter());
    for annotated in brat::read(Path::new(folder))? {
        let Ok(document) = ingest::ingest("text.txt", annotated.text.as_bytes(), &Options::default()) else { continue };
        if document.text() != annotated.text {
            continue;
        }
        let mut syntax = syntax::parse_with_roles(&document, model, roles, &mut workspace);
        if let Some(apart) = &mut apart {
            for (place, found) in syntax.roles.iter_mut().zip(apart) {
                *place = Roles::from_bytes(*found);
            }
        }
        lessons.push(of_document(&document, &syntax, &actor::find(&document, &syntax), &annotated.statements));
    }
    let sum = |place: usize| lessons.iter().map(|lesson| lesson.counts[place]).sum::<usize>();
    eprintln!("{} texts, {} statements; cue among the candidates {}", lessons.len(), sum(0), sum(1));
    eprintln!("of these the very content {}, source {}, extent {}", sum(2), sum(3), sum(4));
    Ok(lessons)
}

/// Writes the reports of files, one a line, with a file of weights.
pub fn report(roles: &str, weights: &str, files: &[&str], output: &mut impl Write) -> io::Result<()> {
    let weights = Weights::from_bytes(&fs::read(weights)?).ok();
    let roles = RoleModel::from_bytes(&fs::read(roles)?).ok();
    let learned = Learned { grammar: Model::embedded(), roles: roles.as_ref(), statements: weights.as_ref() };
    let options = Options::default();
    for file in files {
        let name = Path::new(file).file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Ok(report) = rapporteur::read_by(&name, &fs::read(file)?, &options, learned) {
            writeln!(output, "{}", export::line(&report))?;
        }
    }
    Ok(())
}
