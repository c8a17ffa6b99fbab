//! A statement's cue, source and content in the tree in; out comes why it was found: the rule, and the paths that tie them together.

use std::fmt::Write;

use super::candidate::{Range, View};

/// How many steps a path has at most; a longer one shows nothing to a reader.
const LONGEST: usize = 8;

/// Why a statement was found: "rule that_clause; said >nsubj Lavrov; said >ccomp resume". A step down to a dependent is written `>`, one up
/// to a head `<`, each with the relation of the lower word.
pub fn reason(rule: &str, weighed: bool, tree: Option<(&View<'_>, usize)>, source: Option<&Range>, pieces: &[Range]) -> String {
    let chosen = rule.starts_with("chosen_");
    let mut reason = match (chosen, weighed) {
        (true, _) => format!("weights {rule}"),
        (false, true) => format!("rule {rule}, weights agree"),
        (false, false) => format!("rule {rule}"),
    };
    let Some((view, cue)) = tree else { return reason };
    let targets = [source, pieces.first()];
    let heads: Vec<usize> = targets.into_iter().flatten().filter_map(|range| view.top(range.clone())).collect();
    if heads.is_empty() {
        let _ = write!(reason, "; {}", view.letters(cue));
    }
    for head in heads {
        if let Some(path) = path(view, cue, head) {
            let _ = write!(reason, "; {path}");
        }
    }
    reason
}

/// The path in the tree from one word to another.
fn path(view: &View<'_>, from: usize, to: usize) -> Option<String> {
    let up = |word: usize| std::iter::successors(Some(word), |word| view.head(*word)).take(LONGEST + 1);
    let below: Vec<usize> = up(to).collect();
    let mut out = view.letters(from).to_owned();
    for (steps, word) in up(from).enumerate() {
        if let Some(meets) = below.iter().position(|other| *other == word) {
            if steps + meets > LONGEST {
                return None;
            }
            for lower in below.get(..meets)?.iter().rev() {
                let _ = write!(out, " >{} {}", view.relation(*lower)?.name(), view.letters(*lower));
            }
            return Some(out);
        }
        let head = view.head(word)?;
        let _ = write!(out, " <{} {}", view.relation(word)?.name(), view.letters(head));
    }
    None
}
