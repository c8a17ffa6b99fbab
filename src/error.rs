//! What cannot be done at all: an unreadable file, a limit exceeded, a wrong option. Everything else is a [`crate::diagnostic`].

use std::fmt;

/// Why a file has no report. The message names the file, the cause and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    name: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum ErrorKind {
    Unreadable { cause: String },
    TooLarge { bytes: Option<usize>, limit: usize },
    NotText { what: &'static str },
    WrongOption { option: &'static str, value: String, expected: &'static str },
    WrongSession { cause: String },
    OtherVersion { version: String, known: &'static str },
}

impl Error {
    /// The file could not be read from where it lies.
    pub fn unreadable(name: &str, cause: impl fmt::Display) -> Self {
        Self { kind: ErrorKind::Unreadable { cause: cause.to_string() }, name: name.to_owned() }
    }

    /// The file has more bytes than the limit in force.
    pub fn too_large(name: &str, bytes: usize, limit: usize) -> Self {
        Self { kind: ErrorKind::TooLarge { bytes: Some(bytes), limit }, name: name.to_owned() }
    }

    /// A stream has more bytes than the limit in force; how many is not known, for it was not read to its end.
    pub fn stream_too_large(name: &str, limit: usize) -> Self {
        Self { kind: ErrorKind::TooLarge { bytes: None, limit }, name: name.to_owned() }
    }

    /// The bytes are not a text, whatever the name says ("a PNG image").
    pub fn not_text(name: &str, what: &'static str) -> Self {
        Self { kind: ErrorKind::NotText { what }, name: name.to_owned() }
    }

    /// An option has a value that means nothing.
    pub fn wrong_option(option: &'static str, value: &str, expected: &'static str) -> Self {
        Self { kind: ErrorKind::WrongOption { option, value: value.to_owned(), expected }, name: String::new() }
    }

    /// A session file is not what was saved.
    pub fn wrong_session(name: &str, cause: String) -> Self {
        Self { kind: ErrorKind::WrongSession { cause }, name: name.to_owned() }
    }

    /// A session file has another form than the one that is known.
    pub fn other_version(name: &str, version: &str, known: &'static str) -> Self {
        Self { kind: ErrorKind::OtherVersion { version: version.to_owned(), known }, name: name.to_owned() }
    }

    /// A word for programs: `unreadable`, `too_large`, `not_text`, `wrong_option` or `wrong_session`.
    pub fn code(&self) -> &'static str {
        match self.kind {
            ErrorKind::Unreadable { .. } => "unreadable",
            ErrorKind::TooLarge { .. } => "too_large",
            ErrorKind::NotText { .. } => "not_text",
            ErrorKind::WrongOption { .. } => "wrong_option",
            ErrorKind::WrongSession { .. } | ErrorKind::OtherVersion { .. } => "wrong_session",
        }
    }

    /// The name of the file it is about; empty for an option.
    pub fn file(&self) -> &str {
        &self.name
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match &self.kind {
            ErrorKind::Unreadable { cause } => {
                write!(f, "{name}: cannot be read ({cause}); check that the file is there and may be opened")
            }
            ErrorKind::TooLarge { bytes, limit } => {
                let size = bytes.map_or_else(|| format!("more than {limit} bytes"), |bytes| format!("{bytes} bytes"));
                write!(f, "{name}: has {size}, over the limit of {limit}; raise the limit (--limit in the program) or split the file")
            }
            ErrorKind::NotText { what } => write!(f, "{name}: is {what}, not a text; save it as plain text, Markdown or HTML first"),
            ErrorKind::WrongOption { option, value, expected } => write!(f, "{option}: `{value}` is not {expected}"),
            ErrorKind::WrongSession { cause } => {
                write!(f, "{name}: cannot be used as a session ({cause}); take the file as it was saved, or save the session anew")
            }
            ErrorKind::OtherVersion { version, known } => {
                write!(
                    f,
                    "{name}: is a session of the form {version}, and this version reads {known}; open it with the version that saved it"
                )
            }
        }
    }
}

impl std::error::Error for Error {}
