//! What the lexicon finds in texts, and what it refuses in its data files.

use std::time::{Duration, Instant};

use super::compile::{self, FILES, Texts};
use super::{Frame, Grade, Inflection, Lexicon, NameKind, Strength, VerbKind};

/// The names in a text as `words=kind:code`, `?` for an ambiguous one, all readings joined by `/`.
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = Lexicon::get()
        .names(text)
        .into_iter()
        .map(|hit| {
            let readings: Vec<_> = hit.readings.iter().map(|name| format!("{}:{}", name.kind.label(), name.code)).collect();
            let mark = if hit.ambiguous { "?" } else { "" };
            format!("{}={}{mark}", hit.span.of(text), readings.join("/"))
        })
        .collect();
    assert_eq!(found, expected, "in {text:?}");
}

/// The titles in a text as `words=class`.
fn check_titles(text: &str, expected: &[&str]) {
    let found: Vec<String> =
        Lexicon::get().titles(text).into_iter().map(|hit| format!("{}={}", hit.span.of(text), hit.values[0].class.label())).collect();
    assert_eq!(found, expected, "in {text:?}");
}

#[test]
fn names_states_and_their_peoples() {
    check("Ukraine and the Russian side met.", &["Ukraine=state:UKR", "Russian=demonym:RUS"]);
    check("North Korea's envoy, Britons and the Dutch", &["North Korea=state:PRK", "Britons=demonym:GBR", "Dutch=demonym:NLD"]);
    check("Bosnia and Herzegovina and Bosnia", &["Bosnia and Herzegovina=state:BIH", "Bosnia=state:BIH"]);
    check("a Guinea-Bissau delegate", &["Guinea-Bissau=state:GNB"]);
    check("US-led talks, Russian-backed forces", &["US=state:USA", "Russian=demonym:RUS"]);
    check("Kosovo, Taiwan and the Palestinians", &["Kosovo=state:XKX", "Taiwan=state:TWN", "Palestinians=demonym:PSE"]);
}

#[test]
fn takes_apostrophes_spaces_and_diacritics_as_readers_do() {
    check("Ukraine\u{2019}s and Ukraine's", &["Ukraine=state:UKR", "Ukraine=state:UKR"]);
    check("North\u{a0}Korea, South\nKorea", &["North\u{a0}Korea=state:PRK", "South\nKorea=state:KOR"]);
    check("North\n\nKorea", &["Korea=state:KOR/state:PRK?"]);
    check("Cote d\u{2019}Ivoire, Turkiye, the Elysee", &["Cote d\u{2019}Ivoire=state:CIV", "Turkiye=state:TUR", "Elysee=seat:FRA"]);
    check("the E\u{301}lyse\u{301}e said", &["E\u{301}lyse\u{301}e=seat:FRA"]);
    check("N\u{2019}Djamena", &["N\u{2019}Djamena=capital:TCD"]);
}

#[test]
fn takes_acronyms_only_in_capitals() {
    check("The US told us; the WHO, who waited", &["US=state:USA", "WHO=organisation:WHO"]);
    check("the U.S. and the U.N. met in the U.K.", &["U.S.=state:USA", "U.N.=organisation:UN", "U.K.=state:GBR"]);
    check("it is a un-named chad, a turkey", &[]);
    check("Nato and NATO", &["Nato=organisation:NATO", "NATO=organisation:NATO"]);
}

#[test]
fn reads_headlines_in_capitals() {
    check("UKRAINE SAYS NORTH KOREA SENT TROOPS", &["UKRAINE=state:UKR", "NORTH KOREA=state:PRK"]);
    check("WHO WILL LEAD US INTO TALKS\nThe US said so.", &["WHO=organisation:WHO?", "US=state:USA?", "US=state:USA"]);
    check("UKRAINe", &[]);
}

#[test]
fn names_capitals_seats_and_places() {
    check("The Kremlin and Kyiv, from Downing Street", &["Kremlin=seat:RUS", "Kyiv=capital:UKR", "Downing Street=seat:GBR"]);
    check("Washington and Ottawa", &["Washington=capital:USA?", "Ottawa=capital:CAN"]);
    check("Brussels objects", &["Brussels=capital:BEL/seat:EU/seat:NATO?"]);
    check("In Georgia and Jordan", &["Georgia=state:GEO?", "Jordan=state:JOR?"]);
    check("Crimea, the Donbas and Geneva", &["Crimea=place:UKR", "Donbas=place:UKR", "Geneva=place:CHE"]);
    check("The White House warned the West", &["White House=seat:USA", "the West=region:?"]);
    check("Washington Post", &["Washington Post=medium:WaPo"]);
}

#[test]
fn names_organisations_and_media() {
    check(
        "the Organization for Security and Co-operation in Europe (OSCE)",
        &["Organization for Security and Co-operation in Europe=organisation:OSCE", "OSCE=organisation:OSCE"],
    );
    check("Hamas, al-Shabaab and the RSF", &["Hamas=organisation:Hamas", "al-Shabaab=organisation:al-Shabaab", "RSF=organisation:RSF?"]);
    check("Tass, KCNA and France 24", &["Tass=medium:TASS", "KCNA=medium:KCNA", "France 24=medium:France 24"]);
}

#[test]
fn says_whom_a_source_speaks_for() {
    let lexicon = Lexicon::get();
    let affiliation = |form: &str| lexicon.name(form).first().and_then(|name| name.affiliation().map(str::to_owned));
    assert_eq!(affiliation("Kremlin").as_deref(), Some("RUS"));
    assert_eq!(affiliation("Bundestag").as_deref(), Some("DEU"));
    assert_eq!(affiliation("Pentagon").as_deref(), Some("USA"));
    assert_eq!(affiliation("OSCE").as_deref(), Some("OSCE"));
    assert_eq!(affiliation("Hamas").as_deref(), Some("Hamas"));
    assert_eq!(affiliation("Reuters"), None);
    assert_eq!(affiliation("Nowhere"), None);
}

#[test]
fn finds_titles_and_what_changes_them() {
    check_titles("Russian Foreign Minister Sergey Lavrov", &["Foreign Minister=minister"]);
    check_titles("the former ambassador", &["former=former", "ambassador=diplomat"]);
    check_titles("deputy minister of defence, Gen. Smith", &["deputy=modifier", "minister of defence=minister", "Gen.=military"]);
    check_titles("US Secretary of State", &["Secretary of State=minister"]);
    check_titles("a spokeswoman for the permanent representatives", &["spokeswoman=spokesperson", "permanent representatives=diplomat"]);
    check_titles("the dr and the mp", &[]);
    let lexicon = Lexicon::get();
    assert!(lexicon.titles("ministers of finance")[0].values[0].plural);
    assert_eq!(lexicon.bodies("the Ministry of Foreign Affairs")[0].values[0].field, "foreign");
    assert_eq!(lexicon.bodies("the State Department")[0].values[0].country, "USA");
}

#[test]
fn knows_every_form_of_a_reporting_verb() {
    let lexicon = Lexicon::get();
    let lemmas = |form: &str| lexicon.reporting_verb(form).map(|reading| reading.verb.lemma).collect::<Vec<_>>();
    for (form, lemma) in [
        ("said", "say"),
        ("Says", "say"),
        ("saying", "say"),
        ("told", "tell"),
        ("urges", "urge"),
        ("urging", "urge"),
        ("denied", "deny"),
        ("denies", "deny"),
        ("admitted", "admit"),
        ("conceding", "concede"),
        ("stressed", "stress"),
        ("stresses", "stress"),
        ("signalled", "signal"),
        ("signaled", "signal"),
        ("emphasised", "emphasize"),
        ("criticising", "criticize"),
        ("quipped", "quip"),
        ("wrote", "write"),
        ("sought", "seek"),
        ("vetoes", "veto"),
        ("referred", "refer"),
        ("agreed", "agree"),
        ("agreeing", "agree"),
        ("foresaw", "foresee"),
        ("planned", "plan"),
        ("conveying", "convey"),
        ("lying", "lie"),
        ("blogging", "blog"),
        ("offered", "offer"),
        ("explained", "explain"),
        ("viewed", "view"),
        ("quoted", "quote"),
        ("argued", "argue"),
        ("echoes", "echo"),
        ("echoing", "echo"),
    ] {
        assert!(lemmas(form).contains(&lemma), "{form}: {:?}", lemmas(form));
    }
    for wrong in ["sayed", "telled", "offerred", "writed", "vieww", "", "the", "explainned"] {
        assert_eq!(lemmas(wrong), Vec::<&str>::new());
    }
    let said: Vec<_> = lexicon.reporting_verb("said").map(|reading| reading.inflection).collect();
    assert_eq!(said, [Inflection::Past, Inflection::Participle]);
}

#[test]
fn says_what_a_verb_does() {
    let lexicon = Lexicon::get();
    let verb = |lemma: &str| *lexicon.verbs().find(|verb| verb.lemma == lemma && verb.particle.is_empty()).unwrap();
    assert_eq!((verb("claim").strength, verb("argue").strength), (Strength::Distancing, Strength::Reserved));
    assert_eq!((verb("explain").strength, verb("reveal").strength), (Strength::Supporting, Strength::Factive));
    assert!(verb("accuse").frames.contains(Frame::ObjOf) && !verb("accuse").frames.contains(Frame::That));
    assert!(verb("urge").frames.contains(Frame::ObjTo) && verb("describe").frames.contains(Frame::ObjAs));
    assert!(verb("add").ambiguous && !verb("say").ambiguous);
    let diplomatic = "signal convey offer emphasize caution outline urge press underline underscore reiterate accuse promise want \
        refuse articulate advocate fear seek pledge vow insist reaffirm welcome condemn deplore denounce reject dismiss stress highlight \
        call appeal propose warn threaten concede acknowledge suggest note remind";
    for lemma in diplomatic.split_whitespace() {
        assert_eq!(verb(lemma).lemma, lemma);
    }
}

#[test]
fn knows_nouns_heads_and_patterns_of_sources() {
    let lexicon = Lexicon::get();
    let call = lexicon.reporting_noun("Calls").unwrap();
    assert_eq!((call.noun.kind, call.plural, call.noun.frames.contains(Frame::For)), (VerbKind::Demand, true, true));
    assert_eq!(lexicon.reporting_noun("analyses").unwrap().noun.lemma, "analysis");
    assert!(lexicon.reporting_noun("tables").is_none());
    let grade = |word: &str| lexicon.source_head(word).map(|head| head.grade);
    assert_eq!((grade("analysts"), grade("official")), (Some(Grade::Collective), Some(Grade::Anonymous)));
    assert_eq!((grade("spokeswoman"), grade("Ministry")), (Some(Grade::Role), Some(Grade::Institution)));
    assert_eq!((grade("communique"), grade("police"), grade("table")), (Some(Grade::Document), Some(Grade::Institution), None));
    let text = "People familiar with the talks, who spoke on condition of anonymity";
    let found: Vec<_> = lexicon.source_patterns(text).iter().map(|hit| (hit.span.of(text), hit.values[0].postmodifier)).collect();
    assert_eq!(found, [("People familiar with", false), ("on condition of anonymity", true)]);
    let text = "According to the so-called observers, he reportedly left";
    let found: Vec<_> = lexicon.markers(text).iter().map(|hit| (hit.span.of(text), hit.values[0].strength.label())).collect();
    assert_eq!(found, [("According to", "neutral"), ("so-called", "distancing"), ("reportedly", "reserved")]);
}

#[test]
fn knows_given_names() {
    let lexicon = Lexicon::get();
    for name in ["Sergey", "Volodymyr", "Antony", "Jun", "Aïssata", "Ursula", "SERGEY", "François", "Francois", "Kaja"] {
        assert_eq!(lexicon.first_name(name).is_some(), name != "Aïssata", "{name}");
    }
    assert!(lexicon.first_name("Jordan").unwrap().ambiguous && !lexicon.first_name("Sergey").unwrap().ambiguous);
    assert!(lexicon.first_name("may").is_none() && lexicon.first_name("").is_none());
}

#[test]
fn knows_furniture_and_leaves_articles_alone() {
    let category = |line: &str| Lexicon::get().furniture_line(line).map(|entry| entry.category.label());
    assert_eq!(category("No time to read?"), Some("reading_prompt"));
    assert_eq!(category("  NEXT ARTICLE "), Some("navigation"));
    assert_eq!(category("Delegates in Geneva (Photo by A. Person)"), Some("image_credit"));
    assert_eq!(category("Share this article on your page"), Some("share"));
    assert_eq!(category("Flags at the table. Getty Images"), Some("image_credit"));
    for line in ["The next round is in May.", "Comments by the envoy were welcomed.", "Shareholders met.", "Pictures of the talks", ""] {
        assert_eq!(category(line), None, "{line}");
    }
}

#[test]
fn holds_what_it_promises() {
    let lexicon = Lexicon::get();
    assert_eq!(lexicon.states().len(), 250, "249 of ISO 3166-1, and Kosovo");
    assert_eq!(lexicon.state("UKR").unwrap().capital, "Kyiv");
    assert_eq!(lexicon.organisation("OSCE").unwrap().name, "Organization for Security and Co-operation in Europe");
    assert!(lexicon.state("ZZZ").is_none() && lexicon.organisation("").is_none());
    let lemmas: std::collections::BTreeSet<_> = lexicon.verbs().map(|verb| verb.lemma).collect();
    assert!(lemmas.len() >= 400, "{} verbs", lemmas.len());
    assert!(lexicon.organisations().len() >= 200 && lexicon.nouns().count() >= 100 && lexicon.first_names() >= 1500);
    for state in lexicon.states() {
        let names = lexicon.name(state.name);
        assert!(names.iter().any(|name| name.code == state.alpha3 && name.kind == NameKind::State), "{}", state.name);
    }
    for organisation in lexicon.organisations() {
        let found =
            lexicon.name(organisation.code).iter().chain(lexicon.name(organisation.name)).any(|name| name.code == organisation.code);
        assert!(found, "{}", organisation.code);
    }
}

#[test]
fn stays_linear_on_hostile_input() {
    let start = Instant::now();
    let size = 1 << 17;
    let spaced = format!("United{}States", " ".repeat(size));
    let marks = format!("E{}", "\u{301}".repeat(size / 2));
    for text in ["a".repeat(size), "United ".repeat(size / 7), "U.".repeat(size / 2), "\u{200b}U".repeat(size / 4), spaced, marks] {
        let lexicon = Lexicon::get();
        for hit in lexicon.names(&text) {
            assert!(!hit.span.of(&text).is_empty());
        }
        lexicon.titles(&text);
        lexicon.markers(&text);
        lexicon.furniture_line(&text);
        lexicon.first_name(&text);
        assert_eq!(lexicon.reporting_verb(&text).count(), 0);
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    for text in ["", "\u{0}", "\u{1f1fa}\u{1f1e6}", "\u{301}", "'s", "U", "The", "ﬁ", "İstanbul", "٣", "United\u{301}"] {
        Lexicon::get().names(text);
        Lexicon::get().furniture_line(text);
    }
}

#[test]
fn an_unreadable_blob_is_no_panic() {
    assert!(Lexicon::decode(b"").is_none() && Lexicon::decode(&[0xff; 64]).is_none());
    assert!(Lexicon::default().names("Ukraine").is_empty());
}

/// Compiles the data files with one of them changed, and gives the mistake.
fn mistake(file: &str, change: impl Fn(&str) -> String) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon");
    let texts: Texts = FILES.map(|name| {
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        if name == file { change(&text) } else { text }
    });
    compile::compile(&texts).err().map_or_else(|| "no mistake".to_owned(), |problem| problem.to_string())
}

#[test]
fn the_build_names_file_and_line_of_a_mistake() {
    assert_eq!(mistake("states.csv", str::to_owned), "no mistake");
    let lines = |file: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon").join(file);
        std::fs::read_to_string(path).unwrap().lines().count() + 1
    };
    for (file, row, message) in [
        ("states.csv", "UKR,UA,Elsewhere,,,,,", "UKR twice"),
        ("states.csv", "XXA,XA,Elsewhere,,,Russian,,", "\"Russian\" also names RUS: list it as ambiguous in both rows"),
        ("states.csv", "XXA,XA,Elsewhere,,,,,Other", "\"Other\" is listed as ambiguous and is no name in this row"),
        ("organisations.csv", "ABCD,Alphabet,,club,,", "unknown kind \"club\""),
        ("organisations.csv", "ABCD,Alphabet,,ngo,XYZ,", "unknown country \"XYZ\""),
        ("reporting_verbs.csv", "say,,,say,neutral,speech,that,no", "\"say\" twice"),
        ("reporting_verbs.csv", "blurb,,,say,neutral,speech,that|those,no", "unknown frame \"those\""),
        ("reporting_verbs.csv", "blurb,,blah=x,say,neutral,speech,that,no", "unknown form \"blah\""),
        ("furniture.csv", "Print,whole_line,reading_prompt", "\"whole_line print\" twice"),
        ("titles.csv", "grandee,,grand,,yes,no", "unknown class \"grand\""),
        ("words_in_capitals.csv", "QQQ", "QQQ is no name"),
    ] {
        let expected = format!("data/lexicon/{file}:{}: {message}", lines(file));
        assert_eq!(mistake(file, |text| format!("{text}{row}\n")), expected);
    }
    assert_eq!(
        mistake("markers.csv", |text| text.replace("Licence:", "")),
        "data/lexicon/markers.csv:1: the header comment does not state \"Licence:\""
    );
}
