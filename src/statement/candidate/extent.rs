//! Which words around its head may belong to a cue: auxiliaries, particles, the noun of a light verb.

use super::view::{Range, View};
use crate::syntax::Xpos;

/// How many words before and behind its head a cue may reach.
const REACH: usize = 6;

/// The possible extents of the cue at a token; none reaches into a mark or into what is taken: content, source, addressee.
pub fn extents(view: &View<'_>, cue: usize, taken: &[&Range]) -> Vec<Range> {
    let around = view.around(cue);
    let closed =
        |index: usize| taken.iter().any(|range| range.contains(&index)) || view.is_mark(index) || view.xpos(index) == Some(Xpos::Pos);
    let mut starts = vec![cue];
    while let Some(before) = starts.last().and_then(|start| start.checked_sub(1)) {
        if before < around.start || starts.len() > REACH || closed(before) {
            break;
        }
        starts.push(before);
    }
    let mut ends = vec![cue + 1];
    while let Some(&end) = ends.last() {
        if end >= around.end || ends.len() > REACH || closed(end) {
            break;
        }
        ends.push(end + 1);
    }
    starts.iter().flat_map(|start| ends.iter().map(move |end| *start..*end)).collect()
}
