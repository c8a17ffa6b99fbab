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
    /// Whether the next sentence is a further item of a list.
    pub before_item: bool,
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
            found.push(End { after: index, stop: None, before_item: true, rule: "list-item" });
            first = index;
        } else if index > first && view.gap(index) >= Gap::Line && lines.end_sentences(view.gap(index)) {
            found.push(End { after: index, stop: None, before_item: false, rule: "line" });
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
            found.push(End { after: place.after, stop, before_item: list.next_item(&view, place.after), rule: decision.rule });
            first = place.after;
        }
        index = place.after;
    }
    if first < tokens.len() {
        found.push(End { after: tokens.len(), stop: None, before_item: false, rule: "block" });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{syntax::token::tokenize, text::Span};

    /// The rules that ended the sentences, in order.
    fn check(text: &str, rules: &[&str]) {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let found: Vec<_> = ends(text, &tokens).iter().map(|end| end.rule).collect();
        assert_eq!(found, rules, "{text:?}");
    }

    #[test]
    fn each_end_names_its_rule() {
        check("They met. They left.", &["stop", "block"]);
        check("They met. they left", &["small-start", "block"]);
        check("They met?! They left", &["strong-stop", "block"]);
        check("They met.They left", &["missing-space", "block"]);
        check("They met... They left", &["ellipsis", "block"]);
        check("They met . . . . They left", &["spaced-ellipsis-and-stop", "block"]);
        check("It was plan B. They left", &["letter-and-stop", "block"]);
        check("They saw the U.S. They left", &["acronym-final", "block"]);
        check("They saw Lind Jr. They left", &["abbreviation-final", "block"]);
        check("1) guns 2) roads", &["list-item", "block"]);
        check("Guns\nRoads", &["line", "block"]);
    }

    #[test]
    fn each_rule_has_its_limits() {
        check("They met, in 3. Then nothing.", &["stop", "block"]);
        check("They met (in May), he said", &["block"]);
        check("“They met.” he said", &["block"]);
        check("They met... and left", &["block"]);
        check("They met . . . They left", &["block"]);
        check("They met B. Lind", &["block"]);
        check("They saw the U.S. Senate", &["block"]);
        check("They saw Lind Jr. Oslo", &["block"]);
        check("They saw Mr. The", &["block"]);
        check("U.S. They left", &["block"]);
        check("Sold by the tbsp. of oil", &["block"]);
        check("There are two: 1. that they met and 2. that they left", &["block"]);
        check("Guns,\nroads", &["block"]);
        check("1) guns 3) roads", &["block"]);
    }
}
