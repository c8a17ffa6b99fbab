//! The marks of list items.

use crate::{ingest::line::Line, text::Span};

/// The mark of a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// What comes after the mark.
    pub content: Span,
    /// The column where that starts.
    pub column: u32,
    /// Whether the mark is a number or letter.
    pub numbered: bool,
}

/// Signs that make a list item even without a space behind them.
const BULLETS: [char; 10] = ['•', '‣', '⁃', '◦', '▪', '▫', '■', '●', '○', '➢'];
/// Signs that do so only with a space behind them.
const DASHES: [char; 5] = ['-', '*', '–', '·', '−'];

/// The list item that a line starts: with a bullet, a dash, or a number or letter with a full stop or bracket. A plus sign is one in
/// Markdown only.
pub fn item(text: &str, line: &Line, markdown: bool) -> Option<Item> {
    let words = line.words.of(text);
    let first = words.chars().next()?;
    let (mark, numbered) = if BULLETS.contains(&first) {
        (first.len_utf8(), false)
    } else if DASHES.contains(&first) || (markdown && first == '+') {
        let mark = first.len_utf8();
        let rest = words.get(mark..)?;
        // "+ 3 more" counts and lists nothing.
        let counts = first == '+' && rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        (rest.starts_with(char::is_whitespace) && !counts).then_some((mark, false))?
    } else {
        let mark = number(words)?;
        words.get(mark..)?.starts_with(char::is_whitespace).then_some((mark, true))?
    };
    let content = Span::new(line.words.start + mark, line.words.end).trimmed(text);
    if content.is_empty() || goes_on(words.get(..mark)?, content.of(text)) {
        return None;
    }
    let columns = u32::try_from(Span::new(line.words.start, content.start).of(text).chars().count()).unwrap_or(u32::MAX);
    Some(Item { content, column: line.indent.saturating_add(columns), numbered })
}

/// Whether the next item stands in the same line: the line is then a sentence with a list inside rather than one item.
fn goes_on(mark: &str, content: &str) -> bool {
    let core = mark.trim_matches(['(', ')', '.']);
    let next = match (core.parse::<u32>(), core.as_bytes()) {
        (Ok(number), _) => mark.replace(core, &(number + 1).to_string()),
        (_, [letter @ b'a'..=b'y']) if mark.len() > 1 => mark.replace(char::from(*letter), &char::from(letter + 1).to_string()),
        _ if BULLETS.iter().any(|bullet| mark.starts_with(*bullet)) => mark.to_owned(),
        _ => return false,
    };
    content.match_indices(&next).any(|(at, _)| {
        let before = content.get(..at).is_some_and(|before| before.ends_with(char::is_whitespace));
        let after = content.get(at + next.len()..).is_some_and(|after| after.starts_with(char::is_whitespace));
        before && after
    })
}

/// How many bytes the number of an item takes: `1.`, `12)`, `(3)`, `a)`, `(b)`, `iv)`.
fn number(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let open = usize::from(bytes.first() == Some(&b'('));
    let digits = bytes.iter().skip(open).take_while(|byte| byte.is_ascii_digit()).take(4).count();
    let letters = bytes.iter().skip(open).take_while(|byte| byte.is_ascii_lowercase()).take(5).count();
    let close = bytes.get(open + digits + letters)?;
    let roman = || bytes.iter().skip(open).take(letters).all(|byte| b"ivx".contains(byte));
    let sound = match (digits, letters) {
        (1..=3, 0) => *close == b')' || (*close == b'.' && open == 0),
        (0, 1) => *close == b')',
        (0, 2..=4) => *close == b')' && roman(),
        _ => false,
    };
    sound.then_some(open + digits + letters + 1)
}

/// How deep items lie, told by their indentation.
#[derive(Debug, Default)]
pub struct Depth {
    /// The indentation of the items that are open, the outermost first.
    open: Vec<u32>,
}

impl Depth {
    /// The depth of the next item.
    pub fn of(&mut self, indent: u32) -> u8 {
        while self.open.last().is_some_and(|open| *open > indent) {
            self.open.pop();
        }
        if self.open.last() != Some(&indent) {
            self.open.push(indent);
        }
        u8::try_from(self.open.len() - 1).unwrap_or(u8::MAX)
    }

    /// Forgets the list; to be called where something else stands.
    pub fn end(&mut self) {
        self.open.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::line::lines;

    fn check(text: &str, expected: Option<&str>) {
        let found = item(text, &lines(text)[0], false);
        assert_eq!(found.map(|item| item.content.of(text)), expected, "{text}");
    }

    #[test]
    fn marks_of_items() {
        for text in
            ["- talks", "• talks", "•talks", "* talks", "– talks", "⁃ talks", "1. talks", "2) talks", "(3) talks", "a) talks", "iv) talks"]
        {
            check(text, Some("talks"));
        }
    }

    #[test]
    fn what_only_looks_like_a_mark() {
        for text in [
            "-talks",
            "— he said",
            "2022. A year",
            "J. Smith",
            "no) talks",
            "1.5 million",
            "-",
            "+ 1 more",
            "**bold** words",
            "a) one b) two",
            "1. One 2. Two",
            "• one • two",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn depth_follows_indentation() {
        let mut depth = Depth::default();
        let found: Vec<_> = [0, 2, 4, 2, 6, 0].into_iter().map(|indent| depth.of(indent)).collect();
        assert_eq!(found, [0, 1, 2, 1, 2, 0]);
    }
}
