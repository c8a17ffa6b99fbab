//! Words that judge or heighten, and fixed terms with a word exchanged.

use super::{
    Finding, FindingKind,
    phrase::Phrase,
    scene::{Line, Scene},
};

/// Finds them in a sentence.
pub fn find(scene: &Scene<'_>, line: &Line<'_>, is_heading: bool, findings: &mut Vec<Finding>) {
    for hit in line.hits {
        for phrase in hit.values {
            let found = match phrase {
                Phrase::Loaded(category) => Finding::new(hit.span, FindingKind::Loaded, category, "loaded_phrase", "judges_or_heightens"),
                Phrase::Odd(usual) => Finding {
                    usual: Some(usual),
                    ..Finding::new(hit.span, FindingKind::Quality, "odd_collocation", "near_synonym", "possible_machine_rewriting")
                },
                _ => continue,
            };
            // "Operation Savage Dawn": what has a capital inside a sentence is a name.
            let is_name = !is_heading && found.kind == FindingKind::Loaded && is_capital_inside(scene, line, hit.span.start);
            if !is_name {
                findings.push(Finding { statement: scene.voice(hit.span), ..found });
            }
        }
    }
}

/// Whether a word begins with a capital and no beginning of a sentence, quotation or clause behind a colon explains that.
fn is_capital_inside(scene: &Scene<'_>, line: &Line<'_>, offset: usize) -> bool {
    let at = line.token_at(offset);
    let before = line.word(scene.text, at.wrapping_sub(1));
    line.word(scene.text, at).starts_with(char::is_uppercase) && before.chars().any(char::is_alphanumeric)
}
