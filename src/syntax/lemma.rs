//! From a form and its tag to its lemma: rules that take letters off the end and put others on, learned by `model/train/lemma.py`.

use super::Vocabulary;

/// Rules are looked for with at most this many letters, or with the whole word.
const LONGEST: usize = 6;

/// The rules of a model.
#[derive(Debug, Clone, Default)]
pub struct LemmaRules {
    /// The letters of each rule with its tag behind them; `^` before a whole word.
    keys: Vocabulary,
    edits: Vec<(usize, String)>,
}

impl LemmaRules {
    /// Reads lines of `tag<tab>letters<tab>characters off<tab>put on`; `None` for a line that is none.
    pub fn new<'a>(lines: impl Iterator<Item = &'a str>, tags: &[String]) -> Option<Self> {
        let (mut keys, mut edits) = (Vec::new(), Vec::new());
        for line in lines {
            let mut fields = line.split('\t');
            let (tag, letters, off, on) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
            // A tag that the model does not use has its rules for nothing.
            if let Some(tag) = tags.iter().position(|known| known == tag) {
                keys.push(format!("{letters}{}", mark(tag)));
                edits.push((off.parse().ok()?, on.to_owned()));
            }
        }
        Some(Self { keys: Vocabulary::new(keys.iter().map(String::as_str)), edits })
    }

    /// Appends the lemma of a form. In `scratch` there is room to compute.
    pub fn apply(&self, form: &str, tag: usize, as_written: bool, scratch: &mut String, out: &mut String) {
        scratch.clear();
        scratch.push('^');
        for c in form.chars() {
            match c {
                '’' | '‘' => scratch.push('\''),
                c if as_written => scratch.push(c),
                c => scratch.extend(c.to_lowercase()),
            }
        }
        let end = scratch.len();
        scratch.push(mark(tag));
        let found = self.find(scratch, end);
        let word = scratch.get(1..end).unwrap_or("");
        let (off, on) = found.map_or((0, ""), |(off, on)| (*off, on.as_str()));
        let kept = word.char_indices().rev().take(off).last().map_or(word.len(), |(at, _)| at);
        let lemma = out.len();
        out.push_str(word.get(..kept).unwrap_or(word));
        out.push_str(on);
        if out.len() == lemma {
            out.push_str(word);
        }
    }

    /// The rule with the most letters.
    fn find(&self, key: &str, end: usize) -> Option<&(usize, String)> {
        let look = |from: usize| key.get(from..).and_then(|key| self.keys.find(key)).and_then(|number| self.edits.get(number));
        let letters = key.get(1..end).unwrap_or("");
        let longest = letters.char_indices().rev().take(LONGEST).last().map_or(letters.len(), |(at, _)| at);
        let endings = letters.char_indices().map(|(at, _)| at).filter(|at| *at >= longest).chain([letters.len()]);
        look(0).or_else(|| endings.map(|at| at + 1).find_map(look))
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
        let tags = ["NNS/NOUN", "VBD/VERB", "NNP/PROPN"].map(str::to_owned);
        let lines = "NNS/NOUN\ts\t1\t\nNNS/NOUN\ties\t3\ty\nNNS/NOUN\t^series\t0\t\nVBD/VERB\t^went\t4\tgo\nX/X\ta\t1\t";
        let rules = LemmaRules::new(lines.lines(), &tags).unwrap();
        let mut lemma = String::new();
        rules.apply(form, tag, tag == 2, &mut String::new(), &mut lemma);
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
    fn lines_that_are_no_rules_are_refused() {
        assert!(LemmaRules::new(["NNS/NOUN\ts\t1"].into_iter(), &[]).is_none());
        assert!(LemmaRules::new(["NNS/NOUN\ts\tone\t"].into_iter(), &["NNS/NOUN".to_owned()]).is_none());
    }
}
