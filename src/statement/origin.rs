//! Statements of a sentence in; out come the same with where their words come from: "citing two diplomats" is no statement of its own, but names
//! the origin of what is told; and without those that the tree has misread beside another.

use super::{
    Grade, Mode, Statement, Voice,
    candidate::{Range, View},
    source::Sources,
};
use crate::{
    lexicon::VerbKind,
    syntax::{Relation, Upos, Xpos},
    text::Span,
};

/// How many dependents of a word are looked at.
const WIDTH: usize = 16;
/// How many words the name of an origin has at most.
const LONGEST: usize = 24;

/// Settles the statements of one sentence.
pub fn settle(view: &View<'_>, sources: &Sources<'_>, tokens: &Range, made: &mut Vec<Statement>) {
    if made.is_empty() {
        return;
    }
    refused_alone(view, made);
    for word in tokens.clone() {
        if is_citing(view, word) {
            cite(view, sources, word, made);
        }
    }
}

/// "Have flatly refused, and say that …": what the second verb says is not what the first one refuses.
fn refused_alone(view: &View<'_>, made: &mut Vec<Statement>) {
    // "Refused and condemned the offer" has one object for both; a clause is said.
    let says = |statement: &Statement| {
        let top = statement.content.first().and_then(|content| view.top(view.tokens(*content)));
        top.is_some_and(|top| view.related(top, Relation::Nsubj).next().is_some())
    };
    let bare = |statement: &Statement| {
        let Some(cue) = statement.cue.filter(|_| statement.act == Some(VerbKind::Refuse)) else { return false };
        let Some(verb) = view.top(view.tokens(cue)).filter(|_| says(statement)) else { return false };
        made.iter().any(|other| {
            let later = other.cue.and_then(|cue| view.top(view.tokens(cue)));
            other.cue != statement.cue
                && other.content == statement.content
                && later.is_some_and(|later| later > verb && view.relation(later) == Some(Relation::Conj))
        })
    };
    let gone: Vec<bool> = made.iter().map(bare).collect();
    let mut gone = gone.into_iter();
    made.retain(|_| !gone.next().unwrap_or(false));
}

/// Whether a word is the participle of citing, and not of "quoting him as saying", which is passed on by rules of its own.
fn is_citing(view: &View<'_>, word: usize) -> bool {
    view.xpos(word) == Some(Xpos::Vbg)
        && matches!(view.lemma_text(word), "cite" | "quote")
        && !view
            .children(word)
            .take(WIDTH)
            .any(|child| view.is(child, &["as"]) || view.children(child).take(WIDTH).any(|case| view.is(case, &["as"])))
}

/// The origin that a participle names gets the content of the statement that cites it; without such a statement nothing is said.
fn cite(view: &View<'_>, sources: &Sources<'_>, word: usize, made: &mut Vec<Statement>) {
    let Some(place) = view.token(word).map(|token| token.span) else { return };
    let own = made.iter().position(|statement| statement.cue.is_some_and(|cue| cue.contains(place)));
    let Some(origin) = origin(view, word) else { return };
    let span = view.bytes(&origin);
    let Some(source) = sources.resolve(span, false).or_else(|| unnamed(view, &origin)) else { return };
    // Who cites: the statement with its cue before the participle, else any other of the sentence.
    let others = || made.iter().enumerate().filter(|(index, statement)| Some(*index) != own && statement.cue.is_some());
    let before = others().rfind(|(_, statement)| statement.cue.is_some_and(|cue| cue.end <= place.start));
    let Some((main, _)) = before.or_else(|| others().next()) else {
        if let Some(own) = own {
            made.remove(own);
        }
        return;
    };
    let Some(citing) = made.get_mut(main) else { return };
    let text = view.text;
    let mut content: Vec<Span> = Vec::with_capacity(citing.content.len());
    for piece in &citing.content {
        // What the citing words were taken into ends before them.
        let end = if piece.start < place.start && piece.end > place.start { place.start } else { piece.end };
        let words = Span::new(piece.start, end).of(text).trim_end_matches([' ', ',', '\n', '\r']);
        let citing_words = piece.start >= place.start && piece.end <= span.end;
        if !citing_words && !words.is_empty() {
            content.push(Span::new(piece.start, piece.start + words.len()));
        }
    }
    if content.is_empty() {
        return;
    }
    citing.content = content.clone();
    let cited = Statement {
        source: Some(span),
        cue: Some(place),
        content,
        mode: citing.mode,
        actor: source.actor,
        affiliation: source.affiliation,
        grade: source.grade,
        addressee: None,
        cue_lemma: Some(view.lemma_text(word).to_owned()),
        act: Some(VerbKind::Say),
        voice: Voice::Source,
        venue: None,
        occasion: None,
        medium: None,
        repeated: None,
        rule: "cited",
        ..citing.clone()
    };
    let cited = Statement { mode: if cited.mode == Mode::Direct { Mode::Indirect } else { cited.mode }, ..cited };
    match own {
        Some(own) => {
            if let Some(statement) = made.get_mut(own) {
                *statement = cited;
            }
        }
        None => made.push(cited),
    }
}

/// The phrase of somebody whom a participle has as its object.
fn origin(view: &View<'_>, word: usize) -> Option<Range> {
    let object = view.children(word).take(WIDTH).find(|child| *child > word && view.relation(*child) == Some(Relation::Obj))?;
    let mut range = view.trimmed(view.subtree(object));
    range.end = range.end.min(range.start + LONGEST);
    // "Citing two diplomats, that …": a comma before a clause ends the phrase.
    let comma =
        (object + 1..range.end).find(|index| view.xpos(*index) == Some(Xpos::Comma) && view.is(index + 1, &["that", "as", "and", "said"]));
    range.end = comma.unwrap_or(range.end);
    (range.start > word && range.contains(&object)).then_some(range)
}

/// Somebody whom only a common noun names: "a source close to the talks", "two people".
fn unnamed(view: &View<'_>, origin: &Range) -> Option<super::source::Source> {
    let head = view.top(origin.clone())?;
    let known = crate::lexicon::Lexicon::get().source_head(view.lemma_text(head))?;
    let grade = match known.grade {
        crate::lexicon::Grade::Collective => Grade::Collective,
        crate::lexicon::Grade::Role => Grade::Role,
        crate::lexicon::Grade::Institution => Grade::Institution,
        crate::lexicon::Grade::Document => Grade::Document,
        crate::lexicon::Grade::Anonymous => Grade::Anonymous,
    };
    matches!(view.upos(head), Some(Upos::Noun | Upos::Propn)).then_some(super::source::Source {
        actor: None,
        affiliation: Vec::new(),
        grade,
    })
}
