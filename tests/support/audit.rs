//! The audit of a report as lines that a person can check.

use rapporteur::report::{Finding, Report};

use super::render::{Text, name_of};

/// `name / grade / whom it speaks for / how often`.
pub fn sources(report: &Report) -> Vec<String> {
    let line = |source: &rapporteur::report::Source| {
        let name = if source.name.is_empty() { "-" } else { &source.name };
        format!("{name} / {} / {} / {}", source.grade, source.affiliation.as_deref().unwrap_or("-"), source.statements)
    };
    report.audit.sources.iter().map(line).collect()
}

/// The shares of the text, then a line a party.
pub fn parties(report: &Report) -> Vec<String> {
    let shares = &report.audit.shares;
    let mut lines = vec![format!("{} words: {} attributed, {} the author's", shares.words, shares.attributed, shares.author)];
    lines.extend(report.audit.parties.iter().map(|party| {
        let heard = if party.never_heard { ", never heard" } else { "" };
        format!(
            "{} ({}): {} mentions, {} statements, {} words{heard}",
            party.code, party.name, party.mentions, party.statements, party.words
        )
    }));
    lines
}

/// `rule category: words`, with what the finding adds.
pub fn findings(report: &Report, text: &Text) -> Vec<String> {
    let line = |finding: &Finding| {
        let mut line = format!("{} {}: {}", finding.rule, finding.category, text.words(&finding.span));
        if let Some(statement) = &finding.statement {
            line += &format!(" | in {statement}");
        }
        if let Some(block) = finding.supports.and_then(|index| report.blocks.get(index)) {
            line += &format!(" | supports: {}", text.words(&block.content));
        }
        for accused in &finding.accused {
            let name = accused.actor.as_deref().map_or("?", |id| name_of(report, id));
            line += &format!(" | accused: {} ({name})", text.words(&accused.span));
        }
        if let Some(usual) = finding.usual {
            line += &format!(" | usually: {usual}");
        }
        line
    };
    report.audit.findings.iter().map(line).collect()
}

/// `score voice: kind words, kind words`.
pub fn claims(report: &Report, text: &Text) -> Vec<String> {
    let line = |claim: &rapporteur::report::Claim| {
        let reasons: Vec<String> = claim.reasons.iter().map(|reason| format!("{} {}", reason.kind, text.words(&reason.span))).collect();
        format!("{} {}: {}", claim.score, claim.statement.as_deref().unwrap_or("author"), reasons.join(", "))
    };
    report.audit.claims.iter().map(line).collect()
}

/// `value bound unit owner place: words`.
pub fn quantities(report: &Report, text: &Text) -> Vec<String> {
    let line = |found: &rapporteur::report::Quantity| {
        let words = |range: Option<&rapporteur::report::Range>| range.map_or("-".to_owned(), |range| text.words(range));
        let owner = if found.owner.is_empty() { "-".to_owned() } else { found.owner.join(",") };
        let (value, code) = (found.value.as_deref().unwrap_or("-"), found.place_code.as_deref().unwrap_or("-"));
        let (unit, place) = (words(found.unit.as_ref()), words(found.place.as_ref()));
        format!("{value} {} | {unit} | {owner} | {place} {code} | {}", found.bound, text.words(&found.span))
    };
    report.audit.quantities.iter().map(line).collect()
}

/// `of: wording (slant), n times | words in whose voice, words in whose voice`.
pub fn terms(report: &Report, text: &Text) -> Vec<String> {
    let line = |term: &rapporteur::report::Term| {
        let used = |used: &rapporteur::report::TermUse| {
            let qualifier = used.qualifier.as_ref().map_or(String::new(), |range| format!("{} … ", text.words(range)));
            let by = if used.by.is_empty() { String::new() } else { format!(" {}", used.by.join(",")) };
            format!("{qualifier}{} {}{by}", text.words(&used.span), used.voice)
        };
        let uses: Vec<String> = term.uses.iter().map(used).collect();
        format!("{}: {} ({}), {} | {}", term.of, term.wording, term.slant, term.uses.len(), uses.join(", "))
    };
    report.audit.terms.iter().map(line).collect()
}
