//! From bytes to text: which encoding a file is in, and how each character lies in it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

use crate::{
    diagnostic::Diagnostic,
    text::{CharWidth, Replacement, SourceText, Span},
};

/// A decoded file.
#[derive(Debug)]
pub struct Decoded {
    /// The text, with the places of its characters in the file.
    pub source: SourceText,
    /// The encoding's name in lower case.
    pub encoding: &'static str,
    /// What was guessed or could not be decoded.
    pub diagnostics: Vec<Diagnostic>,
}

/// The names of the encodings of the WHATWG Encoding Standard, in lower case.
const NAMES: [&str; 39] = [
    "utf-8",
    "ibm866",
    "iso-8859-2",
    "iso-8859-3",
    "iso-8859-4",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-7",
    "iso-8859-8",
    "iso-8859-8-i",
    "iso-8859-10",
    "iso-8859-13",
    "iso-8859-14",
    "iso-8859-15",
    "iso-8859-16",
    "koi8-r",
    "koi8-u",
    "macintosh",
    "windows-874",
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1255",
    "windows-1256",
    "windows-1257",
    "windows-1258",
    "x-mac-cyrillic",
    "gbk",
    "gb18030",
    "big5",
    "euc-jp",
    "iso-2022-jp",
    "shift_jis",
    "euc-kr",
    "utf-16be",
    "utf-16le",
    "x-user-defined",
];

/// How much of a file is looked at for the pattern of UTF-16.
const UTF16_SAMPLE: usize = 4096;
/// How much of a page is looked at for a declaration of its encoding: what the HTML Standard asks for.
const DECLARATION_SAMPLE: usize = 1024;

/// Decodes a file. A byte-order mark decides; then the pattern of UTF-16; then whether the bytes are UTF-8, wholly or but for some
/// damage; then what the page itself declares; and only then the look of the bytes.
pub fn decode(bytes: &[u8], is_page: bool) -> Decoded {
    if let Some((encoding, lead)) = Encoding::for_bom(bytes) {
        let body = bytes.get(lead..).unwrap_or_default();
        return if encoding == UTF_8 { utf8(body, lead) } else { utf16(body, lead, encoding == UTF_16BE) };
    }
    if let Some(big_endian) = utf16_pattern(bytes) {
        let mut decoded = utf16(bytes, 0, big_endian);
        decoded.diagnostics.insert(0, guessed(decoded.encoding));
        return decoded;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return finish(text.to_owned(), CharWidth::Utf8, 0, Vec::new(), UTF_8, Broken::default());
    }
    if let Some(declared) = declared(bytes).filter(|_| is_page) {
        return if declared == UTF_8 { utf8(bytes, 0) } else { legacy(bytes, declared) };
    }
    if is_damaged_utf8(bytes) {
        return utf8(bytes, 0);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let mut decoded = legacy(bytes, detector.guess(None, Utf8Detection::Deny));
    decoded.diagnostics.insert(0, guessed(decoded.encoding));
    decoded
}

fn guessed(encoding: &str) -> Diagnostic {
    Diagnostic::new("encoding_guessed", format!("the file does not say its encoding and is not UTF-8; it was read as {encoding}"))
}

/// The lower-case name of an encoding.
fn name_of(encoding: &'static Encoding) -> &'static str {
    NAMES.into_iter().find(|name| encoding.name().eq_ignore_ascii_case(name)).unwrap_or("unknown")
}

/// The encoding that a page declares in its first bytes: `charset=` in a `meta` element, or `encoding=` in an XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARATION_SAMPLE.min(bytes.len()))?.to_ascii_lowercase();
    let label = ["charset", "encoding"].iter().find_map(|key| {
        let at = head.windows(key.len()).position(|window| window == key.as_bytes())?;
        let rest = head.get(at + key.len()..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte)).unwrap_or(rest.len());
        rest.get(..end).filter(|label| !label.is_empty()).map(<[u8]>::to_vec)
    })?;
    match Encoding::for_label(&label)? {
        // A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
        encoding if encoding == UTF_16LE || encoding == UTF_16BE => Some(UTF_8),
        encoding if encoding == X_USER_DEFINED => Some(WINDOWS_1252),
        encoding => Some(encoding),
    }
}

/// A sound character makes up for so many stray bytes that stand among ASCII characters.
const STRAY: usize = 4;

/// Whether a file that is not UTF-8 throughout is UTF-8 nevertheless: of the places beyond ASCII, at least half are sound, or those that
/// are not are single bytes among ASCII characters and not too many. In a code page, bytes seldom fall into the pattern of UTF-8 by
/// chance, and where they do, in the scripts that use them for every letter, the stray ones stand beside each other.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken, mut alone, mut damaged) = (0_usize, 0_usize, true, false);
    for chunk in bytes.utf8_chunks() {
        let (valid, invalid) = (chunk.valid(), chunk.invalid());
        alone &= !damaged || (valid.is_empty() && invalid.is_empty()) || valid.starts_with(|c: char| c.is_ascii());
        damaged = !invalid.is_empty();
        alone &= !damaged || (invalid.len() == 1 && (valid.is_empty() || valid.ends_with(|c: char| c.is_ascii())));
        sound += valid.chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(damaged);
    }
    sound > 0 && (sound >= broken || (alone && sound.saturating_mul(STRAY) >= broken))
}

/// Whether a file without a mark is UTF-16, and if so whether the high byte comes first: spaces, line ends and digits then leave a NUL
/// on one side of the pairs and never on the other, and the bytes of that side are nearly all NUL or the one number of the script.
pub(super) fn utf16_pattern(bytes: &[u8]) -> Option<bool> {
    let sample = bytes.get(..UTF16_SAMPLE.min(bytes.len() & !1))?;
    let pairs = sample.len() / 2;
    let count = |side: usize| {
        let mut counts = [0_usize; 256];
        sample
            .iter()
            .skip(side)
            .step_by(2)
            .for_each(|byte| counts.iter_mut().skip(usize::from(*byte)).take(1).for_each(|count| *count += 1));
        (counts.first().copied().unwrap_or(0), counts.iter().skip(1).copied().max().unwrap_or(0))
    };
    let ((first, first_script), (second, second_script)) = (count(0), count(1));
    let big_endian = first > second;
    let (many, script, few) = if big_endian { (first, first_script, second) } else { (second, second_script, first) };
    if pairs < 4 || many * 20 < pairs || few * 20 > many || (many + script) * 5 < pairs * 4 {
        return None;
    }
    let units = sample.chunks_exact(2).map(|pair| unit(pair, big_endian));
    let strange =
        char::decode_utf16(units).filter(|c| !matches!(c, Ok('\t' | '\n' | '\r' | ' '..='\u{7E}' | '\u{A0}'..='\u{FFFC}' | '\u{10000}'..)));
    (strange.count() * 50 <= pairs).then_some(big_endian)
}

fn unit(pair: &[u8], big_endian: bool) -> u16 {
    match pair {
        [high, low] if big_endian => u16::from_be_bytes([*high, *low]),
        [low, high] => u16::from_le_bytes([*low, *high]),
        _ => 0xFFFD,
    }
}

/// UTF-8; what is none becomes U+FFFD, one for each maximal part of a sequence, as the Unicode Standard advises.
fn utf8(bytes: &[u8], lead: usize) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut replacements = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            replacements.push(Replacement { text: text.len(), file_bytes: chunk.invalid().len() });
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    let broken = Broken { count: replacements.len(), first: replacements.first().map(|r| r.text) };
    finish(text, CharWidth::Utf8, lead, replacements, UTF_8, broken)
}

/// UTF-16; half of a pair, or half of a unit at the end, becomes U+FFFD.
fn utf16(bytes: &[u8], lead: usize, big_endian: bool) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut replacements = Vec::new();
    let mut broken = Broken::default();
    for c in char::decode_utf16(bytes.chunks_exact(2).map(|pair| unit(pair, big_endian))) {
        if c.is_err() {
            broken.note(text.len());
        }
        text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if bytes.len() % 2 == 1 {
        broken.note(text.len());
        replacements.push(Replacement { text: text.len(), file_bytes: 1 });
        text.push(char::REPLACEMENT_CHARACTER);
    }
    finish(text, CharWidth::Utf16, lead, replacements, if big_endian { UTF_16BE } else { UTF_16LE }, broken)
}

/// Any other encoding, fed byte by byte so that every character's share of the file is known.
fn legacy(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    // GBK is read as its superset, which is what its decoder does, and named as what it was found to be.
    let width = if encoding.is_single_byte() { CharWidth::One } else { CharWidth::OneOrTwo };
    let mut decoder = if encoding.is_single_byte() { encoding.new_decoder_without_bom_handling() } else { multibyte(encoding) };
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2);
    let mut replacements = Vec::new();
    let mut broken = Broken::default();
    let mut buffer = [0_u8; 32];
    // Bytes taken in since the last character came out.
    let mut taken = 0;
    let mut rest = bytes;
    let mut ended = false;
    while !ended {
        let (now, later) = rest.split_at(rest.len().min(1));
        ended = now.is_empty();
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(now, &mut buffer, ended);
        // A decoder may give out what it held back before it takes the byte in.
        taken += read;
        rest = if read == 0 && !ended { rest } else { later };
        let mut file_bytes = taken;
        for c in buffer.get(..written).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("").chars() {
            note(&mut replacements, text.len(), c, file_bytes, width);
            text.push(c);
            file_bytes = 0;
            taken = 0;
        }
        if let DecoderResult::Malformed(_, kept) = result {
            let kept = usize::from(kept).min(taken);
            broken.note(text.len());
            note(&mut replacements, text.len(), char::REPLACEMENT_CHARACTER, taken - kept, width);
            text.push(char::REPLACEMENT_CHARACTER);
            taken = kept;
            ended = false;
        }
    }
    finish(text, width, 0, replacements, encoding, broken)
}

fn multibyte(encoding: &'static Encoding) -> encoding_rs::Decoder {
    let encoding = if encoding == encoding_rs::GBK { GB18030 } else { encoding };
    encoding.new_decoder_without_bom_handling()
}

/// Notes a character whose bytes are not as many as the width says.
fn note(replacements: &mut Vec<Replacement>, text: usize, c: char, file_bytes: usize, width: CharWidth) {
    let usual = if width == CharWidth::One || c.is_ascii() { 1 } else { 2 };
    if file_bytes != usual {
        replacements.push(Replacement { text, file_bytes });
    }
}

/// What could not be decoded.
#[derive(Debug, Default)]
struct Broken {
    count: usize,
    first: Option<usize>,
}

impl Broken {
    fn note(&mut self, at: usize) {
        self.count += 1;
        self.first.get_or_insert(at);
    }
}

fn finish(
    text: String,
    width: CharWidth,
    lead: usize,
    replacements: Vec<Replacement>,
    encoding: &'static Encoding,
    broken: Broken,
) -> Decoded {
    let encoding = name_of(encoding);
    let mut diagnostics = Vec::new();
    if let Some(first) = broken.first {
        let places = if broken.count == 1 { "1 place holds".to_owned() } else { format!("{} places hold", broken.count) };
        let message = format!("{places} bytes that are not {encoding}; each is shown as U+FFFD, the first one here");
        let width = char::REPLACEMENT_CHARACTER.len_utf8();
        diagnostics.push(Diagnostic::new("undecodable_bytes", message).at(Span::new(first, first + width)));
    }
    if let Some(first) = text.find('\0') {
        let count = text.bytes().filter(|byte| *byte == 0).count();
        let message = format!("the text holds NUL characters ({count}); they were kept, the first one is here");
        diagnostics.push(Diagnostic::new("nul_characters", message).at(Span::new(first, first + 1)));
    }
    Decoded { source: SourceText::new(text, width, lead, replacements), encoding, diagnostics }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{OffsetMap, OffsetUnit};

    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes, false);
        assert_eq!((decoded.encoding, decoded.source.as_str()), (encoding, text));
    }

    /// Every word of the decoded text, cut out of the file by its byte offsets, decodes to itself.
    fn check_offsets(bytes: &[u8], encoding: &'static Encoding, decoded: &Decoded) {
        let text = decoded.source.as_str();
        let map = OffsetMap::new(&decoded.source, OffsetUnit::Bytes);
        for word in text.split_whitespace() {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let (from, to) = map.span(Span::new(start, start + word.len()));
            let (again, _) = encoding.decode_without_bom_handling(&bytes[from..to]);
            assert_eq!(again, word, "{encoding:?}");
        }
        assert_eq!(map.offset(text.len()), bytes.len(), "{encoding:?}");
    }

    #[test]
    fn a_mark_decides_and_is_not_part_of_the_text() {
        check(b"\xEF\xBB\xBFtalks", "utf-8", "talks");
        check(b"\xFF\xFEt\0a\0", "utf-16le", "ta");
        check(b"\xFE\xFF\0t\0a", "utf-16be", "ta");
    }

    #[test]
    fn utf16_without_a_mark_shows_in_its_nul_bytes() {
        for text in ["The envoy spoke.", "Посол сказал, что переговоры начнутся в 10:00.", "“Yes”, she said — at last."]
        {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            check(&little, "utf-16le", text);
            check(&big, "utf-16be", text);
        }
    }

    #[test]
    fn code_pages_are_told_by_the_look_of_their_bytes() {
        check(b"The envoy\x92s aide said \x93no\x94 \x96 twice.", "windows-1252", "The envoy’s aide said “no” – twice.");
        let text = "Министр иностранных дел заявил, что переговоры возобновятся.";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(text);
        check(&bytes, "windows-1251", text);
    }

    #[test]
    fn line_ends_and_nul_stay() {
        check(b"a\r\nb\rc\nd\0e", "utf-8", "a\r\nb\rc\nd\0e");
        assert_eq!(decode(b"a\0b\0", false).diagnostics[0].code, "nul_characters");
    }

    #[test]
    fn damage_in_utf8_is_shown_and_counted() {
        let bytes = "Türkiye’s caf\u{e9} ".as_bytes().iter().copied().chain(*b"\xFF\xE2\x80 end").collect::<Vec<u8>>();
        let decoded = decode(&bytes, false);
        assert_eq!(decoded.encoding, "utf-8");
        assert_eq!(decoded.source.as_str(), "Türkiye’s café \u{FFFD}\u{FFFD} end");
        assert_eq!(decoded.source.replacements().iter().map(|r| r.file_bytes).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(decoded.diagnostics.len(), 1);
        let map = OffsetMap::new(&decoded.source, OffsetUnit::Bytes);
        assert_eq!(map.offset(decoded.source.as_str().len()), bytes.len());
    }

    #[test]
    fn stray_bytes_do_not_make_a_code_page_of_utf8() {
        for bytes in
            [&b"T\xC3\xBCrkiye\xE9"[..], b"T\xC3\xBCrkiye: caf\xE9, \xE9t\xE9", b"The envoy\xE2\x80\x99s caf\xE9 \x96 closed. \xE9t\xE9"]
        {
            assert_eq!(decode(bytes, false).encoding, "utf-8", "{bytes:?}");
        }
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode("П°, Министр иностранных дел заявил, что переговоры возобновятся.");
        assert_eq!(decode(&bytes, false).encoding, "windows-1251");
    }

    #[test]
    fn a_page_may_declare_its_encoding() {
        let page = b"<!doctype html><meta charset='windows-1251'><p>\xcc\xe8\xf0";
        assert_eq!(decode(page, true).source.as_str(), "<!doctype html><meta charset='windows-1251'><p>Мир");
        let wrong = "<!doctype html><meta charset=iso-8859-1><p>Türkiye";
        assert_eq!(decode(wrong.as_bytes(), true).encoding, "utf-8");
    }

    #[test]
    fn a_unit_cut_in_half_is_damage() {
        let decoded = decode(b"\xFF\xFEt\0\x00\xD8a\0b", false);
        assert_eq!(decoded.source.as_str(), "t\u{FFFD}a\u{FFFD}");
        let map = OffsetMap::new(&decoded.source, OffsetUnit::Bytes);
        assert_eq!(map.offset(decoded.source.as_str().len()), 9);
    }

    #[test]
    fn offsets_in_the_file_hold_for_encodings_of_east_asia() {
        let japanese = "外務大臣は会談を ﾃｽﾄ 再開すると述べた。 The envoy left. 会談は来週ジュネーブで行われる予定である。";
        let chinese = "外交部长 表示 谈判将于下周在日内瓦恢复。 The envoy left. 发言人说，双方都应保持克制。";
        let korean = "외무장관은 회담이 다음 주 제네바에서 재개될 것이라고 말했다. The envoy left.";
        for (encoding, text) in [
            (encoding_rs::SHIFT_JIS, japanese),
            (encoding_rs::EUC_JP, japanese),
            (encoding_rs::GBK, chinese),
            (encoding_rs::GB18030, "谈判 😀 恢复。 发言人说，双方都应保持克制。"),
            (encoding_rs::EUC_KR, korean),
        ] {
            let (bytes, _, unmappable) = encoding.encode(text);
            assert!(!unmappable, "{encoding:?}");
            let decoded = legacy(&bytes, encoding);
            assert_eq!(decoded.source.as_str(), text);
            check_offsets(&bytes, encoding, &decoded);
            assert_eq!(decode(&bytes, false).source.as_str(), text, "{encoding:?}");
        }
    }

    proptest! {
        #[test]
        fn offsets_in_the_file_hold_for_any_text(text in "[a-zé’“ \r\n\u{0}\u{1F54A}ж]{0,60}") {
            for (bytes, encoding, lead) in [
                (text.as_bytes().to_vec(), UTF_8, 0),
                ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), UTF_8, 3),
                ([vec![0xFF, 0xFE], text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(), UTF_16LE, 2),
                ([vec![0xFE, 0xFF], text.encode_utf16().flat_map(u16::to_be_bytes).collect()].concat(), UTF_16BE, 2),
            ] {
                let decoded = if lead == 0 { utf8(&bytes, 0) } else { decode(&bytes, false) };
                prop_assert_eq!(decoded.source.as_str(), &text);
                prop_assert_eq!(decoded.source.lead(), lead);
                check_offsets(&bytes, encoding, &decoded);
            }
        }

        #[test]
        fn any_bytes_are_covered_to_the_last(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let mut all = vec![decode(&bytes, false), decode(&bytes, true)];
            for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP, encoding_rs::BIG5, encoding_rs::EUC_KR, GB18030, encoding_rs::ISO_2022_JP, encoding_rs::WINDOWS_1253] {
                all.push(legacy(&bytes, encoding));
            }
            for decoded in all {
                let end = OffsetMap::new(&decoded.source, OffsetUnit::Bytes).offset(decoded.source.as_str().len());
                prop_assert!(end <= bytes.len());
                if decoded.encoding != "iso-2022-jp" {
                    prop_assert_eq!(end, bytes.len(), "{}", decoded.encoding);
                }
            }
        }
    }
}
