//! The closed vocabularies of the lexicon: every label that a data file may use, as an enum.
//!
//! The build script compiles this file too, so that a data file and the program can never disagree about a label.

use serde::{Deserialize, Serialize};

macro_rules! labels {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $label:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The label as the data files and the report write it.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// The value with this label, `None` for an unknown one.
            pub fn from_label(label: &str) -> Option<Self> {
                match label { $($label => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

labels! {
    /// What a name in running text is a name of.
    NameKind {
        /// A state or territory ("Ukraine", "the DPRK").
        State = "state",
        /// The adjective or noun for a state's people ("Russian", "Britons").
        Demonym = "demonym",
        /// A capital, which may stand for its state's government ("Moscow").
        Capital = "capital",
        /// A building, street or office that stands for a government or body ("the Kremlin").
        Seat = "seat",
        /// A place inside a state that does not stand for it ("Crimea", "Geneva").
        Place = "place",
        /// A group of states whose members the text decides ("the West", "Europe").
        Region = "region",
        /// An organisation, body, armed group, party or company ("NATO", "the Bundestag").
        Organisation = "organisation",
        /// A news medium or agency ("Reuters").
        Medium = "medium",
    }
}

labels! {
    /// What sort of organisation it is.
    OrganisationKind {
        /// Founded by states ("UN", "IAEA").
        Intergovernmental = "intergovernmental",
        /// A part of one state ("Bundestag", "Pentagon").
        GovernmentBody = "government_body",
        /// An armed group that is no state's army.
        ArmedGroup = "armed_group",
        /// A political party or movement.
        Party = "party",
        /// A news medium or agency.
        Media = "media",
        /// A non-governmental or humanitarian organisation.
        Ngo = "ngo",
        /// A company.
        Company = "company",
        /// A think tank, university or institute.
        ThinkTank = "think_tank",
        /// An informal grouping or format of states ("G7", "Normandy Format").
        Grouping = "grouping",
    }
}

labels! {
    /// What a title or role word says about its holder.
    RoleClass {
        /// "Mr", "Dr", "Sir".
        Honorific = "honorific",
        /// "president", "king", "supreme leader".
        HeadOfState = "head_of_state",
        /// "prime minister", "chancellor".
        HeadOfGovernment = "head_of_government",
        /// "foreign minister", "defense secretary".
        Minister = "minister",
        /// "ambassador", "envoy", "negotiator".
        Diplomat = "diplomat",
        /// "spokesperson", "press secretary".
        Spokesperson = "spokesperson",
        /// "senator", "lawmaker".
        Legislator = "legislator",
        /// "general", "commander".
        Military = "military",
        /// "secretary-general", "director", "governor".
        Official = "official",
        /// "mayor", "governor": head of a part of a state.
        LocalHead = "local_head",
        /// "party leader", "opposition leader".
        PartyLeader = "party_leader",
        /// "professor", "analyst".
        Expert = "expert",
        /// "correspondent", "editor".
        Journalist = "journalist",
        /// "Pope", "imam".
        Religious = "religious",
        /// "judge", "prosecutor".
        Justice = "justice",
        /// "chief executive", "founder".
        Business = "business",
        /// "activist", "campaigner".
        Activist = "activist",
        /// "king", "crown prince".
        Royal = "royal",
        /// Words before a role that say its holder no longer has it ("former", "ex-", "then-").
        Former = "former",
        /// Words before a role that change its rank ("deputy", "acting", "senior").
        Modifier = "modifier",
    }
}

labels! {
    /// Who a given name is commonly given to.
    Gender {
        /// Mostly men.
        Male = "m",
        /// Mostly women.
        Female = "f",
        /// Both.
        Both = "b",
    }
}

labels! {
    /// The act that a reporting verb or noun reports.
    VerbKind {
        /// Says, in whatever manner.
        Say = "say",
        /// Asks a question.
        Ask = "ask",
        /// Asks somebody to act: demand, urge, order, appeal.
        Demand = "demand",
        /// Puts a plan or an idea forward.
        Propose = "propose",
        /// Accuses, criticises, condemns, complains.
        Accuse = "accuse",
        /// Says that something is not so.
        Deny = "deny",
        /// Says that it will not, or is against.
        Refuse = "refuse",
        /// Undertakes or offers to act.
        Promise = "promise",
        /// Threatens.
        Threaten = "threaten",
        /// Warns.
        Warn = "warn",
        /// Holds an opinion, expects, assesses.
        Think = "think",
        /// Wants, hopes, intends.
        Want = "want",
        /// Fears, worries.
        Fear = "fear",
        /// Writes, publishes.
        Write = "write",
        /// Agrees, accepts, supports.
        Agree = "agree",
        /// Praises, welcomes, thanks.
        Praise = "praise",
        /// Makes known what was unknown, confirms, admits.
        Reveal = "reveal",
        /// Shows or proves (its subject is often a document).
        Show = "show",
        /// Calls something something.
        Describe = "describe",
        /// Gives voice to a feeling.
        Express = "express",
        /// Decides, rules.
        Decide = "decide",
        /// Learns, hears, realises.
        Learn = "learn",
    }
}

labels! {
    /// What the choice of a reporting word says about the truth of what is reported.
    Strength {
        /// Takes it for true ("admit", "reveal", "point out").
        Factive = "factive",
        /// Leans towards it ("explain", "note", "confirm").
        Supporting = "supporting",
        /// Leaves it open ("say", "tell").
        Neutral = "neutral",
        /// Leaves it to the source ("argue", "suggest").
        Reserved = "reserved",
        /// Keeps away from it ("claim", "allege").
        Distancing = "distancing",
    }
}

labels! {
    /// The way in which the content came out of its source.
    Channel {
        /// Spoken, or as good as.
        Speech = "speech",
        /// Written.
        Writing = "writing",
        /// Thought, felt or wished; the text says that the source holds it.
        Thought = "thought",
        /// Shown, by a document or a fact.
        Showing = "showing",
    }
}

labels! {
    /// How a reporting word takes its content and its addressee.
    Frame {
        /// A clause, with or without "that".
        That = "that",
        /// A quotation, or a clause around the verb ("…, he said, …").
        Quote = "quote",
        /// A question clause ("explained why …").
        Wh = "wh",
        /// An infinitive ("vowed to …").
        To = "to",
        /// A gerund ("suggested holding …").
        Ing = "ing",
        /// A noun phrase that is the content ("outlined a path").
        Np = "np",
        /// "call for talks".
        For = "for",
        /// "call for the troops to leave".
        ForTo = "for_to",
        /// "call on Moscow to leave".
        OnTo = "on_to",
        /// "object to the plan".
        ToNoun = "to_noun",
        /// "warn of war", "fear of war".
        Of = "of",
        /// "complain about".
        About = "about",
        /// "warn against".
        Against = "against",
        /// "insist on".
        On = "on",
        /// "concern over".
        Over = "over",
        /// "scoff at".
        At = "at",
        /// "agree with" (the noun phrase is a source or addressee).
        With = "with",
        /// "believe in".
        In = "in",
        /// "view as".
        As = "as",
        /// "told him that …".
        ObjThat = "obj_that",
        /// "asked him why …".
        ObjWh = "obj_wh",
        /// "urged him to …".
        ObjTo = "obj_to",
        /// "accused him of …".
        ObjOf = "obj_of",
        /// "blamed him for …".
        ObjFor = "obj_for",
        /// "told him about …".
        ObjAbout = "obj_about",
        /// "warned him against …".
        ObjAgainst = "obj_against",
        /// "barred him from …".
        ObjFrom = "obj_from",
        /// "charged him with …".
        ObjWith = "obj_with",
        /// "complimented him on …".
        ObjOn = "obj_on",
        /// "described it as …".
        ObjAs = "obj_as",
        /// "called it a mistake".
        ObjPredicate = "obj_predicate",
        /// "issued a warning": the object is a reporting noun, which takes the content.
        Noun = "noun",
    }
}

/// A set of [`Frame`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Frames(u32);

impl Frames {
    /// Whether the word takes this frame.
    pub fn contains(self, frame: Frame) -> bool {
        self.0 & Self::bit(frame) != 0
    }

    /// The set with one frame more.
    #[must_use]
    pub fn with(self, frame: Frame) -> Self {
        Self(self.0 | Self::bit(frame))
    }

    /// Whether no frame is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The frames of the set, in the order of [`Frame::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Frame> {
        Frame::ALL.iter().copied().filter(move |&frame| self.contains(frame))
    }

    fn bit(frame: Frame) -> u32 {
        1u32.checked_shl(frame as u32).unwrap_or(0)
    }
}

labels! {
    /// Which form of a verb it is.
    Inflection {
        /// "say": infinitive, imperative, present plural.
        Base = "base",
        /// "says".
        Third = "third",
        /// "said" as the past tense.
        Past = "past",
        /// "said" as the participle.
        Participle = "participle",
        /// "saying".
        Gerund = "gerund",
    }
}

labels! {
    /// How well a source is identified, for sources that are no name (the labels of the report's `grade`).
    Grade {
        /// One unnamed but identifiable office ("the UN spokesperson").
        Role = "role",
        /// A body or a state.
        Institution = "institution",
        /// An unnamed group ("analysts").
        Collective = "collective",
        /// An unnamed individual, or "sources".
        Anonymous = "anonymous",
        /// A report, letter or poll.
        Document = "document",
    }
}

labels! {
    /// What a marker of reported content is, other than a verb or noun.
    MarkerClass {
        /// "reportedly", "allegedly".
        Adverb = "adverb",
        /// "alleged", "so-called".
        Adjective = "adjective",
        /// "concerned", "convinced", "willing" after a form of "be": its subject is the source.
        Predicate = "predicate",
        /// "according to", "in the words of": the source follows.
        Preposition = "preposition",
        /// "citing", "quoting": the source's own source follows.
        Relay = "relay",
        /// "it is often said", "is seen as": no source is given.
        Sourceless = "sourceless",
    }
}

labels! {
    /// What a piece of page furniture is.
    FurnitureCategory {
        /// "No time to read?", "Listen to this article".
        ReadingPrompt = "reading_prompt",
        /// "Previous article", "Back to top".
        Navigation = "navigation",
        /// "Read more:", "You may also like".
        Related = "related",
        /// "article image", "Picture of …".
        ImagePlaceholder = "image_placeholder",
        /// "(Photo by …", "Getty Images".
        ImageCredit = "image_credit",
        /// "Subscribe", "Sign in".
        Subscription = "subscription",
        /// "Sign up for our newsletter".
        Newsletter = "newsletter",
        /// "Share this article".
        Share = "share",
        /// "We use cookies".
        Cookie = "cookie",
        /// "All rights reserved".
        Copyright = "copyright",
        /// "Advertisement".
        Advertisement = "advertisement",
        /// "Leave a comment".
        Comments = "comments",
        /// "Tags:", "Filed under".
        Tags = "tags",
        /// "About the author".
        AuthorBox = "author_box",
        /// "Published by", "Last updated".
        Dateline = "dateline",
        /// "Enable JavaScript", "Video player".
        Player = "player",
    }
}

labels! {
    /// Where on a line a piece of furniture stands.
    FurniturePlace {
        /// The phrase is the line.
        WholeLine = "whole_line",
        /// The line begins with it.
        LineStart = "line_start",
        /// The line ends with it.
        LineEnd = "line_end",
        /// It stands anywhere in the line.
        Contains = "contains",
    }
}
