//! From words to states: layers of a convolution over three tokens and a minimal gated recurrence both ways.
//!
//! The recurrence keeps `c + z (h - c)` of what it knew (`c`) and sees (`h`), where the gate `z` depends on the token alone
//! (after Heck and Salem 2017, "Simplified minimal gated unit variations", and Lei et al. 2018, "Simple recurrent units"), so that
//! everything but this line is computed for all tokens at once.

use wide::{f32x4, i32x4};

use super::{
    activation::{rectify, sigmoid, tanh},
    word::Words,
};
use crate::{
    syntax::{
        Token,
        model::{LayerWeights, Model, pack},
    },
    text::Span,
};

/// The states of a sentence's tokens: what any head may read.
#[derive(Debug, Default)]
pub struct Encoded {
    /// How many tokens there are.
    pub length: usize,
    /// Vectors of four in a state.
    pub lanes: usize,
    /// The states, one behind the other.
    pub states: Vec<f32x4>,
    /// The same as fixed-point numbers, with an empty state before the first and behind the last.
    padded: Vec<i32>,
}

impl Encoded {
    /// The states as fixed-point numbers, as a [`crate::syntax::model::Matrix`] reads them: `2 * lanes` numbers a token.
    pub fn packed(&self) -> &[i32] {
        self.padded.get(self.lanes * 2..).unwrap_or(&[])
    }
}

/// Room to compute in.
#[derive(Debug, Default)]
pub struct Buffers {
    mixed: Vec<f32x4>,
    packed: Vec<i32>,
    sums: Vec<i32x4>,
    gates: Vec<f32x4>,
    carry: Vec<f32x4>,
}

/// Encodes the tokens of a sentence. `opens` says whether the first of them opens it, or goes on with it behind a cut.
pub fn encode(model: &Model, text: &str, tokens: &[Token], opens: bool, words: &mut Words, buffers: &mut Buffers, out: &mut Encoded) {
    let lanes = model.width / 4;
    (out.length, out.lanes) = (tokens.len(), lanes);
    out.states.clear();
    out.states.resize(tokens.len() * lanes, f32x4::ZERO);
    out.padded.clear();
    out.padded.resize((tokens.len() + 2) * lanes * 2, 0);
    for (number, layer) in model.layers.iter().enumerate() {
        buffers.mixed.clear();
        buffers.mixed.resize(tokens.len() * lanes, f32x4::ZERO);
        if number == 0 {
            convolve_words(model, text, tokens, opens, words, &mut buffers.mixed);
        } else {
            buffers.sums.resize(tokens.len() * lanes, i32x4::ZERO);
            layer.convolution.sums(&out.padded, lanes * 2, tokens.len(), &mut buffers.sums);
            layer.convolution.results(&buffers.sums, &mut buffers.mixed);
        }
        buffers.mixed.iter_mut().for_each(|value| *value = rectify(*value));
        recur(layer, lanes, buffers);
        let states = out.states.chunks_exact_mut(lanes).zip(buffers.mixed.chunks_exact(lanes));
        for ((state, mixed), packed) in states.zip(out.padded.chunks_exact_mut(lanes * 2).skip(1)) {
            state.iter_mut().zip(mixed).for_each(|(state, mixed)| *state += *mixed);
            pack(state, packed);
        }
    }
}

/// The first convolution: every word adds its parts to its own sum and to its neighbours'.
fn convolve_words(model: &Model, text: &str, tokens: &[Token], opens: bool, words: &mut Words, mixed: &mut [f32x4]) {
    let lanes = model.width / 4;
    for (index, token) in tokens.iter().enumerate() {
        let entry = words.entry(form(text, token.span), opens && index == 0, model);
        let rows = [Some(index + 1), Some(index), index.checked_sub(1)];
        for (row, part) in rows.into_iter().zip(words.parts(entry, model)) {
            let sums = row.and_then(|row| mixed.get_mut(row * lanes..(row + 1) * lanes));
            sums.into_iter().flatten().zip(part).for_each(|(sum, part)| *sum += *part);
        }
    }
}

/// The letters of a token.
pub fn form(text: &str, span: Span) -> &str {
    text.get(span.start..span.end).unwrap_or("")
}

/// Adds the recurrence over `mixed` to it: its first half goes forward, its second half backward.
fn recur(layer: &LayerWeights, lanes: usize, buffers: &mut Buffers) {
    let Buffers { mixed, packed, sums, gates, carry } = buffers;
    let length = mixed.len() / lanes.max(1);
    packed.resize(length * lanes * 2, 0);
    for (mixed, packed) in mixed.chunks_exact(lanes).zip(packed.chunks_exact_mut(lanes * 2)) {
        pack(mixed, packed);
    }
    sums.resize(length * lanes * 2, i32x4::ZERO);
    layer.gate.sums(packed, lanes * 2, length, sums);
    gates.resize(length * lanes * 2, f32x4::ZERO);
    layer.gate.results(sums, gates);
    let half = lanes / 2;
    carry.clear();
    carry.resize(half, f32x4::ZERO);
    for (mixed, gates) in mixed.chunks_exact_mut(lanes).zip(gates.chunks_exact(lanes * 2)) {
        step(carry, gates.get(..half), gates.get(lanes..lanes + half), mixed.get_mut(..half));
    }
    carry.fill(f32x4::ZERO);
    for (mixed, gates) in mixed.chunks_exact_mut(lanes).zip(gates.chunks_exact(lanes * 2)).rev() {
        step(carry, gates.get(half..lanes), gates.get(lanes + half..), mixed.get_mut(half..));
    }
}

/// One step of the recurrence.
#[inline(always)]
fn step(carry: &mut [f32x4], gate: Option<&[f32x4]>, seen: Option<&[f32x4]>, out: Option<&mut [f32x4]>) {
    let (Some(gate), Some(seen), Some(out)) = (gate, seen, out) else { return };
    for (((carry, gate), seen), out) in carry.iter_mut().zip(gate).zip(seen).zip(out) {
        *carry += sigmoid(*gate) * (tanh(*seen) - *carry);
        *out += *carry;
    }
}
