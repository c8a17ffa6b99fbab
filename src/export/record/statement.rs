//! Who said what, as records for documents.

use super::{Record, View, plain};
use crate::report::Statement;

impl View<'_> {
    pub(super) fn statements(&self) -> Vec<Record> {
        self.report.statements.iter().map(|statement| self.statement(statement)).collect()
    }

    fn statement(&self, statement: &Statement) -> Record {
        let actor = self.actor(statement.actor.as_ref());
        let source = self.optional(statement.source.as_ref());
        let speaker = match (actor.is_empty(), source.is_empty()) {
            (true, true) => "no source given".to_owned(),
            (true, false) => source.clone(),
            _ => actor.to_owned(),
        };
        let parent = if statement.parent.is_some() { self.voice(statement.parent.as_ref()) } else { String::new() };
        let around = [&statement.medium, &statement.occasion, &statement.venue].map(|range| self.optional(range.as_ref()));
        let around: Vec<String> = around.into_iter().filter(|words| !words.is_empty()).collect();
        let hedges = self.hedges.get(statement.id.as_str()).into_iter().flatten();
        let hedges: Vec<String> = hedges.map(|range| self.words(range)).collect();
        Record::new(speaker.clone(), statement.content.clone())
            .fact("source", if source == speaker { String::new() } else { source })
            .fact("reporting word", self.optional(statement.cue.as_ref()))
            .fact("sourced to", grade(statement.grade))
            .fact("speaks for", statement.affiliation.clone().unwrap_or_default().replace(',', ", "))
            .fact("given", mode(statement.mode))
            .fact("said to", self.optional(statement.addressee.as_ref()))
            .fact("circumstances", around.join("; "))
            .fact("as told by", parent)
            .fact("how certain", hedges.join("; "))
            .fact("negated", if statement.negated { "yes" } else { "" })
            .fact("corrected by the reader", statement.amended.iter().map(|field| plain(field)).collect::<Vec<_>>().join(", "))
            .fact("found by", statement.rule)
    }

    pub(super) fn times(&self) -> Vec<Record> {
        let times = self.report.times.iter();
        times
            .map(|time| {
                Record::new(if time.resolved { time.value.clone() } else { "not on the calendar".to_owned() }, vec![time.span.clone()])
                    .fact("kind", time.kind.to_lowercase())
                    .fact("why not", if time.resolved { "" } else { time.reason.unwrap_or_default() })
                    .fact("found by", time.rule)
            })
            .collect()
    }
}

/// What a grade means.
fn grade(grade: &str) -> &str {
    match grade {
        "named" => "a named person",
        "role" => "an unnamed but identifiable office",
        "institution" => "a body or a state",
        "document" => "a report, letter or poll",
        "collective" => "an unnamed group",
        "anonymous" => "unnamed sources",
        "none" => "nobody",
        other => other,
    }
}

fn mode(mode: &str) -> &str {
    match mode {
        "direct" => "in the speaker's own words",
        "indirect" => "in the writer's words",
        "mixed" => "partly in the speaker's own words",
        other => other,
    }
}
