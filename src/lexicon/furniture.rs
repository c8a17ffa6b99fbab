//! Phrases of page furniture: a line goes in, the first phrase that it shows comes out.

use super::fold::lowered_line;
use super::label::FurniturePlace;
use super::record::Furniture;

/// Furniture is short: a longer line is looked at only in its beginning and its end.
const LONGEST_LINE: usize = 400;

/// The phrases by their place on the line and by one byte, which tells nearly all of them apart. Each list is in the order of the data
/// file and holds places in it.
#[derive(Debug)]
pub struct FurnitureIndex {
    /// Phrases that lines are or begin with, by the phrase's first byte.
    starts: Vec<Vec<usize>>,
    /// Phrases that lines end with, by the phrase's last byte.
    ends: Vec<Vec<usize>>,
    /// Phrases inside lines, by the phrase's first byte.
    inside: Vec<Vec<usize>>,
    /// The longest phrase that lines begin with, in bytes.
    longest_start: usize,
}

impl FurnitureIndex {
    /// The index of these phrases.
    pub fn new(phrases: &[Furniture<'_>]) -> Self {
        let mut index =
            Self { starts: vec![Vec::new(); 256], ends: vec![Vec::new(); 256], inside: vec![Vec::new(); 256], longest_start: 0 };
        for (at, phrase) in phrases.iter().enumerate() {
            let (Some(first), Some(last)) = (phrase.text.bytes().next(), phrase.text.bytes().next_back()) else { continue };
            let (list, byte) = match phrase.place {
                FurniturePlace::WholeLine => (&mut index.starts, first),
                FurniturePlace::LineStart => {
                    index.longest_start = index.longest_start.max(phrase.text.len());
                    (&mut index.starts, first)
                }
                FurniturePlace::LineEnd => (&mut index.ends, last),
                FurniturePlace::Contains => (&mut index.inside, first),
            };
            if let Some(list) = list.get_mut(usize::from(byte)) {
                list.push(at);
            }
        }
        index
    }

    /// The place of the first phrase of the list that a line shows.
    // A function of its own, so that an engine of WebAssembly can put optimised code in place after the first lines.
    #[inline(never)]
    pub fn first(&self, phrases: &[Furniture<'_>], line: &str) -> Option<usize> {
        let line = line.trim();
        if line.len() > LONGEST_LINE {
            // Of the beginning, no more is needed than the longest phrase and the character behind it.
            let head = lowered_line(clip_head(line), self.longest_start + 1);
            return earliest(self.start(phrases, &head, false), self.end(phrases, line, || lowered_line(clip_tail(line), usize::MAX)));
        }
        let head = lowered_line(line, usize::MAX);
        let found = earliest(self.start(phrases, &head, true), self.end(phrases, line, || head.clone()));
        earliest(found, self.inside(phrases, &head))
    }

    /// Of the phrases that lines are or begin with. Only a short line can be one.
    fn start(&self, phrases: &[Furniture<'_>], head: &str, short: bool) -> Option<usize> {
        let whole = head.trim_end_matches([':', '.', '!', '…', ' ']);
        let mut list = at_byte(&self.starts, head.bytes().next()?);
        list.find(|at| {
            phrases.get(*at).is_some_and(|phrase| match phrase.place {
                FurniturePlace::WholeLine => short && whole == phrase.text.trim_end_matches([':', '.', '!']),
                _ => starts_with_words(head, phrase.text),
            })
        })
    }

    /// Of the phrases that lines end with; `tail` is the line as these are compared.
    fn end(&self, phrases: &[Furniture<'_>], line: &str, tail: impl Fn() -> String) -> Option<usize> {
        // Lines mostly end with a full stop or another sign that no phrase ends with.
        let last = line.bytes().next_back()?.to_ascii_lowercase();
        if last.is_ascii() && at_byte(&self.ends, last).next().is_none() {
            return None;
        }
        let tail = tail();
        at_byte(&self.ends, tail.bytes().next_back()?).find(|at| phrases.get(*at).is_some_and(|phrase| tail.ends_with(phrase.text)))
    }

    /// Of the phrases inside lines.
    fn inside(&self, phrases: &[Furniture<'_>], head: &str) -> Option<usize> {
        let mut found = None;
        let mut inside_word = false;
        for (at, &byte) in head.as_bytes().iter().enumerate() {
            if !inside_word {
                let rest = || head.get(at..).unwrap_or_default();
                let fits = |at: &usize| phrases.get(*at).is_some_and(|phrase| starts_with_words(rest(), phrase.text));
                found = earliest(found, at_byte(&self.inside, byte).find(fits));
            }
            inside_word = if byte.is_ascii() {
                byte.is_ascii_alphanumeric()
            } else {
                head.get(..=at).is_some_and(|before| before.ends_with(char::is_alphanumeric))
            };
        }
        found
    }
}

fn at_byte(lists: &[Vec<usize>], byte: u8) -> impl Iterator<Item = usize> {
    lists.get(usize::from(byte)).into_iter().flatten().copied()
}

fn earliest(left: Option<usize>, right: Option<usize>) -> Option<usize> {
    left.into_iter().chain(right).min()
}

fn clip_head(line: &str) -> &str {
    line.get(..line.floor_char_boundary(LONGEST_LINE)).unwrap_or_default()
}

fn clip_tail(line: &str) -> &str {
    line.get(line.ceil_char_boundary(line.len().saturating_sub(LONGEST_LINE))..).unwrap_or_default()
}

/// Whether a line begins with a phrase that ends where a word ends.
fn starts_with_words(line: &str, phrase: &str) -> bool {
    let ends_word = |rest: &str| !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
    line.strip_prefix(phrase).is_some_and(ends_word)
}
