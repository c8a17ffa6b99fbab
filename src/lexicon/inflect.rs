//! A lemma goes in, its inflected forms come out, by the regular rules of English spelling.

use super::label::Inflection;

/// The forms of a verb that a row of the data file leads to, or what is wrong with its column of irregular forms.
pub fn verb_forms(lemma: &str, irregular: &str) -> Result<Vec<(String, Inflection)>, String> {
    let mut forms = vec![(lemma.to_owned(), Inflection::Base)];
    let mut doubling = if doubles(lemma) { Doubling::Yes } else { Doubling::No };
    let mut given = Vec::new();
    for part in irregular.split(';').filter(|part| !part.is_empty()) {
        match part.split_once('=') {
            None if part == "double" => doubling = Doubling::Yes,
            None if part == "double?" => doubling = Doubling::Both,
            None => return Err(format!("unknown word \"{part}\" in irregular")),
            Some((label, texts)) => {
                let inflection = Inflection::from_label(label).ok_or_else(|| format!("unknown form \"{label}\""))?;
                given.push(inflection);
                forms.extend(texts.split('/').map(|text| (text.to_owned(), inflection)));
            }
        }
    }
    let regular = [
        (Inflection::Third, vec![with_s(lemma)]),
        (Inflection::Past, with_ending(lemma, "ed", doubling)),
        (Inflection::Participle, with_ending(lemma, "ed", doubling)),
        (Inflection::Gerund, with_ending(lemma, "ing", doubling)),
    ];
    for (inflection, texts) in regular {
        if !given.contains(&inflection) {
            forms.extend(texts.into_iter().map(|text| (text, inflection)));
        }
    }
    Ok(forms)
}

/// A lemma in -ize is also spelt -ise.
pub fn spellings(lemma: &str) -> Vec<String> {
    let british = lemma.strip_suffix("ize").map(|stem| format!("{stem}ise"));
    [lemma.to_owned()].into_iter().chain(british).collect()
}

/// The plural of a noun, or the third person of a verb.
pub fn with_s(word: &str) -> String {
    if let Some(stem) = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u'])) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh", "go", "do", "to", "cho"].iter().any(|end| word.ends_with(end));
    if hisses { format!("{word}es") } else { format!("{word}s") }
}

/// The plural of a noun by its column in a data file: nothing says that it is regular, "-" that there is none.
pub fn plural(lemma: &str, column: &str) -> Option<String> {
    match column {
        "-" => None,
        "" => Some(with_s(lemma)),
        other => Some(other.to_owned()),
    }
}

/// The plural of a title is that of its head: "ministers of defence", "foreign ministers".
pub fn plural_title(title: &str) -> String {
    match [" of ", " for "].iter().find_map(|word| title.split_once(word).map(|(head, rest)| (head, word, rest))) {
        Some((head, word, rest)) => format!("{}{word}{rest}", with_s(head)),
        None => with_s(title),
    }
}

#[derive(Clone, Copy)]
enum Doubling {
    No,
    Yes,
    Both,
}

fn with_ending(lemma: &str, ending: &str, doubling: Doubling) -> Vec<String> {
    let vowel = |text: &str| text.ends_with(['a', 'e', 'i', 'o', 'u']);
    let single = if let Some(stem) = lemma.strip_suffix('e') {
        let keeps = ending == "ing" && (stem.ends_with(['e', 'o', 'y']) || lemma.len() < 3);
        if keeps { format!("{lemma}{ending}") } else { format!("{stem}{ending}") }
    } else if let Some(stem) = lemma.strip_suffix('y').filter(|stem| ending == "ed" && !vowel(stem)) {
        format!("{stem}ied")
    } else {
        format!("{lemma}{ending}")
    };
    let last = lemma.get(lemma.len().saturating_sub(1)..).unwrap_or_default();
    let double = format!("{lemma}{last}{ending}");
    match doubling {
        Doubling::No => vec![single],
        Doubling::Yes => vec![double],
        Doubling::Both => vec![single, double],
    }
}

/// Whether a word of one syllable ends in one vowel and one consonant, which is then doubled ("plan", "planned").
fn doubles(lemma: &str) -> bool {
    let is_vowel = |byte: &u8| b"aeiou".contains(byte);
    let bytes = lemma.as_bytes();
    let [.., vowel, last] = bytes else { return false };
    let before = bytes.len().checked_sub(3).and_then(|index| bytes.get(index));
    let pairs = bytes.windows(2).filter(|pair| is_vowel(&pair[1]) && !is_vowel(&pair[0])).count();
    let syllables = pairs + usize::from(bytes.first().is_some_and(is_vowel));
    let after_qu = bytes.ends_with(b"quiz") || bytes.ends_with(b"quip");
    let single = before.is_none_or(|byte| !is_vowel(byte)) || after_qu;
    syllables == 1 && is_vowel(vowel) && single && !is_vowel(last) && !b"wxy".contains(last)
}
