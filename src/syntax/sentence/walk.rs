//! The walk over the tokens, from one place where a sentence may end to the next.

use super::{
    Place, decide,
    line::Lines,
    list::List,
    place::{Gap, View},
};
use crate::syntax::Token;

/// The end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End {
    /// The index behind its last token.
    pub after: usize,
    /// The token whose full stop is a token of its own after all.
    pub stop: Option<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Where the sentences of a stretch of text end, the last at its last token.
pub fn ends(text: &str, tokens: &[Token]) -> Vec<End> {
    let view = View { text, tokens };
    let lines = Lines::of(&view);
    let mut found = Vec::new();
    let mut list = List::default();
    let mut first = 0;
    let mut index = 0;
    while index < tokens.len() {
        if index > first && list.next_item(&view, index) {
            found.push(End { after: index, stop: None, rule: "list-item" });
            first = index;
        } else if index > first && view.gap(index) >= Gap::Line && lines.end_sentences(view.gap(index)) {
            found.push(End { after: index, stop: None, rule: "line" });
            first = index;
        }
        if index == first {
            let label = list.label(&view, index);
            if label > index {
                index = label;
                continue;
            }
        }
        let Some(place) = Place::at(&view, first, index) else {
            index += 1;
            continue;
        };
        let decision = decide(&place);
        if decision.ends {
            let stop = decision.parts_stop.then_some(place.mark_index);
            found.push(End { after: place.after, stop, rule: decision.rule });
            first = place.after;
        }
        index = place.after;
    }
    if first < tokens.len() {
        found.push(End { after: tokens.len(), stop: None, rule: "block" });
    }
    found
}
