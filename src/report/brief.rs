//! The records of a brief, and how they are made.

use serde::Serialize;

use super::{
    build::View,
    record::{Range, records},
};
use crate::brief;

records! {
    /// A sentence of the text that stands in its brief.
    SummaryLine {
        /// Its words, without a label before them.
        span: Range,
        /// `update` or `background`.
        group: &'static str,
        /// The index of the sentence.
        sentence: usize,
        /// Whose statements and positions it holds: ISO 3166-1 alpha-3 codes or acronyms.
        parties: Vec<String>,
        /// The ids of the statements in it.
        statements: Vec<String>,
        /// What speaks for it: `lead`, `opens_paragraph`, `title`, `central`, `statement`, `voices`, `position`, `condition`, `commitment`,
        /// `scheduled`, `verification`, `guarantee`, `requirement`, `consequence`, `objective`, `new_party`, `new_issue`.
        reasons: Vec<&'static str>,
        /// The rule that put it into its group.
        rule: &'static str,
        /// The words that show the group; all of the sentence where nothing shows it.
        why: Range,
    }

    /// What the writer wants taken away.
    Takeaway {
        /// The sentence.
        span: Range,
        /// Its index.
        sentence: usize,
        /// `author`, or `source` where it stands in what somebody says.
        voice: &'static str,
        /// The id of that statement.
        statement: Option<String>,
        /// The indexes of the sentences that it restates: those that share most of its words.
        restates: Vec<usize>,
        /// The rule that found it.
        rule: &'static str,
        /// The words that announce it.
        why: Range,
    }

    /// A headline that asks, and what answers it.
    HeadlineQuestion {
        /// The question.
        question: Range,
        /// Whether it asks for yes or no.
        polar: bool,
        /// The clause that answers it; `null` where none takes up its words.
        answer: Option<Range>,
        /// The index of its sentence.
        sentence: Option<usize>,
        /// `for`, `against`, `hedged`, or `stated` where no words of those kinds stand in it.
        verdict: Option<&'static str>,
        /// The words that show the verdict.
        why: Vec<Range>,
        /// The rule that found the answer.
        rule: Option<&'static str>,
    }
}

impl View<'_> {
    pub(super) fn summary(&self) -> Vec<SummaryLine> {
        let lines = self.findings.brief.lines.iter();
        lines
            .map(|line| SummaryLine {
                span: self.range(line.span),
                group: line.role.group.name(),
                sentence: line.sentence,
                parties: line.parties.clone(),
                statements: line.statements.iter().map(|index| format!("s{}", index + 1)).collect(),
                reasons: line.reasons.clone(),
                rule: line.role.rule,
                why: self.range(line.role.why),
            })
            .collect()
    }

    pub(super) fn takeaways(&self) -> Vec<Takeaway> {
        let takeaways = self.findings.brief.takeaways.iter();
        takeaways
            .map(|takeaway| Takeaway {
                span: self.range(takeaway.span),
                sentence: takeaway.sentence,
                voice: if takeaway.statement.is_some() { "source" } else { "author" },
                statement: takeaway.statement.map(|index| format!("s{}", index + 1)),
                restates: takeaway.restates.clone(),
                rule: takeaway.rule,
                why: self.range(takeaway.mark),
            })
            .collect()
    }

    pub(super) fn headline_question(&self) -> Option<HeadlineQuestion> {
        let found = self.findings.brief.question.as_ref()?;
        let answer = found.answer.as_ref();
        Some(HeadlineQuestion {
            question: self.range(found.question),
            polar: found.polar,
            answer: answer.map(|answer| self.range(answer.span)),
            sentence: answer.map(|answer| answer.sentence),
            verdict: answer.map(|answer| answer.verdict.name()),
            why: answer.map(|answer| answer.why.iter().map(|span| self.range(*span)).collect()).unwrap_or_default(),
            rule: answer.map(|answer| answer.rule),
        })
    }

    /// What a heading or label says of a block.
    pub(super) fn group(&self, block: usize) -> Option<&'static str> {
        let role: &brief::Role = self.findings.brief.sections.get(block)?.as_ref()?;
        Some(role.group.name())
    }
}
