//! The phrases by which a page shows what a line is for; they are read from `data/page/phrases.csv`.

use std::{borrow::Cow, collections::BTreeMap, sync::OnceLock};

use crate::text::Fnv;

const PHRASES: &str = include_str!("../../data/page/phrases.csv");

/// Lines with more words than this are not compared with any phrase,
const LONGEST: usize = 80;
/// nor are those with more bytes.
const MOST_BYTES: usize = 4000;

/// What a phrase tells of the line that holds it, apart from page furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A heading over questions and answers.
    Faq,
    /// The label of a question.
    Question,
    /// The label of an answer.
    Answer,
    /// An editor's remark in brackets.
    Editorial,
    /// The name of an agency.
    Agency,
    /// The name of a place where articles are passed on.
    Network,
    /// What stands before the name of an author.
    Byline,
    /// What a publisher says of itself, if it stands where that is said.
    PublisherBox,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Faq => "faq",
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Editorial => "editorial",
            Self::Agency => "agency",
            Self::Network => "network",
            Self::Byline => "byline",
            Self::PublisherBox => "publisher_box",
        }
    }
}

/// The roles that are not by themselves reasons to take a line for furniture.
const NOT_FURNITURE: [&str; 8] = ["faq", "question", "answer", "editorial", "agency", "network", "byline", "publisher_box"];

/// Where on the page a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// In the first half.
    Head,
    /// In the second half.
    Tail,
}

/// A phrase found in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The reason to take the line for furniture.
    pub reason: &'static str,
    /// The number in it, where the phrase has one.
    pub number: Option<u32>,
    /// How many words the phrase has.
    pub words: usize,
    /// Whether the phrase is the whole line.
    pub whole: bool,
}

/// Whether a line shows that role.
pub fn is(role: Role, line: &str) -> bool {
    table().find(line, None, Some(role)).is_some()
}

/// The furniture that a line is by its words.
pub fn furniture(line: &str, half: Half) -> Option<Found> {
    table().find(line, Some(half), None)
}

/// A line's words as phrases are compared: small letters, without punctuation around them.
pub fn normal(line: &str) -> Vec<String> {
    words(line, LONGEST).iter().map(|word| word.text.to_ascii_lowercase()).collect()
}

/// A word of a line, as it is compared with phrases.
#[derive(Debug)]
struct Word<'l> {
    /// Without punctuation around it; in small letters but for those of ASCII, which are compared as if they were.
    text: Cow<'l, str>,
    /// Of the word in small letters.
    hash: u32,
}

impl Word<'_> {
    fn is(&self, wanted: &str) -> bool {
        self.text.eq_ignore_ascii_case(wanted)
    }
}

/// The words of a line that has at most so many, and one more of a line that has more.
fn words(line: &str, most: usize) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(most.min(line.len() / 4) + 1);
    for word in line.split_whitespace() {
        let word = bare(word);
        if word.is_empty() {
            continue;
        }
        let text = if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase().replace('’', "'")) };
        found.push(Word { hash: hash(&text), text });
        if found.len() > most {
            break;
        }
    }
    found
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    let keep = |c: char| c.is_alphanumeric() || matches!(c, '+' | '&' | '©');
    // Most words have nothing to take off.
    let at_edges = [word.as_bytes().first(), word.as_bytes().last()];
    if at_edges.iter().all(|byte| byte.is_some_and(u8::is_ascii_alphanumeric)) || word.starts_with("(c)") || word.starts_with("(C)") {
        return word;
    }
    word.trim_matches(|c: char| !keep(c))
}

/// Of a word in small letters.
fn hash(word: &str) -> u32 {
    Fnv::of(word.bytes().map(|byte| byte.to_ascii_lowercase()))
}

#[derive(Debug)]
struct Phrase {
    role: &'static str,
    /// Whether the role is a reason to take a line for furniture.
    is_furniture: bool,
    position: &'static str,
    place: &'static str,
    most: usize,
    words: Vec<String>,
}

#[derive(Debug, Default)]
struct Table {
    phrases: Vec<Phrase>,
    /// The phrases that start with a word; `{n}` stands for all numbers.
    by_word: BTreeMap<String, Vec<usize>>,
    /// A bit is set for the hash of each such word: most words of a text start no phrase, and need not be looked up.
    filter: Vec<u64>,
    /// No line with more words is meant by a phrase of a role,
    most: BTreeMap<&'static str, usize>,
    /// nor by one of furniture.
    most_of_furniture: usize,
}

/// Bits of the filter before the look-up; a few times the number of first words.
const FILTER_BITS: usize = 1 << 12;

/// The place of a hash in the filter: a word of it and a bit of that.
fn filter_bit(hash: u32) -> (usize, u64) {
    let index = (hash ^ (hash >> 16)) as usize % FILTER_BITS;
    (index / 64, 1 << (index % 64))
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { filter: vec![0; FILTER_BITS / 64], ..Table::default() };
        for line in PHRASES.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let mut fields = line.splitn(5, ',');
            let (Some(role), Some(position), Some(place), Some(most), Some(phrase)) =
                (fields.next(), fields.next(), fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            let most = most.parse().unwrap_or(0);
            if let Some(first) = words.first() {
                table.by_word.entry(first.clone()).or_default().push(table.phrases.len());
                let (word, bit) = filter_bit(hash(first));
                if let Some(word) = table.filter.get_mut(word) {
                    *word |= bit;
                }
            }
            let is_furniture = !NOT_FURNITURE.contains(&role);
            let longest = table.most.entry(role).or_default();
            *longest = most.max(*longest);
            if is_furniture {
                table.most_of_furniture = most.max(table.most_of_furniture);
            }
            table.phrases.push(Phrase { role, is_furniture, position, place, most, words });
        }
        table
    })
}

impl Table {
    /// The first phrase of the list that a line holds where it should, of a role or, without one, of furniture.
    // A function of its own, so that an engine of WebAssembly can put optimised code in place after the first lines.
    #[inline(never)]
    fn find(&self, line: &str, half: Option<Half>, role: Option<Role>) -> Option<Found> {
        if line.len() > MOST_BYTES {
            return None;
        }
        let most = role.map_or(self.most_of_furniture, |role| self.most.get(role.name()).copied().unwrap_or(0)).min(LONGEST);
        let words = words(line, most);
        if words.is_empty() || words.len() > most {
            return None;
        }
        let wanted = |phrase: &Phrase| role.map_or(phrase.is_furniture, |role| phrase.role == role.name());
        let mut best: Option<(usize, Found)> = None;
        for at in 0..words.len() {
            let Some(rest) = words.get(at..) else { break };
            let Some(first) = rest.first() else { break };
            let number = first.text.bytes().all(|byte| byte.is_ascii_digit()).then_some("{n}");
            let (word, bit) = filter_bit(first.hash);
            let known = self.filter.get(word).is_some_and(|bits| bits & bit != 0).then(|| first.text.to_ascii_lowercase());
            for key in known.as_deref().into_iter().chain(number) {
                for &index in self.by_word.get(key).into_iter().flatten() {
                    let Some(phrase) = self.phrases.get(index) else { continue };
                    let fits = words.len() <= phrase.most && half.is_none_or(|half| phrase.belongs(half)) && wanted(phrase);
                    if fits
                        && best.as_ref().is_none_or(|(found, _)| index < *found)
                        && let Some(number) = phrase.matches(&words, at)
                    {
                        let whole = phrase.words.len() == words.len();
                        best = Some((index, Found { reason: phrase.role, number, words: phrase.words.len(), whole }));
                    }
                }
            }
        }
        best.map(|(_, found)| found)
    }
}

impl Phrase {
    fn belongs(&self, half: Half) -> bool {
        match self.place {
            "head" => half == Half::Head,
            "tail" => half == Half::Tail,
            _ => true,
        }
    }

    /// Whether the phrase stands at a word of a line and may stand there; then the number in it.
    fn matches(&self, words: &[Word<'_>], at: usize) -> Option<Option<u32>> {
        let sound = match self.position {
            "line" => at == 0 && self.words.len() == words.len(),
            "start" => at == 0,
            "end" => at + self.words.len() == words.len(),
            _ => true,
        };
        let part = words.get(at..at + self.words.len()).filter(|_| sound)?;
        let mut number = None;
        for (wanted, word) in self.words.iter().zip(part) {
            if wanted == "{n}" {
                number = Some(word.text.parse().ok()?);
            } else if !word.is(wanted) {
                return None;
            }
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, Option<u32>)>) {
        let found = furniture(line, Half::Tail);
        assert_eq!(found.map(|found| (found.reason, found.number)), expected, "{line}");
    }

    #[test]
    fn every_row_of_the_list_is_sound() {
        for phrase in &table().phrases {
            assert!(["line", "start", "end", "inside"].contains(&phrase.position), "{phrase:?}");
            assert!(["any", "head", "tail"].contains(&phrase.place), "{phrase:?}");
            assert!(phrase.words.len() <= phrase.most && phrase.most <= LONGEST, "{phrase:?}");
            let words = normal(&phrase.words.join(" ").replace("{n}", "3"));
            assert_eq!(words.join(" ").replace('3', "{n}"), phrase.words.join(" "), "is not in its normal form");
            let known = NOT_FURNITURE.contains(&phrase.role) || !crate::ingest::furniture::explanation(phrase.role).is_empty();
            assert!(known, "{phrase:?} has no explanation");
        }
    }

    #[test]
    fn lines_are_told_by_their_phrases() {
        check("Was that helpful? Your feedback counts.", Some(("feedback", None)));
        check("5 MIN READ", Some(("reading_time", Some(5))));
        check("+ 12 more", Some(("unnamed_sources", Some(12))));
        check("We use cookies to make this site work.", Some(("cookies", None)));
        check("© 2021 The Gazette", Some(("copyright", None)));
        check("Delegates share the view that talks must go on.", None);
        check("Next week, the envoys meet again.", None);
    }
}
