//! A session file in; out come the corrections of each text in it, and the texts themselves where it carries them.
//!
//! The file is JSON: `schema`, what its `offsets` count (`utf16`, as the page does), a `default_date` for texts that state none, and `texts`, each with its
//! `name`, `sha256`, `date`, `corrections` and, where texts were saved with it, `content` in base64. What a version does not know it
//! refuses, so that nothing is lost unseen.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use serde::Deserialize;

use crate::{
    Error,
    options::{Correction, Corrections, Options, RecordKind},
    statement::Grade,
    text::{OffsetUnit, sha256},
};

/// The name and version of the file's form.
pub const SCHEMA: &str = "rapporteur.session/1";

/// What a reader kept of the work on some texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The day for texts that state none.
    pub default_date: Option<NaiveDate>,
    /// The texts, in the order of the file.
    pub texts: Vec<SessionText>,
    by_digest: BTreeMap<String, usize>,
}

/// One of its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionText {
    /// The name that the file had.
    pub name: String,
    /// Its SHA-256, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The day that the reader set.
    pub date: Option<NaiveDate>,
    /// What the reader says is otherwise.
    pub corrections: Corrections,
    /// The bytes of the file, where they were saved.
    pub content: Option<Vec<u8>>,
}

#[derive(Deserialize)]
struct Header {
    schema: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "schema")]
    _schema: String,
    #[serde(default, rename = "generator")]
    _generator: Option<String>,
    offsets: String,
    #[serde(default)]
    default_date: Option<String>,
    texts: Vec<FileText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileText {
    name: String,
    sha256: String,
    #[serde(default)]
    date: Option<String>,
    #[serde(default)]
    corrections: Vec<Correction>,
    #[serde(default)]
    content: Option<String>,
}

impl Session {
    /// Reads a session file.
    ///
    /// # Errors
    /// [`Error`] with the code `wrong_session` when it is none, is of another version, or is not what was saved.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let wrong = |cause: String| Error::wrong_session(name, cause);
        // A byte-order mark is what some editors leave.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let header: Header = serde_json::from_slice(bytes).map_err(|cause| wrong(format!("it is no session file ({cause})")))?;
        match header.schema.as_deref() {
            Some(SCHEMA) => {}
            Some(other) if other.starts_with("rapporteur.session/") => {
                return Err(Error::other_version(name, other, SCHEMA));
            }
            _ => return Err(wrong("it is no session file of rapporteur".to_owned())),
        }
        let file: File = serde_json::from_slice(bytes).map_err(|cause| wrong(cause.to_string()))?;
        if file.offsets != OffsetUnit::Utf16.name() {
            return Err(wrong(format!("its offsets count `{}`, not `utf16`", file.offsets)));
        }
        let mut session = Self { default_date: date(name, file.default_date)?, texts: Vec::new(), by_digest: BTreeMap::new() };
        for text in file.texts {
            let text = text.check(name)?;
            if session.by_digest.insert(text.sha256.clone(), session.texts.len()).is_some() {
                return Err(wrong(format!("it names the text {} twice", text.name)));
            }
            session.texts.push(text);
        }
        Ok(session)
    }

    /// How a file is to be read: as asked for, with the day and the corrections that the session has for these bytes.
    pub fn options_for(&self, bytes: &[u8], options: &Options) -> Options {
        let mut options = options.clone();
        options.default_date = options.default_date.or(self.default_date);
        if let Some(text) = self.by_digest.get(&hexadecimal(bytes)).and_then(|index| self.texts.get(*index)) {
            options.date = options.date.or(text.date);
            options.corrections = text.corrections.clone();
        }
        options
    }
}

impl FileText {
    fn check(self, name: &str) -> Result<SessionText, Error> {
        let wrong = |cause: String| Error::wrong_session(name, format!("{}: {cause}", self.name));
        let is_digest = self.sha256.len() == 64 && self.sha256.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if !is_digest {
            return Err(wrong(format!("`{}` is no SHA-256", self.sha256)));
        }
        for correction in &self.corrections {
            if let Some(cause) = fault(correction) {
                return Err(wrong(cause));
            }
        }
        let content = match &self.content {
            None => None,
            Some(letters) => {
                let bytes = STANDARD.decode(letters).map_err(|cause| wrong(format!("its content is damaged ({cause})")))?;
                if hexadecimal(&bytes) != self.sha256 {
                    return Err(wrong("its content is not what was saved: the SHA-256 differs".to_owned()));
                }
                Some(bytes)
            }
        };
        let date = date(name, self.date)?;
        Ok(SessionText {
            name: self.name,
            sha256: self.sha256,
            date,
            corrections: Corrections { unit: OffsetUnit::Utf16, list: self.corrections },
            content,
        })
    }
}

/// What is wrong with a correction, if anything.
fn fault(correction: &Correction) -> Option<String> {
    let range = |start: usize, end: usize| (start > end).then(|| format!("a place ends before it begins ({start}, {end})"));
    match correction {
        Correction::Rename { name, to } => (name.is_empty() || to.trim().is_empty()).then(|| "a name is empty".to_owned()),
        Correction::Reject(place) => range(place.start, place.end),
        Correction::Amend(amendment) => {
            let grade = amendment.grade.as_deref().filter(|grade| Grade::from_name(grade).is_none());
            grade
                .map(|grade| format!("`{grade}` is no grade of sources"))
                .or_else(|| (amendment.kind != RecordKind::Statement).then(|| "only statements can be amended".to_owned()))
                .or_else(|| range(amendment.start, amendment.end))
        }
    }
}

fn date(name: &str, date: Option<String>) -> Result<Option<NaiveDate>, Error> {
    date.map(|date| Options::parse_date(&date).map_err(|_| Error::wrong_session(name, format!("`{date}` is no date like 2022-02-01"))))
        .transpose()
}

fn hexadecimal(bytes: &[u8]) -> String {
    sha256(bytes).map(|byte| format!("{byte:02x}")).concat()
}
