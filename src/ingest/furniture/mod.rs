//! Drafts in; out come the same with page furniture marked, each with the reason it was taken for that. Nothing is ever deleted.

mod credit;
mod digest;
mod line;
mod position;
mod reason;

pub use digest::mark_digest;
pub use position::mark_by_position;
pub use reason::explanation;

use super::block::Draft;

/// Marks what lines show by their own words: phrases of the page, credits, bylines, lists of networks. Credits are split off from the
/// text beside them.
pub fn mark_by_words(text: &str, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut drafts = credit::split_credits(text, drafts);
    let middle = text.len() / 2;
    for draft in &mut drafts {
        if let Some(reason) = line::reason(text, draft, middle) {
            draft.make_furniture(reason);
        }
    }
    drafts
}
