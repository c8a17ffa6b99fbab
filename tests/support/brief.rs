//! A brief as lines that a person can check.

use rapporteur::report::Report;

use super::render::Text;

/// The lines, each with its group, rule, words, the words that show the group, and whose turn it is.
pub fn brief(report: &Report, text: &Text) -> Vec<String> {
    let lines = report.summary.iter();
    lines
        .map(|line| {
            let why = if line.why == line.span { "-".to_owned() } else { text.words(&line.why) };
            let parties = if line.parties.is_empty() { "-".to_owned() } else { line.parties.join(" ") };
            format!("{} {}: {} | {why} | {parties}", line.group, line.rule, text.words(&line.span))
        })
        .collect()
}

/// What the writer wants taken away, each with its rule, its voice and what it restates.
pub fn takeaways(report: &Report, text: &Text) -> Vec<String> {
    let restated =
        |index: &usize| report.sentences.get(*index).map_or(String::new(), |sentence| format!(" <- {}", text.words(&sentence.span)));
    let takeaways = report.takeaways.iter();
    takeaways
        .map(|takeaway| {
            let restates: String = takeaway.restates.iter().map(restated).collect();
            format!("{} {}: {} | {}{restates}", takeaway.voice, takeaway.rule, text.words(&takeaway.why), text.words(&takeaway.span))
        })
        .collect()
}

/// The question of the headline, what answers it, and how.
pub fn question(report: &Report, text: &Text) -> Vec<String> {
    let Some(asked) = &report.headline_question else { return vec!["none".to_owned()] };
    let answer = asked.answer.as_ref().map_or("no answer".to_owned(), |range| text.words(range));
    let why: Vec<String> = asked.why.iter().map(|range| text.words(range)).collect();
    let kind = if asked.polar { "yes or no" } else { "open" };
    let verdict = asked.verdict.unwrap_or("-");
    vec![format!("{kind}: {} -> {answer} | {verdict} | {}", text.words(&asked.question), why.join(" … "))]
}
