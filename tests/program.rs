//! The program as it is called: what it prints, what it says on the standard error stream, and that its schema holds.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice, clippy::expect_used)]

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};

use serde_json::Value;

const TEXT: &str = "The envoy said on Monday that talks would resume.\n";

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the program in a folder.
fn run(folder: &PathBuf, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rapporteur")).args(arguments).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Holds a value against a schema, as far as schemas made from records go; returns what is wrong.
fn fault(schema: &Value, root: &Value, value: &Value) -> Option<String> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return fault(root.pointer(reference.trim_start_matches('#')).unwrap(), root, value);
    }
    if let Some(ways) = schema.get("oneOf").or(schema.get("anyOf")).and_then(Value::as_array) {
        let fitting = ways.iter().filter(|way| fault(way, root, value).is_none()).count();
        let sound = if schema.get("oneOf").is_some() { fitting == 1 } else { fitting > 0 };
        return (!sound).then(|| format!("{fitting} forms fit"));
    }
    let is = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => panic!("{name}"),
    };
    let sound = match schema.get("type") {
        Some(Value::String(name)) => is(name),
        Some(Value::Array(names)) => names.iter().any(|name| is(name.as_str().unwrap())),
        _ => true,
    };
    if !sound {
        return Some(format!("{value} is no {:?}", schema["type"]));
    }
    for name in schema.get("required").and_then(Value::as_array).into_iter().flatten().filter(|_| value.is_object()) {
        if value.get(name.as_str().unwrap()).is_none() {
            return Some(format!("no {name}"));
        }
    }
    if let (Some(properties), Some(fields)) = (schema.get("properties").and_then(Value::as_object), value.as_object()) {
        for (name, field) in fields {
            let Some(own) = properties.get(name) else { return Some(format!("{name} is not in the schema")) };
            if let Some(fault) = fault(own, root, field) {
                return Some(format!("{name}: {fault}"));
            }
        }
    }
    let items = schema.get("items").into_iter().flat_map(|items| value.as_array().into_iter().flatten().map(move |item| (items, item)));
    items.into_iter().find_map(|(items, item)| fault(items, root, item))
}

/// A session that says who speaks in [`TEXT`], and on which day.
fn session(folder: &PathBuf, name: &str) -> String {
    let line: Value = serde_json::from_slice(&run(folder, &["analyze", name]).stdout).unwrap();
    let sha256 = line["document"]["sha256"].as_str().unwrap();
    let correction = r#"{"what":"amend","kind":"statement","start":0,"end":48,"actor":"Ada Lind","grade":"named"}"#;
    let text = format!(r#"{{"name":"{name}","sha256":"{sha256}","date":"2024-05-08","corrections":[{correction}]}}"#);
    format!(r#"{{"schema":"rapporteur.session/1","offsets":"utf16","texts":[{text}]}}"#)
}

#[test]
fn a_session_that_is_none_stops_the_program_and_says_why() {
    let folder = folder("session");
    fs::write(folder.join("a.txt"), TEXT).unwrap();
    fs::write(folder.join("work.json"), session(&folder, "a.txt").replace("session/1", "session/9")).unwrap();
    let output = run(&folder, &["analyze", "--corrections", "work.json", "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("work.json: is a session of the form rapporteur.session/9"), "{}", said(&output));
    assert!(output.stdout.is_empty());
}

#[test]
fn documents_of_many_texts_are_one_document() {
    let folder = folder("documents");
    for name in ["a.txt", "b.txt"] {
        fs::write(folder.join(name), TEXT).unwrap();
    }
    let printed =
        |format: &str| String::from_utf8(run(&folder, &["analyze", "--format", format, "a.txt", "b.txt", "gone.txt"]).stdout).unwrap();
    let pages: Value = serde_json::from_str(&printed("annotations")).unwrap();
    assert_eq!(pages.as_array().map(Vec::len), Some(2));
    let html = printed("html");
    assert_eq!((html.matches("<!doctype html>").count(), html.matches("<article>").count()), (1, 2));
    assert_eq!(printed("markdown").lines().filter(|line| line.starts_with("# ")).count(), 2);
}

#[test]
fn every_line_of_output_is_as_the_schema_says() {
    let folder = folder("schema");
    fs::write(folder.join("a.txt"), TEXT).unwrap();
    fs::write(folder.join("b.txt"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let schema: Value = serde_json::from_slice(&run(&folder, &["schema"]).stdout).unwrap();
    fs::write(folder.join("work.json"), session(&folder, "a.txt")).unwrap();
    let corrected = run(&folder, &["analyze", "--corrections", "work.json", "a.txt"]);
    let line: Value = serde_json::from_slice(&corrected.stdout).unwrap();
    assert_eq!(fault(&schema, &schema, &line), None, "{line}");
    assert_eq!((line["statements"][0]["grade"].as_str(), line["corrections"][0]["met"].as_bool()), (Some("named"), Some(true)));
    assert_eq!((line["document"]["anchor"].as_str(), line["document"]["anchor_by"].as_str()), (Some("2024-05-08"), Some("reader")));
    let output = run(&folder, &["analyze", "--text", "--tokens", "a.txt", "b.txt", "missing.txt"]);
    let lines: Vec<Value> = output
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines.iter().filter(|line| line.get("error").is_some()).count(), 2);
    for (index, line) in lines.iter().enumerate() {
        assert_eq!(fault(&schema, &schema, line), None, "{line}");
        let own = usize::from(line.get("error").is_some());
        assert_eq!(fault(&schema["oneOf"][own], &schema, line), None, "line {index}");
        assert!(fault(&schema["oneOf"][1 - own], &schema, line).is_some(), "line {index} is taken for the other record");
    }
}

#[test]
fn statements_in_statements_can_be_left_out() {
    let folder = folder("nested");
    fs::write(folder.join("a.txt"), "The spokesman said that the minister had refused to sign the treaty.").unwrap();
    let count = |arguments: &[&str]| {
        serde_json::from_slice::<Value>(&run(&folder, arguments).stdout).unwrap()["statements"].as_array().unwrap().len()
    };
    assert_eq!(count(&["analyze", "a.txt"]), 2);
    assert_eq!(count(&["analyze", "--no-nested", "a.txt"]), 1);
}

#[test]
fn several_files_are_one_array() {
    let folder = folder("array");
    fs::write(folder.join("a.txt"), TEXT).unwrap();
    let found = |arguments: &[&str]| serde_json::from_slice::<Value>(&run(&folder, arguments).stdout).unwrap();
    assert!(found(&["analyze", "--format", "json", "a.txt"]).is_object());
    let several = found(&["analyze", "--format", "json", "a.txt", "missing.txt", "a.txt"]);
    assert_eq!(several.as_array().unwrap().len(), 3);
    assert_eq!(several[1]["error"]["code"], "unreadable");
}

#[test]
fn what_a_folder_holds_and_is_not_read_is_told() {
    let folder = folder("skipped");
    for name in ["empty", "full"] {
        fs::create_dir(folder.join(name)).unwrap();
    }
    for name in ["a.txt", "b.pdf", "c.pdf", "notes"] {
        fs::write(folder.join("full").join(name), TEXT).unwrap();
    }
    let output = run(&folder, &["analyze", "empty", "full"]);
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 1);
    assert!(said(&output).contains("empty: holds no text"), "{}", said(&output));
    assert!(said(&output).contains("full: files skipped: 2 .pdf, 1 no ending"), "{}", said(&output));
}

#[test]
fn an_empty_name_is_reported_and_the_rest_is_read() {
    let folder = folder("name");
    fs::write(folder.join("a.txt"), TEXT).unwrap();
    let output = run(&folder, &["analyze", "", "a.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout.iter().filter(|byte| **byte == b'\n').count(), 2);
    assert!(said(&output).contains("the name is empty"), "{}", said(&output));
    let output = run(&folder, &["analyze", "-", "-"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("only once"), "{}", said(&output));
}

#[cfg(unix)]
#[test]
fn a_stream_without_an_end_has_no_size() {
    let output = run(&folder("stream"), &["analyze", "--limit", "1000", "/dev/zero"]);
    assert!(said(&output).contains("more than 1000 bytes"), "{}", said(&output));
    assert!(said(&output).contains("--limit"), "{}", said(&output));
}

#[test]
fn drafts_of_fact_checks_are_one_document() {
    let folder = folder("claim-review");
    fs::write(folder.join("a.txt"), "About 300 villagers fled. The minister, Ada Lind, said that 40 houses burned.\n").unwrap();
    fs::write(folder.join("b.txt"), TEXT).unwrap();
    let one: Value = serde_json::from_slice(&run(&folder, &["analyze", "--format", "claim-review", "a.txt"]).stdout).unwrap();
    let drafts = one["@graph"].as_array().unwrap();
    assert_eq!(drafts.len(), 2);
    assert_eq!(drafts[0]["about"][0]["name"], "About 300 villagers");
    assert!(drafts[0]["itemReviewed"].get("author").is_none());
    assert_eq!(drafts[1]["itemReviewed"]["author"]["name"], "Ada Lind");
    let many = run(&folder, &["analyze", "--format", "claim-review", "--offsets", "bytes", "a.txt", "absent.txt", "b.txt"]);
    let documents: Value = serde_json::from_slice(&many.stdout).unwrap();
    assert_eq!(documents.as_array().unwrap().len(), 2);
    assert_eq!(documents[0], one, "places count characters whatever is asked");
    let none: Value =
        serde_json::from_slice(&run(&folder, &["analyze", "--format", "claim-review", "absent.txt", "gone.txt"]).stdout).unwrap();
    assert_eq!(none, Value::Array(Vec::new()));
}
