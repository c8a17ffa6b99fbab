//! Whether a line break is the end of a paragraph or only the end of a line.

use crate::ingest::{
    line::Line,
    words::{ends_sentence, starts_small},
};

/// Lines wider than this were not broken to fit a page or a screen.
const WIDEST: u32 = 120;
/// A broken line is at least this wide, or it is no line of running text.
const NARROWEST: u32 = 40;

/// What the whole text shows about its line breaks.
#[derive(Debug)]
pub struct Wrap {
    /// For every line, the width of the widest one in its run of lines without a gap.
    widest: Vec<u32>,
    /// Whether the text was broken to a width.
    wrapped: bool,
}

impl Wrap {
    /// Looks at all line breaks of a text: it was broken to a width if many a break falls inside a sentence and just where the next
    /// word would not have fitted.
    pub fn of(text: &str, lines: &[Line]) -> Self {
        let mut wrap = Self { widest: widest(lines), wrapped: false };
        let (mut breaks, mut inside) = (0, 0);
        for (index, pair) in lines.windows(2).enumerate() {
            let [above, below] = pair else { continue };
            if below.gap {
                continue;
            }
            breaks += 1;
            let words = above.words.of(text);
            inside += usize::from(!ends_sentence(words) && starts_small(below.words.of(text)) && wrap.is_full(text, index, above, below));
        }
        wrap.wrapped = inside > 0 && inside * 4 >= breaks;
        wrap
    }

    /// Whether the next line's first word would not have fitted on this one.
    fn is_full(&self, text: &str, index: usize, above: &Line, below: &Line) -> bool {
        let widest = self.widest.get(index).copied().unwrap_or(0);
        let word = below.words.of(text).split_whitespace().next().unwrap_or("");
        let word = u32::try_from(word.chars().take(WIDEST as usize).count()).unwrap_or(0);
        (NARROWEST..=WIDEST).contains(&widest) && above.indent + above.width + 1 + word > widest
    }

    /// Whether the line at `index` runs on in the next one, `below`.
    pub fn runs_on(&self, text: &str, index: usize, above: &Line, below: &Line) -> bool {
        if below.gap {
            return false;
        }
        let ends = ends_sentence(above.words.of(text));
        if ends && below.indent > above.indent + 1 {
            return false;
        }
        if self.wrapped && self.is_full(text, index, above, below) {
            return true;
        }
        !ends && above.width >= NARROWEST && starts_small(below.words.of(text))
    }
}

fn widest(lines: &[Line]) -> Vec<u32> {
    let mut widest = Vec::with_capacity(lines.len());
    let mut start = 0;
    while let Some(first) = lines.get(start) {
        let rest = lines.get(start + 1..).unwrap_or_default();
        let length = 1 + rest.iter().take_while(|line| !line.gap).count();
        let run = rest.get(..length - 1).unwrap_or_default();
        let width =
            run.iter().fold(first.indent.saturating_add(first.width), |most, line| most.max(line.indent.saturating_add(line.width)));
        widest.extend(std::iter::repeat_n(width, length));
        start += length;
    }
    widest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::line::lines;

    /// Which lines run on in the next.
    fn check(text: &str, expected: &[bool]) {
        let lines = lines(text);
        let wrap = Wrap::of(text, &lines);
        let found: Vec<_> = lines.windows(2).enumerate().map(|(i, pair)| wrap.runs_on(text, i, &pair[0], &pair[1])).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn lines_broken_to_a_width_run_on() {
        check(
            "The envoy told a few reporters in Geneva that\nthe talks would go on for at least another week\nand both sides had agreed.\nShe left.",
            &[true, true, false],
        );
    }

    #[test]
    fn a_full_last_line_is_told_by_its_neighbours_only_where_the_text_is_wrapped() {
        check("The first sentence stands on its own line.\nThe second sentence does too, and is longer.", &[false]);
    }

    #[test]
    fn a_small_letter_after_a_short_line_starts_anew() {
        check("To sum up\nthe talks went on.", &[false]);
    }
}
