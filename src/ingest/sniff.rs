//! From the first bytes of a file to what it is, where it is no text at all.

/// How much of a file is looked at.
const SAMPLE: usize = 1 << 16;

/// Where a signature lies, its bytes, and what a file with them is. From the formats' own specifications.
const SIGNATURES: [(usize, &[u8], &str); 46] = [
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (0, b"8BPS", "a Photoshop image"),
    (0, b"\0\0\x01\0", "an icon"),
    (8, b"WEBP", "a WebP image"),
    (8, b"WAVEfmt", "a WAVE sound"),
    (8, b"AVI LIST", "an AVI video"),
    (4, b"ftypheic", "a HEIC image"),
    (4, b"ftypavif", "an AVIF image"),
    (4, b"ftyp", "an MP4 or QuickTime file"),
    (0, b"\x1a\x45\xdf\xa3", "a Matroska or WebM video"),
    (0, b"OggS\0", "an Ogg file"),
    (0, b"ID3\x02", "an MP3 sound"),
    (0, b"ID3\x03", "an MP3 sound"),
    (0, b"ID3\x04", "an MP3 sound"),
    (0, b"fLaC\0", "a FLAC sound"),
    (0, b"%PDF-", "a PDF document"),
    (0, b"%!PS-", "a PostScript document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office format"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (4, b"1AY&SY", "a bzip2 archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "an ELF program"),
    (0, b"\0asm", "a WebAssembly module"),
    (0, b"\xca\xfe\xba\xbe", "a Java class or Mach-O program"),
    (0, b"\xfe\xed\xfa\xce", "a Mach-O program"),
    (0, b"\xfe\xed\xfa\xcf", "a Mach-O program"),
    (0, b"\xce\xfa\xed\xfe", "a Mach-O program"),
    (0, b"\xcf\xfa\xed\xfe", "a Mach-O program"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"bplist00", "a binary property list"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"\0\x01\0\0\0", "a font"),
    (0, b"\xff\xfe\0\0", "a file in UTF-32"),
    (0, b"\0\0\xfe\xff", "a file in UTF-32"),
];

/// Marks of what a ZIP archive holds, which stand uncompressed near its start.
const ARCHIVED: [(&[u8], &str); 5] = [
    (b"word/", "a Word document (docx)"),
    (b"xl/", "an Excel workbook (xlsx)"),
    (b"ppt/", "a PowerPoint presentation (pptx)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
];

/// What a file is that is no text; `None` for a text. The name of the file plays no part.
pub fn not_text(bytes: &[u8]) -> Option<&'static str> {
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or_default();
    if sample.starts_with(b"PK\x03\x04") {
        let holds = |mark: &[u8]| sample.windows(mark.len()).any(|window| window == mark);
        return Some(ARCHIVED.iter().find(|(mark, _)| holds(mark)).map_or("a ZIP archive", |(_, what)| what));
    }
    let found = SIGNATURES.iter().find(|(at, signature, _)| sample.get(*at..).is_some_and(|rest| rest.starts_with(signature)));
    if let Some((_, _, what)) = found {
        return Some(what);
    }
    if sample.starts_with(b"MZ") && sample.contains(&0) {
        return Some("a Windows program");
    }
    (!is_utf16(sample) && looks_binary(sample)).then_some("binary data")
}

/// Control characters that no text needs, more than one byte in twenty. A few stray ones are let pass.
fn looks_binary(sample: &[u8]) -> bool {
    let controls = sample.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127)).count();
    controls > 4 && controls * 20 > sample.len()
}

/// Whether control bytes are explained by UTF-16: a mark, or NUL on one side of the pairs only.
fn is_utf16(sample: &[u8]) -> bool {
    sample.starts_with(b"\xff\xfe") || sample.starts_with(b"\xfe\xff") || super::encoding::utf16_pattern(sample).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(not_text(bytes), expected);
    }

    #[test]
    fn files_of_other_kinds_are_named() {
        check(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some("a PNG image"));
        check(b"\xff\xd8\xff\xe0\0\x10JFIF", Some("a JPEG image"));
        check(b"%PDF-1.7\n", Some("a PDF document"));
        check(b"PK\x03\x04\x14\0\x06\0[Content_Types].xml....word/document.xml", Some("a Word document (docx)"));
        check(b"PK\x03\x04\x14\0", Some("a ZIP archive"));
        check(b"\x7fELF\x02\x01\x01", Some("an ELF program"));
        check(b"\0asm\x01\0\0\0", Some("a WebAssembly module"));
    }

    #[test]
    fn texts_pass_with_a_few_stray_control_characters() {
        check(b"", None);
        check(b"MZ is how the memo began.", None);
        check(b"The envoy\0said\0talks would resume.", None);
        check(b"a\0b", None);
        check("Посол сказал".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>().as_slice(), None);
    }

    #[test]
    fn bytes_full_of_control_characters_are_no_text() {
        check(&[0; 100], Some("binary data"));
        let noise: Vec<u8> = (0..4096_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        check(&noise, Some("binary data"));
    }
}
