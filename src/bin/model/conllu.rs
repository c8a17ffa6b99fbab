//! Sentences from CoNLL-U, or from lines of tokens parted by spaces.

use std::io::{self, BufRead};

/// The forms of a sentence, and the comment lines before it.
#[derive(Debug, Default)]
pub struct Sentence {
    /// The lines that begin with `#`.
    pub comments: Vec<String>,
    /// The syntactic words; ranges and empty nodes are left out.
    pub forms: Vec<String>,
}

/// Reads sentences one by one.
pub fn each(input: &mut impl BufRead, mut take: impl FnMut(Sentence) -> io::Result<()>) -> io::Result<()> {
    let mut sentence = Sentence::default();
    for line in input.lines() {
        let line = line?;
        let mut columns = line.split('\t');
        match (columns.next(), columns.next()) {
            _ if line.is_empty() => flush(&mut sentence, &mut take)?,
            (Some(comment), None) if is_comment(comment) => sentence.comments.push(line),
            (Some(number), Some(form)) => {
                if number.bytes().all(|byte| byte.is_ascii_digit()) {
                    sentence.forms.push(form.to_owned());
                }
            }
            _ => {
                sentence.forms.extend(line.split(' ').filter(|form| !form.is_empty()).map(str::to_owned));
                flush(&mut sentence, &mut take)?;
            }
        }
    }
    flush(&mut sentence, &mut take)
}

/// Lines of tokens may begin with the same sign.
fn is_comment(line: &str) -> bool {
    line.strip_prefix("# ").is_some_and(|rest| rest.contains('=') || rest.starts_with("new"))
}

fn flush(sentence: &mut Sentence, take: &mut impl FnMut(Sentence) -> io::Result<()>) -> io::Result<()> {
    let sentence = std::mem::take(sentence);
    if sentence.forms.is_empty() { Ok(()) } else { take(sentence) }
}
