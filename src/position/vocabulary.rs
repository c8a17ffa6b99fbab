//! The words of `data/position`, made ready to be looked up.

use std::sync::LazyLock;

pub use super::phrase::Phrases;
use super::{Issue, Modality, Stance, scene::Scene};

/// The rows of a table without comments and heading, each as its leading columns and the phrases of its last.
pub fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = ([&'static str; N], &'static str)> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    lines.flat_map(|line| {
        let mut columns = line.splitn(N + 1, ',');
        let leading = std::array::from_fn(|_| columns.next().unwrap_or(""));
        columns.next().unwrap_or("").split('|').map(move |phrase| (leading, phrase))
    })
}

/// The issues with the weight of each phrase.
pub static ISSUES: LazyLock<Phrases<(Issue, u8)>> = LazyLock::new(|| {
    Phrases::new(
        rows(include_str!("../../data/position/issue.csv"))
            .filter_map(|([issue, weight], phrase)| Some((phrase, (Issue::from_name(issue)?, weight.parse().unwrap_or(1))))),
    )
});

/// What kind of word shows a stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A verb.
    Verb,
    /// A noun.
    Noun,
    /// An adjective.
    Adjective,
}

/// What a word says about its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StanceWord {
    /// Where the holder stands.
    pub stance: Stance,
    /// What kind of word it is.
    pub class: Class,
    /// Whether a noun shows it wherever its holder is named.
    pub attitude: bool,
    /// Whether what is wished tells more than that it is.
    pub wish: bool,
    /// Whether what is said goes before the word that says it.
    pub soft: bool,
}

fn stance_words(wanted: Class) -> Phrases<StanceWord> {
    Phrases::new(rows(include_str!("../../data/position/stance.csv")).filter_map(move |([stance, class, strength], phrase)| {
        let attitude = class == "attitude";
        if class == "undo" {
            return None;
        }
        let class = match class {
            "verb" => Class::Verb,
            "noun" | "attitude" => Class::Noun,
            _ => Class::Adjective,
        };
        let word = StanceWord { stance: Stance::from_name(stance)?, class, attitude, wish: strength == "wish", soft: strength == "soft" };
        (class == wanted).then_some((phrase, word))
    }))
}

/// Verbs that show a stance.
pub static STANCE_VERBS: LazyLock<Phrases<StanceWord>> = LazyLock::new(|| stance_words(Class::Verb));
/// Nouns that show a stance.
pub static STANCE_NOUNS: LazyLock<Phrases<StanceWord>> = LazyLock::new(|| stance_words(Class::Noun));
/// Adjectives that show a stance.
pub static STANCE_ADJECTIVES: LazyLock<Phrases<StanceWord>> = LazyLock::new(|| stance_words(Class::Adjective));

/// Verbs whose denial keeps what their object is: "will not lift".
pub static UNDOES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/position/stance.csv"));
    Phrases::new(rows.filter(|([_, class, _], _)| *class == "undo").map(|(_, word)| (word, ())))
});

/// Words inside a content that show the stance: the number of the row, the stance, the modality.
pub static MODALITY: LazyLock<Phrases<(u8, Stance, Modality)>> = LazyLock::new(|| {
    let mut last = ["", ""];
    let mut row = 0u8;
    Phrases::new(rows(include_str!("../../data/position/modality.csv")).filter_map(move |(leading, phrase)| {
        row += u8::from(leading != last);
        last = leading;
        Some((phrase, (row, Stance::from_name(leading[0])?, Modality::from_name(leading[1])?)))
    }))
});

/// How a condition is joined to what depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// A conjunction before a clause.
    Clause,
    /// A preposition before a noun phrase.
    Phrase,
    /// A verb whose subject depends on its object.
    Verb,
    /// Words that only look like the others.
    None,
}

/// What must be around a word for it to join a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surroundings {
    /// Nothing.
    Any,
    /// What is wished, offered or still to come.
    Open,
    /// What is denied.
    Denied,
}

/// Words that make one thing depend on another: how, and in what surroundings.
pub static CONDITIONS: LazyLock<Phrases<(Joint, Surroundings)>> = LazyLock::new(|| {
    Phrases::new(rows(include_str!("../../data/position/condition.csv")).map(|([kind, when], phrase)| {
        let joint = match kind {
            "clause" => Joint::Clause,
            "phrase" => Joint::Phrase,
            "verb" => Joint::Verb,
            _ => Joint::None,
        };
        let surroundings = match when {
            "modal" => Surroundings::Open,
            "denied" => Surroundings::Denied,
            _ => Surroundings::Any,
        };
        (phrase, (joint, surroundings))
    }))
});

/// Words that say how firmly something is held: true for firmly.
pub static STRENGTHS: LazyLock<Phrases<bool>> = LazyLock::new(|| {
    Phrases::new(rows(include_str!("../../data/position/strength.csv")).map(|([strength], word)| (word, strength == "firm")))
});

/// What a word says of undertakings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undertaking {
    /// A verb or noun by which somebody undertakes something.
    Makes,
    /// A verb whose object was done as promised.
    Keeps,
    /// A verb whose object was not.
    Breaks,
    /// A noun for an undertaking.
    Thing,
    /// A noun for what was agreed.
    Pact,
    /// A cue whose content is an accusation or the denial of one.
    Alleges,
}

fn undertakings(wanted: fn(&str) -> Option<Undertaking>) -> Phrases<Undertaking> {
    let rows = rows(include_str!("../../data/position/commitment.csv"));
    Phrases::new(rows.filter_map(move |([class], word)| Some((word, wanted(class)?))))
}

/// Words by which somebody undertakes something.
pub static COMMITMENTS: LazyLock<Phrases<Undertaking>> =
    LazyLock::new(|| undertakings(|class| matches!(class, "verb" | "noun").then_some(Undertaking::Makes)));
/// Verbs that tell what became of an undertaking.
pub static OUTCOMES: LazyLock<Phrases<Undertaking>> = LazyLock::new(|| {
    undertakings(|class| match class {
        "kept" => Some(Undertaking::Keeps),
        "breached" => Some(Undertaking::Breaks),
        _ => None,
    })
});
/// Nouns for undertakings and for what was agreed.
pub static UNDERTAKINGS: LazyLock<Phrases<Undertaking>> = LazyLock::new(|| {
    undertakings(|class| match class {
        "thing" => Some(Undertaking::Thing),
        "pact" => Some(Undertaking::Pact),
        _ => None,
    })
});
/// Cues whose content is an accusation or the denial of one.
pub static ALLEGES: LazyLock<Phrases<Undertaking>> =
    LazyLock::new(|| undertakings(|class| (class == "alleged").then_some(Undertaking::Alleges)));

/// What a word that points back means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anaphor {
    /// What somebody has put forward.
    Proposal,
    /// What was done, or anything.
    Act,
}

/// Words that point back to what the text has been about.
pub static ANAPHORS: LazyLock<Phrases<Anaphor>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/position/anaphor.csv"));
    Phrases::new(rows.map(|([class], word)| (word, if class == "proposal" { Anaphor::Proposal } else { Anaphor::Act })))
});

/// What a word says about things to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coming {
    /// What is convened.
    Event,
    /// What else is done or comes on a day.
    Awaited,
    /// What its subject will do on a day.
    Act,
    /// Says of the event behind it that it is to come.
    Adjective,
    /// Says of its subject that it is to come.
    Planned,
    /// Says of its subject that it goes on or begins.
    GoesOn,
    /// Announces an act of its subject.
    Intends,
    /// People come together by it.
    Meets,
    /// Something is handed over by it.
    Delivers,
    /// Says that its subject ends.
    Ends,
    /// Stands before what an event waits for.
    Waits,
    /// How people come together.
    Mode,
}

fn coming(wanted: Coming) -> Phrases<()> {
    let of = |class: &str| match class {
        "event" => Coming::Event,
        "awaited" => Coming::Awaited,
        "act" => Coming::Act,
        "coming" => Coming::Adjective,
        "planned" => Coming::Planned,
        "goes_on" => Coming::GoesOn,
        "meets" => Coming::Meets,
        "delivers" => Coming::Delivers,
        "ends" => Coming::Ends,
        "waits" => Coming::Waits,
        "phone" | "video" | "in_person" => Coming::Mode,
        _ => Coming::Intends,
    };
    let rows = rows(include_str!("../../data/position/scheduled.csv"));
    Phrases::new(rows.filter(move |([class], _)| of(class) == wanted).map(|(_, word)| (word, ())))
}

/// Verbs that say that their subject ends.
pub static ENDS: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Ends));
/// Nouns of what else is done or comes on a day.
pub static AWAITED: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Awaited));
/// Nouns of what is convened.
pub static EVENTS: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Event));
/// Verbs of what is done on a day.
pub static ACTS: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Act));
/// Adjectives that say of the event behind them that it is to come.
pub static COMING: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Adjective));
/// Words that say of their subject that it is to come.
pub static PLANNED: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Planned));
/// Verbs that say of their subject that it goes on or begins.
pub static GOES_ON: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::GoesOn));
/// Verbs that announce an act of their subject.
pub static INTENDS: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Intends));

/// Verbs by which people come together.
pub static MEETS: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Meets));
/// Verbs by which something is handed over.
pub static DELIVERS: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Delivers));
/// Words before what an event waits for.
pub static WAITS: LazyLock<Phrases<()>> = LazyLock::new(|| coming(Coming::Waits));
/// Words that tell how people come together: "phone", "video", "in_person".
pub static MODES: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../data/position/scheduled.csv"));
    Phrases::new(rows.filter(|([class], _)| matches!(*class, "phone" | "video" | "in_person")).map(|([class], word)| (word, class)))
});

/// What a word says about the points of a mediator's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointWord {
    /// A means of checking.
    Verification,
    /// A verb of checking.
    Check,
    /// What is checked.
    Checked,
    /// What is set up to check.
    Framework,
    /// A guarantee of security.
    Guarantee,
    /// What talks and agreements are called.
    Process,
    /// A verb whose subject needs its object.
    Require,
    /// Says what must or should be.
    Modal,
    /// What somebody wants to reach.
    Objective,
    /// What stands in the way.
    Obstacle,
    /// A verb whose subject stands in the way.
    Hinder,
    /// A verb whose object is what stands in the way.
    Pose,
    /// What something stands in the way of.
    Hindered,
    /// A verb of watching.
    Watch,
    /// What breaks an undertaking.
    Breach,
    /// What a breach brings.
    Consequence,
    /// A noun before the issues themselves.
    Issue,
    /// A verb whose object is what talks are about.
    Address,
    /// A verb whose object is spared or helped.
    Care,
    /// Those who are spared or helped, and what does it.
    Law,
    /// Says that something is sought.
    Sought,
    /// Says that it is agreed.
    Agreed,
    /// Says that it is in place.
    InPlace,
    /// Says that it is offered.
    Offered,
    /// Says that it is discussed.
    Discussed,
    /// Says that it is refused.
    Refused,
    /// Says that two stand against each other.
    Contrast,
    /// What parties agree on.
    Pact,
    /// What talks lead to.
    Outcome,
}

const POINT_CLASSES: [(PointWord, &str); 29] = [
    (PointWord::Verification, "verification"),
    (PointWord::Check, "check"),
    (PointWord::Checked, "checked"),
    (PointWord::Framework, "framework"),
    (PointWord::Guarantee, "guarantee"),
    (PointWord::Process, "process"),
    (PointWord::Require, "require"),
    (PointWord::Modal, "modal"),
    (PointWord::Objective, "objective"),
    (PointWord::Obstacle, "obstacle"),
    (PointWord::Hinder, "hinder"),
    (PointWord::Pose, "pose"),
    (PointWord::Hindered, "hindered"),
    (PointWord::Watch, "watch"),
    (PointWord::Breach, "breach"),
    (PointWord::Consequence, "consequence"),
    (PointWord::Issue, "issue"),
    (PointWord::Address, "address"),
    (PointWord::Care, "care"),
    (PointWord::Law, "law"),
    (PointWord::Sought, "sought"),
    (PointWord::Agreed, "agreed"),
    (PointWord::InPlace, "in_place"),
    (PointWord::Offered, "offered"),
    (PointWord::Discussed, "discussed"),
    (PointWord::Refused, "refused"),
    (PointWord::Contrast, "contrast"),
    (PointWord::Pact, "pact"),
    (PointWord::Outcome, "outcome"),
];

static POINT_WORDS: LazyLock<Vec<Phrases<()>>> = LazyLock::new(|| {
    let table = include_str!("../../data/position/point.csv");
    let of = |name: &'static str| Phrases::new(rows(table).filter(move |([class], _)| *class == name).map(|(_, word)| (word, ())));
    POINT_CLASSES.iter().map(|(_, name)| of(name)).collect()
});

/// How many tokens a word of a class has that begins at a token and ends before another.
pub fn point_word(word: PointWord, scene: &Scene<'_>, index: usize, end: usize) -> Option<usize> {
    POINT_WORDS.get(word as usize)?.at(scene, index, end).map(|(length, ())| length)
}
