//! The lexicon itself: decoded once from the bytes that the build script made, then only looked up.

use std::sync::OnceLock;

use super::expand;
use super::fold::{Key, folded};
use super::form::{Forms, MAX_FORM};
use super::furniture::FurnitureIndex;
use super::label::{Inflection, NameKind, OrganisationKind};
use super::phrase::{Match, PhraseTable, keys};
use super::record::{Body, Data, FirstName, Furniture, Marker, Name, Noun, Organisation, Role, SourceHead, SourcePattern, State, Verb};
use crate::text::{FnvMap, Span};

/// The compiled data files.
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.postcard"));

/// What is known beforehand about names, roles, and the words that report.
///
/// Each table to search in is made when it is first needed: who only takes a text in waits for none of them.
#[derive(Debug, Default)]
pub struct Lexicon {
    data: Data<'static>,
    names: OnceLock<PhraseTable<Name<'static>>>,
    titles: OnceLock<PhraseTable<Role<'static>>>,
    bodies: OnceLock<PhraseTable<Body<'static>>>,
    source_patterns: OnceLock<PhraseTable<SourcePattern>>,
    markers: OnceLock<PhraseTable<Marker>>,
    verbs: OnceLock<Forms<(u16, Inflection)>>,
    nouns: OnceLock<Forms<(u16, bool)>>,
    source_heads: OnceLock<Forms<SourceHead<'static>>>,
    furniture: OnceLock<FurnitureIndex>,
    beginnings: OnceLock<FnvMap<Key, Begins>>,
}

/// A name found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit<'l> {
    /// The bytes of the text; a possessive "'s" is outside.
    pub span: Span,
    /// What it may stand for, the most usual first; never empty.
    pub readings: &'l [Name<'l>],
    /// What it most usually stands for: the first of the readings.
    pub name: Name<'l>,
    /// Whether the words around it have to decide: it has several readings, or also means something else.
    pub ambiguous: bool,
}

/// What phrases begin with a word: a set of the tables below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Begins(u8);

impl Begins {
    /// Names.
    pub const NAME: Self = Self(1);
    /// Titles, roles and words that change them.
    pub const TITLE: Self = Self(2);
    /// Government bodies that many states have.
    pub const BODY: Self = Self(4);
    /// Phrases that show how well a source is identified.
    pub const SOURCE_PATTERN: Self = Self(8);
    /// Markers of reported content.
    pub const MARKER: Self = Self(16);
    /// All of them: for words of which nothing is known.
    pub const ANYTHING: Self = Self(31);

    /// Both sets.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of the other set is in this one.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A form of a reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbReading<'l> {
    /// The verb.
    pub verb: &'l Verb<'l>,
    /// Which form of it.
    pub inflection: Inflection,
}

/// A form of a reporting noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NounReading<'l> {
    /// The noun.
    pub noun: &'l Noun<'l>,
    /// Whether it is the plural.
    pub plural: bool,
}

impl Lexicon {
    /// The lexicon, decoded at the first call.
    ///
    /// The build script has read back what it wrote, so decoding does not fail; if it did, the lexicon would be empty.
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Self::decode(BYTES).unwrap_or_default())
    }

    pub(super) fn decode(bytes: &'static [u8]) -> Option<Self> {
        Some(Self { data: postcard::from_bytes(bytes).ok()?, ..Self::default() })
    }

    fn all_names(&self) -> &PhraseTable<Name<'static>> {
        self.names.get_or_init(|| expand::names(&self.data))
    }

    /// The state with this ISO 3166-1 alpha-3 code.
    pub fn state(&self, alpha3: &str) -> Option<&State<'static>> {
        let states = &self.data.states;
        states.binary_search_by(|state| state.alpha3.cmp(alpha3)).ok().and_then(|index| states.get(index))
    }

    /// Every state, by alpha-3 code.
    pub fn states(&self) -> &[State<'static>] {
        &self.data.states
    }

    /// The organisation with this code.
    pub fn organisation(&self, code: &str) -> Option<&Organisation<'static>> {
        let organisations = &self.data.organisations;
        organisations.binary_search_by(|entry| entry.code.cmp(code)).ok().and_then(|index| organisations.get(index))
    }

    /// The usual name of the state or organisation with this code.
    pub fn usual_name(&self, code: &str) -> Option<&'static str> {
        let state = self.state(code).map(|state| state.name);
        state.or_else(|| self.organisation(code).map(|organisation| organisation.name)).filter(|name| !name.is_empty())
    }

    /// Every organisation, by code.
    pub fn organisations(&self) -> &[Organisation<'static>] {
        &self.data.organisations
    }

    /// The names of states, peoples, capitals, seats, places, organisations and media in the text, from left to right.
    ///
    /// Names are found as they are written and in capitals ("UKRAINE"); acronyms only in capitals ("US", never "us"). A name is
    /// the longest that begins at its first word.
    pub fn names(&self, text: &str) -> Vec<Hit<'_>> {
        self.names_at(text, whole(text))
    }

    /// The same where the words are known that begin names, see [`Lexicon::begins`]; they come in order.
    pub fn names_at(&self, text: &str, places: impl Iterator<Item = Span>) -> Vec<Hit<'_>> {
        let mut lines = CapitalLines::new(text);
        self.all_names()
            .matches_at(text, places)
            .into_iter()
            .filter_map(|found| {
                let name = *found.values.first()?;
                let word = found.values.iter().any(|value| value.word_in_capitals) && lines.contains(found.span.start);
                let ambiguous = word || found.values.len() > 1 || name.ambiguous;
                Some(Hit { span: found.span, readings: found.values, name, ambiguous })
            })
            .collect()
    }

    /// What this very name may stand for, empty if it is in no table ("Kyiv", "OSCE").
    pub fn name(&self, text: &str) -> &[Name<'_>] {
        match self.all_names().matches(text).as_slice() {
            [only] if only.span == Span::new(0, text.len()) => only.values,
            _ => &[],
        }
    }

    /// The titles, roles and words that change them ("former", "deputy") in the text, from left to right.
    pub fn titles(&self, text: &str) -> Vec<Match<'_, Role<'static>>> {
        self.titles_at(text, whole(text))
    }

    /// The same where the words are known that begin them.
    pub fn titles_at(&self, text: &str, places: impl Iterator<Item = Span>) -> Vec<Match<'_, Role<'static>>> {
        self.all_titles().matches_at(text, places)
    }

    fn all_titles(&self) -> &PhraseTable<Role<'static>> {
        self.titles.get_or_init(|| expand::titles(&self.data))
    }

    /// The government bodies that many states have ("foreign ministry", "parliament") in the text, from left to right.
    pub fn bodies(&self, text: &str) -> Vec<Match<'_, Body<'static>>> {
        self.bodies_at(text, whole(text))
    }

    /// The same where the words are known that begin them.
    pub fn bodies_at(&self, text: &str, places: impl Iterator<Item = Span>) -> Vec<Match<'_, Body<'static>>> {
        self.all_bodies().matches_at(text, places)
    }

    fn all_bodies(&self) -> &PhraseTable<Body<'static>> {
        self.bodies.get_or_init(|| expand::bodies(&self.data))
    }

    /// The phrases that show how well a source is identified ("people familiar with") in the text, from left to right.
    pub fn source_patterns(&self, text: &str) -> Vec<Match<'_, SourcePattern>> {
        self.source_patterns_at(text, whole(text))
    }

    /// The same where the words are known that begin them.
    pub fn source_patterns_at(&self, text: &str, places: impl Iterator<Item = Span>) -> Vec<Match<'_, SourcePattern>> {
        self.all_source_patterns().matches_at(text, places)
    }

    fn all_source_patterns(&self) -> &PhraseTable<SourcePattern> {
        let rows = || self.data.source_patterns.iter().map(|&(text, value)| (text.into(), true, value));
        self.source_patterns.get_or_init(|| PhraseTable::new(rows()))
    }

    /// The markers of reported content that are neither verb nor noun ("according to", "reportedly"), from left to right.
    pub fn markers(&self, text: &str) -> Vec<Match<'_, Marker>> {
        self.markers_at(text, whole(text))
    }

    /// The same where the words are known that begin them.
    pub fn markers_at(&self, text: &str, places: impl Iterator<Item = Span>) -> Vec<Match<'_, Marker>> {
        self.all_markers().matches_at(text, places)
    }

    fn all_markers(&self) -> &PhraseTable<Marker> {
        let rows = || self.data.markers.iter().map(|&(text, value)| (text.into(), true, value));
        self.markers.get_or_init(|| PhraseTable::new(rows()))
    }

    /// What begins with one of the words in these letters: a token, or several that stand together.
    pub fn begins(&self, letters: &str) -> Begins {
        let beginnings = self.beginnings.get_or_init(|| self.all_beginnings());
        keys(letters).filter_map(|key| beginnings.get(&key).copied()).fold(Begins::default(), Begins::with)
    }

    fn all_beginnings(&self) -> FnvMap<Key, Begins> {
        let mut all: FnvMap<Key, Begins> = FnvMap::default();
        let mut add = |key: &Key, table: Begins| {
            let begins = all.entry(*key).or_default();
            *begins = begins.with(table);
        };
        self.all_names().keys().for_each(|key| add(key, Begins::NAME));
        self.all_titles().keys().for_each(|key| add(key, Begins::TITLE));
        self.all_bodies().keys().for_each(|key| add(key, Begins::BODY));
        self.all_source_patterns().keys().for_each(|key| add(key, Begins::SOURCE_PATTERN));
        self.all_markers().keys().for_each(|key| add(key, Begins::MARKER));
        all
    }

    /// Every reading of a word as a form of a reporting verb, in any case; phrasal verbs are found by their first word.
    pub fn reporting_verb<'l>(&'l self, form: &str) -> impl Iterator<Item = VerbReading<'l>> + use<'l> {
        self.verbs.get_or_init(|| expand::verbs(&self.data)).get(form).iter().filter_map(|&(_, (index, inflection))| {
            let (verb, _) = self.data.verbs.get(usize::from(index))?;
            Some(VerbReading { verb, inflection })
        })
    }

    /// Every reporting verb.
    pub fn verbs(&self) -> impl Iterator<Item = &Verb<'static>> {
        self.data.verbs.iter().map(|row| &row.0)
    }

    /// The reading of a word as a form of a reporting noun, in any case.
    pub fn reporting_noun(&self, form: &str) -> Option<NounReading<'_>> {
        let &(_, (index, plural)) = self.nouns.get_or_init(|| expand::nouns(&self.data)).get(form).first()?;
        Some(NounReading { noun: &self.data.nouns.get(usize::from(index))?.0, plural })
    }

    /// Every reporting noun.
    pub fn nouns(&self) -> impl Iterator<Item = &Noun<'static>> {
        self.data.nouns.iter().map(|row| &row.0)
    }

    /// What the head of a source phrase says about it ("analysts", "official", "report"), in any case.
    pub fn source_head(&self, word: &str) -> Option<&SourceHead<'static>> {
        self.source_heads.get_or_init(|| expand::source_heads(&self.data)).get(word).first().map(|entry| &entry.1)
    }

    /// What is known of a given name, which begins with a capital ("Sergey") or is in capitals.
    pub fn first_name(&self, form: &str) -> Option<FirstName> {
        if form.len() > MAX_FORM || !form.chars().next()?.is_uppercase() {
            return None;
        }
        let exact = folded(form);
        let find = |name: &str| same(&self.data.first_names, name, |entry| entry.0).first().map(|entry| entry.1);
        find(&exact).or_else(|| {
            let capitals = exact.chars().count() > 1 && !exact.chars().any(char::is_lowercase);
            if capitals { find(&title_case(&exact)) } else { None }
        })
    }

    /// The number of given names.
    pub fn first_names(&self) -> usize {
        self.data.first_names.len()
    }

    /// Every phrase of page furniture, folded and in lower case, in the order of the data file.
    pub fn furniture(&self) -> &[Furniture<'static>] {
        &self.data.furniture
    }

    /// The first phrase of page furniture that this line shows, `None` for a line of an article.
    pub fn furniture_line(&self, line: &str) -> Option<&Furniture<'static>> {
        let furniture = &self.data.furniture;
        let index = self.furniture.get_or_init(|| FurnitureIndex::new(furniture)).first(furniture, line)?;
        furniture.get(index)
    }
}

impl Name<'_> {
    /// The code that a source of this name speaks for in a statement: a state's, or an organisation's own.
    ///
    /// A part of a government speaks for its state. A news medium, a company, an institute and a party speak for nobody but
    /// themselves, a region for nobody.
    pub fn affiliation(&self) -> Option<&str> {
        let code = match (self.kind, self.organisation) {
            (NameKind::Region | NameKind::Medium, _) => return None,
            (_, Some(OrganisationKind::GovernmentBody)) => self.country,
            (_, Some(OrganisationKind::Intergovernmental | OrganisationKind::ArmedGroup | OrganisationKind::Ngo)) => self.code,
            (_, Some(OrganisationKind::Grouping)) => self.code,
            (_, Some(_)) => return None,
            (_, None) => self.code,
        };
        (!code.is_empty()).then_some(code)
    }
}

/// The lines without a small letter: in a headline in capitals "WHO" need not be the organisation.
struct CapitalLines<'t> {
    text: &'t str,
    line: (usize, usize),
    capitals: bool,
}

impl<'t> CapitalLines<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, line: (0, 0), capitals: false }
    }

    /// Whether the line at `offset` is in capitals. Offsets come in order, so each line is read once.
    fn contains(&mut self, offset: usize) -> bool {
        if offset >= self.line.1 {
            let before = self.text.get(self.line.1..offset).unwrap_or_default();
            let start = before.rfind('\n').map_or(self.line.1, |newline| self.line.1 + newline + 1);
            let rest = self.text.get(offset..).unwrap_or_default();
            let end = rest.find('\n').map_or(self.text.len(), |newline| offset + newline + 1);
            let line = self.text.get(start..end).unwrap_or_default();
            let letters = line.chars().filter(|character| character.is_uppercase()).count();
            self.line = (start, end);
            self.capitals = letters > 8 && !line.chars().any(char::is_lowercase);
        }
        self.capitals
    }
}

/// The whole text as one place.
fn whole(text: &str) -> impl Iterator<Item = Span> {
    std::iter::once(Span::new(0, text.len()))
}

/// The entries of a sorted table whose key is `key`.
fn same<'t, T>(table: &'t [T], key: &str, key_of: impl Fn(&T) -> &str) -> &'t [T] {
    let start = table.partition_point(|entry| key_of(entry) < key);
    let rest = table.get(start..).unwrap_or_default();
    let length = rest.iter().take_while(|entry| key_of(entry) == key).count();
    rest.get(..length).unwrap_or_default()
}

fn title_case(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().into_iter().chain(characters.flat_map(char::to_lowercase)).collect()
}
