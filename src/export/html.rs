//! HTML: a text's records for people, in one file without scripts that any browser shows and prints.

use super::{
    about,
    record::{self, Record, Section, folded},
    words::Index,
};
use crate::report::{Range, Report};

/// How it looks. A policy beside it forbids the page to load or run anything.
const STYLE: &str = include_str!("report.css");

/// The report of a text as a page. The end tags of `body` and `html` are left out, as the HTML standard allows, so that the articles of further
/// texts may follow ([`html_article`]). `text` is what the report's offsets point into; they must not count bytes of the file.
pub fn html(report: &Report, text: &str) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str(&format!("<meta name=\"generator\" content=\"{}\">\n", escaped(report.generator)));
    out.push_str(&format!("<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n", escaped(&about::title(report))));
    out.push_str(&html_article(report, text));
    out
}

/// The same without the head of the page.
pub fn html_article(report: &Report, text: &str) -> String {
    let index = Index::new(report.offsets, text);
    let mut out = format!("<article>\n<header>\n<h1 dir=\"auto\">{}</h1>\n<dl>\n", escaped(&about::title(report)));
    for (name, value) in about::facts(report) {
        fact(&mut out, name, &value);
    }
    out.push_str("</dl>\n</header>\n");
    add_corrections(&mut out, report, text);
    add_matrix(&mut out, report);
    for section in record::sections(report, text) {
        add_section(&mut out, &section, report, &index);
    }
    out.push_str("</article>\n");
    out
}

fn add_corrections(out: &mut String, report: &Report, text: &str) {
    let corrections = about::corrections(report, text);
    if corrections.is_empty() {
        return;
    }
    out.push_str("<section>\n<h2>Corrected by the reader</h2>\n<ul>\n");
    for line in corrections {
        out.push_str(&format!("<li dir=\"auto\">{}</li>\n", escaped(&line)));
    }
    out.push_str("</ul>\n</section>\n");
}

fn add_matrix(out: &mut String, report: &Report) {
    let Some((columns, rows)) = about::matrix(report) else { return };
    out.push_str("<section>\n<h2>Parties and issues</h2>\n<div class=\"wide\"><table>\n<thead><tr>");
    for column in &columns {
        out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(column)));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for cells in &rows {
        out.push_str("<tr>");
        for (at, cell) in cells.iter().enumerate() {
            let tag = if at == 0 { "th scope=\"row\"" } else { "td" };
            out.push_str(&format!("<{tag}>{}</{}>", escaped(cell), if at == 0 { "th" } else { "td" }));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n</section>\n");
}

fn add_section(out: &mut String, section: &Section, report: &Report, index: &Index<'_>) {
    let language = report.document.language.as_deref().map(|tag| format!(" lang=\"{}\"", escaped(tag))).unwrap_or_default();
    let count = section.records.len();
    out.push_str(&format!("<section class=\"{}\">\n<h2>{} <span class=\"count\">{count}</span></h2>\n<ol>\n", section.kind, section.title));
    for record in &section.records {
        let Record { heading, places, .. } = record;
        let words: Vec<String> = places.iter().map(|place| folded(&index.words(place))).collect();
        out.push_str(&format!("<li {}>\n<h3><bdi>{}</bdi></h3>\n", data(report, places), escaped(heading)));
        out.push_str(&format!("<blockquote dir=\"auto\"{language}>{}</blockquote>\n<dl>\n", escaped(&words.join(" … "))));
        for (name, value) in record.facts() {
            fact(out, name, value);
        }
        let spans: Vec<String> = places.iter().map(|place| format!("{}–{}", place.start, place.end)).collect();
        fact(out, "place", &format!("{}, {}", folded(&report.document.name), spans.join(", ")));
        out.push_str("</dl>\n</li>\n");
    }
    out.push_str("</ol>\n</section>\n");
}

/// Where a record comes from, for programs.
fn data(report: &Report, places: &[Range]) -> String {
    let start = places.first().map_or(0, |place| place.start);
    let end = places.last().map_or(start, |place| place.end);
    let document = &report.document;
    format!(
        "data-file=\"{}\" data-sha256=\"{}\" data-offsets=\"{}\" data-start=\"{start}\" data-end=\"{end}\"",
        escaped(&document.name),
        document.sha256,
        report.offsets
    )
}

fn fact(out: &mut String, name: &str, value: &str) {
    out.push_str(&format!("<div><dt>{}</dt><dd><bdi>{}</bdi></dd></div>\n", escaped(name), escaped(value)));
}

/// Words that HTML takes for nothing else, in text and in attributes. What is no letter and no space, such as a bell, is left out.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}
