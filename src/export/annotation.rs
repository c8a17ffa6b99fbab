//! JSON-LD after the W3C's Web Annotation Data Model: each record an annotation that points into the text.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{
    record::{self, Record},
    words::Index,
};
use crate::report::{Range, Report};

/// How many characters of the text are told before and behind the words of an annotation, so that they are found where places have moved.
const AROUND: usize = 32;

/// The records of a report as a page of annotations. The report's offsets must count code points, as `TextPositionSelector` does; `text` is
/// what they point into. <https://www.w3.org/TR/annotation-model/>
pub fn annotations(report: &Report, text: &str) -> Value {
    let index = Index::new(report.offsets, text);
    let source = source(report);
    let id = source_id(report);
    let sections = record::sections(report, text);
    let items: Vec<Value> = sections
        .iter()
        .flat_map(|section| section.records.iter().enumerate().map(move |(at, record)| (section.kind, at, record)))
        .map(|(kind, at, record)| annotation((kind, format!("{id}#{kind}-{}", at + 1)), record, &source, &index))
        .collect();
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{id}#annotations"),
        "type": "AnnotationPage",
        "startIndex": 0,
        "generator": { "type": "Software", "name": report.generator },
        "items": items,
    })
}

fn annotation((kind, id): (&str, String), record: &Record, source: &Value, index: &Index<'_>) -> Value {
    let facts = record.facts().map(|(name, value)| format!("{name}: {value}"));
    let description: Vec<String> = std::iter::once(record.heading.clone()).chain(facts).collect();
    let targets: Vec<Value> = record.places.iter().map(|place| target(place, source, index)).collect();
    json!({
        "id": id,
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            { "type": "TextualBody", "purpose": "classifying", "format": "text/plain", "language": "en", "value": kind },
            { "type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": description.join("; ") },
        ],
        "target": targets,
    })
}

/// The same place twice: by position, and by the words with those around them.
fn target(place: &Range, source: &Value, index: &Index<'_>) -> Value {
    let before = Range { start: place.start.saturating_sub(AROUND), end: place.start };
    let behind = Range { start: place.end, end: index.end().min(place.end.saturating_add(AROUND)) };
    json!({
        "type": "SpecificResource",
        "source": source,
        "selector": [
            { "type": "TextPositionSelector", "start": place.start, "end": place.end },
            {
                "type": "TextQuoteSelector",
                "exact": index.words(place),
                "prefix": index.words(&before),
                "suffix": index.words(&behind),
            },
        ],
    })
}

/// The file, by its fingerprint: wherever it lies, it is the same. <https://www.rfc-editor.org/rfc/rfc6920>
fn source_id(report: &Report) -> String {
    let digits = report.document.sha256.as_bytes().chunks(2);
    let bytes: Vec<u8> = digits.filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
    format!("ni:///sha-256;{}", URL_SAFE_NO_PAD.encode(bytes))
}

fn source(report: &Report) -> Value {
    let document = &report.document;
    let format = match document.format {
        "html" => "text/html",
        "markdown" => "text/markdown",
        _ => "text/plain",
    };
    let mut source = json!({
        "id": source_id(report),
        "type": "Text",
        "format": format,
        "dc:title": document.name,
        "dcterms:identifier": format!("sha256:{}", document.sha256),
    });
    if let (Some(language), Some(fields)) = (&document.language, source.as_object_mut()) {
        fields.insert("language".to_owned(), json!(language));
    }
    source
}
