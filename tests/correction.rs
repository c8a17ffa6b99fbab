//! What a reader says is otherwise: what changes, what follows from it, and what a session file must be to be used.

#![allow(clippy::unwrap_used, clippy::panic)]

use rapporteur::{
    Options,
    correction::Session,
    options::{Amendment, Correction, Corrections, Place, RecordKind},
    read,
    report::Report,
    text::OffsetUnit,
};

const TEXT: &str = "Foreign Minister Ada Lind said that talks would resume. \
    Lind warned that sanctions on France would stay. A spokesman denied that the port was closed.\n";

fn corrected(text: &str, list: Vec<Correction>) -> Report {
    let corrections = Corrections { unit: OffsetUnit::Utf16, list };
    read("note.txt", text.as_bytes(), &Options { corrections, text: true, ..Options::default() }).unwrap()
}

fn words<'a>(report: &Report, text: &'a str, index: usize) -> &'a str {
    let content = &report.statements.get(index).unwrap().content;
    text.get(content.first().unwrap().start..content.last().unwrap().end).unwrap()
}

/// Where a statement of a text in ASCII lies: source, cue and content.
fn place(report: &Report, index: usize) -> Place {
    let statement = report.statements.get(index).unwrap();
    let parts: Vec<_> = statement.content.iter().chain(&statement.source).chain(&statement.cue).collect();
    let start = parts.iter().map(|range| range.start).min().unwrap();
    let end = parts.iter().map(|range| range.end).max().unwrap();
    Place { kind: RecordKind::Statement, start, end, key: None }
}

fn amend(place: &Place) -> Amendment {
    Amendment { kind: place.kind, start: place.start, end: place.end, actor: None, affiliation: None, grade: None }
}

#[test]
fn a_rejected_statement_is_gone_and_counted_nowhere() {
    let before = corrected(TEXT, Vec::new());
    assert_eq!(before.statements.len(), 3);
    let after = corrected(TEXT, vec![Correction::Reject(place(&before, 1))]);
    assert_eq!(after.statements.len(), 2);
    assert_eq!(words(&after, TEXT, 1), words(&before, TEXT, 2));
    assert_eq!(after.sourcing.grades.named + 1, before.sourcing.grades.named);
    assert!(after.audit.shares.attributed < before.audit.shares.attributed);
    assert!(after.corrections.first().unwrap().met);
}

#[test]
fn what_stood_in_a_rejected_statement_stands_in_what_that_stood_in() {
    let text = "Officials said that the envoy had warned that talks would fail.\n";
    let before = corrected(text, Vec::new());
    let inner = before.statements.iter().position(|statement| statement.parent.is_some()).unwrap();
    let after = corrected(text, vec![Correction::Reject(place(&before, 0))]);
    assert_eq!(after.statements.len() + 1, before.statements.len());
    assert_eq!((after.statements.first().unwrap().level, &after.statements.first().unwrap().parent), (1, &None));
    assert_eq!(words(&after, text, 0), words(&before, text, inner));
}

#[test]
fn an_amended_statement_says_so_and_what_follows_from_it_is_right() {
    let before = corrected(TEXT, Vec::new());
    let amendment = Amendment {
        actor: Some("Mara Sol".to_owned()),
        affiliation: Some("NOR, UN".to_owned()),
        grade: Some("named".to_owned()),
        ..amend(&place(&before, 2))
    };
    let after = corrected(TEXT, vec![Correction::Amend(amendment)]);
    let statement = after.statements.get(2).unwrap();
    let actor = after.actors.iter().find(|actor| Some(&actor.id) == statement.actor.as_ref()).unwrap();
    assert_eq!(actor.name, "Mara Sol");
    assert_eq!((statement.affiliation.as_deref(), statement.grade), (Some("NOR,UN"), "named"));
    assert_eq!(statement.amended, ["actor", "affiliation", "grade"]);
    assert!(after.audit.parties.iter().any(|party| party.code == "NOR" && party.statements == 1));
    assert!(after.audit.sources.iter().any(|source| source.name == "Mara Sol"));
}

#[test]
fn an_actor_gets_another_name_everywhere_and_two_of_a_name_are_one() {
    let text = "Envoy Rosa Marin said the talks went on. Days later Ms. Delgado said they had failed.\n";
    let before = corrected(text, Vec::new());
    assert!(before.actors.iter().any(|actor| actor.name == "Rosa Marin"));
    let renamed = corrected(text, vec![Correction::Rename { name: "Rosa Marin".to_owned(), to: "Rosa Marín".to_owned() }]);
    assert!(renamed.actors.iter().any(|actor| actor.name == "Rosa Marín"));
    assert_eq!(renamed.actors.len(), before.actors.len());
    let other = before.actors.iter().find(|actor| actor.name.contains("Delgado")).unwrap();
    let joined = corrected(text, vec![Correction::Rename { name: other.name.clone(), to: "Rosa Marin".to_owned() }]);
    assert_eq!(joined.actors.len() + 1, before.actors.len());
    let first = &joined.statements.first().unwrap().actor;
    assert!(first.is_some() && joined.statements.iter().all(|statement| &statement.actor == first));
}

#[test]
fn a_rejected_position_leaves_the_matrix() {
    let text = "France demands a ceasefire. Norway offered to host talks.\n";
    let before = corrected(text, Vec::new());
    let position = before.positions.first().expect("a position");
    let key = format!("{}/{}/{}", position.holder, position.issue, position.stance);
    let reject = |key: &str| {
        let place =
            Place { kind: RecordKind::Position, start: position.evidence.start, end: position.evidence.end, key: Some(key.to_owned()) };
        corrected(text, vec![Correction::Reject(place)])
    };
    let after = reject(&key);
    assert_eq!(after.positions.len() + 1, before.positions.len());
    assert_eq!(after.matrix.len() + 1, before.matrix.len());
    let other = reject("XXX/talks/demand");
    assert_eq!(other.positions.len(), before.positions.len());
    assert!(!other.corrections.first().unwrap().met, "what meets nothing says so");
}

#[test]
fn places_are_told_in_the_unit_of_the_report() {
    let text = "🕊🕊 Envoy Rosa Marin said the talks went on.\n";
    let options = |offsets, list| Options { offsets, corrections: Corrections { unit: OffsetUnit::Utf16, list }, ..Options::default() };
    let before = read("a", text.as_bytes(), &options(OffsetUnit::Utf16, Vec::new())).unwrap();
    let list = vec![Correction::Reject(place(&before, 0))];
    let after = read("a", text.as_bytes(), &options(OffsetUnit::Chars, list.clone())).unwrap();
    assert!(after.statements.is_empty());
    let (told, asked) = (after.corrections.first().unwrap().span.as_ref().unwrap().end, place(&before, 0).end);
    assert_eq!(told + 2, asked);
}

#[test]
fn the_day_of_a_text_that_states_none_is_the_readers() {
    let default_date = Some(Options::parse_date("2024-05-06").unwrap());
    let options = Options { default_date, ..Options::default() };
    let open = read("a", b"The envoy said on Monday that talks would resume.", &options).unwrap();
    assert_eq!((open.document.anchor.as_deref(), open.document.anchor_by), (Some("2024-05-06"), Some("reader_default")));
    assert!(open.times.iter().all(|time| time.resolved));
    let stated = read("a", b"# Talks\n\n3 March 2021\n\nThe envoy said on Monday that talks would resume.", &options).unwrap();
    assert_eq!(stated.document.anchor_by, Some("text"));
    let set = read("a", b"The envoy said on Monday.", &Options { date: default_date, ..Options::default() }).unwrap();
    assert_eq!(set.document.anchor_by, Some("reader"));
}

/// What a session file is refused for; empty where it is taken.
fn refused(file: &str) -> String {
    match Session::read("work.json", file.as_bytes()) {
        Ok(_) => String::new(),
        Err(error) => {
            assert_eq!(error.code(), "wrong_session");
            assert!(error.to_string().starts_with("work.json: "), "{error}");
            error.to_string()
        }
    }
}

/// A session with one text, whose fields are given.
fn session(fields: &str) -> String {
    format!(r#"{{"schema":"rapporteur.session/1","offsets":"utf16","texts":[{{"name":"a.txt",{fields}}}]}}"#)
}

/// SHA-256 of "abc", from FIPS 180-4.
const ABC: &str = r#""sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad""#;

#[test]
fn a_session_file_is_taken_as_it_was_saved_or_not_at_all() {
    assert_eq!(refused(&session(ABC)), "");
    assert_eq!(refused(&session(&format!(r#"{ABC},"content":"YWJj","date":"2024-01-31","corrections":[]"#))), "");
    let cases = [
        ("", "no session file"),
        ("[]", "no session file"),
        (r#"{"schema":"rapporteur.report/1"}"#, "no session file of rapporteur"),
        (r#"{"schema":"rapporteur.session/2","offsets":"utf16","texts":[]}"#, "rapporteur.session/2"),
        (r#"{"schema":"rapporteur.session/1","offsets":"chars","texts":[]}"#, "`chars`"),
        (r#"{"schema":"rapporteur.session/1","offsets":"utf16"}"#, "texts"),
        (r#"{"schema":"rapporteur.session/1","offsets":"utf16","texts":[],"extra":1}"#, "extra"),
        (&session(r#""sha256":"ABC""#), "no SHA-256"),
        (&session(&format!(r#"{ABC},"content":"YWJk""#)), "SHA-256 differs"),
        (&session(&format!(r#"{ABC},"content":"%%""#)), "damaged"),
        (&session(&format!(r#"{ABC},"date":"2024-02-31""#)), "no date"),
        (&session(&format!(r#"{ABC},"corrections":[{{"what":"reject","kind":"statement","start":9,"end":1}}]"#)), "ends before"),
        (&session(&format!(r#"{ABC},"corrections":[{{"what":"reject","kind":"statement","start":-1,"end":1}}]"#)), "-1"),
        (&session(&format!(r#"{ABC},"corrections":[{{"what":"reject","kind":"poem","start":1,"end":1}}]"#)), "poem"),
        (&session(&format!(r#"{ABC},"corrections":[{{"what":"burn"}}]"#)), "burn"),
        (&session(&format!(r#"{ABC},"corrections":[{{"what":"rename","name":"","to":"x"}}]"#)), "empty"),
        (&session(&format!(r#"{ABC},"corrections":[{{"what":"amend","kind":"statement","start":0,"end":1,"grade":"best"}}]"#)), "`best`"),
        (&session(&format!(r#"{ABC},"corrections":[{{"what":"amend","kind":"position","start":0,"end":1}}]"#)), "only statements"),
    ];
    for (file, cause) in cases {
        let said = refused(file);
        assert!(said.contains(cause), "{file}\nwas refused with: {said}\nexpected: {cause}");
    }
    let twice = session(ABC).replace("]}", &format!(r#",{{"name":"b.txt",{ABC}}}]}}"#));
    assert!(refused(&twice).contains("twice"));
}

#[test]
fn a_session_speaks_of_the_bytes_it_was_saved_for() {
    let file = session(&format!(r#"{ABC},"date":"2024-01-31","corrections":[{{"what":"rename","name":"A","to":"B"}}]"#));
    let session = Session::read("work.json", file.as_bytes()).unwrap();
    let asked = session.options_for(b"abc", &Options::default());
    assert_eq!((asked.date.unwrap().to_string().as_str(), asked.corrections.list.len()), ("2024-01-31", 1));
    assert_eq!(session.options_for(b"abd", &Options::default()), Options::default());
}

#[test]
fn corrections_that_point_nowhere_change_nothing_and_say_so() {
    let kinds = [
        RecordKind::Statement,
        RecordKind::Position,
        RecordKind::Condition,
        RecordKind::Commitment,
        RecordKind::Scheduled,
        RecordKind::Point,
        RecordKind::Time,
        RecordKind::Finding,
        RecordKind::Claim,
    ];
    let places = [(0, 0), (5, 3), (0, usize::MAX), (usize::MAX, usize::MAX), (1, 2)];
    let mut list: Vec<Correction> = kinds
        .iter()
        .flat_map(|kind| places.map(|(start, end)| Correction::Reject(Place { kind: *kind, start, end, key: Some(String::new()) })))
        .collect();
    list.extend(places.map(|(start, end)| {
        let name = Some("\u{202E}<b>\0".to_owned());
        let place = Place { kind: RecordKind::Statement, start, end, key: None };
        Correction::Amend(Amendment { actor: name.clone(), affiliation: name.clone(), grade: name, ..amend(&place) })
    }));
    list.push(Correction::Rename { name: "nobody".to_owned(), to: "somebody".to_owned() });
    for text in [TEXT, "", "🕊️ “"] {
        let mut found = corrected(text, list.clone());
        assert!(found.corrections.iter().all(|correction| !correction.met));
        found.corrections.clear();
        assert_eq!(found, corrected(text, Vec::new()));
    }
}

/// Every second of many statements, each inside the one before, or beside it.
#[test]
fn thousands_of_corrections_take_no_longer_than_the_text_is_long() {
    let text = "Officials said that talks had failed. ".repeat(2000);
    let before = corrected(&text, Vec::new());
    let list: Vec<Correction> = (0..before.statements.len()).step_by(2).map(|index| Correction::Reject(place(&before, index))).collect();
    let count = list.len();
    let after = corrected(&text, list);
    assert_eq!(after.statements.len(), before.statements.len() - count);
    assert!(after.corrections.iter().all(|correction| correction.met));
}
