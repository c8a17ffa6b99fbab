//! The records of the lexicon as the build script writes them and the program reads them, borrowed from the embedded bytes.

use serde::{Deserialize, Serialize};

use super::label::{
    Channel, Frames, FurnitureCategory, FurniturePlace, Gender, Grade, MarkerClass, NameKind, OrganisationKind, RoleClass, Strength,
    VerbKind,
};

/// Everything that the data files say, as the build script leaves it: what can be worked out quickly (inflected forms, the ministers of
/// each portfolio, the tables to search in) is left to [`Lexicon::get`](super::Lexicon::get), which keeps the page small.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Data<'a> {
    /// By alpha-3 code.
    #[serde(borrow)]
    pub states: Vec<State<'a>>,
    /// By code.
    #[serde(borrow)]
    pub organisations: Vec<Organisation<'a>>,
    /// Every name, the most usual meaning of a form first.
    #[serde(borrow)]
    pub names: Vec<NameRow<'a>>,
    /// Acronyms that in capitals are also words.
    #[serde(borrow)]
    pub words_in_capitals: Vec<&'a str>,
    /// Titles of the data file.
    #[serde(borrow)]
    pub titles: Vec<TitleRow<'a>>,
    /// What ministers and ministries deal with.
    #[serde(borrow)]
    pub portfolios: Vec<Portfolio<'a>>,
    /// Bodies of the data file.
    #[serde(borrow)]
    pub bodies: Vec<(&'a str, Body<'a>)>,
    /// Phrases that grade a source.
    #[serde(borrow)]
    pub source_patterns: Vec<(&'a str, SourcePattern)>,
    /// Markers that are neither verb nor noun.
    #[serde(borrow)]
    pub markers: Vec<(&'a str, Marker)>,
    /// Reporting verbs, each with its column of irregular forms.
    #[serde(borrow)]
    pub verbs: Vec<(Verb<'a>, &'a str)>,
    /// Reporting nouns, each with its column of the plural.
    #[serde(borrow)]
    pub nouns: Vec<(Noun<'a>, &'a str)>,
    /// Heads of source phrases.
    #[serde(borrow)]
    pub source_heads: Vec<HeadRow<'a>>,
    /// Given names, folded and sorted.
    #[serde(borrow)]
    pub first_names: Vec<(&'a str, FirstName)>,
    /// Page furniture, folded and in lower case.
    #[serde(borrow)]
    pub furniture: Vec<Furniture<'a>>,
}

/// One form of a name.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct NameRow<'a> {
    /// The form, as the data file has it.
    pub text: &'a str,
    /// What it names.
    pub kind: NameKind,
    /// Whom it names or belongs to.
    pub owner: Owner,
    /// Whether it also means something else.
    pub ambiguous: bool,
}

/// Whom a name belongs to: an index into the states or the organisations, or nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Owner {
    /// A state.
    State(u16),
    /// An organisation.
    Organisation(u16),
    /// A region has none.
    Nobody,
}

/// A row of titles.csv.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct TitleRow<'a> {
    /// The title in the singular.
    pub text: &'a str,
    /// The plural: empty if regular, "-" if there is none.
    pub plural: &'a str,
    /// What it says.
    pub role: Role<'a>,
    /// Whether it is found in any case.
    pub any_case: bool,
}

/// A row of portfolios.csv: what a ministry deals with, and how its minister and it are called.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Portfolio<'a> {
    /// One word for it.
    pub field: &'a str,
    /// Before "minister" and "ministry".
    #[serde(borrow)]
    pub adjectives: Vec<&'a str>,
    /// After "minister of" and "ministry of".
    #[serde(borrow)]
    pub nouns: Vec<&'a str>,
    /// Other titles of the minister.
    #[serde(borrow)]
    pub offices: Vec<&'a str>,
}

/// A row of source_heads.csv.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct HeadRow<'a> {
    /// The head, in the singular unless it is only a plural.
    pub lemma: &'a str,
    /// The plural: empty if regular, "-" if there is none.
    pub plural: &'a str,
    /// The grade in the singular, `None` if the head is only a plural.
    pub singular: Option<Grade>,
    /// The grade in the plural.
    pub plural_grade: Option<Grade>,
}

/// A state or territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State<'a> {
    /// ISO 3166-1 alpha-3 ("UKR").
    pub alpha3: &'a str,
    /// ISO 3166-1 alpha-2 ("UA").
    pub alpha2: &'a str,
    /// The usual English name.
    pub name: &'a str,
    /// The official name, empty where it is the usual one.
    pub official: &'a str,
    /// The capital, empty where there is none.
    pub capital: &'a str,
    /// The first demonym ("Ukrainian"), empty where there is none.
    pub demonym: &'a str,
}

/// An organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organisation<'a> {
    /// The acronym or short name that identifies it ("OSCE", "Bundestag").
    pub code: &'a str,
    /// The full English name.
    pub name: &'a str,
    /// What sort it is.
    pub kind: OrganisationKind,
    /// The state that it is part of, belongs to or acts in, empty where there is none.
    pub country: &'a str,
}

/// What a name found in a text may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// What it names.
    pub kind: NameKind,
    /// A state's alpha-3 code, or an organisation's code.
    pub code: &'a str,
    /// The alpha-3 code of the state that it is of or belongs to, empty where there is none.
    pub country: &'a str,
    /// For organisations and media their sort.
    pub organisation: Option<OrganisationKind>,
    /// Whether the form also means something that is in another row, or in none.
    pub ambiguous: bool,
    /// Whether the form in capitals is also an ordinary word ("US", "WHO").
    pub word_in_capitals: bool,
}

/// What a title or role word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role<'a> {
    /// What kind of office it is.
    pub class: RoleClass,
    /// The state or body that alone has such an office, empty where many do.
    pub code: &'a str,
    /// Whether the form is a plural.
    pub plural: bool,
    /// Whether the word is often no role ("general", "major").
    pub ambiguous: bool,
}

/// A sort of government body that many states have ("foreign ministry").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body<'a> {
    /// One word for what it deals with ("foreign", "defence", "parliament").
    pub field: &'a str,
    /// The state that alone calls it so, empty where many do.
    pub country: &'a str,
}

/// A phrase that shows how well a source is identified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourcePattern {
    /// How well the source is identified.
    pub grade: Grade,
    /// Whether the phrase follows the source's noun ("who asked not to be named") and is no source by itself.
    pub postmodifier: bool,
}

/// A word or phrase that marks reported content without a verb or noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    /// What it is.
    pub class: MarkerClass,
    /// The act that it reports.
    pub kind: VerbKind,
    /// What it says about the truth of the content.
    pub strength: Strength,
}

/// A reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verb<'a> {
    /// The infinitive.
    pub lemma: &'a str,
    /// The second word of a phrasal verb ("out" of "point out"), else empty.
    pub particle: &'a str,
    /// The act that it reports.
    pub kind: VerbKind,
    /// What it says about the truth of the content.
    pub strength: Strength,
    /// How the content came out of its source.
    pub channel: Channel,
    /// How it takes content and addressee.
    pub frames: Frames,
    /// Whether it is also a common verb that reports nothing ("add", "press"), so that a rule should want more evidence.
    pub ambiguous: bool,
}

/// A noun that reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noun<'a> {
    /// The singular.
    pub lemma: &'a str,
    /// The act that it reports.
    pub kind: VerbKind,
    /// What it says about the truth of the content.
    pub strength: Strength,
    /// How it takes content and addressee.
    pub frames: Frames,
    /// Whether it is also a common noun that reports nothing ("position", "report").
    pub ambiguous: bool,
}

/// The head of a source phrase that is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceHead<'a> {
    /// The singular.
    pub lemma: &'a str,
    /// The grade in this number: "an analyst" is anonymous, "analysts" are collective.
    pub grade: Grade,
    /// Whether the form is a plural.
    pub plural: bool,
}

/// What is known of a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstName {
    /// Whom it is commonly given to.
    pub gender: Gender,
    /// Whether it is also an ordinary word, a place or a family name ("May", "Jordan", "Grant").
    pub ambiguous: bool,
}

/// A phrase of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture<'a> {
    /// The phrase, folded and in lower case.
    pub text: &'a str,
    /// Where on its line it stands.
    pub place: FurniturePlace,
    /// What it is a piece of.
    pub category: FurnitureCategory,
}
