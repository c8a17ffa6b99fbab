//! What a rule or the weights found in; out comes a statement: who its source is, in whose words it is, what the tree tells around it.

use super::{
    Found, Grade, Mode, Statement, Voice,
    candidate::{self, View},
    circumstance, frame,
    source::{Sources, has_preposition},
    why,
};
use crate::{
    actor::quotation::Quotation,
    lexicon::{self, Channel, Frame, Lexicon, Strength, VerbKind},
    syntax::{Relation, Upos},
    text::{Letters, Span},
};

/// Looks up the source and says in whose words the content is; `None` where nobody speaks.
#[inline(never)]
pub fn finish(
    letters: &Letters<'_>,
    found: &Found,
    sources: &Sources<'_>,
    quotations: &[Quotation],
    view: Option<&View<'_>>,
) -> Option<Statement> {
    let text = letters.text();
    if view.zip(found.cue).is_some_and(|(view, cue)| !found.rule.contains("noun") && is_thing(view, cue)) {
        return None;
    }
    let inverted = found.rule == "inverted";
    let source = found.source.map(|span| span.trimmed(text)).map(|span| if inverted { sources.widened(span) } else { span });
    let resolved = source.and_then(|span| sources.resolve(span, found.rule.starts_with("noun")));
    let words = source.map_or("", |span| span.of(text));
    let (act, channel) = act(text, found);
    // "They illustrate how …": remarks, figures or events show, and no party speaks.
    let shows = act == Some(VerbKind::Show) && matches!(words.to_ascii_lowercase().as_str(), "they" | "it" | "these" | "this" | "those");
    let resolved = resolved.filter(|source| !shows || source.grade == Grade::Document);
    if found.rule == "transcript" {
        if !frame::is_speaker(words, resolved.as_ref().map(|source| source.grade)) {
            return None;
        }
    } else if found.rule == "colon" {
        if frame::is_topic(text, source, &found.content, resolved.as_ref()?.grade) {
            return None;
        }
    } else if found.needs_actor && resolved.is_none() && office(words).is_none() {
        return None;
    }
    if resolved.is_none() && source.is_some_and(|span| !may_speak(span.of(text))) {
        return None;
    }
    let content: Vec<Span> = found.content.iter().map(|span| unquoted(text, *span, quotations)).filter(|span| !span.is_empty()).collect();
    if content.is_empty() {
        return None;
    }
    let grade = match (&resolved, source) {
        (Some(source), _) => source.grade,
        (None, None) => Grade::None,
        (None, Some(span)) => unknown_grade(span.of(text)),
    };
    let strength = found.strength.map(|strength| match strength {
        Strength::Factive | Strength::Supporting => "supporting",
        Strength::Neutral => "neutral",
        Strength::Reserved | Strength::Distancing => "distancing",
    });
    let mut statement = Statement {
        mode: mode(letters, &content, quotations),
        source,
        cue: found.cue,
        content,
        actor: resolved.as_ref().and_then(|source| source.actor),
        affiliation: resolved.map(|source| source.affiliation).unwrap_or_default(),
        grade,
        addressee: found.addressee,
        cue_lemma: found.lemma.clone(),
        strength,
        endorsement: found.strength,
        act,
        negated: false,
        channel,
        voice: if source.is_some() { Voice::Source } else { Voice::Author },
        venue: None,
        occasion: None,
        medium: None,
        repeated: None,
        level: 1,
        parent: None,
        via: None,
        stances: Vec::new(),
        rule: found.rule,
        why: String::new(),
        sentence: found.sentence,
    };
    if look_around(&mut statement, found.weighed, view) {
        statement.mode = mode(letters, &statement.content, quotations);
    }
    Some(statement)
}

/// Words that open a question.
const QUESTIONS: [&str; 6] = ["what", "how", "why", "who", "where", "when"];

/// Whether the words that were taken for a verb of saying name a thing: "told this blog that …".
fn is_thing(view: &View<'_>, cue: Span) -> bool {
    // "The talks: what each side wants" names what a list is about.
    let topic = view.text.get(cue.end..).and_then(|behind| behind.strip_prefix(':')).and_then(|behind| behind.split_whitespace().next());
    if topic.is_some_and(|first| QUESTIONS.iter().any(|word| first.eq_ignore_ascii_case(word))) {
        return true;
    }
    let tokens = view.tokens(cue);
    let object =
        |token: usize| matches!(view.relation(token), Some(Relation::Obj | Relation::Iobj)) && view.upos(token) == Some(Upos::Noun);
    view.upos(tokens.start) == Some(Upos::Det) && tokens.len() == 2 && object(tokens.start + 1)
}

/// What the words of a cue do, and whether they are spoken: as the lexicon has it.
fn act(text: &str, found: &Found) -> (Option<VerbKind>, Option<Channel>) {
    let lexicon = Lexicon::get();
    let Some(lemma) = found.lemma.as_deref() else {
        let marker = found.cue.and_then(|cue| lexicon.markers(cue.of(text)).first().and_then(|marker| marker.values.first().copied()));
        return (marker.map(|marker| marker.kind), None);
    };
    let (verb, particle) = lemma.split_once(' ').unwrap_or((lemma, ""));
    let noun = || lexicon.reporting_noun(verb).map(|reading| reading.noun.kind);
    if found.rule.starts_with("noun") || found.rule == "chosen_noun" {
        return (noun(), None);
    }
    let mut readings = lexicon.reporting_verb(verb).map(|reading| reading.verb);
    let reading = readings.find(|verb| verb.particle == particle).or_else(|| Some(lexicon.reporting_verb(verb).next()?.verb));
    match reading {
        // To call somebody something describes; to call for something, or on somebody, demands.
        Some(verb) if verb.frames.contains(Frame::OnTo) && found.cue.is_some_and(|cue| demands(text, cue, found.rule)) => {
            (Some(VerbKind::Demand), Some(verb.channel))
        }
        Some(verb) => (Some(verb.kind), Some(verb.channel)),
        None => (lexicon.markers(lemma).first().and_then(|marker| marker.values.first()).map(|marker| marker.kind).or_else(noun), None),
    }
}

fn demands(text: &str, cue: Span, rule: &str) -> bool {
    let last = cue.of(text).split_whitespace().next_back().unwrap_or("");
    matches!(last, "for" | "on" | "upon") || matches!(rule, "addressee_infinitive" | "preposition")
}

/// Reads what the tree tells around a statement: to whom, where, through what, and why it was found. Gives whether that changed the content.
fn look_around(statement: &mut Statement, weighed: bool, view: Option<&View<'_>>) -> bool {
    let head = view.and_then(|view| Some((view, view.top(view.tokens(statement.cue?))?)));
    let Some((view, cue)) = head else {
        statement.why = why::reason(statement.rule, weighed, None, None, &[]);
        return false;
    };
    let source = statement.source.map(|span| view.tokens(span));
    let mut pieces: Vec<candidate::Range> = statement.content.iter().map(|span| view.tokens(*span)).collect();
    let circumstance = circumstance::read(view, cue, source.as_ref(), &pieces);
    if let (Some(begins), Some(first), Some(piece)) = (circumstance.begins, statement.content.first_mut(), pieces.first_mut())
        && let Some(token) = view.token(begins)
    {
        *first = Span::new(token.span.start, first.end);
        piece.start = begins;
    }
    let bytes = |range: Option<candidate::Range>| range.map(|range| view.bytes(&range));
    statement.addressee = bytes(circumstance.addressee).or(statement.addressee).filter(|_| !circumstance.unaddressed);
    statement.venue = bytes(circumstance.venue);
    statement.occasion = bytes(circumstance.occasion);
    statement.medium = bytes(circumstance.medium);
    statement.repeated = bytes(circumstance.repeated);
    statement.why = why::reason(statement.rule, weighed, Some((view, cue)), source.as_ref(), &pieces);
    circumstance.begins.is_some()
}

/// Whether words that name no known actor can be a source at all: a name, a pronoun, a plural, or a noun with its article.
fn may_speak(words: &str) -> bool {
    let head = words.split_whitespace().next_back().unwrap_or("");
    let lower = head.to_lowercase();
    let pronoun = matches!(lower.as_str(), "he" | "she" | "it" | "they" | "we" | "i" | "who" | "some" | "others" | "many" | "one");
    pronoun
        || words.contains(' ')
        || words.chars().next().is_some_and(char::is_uppercase)
        || lower.ends_with('s')
        || Lexicon::get().source_head(head).is_some()
}

/// The grade of an office that no list of actors knows, whatever it is of: "the chair of Middle East Studies" is no studies.
fn office(words: &str) -> Option<lexicon::Grade> {
    let head = head_of(words);
    let lexicon = Lexicon::get();
    let titled = || (words.split_whitespace().any(has_preposition) && !lexicon.titles(head).is_empty()).then_some(lexicon::Grade::Role);
    let known = || lexicon.source_head(head).map(|head| head.grade).or_else(titled);
    (head.len() < words.len()).then(known).flatten().filter(|grade| *grade != lexicon::Grade::Document)
}

/// The last word before the first preposition.
fn head_of(words: &str) -> &str {
    let before = |word: &&str| !has_preposition(word) && !word.ends_with(',');
    words.split_whitespace().take_while(before).last().unwrap_or_else(|| words.split_whitespace().next_back().unwrap_or(""))
}

/// The grade of a source whose words are no known actor's: a name, a group, or somebody.
fn unknown_grade(words: &str) -> Grade {
    match words.to_lowercase().as_str() {
        "he" | "she" | "it" | "i" | "who" | "one" | "you" => return Grade::Anonymous,
        "they" | "we" | "some" | "others" | "many" | "most" | "few" => return Grade::Collective,
        _ => {}
    }
    let head = words.split_whitespace().next_back().unwrap_or("");
    let lexicon = Lexicon::get();
    match office(words).or_else(|| lexicon.source_head(head).map(|head| head.grade)) {
        Some(lexicon::Grade::Role) => Grade::Role,
        Some(lexicon::Grade::Institution) => Grade::Institution,
        Some(lexicon::Grade::Collective) => Grade::Collective,
        Some(lexicon::Grade::Document) => Grade::Document,
        Some(lexicon::Grade::Anonymous) => Grade::Anonymous,
        None if lexicon.first_name(head).is_some() && !words.contains(' ') => Grade::Named,
        None if head.chars().next().is_some_and(char::is_uppercase) => Grade::Institution,
        None if head.ends_with('s') => Grade::Collective,
        None => Grade::Anonymous,
    }
}

/// The content without the quotation marks around it and the mark that closes the sentence.
pub fn unquoted(text: &str, span: Span, quotations: &[Quotation]) -> Span {
    let span = span.trimmed(text);
    let first = quotations.partition_point(|quotation| quotation.outer.end <= span.start);
    let inside = quotations.get(first).filter(|quotation| quotation.outer.start <= span.start);
    let mut span = span;
    if let Some(quotation) = inside
        && quotation.outer.end + 1 >= span.end
        && span.end <= quotation.outer.end + 1
    {
        span = Span::new(span.start.max(quotation.inner.start), span.end.min(quotation.inner.end));
    }
    let words = span.of(text);
    let end = words.trim_end_matches([',', '.', ' ', '\n', '\r']);
    let dots = words.get(end.len()..).is_some_and(|rest| rest.contains("..."));
    let end = span.start + if dots { words.len() } else { end.len() };
    closed(text, Span::new(span.start, end))
}

/// A content with the mark that closes a quotation inside it: "it was ‘a farce’".
fn closed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let Some(next) = text.get(span.end..).and_then(|rest| rest.chars().next()) else { return span };
    let open = match next {
        '’' => '‘',
        '”' => '“',
        '»' => '«',
        _ => return span,
    };
    let inside = words.trim_start_matches(open);
    let unbalanced = inside.matches(open).count() > words.matches(next).count();
    if unbalanced { Span::new(span.start, span.end + next.len_utf8()) } else { span }
}

/// Direct where every word stands in quotation marks, indirect where none does.
fn mode(letters: &Letters<'_>, content: &[Span], quotations: &[Quotation]) -> Mode {
    let (mut quoted, mut all) = (0, 0);
    for span in content {
        all += letters.count(*span);
        let first = quotations.partition_point(|quotation| quotation.outer.end <= span.start);
        for quotation in quotations.iter().skip(first).take_while(|quotation| quotation.outer.start < span.end) {
            quoted += letters.count(Span::new(span.start.max(quotation.inner.start), span.end.min(quotation.inner.end)));
        }
    }
    match quoted {
        0 => Mode::Indirect,
        _ if quoted >= all => Mode::Direct,
        _ => Mode::Mixed,
    }
}
