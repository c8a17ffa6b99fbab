//! What is known of English spelling: the tables of `data/syntax`, read once.

use std::sync::OnceLock;

// The tables hold our own data, so the quick hash will do.
use crate::text::FnvMap as HashMap;

/// What an abbreviation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AbbreviationClass {
    /// Before a name: "Mr".
    Title,
    /// After a name: "Jr".
    Suffix,
    /// A month or a day of the week.
    Calendar,
    /// Of a company: "Inc".
    Corporate,
    /// The first word of a place: "St", "Mt".
    Prefix,
    /// A place: "Calif", "Ave".
    Place,
    /// "etc", "e.g", "vs".
    Latin,
    /// Before a number: "No", "Art".
    Number,
    /// "a.m", "p.m".
    Time,
    /// All others.
    General,
}

/// Where a word is taken for an abbreviation at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Everywhere.
    Nothing,
    /// Before a number.
    Number,
    /// Before a capital.
    Name,
    /// Where the sentence plainly goes on: before a number, a small letter or a comma.
    Inside,
}

/// An abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Abbreviation {
    /// What it is for.
    pub class: AbbreviationClass,
    /// Whether a sentence may end with it.
    pub may_end: bool,
    /// Where it is one.
    pub need: Need,
}

/// A form that is written like one word and is several, or one that would be parted and is one word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contraction {
    /// The bytes at which its further tokens begin.
    cuts: Vec<usize>,
    /// The words one of which must follow; none where any may.
    next: Vec<String>,
    /// What must not stand before it.
    behind: Behind,
}

/// What must not stand before a contraction.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Behind {
    /// Anything may.
    #[default]
    Anything,
    /// Any of these words.
    NotWords(Vec<String>),
    /// Any word at all.
    NoWord,
}

impl Contraction {
    /// The bytes at which its further tokens begin.
    pub fn cuts(&self) -> &[usize] {
        &self.cuts
    }

    /// Whether it is one token.
    pub fn is_whole(&self) -> bool {
        self.cuts.is_empty()
    }

    /// Whether it is the contraction whatever stands beside it.
    pub fn is_anywhere(&self) -> bool {
        self.next.is_empty() && self.behind == Behind::Anything
    }

    /// Whether it is the contraction between these words; each is empty where there is none.
    pub fn fits(&self, previous: &str, next: &str) -> bool {
        let holds = |words: &[String], word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word));
        let behind = match &self.behind {
            Behind::Anything => true,
            Behind::NotWords(words) => !holds(words, previous),
            Behind::NoWord => previous.is_empty(),
        };
        behind && (self.next.is_empty() || holds(&self.next, next))
    }

    fn read(row: &csv::StringRecord) -> Self {
        let words = |column| row.get(column).unwrap_or_default().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let behind = match row.get(3) {
            None | Some("") => Behind::Anything,
            Some("*") => Behind::NoWord,
            Some(_) => Behind::NotWords(words(3)),
        };
        Self { cuts: words(1).iter().filter_map(|cut| cut.parse().ok()).collect(), next: words(2), behind }
    }
}

/// How the last part of "name.ending" is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A domain of the first level.
    Domain,
    /// One that is also a word of English, or nearly: only behind two other parts.
    Second,
    /// A kind of file.
    File,
}

/// The tables. They are looked up and never walked through, so their order does not matter.
#[derive(Debug, Default)]
pub struct Knowledge {
    abbreviations: HashMap<String, Abbreviation>,
    openers: HashMap<String, ()>,
    prefixes: HashMap<String, ()>,
    contractions: HashMap<String, Contraction>,
    /// The last letters of contractions, a bit each, by their first letters: most words need no look-up.
    contraction_ends: [u32; LETTERS],
    /// The longest contraction, in bytes.
    longest_contraction: usize,
    units: HashMap<String, ()>,
    endings: HashMap<String, Ending>,
    marked_names: HashMap<String, ()>,
    emoticons: HashMap<String, ()>,
    reporting: HashMap<String, ()>,
}

/// The longest word that any table holds, in bytes; longer ones need no look-up.
const LONGEST: usize = 16;

/// The tables, read at the first call.
pub fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(Knowledge::read)
}

/// A short word in small letters, without an allocation.
struct Small {
    bytes: [u8; LONGEST * 2],
    length: usize,
}

impl Small {
    /// `None` if the word is too long for the tables.
    fn of(word: &str) -> Option<Self> {
        let mut small = Self { bytes: [0; LONGEST * 2], length: word.len() };
        if word.len() > LONGEST {
            return None;
        }
        for (to, from) in small.bytes.iter_mut().zip(word.bytes()) {
            *to = from.to_ascii_lowercase();
        }
        Some(small)
    }

    fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

/// The letters of ASCII, and all other bytes as one.
const LETTERS: usize = 27;

/// The number of a letter in the alphabet, whatever its case; all other bytes share the last.
fn letter(byte: u8) -> usize {
    if byte.is_ascii_alphabetic() { usize::from(byte.to_ascii_lowercase() - b'a') } else { LETTERS - 1 }
}

fn insensitive<V: Copy>(table: &HashMap<String, V>, word: &str) -> Option<V> {
    table.get(Small::of(word)?.as_str()).copied()
}

impl Knowledge {
    /// The abbreviation that a word is, written without its full stop.
    pub fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        if word.len() > LONGEST {
            return None;
        }
        if let Some(found) = self.abbreviations.get(word) {
            return Some(*found);
        }
        if let Some(found) = insensitive(&self.abbreviations, word) {
            return Some(found);
        }
        // "JAN." for "Jan.": the table's capitals count, but all capitals are the same word.
        if word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase()) {
            let small = Small::of(word)?;
            let mut titled = small.as_str().to_owned();
            if let Some(first) = titled.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            return self.abbreviations.get(&titled).copied();
        }
        None
    }

    /// Whether a word opens sentences and is seldom part of a name.
    pub fn is_opener(&self, word: &str) -> bool {
        insensitive(&self.openers, word).is_some()
    }

    /// Whether a hyphen behind this word joins it to the next: "Non-", "un-", but not the "UN-" of "UN-led".
    pub fn is_prefix(&self, word: &str) -> bool {
        !word.bytes().skip(1).any(|b| b.is_ascii_uppercase()) && insensitive(&self.prefixes, word).is_some()
    }

    /// The contraction that a word may be.
    pub fn contraction(&self, word: &str) -> Option<&Contraction> {
        let (first, last) = (*word.as_bytes().first()?, *word.as_bytes().last()?);
        let ends = self.contraction_ends.get(letter(first)).copied().unwrap_or(0);
        if ends & (1 << letter(last)) == 0 || word.len() > self.longest_contraction {
            return None;
        }
        self.contractions.get(Small::of(word)?.as_str())
    }

    /// Whether it is a unit that follows its number without a space.
    pub fn is_unit(&self, word: &str) -> bool {
        word.len() <= LONGEST && self.units.contains_key(word)
    }

    /// What the last part of a dotted name says.
    pub fn ending(&self, word: &str) -> Option<Ending> {
        insensitive(&self.endings, word)
    }

    /// Whether a name is written with this mark at its end.
    pub fn is_marked_name(&self, name: &str) -> bool {
        name.len() <= LONGEST && self.marked_names.contains_key(name)
    }

    /// Whether some marks are a face.
    pub fn is_emoticon(&self, marks: &str) -> bool {
        marks.len() <= LONGEST && self.emoticons.contains_key(marks)
    }

    /// Whether it is a form of a verb that reports speech.
    pub fn is_reporting(&self, word: &str) -> bool {
        insensitive(&self.reporting, word).is_some()
    }

    fn read() -> Self {
        let mut knowledge = Self::default();
        for row in rows(include_str!("../../data/syntax/abbreviations.csv")) {
            let class = match row.get(1) {
                Some("title") => AbbreviationClass::Title,
                Some("suffix") => AbbreviationClass::Suffix,
                Some("month" | "day") => AbbreviationClass::Calendar,
                Some("corporate") => AbbreviationClass::Corporate,
                Some("prefix") => AbbreviationClass::Prefix,
                Some("place") => AbbreviationClass::Place,
                Some("latin") => AbbreviationClass::Latin,
                Some("number") => AbbreviationClass::Number,
                Some("time") => AbbreviationClass::Time,
                _ => AbbreviationClass::General,
            };
            let need = match row.get(3) {
                Some("number") => Need::Number,
                Some("name") => Need::Name,
                Some("inside") => Need::Inside,
                _ => Need::Nothing,
            };
            let may_end = row.get(2) == Some("possible");
            knowledge.abbreviations.insert(first(&row), Abbreviation { class, may_end, need });
        }
        let set = |table: &'static str| rows(table).iter().map(|row| (first(row), ())).collect();
        knowledge.openers = set(include_str!("../../data/syntax/openers.csv"));
        knowledge.prefixes = set(include_str!("../../data/syntax/prefixes.csv"));
        knowledge.units = set(include_str!("../../data/syntax/units.csv"));
        knowledge.marked_names = set(include_str!("../../data/syntax/names_with_marks.csv"));
        knowledge.emoticons = set(include_str!("../../data/syntax/emoticons.csv"));
        knowledge.reporting = set(include_str!("../../data/syntax/reporting.csv"));
        for row in rows(include_str!("../../data/syntax/contractions.csv")) {
            let form = first(&row);
            if let (Some(opening), Some(closing)) = (form.bytes().next(), form.bytes().last())
                && let Some(ends) = knowledge.contraction_ends.get_mut(letter(opening))
            {
                *ends |= 1 << letter(closing);
            }
            knowledge.longest_contraction = knowledge.longest_contraction.max(form.len());
            knowledge.contractions.insert(form, Contraction::read(&row));
        }
        for row in rows(include_str!("../../data/syntax/endings.csv")) {
            let ending = match row.get(1) {
                Some("domain") => Ending::Domain,
                Some("second") => Ending::Second,
                _ => Ending::File,
            };
            knowledge.endings.insert(first(&row), ending);
        }
        knowledge
    }
}

/// The rows of a table below its provenance and its header; the test below holds that every row can be read.
fn rows(table: &'static str) -> Vec<csv::StringRecord> {
    reader(table).into_records().filter_map(Result::ok).collect()
}

fn reader(table: &'static str) -> csv::Reader<&'static [u8]> {
    csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(table.as_bytes())
}

fn first(row: &csv::StringRecord) -> String {
    row.get(0).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_reads_and_names_its_source() {
        let tables = [
            include_str!("../../data/syntax/abbreviations.csv"),
            include_str!("../../data/syntax/openers.csv"),
            include_str!("../../data/syntax/prefixes.csv"),
            include_str!("../../data/syntax/units.csv"),
            include_str!("../../data/syntax/names_with_marks.csv"),
            include_str!("../../data/syntax/emoticons.csv"),
            include_str!("../../data/syntax/reporting.csv"),
            include_str!("../../data/syntax/contractions.csv"),
            include_str!("../../data/syntax/endings.csv"),
        ];
        for table in tables {
            assert!(table.contains("# Source: ") && table.contains("# Licence: "), "{table}");
            let mut seen = std::collections::BTreeSet::new();
            for row in reader(table).into_records() {
                let row = row.unwrap();
                assert!(first(&row).len() <= LONGEST, "{row:?}");
                assert!(seen.insert(first(&row)), "twice: {row:?}");
            }
        }
    }

    #[test]
    fn capitals_of_an_abbreviation_count() {
        let class = |word| knowledge().abbreviation(word).map(|found| found.class);
        assert_eq!(class("Mr"), Some(AbbreviationClass::Title));
        assert_eq!(class("MR"), Some(AbbreviationClass::Title));
        assert_eq!(class("SEPT"), Some(AbbreviationClass::Calendar));
        assert_eq!(class("sun"), None);
        assert_eq!(class("talks"), None);
    }
}
