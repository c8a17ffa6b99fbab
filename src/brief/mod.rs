//! Everything found in a text in; out comes a brief of it: sentences of the text itself, what is new apart from what was before, what the writer
//! wants taken away, and what answers a headline that asks.
//!
//! | file | does |
//! | --- | --- |
//! | `role` | says what is news and what was before, and by what that shows |
//! | `candidate` | says what each sentence has to offer: whose position, a condition, words that the text comes back to |
//! | `choose` | chooses, so that each party has its turn and nothing is said twice |
//! | `takeaway` | finds what the writer sums up, and what that restates |
//! | `question` | finds the sentence that answers the headline |
//! | `scene` | the look-ups that all of these share |
//! | `vocabulary` | the phrases of `data/brief`, found in one walk |
//!
//! Nothing is written here: each line is a stretch of the text. The rules have names; `data/brief/rules.csv` says what each finds.

mod candidate;
mod choose;
mod question;
mod record;
mod role;
mod scene;
mod takeaway;
mod vocabulary;

pub use record::{Answer, Brief, Group, HeadlineQuestion, Line, Role, Takeaway, Verdict};
pub use scene::Given;

use scene::Scene;

/// Puts the brief of a text together. What it costs grows with the text, and not with how many lines there are to choose from.
pub fn find(given: &Given<'_>) -> Brief {
    let scene = Scene::new(given);
    let sections = role::sections(&scene);
    let takeaways = takeaway::find(&scene);
    let taken: Vec<usize> = takeaways.iter().map(|takeaway| takeaway.sentence).collect();
    let roles = role::sentences(&scene, &sections);
    let candidates = candidate::find(&scene, &roles, &taken);
    Brief { lines: choose::choose(&candidates, &scene), question: question::find(&scene, &roles), takeaways, sections }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{actor, ingest, position, statement, syntax, time};

    /// Shows the brief that is made where no grammar was read.
    fn check(text: &str, expected: &[&str]) {
        let document = ingest::ingest("case.txt", text.as_bytes(), &crate::Options::default()).unwrap();
        let syntax = syntax::parse(&document);
        let actors = actor::find(&document, &syntax);
        let times = time::find(&document, &syntax, None);
        let statements = statement::find(&document, &syntax, &actors, None);
        let positions = position::find(&document, &syntax, &actors, &times, &statements);
        let given =
            Given { document: &document, syntax: &syntax, times: &times, statements: &statements, positions: &positions, anchor: None };
        let found = find(&given);
        let line = |line: &Line| format!("{} {}: {}", line.role.group.name(), line.role.rule, line.span.of(text));
        assert_eq!(found.lines.iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_alone_make_a_brief() {
        check(
            "Norway said the ferry would sail on Monday. For decades the strait was closed to ships of both countries.",
            &[
                "update recent_date: Norway said the ferry would sail on Monday.",
                "background past_words: For decades the strait was closed to ships of both countries.",
            ],
        );
        check("", &[]);
    }
}
