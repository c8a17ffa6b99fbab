//! What the phase gives.

use super::course::Course;
use crate::text::Span;

macro_rules! named {
    ($(#[$meta:meta])* $type:ident { $($(#[$variant_meta:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $type { $($(#[$variant_meta])* $variant,)* }

        impl $type {
            /// All of them, in their order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word that the report uses.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The value with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

pub(super) use named;

named! {
    /// What a position is about.
    Issue {
        /// Negotiations, mediation, contacts.
        Talks = "talks",
        /// A truce, the end of hostilities, a peace deal as such.
        Ceasefire = "ceasefire",
        /// Land and borders.
        Territory = "territory",
        /// Guarantees of security.
        SecurityGuarantees = "security_guarantees",
        /// Membership, neutrality.
        Alliance = "alliance",
        /// Deployments, exercises, tests, strikes, limits of forces.
        Military = "military",
        /// Weapons, intelligence or money for a party's war.
        ArmsSupport = "arms_support",
        /// Sanctions.
        Sanctions = "sanctions",
        /// Civilians, access, prisoners, the law of war.
        Humanitarian = "humanitarian",
        /// Legitimacy, elections, who governs.
        Leadership = "leadership",
        /// Accountability, reparations.
        Justice = "justice",
        /// Nuclear weapons and programmes.
        Nuclear = "nuclear",
        /// Reconstruction, energy, trade, assets.
        Economy = "economy",
        /// Monitoring, guarantees of compliance.
        Verification = "verification",
        /// The architecture of security, the balance of a region, norms.
        Order = "order",
        /// Propaganda and narratives.
        Information = "information",
        /// Anything else.
        Other = "other",
    }
}

named! {
    /// How a holder stands to an issue.
    Stance {
        /// Asks another to do or not to do something.
        Demand = "demand",
        /// Says it will, or is ready to, do or give.
        Offer = "offer",
        /// Is for it.
        Support = "support",
        /// Is against it.
        Oppose = "oppose",
        /// Leaves it open.
        Undecided = "undecided",
    }
}

named! {
    /// In what mood a position is given.
    Modality {
        /// What must or should be.
        Obligation = "obligation",
        /// What can be.
        Ability = "ability",
        /// What the holder will do, or is ready to.
        Intention = "intention",
        /// What may be.
        Possibility = "possibility",
        /// What is good or bad.
        Evaluation = "evaluation",
        /// What the verb of saying or doing itself says.
        Plain = "plain",
    }
}

named! {
    /// How it stands with a commitment.
    Status {
        /// It was made.
        Made = "made",
        /// It was kept.
        Kept = "kept",
        /// It was breached.
        Breached = "breached",
        /// It is disputed.
        Disputed = "disputed",
        /// The text does not say.
        Unclear = "unclear",
    }
}

named! {
    /// What is announced or expected.
    ScheduledKind {
        /// People come together: talks, a visit, a call, a vote.
        Event = "event",
        /// Something is delivered: a report, a decision, a result.
        Deliverable = "deliverable",
        /// A day until which something is to be done.
        Deadline = "deadline",
        /// Anything else that is done.
        Act = "act",
    }
}

named! {
    /// What a point is.
    PointKind {
        /// A means of checking what was agreed.
        Verification = "verification",
        /// A guarantee of security.
        Guarantee = "guarantee",
        /// What talks, an agreement or guarantees must be or have.
        Requirement = "requirement",
        /// What a breach is to bring.
        Consequence = "consequence",
        /// What somebody wants to reach, or says not to.
        Objective = "objective",
        /// What stands in the way.
        Obstacle = "obstacle",
        /// What somebody is advised to do.
        Recommendation = "recommendation",
        /// What is to be talked about.
        Agenda = "agenda",
        /// What is or will be watched.
        Watch = "watch",
        /// A member of a list of issues.
        Issue = "issue",
        /// That people are to be spared or helped.
        Humanitarian = "humanitarian",
        /// What agreements hold.
        AgreementContent = "agreement_content",
    }
}

/// Where the parties of a text stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Positions {
    /// The positions, in the order of the text.
    pub positions: Vec<Position>,
    /// Everything that is made to depend on something, whoever says so.
    pub conditions: Vec<Condition>,
    /// What somebody undertook.
    pub commitments: Vec<Commitment>,
    /// What is announced or expected.
    pub scheduled: Vec<Scheduled>,
    /// What a mediator's file lists besides positions.
    pub points: Vec<Point>,
    /// The matrix of parties by issues.
    pub matrix: Vec<Cell>,
    /// Where two parties contradict each other or may come together.
    pub comparisons: Vec<Comparison>,
    /// The course of events.
    pub course: Course,
}

/// What a mediator's file lists besides positions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// What it is.
    pub kind: PointKind,
    /// The words.
    pub span: Span,
    /// How it stands, in a word that depends on the kind.
    pub status: Option<&'static str>,
    /// Who says, seeks or does it, as codes.
    pub by: Vec<String>,
    /// The words that name them; none where the author speaks.
    pub by_words: Option<Span>,
    /// Whom it is asked of or meant for, as codes.
    pub to: Vec<String>,
    /// What it is said of: whom it is asked of, what must meet the requirement, what breach brings the consequence.
    pub of: Option<Span>,
    /// What it is about.
    pub issue: Option<Issue>,
    /// The statement that it stands in, as an index; none in the author's voice.
    pub statement: Option<usize>,
    /// The word that shows it.
    pub cue: Span,
    /// The rule that found it.
    pub rule: &'static str,
}

/// A cell of the matrix of parties by issues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The party.
    pub party: String,
    /// The issue.
    pub issue: Issue,
    /// Its stances, in the order of the text.
    pub stances: Vec<Stance>,
    /// The positions, as indices.
    pub positions: Vec<usize>,
    /// Whether any of them depends on a condition.
    pub conditional: bool,
}

/// Two parties side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The parties.
    pub parties: [String; 2],
    /// On what; none where the text only says that they differ.
    pub issue: Option<Issue>,
    /// "contrast" or "overlap".
    pub kind: &'static str,
    /// What shows the position of each.
    pub evidence: [Span; 2],
    /// The rule that found it.
    pub rule: &'static str,
}

/// Where a party stands on an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Whose position it is: ISO 3166-1 alpha-3 or an acronym.
    pub holder: String,
    /// What it is about.
    pub issue: Issue,
    /// The words that show what it is about.
    pub issue_words: Vec<Span>,
    /// How the holder stands to it.
    pub stance: Stance,
    /// The words that show how.
    pub stance_words: Span,
    /// Whom it is addressed to or about.
    pub target: Vec<String>,
    /// The clause that shows it.
    pub evidence: Span,
    /// What it depends on.
    pub conditions: Vec<Span>,
    /// Whether the text reports it as the holder's own words or thoughts; else the author, or somebody else, says it of the holder.
    pub attributed: bool,
    /// "firm" or "soft", where the words say so.
    pub strength: Option<&'static str>,
    /// In what mood it is given.
    pub modality: Modality,
    /// Whether the holder said the same before in this text, or the words say that it is said again.
    pub repeated: bool,
    /// Whether it says what all of a kind must be: "any talks must …".
    pub narrows: bool,
    /// The position of the same holder on the same issue with the same stance before it, as an index.
    pub earlier: Option<usize>,
    /// How it changed against what the holder said before, where the words say so or what is added does: "narrowed", "softer", "harder", "reversed".
    pub shift: Option<&'static str>,
    /// The statement that it was read in, as an index.
    pub statement: Option<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Something that is made to depend on something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The condition, its conjunction included.
    pub span: Span,
    /// What depends on it.
    pub depends: Span,
    /// The statement that it stands in, as an index; none in the author's voice.
    pub statement: Option<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// A stated undertaking to do something later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// Who undertook it.
    pub by: Option<String>,
    /// To whom.
    pub to: Vec<String>,
    /// What.
    pub what: Span,
    /// By when.
    pub when: Option<Span>,
    /// When it was undertaken.
    pub made: Option<Span>,
    /// The words that say that no date was set for it.
    pub undated: Option<Span>,
    /// The statement that it was read in, as an index.
    pub statement: Option<usize>,
    /// The words that show how it stands, where they are others than those of the promise.
    pub shown: Option<Span>,
    /// How it stands.
    pub status: Status,
    /// The rule that found it.
    pub rule: &'static str,
}

/// An event that is announced or expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scheduled {
    /// Who takes part.
    pub who: Vec<String>,
    /// The event.
    pub what: Span,
    /// When.
    pub when: Option<Span>,
    /// The words that say that it is to come.
    pub trigger: Span,
    /// What it is.
    pub kind: ScheduledKind,
    /// How it is held: "phone", "video" or "in_person", where the words say so.
    pub mode: Option<&'static str>,
    /// What it waits for: "upon the return of …".
    pub awaits: Option<Span>,
    /// The words that say that it is watched.
    pub watched: Option<Span>,
    /// The rule that found it.
    pub rule: &'static str,
}
