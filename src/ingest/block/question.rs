//! Questions and their answers.

use super::Draft;
use crate::{
    ingest::{
        BlockKind,
        phrase::{self, Role},
        words::{self, starts_large, without_closing},
    },
    text::Span,
};

/// A question has at most so many words; a longer one is a paragraph that ends in one.
const QUESTION_WORDS: usize = 40;
/// The label of a question or answer has at most so many bytes.
const LABEL: usize = 12;

/// Marks questions and answers that no label marks, in two forms: questions under a heading that announces them; and a row
/// of two or more questions each of which one block follows. Questions with more behind them are headings of their sections.
pub fn pair_questions(text: &str, drafts: &mut [Draft]) {
    let mut at = 0;
    let mut announced = false;
    let mut row: Vec<(usize, usize)> = Vec::new();
    while at < drafts.len() {
        let Some(draft) = drafts.get(at) else { break };
        let is_heading = matches!(draft.kind, BlockKind::Heading { .. });
        let is_question = is_question(text, draft);
        if is_heading && !(announced && is_question) {
            let next = phrase::is(Role::Faq, draft.words(text));
            settle(drafts, &row, announced);
            row.clear();
            announced = next;
        }
        if !(is_question && (drafts.get(at).is_some_and(Draft::is_open) || (is_heading && announced))) {
            at += 1;
            continue;
        }
        let answer = drafts.iter().skip(at + 1).take_while(|next| is_answer(text, next)).count();
        row.push((at, answer));
        at += 1 + answer;
    }
    settle(drafts, &row, announced);
}

/// Makes a row of questions what it is: pairs, headings, or nothing.
fn settle(drafts: &mut [Draft], row: &[(usize, usize)], announced: bool) {
    let article =
        |from: usize, count: usize, drafts: &[Draft]| drafts.iter().skip(from).take(count).filter(|draft| !draft.is_furniture()).count();
    let answered: Vec<_> =
        row.iter().map(|&(at, count)| (at, count, article(at + 1, count, drafts))).filter(|(.., found)| *found > 0).collect();
    // Between the questions of a row nothing but their answers may stand.
    let one_each = answered.len() >= 2
        && answered.iter().all(|(.., found)| *found == 1)
        && answered.windows(2).all(|pair| matches!(pair, [above, below] if above.0 + above.1 + 1 == below.0));
    for &(at, count, _) in &answered {
        if announced || one_each {
            if let Some(question) = drafts.get_mut(at) {
                question.kind = BlockKind::Question;
            }
            for answer in drafts.iter_mut().skip(at + 1).take(count) {
                answer.answers = !answer.is_furniture();
            }
        } else if answered.len() >= 2
            && let Some(question) = drafts.get_mut(at)
        {
            question.kind = BlockKind::Heading { level: 2 };
        }
    }
}

/// Whether a block is one question and no more; what is quoted is somebody's question and not the page's.
#[inline(never)]
pub fn is_question(text: &str, draft: &Draft) -> bool {
    let words = draft.words(text);
    let bare = words.trim_end_matches(['"', '”', '»', ')', '*', '_']);
    bare.ends_with(['?', '？', '؟'])
        && draft.lines <= 2
        && starts_large(words)
        && !words.contains(['“', '"', '«'])
        && words::count(words, QUESTION_WORDS + 1) <= QUESTION_WORDS
        && !without_closing(bare.trim_end_matches(['?', '？', '؟'])).contains(". ")
}

fn is_answer(text: &str, draft: &Draft) -> bool {
    match draft.kind {
        BlockKind::Heading { .. } | BlockKind::Question => false,
        BlockKind::Paragraph => !is_question(text, draft),
        _ => true,
    }
}

/// Marks blocks that call themselves question or answer: "Q: …", "A: …".
pub fn mark_labelled(text: &str, drafts: &mut [Draft]) {
    let mut asked = false;
    for draft in drafts {
        let label = draft.is_open().then(|| label(text, draft.content)).flatten();
        match label {
            Some((Role::Question, content)) => {
                draft.kind = BlockKind::Question;
                draft.content = content;
                draft.marked = true;
                asked = true;
            }
            Some((_, content)) if asked => {
                draft.answers = true;
                draft.content = content;
                draft.marked = true;
                asked = false;
            }
            _ => asked &= draft.is_furniture(),
        }
    }
}

/// The label of a question or answer and what follows it: a word of the list, perhaps with a number, then a colon or full stop.
fn label(text: &str, span: Span) -> Option<(Role, Span)> {
    let words = span.of(text);
    let marks = |c: char| matches!(c, '*' | '_');
    let bare = words.trim_start_matches(marks);
    let end = bare.bytes().take(LABEL + 1).position(|byte| matches!(byte, b':' | b'.'))?;
    let name = bare.get(..end)?.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || marks(c));
    let role = [Role::Question, Role::Answer].into_iter().find(|role| phrase::is(*role, name))?;
    let rest = bare.get(end + 1..)?.trim_start_matches(marks);
    let content = Span::new(span.end - rest.len(), span.end).trimmed(text);
    (rest.starts_with(char::is_whitespace) && !content.is_empty()).then_some((role, content))
}
