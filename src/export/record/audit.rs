//! What the audit found, as records for documents.

use super::{Record, View, plain};

impl View<'_> {
    pub(super) fn findings(&self) -> Vec<Record> {
        let findings = self.report.audit.findings.iter();
        findings
            .map(|finding| {
                let accused: Vec<String> = finding.accused.iter().map(|accused| self.words(&accused.span)).collect();
                Record::new(kind(finding.kind).to_owned(), vec![finding.span.clone()])
                    .fact("sort", plain(finding.category))
                    .fact("usual", finding.usual.unwrap_or_default())
                    .fact("accused", accused.join("; "))
                    .fact("in a statement by", self.voice(finding.statement.as_ref()))
                    .fact("found by", finding.rule)
            })
            .collect()
    }

    pub(super) fn claims(&self) -> Vec<Record> {
        let claims = self.report.audit.claims.iter();
        claims
            .map(|claim| {
                let reasons: Vec<String> =
                    claim.reasons.iter().map(|reason| format!("{}: {}", reason.kind, self.words(&reason.span))).collect();
                Record::new("To be checked".to_owned(), vec![claim.span.clone()])
                    .fact("what", reasons.join("; "))
                    .fact("in a statement by", self.voice(claim.statement.as_ref()))
            })
            .collect()
    }
}

fn kind(kind: &str) -> &str {
    match kind {
        "untraceable_citation" => "Citation that leads nowhere",
        "agentless" => "Said or thought by nobody",
        "loaded_wording" => "Wording that judges or heightens",
        "propaganda_claim" => "Claim about propaganda",
        "self_reference" => "About its own sources",
        "text_quality" => "Slip in the text",
        other => other,
    }
}
