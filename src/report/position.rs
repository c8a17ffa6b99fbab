//! Positions, conditions, commitments and scheduled events as records.

use super::{
    build::View,
    position_record::{Commitment, Condition, Position, Scheduled},
};

/// Codes joined by commas; nothing where there are none.
fn joined(codes: &[String]) -> Option<String> {
    (!codes.is_empty()).then(|| codes.join(","))
}

/// The name of a statement in the report.
fn statement(index: Option<usize>) -> Option<String> {
    index.map(|index| format!("s{}", index + 1))
}

impl View<'_> {
    pub(super) fn positions(&self) -> Vec<Position> {
        let positions = self.findings.positions.positions.iter();
        positions
            .map(|position| Position {
                holder: position.holder.clone(),
                issue: position.issue.name(),
                issue_words: position.issue_words.iter().map(|span| self.range(*span)).collect(),
                stance: position.stance.name(),
                target: joined(&position.target),
                evidence: self.range(position.evidence),
                conditions: position.conditions.iter().map(|span| self.range(*span)).collect(),
                attributed: position.attributed,
                strength: position.strength,
                modality: position.modality.name(),
                repeated: position.repeated,
                statement: statement(position.statement),
                rule: position.rule,
                why: self.range(position.stance_words),
            })
            .collect()
    }

    pub(super) fn conditions(&self) -> Vec<Condition> {
        let conditions = self.findings.positions.conditions.iter();
        conditions
            .map(|found| Condition {
                span: self.range(found.span),
                depends: self.range(found.depends),
                statement: statement(found.statement),
                rule: found.rule,
            })
            .collect()
    }

    pub(super) fn commitments(&self) -> Vec<Commitment> {
        let commitments = self.findings.positions.commitments.iter();
        commitments
            .map(|found| Commitment {
                by: found.by.clone(),
                to: joined(&found.to),
                what: self.range(found.what),
                when: self.optional(found.when),
                status: found.status.name(),
                rule: found.rule,
            })
            .collect()
    }

    pub(super) fn scheduled(&self) -> Vec<Scheduled> {
        let scheduled = self.findings.positions.scheduled.iter();
        scheduled
            .map(|found| Scheduled {
                who: found.who.clone(),
                what: self.range(found.what),
                when: self.optional(found.when),
                rule: found.rule,
                why: self.range(found.trigger),
            })
            .collect()
    }
}
