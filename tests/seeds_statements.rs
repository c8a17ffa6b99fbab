//! The mission's examples of who said what, against the five seeds. Without them, each test says that it was skipped.
#![allow(clippy::unwrap_used, clippy::string_slice)]

use std::{fs, path::PathBuf};

use rapporteur::{
    Options,
    report::{Actor, Range, Report, Statement},
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

/// C01: the only direct quotation of the five seeds has its speaker, cue and addressee.
#[test]
fn the_only_direct_quotation() {
    let Some(seeds) = seeds() else { return };
    let quoted: Vec<_> =
        seeds.seeds.iter().flat_map(|seed| seed.report.statements.iter().map(move |statement| View { seed, statement })).collect();
    let quoted: Vec<_> = quoted.into_iter().filter(|view| view.statement.mode != "indirect").collect();
    assert_eq!(quoted.len(), 1);
    let only = &quoted[0];
    assert_eq!((only.source(), only.cue(), only.addressee()), ("Russia’s UN diplomat", "accused", "the US"));
    assert_eq!((only.content().as_str(), only.statement.mode, only.statement.grade), ("whipping up hysterics", "direct", "role"));
    assert_eq!(only.affiliation(), "RUS");
    let row = seeds.examples("C01")[0];
    assert!(seeds.statements(row).iter().any(|view| view.says("accused")));
}

/// C02: clauses and infinitives, with addressee.
#[test]
fn indirect_speech() {
    let Some(seeds) = seeds() else { return };
    let noted = seeds.statement(0, "noted", "a formal report");
    assert_eq!((noted.source(), noted.affiliation(), noted.statement.grade), ("The spokesperson", "UN", "role"));
    let urged = seeds.statement(1, "urged", "to restart negotiations");
    assert_eq!((urged.addressee(), urged.affiliation(), urged.statement.grade), ("the UN Security Council", "CHN", "named"));
    assert_eq!(urged.actor().map(|actor| actor.name.as_str()), Some("Zhang Jun"));
}

/// C03: what the author adds is nobody's statement.
#[test]
fn the_authors_own_voice() {
    let Some(seeds) = seeds() else { return };
    for example in seeds.examples("C03") {
        assert_eq!(seeds.statements(example).len(), 0);
    }
}

/// C04: a statement inside a statement is one of its own.
#[test]
fn nested_attribution() {
    let Some(seeds) = seeds() else { return };
    let conveyed = seeds.statement(0, "conveyed", "This stance");
    assert_eq!(conveyed.source(), "the UN spokesperson");
    let explained = seeds.statement(0, "explained", "the Secretary-General is");
    assert_eq!(explained.source(), "the UN spokesperson");
    assert_eq!(explained.statement.actor, conveyed.statement.actor);
}

/// C05: to whom it was said.
#[test]
fn addressees() {
    let Some(seeds) = seeds() else { return };
    let pressed = seeds.statement(1, "pressed", "to adhere");
    assert_eq!((pressed.source(), pressed.addressee(), pressed.affiliation()), ("He", "all sides", "CHN"));
}

/// C07: frames.
#[test]
fn frames() {
    let Some(seeds) = seeds() else { return };
    let stated = seeds.statement(1, "stated", "is not about preserving");
    assert_eq!((stated.source(), stated.affiliation()), ("the Russian side", "RUS"));
    assert_eq!(stated.content().split(" … ").next(), Some("The objective"));
    let highlighted = seeds.statement(4, "highlighted", "dialogues cannot");
    assert_eq!((highlighted.source(), highlighted.affiliation()), ("the Ukraine envoy", "UKR"));
}

/// C08: one speaker under several titles; seats and capitals speak for their states.
#[test]
fn one_actor_under_many_names() {
    let Some(seeds) = seeds() else { return };
    let ambassador = seeds.statement(4, "underscored", "the necessity");
    let envoy = seeds.statement(4, "emphasizes", "any discussions with Pyongyang");
    assert_eq!(ambassador.statement.actor, envoy.statement.actor);
    let kremlin = seeds.statement(2, "wants", "NATO to cease");
    assert_eq!((kremlin.source(), kremlin.affiliation()), ("The Kremlin", "RUS"));
    let example = seeds
        .examples("C08")
        .into_iter()
        .find(|example| seeds.seeds[example.seed].text[example.start..example.end].starts_with("The Ambassador"))
        .unwrap();
    let report = &seeds.seeds[example.seed].report;
    let remarks = report.mentions.iter().find(|mention| mention.span.start == example.start).unwrap();
    assert_eq!(Some(&remarks.actor), ambassador.statement.actor.as_ref());
}

/// C09: a former office is told apart from a present one.
#[test]
fn former_offices() {
    let Some(seeds) = seeds() else { return };
    let zhang = seeds.seeds[1].report.actors.iter().find(|actor| actor.name == "Zhang Jun").unwrap();
    assert!(zhang.former);
    assert_eq!(zhang.role.as_deref(), Some("permanent representative"));
    let lavrov = seeds.seeds[1].report.actors.iter().find(|actor| actor.name == "Sergey Lavrov").unwrap();
    assert!(!lavrov.former);
}

/// C12: a fear is a statement of its holder.
#[test]
fn reported_fear() {
    let Some(seeds) = seeds() else { return };
    let fear = seeds.statement(2, "fear", "Putin will");
    assert_eq!((fear.source(), fear.statement.grade), ("Western leaders", "collective"));
}

/// F05: actors have codes.
#[test]
fn actors_have_codes() {
    let Some(seeds) = seeds() else { return };
    let code = |seed: usize, name: &str| {
        let actors = &seeds.seeds[seed].report.actors;
        actors
            .iter()
            .find(|actor| actor.name == name)
            .map(|actor| (actor.country.clone().unwrap_or_default(), actor.role.clone().unwrap_or_default()))
    };
    assert_eq!(code(1, "Sergey Lavrov"), Some(("RUS".to_owned(), "foreign minister".to_owned())));
    assert_eq!(code(2, "Antony Blinken"), Some(("USA".to_owned(), "secretary of state".to_owned())));
}

/// F07: a long name and its acronym are one actor, and so are both its mentions.
#[test]
fn acronyms() {
    let Some(seeds) = seeds() else { return };
    let report = &seeds.seeds[3].report;
    let osce = report.actors.iter().find(|actor| actor.country.as_deref() == Some("OSCE")).unwrap();
    let long = report.mentions.iter().filter(|mention| mention.actor == osce.id);
    let long =
        long.filter(|mention| seeds.seeds[3].text[mention.span.start..mention.span.end].contains("Organization for Security")).count();
    assert_eq!(long, 2);
}

/// J01: how well each source is identified.
#[test]
fn grades_of_sources() {
    let Some(seeds) = seeds() else { return };
    let expected = ["collective", "collective", "collective", "role"];
    let examples = seeds.examples("J01");
    assert_eq!(examples.len(), expected.len());
    for (example, expected) in examples.into_iter().zip(expected) {
        let found = seeds.statements(example);
        let words = &seeds.seeds[example.seed].text[example.start..example.end];
        let graded = found.iter().find(|view| !view.source().is_empty() && words.contains(view.source()));
        assert_eq!(graded.map(|view| view.statement.grade), Some(expected), "{words}");
    }
    let named = seeds.statement(1, "emphasized", "such justice");
    assert_eq!(named.statement.grade, "named");
    let spokeswoman = seeds.statement(0, "arguing", "some states");
    assert_eq!(spokeswoman.statement.grade, "role");
}
