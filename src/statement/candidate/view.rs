//! A text as the candidates are read from it: its tokens with their place in the tree, in quotations and in the sums that make a look at any
//! stretch of them cheap.

use super::{
    Odds,
    word::{CLOSING, MARK, OPENING, THAT, known, traits},
};
use crate::{
    actor::{Actors, quotation::Quotation},
    syntax::{Relation, Sentence, Syntax, Token, Upos, Xpos},
    text::{Recall, Span, word_hash},
};

/// A stretch of tokens, as indices into [`Syntax::tokens`].
pub type Range = std::ops::Range<usize>;

/// What stands for no quotation.
pub const NOWHERE: u32 = u32::MAX;

/// How many dependents of a token are looked at; without a bound, a sentence of a megabyte would be read as often as it has words.
const WIDTH: usize = 64;
/// How many tokens brackets hold at most, where their opening is looked for.
const BRACKETED: usize = 40;

/// A text with what the candidates ask of it.
pub struct View<'a> {
    /// The letters.
    pub text: &'a str,
    /// Sentences and tokens.
    pub syntax: &'a Syntax,
    /// The quotations, in order.
    pub quotations: &'a [Quotation],
    /// For each token the hash of its lemma.
    lemmas: Vec<u32>,
    /// For each token what the lexicon says about its lemma.
    known: Vec<u16>,
    /// For each token whether it is a mark, a bracket, or "that" as a conjunction.
    traits: Vec<u8>,
    /// For each token the stretch that its subtree covers.
    subtrees: Vec<(u32, u32)>,
    /// For each token where its dependents begin in `children`.
    first: Vec<u32>,
    children: Vec<u32>,
    /// For each token its sentence.
    sentences: Vec<u32>,
    /// For each token the quotation that it stands in.
    quoted: Vec<u32>,
    /// For each quotation the tokens inside its marks.
    inside: Vec<(u32, u32)>,
    /// For each token what the actor is that it names; 0 for none.
    actors: Vec<u8>,
    /// How many tokens before each are verbs, quoted, commas.
    sums: Vec<[u32; 3]>,
    /// How likely its tokens stand in a source, a cue, a content.
    pub odds: Odds<'a>,
}

impl<'a> View<'a> {
    /// Looks at a text whose grammar was read.
    pub fn new(text: &'a str, syntax: &'a Syntax, actors: &Actors) -> Self {
        let count = syntax.tokens.len();
        let mut view = Self {
            text,
            syntax,
            quotations: &syntax.quotations,
            lemmas: vec![0; count],
            known: vec![0; count],
            traits: vec![0; count],
            subtrees: (0..count).map(|index| (narrow(index), narrow(index + 1))).collect(),
            first: vec![0; count + 1],
            children: Vec::with_capacity(count),
            sentences: vec![0; count],
            quoted: vec![NOWHERE; count],
            inside: vec![(0, 0); syntax.quotations.len()],
            actors: vec![0; count],
            sums: vec![[0; 3]; count + 1],
            odds: Odds::new(&syntax.roles),
        };
        view.read_quotations();
        let mut lemmas = Recall::default();
        let mut order = Vec::new();
        for (number, sentence) in syntax.sentences.iter().enumerate() {
            view.read_words(number, sentence, &mut lemmas);
            view.read_tree(sentence, &mut order);
        }
        view.read_actors(actors);
        view
    }

    /// Takes down what each word of a sentence is by itself.
    // A function of its own, see `OffsetMap::stride`; so are the others below that see a sentence.
    #[inline(never)]
    fn read_words(&mut self, number: usize, sentence: &Sentence, lemmas: &mut Recall<'a, (u32, u16)>) {
        let syntax = self.syntax;
        let mut sums = self.sums.get(sentence.tokens.start).copied().unwrap_or_default();
        for (index, token) in sentence.tokens.clone().zip(syntax.tokens_of(sentence)) {
            let (lemma, verb) = (syntax.lemma(token).unwrap_or(""), token.upos() == Some(Upos::Verb));
            let (hash, known) = lemmas.get(lemma, u32::from(verb), || (word_hash(lemma), known(lemma, verb)));
            set(&mut self.lemmas, index, hash);
            set(&mut self.known, index, known);
            set(&mut self.traits, index, traits(token, token.span.of(self.text)));
            set(&mut self.sentences, index, narrow(number));
            sums[0] += u32::from(matches!(token.upos(), Some(Upos::Verb | Upos::Aux)));
            sums[1] += u32::from(self.is_quoted(index));
            sums[2] += u32::from(token.xpos() == Some(Xpos::Comma));
            set(&mut self.sums, index + 1, sums);
        }
    }

    /// Takes down the dependents and the subtree of each word of a sentence; `order` is room to work in.
    #[inline(never)]
    fn read_tree(&mut self, sentence: &Sentence, order: &mut Vec<usize>) {
        let words = sentence.tokens.clone();
        let heads = |index: usize| self.syntax.tokens.get(index).and_then(Token::head).filter(|head| words.contains(head));
        // How many dependents each word has, then where they begin, then they themselves; `first` runs ahead by a word meanwhile.
        for head in words.clone().filter_map(heads) {
            if let Some(number) = self.first.get_mut(head + 1) {
                *number += 1;
            }
        }
        let mut sum = narrow(self.children.len());
        set(&mut self.first, words.start, sum);
        for place in self.first.get_mut(words.start + 1..words.end + 1).unwrap_or_default() {
            let number = std::mem::replace(place, sum);
            sum += number;
        }
        self.children.resize(sum as usize, 0);
        for index in words.clone() {
            let place = heads(index).and_then(|head| self.first.get_mut(head + 1));
            if let Some(place) = place {
                set(&mut self.children, *place as usize, narrow(index));
                *place += 1;
            }
        }
        // Heads before their dependents; then the subtrees from the leaves on.
        order.clear();
        order.extend(words.clone().filter(|index| heads(*index).is_none()));
        let mut at = 0;
        while let Some(&index) = order.get(at) {
            order.extend(self.dependents(index, usize::MAX).iter().map(|child| *child as usize));
            at += 1;
        }
        for &index in order.iter().rev() {
            let (start, end) = self.subtrees.get(index).copied().unwrap_or_default();
            if let Some(subtree) = heads(index).and_then(|head| self.subtrees.get_mut(head)) {
                *subtree = (subtree.0.min(start), subtree.1.max(end));
            }
        }
    }

    fn read_quotations(&mut self) {
        let tokens = &self.syntax.tokens;
        for (number, quotation) in self.quotations.iter().enumerate() {
            let first = tokens.partition_point(|token| token.span.start < quotation.inner.start);
            let last = tokens.partition_point(|token| token.span.end <= quotation.inner.end).max(first);
            if let Some(inside) = self.inside.get_mut(number) {
                *inside = (narrow(first), narrow(last));
            }
            for place in self.quoted.get_mut(first..last).unwrap_or(&mut []) {
                *place = narrow(number);
            }
        }
    }

    fn read_actors(&mut self, actors: &Actors) {
        for mention in &actors.mentions {
            let kind = actors.actors.get(mention.actor).map_or(0, |actor| 1 + actor.kind as u8);
            let tokens = self.tokens(mention.span);
            for place in self.actors.get_mut(tokens).unwrap_or(&mut []) {
                *place = kind;
            }
        }
    }

    /// What the actor is that a token names, as a number; 0 for none.
    pub fn actor(&self, index: usize) -> u32 {
        self.actors.get(index).map_or(0, |kind| u32::from(*kind))
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.syntax.tokens.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.syntax.tokens.is_empty()
    }

    /// A token.
    pub fn token(&self, index: usize) -> Option<&'a Token> {
        self.syntax.tokens.get(index)
    }

    /// The letters of a token.
    pub fn letters(&self, index: usize) -> &'a str {
        self.token(index).map_or("", |token| token.span.of(self.text))
    }

    /// The lemma of a token.
    pub fn lemma_text(&self, index: usize) -> &'a str {
        self.token(index).and_then(|token| self.syntax.lemma(token)).unwrap_or("")
    }

    /// The hash of a lemma; 0 beyond the text.
    pub fn lemma(&self, index: usize) -> u32 {
        self.lemmas.get(index).copied().unwrap_or(0)
    }

    /// What the lexicon says about a token: its kind as a verb that reports, as a noun that reports, as the head of a source.
    pub fn known(&self, index: usize) -> u32 {
        self.known.get(index).map_or(1, |known| u32::from(*known))
    }

    /// The part of speech of a token.
    pub fn upos(&self, index: usize) -> Option<Upos> {
        self.token(index).and_then(Token::upos)
    }

    /// The finer tag of a token as a number; 255 beyond the text.
    pub fn tag(&self, index: usize) -> u32 {
        self.token(index).and_then(Token::xpos).map_or(255, |tag| tag as u32)
    }

    /// The finer tag of a token.
    pub fn xpos(&self, index: usize) -> Option<Xpos> {
        self.token(index).and_then(Token::xpos)
    }

    /// The relation of a token.
    pub fn relation(&self, index: usize) -> Option<Relation> {
        self.token(index).and_then(Token::relation)
    }

    /// The relation of a token as a number; 255 beyond the text.
    pub fn label(&self, index: usize) -> u32 {
        self.relation(index).map_or(255, |relation| relation as u32)
    }

    /// The head of a token.
    pub fn head(&self, index: usize) -> Option<usize> {
        self.token(index).and_then(Token::head)
    }

    /// The first dependents of a token, in the order of the text; in no prose a word has more than [`WIDTH`].
    pub fn children(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + use<'_, 'a> {
        self.dependents(index, WIDTH).iter().map(|child| *child as usize)
    }

    fn dependents(&self, index: usize, most: usize) -> &[u32] {
        let from = self.first.get(index).copied().unwrap_or(0) as usize;
        let to = self.first.get(index + 1).copied().unwrap_or(0) as usize;
        self.children.get(from..to.min(from.saturating_add(most))).unwrap_or(&[])
    }

    /// The dependents of a token that stand in a relation to it.
    pub fn related(&self, index: usize, relation: Relation) -> impl DoubleEndedIterator<Item = usize> + Clone + use<'_, 'a> {
        self.children(index).filter(move |child| self.relation(*child) == Some(relation))
    }

    /// What the subtree of a token covers.
    pub fn subtree(&self, index: usize) -> Range {
        self.subtrees.get(index).map_or(index..index, |(start, end)| *start as usize..*end as usize)
    }

    /// The index of the sentence of a token.
    pub fn sentence_index(&self, index: usize) -> usize {
        self.sentences.get(index).map_or(0, |sentence| *sentence as usize)
    }

    /// The sentence of a token.
    pub fn sentence(&self, index: usize) -> Option<&'a Sentence> {
        self.syntax.sentences.get(self.sentence_index(index))
    }

    /// The tokens of the sentence of a token.
    pub fn around(&self, index: usize) -> Range {
        self.sentence(index).map_or(index..index, |sentence| sentence.tokens.clone())
    }

    /// The quotation that a token stands in, marks left out; [`NOWHERE`] for none.
    pub fn quotation(&self, index: usize) -> u32 {
        self.quoted.get(index).copied().unwrap_or(NOWHERE)
    }

    /// Whether a token stands in a quotation.
    pub fn is_quoted(&self, index: usize) -> bool {
        self.quotation(index) != NOWHERE
    }

    /// The tokens inside the marks of a quotation.
    pub fn inside(&self, quotation: u32) -> Range {
        self.inside.get(quotation as usize).map_or(0..0, |(start, end)| *start as usize..*end as usize)
    }

    /// The first quotation that ends behind a token.
    pub fn quotation_from(&self, index: usize) -> u32 {
        narrow(self.inside.partition_point(|(_, end)| *end as usize <= index))
    }

    /// How many of a stretch of tokens are verbs, quoted, commas.
    pub fn counts(&self, range: &Range) -> [u32; 3] {
        let (Some(from), Some(to)) = (self.sums.get(range.start), self.sums.get(range.end)) else { return [0; 3] };
        [to[0].saturating_sub(from[0]), to[1].saturating_sub(from[1]), to[2].saturating_sub(from[2])]
    }

    /// Whether a token is a mark.
    pub fn is_mark(&self, index: usize) -> bool {
        self.has(index, MARK)
    }

    fn has(&self, index: usize, wanted: u8) -> bool {
        self.traits.get(index).is_some_and(|traits| traits & wanted != 0)
    }

    /// Whether a token is one of these words.
    pub fn is(&self, index: usize, words: &[&str]) -> bool {
        let letters = self.letters(index);
        words.iter().any(|word| letters.eq_ignore_ascii_case(word))
    }

    /// A stretch without the marks at its ends, and without "that" before it.
    pub fn trimmed(&self, range: Range) -> Range {
        let Range { mut start, end } = range;
        // A stretch that was cut before its beginning is none.
        let mut end = end.max(start);
        while start < end && self.is_mark(start) {
            start += 1;
        }
        if end - start > 1 && self.has(start, THAT) {
            start += 1;
            while start < end && self.is_mark(start) {
                start += 1;
            }
        }
        while end > start && self.is_mark(end - 1) && !self.closes(start, end - 1) {
            end -= 1;
        }
        start..end
    }

    /// Whether a mark is a bracket that was opened behind a place.
    pub fn closes(&self, start: usize, mark: usize) -> bool {
        self.has(mark, CLOSING) && (start.max(mark.saturating_sub(BRACKETED))..mark).any(|index| self.has(index, OPENING))
    }

    /// The bytes of a stretch of tokens.
    pub fn bytes(&self, range: &Range) -> Span {
        let start = self.token(range.start).map_or(0, |token| token.span.start);
        let end = range.end.checked_sub(1).and_then(|last| self.token(last)).map_or(start, |token| token.span.end);
        Span::new(start, end)
    }

    /// The tokens that a stretch of bytes touches.
    pub fn tokens(&self, span: Span) -> Range {
        let tokens = &self.syntax.tokens;
        let start = tokens.partition_point(|token| token.span.end <= span.start);
        let end = tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// Of a stretch of tokens the one that the others hang on: the first whose head lies outside, verbs and nouns before other words.
    pub fn top(&self, range: Range) -> Option<usize> {
        let outside = |index: &usize| !self.is_mark(*index) && self.head(*index).is_none_or(|head| !range.contains(&head));
        let tops = range.clone().take(16).filter(outside);
        tops.min_by_key(|index| match self.upos(*index) {
            Some(Upos::Verb) => (0, *index),
            Some(Upos::Noun | Upos::Propn) => (1, *index),
            Some(Upos::Adj | Upos::Adv) => (2, *index),
            _ => (3, *index),
        })
    }
}

fn set<T>(list: &mut [T], index: usize, value: T) {
    if let Some(place) = list.get_mut(index) {
        *place = value;
    }
}

/// Indices of tokens fit into 32 bits: no text is that long.
fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{actor, ingest, syntax};

    /// Shows each token of a text with its subtree, and the quotation that it stands in.
    fn check(text: &str, expected: &[&str]) {
        let Some(model) = syntax::Model::embedded() else { return };
        let document = ingest::ingest("case.txt", text.as_bytes(), &crate::Options::default()).unwrap();
        let syntax = syntax::parse_with(&document, Some(model), &mut syntax::Workspace::default());
        let view = View::new(document.text(), &syntax, &actor::find(&document, &syntax));
        let shown: Vec<String> = (0..view.len())
            .filter(|index| !view.is_mark(*index))
            .map(|index| {
                let quote = if view.is_quoted(index) { "“" } else { "" };
                format!("{quote}{}: {}", view.letters(index), view.bytes(&view.trimmed(view.subtree(index))).of(document.text()))
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn subtrees() {
        check(
            "Norway said that it agrees.",
            &["Norway: Norway", "said: Norway said that it agrees", "that: that", "it: it", "agrees: it agrees"],
        );
    }

    #[test]
    fn quotations_are_known_by_their_tokens() {
        check("She said “no”.", &["She: She", "said: She said “no", "“no: no"]);
    }

    #[test]
    fn brackets_stay_where_they_were_opened() {
        check("The union (EU) agrees.", &["The: The", "union: The union (EU)", "EU: EU", "agrees: The union (EU) agrees"]);
    }
}
