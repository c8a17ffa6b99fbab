//! The records of a file that could not be read.

use serde::Serialize;

use super::record::{SCHEMA, records};

records! {
    /// The line that stands for a file without a report.
    Failure {
        /// The form and version of the report it stands for.
        schema: &'static str,
        /// The file.
        document: FailedDocument,
        /// Why there is no report.
        error: FailureCause,
    }

    /// The file without a report.
    FailedDocument {
        /// Its name.
        name: String,
    }

    /// Why there is no report.
    FailureCause {
        /// `unreadable`, `too_large`, `not_text` or `wrong_option`.
        code: &'static str,
        /// The file, the cause and the way out.
        message: String,
    }
}

impl Failure {
    /// The record of an error.
    pub fn new(name: &str, error: &crate::Error) -> Self {
        Self {
            schema: SCHEMA,
            document: FailedDocument { name: name.to_owned() },
            error: FailureCause { code: error.code(), message: error.to_string() },
        }
    }
}
