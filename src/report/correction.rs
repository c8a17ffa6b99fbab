//! The records of what a reader says is otherwise.

use serde::Serialize;

use super::{
    build::View,
    record::{Range, records},
};
use crate::{
    Options,
    options::{self, Amendment, Place},
    text::{OffsetMap, Span},
};

records! {
    /// What a reader says is otherwise. The other records are as the reader has them.
    Correction {
        /// `rename`, `amend` or `reject`.
        what: &'static str,
        /// `actor`, `statement`, `position`, `condition`, `commitment`, `scheduled`, `point`, `time`, `finding` or `claim`.
        kind: &'static str,
        /// Where; an actor is renamed wherever it is named.
        span: Option<Range>,
        /// Which of several at that place.
        key: Option<String>,
        /// Of an actor: the name that was read.
        name: Option<String>,
        /// Of an actor: the name that it has now.
        to: Option<String>,
        /// Of a statement: the name of who speaks; empty where the reader says that it is not known.
        actor: Option<String>,
        /// Of a statement: the codes of those spoken for.
        affiliation: Option<String>,
        /// Of a statement: how well it is sourced.
        grade: Option<String>,
        /// Whether there is such a record; where there is none, nothing was changed.
        met: bool,
    }
}

/// Who said which day relative dates are counted from.
pub(super) fn anchor_by(options: &Options, stated: bool) -> Option<&'static str> {
    match (options.date, stated, options.default_date) {
        (Some(_), ..) => Some("reader"),
        (None, true, _) => Some("text"),
        (None, false, Some(_)) => Some("reader_default"),
        (None, false, None) => None,
    }
}

impl View<'_> {
    /// The corrections that were asked for.
    pub(super) fn corrections(&self, options: &Options) -> Vec<Correction> {
        let asked = &options.corrections;
        if asked.list.is_empty() {
            return Vec::new();
        }
        let theirs = OffsetMap::new(&self.findings.document.source, asked.unit);
        let range = |start: usize, end: usize| Some(self.range(Span::new(theirs.byte(start), theirs.byte(end))));
        let met = self.findings.met.met.iter().chain(std::iter::repeat(&false));
        let none = Correction {
            what: "",
            kind: "",
            span: None,
            key: None,
            name: None,
            to: None,
            actor: None,
            affiliation: None,
            grade: None,
            met: false,
        };
        let record = |correction: &options::Correction| match correction.clone() {
            options::Correction::Rename { name, to } => {
                Correction { what: "rename", kind: "actor", name: Some(name), to: Some(to), ..none.clone() }
            }
            options::Correction::Reject(Place { kind, start, end, key }) => {
                Correction { what: "reject", kind: kind.name(), span: range(start, end), key, ..none.clone() }
            }
            options::Correction::Amend(Amendment { kind, start, end, actor, affiliation, grade }) => {
                Correction { what: "amend", kind: kind.name(), span: range(start, end), actor, affiliation, grade, ..none.clone() }
            }
        };
        asked.list.iter().zip(met).map(|(correction, met)| Correction { met: *met, ..record(correction) }).collect()
    }
}
