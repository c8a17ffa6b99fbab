//! What somebody has not said: "no official said", "stopped short of saying", "why has she said …?".

use std::{collections::BTreeSet, sync::LazyLock};

use super::{Clause, Cue, Words};
use crate::{actor::words::Part, lexicon::VerbKind, statement::negation::class};

/// How many words of a governing phrase stand before an -ing form ("shied away from").
const MAX_GOVERNING: usize = 3;

static SUBJECTS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| class("subject").collect());
static GOVERNING: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| class("before").collect());

/// Whether the subject is nobody.
pub(super) fn is_nobody(clause: &Clause<'_>, source: &Words) -> bool {
    SUBJECTS.contains(clause.lower(source.start))
        || source.start > 0 && !clause.is_quoted(source.start - 1) && SUBJECTS.contains(clause.lower(source.start - 1))
}

/// Whether the verb group denies, or supposes, that it happened. Attitudes can be held in the negative ("did not think"); a speech act that did not
/// happen was none.
pub(super) fn is_denied(clause: &Clause<'_>, cue: &Cue) -> bool {
    // Not to rule out or not to deny is to say something, too.
    let refusal = matches!(cue.verb.kind, VerbKind::Refuse | VerbKind::Deny);
    let attitude = refusal || matches!(cue.verb.kind, VerbKind::Think | VerbKind::Want | VerbKind::Fear | VerbKind::Agree);
    let negated = (cue.group..cue.at).any(|index| clause.part(index) == Some(Part::Negation) || clause.lower(index).ends_with("n't"));
    let supposed = (cue.group..cue.at).any(|index| clause.lower(index) == "would" && clause.lower(index + 1) == "have");
    negated && !attitude || supposed
}

/// Whether the words before an -ing form say that it did not happen.
pub(super) fn is_averted(clause: &Clause<'_>, cue: &Cue) -> bool {
    let mut words = String::new();
    for index in (cue.group.saturating_sub(MAX_GOVERNING)..cue.group).rev() {
        words = if words.is_empty() { clause.lower(index).to_owned() } else { format!("{} {words}", clause.lower(index)) };
        if GOVERNING.contains(words.as_str()) {
            return true;
        }
    }
    false
}

/// Whether the subject stands behind an auxiliary, as in a question or a condition: "has she said …?", "had she said so, …".
pub(super) fn is_inverted(clause: &Clause<'_>, source: &Words) -> bool {
    let Some(auxiliary) = source.start.checked_sub(1).filter(|&index| clause.part(index) == Some(Part::Auxiliary)) else { return false };
    let opens = match clause.before(auxiliary) {
        None | Some(Part::Wh | Part::Quote | Part::Break | Part::Negation | Part::Coordinator | Part::Comma) => true,
        _ => clause.lower(auxiliary - 1) == "when" || clause.lower(auxiliary - 1) == "where",
    };
    opens && clause.lower(auxiliary.wrapping_sub(1)) != "only"
}
