//! The mission's examples against the five seeds, which are no part of the project. Without them, each test says that it was skipped.
//!
//! One module a part of the mission; what they share, the seeds as read and the look-ups in them, is here.
#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

mod bad_input;
mod brief;
mod course;
mod position;
mod sourcing;
mod statement;

use std::{fs, path::PathBuf};

use rapporteur::{
    Options,
    report::{Actor, Hedge, Range, Report, Statement},
    text::OffsetUnit,
};
use serde_json::Value;

/// A seed as read, with its text.
struct Seed {
    text: String,
    report: Report,
}

/// An example of the mission: the seed it stands in, and its bytes there.
struct Example {
    seed: usize,
    start: usize,
    end: usize,
}

struct Seeds {
    seeds: Vec<Seed>,
    examples: Vec<(String, Example)>,
}

fn shared(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path)
}

fn seeds() -> Option<Seeds> {
    let Ok(acceptance) = fs::read_to_string(shared("mission/acceptance.json")) else {
        eprintln!("skipped: {} is not there", shared("mission").display());
        return None;
    };
    let options = Options { offsets: OffsetUnit::Bytes, ..Options::default() };
    let mut paths: Vec<_> = fs::read_dir(shared("seeds")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).unwrap();
        let report = rapporteur::read(&path.to_string_lossy(), text.as_bytes(), &options).unwrap();
        Seed { text, report }
    };
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let rows: Vec<Value> = serde_json::from_str(&acceptance).unwrap();
    let example = |row: &Value| {
        let place = Example { seed: number(&row["doc"]), start: number(&row["byte"][0]), end: number(&row["byte"][1]) };
        (row["row"].as_str().unwrap().to_owned(), place)
    };
    Some(Seeds { seeds: paths.iter().map(read).collect(), examples: rows.iter().map(example).collect() })
}

impl Seeds {
    fn examples(&self, row: &str) -> Vec<&Example> {
        self.examples.iter().filter(|(name, _)| name == row).map(|(_, example)| example).collect()
    }

    /// The statements whose source, cue or content touches an example.
    fn statements(&self, example: &Example) -> Vec<View<'_>> {
        let seed = &self.seeds[example.seed];
        let touches = |range: &Range| range.start < example.end && example.start < range.end;
        let all = seed.report.statements.iter().map(|statement| View { seed, statement });
        all.filter(|view| view.statement.source.iter().chain(&view.statement.cue).chain(&view.statement.content).any(touches)).collect()
    }

    /// The hedges inside an example, each with its words and those that it is said of.
    fn hedges(&self, example: &Example) -> Vec<(&Hedge, &str, &str)> {
        let seed = &self.seeds[example.seed];
        let inside = |hedge: &&Hedge| hedge.span.start >= example.start && hedge.span.end <= example.end;
        let words = |range: &Range| &seed.text[range.start..range.end];
        let hedges = seed.report.hedges.iter().filter(inside);
        hedges.map(|hedge| (hedge, words(&hedge.span), hedge.scope.as_ref().map_or("", words))).collect()
    }

    /// The statement of a seed with this word in its cue and these words in its content.
    fn statement(&self, seed: usize, cue: &str, content: &str) -> View<'_> {
        let seed = &self.seeds[seed];
        let all = seed.report.statements.iter().map(|statement| View { seed, statement });
        let found: Vec<_> = all.filter(|view| view.says(cue) && view.content().contains(content)).collect();
        assert_eq!(found.len(), 1, "statements by \"{cue}\" with \"{content}\"");
        found.into_iter().next().unwrap()
    }
}

struct View<'a> {
    seed: &'a Seed,
    statement: &'a Statement,
}

impl View<'_> {
    fn words(&self, range: Option<&Range>) -> &str {
        range.map_or("", |range| &self.seed.text[range.start..range.end])
    }

    fn source(&self) -> &str {
        self.words(self.statement.source.as_ref())
    }

    fn cue(&self) -> &str {
        self.words(self.statement.cue.as_ref())
    }

    /// Whether the cue is these words, or has them with others around it ("also noted").
    fn says(&self, words: &str) -> bool {
        format!(" {} ", self.cue()).contains(&format!(" {words} "))
    }

    fn addressee(&self) -> &str {
        self.words(self.statement.addressee.as_ref())
    }

    fn content(&self) -> String {
        self.statement.content.iter().map(|range| self.words(Some(range))).collect::<Vec<_>>().join(" … ")
    }

    fn actor(&self) -> Option<&Actor> {
        let id = self.statement.actor.as_ref()?;
        self.seed.report.actors.iter().find(|actor| actor.id == *id)
    }

    fn affiliation(&self) -> &str {
        self.statement.affiliation.as_deref().unwrap_or("")
    }
}
