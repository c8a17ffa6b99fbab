//! A snapshot of the report on each of the five seed texts. They are not part of the project: where `../shared/seeds` is absent, the test says
//! so and passes. The snapshots hold places, labels and counts, never the words of the texts.

#![allow(clippy::unwrap_used, clippy::string_slice)]

use std::{fmt::Write, fs, path::Path};

use rapporteur::{
    Options,
    report::{Range, Report},
};

#[test]
fn seeds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let Ok(entries) = fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return;
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        let report = rapporteur::read(&name, &bytes, &Options::default()).unwrap();
        insta::assert_snapshot!(format!("seed_{}", &name[..3]), outline(&report));
    }
}

fn place(range: &Range) -> String {
    format!("{}-{}", range.start, range.end)
}

fn optional(range: Option<&Range>) -> String {
    range.map_or("-".to_owned(), place)
}

/// Everything that the report says, without a word of the text.
fn outline(report: &Report) -> String {
    let mut out = String::new();
    let document = &report.document;
    let _ = writeln!(
        out,
        "document {} {} words={} of {} minutes={}",
        document.format, document.encoding, document.words, document.words_in_file, document.reading_minutes
    );
    let metadata = &report.metadata;
    let _ = writeln!(
        out,
        "metadata sources={} unnamed={:?} articles={:?} consistent={:?} related={} readings={:?}",
        metadata.sources.len(),
        metadata.unnamed_sources.as_ref().map(|count| count.value),
        metadata.articles_on_topic.as_ref().map(|count| count.value),
        metadata.sources_consistent,
        metadata.related.len(),
        metadata.reading_claims.iter().map(|claim| (claim.minutes, claim.of)).collect::<Vec<_>>(),
    );
    for (index, block) in report.blocks.iter().enumerate() {
        let reason = block.reason.as_deref().unwrap_or("");
        let _ = writeln!(out, "block {index} {} {} {reason} under {:?}", place(&block.span), block.kind, block.section);
    }
    let sentences: Vec<String> = report.sentences.iter().map(|sentence| place(&sentence.span)).collect();
    let _ = writeln!(out, "sentences {}", sentences.join(" "));
    for actor in &report.actors {
        let former = if actor.former { "former" } else { "" };
        let _ = writeln!(
            out,
            "actor {} {} {} {former} mentions={}",
            actor.id,
            actor.kind,
            actor.country.as_deref().unwrap_or("-"),
            actor.mentions
        );
    }
    for time in &report.times {
        let _ = writeln!(out, "time {} {} {} {}", place(&time.span), time.kind, time.value, time.rule);
    }
    for s in &report.statements {
        let content: Vec<String> = s.content.iter().map(place).collect();
        let _ = writeln!(
            out,
            "statement {} source={} cue={} content={} {} {} {} {} to={} {}",
            s.id,
            optional(s.source.as_ref()),
            optional(s.cue.as_ref()),
            content.join("+"),
            s.mode,
            s.grade,
            s.affiliation.as_deref().unwrap_or("-"),
            s.actor.as_deref().unwrap_or("-"),
            optional(s.addressee.as_ref()),
            s.rule
        );
    }
    let _ = writeln!(
        out,
        "questions {} citations {} untraceable {}",
        report.questions.len(),
        report.citations.len(),
        report.sourcing.untraceable_citations
    );
    for diagnostic in &report.diagnostics {
        let _ = writeln!(out, "diagnostic {}", diagnostic.code);
    }
    out
}
