//! Behaviour suites are Markdown: a `##` heading names a case, prose says why it is so, the first fenced block is the input,
//! and each block after it, named after a view of the report, is what must come out.

use std::{fmt::Write as _, fs, path::Path};

use rapporteur::{
    Learned, Options, export,
    report::Report,
    statement::Weights,
    syntax::{Model, RoleModel},
};

use super::render;

/// A case of a suite.
struct Case {
    name: String,
    line: usize,
    /// Info string of the first block: `text`, `markdown` or `html`, then words such as `date=2022-02-01` or `name=page.html`; `learned=yes`
    /// for statements as the weights choose them, where else the rules of words decide alone.
    info: String,
    input: String,
    /// View, the line its content starts at, what is expected.
    expected: Vec<(String, usize, String)>,
}

/// Runs every case of a suite; fails with all differences at once. `UPDATE_SUITES=1` writes what comes out into the file instead.
pub fn run(path: &Path) {
    let markdown = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let cases = cases(&markdown);
    assert!(!cases.is_empty(), "{}: holds no case", path.display());
    let mut differences = String::new();
    let mut updates = Vec::new();
    for case in &cases {
        assert!(!case.expected.is_empty(), "{}:{}: `{}` expects nothing", path.display(), case.line, case.name);
        let (report, text) = read(case);
        for (view, line, expected) in &case.expected {
            let found =
                render::view(view, &report, &text).unwrap_or_else(|| panic!("{}:{line}: there is no view `{view}`", path.display()));
            if found.trim_end() != expected.trim_end() {
                let _ = writeln!(
                    differences,
                    "\n{}:{line}: {} / {view}\n--- expected\n{expected}--- found\n{found}",
                    path.display(),
                    case.name
                );
                updates.push((*line, expected.lines().count(), found));
            }
        }
    }
    if std::env::var_os("UPDATE_SUITES").is_some() {
        fs::write(path, updated(&markdown, &updates)).unwrap();
    } else {
        assert!(differences.is_empty(), "{differences}");
    }
}

fn read(case: &Case) -> (Report, String) {
    let mut options = Options { text: true, tokens: true, ..Options::default() };
    let mut statements = None;
    let mut words = case.info.split_whitespace();
    let mut name = match words.next() {
        Some("markdown") => "case.md".to_owned(),
        Some("html") => "case.html".to_owned(),
        _ => "case.txt".to_owned(),
    };
    for word in words {
        match word.split_once('=') {
            Some(("date", value)) => options.date = Some(Options::parse_date(value).unwrap()),
            Some(("name", value)) => name = value.to_owned(),
            Some(("learned", "yes")) => statements = Weights::embedded(),
            _ => panic!("line {}: `{word}` is no option of a case", case.line),
        }
    }
    let learned = Learned { grammar: Model::embedded(), roles: statements.and(RoleModel::embedded()), statements };
    let report =
        rapporteur::read_by(&name, case.input.as_bytes(), &options, learned).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    let text = report.document.text.clone().unwrap_or_default();
    let _ = export::line(&report);
    (report, text)
}

fn cases(markdown: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut fence: Option<(String, usize, String)> = None;
    for (index, line) in markdown.lines().enumerate() {
        match (&mut fence, line.strip_prefix("````")) {
            (None, Some(info)) => fence = Some((info.trim().to_owned(), index + 2, String::new())),
            (None, None) => {
                if let Some(name) = line.strip_prefix("## ") {
                    let name = name.trim().to_owned();
                    cases.push(Case { name, line: index + 1, info: String::new(), input: String::new(), expected: Vec::new() });
                }
            }
            (Some((_, _, content)), None) => {
                content.push_str(line);
                content.push('\n');
            }
            (Some(_), Some(_)) => {
                let (info, at, content) = fence.take().unwrap();
                let case = cases.last_mut().unwrap_or_else(|| panic!("line {at}: a block before the first heading"));
                if case.info.is_empty() {
                    case.info = info;
                    case.input = content.strip_suffix('\n').unwrap_or(&content).to_owned();
                } else {
                    case.expected.push((info, at, content));
                }
            }
        }
    }
    assert!(fence.is_none(), "a fenced block is not closed");
    cases
}

fn updated(markdown: &str, updates: &[(usize, usize, String)]) -> String {
    let mut lines: Vec<&str> = markdown.lines().collect();
    for (line, count, found) in updates.iter().rev() {
        lines.splice(line - 1..line - 1 + count, found.trim_end().lines());
    }
    lines.join("\n") + "\n"
}
