//! The records of who said what, and how a statement becomes one.

use serde::Serialize;

use super::{
    build::View,
    record::{Range, records},
};
use crate::{
    lexicon::{Channel, Strength, VerbKind},
    statement::{self, Voice},
};

records! {
    /// Who said what.
    Statement {
        /// Its name in this report.
        id: String,
        /// The whole phrase that names the source.
        source: Option<Range>,
        /// The words that carry the attribution.
        cue: Option<Range>,
        /// The dictionary form of the cue.
        cue_lemma: Option<String>,
        /// What is attributed.
        content: Vec<Range>,
        /// `direct`, `indirect` or `mixed`.
        mode: &'static str,
        /// The id of the actor who speaks.
        actor: Option<String>,
        /// Codes of the states or bodies that the source speaks for, joined by commas.
        affiliation: Option<String>,
        /// `named`, `role`, `institution`, `collective`, `anonymous`, `document` or `none`.
        grade: &'static str,
        /// To whom.
        addressee: Option<Range>,
        /// What the cue says about the content's standing: `neutral`, `supporting` or `distancing`.
        strength: Option<&'static str>,
        /// The same in five steps: `factive` (the writer takes it for true), `supporting`, `neutral`, `reserved`, `distancing`.
        endorsement: Option<&'static str>,
        /// What is done by the words: `say`, `ask`, `demand`, `propose`, `accuse`, `deny`, `refuse`, `promise`, `threaten`, `warn`, `think`,
        /// `want`, `fear`, `write`, `agree`, `praise`, `reveal`, `show`, `describe`, `express`, `decide` or `learn`.
        act: Option<&'static str>,
        /// Whether the cue is negated: "did not deny", "never promised"; `act` then says what was not done, and the endorsement is `neutral`.
        negated: bool,
        /// `speech`, `writing`, `thought` or `showing`, where the cue is a verb.
        channel: Option<&'static str>,
        /// Who answers for it: its `source`, or the `author`, where no source is named or the author concludes what somebody wants.
        voice: &'static str,
        /// Where it was said, with its preposition.
        venue: Option<Range>,
        /// On what occasion, with its preposition.
        occasion: Option<Range>,
        /// What carried the words: "in an interview", or the medium that they were told to.
        medium: Option<Range>,
        /// The word that says that it was said before: "reiterated", "again".
        repeated: Option<Range>,
        /// 1 for what the text itself reports, 2 for what stands in the words of such a statement, and so on.
        level: usize,
        /// The id of the statement in whose content it stands.
        parent: Option<String>,
        /// Through whom it reached the text, where another sentence says so: "this stance was conveyed by …".
        via: Option<Via>,
        /// Whose stance its content reports: the next link of the chain, at the next level.
        stances: Vec<Stance>,
        /// The index of its first sentence.
        sentence: usize,
        /// The rule that found it.
        rule: &'static str,
        /// Why it was found, on one line: the rule or the weights, and the paths in the tree from the cue to source and content.
        why: String,
        /// What of it the reader amended: `actor`, `affiliation`, `grade`.
        amended: Vec<&'static str>,
    }

    /// Who handed a statement on.
    Via {
        /// The phrase that names him.
        source: Range,
        /// The words that say that he did.
        cue: Range,
        /// The id of the actor.
        actor: Option<String>,
    }

    /// Whose stance a statement reports: "… explained that the envoy is ready to help".
    Stance {
        /// The phrase that names the holder.
        source: Range,
        /// The words that say that he is ready, or not.
        cue: Range,
        /// What for.
        content: Range,
        /// The id of the actor.
        actor: Option<String>,
        /// Codes of the states or bodies that he speaks for, joined by commas.
        affiliation: Option<String>,
        /// One more than that of the statement.
        level: usize,
        /// Whether a source reports it; `false` where the author concludes it.
        attributed: bool,
    }

    /// Words that say how certain something is.
    Hedge {
        /// The words.
        span: Range,
        /// `unclear`, `possible`, `likely`, `unlikely`, `hypothetical`, `recommended`, `distanced` (the writer does not vouch for a word) or
        /// `negated` (the content of a statement is denied).
        kind: &'static str,
        /// What they are said of, where the grammar tells.
        scope: Option<Range>,
        /// The id of the statement in whose content they stand; `null` where the author speaks.
        statement: Option<String>,
    }
}

/// The id of a statement.
fn id(index: usize) -> String {
    format!("s{}", index + 1)
}

impl View<'_> {
    /// A statement, by its index.
    pub(super) fn statement(&self, index: usize, statement: &statement::Statement) -> Statement {
        Statement {
            id: id(index),
            source: self.optional(statement.source),
            cue: self.optional(statement.cue),
            cue_lemma: statement.cue_lemma.clone(),
            content: statement.content.iter().map(|span| self.range(*span)).collect(),
            mode: statement.mode.name(),
            actor: statement.actor.and_then(|index| self.actor_id(index)),
            affiliation: (!statement.affiliation.is_empty()).then(|| statement.affiliation.join(",")),
            grade: statement.grade.name(),
            addressee: self.optional(statement.addressee),
            strength: statement.strength,
            endorsement: statement.endorsement.map(Strength::label),
            act: statement.act.map(VerbKind::label),
            negated: statement.negated,
            channel: statement.channel.map(Channel::label),
            voice: statement.voice.name(),
            venue: self.optional(statement.venue),
            occasion: self.optional(statement.occasion),
            medium: self.optional(statement.medium),
            repeated: self.optional(statement.repeated),
            level: statement.level,
            parent: statement.parent.map(id),
            via: statement.via.map(|via| Via {
                source: self.range(via.source),
                cue: self.range(via.cue),
                actor: via.actor.and_then(|index| self.actor_id(index)),
            }),
            stances: statement.stances.iter().map(|stance| self.stance(stance, statement)).collect(),
            sentence: statement.sentence,
            rule: statement.rule,
            why: statement.why.clone(),
            amended: self.findings.met.amended.get(&index).cloned().unwrap_or_default(),
        }
    }

    fn stance(&self, stance: &statement::Stance, of: &statement::Statement) -> Stance {
        Stance {
            source: self.range(stance.source),
            cue: self.range(stance.cue),
            content: self.range(stance.content),
            actor: stance.actor.and_then(|index| self.actor_id(index)),
            affiliation: (!stance.affiliation.is_empty()).then(|| stance.affiliation.join(",")),
            level: of.level + 1,
            attributed: of.voice == Voice::Source,
        }
    }

    /// A hedge.
    pub(super) fn hedge(&self, hedge: &statement::Hedge) -> Hedge {
        Hedge { span: self.range(hedge.span), kind: hedge.kind, scope: self.optional(hedge.scope), statement: hedge.statement.map(id) }
    }
}
