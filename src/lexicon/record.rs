//! The records of the lexicon as the build script writes them and the program reads them, borrowed from the embedded bytes.

use serde::{Deserialize, Serialize};

use super::label::{
    Channel, Frames, FurnitureCategory, FurniturePlace, Gender, Grade, Inflection, MarkerClass, NameKind, OrganisationKind, RoleClass,
    Strength, VerbKind,
};

/// Everything that the data files say, compiled.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Data<'a> {
    #[serde(borrow)]
    pub states: Vec<State<'a>>,
    #[serde(borrow)]
    pub organisations: Vec<Organisation<'a>>,
    #[serde(borrow)]
    pub names: PhraseTable<'a, Name<'a>>,
    #[serde(borrow)]
    pub roles: PhraseTable<'a, Role<'a>>,
    #[serde(borrow)]
    pub bodies: PhraseTable<'a, Body<'a>>,
    #[serde(borrow)]
    pub source_patterns: PhraseTable<'a, SourcePattern>,
    #[serde(borrow)]
    pub markers: PhraseTable<'a, Marker>,
    #[serde(borrow)]
    pub verbs: Vec<Verb<'a>>,
    /// Sorted by form; the number is an index into `verbs`.
    #[serde(borrow)]
    pub verb_forms: Vec<(&'a str, u16, Inflection)>,
    #[serde(borrow)]
    pub nouns: Vec<Noun<'a>>,
    /// Sorted by form; the number is an index into `nouns`, the flag says "plural".
    #[serde(borrow)]
    pub noun_forms: Vec<(&'a str, u16, bool)>,
    /// Sorted by form; the flag says "plural".
    #[serde(borrow)]
    pub source_heads: Vec<(&'a str, SourceHead<'a>)>,
    /// Sorted by folded name.
    #[serde(borrow)]
    pub first_names: Vec<(&'a str, FirstName)>,
    #[serde(borrow)]
    pub furniture: Vec<Furniture<'a>>,
}

/// Phrases to find in running text, grouped by their first word.
#[derive(Debug, Serialize, Deserialize)]
pub struct PhraseTable<'a, V> {
    /// First words, folded and in lower case, sorted.
    #[serde(borrow)]
    pub keys: Vec<&'a str>,
    /// For each key the first of its phrases; one more at the end.
    pub starts: Vec<u32>,
    /// The phrases of a key stand together, longest first.
    #[serde(borrow)]
    pub phrases: Vec<Phrase<'a>>,
    /// What the phrases stand for.
    pub values: Vec<V>,
}

impl<V> Default for PhraseTable<'_, V> {
    fn default() -> Self {
        Self { keys: Vec::new(), starts: Vec::new(), phrases: Vec::new(), values: Vec::new() }
    }
}

/// One phrase of a [`PhraseTable`].
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Phrase<'a> {
    /// The folded text.
    pub text: &'a str,
    /// Whether upper and lower case may differ.
    pub any_case: bool,
    /// Its first value and their number.
    pub first: u32,
    pub count: u8,
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
    pub kind: OrganisationKind,
    /// The state that it is part of, belongs to or acts in, empty where there is none.
    pub country: &'a str,
}

/// What a name found in a text may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name<'a> {
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
    pub class: RoleClass,
    /// The state or body that alone has such an office, empty where many do.
    pub code: &'a str,
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
    pub grade: Grade,
    /// Whether the phrase follows the source's noun ("who asked not to be named") and is no source by itself.
    pub postmodifier: bool,
}

/// A word or phrase that marks reported content without a verb or noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    pub class: MarkerClass,
    pub kind: VerbKind,
    pub strength: Strength,
}

/// A reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verb<'a> {
    pub lemma: &'a str,
    /// The second word of a phrasal verb ("out" of "point out"), else empty.
    pub particle: &'a str,
    pub kind: VerbKind,
    pub strength: Strength,
    pub channel: Channel,
    pub frames: Frames,
    /// Whether it is also a common verb that reports nothing ("add", "press"), so that a rule should want more evidence.
    pub ambiguous: bool,
}

/// A noun that reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noun<'a> {
    pub lemma: &'a str,
    pub kind: VerbKind,
    pub strength: Strength,
    pub frames: Frames,
    /// Whether it is also a common noun that reports nothing ("position", "report").
    pub ambiguous: bool,
}

/// The head of a source phrase that is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceHead<'a> {
    pub lemma: &'a str,
    /// The grade in this number: "an analyst" is anonymous, "analysts" are collective.
    pub grade: Grade,
    pub plural: bool,
}

/// What is known of a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstName {
    pub gender: Gender,
    /// Whether it is also an ordinary word, a place or a family name ("May", "Jordan", "Grant").
    pub ambiguous: bool,
}

/// A phrase of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture<'a> {
    /// The phrase, folded and in lower case.
    pub text: &'a str,
    pub place: FurniturePlace,
    pub category: FurnitureCategory,
}
