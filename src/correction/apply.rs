//! Applies the corrections of a text between the phases, so that all that follows from a record follows from the corrected one.

use std::collections::BTreeMap;

use super::{actors, statements};
use crate::{
    actor::Actors,
    audit::Audit,
    options::{Correction, Corrections, Place, RecordKind},
    position::{Commitment, Condition, Edit, Point, Position, Scheduled},
    statement::Statement,
    text::{OffsetMap, SourceText, Span},
    time::TimeExpression,
};

/// What the corrections of a text met.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Met {
    /// Of each correction, in their order, whether there was anything that it is about.
    pub met: Vec<bool>,
    /// What was amended of statements, by their index: `actor`, `affiliation`, `grade`.
    pub amended: BTreeMap<usize, Vec<&'static str>>,
}

/// The corrections of one text, looked up by the places of the records.
#[derive(Debug)]
pub struct Editor<'a> {
    corrections: &'a Corrections,
    /// None where there is nothing to correct: then places need not be converted.
    map: Option<OffsetMap<'a>>,
    rejected: BTreeMap<(RecordKind, usize, usize), Vec<usize>>,
    amended: BTreeMap<(usize, usize), Vec<usize>>,
    met: Met,
}

impl<'a> Editor<'a> {
    /// The corrections of a text.
    pub fn new(source: &'a SourceText, corrections: &'a Corrections) -> Self {
        let mut editor = Self {
            corrections,
            map: (!corrections.list.is_empty()).then(|| OffsetMap::new(source, corrections.unit)),
            rejected: BTreeMap::new(),
            amended: BTreeMap::new(),
            met: Met { met: vec![false; corrections.list.len()], amended: BTreeMap::new() },
        };
        for (index, correction) in corrections.list.iter().enumerate() {
            match correction {
                Correction::Reject(Place { kind, start, end, .. }) => {
                    editor.rejected.entry((*kind, *start, *end)).or_default().push(index);
                }
                Correction::Amend(amendment) => {
                    editor.amended.entry((amendment.start, amendment.end)).or_default().push(index);
                }
                Correction::Rename { .. } => {}
            }
        }
        editor
    }

    /// What was met so far.
    pub fn finish(self) -> Met {
        self.met
    }

    /// Leaves out the times that were rejected.
    pub fn times(&mut self, times: &mut Vec<TimeExpression>) {
        if self.map.is_some() {
            times.retain(|time| !self.rejects(RecordKind::Time, time.span, ""));
        }
    }

    /// Names and joins actors, leaves out statements and amends others.
    pub fn statements(&mut self, actors: &mut Actors, statements: &mut Vec<Statement>) {
        let Some(map) = &self.map else { return };
        let places: Vec<(usize, usize)> = statements.iter().map(|statement| map.span(statements::extent(statement))).collect();
        let rejected: Vec<bool> = places.iter().map(|&(start, end)| self.rejects_at(RecordKind::Statement, (start, end), "")).collect();
        let mut names = actors::rename(&self.corrections.list, &mut self.met.met, actors, statements);
        let amended: Vec<&[usize]> = places.iter().map(|place| self.amended.get(place).map_or(&[][..], Vec::as_slice)).collect();
        for (statement, indexes) in statements.iter_mut().zip(amended) {
            for &index in indexes {
                let Some(Correction::Amend(amendment)) = self.corrections.list.get(index) else { continue };
                statements::amend(statement, amendment, actors, &mut names);
                mark(&mut self.met.met, index);
            }
        }
        let kept = statements::leave_out(statements, &rejected);
        for (index, old) in kept.into_iter().enumerate() {
            let Some(indexes) = places.get(old).and_then(|place| self.amended.get(place)) else { continue };
            let amendments = indexes.iter().filter_map(|index| match self.corrections.list.get(*index) {
                Some(Correction::Amend(amendment)) => Some(amendment),
                _ => None,
            });
            self.met.amended.insert(index, statements::fields(amendments));
        }
    }

    /// Leaves out what was rejected of the audit.
    pub fn audit(&mut self, audit: &mut Audit) {
        if self.map.is_none() {
            return;
        }
        audit.findings.retain(|finding| !self.rejects(RecordKind::Finding, finding.span, finding.kind.name()));
        audit.claims.retain(|claim| !self.rejects(RecordKind::Claim, claim.span, ""));
    }

    fn rejects(&mut self, kind: RecordKind, span: Span, key: &str) -> bool {
        let Some(place) = self.map.as_ref().map(|map| map.span(span)) else { return false };
        self.rejects_at(kind, place, key)
    }
}
impl Edit for Editor<'_> {
    /// Leaves out positions and conditions that were rejected, before anything is made of them.
    fn positions(&mut self, positions: &mut Vec<Position>, conditions: &mut Vec<Condition>) {
        if self.map.is_none() {
            return;
        }
        let mut gone: Vec<Span> = Vec::new();
        conditions.retain(|condition| {
            let rejected = self.rejects(RecordKind::Condition, condition.span, "");
            if rejected {
                gone.push(condition.span);
            }
            !rejected
        });
        gone.sort_unstable();
        positions.retain(|position| {
            let key = format!("{}/{}/{}", position.holder, position.issue.name(), position.stance.name());
            !self.rejects(RecordKind::Position, position.evidence, &key)
        });
        for position in positions {
            position.conditions.retain(|span| gone.binary_search(span).is_err());
        }
    }

    /// Leaves out what else was rejected of where the parties stand.
    fn commitments(&mut self, commitments: &mut Vec<Commitment>, scheduled: &mut Vec<Scheduled>, points: &mut Vec<Point>) {
        if self.map.is_none() {
            return;
        }
        commitments.retain(|commitment| !self.rejects(RecordKind::Commitment, commitment.what, ""));
        scheduled.retain(|scheduled| !self.rejects(RecordKind::Scheduled, scheduled.what, ""));
        points.retain(|point| !self.rejects(RecordKind::Point, point.span, point.kind.name()));
    }
}

impl Editor<'_> {
    /// Whether a record at a place is rejected; what says so is noted as met.
    fn rejects_at(&mut self, kind: RecordKind, (start, end): (usize, usize), key: &str) -> bool {
        let mut rejected = false;
        for &index in self.rejected.get(&(kind, start, end)).into_iter().flatten() {
            let wanted = match self.corrections.list.get(index) {
                Some(Correction::Reject(place)) => place.key.as_deref(),
                _ => continue,
            };
            if wanted.is_none_or(|wanted| wanted == key) {
                mark(&mut self.met.met, index);
                rejected = true;
            }
        }
        rejected
    }
}

pub(super) fn mark(met: &mut [bool], index: usize) {
    if let Some(met) = met.get_mut(index) {
        *met = true;
    }
}
