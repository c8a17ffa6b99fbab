//! Texts that tempt a reader of statements into nonsense: names that are words, capitals throughout, transcripts, headlines, marks without
//! partners. Here stands what must come out of each; that none takes long or breaks the reader is in `tests/hostile.rs`.

use rapporteur::{Options, report::Range};

/// The statements of a text, each as `source | cue | content`, pieces parted by " … ".
fn check(text: &str, expected: &[&str]) {
    let report = rapporteur::read("case.txt", text.as_bytes(), &Options::default()).unwrap();
    let letters: Vec<char> = text.chars().collect();
    let words = |range: &Range| letters[range.start..range.end].iter().collect::<String>();
    let optional = |range: Option<&Range>| range.map_or("-".to_owned(), words);
    let line = |statement: &rapporteur::report::Statement| {
        let content: Vec<String> = statement.content.iter().map(words).collect();
        format!("{} | {} | {}", optional(statement.source.as_ref()), optional(statement.cue.as_ref()), content.join(" … "))
    };
    let found: Vec<String> = report.statements.iter().map(line).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn names_that_are_words() {
    check("May said the vote was close.", &["May | said | the vote was close"]);
    check("Will warned that talks would fail.", &["Will | warned | talks would fail"]);
    check("Hope told reporters that it was over.", &["Hope | told | it was over"]);
    check("Rose denied that she had signed.", &["Rose | denied | she had signed"]);
}

#[test]
fn words_that_are_no_names() {
    check("May the talks succeed.", &[]);
    check("Talks may resume in May.", &[]);
    check("Will the talks resume?", &[]);
}

#[test]
fn capitals_throughout() {
    check("THE MINISTER SAID THAT TALKS WOULD RESUME.", &["THE MINISTER | SAID | TALKS WOULD RESUME"]);
    check("RUSSIA ACCUSED NORWAY OF LYING.", &["RUSSIA | ACCUSED | LYING"]);
    check("NORWAY URGED DENMARK TO LEAVE THE ISLANDS.", &["NORWAY | URGED | TO LEAVE THE ISLANDS"]);
}

#[test]
fn transcripts() {
    check("MR. PESKOV: We will talk on Monday. That is all.", &["MR. PESKOV | - | We will talk on Monday. That is all"]);
    check("THE PRESIDENT: We are ready to talk.", &["THE PRESIDENT | - | We are ready to talk"]);
    check("SECRETARY BERG: We will see what happens.", &["SECRETARY BERG | - | We will see what happens"]);
}

#[test]
fn labels_that_are_no_speakers() {
    check("Q: Will you sign the deal?\n\nA: We will sign it soon.", &[]);
    check("QUESTION: Will there be talks?", &[]);
    check("NOTE: Talks resume on Monday.", &[]);
    check("Ukraine: what comes next", &[]);
    check("Syria: rebels seize a town", &[]);
}

#[test]
fn headlines() {
    check("Kremlin: Talks cannot start before a truce", &["Kremlin | - | Talks cannot start before a truce"]);
    check("Talks cannot start before a truce: Kremlin", &["Kremlin | - | Talks cannot start before a truce"]);
    check("Foreign ministry: talks will resume on Monday", &["Foreign ministry | - | talks will resume on Monday"]);
}

#[test]
fn quotation_marks_of_every_style() {
    for (open, close) in [("“", "”"), ("\"", "\""), ("«", "»"), ("„", "“"), ("‘", "’")] {
        let text = format!("The minister said: {open}We will talk.{close} The mayor left.");
        check(&text, &["The minister | said | We will talk"]);
    }
}

#[test]
fn quotations_in_quotations() {
    check("“He told us ‘never again’ and left,” the mayor said.", &["the mayor | said | He told us ‘never again’ and left"]);
    check("The mayor said: “The minister called it ‘a farce’.”", &["The mayor | said | The minister called it ‘a farce’"]);
}

#[test]
fn a_mark_without_its_partner() {
    check(
        "The mayor said “we agree. The envoy said that talks would go on.",
        &["The mayor | said | we agree", "The envoy | said | talks would go on"],
    );
}
