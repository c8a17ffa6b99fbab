//! From a form and its tag to its lemma: rules that take letters off the end and put others on, learned by `model/train/lemma.py`.

use super::{
    Vocabulary,
    tag::{Upos, Xpos, parse_tag},
};

/// Rules are looked for with at most this many letters, or with the whole word.
const LONGEST: usize = 6;

/// The rules of a model.
#[derive(Debug, Clone, Default)]
pub struct LemmaRules {
    /// The letters of each rule with its tag behind them; `^` before a whole word.
    keys: Vocabulary,
    edits: Vec<(usize, String)>,
    /// For each tag, how its words are taken.
    manners: Vec<Manner>,
}

/// How the words of a tag are taken.
#[derive(Debug, Clone, Copy, Default)]
struct Manner {
    /// With the letters as they are written; others in small letters.
    as_written: bool,
    /// As inflected forms, whose stem may need mending.
    inflected: bool,
}

impl LemmaRules {
    /// Reads lines of `tag<tab>letters<tab>characters off<tab>put on`; `None` for a line that is none.
    pub fn new<'a>(lines: impl Iterator<Item = &'a str>, tags: &[(Xpos, Upos)]) -> Option<Self> {
        let (mut keys, mut edits) = (Vec::new(), Vec::new());
        for line in lines {
            let mut fields = line.split('\t');
            let (tag, letters, off, on) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
            // A tag that the model does not use has its rules for nothing.
            if let Some(tag) = parse_tag(tag).and_then(|tag| tags.iter().position(|known| *known == tag)) {
                keys.push(format!("{letters}{}", mark(tag)));
                edits.push((off.parse().ok()?, on.to_owned()));
            }
        }
        let manner = |(xpos, upos): &(Xpos, Upos)| Manner {
            as_written: matches!(upos, Upos::Propn | Upos::X | Upos::Sym) || matches!(xpos, Xpos::Nnp | Xpos::Nnps),
            inflected: matches!(xpos, Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbz | Xpos::Nns),
        };
        Some(Self { keys: Vocabulary::new(keys.iter().map(String::as_str)), edits, manners: tags.iter().map(manner).collect() })
    }

    /// Appends the lemma of a form. In `scratch` there is room to compute; `words` are known words in small letters.
    pub fn apply(&self, form: &str, tag: usize, words: &Vocabulary, scratch: &mut String, out: &mut String) {
        let manner = self.manners.get(tag).copied().unwrap_or_default();
        scratch.clear();
        scratch.push('^');
        for c in form.chars() {
            match c {
                '’' | '‘' => scratch.push('\''),
                c if manner.as_written => scratch.push(c),
                c => scratch.extend(c.to_lowercase()),
            }
        }
        let end = scratch.len();
        scratch.push(mark(tag));
        let (off, on, whole) = self.find(scratch, end);
        let word = scratch.get(1..end).unwrap_or("");
        let kept = word.char_indices().rev().take(off).last().map_or(word.len(), |(at, _)| at);
        let start = out.len();
        out.push_str(word.get(..kept).unwrap_or(word));
        out.push_str(on);
        if out.len() == start {
            out.push_str(word);
        }
        if manner.inflected && !whole && off > 0 {
            mend(start, words, out);
        }
    }

    /// What the rule with the most letters takes off and puts on, and whether it is one for a whole word.
    fn find(&self, key: &str, end: usize) -> (usize, &str, bool) {
        let look = |from: usize| {
            let (off, on) = self.edits.get(self.keys.find(key.get(from..)?)?)?;
            Some((*off, on.as_str(), from == 0))
        };
        let letters = key.get(1..end).unwrap_or("");
        let longest = letters.char_indices().rev().take(LONGEST).last().map_or(letters.len(), |(at, _)| at);
        let endings = letters.char_indices().map(|(at, _)| at).filter(|at| *at >= longest).chain([letters.len()]);
        look(0).or_else(|| endings.map(|at| at + 1).find_map(look)).unwrap_or((0, "", false))
    }
}

/// Mends a stem that is no known word, if it becomes one so: with an "e" ("provok"), with its last letter twice ("smel") or once ("plann").
fn mend(start: usize, words: &Vocabulary, out: &mut String) {
    let stem = out.get(start..).unwrap_or("");
    let mut letters = stem.chars().rev();
    let (Some(last), Some(before)) = (letters.next(), letters.next()) else { return };
    if words.find(stem).is_some() {
        return;
    }
    let end = out.len();
    for letter in ['e', last] {
        out.push(letter);
        if out.get(start..).is_some_and(|word| words.find(word).is_some()) {
            return;
        }
        out.truncate(end);
    }
    if last == before {
        out.pop();
        if out.get(start..).is_none_or(|word| words.find(word).is_none()) {
            out.push(last);
        }
    }
}

/// The sign that a tag has at the end of a key.
fn mark(tag: usize) -> char {
    u32::try_from(tag).ok().and_then(|tag| char::from_u32(0xE000 + tag)).unwrap_or('\u{E000}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: &str, tag: usize, expected: &str) {
        let tags = ["NNS/NOUN", "VBD/VERB", "NNP/PROPN"].map(|tag| parse_tag(tag).unwrap());
        let lines = "NNS/NOUN\ts\t1\t\nNNS/NOUN\ties\t3\ty\nNNS/NOUN\t^series\t0\t\nVBD/VERB\t^went\t4\tgo\nVBD/VERB\ted\t2\t\nX/X\ta\t1\t";
        let rules = LemmaRules::new(lines.lines(), &tags).unwrap();
        let words = Vocabulary::new(["provoke", "smell", "plan", "agree", "talk"]);
        let mut lemma = String::new();
        rules.apply(form, tag, &words, &mut String::new(), &mut lemma);
        assert_eq!(lemma, expected);
    }

    #[test]
    fn the_longest_rule_holds() {
        check("Talks", 0, "talk");
        check("parties", 0, "party");
        check("series", 0, "series");
        check("went", 1, "go");
        check("underwent", 1, "underwent");
        check("Talks", 2, "Talks");
        check("’s", 2, "'s");
        check("s", 0, "s");
        check("", 0, "");
    }

    #[test]
    fn stems_are_mended_into_known_words() {
        check("talked", 1, "talk");
        check("provoked", 1, "provoke");
        check("smelled", 1, "smell");
        check("planned", 1, "plan");
        check("agreed", 1, "agree");
        check("blorked", 1, "blork");
    }

    #[test]
    fn lines_that_are_no_rules_are_refused() {
        assert!(LemmaRules::new(["NNS/NOUN\ts\t1"].into_iter(), &[]).is_none());
        assert!(LemmaRules::new(["NNS/NOUN\ts\tone\t"].into_iter(), &[(Xpos::Nns, Upos::Noun)]).is_none());
    }
}
