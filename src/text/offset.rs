//! Conversion of byte offsets to the unit that a caller asked for.

use super::{CharWidth, SourceText, Span};

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OffsetUnit {
    /// Unicode code points: the index of Python strings.
    #[default]
    Chars,
    /// UTF-16 code units: the index of JavaScript strings.
    Utf16,
    /// Bytes of the original file.
    Bytes,
}

impl OffsetUnit {
    /// The unit of that name: `chars`, `utf16` or `bytes`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "chars" => Some(Self::Chars),
            "utf16" => Some(Self::Utf16),
            "bytes" => Some(Self::Bytes),
            _ => None,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chars => "chars",
            Self::Utf16 => "utf16",
            Self::Bytes => "bytes",
        }
    }
}

/// Every so many bytes the running count is noted, so that a look-up scans no more than that.
const STRIDE: usize = 256;

/// Byte offsets of a text, looked up in another unit: linear to build, then a look-up scans a few hundred bytes at most.
#[derive(Debug)]
pub struct OffsetMap<'a> {
    source: &'a SourceText,
    unit: OffsetUnit,
    /// The count at the last character boundary at or before each multiple of [`STRIDE`], with that boundary.
    marks: Vec<(usize, usize)>,
}

impl<'a> OffsetMap<'a> {
    /// The map of a text to a unit.
    pub fn new(source: &'a SourceText, unit: OffsetUnit) -> Self {
        let mut map = Self { source, unit, marks: Vec::new() };
        let text = source.as_str();
        let mut count = if unit == OffsetUnit::Bytes { source.lead() } else { 0 };
        let mut at = 0;
        let mut replacement = 0;
        map.marks.reserve(text.len() / STRIDE + 1);
        while at < text.len() {
            map.marks.push((at, count));
            (at, count) = map.stride(at, count, &mut replacement);
        }
        map
    }

    /// The first character boundary at or after the next multiple of [`STRIDE`], and the count there; `count` is that at `at`.
    // Not inlined, here and wherever the note says "a function of its own": an engine of WebAssembly puts the optimised code of a function
    // in place at its next call, and what is called once for a whole text never gets it.
    #[inline(never)]
    fn stride(&self, at: usize, count: usize, replacement: &mut usize) -> (usize, usize) {
        let rest = self.source.as_str().get(at..).unwrap_or("");
        let length = STRIDE - at % STRIDE;
        if self.source.replacements().is_empty() && rest.as_bytes().get(..length).is_some_and(<[u8]>::is_ascii) {
            let each = if self.unit == OffsetUnit::Bytes && self.source.width() == CharWidth::Utf16 { 2 } else { 1 };
            return (at + length, count + length * each);
        }
        let (mut taken, mut count) = (0, count);
        for c in rest.chars() {
            if taken >= length {
                break;
            }
            count += self.width(at + taken, c, replacement);
            taken += c.len_utf8();
        }
        (at + taken, count)
    }

    /// How many units the character at `at` takes; `replacement` is the index of the next replacement not yet passed.
    fn width(&self, at: usize, c: char, replacement: &mut usize) -> usize {
        match (self.unit, self.source.width()) {
            (OffsetUnit::Chars, _) => 1,
            (OffsetUnit::Utf16, _) => c.len_utf16(),
            (OffsetUnit::Bytes, width) => {
                if let Some(found) = self.source.replacements().get(*replacement)
                    && found.text == at
                {
                    *replacement += 1;
                    return found.file_bytes;
                }
                match width {
                    CharWidth::Utf8 | CharWidth::Extracted => c.len_utf8(),
                    CharWidth::Utf16 => c.len_utf16() * 2,
                    CharWidth::One => 1,
                    CharWidth::OneOrTwo => 1 + usize::from(!c.is_ascii()),
                }
            }
        }
    }

    /// The offset, in this map's unit, of a byte of the text; a byte inside a character counts as that character's start.
    #[inline(never)]
    pub fn offset(&self, byte: usize) -> usize {
        let text = self.source.as_str();
        let byte = byte.min(text.len());
        // Each mark stands at, or a few bytes behind, its multiple of a stride.
        let guess = (byte / STRIDE).min(self.marks.len().saturating_sub(1));
        let index = if self.marks.get(guess).is_some_and(|&(at, _)| at > byte) { guess.saturating_sub(1) } else { guess };
        let Some(&(from, mut count)) = self.marks.get(index) else {
            return if self.unit == OffsetUnit::Bytes { self.source.lead() } else { 0 };
        };
        if self.unit != OffsetUnit::Bytes {
            // As many units as bytes: every character up to the next mark is one of each.
            if self.marks.get(index + 1).is_some_and(|&(next, units)| byte < next && units - count == next - from) {
                return count + byte - from;
            }
            let whole = (from..=byte).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(from);
            let passed = text.as_bytes().get(from..whole).unwrap_or_default();
            // In UTF-16 a character of four bytes takes two units, any other takes one; bytes that go on with a character count nothing.
            let four = if self.unit == OffsetUnit::Utf16 { passed.iter().filter(|byte| **byte >= 0xf0).count() } else { 0 };
            return count + passed.iter().filter(|byte| **byte & 0xc0 != 0x80).count() + four;
        }
        let mut replacement = self.source.replacements().partition_point(|r| r.text < from);
        for (at, c) in text.get(from..).unwrap_or("").char_indices() {
            if from + at + c.len_utf8() > byte {
                break;
            }
            count += self.width(from + at, c, &mut replacement);
        }
        count
    }

    /// The byte of the text at an offset of this map's unit: the first whose offset is no smaller.
    pub fn byte(&self, offset: usize) -> usize {
        let (mut low, mut high) = (0, self.source.as_str().len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.offset(middle) < offset { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// Both ends of a span.
    pub fn span(&self, span: Span) -> (usize, usize) {
        (self.offset(span.start), self.offset(span.end))
    }

    /// The same look-ups for places that are asked for in the order of the text, at the cost of one pass over it.
    pub fn walk(&self) -> OffsetWalk<'_> {
        OffsetWalk { map: self, byte: 0, count: self.offset(0), replacement: 0, stride: 0, even: 0 }
    }
}

/// Where a caller is in the text, who goes through it from front to back.
#[derive(Debug)]
pub struct OffsetWalk<'a> {
    map: &'a OffsetMap<'a>,
    byte: usize,
    count: usize,
    /// The index of the next replacement not yet passed.
    replacement: usize,
    /// Where the stride ends that was looked at last.
    stride: usize,
    /// Up to here every character is one byte and one unit.
    even: usize,
}

impl OffsetWalk<'_> {
    /// What [`OffsetMap::offset`] gives. A step back is looked up there.
    pub fn offset(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            return self.map.offset(byte);
        }
        if byte >= self.stride {
            self.look_ahead(byte);
        }
        if byte < self.even {
            self.count += byte - self.byte;
            self.byte = byte;
            return self.count;
        }
        self.step(byte)
    }

    /// Finds out whether the rest of the stride that a byte lies in is even.
    fn look_ahead(&mut self, byte: usize) {
        let text = self.map.source.as_str();
        self.stride = (byte / STRIDE + 1) * STRIDE;
        let plain = self.map.source.replacements().is_empty()
            && (self.map.unit != OffsetUnit::Bytes || self.map.source.width() != CharWidth::Utf16)
            && text.as_bytes().get(self.byte..self.stride).is_some_and(<[u8]>::is_ascii);
        self.even = if plain { self.stride } else { 0 };
    }

    /// Goes on character by character.
    fn step(&mut self, byte: usize) -> usize {
        let text = self.map.source.as_str();
        for c in text.get(self.byte..).unwrap_or("").chars() {
            if self.byte + c.len_utf8() > byte {
                break;
            }
            self.count += self.map.width(self.byte, c, &mut self.replacement);
            self.byte += c.len_utf8();
        }
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Replacement;

    fn check(text: &str, unit: OffsetUnit, word: &str, expected: (usize, usize)) {
        let source = SourceText::new(text.to_owned(), CharWidth::Utf8, 0, Vec::new());
        let start = text.find(word).unwrap();
        let map = OffsetMap::new(&source, unit);
        assert_eq!(map.span(Span::new(start, start + word.len())), expected);
        check_walk(&map);
    }

    /// A walk says of every byte what a look-up says.
    fn check_walk(map: &OffsetMap<'_>) {
        let mut walk = map.walk();
        for byte in 0..=map.source.as_str().len() + 1 {
            assert_eq!(walk.offset(byte), map.offset(byte), "byte {byte}");
        }
        for (byte, _) in map.source.as_str().char_indices() {
            assert_eq!(map.byte(map.offset(byte)), byte, "back to byte {byte}");
        }
        assert_eq!(walk.offset(1), map.offset(1), "a step back");
    }

    #[test]
    fn emoji_count_one_two_or_four() {
        check("a 🕊 talks", OffsetUnit::Chars, "talks", (4, 9));
        check("a 🕊 talks", OffsetUnit::Utf16, "talks", (5, 10));
        check("a 🕊 talks", OffsetUnit::Bytes, "talks", (7, 12));
    }

    #[test]
    fn far_offsets_are_found_from_the_nearest_mark() {
        let long = "é".repeat(1000) + "end";
        check(&long, OffsetUnit::Chars, "end", (1000, 1003));
        check(&long, OffsetUnit::Utf16, "end", (1000, 1003));
    }

    #[test]
    fn stretches_of_ascii_are_passed_over_and_others_counted() {
        let text = format!("{}“é🕊”{}é", "a".repeat(3 * STRIDE - 2), "b".repeat(2 * STRIDE));
        let before = vec![Replacement { text: 5, file_bytes: 2 }];
        for (width, replacements) in [(CharWidth::Utf8, vec![]), (CharWidth::Utf16, vec![]), (CharWidth::OneOrTwo, before)] {
            let source = SourceText::new(text.clone(), width, 3, replacements);
            for unit in [OffsetUnit::Chars, OffsetUnit::Utf16, OffsetUnit::Bytes] {
                let map = OffsetMap::new(&source, unit);
                check_walk(&map);
                let mut plain = if unit == OffsetUnit::Bytes { 3 } else { 0 };
                let mut replacement = 0;
                for (at, c) in text.char_indices() {
                    assert_eq!(map.offset(at), plain, "byte {at} in {unit:?} of {width:?}");
                    plain += map.width(at, c, &mut replacement);
                }
                assert_eq!(map.offset(text.len()), plain);
            }
        }
    }

    #[test]
    fn a_walk_may_jump() {
        let source = SourceText::new(format!("{}é{}", "a".repeat(1000), "b".repeat(1000)), CharWidth::Utf8, 0, Vec::new());
        let map = OffsetMap::new(&source, OffsetUnit::Utf16);
        let mut walk = map.walk();
        for byte in [0, 255, 256, 300, 999, 1000, 1002, 1025, 1500, 2001, 2002, 9999] {
            assert_eq!(walk.offset(byte), map.offset(byte), "byte {byte}");
        }
    }

    #[test]
    fn bytes_are_those_of_the_file() {
        let utf16 = SourceText::new("né", CharWidth::Utf16, 2, Vec::new());
        assert_eq!(OffsetMap::new(&utf16, OffsetUnit::Bytes).span(Span::new(1, 3)), (4, 6));
        let broken = SourceText::new("a\u{FFFD}b", CharWidth::Utf8, 3, vec![Replacement { text: 1, file_bytes: 2 }]);
        let map = OffsetMap::new(&broken, OffsetUnit::Bytes);
        assert_eq!(map.span(Span::new(4, 5)), (6, 7));
        check_walk(&map);
    }

    #[test]
    fn an_empty_text_has_one_place() {
        let empty = SourceText::new("", CharWidth::Utf8, 3, Vec::new());
        assert_eq!(OffsetMap::new(&empty, OffsetUnit::Bytes).offset(0), 3);
        assert_eq!(OffsetMap::new(&empty, OffsetUnit::Chars).offset(9), 0);
    }
}
