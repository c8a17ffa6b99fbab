//! Where parties stand, what they undertook and what is to come, as records for documents.

use super::{Record, View, plain};

impl View<'_> {
    pub(super) fn positions(&self) -> Vec<Record> {
        let positions = self.report.positions.iter();
        positions
            .map(|position| {
                let conditions: Vec<String> = position.conditions.iter().map(|range| self.words(range)).collect();
                let attributed = if position.attributed { "reported as its own" } else { "read into it by the writer or somebody else" };
                let heading = format!("{}: {}, {}", position.holder, plain(position.issue), position.stance);
                Record::new(heading, vec![position.evidence.clone()])
                    .fact("on condition", conditions.join("; "))
                    .fact("towards", position.target.clone().unwrap_or_default().replace(',', ", "))
                    .fact("strength", position.strength.unwrap_or_default())
                    .fact("standing", attributed)
                    .fact("shown by", self.words(&position.why))
                    .fact("as told by", self.voice(position.statement.as_ref()))
                    .fact("found by", position.rule)
            })
            .collect()
    }

    pub(super) fn conditions(&self) -> Vec<Record> {
        let conditions = self.report.conditions.iter();
        conditions
            .map(|condition| {
                Record::new("Depends on this".to_owned(), vec![condition.span.clone()])
                    .fact("what depends", self.words(&condition.depends))
                    .fact("as told by", self.voice(condition.statement.as_ref()))
                    .fact("found by", condition.rule)
            })
            .collect()
    }

    pub(super) fn commitments(&self) -> Vec<Record> {
        let commitments = self.report.commitments.iter();
        commitments
            .map(|commitment| {
                Record::new(commitment.by.clone().unwrap_or_else(|| "nobody named".to_owned()), vec![commitment.what.clone()])
                    .fact("to", commitment.to.clone().unwrap_or_default().replace(',', ", "))
                    .fact("by when", self.optional(commitment.when.as_ref()))
                    .fact("how it stands", commitment.status)
                    .fact("found by", commitment.rule)
            })
            .collect()
    }

    pub(super) fn scheduled(&self) -> Vec<Record> {
        let scheduled = self.report.scheduled.iter();
        scheduled
            .map(|event| {
                let who = if event.who.is_empty() { "no party named".to_owned() } else { event.who.join(", ") };
                Record::new(who, vec![event.what.clone()])
                    .fact("when", self.optional(event.when.as_ref()))
                    .fact("shown by", self.words(&event.why))
                    .fact("found by", event.rule)
            })
            .collect()
    }

    pub(super) fn points(&self) -> Vec<Record> {
        let points = self.report.points.iter();
        points
            .map(|point| {
                Record::new(plain(point.kind), vec![point.span.clone()])
                    .fact("how it stands", plain(point.status.unwrap_or_default()))
                    .fact("by", point.by.join(", "))
                    .fact("named by", self.optional(point.by_words.as_ref()))
                    .fact("to", point.to.join(", "))
                    .fact("of", self.optional(point.of.as_ref()))
                    .fact("issue", plain(point.issue.unwrap_or_default()))
                    .fact("found by", point.rule)
            })
            .collect()
    }
}
