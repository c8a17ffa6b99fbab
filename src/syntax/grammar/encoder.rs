//! From words to states: layers of a convolution over three tokens and a minimal gated recurrence both ways.
//!
//! The recurrence keeps `c + z (h - c)` of what it knew (`c`) and sees (`h`), where the gate `z` depends on the token alone
//! (after Heck and Salem 2017, "Simplified minimal gated unit variations", and Lei et al. 2018, "Simple recurrent units"), so that
//! everything but this line is computed for all tokens at once. The first layer reads words only, so its parts are kept for words that
//! come again and only added up here (after Bradbury et al. 2017, "Quasi-recurrent neural networks").
//!
//! In every state the first half of the numbers has gone backward and the second half forward. The layers above see of the token before
//! its second half, and of the token behind its first: what each side knows of the words beyond. That is one stretch of memory.

use wide::{f32x4, i16x8};

use super::{
    activation::{gated, rectify},
    word::Words,
};
use crate::{
    syntax::{
        Token,
        model::{LayerWeights, Model, pack, unpack_halves},
    },
    text::Span,
};

/// The states of a sentence's tokens: what any head may read.
#[derive(Debug, Default)]
pub struct Encoded {
    /// How many tokens there are.
    pub length: usize,
    /// Numbers in a state.
    pub width: usize,
    /// The states, one behind the other.
    pub states: Vec<f32x4>,
    /// The same as fixed-point numbers, with half an empty state before the first and behind the last.
    padded: Vec<i16x8>,
}

impl Encoded {
    /// The states as fixed-point numbers, as a [`crate::syntax::model::Matrix`] reads them: `width / 8` vectors a token.
    pub fn packed(&self) -> &[i16x8] {
        self.padded.get(self.width / 16..).unwrap_or(&[])
    }
}

/// Room to compute in.
#[derive(Debug, Default)]
pub struct Buffers {
    /// What a token is by itself.
    mixed: Vec<f32x4>,
    packed: Vec<i16x8>,
    /// Its gates, then what is seen.
    gates: Vec<f32x4>,
    /// What the recurrence knows.
    carry: Vec<f32x4>,
}

/// Encodes the tokens of a sentence, whose words have these entries.
pub fn encode(model: &Model, words: &Words, entries: &[usize], buffers: &mut Buffers, out: &mut Encoded) {
    let (length, width) = (entries.len(), model.width);
    let lanes = width / 4;
    (out.length, out.width) = (length, width);
    out.states.clear();
    out.states.resize(length * lanes, f32x4::ZERO);
    out.padded.clear();
    out.padded.resize((length + 1) * width / 8, i16x8::ZERO);
    buffers.mixed.resize(length * lanes, f32x4::ZERO);
    buffers.gates.resize(length * lanes * 2, f32x4::ZERO);
    buffers.packed.resize(length * width / 8, i16x8::ZERO);
    add_words(model, words, entries, buffers);
    recur(lanes, buffers, out);
    for layer in &model.layers {
        mix(layer, length, width, buffers, out);
        recur(lanes, buffers, out);
    }
}

/// The first layer: each token's own part, and those of its neighbours.
#[inline(never)]
fn add_words(model: &Model, words: &Words, entries: &[usize], buffers: &mut Buffers) {
    let eights = model.width / 8;
    let part = |index: Option<usize>, part: usize| {
        let entry = index.and_then(|index| entries.get(index));
        entry.and_then(|entry| words.part(*entry, part, model)).unwrap_or(&model.nothing)
    };
    let mixed = buffers.mixed.as_chunks_mut::<2>().0.chunks_exact_mut(eights);
    let gates = buffers.gates.as_chunks_mut::<2>().0.chunks_exact_mut(eights * 2);
    for (index, (mixed, gates)) in mixed.zip(gates).enumerate() {
        let parts = [part(Some(index), 1), part(index.checked_sub(1), 0), part(Some(index + 1), 2)].map(|part| part.split_at(eights));
        add_up(parts.map(|(first, _)| first), mixed);
        mixed.iter_mut().for_each(|two| *two = two.map(rectify));
        add_up(parts.map(|(_, rest)| rest), gates);
    }
}

#[inline(always)]
fn add_up([own, before, behind]: [&[i16x8]; 3], out: &mut [[f32x4; 2]]) {
    for (((own, before), behind), out) in own.iter().zip(before).zip(behind).zip(out) {
        *out = unpack_halves(own.saturating_add(*before).saturating_add(*behind));
    }
}

/// A layer above: the convolution of states, and its gates.
#[inline(never)]
fn mix(layer: &LayerWeights, length: usize, width: usize, buffers: &mut Buffers, out: &Encoded) {
    layer.convolution.product(&out.padded, width / 8, length, &mut buffers.mixed);
    buffers.mixed.iter_mut().for_each(|value| *value = rectify(*value));
    pack(&buffers.mixed, &mut buffers.packed);
    layer.gate.product_of_few(&buffers.packed, width / 8, length, &mut buffers.gates);
}

/// Adds to the states what a layer made of a token by itself, and what it makes of the tokens behind and before.
#[inline(never)]
fn recur(lanes: usize, buffers: &mut Buffers, out: &mut Encoded) {
    let Buffers { mixed, gates, carry, .. } = buffers;
    let half = lanes / 2;
    for (place, run) in [(0, half), (half, lanes)].into_iter().enumerate() {
        carry.clear();
        carry.resize(half, f32x4::ZERO);
        for at in 0..out.length {
            let token = if place == 0 { out.length - 1 - at } else { at };
            let row = |from: usize| token * from + run.0..token * from + run.1;
            let (gate, seen) = (gates.get(row(lanes * 2)), gates.get(token * lanes * 2 + lanes + run.0..token * lanes * 2 + lanes + run.1));
            let (Some(gate), Some(seen), Some(mixed), Some(state)) = (gate, seen, mixed.get(row(lanes)), out.states.get_mut(row(lanes)))
            else {
                return;
            };
            for ((((carry, gate), seen), mixed), state) in carry.iter_mut().zip(gate).zip(seen).zip(mixed).zip(state) {
                *carry = gated(*carry, *gate, *seen);
                *state += *mixed + *carry;
            }
        }
    }
    if let Some(packed) = out.padded.get_mut(out.width / 16..) {
        pack(&out.states, packed);
    }
}

/// The letters of a token.
pub fn form(text: &str, span: Span) -> &str {
    text.get(span.start..span.end).unwrap_or("")
}

/// Finds the entries of a sentence's words. `opens` says whether the first of them opens it, or goes on with it behind a cut.
pub fn enter(model: &Model, text: &str, tokens: &[Token], opens: bool, words: &mut Words, entries: &mut Vec<usize>) {
    words.make_room();
    entries.clear();
    let found = tokens.iter().enumerate().map(|(index, token)| words.entry(form(text, token.span), opens && index == 0, model));
    entries.extend(found);
}
