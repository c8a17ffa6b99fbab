//! Mentions and tokens in; out comes, place by place, who is on the scene when a pronoun stands there.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    actor::{
        ActorKind, Actors, Form,
        gender::{feminine_noun, pronoun},
        name_by_grammar::feminine_of,
        quotation::Quotation,
    },
    lexicon::Lexicon,
    syntax::{Relation, Sentence, Syntax, Token, Upos, Xpos},
    text::Span,
};

/// How many heads are climbed.
const MAX_CLIMB: usize = 40;

/// Somebody who may be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// An actor, by its index.
    Actor(usize),
    /// Somebody whom only a common noun names, by the token that it is first named with.
    Noun(usize),
}

/// What a phrase does in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Its subject.
    Subject,
    /// An object.
    Object,
    /// Behind a preposition.
    Oblique,
    /// The owner of what a noun names.
    Possessor,
    /// Another modifier of a noun.
    Modifier,
    /// Anything else.
    Other,
}

/// In what form somebody is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SeenForm {
    /// By two or more words of the name.
    Full,
    /// By one word of the name.
    Short,
    /// By a pronoun.
    Pronoun,
    /// By an office or a common noun.
    #[default]
    Noun,
}

/// A mention with its place in the grammar.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// Its words.
    pub span: Span,
    /// Who is mentioned.
    pub whose: Whose,
    /// The token that heads it.
    pub head: usize,
    /// The index of its sentence.
    pub sentence: usize,
    /// How it is mentioned.
    pub form: SeenForm,
    /// What it does.
    pub role: Role,
    /// Whether it is joined to another by "and".
    pub joined: bool,
    /// Whether it is apposed to another phrase.
    pub apposed: bool,
    /// The token that heads the phrase that it is part of: what it is apposed or joined to, else its own head.
    pub top: usize,
    /// The token that its role is towards: the verb, or the noun that it modifies.
    pub governor: Option<usize>,
    /// Of a pronoun that owns what is joined to another phrase by "and": the head of that phrase.
    pub governor_top: Option<usize>,
    /// The token that heads its clause.
    pub clause: usize,
    /// Whether it stands in a quotation.
    pub quoted: bool,
    /// Whether it is the subject of a verb of reporting.
    pub speaks: bool,
}

/// A pronoun to be resolved.
#[derive(Debug, Clone, Copy)]
pub struct Pronoun {
    /// Its place.
    pub seen: Seen,
    /// Whether it is feminine.
    pub feminine: bool,
    /// Whether it is "himself" or "herself".
    pub reflexive: bool,
    /// Whether its sentence has, or continues, a quotation.
    pub beside_quotation: bool,
}

/// What shows somebody's sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A title or a word of the family.
    Said,
    /// A given name with another name.
    Name,
    /// A single name that is a given name, although it may be a family name here.
    Alone,
}

/// What is known about somebody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known {
    /// Whether a woman, and what shows it.
    pub feminine: Option<(bool, Sign)>,
    /// Whether the last pronoun for it was feminine.
    pub called: Option<bool>,
    /// Whether nothing shows that it is a person.
    pub tentative: bool,
    /// Whether it is only named as places are.
    pub located: bool,
    /// How often mentioned so far.
    pub mentions: usize,
    /// How often named in the whole text.
    pub total: usize,
    /// The form of the first mention.
    pub first_form: SeenForm,
    /// The order of first mention.
    pub order: usize,
}

/// What the linking of names learned about the actors.
#[derive(Clone, Copy)]
pub struct Signs<'a> {
    /// For each actor whether it is a woman, where the text says so.
    pub feminine: &'a [Option<bool>],
    /// The actors that are only named as places are.
    pub located: &'a BTreeSet<usize>,
    /// Where subjects of verbs of reporting begin.
    pub speakers: &'a BTreeSet<usize>,
}

/// Who is on the scene.
pub struct Scene<'a> {
    /// The grammar.
    pub syntax: &'a Syntax,
    /// Everybody mentioned, pronouns left out, in order.
    pub named: Vec<Seen>,
    /// How many of them stand before the pronoun.
    pub passed: usize,
    /// What was mentioned before the pronoun, pronouns included, in order.
    pub past: Vec<Seen>,
    known: BTreeMap<Whose, Known>,
    /// To whom the last pronoun of each sex pointed, with its sentence: masculine, feminine.
    pub last: [Option<(Option<Whose>, usize)>; 2],
    pronouns: std::vec::IntoIter<Pronoun>,
}

impl<'a> Scene<'a> {
    /// The scene at the start of a text.
    pub fn new(text: &str, syntax: &'a Syntax, actors: &Actors, signs: Signs<'_>, quotations: &[Quotation]) -> Self {
        let Signs { feminine, located, speakers } = signs;
        let sentence_of: Vec<usize> =
            syntax.sentences.iter().enumerate().flat_map(|(index, sentence)| sentence.tokens.clone().map(move |_| index)).collect();
        let quoted = |span: Span| {
            let at = quotations.partition_point(|quotation| quotation.outer.end <= span.start);
            quotations.get(at).is_some_and(|quotation| quotation.inner.contains(span))
        };
        let see = |span: Span, whose: Whose, head: usize, form: SeenForm| {
            let place = place(syntax, head);
            let sentence = sentence_of.get(head).copied().unwrap_or(0);
            let Place { role, joined, apposed, top, governor, governor_top, clause } = place;
            Seen {
                span,
                whose,
                head,
                sentence,
                form,
                role,
                joined,
                apposed,
                top,
                governor,
                governor_top,
                clause,
                quoted: quoted(span),
                speaks: speakers.contains(&span.start) || speaks(syntax, role, governor),
            }
        };
        let mut known: BTreeMap<Whose, Known> = BTreeMap::new();
        let mut named: Vec<Seen> = Vec::new();
        for mention in &actors.mentions {
            let Some(actor) = actors.actors.get(mention.actor).filter(|actor| actor.kind == ActorKind::Person) else { continue };
            if mention.form == Form::Pronoun {
                continue;
            }
            let Some(head) = head_of(syntax, mention.span) else { continue };
            let words = mention.span.of(text).split_whitespace().count();
            let form = match mention.form {
                Form::Name if words > 1 => SeenForm::Full,
                Form::Name => SeenForm::Short,
                _ => SeenForm::Noun,
            };
            let whose = Whose::Actor(mention.actor);
            known.entry(whose).or_insert_with(|| Known {
                feminine: sex(&actor.name, feminine.get(mention.actor).copied().flatten()),
                tentative: actor.bare,
                located: actor.bare && located.contains(&mention.actor),
                ..Known::default()
            });
            named.push(see(mention.span, whose, head, form));
        }
        let mut pronouns = Vec::new();
        let mut nouns = Vec::new();
        let covered = |span: Span| {
            let at = named.partition_point(|seen: &Seen| seen.span.start <= span.start);
            named.get(at.saturating_sub(3)..at).unwrap_or(&[]).iter().any(|seen| seen.span.contains(span))
        };
        let mut last_noun: BTreeMap<String, usize> = BTreeMap::new();
        for (index, token) in syntax.sentences.iter().flat_map(|sentence| gendered_words(text, syntax, sentence)) {
            let letters = token.span.of(text);
            if let Some((feminine, reflexive)) = pronoun(letters) {
                let seen = see(token.span, Whose::Noun(index), index, SeenForm::Pronoun);
                let sentence = syntax.sentences.get(seen.sentence).map_or(token.span, |sentence| sentence.span);
                let at = quotations.partition_point(|quotation| quotation.outer.end <= sentence.start);
                let beside_quotation = quotations.get(at).is_some_and(|quotation| quotation.outer.overlaps(sentence));
                pronouns.push(Pronoun { seen, feminine, reflexive, beside_quotation });
            } else if let Some(feminine) = feminine_noun(letters)
                && !covered(token.span)
                && !names_somebody(syntax, &named, index)
            {
                // "the girl" is the girl last spoken of.
                let first = *last_noun.entry(letters.to_lowercase()).or_insert(index);
                let whose = Whose::Noun(first);
                known.entry(whose).or_insert(Known { feminine: Some((feminine, Sign::Said)), ..Known::default() });
                nouns.push(see(token.span, whose, index, SeenForm::Noun));
            }
        }
        named.extend(nouns);
        named.sort_by_key(|seen| (seen.span.start, seen.span.end));
        own_appositions(&mut named);
        for (order, seen) in named.iter().enumerate().rev() {
            if let Some(known) = known.get_mut(&seen.whose) {
                known.order = order;
                known.total += 1;
                known.first_form = seen.form;
            }
        }
        Self { syntax, named, passed: 0, past: Vec::new(), known, last: [None; 2], pronouns: pronouns.into_iter() }
    }

    /// Goes on to the next pronoun.
    pub fn next(&mut self) -> Option<Pronoun> {
        let pronoun = self.pronouns.next()?;
        while let Some(seen) = self.named.get(self.passed).filter(|seen| seen.span.start < pronoun.seen.span.start) {
            if let Some(known) = self.known.get_mut(&seen.whose) {
                known.mentions += 1;
            }
            self.past.push(*seen);
            self.passed += 1;
        }
        Some(pronoun)
    }

    /// Takes down whom a pronoun means.
    pub fn pass(&mut self, pronoun: &Pronoun, whose: Option<Whose>) {
        if let Some(last) = self.last.get_mut(usize::from(pronoun.feminine)) {
            *last = Some((whose, pronoun.seen.sentence));
        }
        let Some(whose) = whose else { return };
        self.past.push(Seen { whose, ..pronoun.seen });
        if let Some(known) = self.known.get_mut(&whose) {
            known.mentions += 1;
            known.called = Some(pronoun.feminine);
        }
    }

    /// What is known about somebody.
    pub fn known(&self, whose: Whose) -> Known {
        self.known.get(&whose).copied().unwrap_or_default()
    }
}

/// Gives a phrase without a name that is apposed to a name to whoever the name means: "George Lopez, a former member".
fn own_appositions(named: &mut [Seen]) {
    for index in 0..named.len() {
        let Some(seen) = named.get(index).copied().filter(|seen| seen.form == SeenForm::Noun && seen.apposed) else { continue };
        let before = named.get(index.saturating_sub(3)..index).unwrap_or(&[]);
        let owner = before.iter().rev().find(|other| other.top == seen.top && other.form != SeenForm::Noun).map(|other| other.whose);
        if let (Some(owner), Some(seen)) = (owner, named.get_mut(index)) {
            seen.whose = owner;
        }
    }
}

/// The words of a sentence that are pronouns of persons, and the nouns that say whether a woman is meant, each with its place.
// A function of its own, see `OffsetMap::stride`.
#[inline(never)]
fn gendered_words<'s>(text: &str, syntax: &'s Syntax, sentence: &Sentence) -> Vec<(usize, &'s Token)> {
    let says = |token: &Token| {
        let Some(grammar) = token.grammar else { return false };
        let letters = token.span.of(text);
        let noun = grammar.upos == Upos::Noun
            && grammar.xpos != Xpos::Nns
            && !matches!(grammar.relation, Relation::Appos | Relation::Compound | Relation::Flat);
        pronoun(letters).is_some() || noun && feminine_noun(letters).is_some()
    };
    sentence.tokens.clone().zip(syntax.tokens_of(sentence)).filter(|(_, token)| says(token)).collect()
}

/// Whether a noun only says what somebody named is: "his wife, Anna", "Anna is a woman".
fn names_somebody(syntax: &Syntax, named: &[Seen], noun: usize) -> bool {
    let from = named.partition_point(|seen| seen.head + MAX_CLIMB < noun);
    named.iter().skip(from).take_while(|seen| seen.head < noun + MAX_CLIMB).take(MAX_CLIMB).any(|seen| {
        let token = syntax.tokens.get(seen.head);
        let under = token.and_then(Token::head) == Some(noun);
        let relation = token.and_then(Token::relation);
        under && matches!(relation, Some(Relation::Appos | Relation::Flat | Relation::Compound | Relation::Nsubj))
    })
}

/// The sex of somebody by what the text says, else by the given name.
fn sex(name: &str, said: Option<bool>) -> Option<(bool, Sign)> {
    if let Some(said) = said {
        return Some((said, Sign::Said));
    }
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or("");
    let known = Lexicon::get().first_name(first)?;
    let sign = if words.next().is_some() { Sign::Name } else { Sign::Alone };
    // "Grant" alone may be a family name.
    if known.ambiguous && sign == Sign::Alone {
        return None;
    }
    feminine_of(known.gender).map(|feminine| (feminine, sign))
}

/// The token that heads a span.
fn head_of(syntax: &Syntax, span: Span) -> Option<usize> {
    let first = syntax.tokens.partition_point(|token| token.span.start < span.start);
    let inside = syntax.tokens.iter().enumerate().skip(first).take_while(|(_, token)| token.span.end <= span.end).take(MAX_CLIMB);
    let range = first..first + inside.clone().count();
    let nominal = |token: &Token| matches!(token.upos(), Some(Upos::Propn | Upos::Noun | Upos::Pron | Upos::Adj | Upos::X));
    let outer = |token: &Token| token.head().is_none_or(|head| !range.contains(&head));
    let found = inside.clone().find(|(_, token)| outer(token) && nominal(token)).or_else(|| inside.clone().next());
    found.map(|(index, _)| index)
}

/// A token's place in the grammar.
struct Place {
    role: Role,
    joined: bool,
    apposed: bool,
    top: usize,
    governor: Option<usize>,
    governor_top: Option<usize>,
    clause: usize,
}

fn place(syntax: &Syntax, token: usize) -> Place {
    let grammar = |index: usize| syntax.tokens.get(index).and_then(|token| token.grammar);
    let (mut joined, mut apposed) = (false, false);
    let mut at = token;
    for _ in 0..MAX_CLIMB {
        let Some(found) = grammar(at) else { break };
        match (found.relation, found.head) {
            (Relation::Conj, Some(head)) if grammar(head).is_some_and(|head| is_nominal(head.upos)) => {
                joined = true;
                at = head;
            }
            (Relation::Appos, Some(head)) => {
                apposed = true;
                at = head;
            }
            (Relation::Flat | Relation::Compound, Some(head)) => at = head,
            _ => break,
        }
    }
    let found = grammar(at);
    let governor = found.and_then(|found| found.head);
    let owner = syntax.tokens.get(at).is_some_and(|token| token.xpos() == Some(Xpos::PrpPossessive))
        || syntax
            .tokens
            .get(at + 1..(at + 6).min(syntax.tokens.len()))
            .unwrap_or(&[])
            .iter()
            .any(|next| next.xpos() == Some(Xpos::Pos) && next.head() == Some(at));
    let role = match found.map(|found| found.relation) {
        Some(Relation::Nsubj | Relation::Csubj) => Role::Subject,
        Some(Relation::Obj | Relation::Iobj) => Role::Object,
        Some(Relation::Obl) => Role::Oblique,
        Some(Relation::Nmod | Relation::Det) if owner => Role::Possessor,
        Some(Relation::Nmod) => Role::Modifier,
        _ if owner => Role::Possessor,
        _ => Role::Other,
    };
    let governor_top = governor.and_then(grammar).filter(|noun| noun.relation == Relation::Conj).and_then(|noun| noun.head);
    Place { role, joined, apposed, top: at, governor, governor_top, clause: clause_of(syntax, at) }
}

/// Whether a phrase is the subject of a verb of reporting.
fn speaks(syntax: &Syntax, role: Role, governor: Option<usize>) -> bool {
    let verb = governor.and_then(|verb| syntax.tokens.get(verb)).filter(|verb| verb.upos() == Some(Upos::Verb));
    let reports = |lemma: &str| Lexicon::get().reporting_verb(lemma).any(|reading| !reading.verb.ambiguous);
    role == Role::Subject && verb.and_then(|verb| syntax.lemma(verb)).is_some_and(reports)
}

fn is_nominal(upos: Upos) -> bool {
    matches!(upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj | Upos::X)
}

/// The token that heads the clause of a token: the next one above it that is a verb or stands where clauses stand.
pub fn clause_of(syntax: &Syntax, token: usize) -> usize {
    let mut at = token;
    for _ in 0..MAX_CLIMB {
        let Some(head) = syntax.tokens.get(at).and_then(Token::head) else { return at };
        at = head;
        let Some(grammar) = syntax.tokens.get(at).and_then(|token| token.grammar) else { return at };
        let clausal = matches!(
            grammar.relation,
            Relation::Root | Relation::Ccomp | Relation::Advcl | Relation::Acl | Relation::Parataxis | Relation::Csubj | Relation::Xcomp
        );
        if matches!(grammar.upos, Upos::Verb | Upos::Aux) || clausal {
            return at;
        }
    }
    at
}
