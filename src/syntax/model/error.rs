//! Why bytes are no model.

use std::fmt;

/// Why a model could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelError {
    kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    NotAModel,
    Version(u32),
    Damaged,
    Malformed(String),
}

impl ModelError {
    pub(super) fn not_a_model() -> Self {
        Self { kind: Kind::NotAModel }
    }

    pub(super) fn version(found: u32) -> Self {
        Self { kind: Kind::Version(found) }
    }

    pub(super) fn damaged() -> Self {
        Self { kind: Kind::Damaged }
    }

    pub(in crate::syntax) fn malformed(what: impl Into<String>) -> Self {
        Self { kind: Kind::Malformed(what.into()) }
    }

    /// A word for programs: `not_a_model`, `version`, `damaged` or `malformed`.
    pub fn code(&self) -> &'static str {
        match self.kind {
            Kind::NotAModel => "not_a_model",
            Kind::Version(_) => "version",
            Kind::Damaged => "damaged",
            Kind::Malformed(_) => "malformed",
        }
    }
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::NotAModel => write!(f, "these bytes are no language model; give the file that came with this version"),
            Kind::Version(found) => {
                write!(f, "the language model has version {found} of the form and this program reads {}", super::container::VERSION)
            }
            Kind::Damaged => write!(f, "the language model is damaged or incomplete; fetch it again"),
            Kind::Malformed(what) => write!(f, "the language model is malformed: {what}"),
        }
    }
}

impl std::error::Error for ModelError {}
