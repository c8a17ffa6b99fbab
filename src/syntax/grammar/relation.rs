//! What the relation between a token and its head is called.

use wide::{f32x4, i16x8};

use super::{activation::rectify, segment::LONGEST, tree::first_of_best};
use crate::syntax::{
    model::{RelationWeights, pack},
    tag::Relation,
};

/// Room to compute in.
#[derive(Debug, Default)]
pub struct Buffers {
    sum: Vec<f32x4>,
    packed: Vec<i16x8>,
    results: Vec<f32x4>,
}

/// Names the relations. `heads` has 0 for the root and `i + 1` for the token `i`; `dependent` and `head` give the views of a token.
#[inline(never)]
pub fn name<'a>(
    weights: &'a RelationWeights,
    heads: &[usize],
    dependent: impl Fn(usize) -> &'a [f32x4],
    head: impl Fn(usize) -> &'a [f32x4],
    buffers: &mut Buffers,
    out: &mut Vec<Relation>,
) {
    let width = weights.lanes / 2;
    buffers.packed.resize(heads.len() * width, i16x8::ZERO);
    for ((index, found), packed) in heads.iter().enumerate().zip(buffers.packed.chunks_exact_mut(width)) {
        let (view, bucket) = match found.checked_sub(1) {
            None => (weights.root.as_slice(), Some(weights.root_bucket)),
            Some(token) => (head(token), weights.buckets.get((LONGEST + token).saturating_sub(index)).copied()),
        };
        buffers.sum.clear();
        buffers.sum.extend(dependent(index).iter().zip(view).map(|(a, b)| *a + *b));
        if let Some(bucket) = bucket {
            weights.distance.add(bucket, &mut buffers.sum);
        }
        buffers.sum.iter_mut().for_each(|value| *value = rectify(*value));
        pack(&buffers.sum, packed);
    }
    let lanes = weights.out.lanes();
    buffers.results.resize(heads.len() * lanes, f32x4::ZERO);
    weights.out.product(&buffers.packed, width, heads.len(), &mut buffers.results);
    out.clear();
    for (scores, head) in buffers.results.chunks_exact(lanes.max(1)).zip(heads) {
        let scores: &[f32] = bytemuck::cast_slice(scores);
        let best = first_of_best(scores.get(..weights.names.len()).unwrap_or(&[]));
        out.push(if *head == 0 { Relation::Root } else { weights.names.get(best).copied().unwrap_or(Relation::Dep) });
    }
}
