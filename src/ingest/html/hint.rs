//! The words of a page's markup and lines that tell what an element is for: the data files, read once, and how they are looked up.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What an element is for, as far as its class, id or property says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It holds the text of the article.
    Body,
    /// It is never part of the article.
    Drop,
    /// It is not part of the article unless a block quotation is in it: the frame of a quoted post.
    Embed,
    /// It is not part of the article unless most of the page's text is in it.
    Weak,
}

/// The id of a rule, as the data file gives it.
pub type Rule = &'static str;

/// The rows of a data file: no comments, no empty lines, fields without outer space.
fn rows(file: &'static str) -> impl Iterator<Item = (Rule, &'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.splitn(3, ',').map(str::trim);
        Some((fields.next()?, fields.next()?, fields.next()?))
    })
}

/// Longest sequence of words in a hint.
const MAX_WORDS: usize = 3;
/// Words of an attribute that are looked at.
const MAX_READ: usize = 64;

struct Hints {
    exact: BTreeMap<&'static str, (Use, Rule)>,
    prefixes: Vec<(&'static str, Use, Rule)>,
}

static HINTS: LazyLock<Hints> = LazyLock::new(|| {
    let mut hints = Hints { exact: BTreeMap::new(), prefixes: Vec::new() };
    for (rule, kind, words) in rows(include_str!("../../../data/html/hints.csv")) {
        let kind = match kind {
            "body" => Use::Body,
            "weak" => Use::Weak,
            "embed" => Use::Embed,
            _ => Use::Drop,
        };
        match words.strip_suffix('*') {
            Some(prefix) => hints.prefixes.push((prefix, kind, rule)),
            None => {
                hints.exact.insert(words, (kind, rule));
            }
        }
    }
    hints
});

/// All that an attribute's value hints at, in the order of its words.
pub fn hints(value: &str) -> Vec<(Use, Rule)> {
    let mut found = Vec::new();
    for name in value.split_ascii_whitespace().take(MAX_READ) {
        let words = words(name);
        for at in 0..words.len() {
            for length in 1..=MAX_WORDS.min(words.len() - at) {
                let Some(key) = words.get(at..at + length).map(|words| words.join(" ")) else { continue };
                if let Some(hit) = HINTS.exact.get(key.as_str()) {
                    found.push(*hit);
                }
            }
            if let Some(word) = words.get(at) {
                found.extend(HINTS.prefixes.iter().filter(|(prefix, ..)| word.starts_with(prefix)).map(|(_, kind, rule)| (*kind, *rule)));
            }
        }
    }
    found
}

/// The words of a name in lower case: "ArticleBody-main" is article, body, main.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before_lower = false;
    for c in name.chars().take(200) {
        let starts = !c.is_alphanumeric() || (c.is_uppercase() && before_lower);
        if starts && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        before_lower = c.is_lowercase();
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

struct Phrases {
    whole: BTreeMap<&'static str, Rule>,
    starts: Vec<(&'static str, Rule)>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases { whole: BTreeMap::new(), starts: Vec::new() };
    for (rule, kind, words) in rows(include_str!("../../../data/html/phrases.csv")) {
        if kind == "whole" {
            phrases.whole.insert(words, rule);
        } else {
            phrases.starts.push((words, rule));
        }
    }
    phrases
});

/// Longest line, in characters, that is compared with the phrases.
const MAX_PHRASE_LINE: usize = 200;

/// Longest line, in characters, that can be about author and date alone.
const MAX_BYLINE: usize = 80;

/// The rule by which a line is not part of an article, whatever stands around it.
pub fn phrase(line: &str) -> Option<Rule> {
    let chars = line.chars().take(MAX_PHRASE_LINE + 1).count();
    if chars > MAX_PHRASE_LINE {
        return None;
    }
    let line = line.trim().to_lowercase();
    let bare = line.trim_end_matches(|c: char| !c.is_alphanumeric());
    PHRASES.whole.get(bare).copied().or_else(|| {
        PHRASES
            .starts
            .iter()
            .find(|(start, rule)| line.starts_with(start) && (*rule != "line.byline" || (chars <= MAX_BYLINE && !line.ends_with('.'))))
            .map(|(_, rule)| *rule)
    })
}
