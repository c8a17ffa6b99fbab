//! The phrases by which a page shows what a line is for; they are read from `data/page/phrases.csv`.

use std::{collections::BTreeMap, sync::OnceLock};

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
    table().find(line, None, |phrase| phrase.role == role.name()).is_some()
}

/// The furniture that a line is by its words.
pub fn furniture(line: &str, half: Half) -> Option<Found> {
    table().find(line, Some(half), |phrase| !NOT_FURNITURE.contains(&phrase.role))
}

/// A line's words as phrases are compared: small letters, without punctuation around them.
pub fn normal(line: &str) -> Vec<String> {
    let keep = |c: char| c.is_alphanumeric() || matches!(c, '+' | '&' | '©');
    let words = line.split_whitespace().map(|word| {
        let word = if word.starts_with("(c)") || word.starts_with("(C)") { word } else { word.trim_matches(|c: char| !keep(c)) };
        let lower = word.to_lowercase();
        if lower.is_ascii() { lower } else { lower.replace('’', "'") }
    });
    words.filter(|word| !word.is_empty()).take(LONGEST + 1).collect()
}

#[derive(Debug)]
struct Phrase {
    role: &'static str,
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
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
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
            }
            table.phrases.push(Phrase { role, position, place, most, words });
        }
        table
    })
}

impl Table {
    /// The first phrase of the list that a line holds where it should.
    fn find(&self, line: &str, half: Option<Half>, wanted: impl Fn(&Phrase) -> bool) -> Option<Found> {
        if line.len() > MOST_BYTES {
            return None;
        }
        let words = normal(line);
        if words.is_empty() || words.len() > LONGEST {
            return None;
        }
        let mut best: Option<(usize, Found)> = None;
        for at in 0..words.len() {
            let Some(rest) = words.get(at..) else { break };
            let number = rest.first().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).map(|_| "{n}");
            for key in rest.first().map(String::as_str).into_iter().chain(number) {
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
    fn matches(&self, words: &[String], at: usize) -> Option<Option<u32>> {
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
                number = Some(word.parse().ok()?);
            } else if wanted != word {
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
