//! The decoded text of a file, and how its places map to the bytes of that file.

use std::borrow::Cow;

/// A character that took another number of bytes in the file than its [`CharWidth`] says: above all a U+FFFD, which stands for bytes
/// that could not be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replacement {
    /// Where the character starts, in bytes of the decoded text.
    pub text: usize,
    /// How many bytes of the file it stands for.
    pub file_bytes: usize,
}

/// How many bytes of the file a character of the text took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CharWidth {
    /// UTF-8: as many as in the text.
    Utf8,
    /// UTF-16: two or four.
    Utf16,
    /// A code page: one.
    One,
    /// An encoding of East Asia: one for ASCII, two for all else; what differs is noted as a [`Replacement`].
    OneOrTwo,
    /// The text was drawn out of a marked-up file and has no bytes of its own in it; it is counted in UTF-8.
    Extracted,
}

/// A decoded text. The byte-order mark is not part of it; line ends are as in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    text: String,
    width: CharWidth,
    /// Bytes of the file before the first character: the byte-order mark.
    lead: usize,
    replacements: Vec<Replacement>,
}

impl SourceText {
    /// A text as it lies in a file: `lead` bytes of byte-order mark, then characters of the given width.
    pub fn new(text: impl Into<Cow<'static, str>>, width: CharWidth, lead: usize, replacements: Vec<Replacement>) -> Self {
        Self { text: text.into().into_owned(), width, lead, replacements }
    }

    /// A text that was drawn out of a marked-up file.
    pub fn extracted(text: String) -> Self {
        Self { text, width: CharWidth::Extracted, lead: 0, replacements: Vec::new() }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many bytes its characters take in the file.
    pub fn width(&self) -> CharWidth {
        self.width
    }

    /// How many bytes of the file come before the text.
    pub fn lead(&self) -> usize {
        self.lead
    }

    /// The characters whose bytes are not as many as the width says, in the order of the text.
    pub fn replacements(&self) -> &[Replacement] {
        &self.replacements
    }
}
