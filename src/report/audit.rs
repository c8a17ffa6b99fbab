//! The records of the audit, and how they are made.

use serde::Serialize;

use super::{
    build::View,
    record::{Grades, Range, records},
};
use crate::audit;

records! {
    /// How well the text is sourced, finding by finding.
    Audit {
        /// Who statements are attributed to, best identified first.
        sources: Vec<Source>,
        /// Whose words the text is made of.
        shares: Shares,
        /// The states and bodies that are heard or often spoken of, those heard most first.
        parties: Vec<Party>,
        /// What a reader should look at, in the order of the text.
        findings: Vec<Finding>,
        /// What could be checked, in the order of the text.
        claims: Vec<Claim>,
        /// How many of what, whose, and where, in the order of the text.
        quantities: Vec<Quantity>,
        /// The table of terms: what the things in dispute are called, and in whose voice.
        terms: Vec<Term>,
    }

    /// Somebody or something that statements are attributed to.
    Source {
        /// The actor's id, where it is known.
        actor: Option<String>,
        /// The actor's name, else the words that name the source; empty where nobody is named.
        name: String,
        /// Codes of the states or bodies that the source speaks for, joined by commas.
        affiliation: Option<String>,
        /// The best grade of its statements.
        grade: &'static str,
        /// How many statements are attributed to it.
        statements: usize,
        /// The id of the first of them.
        first: String,
    }

    /// How many words are whose. Words are counted as in `document.words`; a statement inside another one counts for the outer one.
    Shares {
        /// All words.
        words: usize,
        /// Those attributed to somebody.
        attributed: usize,
        /// The author's own.
        author: usize,
        /// Those reported, by grade of their source; `none` where nobody is named.
        grades: Grades,
    }

    /// A state or body, and whether it is heard.
    Party {
        /// ISO 3166-1 alpha-3 code or acronym.
        code: String,
        /// Its usual name.
        name: String,
        /// How often it, or somebody who speaks for it, is mentioned.
        mentions: usize,
        /// The first mention.
        span: Option<Range>,
        /// How many statements are attributed to it.
        statements: usize,
        /// How many words these have.
        words: usize,
        /// These words by grade of their source.
        grades: Grades,
        /// Whether it is mentioned three times or more and no statement is attributed to it.
        never_heard: bool,
    }

    /// What a reader should look at.
    Finding {
        /// The words.
        span: Range,
        /// `untraceable_citation`, `agentless`, `loaded_wording`, `propaganda_claim`, `self_reference` or `text_quality`.
        kind: &'static str,
        /// What sort of it, such as `war_metaphor` or `missing_space`.
        category: &'static str,
        /// The rule that found it.
        rule: &'static str,
        /// Why it is shown, as a stable word.
        reason: &'static str,
        /// The id of the statement that the words are part of; `null` where they are the author's own.
        statement: Option<String>,
        /// Of a citation: the index of the block it claims to support.
        supports: Option<usize>,
        /// Of a claim about propaganda: who is accused.
        accused: Vec<Accused>,
        /// Of an unusual wording: what is usual.
        usual: Option<&'static str>,
    }

    /// Somebody who is accused.
    Accused {
        /// The words that name them.
        span: Range,
        /// The actor's id, where it is known.
        actor: Option<String>,
    }

    /// A sentence that says something that could be checked.
    Claim {
        /// Its name in this report.
        id: String,
        /// The sentence.
        span: Range,
        /// The index of the sentence.
        sentence: usize,
        /// The id of the statement that it is part of; `null` where it is the author's own.
        statement: Option<String>,
        /// Why it is worth checking, in the order of the text.
        reasons: Vec<ClaimReason>,
        /// How much there is to check: 3 for a quantity, 2 for a dated event, 1 for a superlative, 1 more where no source is given.
        score: u32,
    }

    /// Why a claim is worth checking.
    ClaimReason {
        /// `quantity`, `dated` or `superlative`.
        kind: &'static str,
        /// The words.
        span: Range,
    }

    /// A number with what is counted, whose it is, and where.
    Quantity {
        /// The words, with those that say how exactly the number is meant.
        span: Range,
        /// The number in digits ("100000", "2.5"); `null` where the words give none.
        value: Option<String>,
        /// `exact`, `approx`, `at_least` or `at_most`.
        bound: &'static str,
        /// What is counted or measured; `null` for a sum of money with nothing behind it.
        unit: Option<Range>,
        /// The codes of those whose it is, or who have or send it.
        owner: Vec<String>,
        /// Where it is.
        place: Option<Range>,
        /// The code of the state that the place belongs to.
        place_code: Option<String>,
        /// The id of the statement that it stands in; `null` in the author's own voice.
        statement: Option<String>,
    }

    /// A wording for something that those in dispute call differently.
    Term {
        /// What is called so, such as `war` or `armed people`.
        of: &'static str,
        /// What it is called, such as `invasion` or `military operation`.
        wording: &'static str,
        /// Whose word it is in most disputes: `acting` (of those who do it), `affected` (of those it is done to) or `neutral`.
        slant: &'static str,
        /// Where the text uses it, in its order.
        uses: Vec<TermUse>,
    }

    /// A place where a wording is used.
    TermUse {
        /// The words.
        span: Range,
        /// The word before them that says that it may not have been: "potential".
        qualifier: Option<Range>,
        /// `author`, `reported` (the words may be the author's or the source's) or `quoted` (the source's own).
        voice: &'static str,
        /// The codes of those for whom the source speaks.
        by: Vec<String>,
        /// The id of the statement that it stands in.
        statement: Option<String>,
    }
}

impl View<'_> {
    /// The audit, with every place in the unit asked for.
    pub(super) fn audit(&self, found: &audit::Audit) -> Audit {
        Audit {
            sources: found.sources.iter().map(|source| self.source(source)).collect(),
            shares: Shares {
                words: found.shares.words,
                attributed: found.shares.attributed(),
                author: found.shares.author(),
                grades: grades(&found.shares),
            },
            parties: found.parties.iter().map(|party| self.party(party)).collect(),
            findings: found.findings.iter().map(|finding| self.finding(finding)).collect(),
            claims: found.claims.iter().enumerate().map(|(index, claim)| self.claim(index, claim)).collect(),
            quantities: found.quantities.iter().map(|quantity| self.quantity(quantity)).collect(),
            terms: found.terms.iter().map(|term| self.term(term)).collect(),
        }
    }

    fn quantity(&self, quantity: &audit::Quantity) -> Quantity {
        Quantity {
            span: self.range(quantity.span),
            value: quantity.value.clone(),
            bound: quantity.bound.name(),
            unit: self.optional(quantity.unit),
            owner: quantity.owner.clone(),
            place: self.optional(quantity.place),
            place_code: quantity.place_code.clone(),
            statement: quantity.statement.map(statement_id),
        }
    }

    fn term(&self, term: &audit::Term) -> Term {
        let used = |used: &audit::TermUse| TermUse {
            span: self.range(used.span),
            qualifier: self.optional(used.qualifier),
            voice: used.voice.name(),
            by: used.by.clone(),
            statement: used.statement.map(statement_id),
        };
        Term { of: term.of, wording: term.wording, slant: term.slant, uses: term.uses.iter().map(used).collect() }
    }

    fn source(&self, source: &audit::Source) -> Source {
        Source {
            actor: source.actor.and_then(|index| self.actor_id(index)),
            name: source.name.clone(),
            affiliation: (!source.affiliation.is_empty()).then(|| source.affiliation.join(",")),
            grade: source.grade.name(),
            statements: source.statements,
            first: statement_id(source.first),
        }
    }

    fn party(&self, party: &audit::Party) -> Party {
        Party {
            code: party.code.clone(),
            name: party.name.clone(),
            mentions: party.mentions,
            span: self.optional(party.first),
            statements: party.statements,
            words: party.shares.words,
            grades: grades(&party.shares),
            never_heard: party.never_heard,
        }
    }

    fn finding(&self, finding: &audit::Finding) -> Finding {
        let accused = |accused: &audit::Accused| Accused {
            span: self.range(accused.span),
            actor: accused.actor.and_then(|index| self.actor_id(index)),
        };
        Finding {
            span: self.range(finding.span),
            kind: finding.kind.name(),
            category: finding.category,
            rule: finding.rule,
            reason: finding.reason,
            statement: finding.statement.map(statement_id),
            supports: finding.supports,
            accused: finding.accused.iter().map(accused).collect(),
            usual: finding.usual,
        }
    }

    fn claim(&self, index: usize, claim: &audit::Claim) -> Claim {
        Claim {
            id: format!("c{}", index + 1),
            span: self.range(claim.span),
            sentence: claim.sentence,
            statement: claim.statement.map(statement_id),
            reasons: claim.reasons.iter().map(|reason| ClaimReason { kind: reason.kind, span: self.range(reason.span) }).collect(),
            score: claim.score,
        }
    }
}

/// The name of a statement in the report.
fn statement_id(index: usize) -> String {
    format!("s{}", index + 1)
}

fn grades(shares: &audit::Shares) -> Grades {
    let [named, role, institution, collective, anonymous, document, none] = shares.grades;
    Grades { named, role, institution, collective, anonymous, document, none }
}
