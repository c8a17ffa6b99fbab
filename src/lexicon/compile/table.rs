//! A CSV text goes in, rows that know their file and line come out.

use std::fmt;

use super::super::label::{Frame, Frames};

/// A mistake in a data file.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: &'static str,
    pub line: u64,
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "data/lexicon/{}:{}: {}", self.file, self.line, self.message)
    }
}

/// One row of a data file.
pub struct Row {
    file: &'static str,
    line: u64,
    fields: csv::StringRecord,
    columns: &'static [&'static str],
}

/// Reads a data file with these columns; each row needs its first column.
pub fn rows(file: &'static str, text: &str, columns: &'static [&'static str]) -> Result<Vec<Row>, Problem> {
    let problem = |line, message: String| Problem { file, line, message };
    for needed in ["Columns:", "Source:", "Licence:", "Date:"] {
        let header = text.lines().take_while(|line| line.starts_with('#'));
        if !header.into_iter().any(|line| line.contains(needed)) {
            return Err(problem(1, format!("the header comment does not state \"{needed}\"")));
        }
    }
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|error| problem(1, error.to_string()))?;
    if headers.iter().ne(columns.iter().copied()) {
        return Err(problem(1, format!("the columns are not {}", columns.join(","))));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let fields = record.map_err(|error| problem(error.position().map_or(0, csv::Position::line), error.to_string()))?;
        let line = fields.position().map_or(0, csv::Position::line);
        let row = Row { file, line, fields, columns };
        if let Some(field) = row.fields.iter().find(|field| field.trim() != *field) {
            return Err(row.problem(format!("space around \"{field}\"")));
        }
        row.required(columns[0])?;
        rows.push(row);
    }
    Ok(rows)
}

impl Row {
    pub fn problem(&self, message: String) -> Problem {
        Problem { file: self.file, line: self.line, message }
    }

    /// The text of a column, which may be empty.
    pub fn get(&self, column: &str) -> &str {
        let index = self.columns.iter().position(|&name| name == column);
        index.and_then(|index| self.fields.get(index)).unwrap_or_default()
    }

    /// The text of a column, which must not be empty.
    pub fn required(&self, column: &str) -> Result<&str, Problem> {
        let text = self.get(column);
        if text.is_empty() { Err(self.problem(format!("{column} is empty"))) } else { Ok(text) }
    }

    /// The members of a column that is a list.
    pub fn list(&self, column: &str) -> Result<Vec<&str>, Problem> {
        let text = self.get(column);
        let members: Vec<&str> = if text.is_empty() { Vec::new() } else { text.split('|').collect() };
        for (index, member) in members.iter().enumerate() {
            if member.is_empty() || member.trim() != *member {
                return Err(self.problem(format!("an empty member or space around one in {column}")));
            }
            if members[..index].contains(member) {
                return Err(self.problem(format!("\"{member}\" twice in {column}")));
            }
        }
        Ok(members)
    }

    /// A column that says yes or no; empty says no.
    pub fn flag(&self, column: &str) -> Result<bool, Problem> {
        match self.get(column) {
            "yes" => Ok(true),
            "no" | "" => Ok(false),
            other => Err(self.problem(format!("{column} is \"{other}\", neither yes nor no"))),
        }
    }

    /// A column with a label of a closed vocabulary.
    pub fn label<L>(&self, column: &str, from_label: fn(&str) -> Option<L>) -> Result<L, Problem> {
        let text = self.get(column);
        from_label(text).ok_or_else(|| self.problem(format!("unknown {column} \"{text}\"")))
    }

    /// A column with a list of frames, of which there must be one.
    pub fn frames(&self, column: &str) -> Result<Frames, Problem> {
        let mut frames = Frames::default();
        for label in self.list(column)? {
            let frame = Frame::from_label(label).ok_or_else(|| self.problem(format!("unknown frame \"{label}\"")))?;
            frames = frames.with(frame);
        }
        if frames.is_empty() { Err(self.problem("no frame".to_owned())) } else { Ok(frames) }
    }
}

/// Keeps a text for good, so that the data can borrow it: the build script runs once and ends.
pub fn keep(text: &str) -> &'static str {
    Box::leak(text.into())
}
