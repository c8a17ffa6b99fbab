//! The states of a sentence's tokens in; out comes for each token how likely it stands in a source, a cue, a content, and heads a cue.
//!
//! A small network of its own on the states that the parser has made: what a token is and what it hangs on, then layers of the kind that
//! [`super::grammar`] has, which see beside the neighbours the head of each token.

use wide::{f32x4, i16x8};

use super::{
    Encoded, ModelError, Relation, Token, Xpos,
    grammar::{gated, rectify},
    model::{Container, GROUP, Matrix, Table, pack},
    quotation::Quotation,
};
use crate::text::{Span, word_hash};

/// A part of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who speaks.
    Source,
    /// The words that carry it.
    Cue,
    /// What is said.
    Content,
}

/// Which part of a statement a token may be: log-odds in sixteenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Roles {
    /// That it stands in a source, a cue, a content.
    pub stands: [i8; 3],
    /// That it begins one, if it stands in it.
    pub begins: [i8; 3],
    /// That it heads a cue.
    pub heads: i8,
}

impl Roles {
    /// From seven signed bytes: of each part that it stands in it and that it begins it; that it heads a cue.
    pub fn from_bytes(bytes: [u8; 7]) -> Self {
        let [source, source_begins, cue, cue_begins, content, content_begins, heads] = bytes.map(u8::cast_signed);
        Self { stands: [source, cue, content], begins: [source_begins, cue_begins, content_begins], heads }
    }
}

/// How a token stands in a quotation: not, as its first, as its last, or between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quoted {
    /// Outside.
    #[default]
    No,
    /// Right behind the opening mark.
    First,
    /// Right before the closing mark.
    Last,
    /// Between them.
    Inside,
}

/// For each token how it stands in the quotations of its text.
pub fn quoted(tokens: &[Token], quotations: &[Quotation]) -> Vec<Quoted> {
    let mut quoted = vec![Quoted::No; tokens.len()];
    for quotation in quotations {
        let first = tokens.partition_point(|token| token.span.start < quotation.inner.start);
        let last = tokens.partition_point(|token| token.span.end <= quotation.inner.end);
        if let Some(inside) = quoted.get_mut(first..last.max(first)) {
            inside.fill(Quoted::Inside);
            inside.last_mut().into_iter().for_each(|last| *last = Quoted::Last);
            inside.first_mut().into_iter().for_each(|first| *first = Quoted::First);
        }
    }
    quoted
}

/// The rows of a table, unpacked: some are added for every token.
#[derive(Debug, Clone)]
struct Rows {
    lanes: usize,
    values: Vec<f32x4>,
}

impl Rows {
    fn of(table: &Table, width: usize) -> Self {
        let lanes = width / 4;
        let mut values = vec![f32x4::ZERO; table.rows() * lanes];
        values.chunks_exact_mut(lanes.max(1)).enumerate().for_each(|(row, values)| table.add(row, values));
        Self { lanes, values }
    }

    fn count(&self) -> usize {
        self.values.len() / self.lanes.max(1)
    }

    /// Adds a row to a sum; a row that is not there adds nothing.
    fn add(&self, row: usize, sum: &mut [f32x4]) {
        let values = self.values.get(row * self.lanes..(row + 1) * self.lanes).unwrap_or(&[]);
        sum.iter_mut().zip(values).for_each(|(sum, value)| *sum += *value);
    }
}

/// How far to either side a head's distance is told apart.
const FAR: usize = 20;

/// What was learned of the parts of statements. It belongs to the language model on whose states it was learned.
#[derive(Debug, Clone)]
pub struct RoleModel {
    /// Numbers in a state of the language model.
    seen: usize,
    /// Numbers in a state of this network.
    width: usize,
    /// Rows for hashes of lemmas: of a token, and of what it hangs on.
    lemmas: Rows,
    head_lemmas: Rows,
    tags: Rows,
    relations: Rows,
    distances: Rows,
    quoted: Rows,
    input: Matrix,
    layers: Vec<(Matrix, Matrix)>,
    out: Matrix,
}

/// A stretch of tokens that was read in one go.
pub struct Stretch<'a> {
    /// The tokens with their grammar.
    pub tokens: &'a [Token],
    /// The index of the first in the text.
    pub first: usize,
    /// The lemmas of the text.
    pub lemmas: &'a str,
    /// How the tokens, and those behind, stand in quotations.
    pub quoted: &'a [Quoted],
    /// The states of the tokens.
    pub encoded: &'a Encoded,
}

/// Room to compute in.
#[derive(Debug, Default)]
pub struct Buffers {
    /// The head of each token in the stretch; itself where it is outside.
    heads: Vec<usize>,
    lemmas: Vec<usize>,
    states: Vec<f32x4>,
    packed: Vec<i16x8>,
    gathered: Vec<i16x8>,
    mixed: Vec<f32x4>,
    mixed_packed: Vec<i16x8>,
    gates: Vec<f32x4>,
    carry: Vec<f32x4>,
    out: Vec<f32x4>,
}

/// How many outputs there are: outside, begins, goes on for each of three parts; heads a cue.
const OUTPUTS: usize = 10;

impl RoleModel {
    /// Reads the bytes of `model/roles.model`.
    ///
    /// # Errors
    /// [`ModelError`] for bytes that are not such a file, that are damaged, or that another version wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let file = Container::open(bytes)?;
        let (width, layers) = (file.header.width, file.header.layers);
        let fits = width > 0 && width <= 128 && width.is_multiple_of(GROUP) && (1..=4).contains(&layers);
        let names = |names: &[String], known: &[&str]| names.iter().map(String::as_str).eq(known.iter().copied());
        let tags: Vec<&str> = Xpos::ALL.iter().map(|tag| tag.name()).collect();
        let relations: Vec<&str> = Relation::ALL.iter().map(|relation| relation.name()).collect();
        if !fits || !names(&file.header.tags, &tags) || !names(&file.header.relations, &relations) {
            return Err(ModelError::malformed("sizes"));
        }
        let seen = file.header.arc;
        if seen == 0 || seen > 128 || !seen.is_multiple_of(GROUP) {
            return Err(ModelError::malformed("arc"));
        }
        let rows = |name: &str| Ok::<_, ModelError>(Rows::of(&file.table(name, width)?, width));
        let layer = |layer: usize| {
            let convolution = file.matrix(&format!("convolution.{layer}"), 3 * width, width)?;
            Ok((convolution, file.matrix(&format!("gate.{layer}"), width, 2 * width)?))
        };
        Ok(Self {
            seen,
            width,
            lemmas: rows("lemma")?,
            head_lemmas: rows("lemma.head")?,
            tags: rows("tag")?,
            relations: rows("relation")?,
            distances: rows("distance")?,
            quoted: rows("quoted")?,
            input: file.matrix("input", 2 * seen, width)?,
            layers: (0..layers).map(layer).collect::<Result<_, ModelError>>()?,
            out: file.matrix("out", width, OUTPUTS)?,
        })
    }

    /// What the program was built with; `None` where it was built without a model.
    pub fn embedded() -> Option<&'static Self> {
        #[cfg(feature = "model")]
        {
            static MODEL: std::sync::OnceLock<Option<RoleModel>> = std::sync::OnceLock::new();
            let bytes = include_bytes!("../../model/roles.model");
            MODEL.get_or_init(|| Self::from_bytes(bytes).ok()).as_ref()
        }
        #[cfg(not(feature = "model"))]
        None
    }

    /// Finds for each token of a stretch which part of a statement it may be, and appends that to `found`.
    #[inline(never)]
    pub fn read(&self, stretch: &Stretch<'_>, buffers: &mut Buffers, found: &mut Vec<Roles>) {
        let length = stretch.tokens.len();
        if stretch.encoded.length != length || stretch.encoded.width != self.seen {
            found.resize(found.len() + length, Roles::default());
            return;
        }
        self.enter(stretch, buffers);
        for (convolution, gate) in &self.layers {
            self.mix(convolution, gate, length, buffers);
            self.recur(length, buffers);
        }
        let lanes = self.out.lanes();
        buffers.out.resize(length * lanes, f32x4::ZERO);
        self.out.product(&buffers.packed, self.width / 8, length, &mut buffers.out);
        found.extend(buffers.out.chunks_exact(lanes.max(1)).map(|scores| decide(bytemuck::cast_slice(scores))));
    }

    /// What a token is and what it hangs on.
    #[inline(never)]
    fn enter(&self, stretch: &Stretch<'_>, buffers: &mut Buffers) {
        let (length, lanes, seen) = (stretch.tokens.len(), self.width / 4, self.seen / 8);
        let rows = self.lemmas.count().max(1);
        buffers.lemmas.clear();
        buffers.lemmas.extend(stretch.tokens.iter().map(|token| {
            let lemma = token.grammar.map_or(Span::new(0, 0), |grammar| grammar.lemma).of(stretch.lemmas);
            word_hash(lemma) as usize % rows
        }));
        buffers.heads.clear();
        buffers.heads.extend(stretch.tokens.iter().enumerate().map(|(index, token)| {
            let head = token.head().and_then(|head| head.checked_sub(stretch.first));
            head.filter(|head| *head < length).unwrap_or(index)
        }));
        gather(stretch.encoded.packed(), seen, &buffers.heads, &mut buffers.gathered);
        buffers.states.resize(length * lanes, f32x4::ZERO);
        self.input.product(&buffers.gathered, 2 * seen, length, &mut buffers.states);
        let known = buffers.states.chunks_exact_mut(lanes).zip(stretch.tokens).zip(&buffers.heads).enumerate();
        for (index, ((state, token), head)) in known {
            self.lemmas.add(buffers.lemmas.get(index).copied().unwrap_or(0), state);
            self.head_lemmas.add(buffers.lemmas.get(*head).copied().unwrap_or(0), state);
            self.distances.add((*head + FAR).saturating_sub(index).min(2 * FAR), state);
            self.quoted.add(stretch.quoted.get(index).map_or(0, |quoted| *quoted as usize), state);
            if let Some(grammar) = token.grammar {
                self.tags.add(grammar.xpos as usize, state);
                self.relations.add(grammar.relation as usize, state);
            }
            state.iter_mut().for_each(|value| *value = rectify(*value));
        }
        buffers.packed.resize(length * self.width / 8, i16x8::ZERO);
        pack(&buffers.states, &mut buffers.packed);
    }

    /// What a token is by itself, beside its neighbours and its head; and the gates.
    #[inline(never)]
    fn mix(&self, convolution: &Matrix, gate: &Matrix, length: usize, buffers: &mut Buffers) {
        let (lanes, eights) = (self.width / 4, self.width / 8);
        let Buffers { packed, heads, gathered, mixed, mixed_packed, gates, .. } = buffers;
        gathered.clear();
        gathered.resize(length * eights * 3, i16x8::ZERO);
        let state = |index: Option<usize>| index.and_then(|index| packed.get(index * eights..(index + 1) * eights));
        for (index, row) in gathered.chunks_exact_mut(eights * 3).enumerate() {
            // Of a state the first half has gone backward, the second forward: what lies beyond a neighbour is in the half that came from there.
            let half = eights / 2;
            let before = state(index.checked_sub(1)).and_then(|state| state.get(half..));
            let behind = state(Some(index + 1)).and_then(|state| state.get(..half));
            let head = state(heads.get(index).copied());
            let mut at = 0;
            for (part, width) in [(before, half), (state(Some(index)), eights), (behind, half), (head, eights)] {
                if let (Some(part), Some(row)) = (part, row.get_mut(at..at + width)) {
                    row.copy_from_slice(part);
                }
                at += width;
            }
        }
        mixed.resize(length * lanes, f32x4::ZERO);
        convolution.product(gathered, eights * 3, length, mixed);
        mixed.iter_mut().for_each(|value| *value = rectify(*value));
        mixed_packed.resize(length * eights, i16x8::ZERO);
        pack(mixed, mixed_packed);
        gates.resize(length * lanes * 2, f32x4::ZERO);
        gate.product(mixed_packed, eights, length, gates);
    }

    /// Adds to the states what a token is by itself, and what it makes of the tokens behind and before.
    #[inline(never)]
    fn recur(&self, length: usize, buffers: &mut Buffers) {
        let lanes = self.width / 4;
        let Buffers { states, packed, mixed, gates, carry, .. } = buffers;
        for (backward, run) in [(true, 0..lanes / 2), (false, lanes / 2..lanes)] {
            carry.clear();
            carry.resize(lanes / 2, f32x4::ZERO);
            for at in 0..length {
                let token = if backward { length - 1 - at } else { at };
                let row = |width: usize, from: usize| token * lanes * width + from + run.start..token * lanes * width + from + run.end;
                let (gate, seen) = (gates.get(row(2, 0)), gates.get(row(2, lanes)));
                let (Some(gate), Some(seen), Some(mixed), Some(state)) = (gate, seen, mixed.get(row(1, 0)), states.get_mut(row(1, 0)))
                else {
                    return;
                };
                for ((((carry, gate), seen), mixed), state) in carry.iter_mut().zip(gate).zip(seen).zip(mixed).zip(state) {
                    *carry = gated(*carry, *gate, *seen);
                    *state += *mixed + *carry;
                }
            }
        }
        pack(states, packed);
    }
}

/// Copies the state of each token and behind it that of its head.
fn gather(states: &[i16x8], width: usize, heads: &[usize], out: &mut Vec<i16x8>) {
    out.clear();
    out.resize(heads.len() * width * 2, i16x8::ZERO);
    for (index, (row, head)) in out.chunks_exact_mut((width * 2).max(1)).zip(heads).enumerate() {
        let (own, above) = row.split_at_mut(width);
        for (place, token) in [(own, index), (above, *head)] {
            if let Some(state) = states.get(token * width..(token + 1) * width) {
                place.copy_from_slice(state);
            }
        }
    }
}

/// What the outputs of a token say, in log-odds.
fn decide(scores: &[f32]) -> Roles {
    let mut roles = Roles::default();
    let [source, cue, content, heads] = [0, 3, 6, 9].map(|at| scores.get(at..).unwrap_or(&[]));
    for (part, scores) in [source, cue, content].into_iter().enumerate() {
        if let ([outside, begins, goes_on, ..], Some(stands), Some(first)) =
            (scores, roles.stands.get_mut(part), roles.begins.get_mut(part))
        {
            *stands = sixteenths(sum(*begins, *goes_on) - outside);
            *first = sixteenths(begins - goes_on);
        }
    }
    roles.heads = heads.first().map_or(0, |score| sixteenths(*score));
    roles
}

/// The logarithm of the sum of what two numbers are logarithms of, within a sixteenth: the larger, and a line for what the smaller adds.
fn sum(a: f32, b: f32) -> f32 {
    let (larger, apart) = (a.max(b), (a - b).abs());
    larger + (std::f32::consts::LN_2 - apart * 0.25).max(0.0)
}

fn sixteenths(odds: f32) -> i8 {
    (odds * 16.0).clamp(-127.0, 127.0) as i8
}

#[cfg(test)]
#[cfg(feature = "model")]
mod tests {
    use super::*;
    use crate::{
        ingest,
        syntax::{Model, Syntax, Workspace, parse_with_roles},
    };

    const BYTES: &[u8] = include_bytes!("../../model/roles.model");

    fn read(text: &str) -> Option<Syntax> {
        let document = ingest::ingest("case.txt", text.as_bytes(), &crate::Options::default()).ok()?;
        Some(parse_with_roles(&document, Model::embedded()?, RoleModel::embedded()?, &mut Workspace::default()))
    }

    /// The words that more likely than not stand in a source, a cue, a content, and those that head a cue.
    fn check(text: &str, source: &str, cue: &str, content: &str, heads: &str) {
        let Some(syntax) = read(text) else { return };
        assert_eq!(syntax.roles.len(), syntax.tokens.len());
        let words = |stands: &dyn Fn(&Roles) -> bool| {
            let found = syntax.tokens.iter().zip(&syntax.roles).filter(|(_, roles)| stands(roles));
            found.map(|(token, _)| token.span.of(text)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(words(&|roles| roles.stands[0] > 0), source);
        assert_eq!(words(&|roles| roles.stands[1] > 0), cue);
        assert_eq!(words(&|roles| roles.stands[2] > 0), content);
        assert_eq!(words(&|roles| roles.heads > 0), heads);
    }

    #[test]
    fn who_says_what_by_which_word() {
        check("The mayor said the bridge would be closed.", "The mayor", "said", "the bridge would be closed", "said");
        check("“The bridge is safe,” the mayor said.", "the mayor", "said", "“ The bridge is safe , ”", "said");
        check("The bridge was closed in May.", "", "", "", "");
    }

    #[test]
    fn other_bytes_are_refused() {
        let check =
            |bytes: &[u8], expected: &str| assert_eq!(RoleModel::from_bytes(bytes).map_err(|error| error.code()).err(), Some(expected));
        check(b"", "not_a_model");
        check(&BYTES[..BYTES.len() - 1], "damaged");
        check(include_bytes!("../../model/english.model"), "malformed");
        assert!(Model::from_bytes(BYTES).is_err());
    }

    #[test]
    fn words_in_quotation_marks_know_their_place() {
        let document =
            ingest::ingest("case.txt", "He called it “very, very odd” and “sad”.".as_bytes(), &crate::Options::default()).unwrap();
        let syntax = crate::syntax::parse(&document);
        let places: String = quoted(&syntax.tokens, &super::super::quotation::quotations(&document))
            .iter()
            .map(|place| match place {
                Quoted::No => '.',
                Quoted::First => 'f',
                Quoted::Inside => 'i',
                Quoted::Last => 'l',
            })
            .collect();
        assert_eq!(places, "....fiil...f..");
    }
}
