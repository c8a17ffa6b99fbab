//! Positions, conditions, commitments and scheduled events as records.

use crate::position::{PointKind, ScheduledKind, Stance};

use super::{
    build::View,
    position_record::{
        Background, Commitment, Comparison, Condition, Inconsistency, MatrixCell, Point, Position, Scheduled, Sequence, TimelineRow,
    },
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
                earlier: position.earlier,
                shift: position.shift,
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
                made: self.optional(found.made),
                undated: self.optional(found.undated),
                status: found.status.name(),
                shown: self.optional(found.shown),
                statement: statement(found.statement),
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
                kind: found.kind.name(),
                mode: found.mode,
                awaits: self.optional(found.awaits),
                watched: self.optional(found.watched),
                cameo: (found.kind == ScheduledKind::Event).then_some("036"),
                plover: (found.kind == ScheduledKind::Event).then_some("AGREE"),
                rule: found.rule,
                why: self.range(found.trigger),
            })
            .collect()
    }

    pub(super) fn points(&self) -> Vec<Point> {
        let positions = &self.findings.positions;
        let offered = |found: &crate::position::Point| {
            let mut codes: Vec<String> = Vec::new();
            for position in &positions.positions {
                let offers = matches!(position.stance, Stance::Offer | Stance::Support);
                if offers && found.issue == Some(position.issue) && !codes.contains(&position.holder) {
                    codes.push(position.holder.clone());
                }
            }
            codes
        };
        // Whom advice is about, beside those who are advised.
        let about = |found: &crate::position::Point| {
            let mut codes: Vec<String> = Vec::new();
            let named = self.findings.actors.mentions_in(found.span).iter().take(24);
            let named = named.filter_map(|mention| self.findings.actors.actors.get(mention.actor)?.code.clone());
            for code in named.filter(|_| found.kind == PointKind::Recommendation) {
                if !found.to.contains(&code) && !codes.contains(&code) {
                    codes.push(code);
                }
            }
            codes
        };
        let points = positions.points.iter();
        points
            .map(|found| Point {
                kind: found.kind.name(),
                span: self.range(found.span),
                status: found.status,
                by: found.by.clone(),
                by_words: self.optional(found.by_words),
                to: found.to.clone(),
                about: about(found),
                of: self.optional(found.of),
                issue: found.issue.map(|issue| issue.name()),
                offered_by: if found.kind == PointKind::Requirement { offered(found) } else { Vec::new() },
                statement: statement(found.statement),
                rule: found.rule,
                why: self.range(found.cue),
            })
            .collect()
    }

    pub(super) fn matrix(&self) -> Vec<MatrixCell> {
        let positions = &self.findings.positions;
        let evidence = |index: &usize| positions.positions.get(*index).map(|position| self.range(position.evidence));
        let cells = positions.matrix.iter();
        cells
            .map(|cell| MatrixCell {
                party: cell.party.clone(),
                issue: cell.issue.name(),
                stances: cell.stances.iter().map(|stance| stance.name()).collect(),
                evidence: cell.positions.iter().filter_map(evidence).collect(),
                conditional: cell.conditional,
            })
            .collect()
    }

    pub(super) fn comparisons(&self) -> Vec<Comparison> {
        let comparisons = self.findings.positions.comparisons.iter();
        comparisons
            .map(|found| Comparison {
                parties: found.parties.to_vec(),
                issue: found.issue.map(|issue| issue.name()),
                kind: found.kind,
                evidence: found.evidence.iter().map(|span| self.range(*span)).collect(),
                rule: found.rule,
            })
            .collect()
    }

    pub(super) fn timeline(&self) -> Vec<TimelineRow> {
        let rows = self.findings.positions.course.timeline.iter();
        rows.map(|row| TimelineRow {
            span: self.range(row.span),
            time: self.optional(row.time),
            value: row.value.clone(),
            first: row.days.map(|(first, _)| first.to_string()),
            last: row.days.map(|(_, last)| last.to_string()),
            lane: row.lane.name(),
            background: row.background,
            statement: statement(row.statement),
            rule: row.rule,
        })
        .collect()
    }

    pub(super) fn sequence(&self) -> Vec<Sequence> {
        let found = self.findings.positions.course.sequence.iter();
        found
            .map(|found| Sequence {
                span: self.range(found.span),
                order: found.order.name(),
                what: self.range(found.what),
                anchor: self.optional(found.anchor),
                rule: found.rule,
            })
            .collect()
    }

    pub(super) fn background(&self) -> Vec<Background> {
        let found = self.findings.positions.course.background.iter();
        found.map(|found| Background { span: self.range(found.span), cue: self.range(found.cue), rule: found.rule }).collect()
    }

    pub(super) fn inconsistencies(&self) -> Vec<Inconsistency> {
        let found = self.findings.positions.course.inconsistencies.iter();
        found
            .map(|found| Inconsistency {
                kind: found.kind,
                spans: found.spans.iter().map(|span| self.range(*span)).collect(),
                rule: found.rule,
            })
            .collect()
    }
}
