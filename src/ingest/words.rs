//! Small questions about a stretch of words, asked by many of the phases of this module.

/// Whether it ends like a sentence: with a full stop, a question or exclamation mark or an ellipsis, closing marks apart.
pub fn ends_sentence(words: &str) -> bool {
    without_closing(words).ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔'])
}

/// The words without quotation marks, brackets and emphasis that close at their end.
pub fn without_closing(words: &str) -> &str {
    words.trim_end_matches(|c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '_' | '*') || c.is_whitespace())
}

/// The words without quotation marks, brackets and emphasis that open at their start.
pub fn without_opening(words: &str) -> &str {
    words.trim_start_matches(|c: char| matches!(c, '"' | '\'' | '“' | '‘' | '«' | '‹' | '„' | '(' | '[' | '_' | '*') || c.is_whitespace())
}

/// Whether its first letter is a small one.
pub fn starts_small(words: &str) -> bool {
    without_opening(words).chars().next().is_some_and(char::is_lowercase)
}

/// Whether it starts as a heading may: with a capital, a digit, or a letter of a script that has no capitals.
pub fn starts_large(words: &str) -> bool {
    without_opening(words).chars().next().is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase())
}

/// How many words there are, counting no further than `most`, so that a long paragraph costs no more than a short one.
pub fn count(words: &str, most: usize) -> usize {
    words.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).take(most).count()
}

/// How capitals are used in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capitals {
    /// In every letter.
    All,
    /// At the start of every longer word.
    Title,
    /// As in a sentence.
    Sentence,
}

/// How capitals are used in a short line. In a title, the small words are articles, prepositions and conjunctions, none of which has
/// more than five letters in titles as they are set, and they are the fewer.
pub fn capitals(words: &str) -> Capitals {
    if words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase) {
        return Capitals::All;
    }
    let (mut large, mut small) = (0, 0);
    for word in words.split(|c: char| c.is_whitespace() || matches!(c, '/' | '—' | '–')) {
        let word = without_opening(word);
        match word.chars().next() {
            Some(c) if c.is_lowercase() && word.chars().filter(|c| c.is_alphabetic()).count() > 5 => return Capitals::Sentence,
            Some(c) if c.is_lowercase() => small += 1,
            Some(c) if c.is_alphabetic() => large += 1,
            _ => {}
        }
    }
    if large > small && large + small > 1 { Capitals::Title } else { Capitals::Sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_marks_do_not_hide_the_end_of_a_sentence() {
        assert!(ends_sentence("He said “no.”"));
        assert!(ends_sentence("Will they talk?)"));
        assert!(!ends_sentence("The road to Geneva"));
    }

    #[test]
    fn titles_are_told_from_sentences() {
        for (words, expected) in [
            ("THE ROAD TO GENEVA", Capitals::All),
            ("The Road to Geneva and Beyond", Capitals::Title),
            ("Envoys from Oslo", Capitals::Title),
            ("Background", Capitals::Sentence),
            ("What envoys expect from Geneva", Capitals::Sentence),
            ("Understanding the talks between Oslo and Geneva", Capitals::Sentence),
        ] {
            assert_eq!(capitals(words), expected, "{words}");
        }
    }
}
