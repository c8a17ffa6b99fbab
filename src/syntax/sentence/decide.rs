//! The judgement about one place.

use super::place::{Closed, Gap, Mark, Next, Place};
use crate::syntax::{
    character::is_opening_quote,
    knowledge::{Abbreviation, AbbreviationClass, knowledge},
};

/// What was found about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether the sentence ends there.
    pub ends: bool,
    /// Whether the full stop behind the word is then a token of its own.
    pub parts_stop: bool,
    /// The rule that said so.
    pub rule: &'static str,
}

fn ends(rule: &'static str) -> Decision {
    Decision { ends: true, parts_stop: false, rule }
}

fn goes_on(rule: &'static str) -> Decision {
    Decision { ends: false, parts_stop: false, rule }
}

/// Whether a sentence ends at a place.
pub fn decide(place: &Place) -> Decision {
    let decision = match place {
        Place { next: Next::Nothing, .. } => ends("block"),
        Place { next: Next::Continuing, opened: None, .. } => goes_on("continuing-mark"),
        Place { mark: Mark::Spaced(count), .. } => spaced(*count),
        Place { mark: Mark::Stop | Mark::Ellipsis | Mark::Acronym | Mark::Abbreviation(_), tokens_before: 0, .. } => {
            goes_on("nothing-before")
        }
        Place { gap: Gap::None, .. } => glued(place),
        Place { mark: Mark::Strong, .. } => strong(place),
        Place { mark: Mark::Ellipsis, .. } => ellipsis(place),
        Place { mark: Mark::Stop, .. } => stop(place),
        Place { mark: Mark::Initial, .. } => initial(place),
        Place { mark: Mark::Acronym, .. } => acronym(place),
        Place { mark: Mark::Abbreviation(found), .. } => abbreviation(place, *found),
    };
    // A single letter behind a word in small letters is a letter ("plan B.", "you and I."), not the initial of a name.
    let is_letter = place.mark == Mark::Initial && place.previous.chars().next().is_some_and(char::is_lowercase);
    Decision { parts_stop: decision.ends && (is_letter || gives_up_stop(place)), ..decision }
}

/// Whether an abbreviation leaves its full stop to the sentence that it ends: "etc.", "p.m.". The ends of names ("Inc.", "Jr.") and
/// acronyms keep it, as they do everywhere.
fn gives_up_stop(place: &Place) -> bool {
    let Mark::Abbreviation(found) = place.mark else { return false };
    let is_plain = matches!(found.class, AbbreviationClass::Latin | AbbreviationClass::Time);
    is_plain && found.may_end && place.tokens_before > 0 && !place.followed_by_mark && place.closed == Closed::Nothing
}

/// "capabilities.To": the space is missing.
fn glued(place: &Place) -> Decision {
    let capital = place.next == Next::Capital && (place.next_word.len() > 1 || knowledge().is_opener(place.next_word));
    let after_word = place.word.chars().next_back().is_some_and(|c| c.is_lowercase() || c.is_numeric());
    match place.mark {
        Mark::Stop if capital && (after_word || place.closed != Closed::Nothing) => ends("missing-space"),
        Mark::Strong if capital || place.next == Next::Other => ends("missing-space"),
        Mark::Acronym if capital && knowledge().is_opener(place.next_word) => ends("missing-space"),
        Mark::Abbreviation(found) if found.may_end && capital && knowledge().is_opener(place.next_word) => ends("missing-space"),
        _ => goes_on("glued"),
    }
}

fn spaced(count: usize) -> Decision {
    if count > 3 { ends("spaced-ellipsis-and-stop") } else { goes_on("spaced-ellipsis") }
}

fn strong(place: &Place) -> Decision {
    if place.next == Next::Small && place.closed != Closed::Nothing {
        return goes_on("reporting-clause");
    }
    if place.closed == Closed::Quote && place.next_reports {
        return goes_on("reporting-clause");
    }
    let mut name = place.word.to_owned();
    name.push_str(place.written);
    if place.closed == Closed::Nothing
        && (place.next == Next::Small || !knowledge().is_opener(place.next_word))
        && knowledge().is_marked_name(&name)
    {
        return goes_on("name-with-mark");
    }
    ends("strong-stop")
}

fn ellipsis(place: &Place) -> Decision {
    // "[...]" stands for words left out.
    if place.word == "[" && place.closed != Closed::Nothing && (place.next != Next::Capital || place.opened.is_some()) {
        return goes_on("omission");
    }
    match place.next {
        Next::Small | Next::Number => goes_on("ellipsis-inside"),
        _ => ends("ellipsis"),
    }
}

fn stop(place: &Place) -> Decision {
    if place.next == Next::Small {
        if place.closed != Closed::Nothing {
            return goes_on("reporting-clause");
        }
        // "(two things:) 1. that ... and 2. that ..."
        if place.word.len() < 3 && place.word.bytes().all(|b| b.is_ascii_digit()) {
            return goes_on("label");
        }
        // An abbreviation that no table has: "mgmt. of".
        if place.word.len() < 6 && place.word.chars().all(|c| c.is_alphabetic() && !"aeiouyAEIOUY".contains(c)) {
            return goes_on("unknown-abbreviation");
        }
        return ends("small-start");
    }
    ends("stop")
}

fn initial(place: &Place) -> Decision {
    if place.next != Next::Capital || place.tokens_before == 0 {
        return goes_on("initial");
    }
    let after_small = place.previous.chars().next().is_some_and(char::is_lowercase);
    if place.word == "I" && after_small || knowledge().is_opener(place.next_word) && place.next_word != "I" {
        return ends("letter-and-stop");
    }
    if place.closed == Closed::Quote || place.opened.is_some_and(is_opening_quote) && after_small {
        return ends("letter-and-stop");
    }
    goes_on("initial")
}

fn acronym(place: &Place) -> Decision {
    if place.next == Next::Capital && opens(place) { ends("acronym-final") } else { goes_on("acronym") }
}

fn abbreviation(place: &Place, found: Abbreviation) -> Decision {
    if !found.may_end || place.next != Next::Capital {
        return goes_on("abbreviation");
    }
    // "At 5 a.m. Mr. Smith ...": no sentence yet.
    if found.class == AbbreviationClass::Time && place.tokens_before < 3 {
        return goes_on("opening-time");
    }
    if found.class == AbbreviationClass::Time && place.next_is_title {
        return ends("abbreviation-final");
    }
    if opens(place) { ends("abbreviation-final") } else { goes_on("abbreviation") }
}

/// Whether the word that follows an abbreviation shows that a sentence begins.
fn opens(place: &Place) -> bool {
    place.closed == Closed::Quote || place.opened.is_some_and(is_opening_quote) || knowledge().is_opener(place.next_word)
}
