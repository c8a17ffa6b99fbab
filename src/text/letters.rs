//! A text in; out comes how many letters and digits any stretch of it has, without reading it again.

use super::Span;

/// How many bytes are counted together.
const STRIDE: usize = 64;

/// The letters and digits of a text, counted.
#[derive(Debug)]
pub struct Letters<'a> {
    text: &'a str,
    /// How many begin before each multiple of [`STRIDE`].
    before: Vec<u32>,
}

impl<'a> Letters<'a> {
    /// Counts them; the text is read once.
    pub fn new(text: &'a str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for (place, letter) in text.char_indices() {
            while before.len() * STRIDE <= place {
                before.push(count);
            }
            count += u32::from(letter.is_alphanumeric());
        }
        Self { text, before }
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// How many there are in a stretch.
    pub fn count(&self, span: Span) -> usize {
        self.until(span.end).saturating_sub(self.until(span.start))
    }

    fn until(&self, place: usize) -> usize {
        let chunk = (place / STRIDE).min(self.before.len().saturating_sub(1));
        let start = (chunk * STRIDE..=place).find(|start| self.text.is_char_boundary(*start)).unwrap_or(place);
        let rest = self.text.get(start..place).unwrap_or("");
        self.before.get(chunk).map_or(0, |count| *count as usize) + rest.chars().filter(|letter| letter.is_alphanumeric()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_the_letters() {
        for text in ["", "a", "It’s 5 o’clock – “ja”, „ж“! ", "é"].map(|piece| piece.repeat(30)) {
            let letters = Letters::new(&text);
            let places: Vec<usize> = (0..=text.len()).filter(|place| text.is_char_boundary(*place)).collect();
            for (number, &start) in places.iter().enumerate().step_by(3) {
                for &end in places.iter().skip(number).step_by(5) {
                    let expected = Span::new(start, end).of(&text).chars().filter(|letter| letter.is_alphanumeric()).count();
                    assert_eq!(letters.count(Span::new(start, end)), expected, "{start} {end}");
                }
            }
        }
    }
}
