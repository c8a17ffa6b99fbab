#!/usr/bin/env python3
"""Trains the language model: `train.py DATA PROGRAM OUT`.

DATA holds gum/train, gum/dev, ewt/train, ewt/dev (CoNLL-U) and un_general_debate/speeches.jsonl.xz; PROGRAM is target/release/model; OUT is the pickle
that pack.py reads. One seed and one thread of control: the same input gives the same weights on the same machine.
"""
import argparse
import os
import pickle
import random
import time
from collections import Counter
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np
import optax

import corpus
import network
from network import Dropout
from program import AFFIXES, Program
from vectors import vectors as learn_vectors

# Sentences are padded to one of these lengths, so that few shapes are compiled; longer ones are left out.
LENGTHS = (10, 16, 24, 32, 44, 60, 90, 160)


def options():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("data")
    arguments.add_argument("program")
    arguments.add_argument("out")
    arguments.add_argument("--width", type=int, default=64)
    arguments.add_argument("--layers", type=int, default=2)
    arguments.add_argument("--arc", type=int, default=48)
    arguments.add_argument("--label", type=int, default=48)
    arguments.add_argument("--epochs", type=int, default=30)
    arguments.add_argument("--batch", type=int, default=1200, help="tokens in a batch, padding included")
    arguments.add_argument("--rate", type=float, default=3e-3)
    arguments.add_argument("--dropout", type=float, default=0.15)
    arguments.add_argument("--rare", type=float, default=0.08, help="share of words that are shown as unknown")
    arguments.add_argument("--variants", type=float, default=0.1, help="share of sentences that are also shown as headlines and the like")
    arguments.add_argument("--speeches", type=int, default=2, help="read one in so many speeches for the vectors")
    arguments.add_argument("--seed", type=int, default=1)
    return arguments.parse_args()


def encode(rows, sentences, tags, relations):
    """For each sentence its rows, tags, heads and relations; -1 for a tag or relation too rare to be learned."""
    return [(row, np.array([tags.get(word.tag, -1) for word in sentence]), np.array([word.head for word in sentence]),
             np.array([relations.get(word.relation, -1) for word in sentence])) for row, sentence in zip(rows, sentences)]


def batches(data, tokens, shuffle=None):
    """Sentences of like length together: their places in `data`, then padded arrays."""
    groups = {}
    for index, item in enumerate(data):
        length = next((length for length in LENGTHS if len(item[0]) <= length), None)
        if length:
            groups.setdefault(length, []).append(index)
    found = []
    for length, indexes in sorted(groups.items()):
        if shuffle:
            shuffle.shuffle(indexes)
        size = max(1, tokens // length)
        for start in range(0, len(indexes), size):
            found.append(pad([data[index] for index in indexes[start:start + size]], size, length, indexes[start:start + size]))
    if shuffle:
        shuffle.shuffle(found)
    return found


def pad(items, size, length, indexes):
    rows, there = np.zeros((size, length, 8), np.int32), np.zeros((size, length), np.float32)
    tags, heads, relations = (np.full((size, length), -1, np.int32) for _ in range(3))
    for at, (row, tag, head, relation) in enumerate(items):
        n = len(row)
        rows[at, :n], tags[at, :n], heads[at, :n], relations[at, :n], there[at, :n] = row, tag, head, relation, 1
    return indexes, rows, there, tags, heads, relations


def cross_entropy(scores, right, there):
    counted = (right >= 0) * there
    chosen = jnp.take_along_axis(jax.nn.log_softmax(scores), jnp.maximum(right, 0)[..., None], -1)[..., 0]
    return -(chosen * counted).sum() / counted.sum()


def outputs(weights, known, batch, drop, head=None):
    rows, there = batch
    x = network.states(weights, known["vectors"], rows, there, known["layers"], drop, known["rare"])
    scores, with_root = network.heads(weights, x, there, drop)
    chosen = scores.argmax(-1) if head is None else jnp.maximum(head, 0)
    return x @ weights["tag"] + weights["tagb"], scores, network.relations(weights, x, with_root, chosen, drop)


def loss(weights, known, dropout, batch, key):
    rows, there, tag, head, relation = batch
    tags, heads, relations = outputs(weights, known, (rows, there), Dropout(dropout, key), head)
    return cross_entropy(tags, tag, there) + cross_entropy(heads, head, there) + cross_entropy(relations, relation, there)


def evaluate(predict, weights, data, upos):
    """Share of words with the right universal tag, head, and head with relation, in percent; best heads, not yet made a tree."""
    right = np.zeros(3)
    words = 0
    for indexes, rows, there, *_ in batches(data, 4000):
        tags, heads, relations = (np.asarray(scores.argmax(-1)) for scores in predict(weights, (rows, there)))
        for at, index in enumerate(indexes):
            _, tag, head, relation = data[index]
            n = len(tag)
            good = heads[at, :n] == head
            known = tag >= 0
            right += [(upos[tags[at, :n]][known] == upos[tag][known]).sum(), good.sum(), (good & (relations[at, :n] == relation)).sum()]
            words += n
    return " ".join(f"{name} {100 * value / words:.2f}" for name, value in zip(("UPOS", "UAS", "LAS"), right))


def main():
    given = options()
    program = Program(given.program)
    banks = {name: corpus.treebank(os.path.join(given.data, name)) for name in ("gum/train", "ewt/train", "gum/dev", "ewt/dev")}
    train = banks["gum/train"] + banks["ewt/train"]
    train = train + corpus.variants(train, given.variants, given.seed)

    started = time.time()
    debate = program.tokenize(corpus.speeches(os.path.join(given.data, "un_general_debate/speeches.jsonl.xz"), given.speeches))
    own = program.normalise(train)
    vector_words, vectors = learn_vectors(debate + own * 3, given.seed)
    print(f"vectors: {len(vector_words)} words of {sum(map(len, debate))} tokens, {time.time() - started:.0f} s", flush=True)
    forms = Counter(word for sentence in own for word in sentence)
    del debate, own

    words = [word for word, count in sorted(forms.items(), key=lambda item: (-item[1], item[0])) if count >= 2]
    tag_counts = Counter(word.tag for sentence in train for word in sentence)
    tags = sorted(tag for tag, count in tag_counts.items() if count >= 3)
    labels = sorted({word.relation for sentence in train for word in sentence})
    tag_place, label_place = ({name: index for index, name in enumerate(names)} for names in (tags, labels))
    universal = sorted({tag.split("/")[1] for tag in tags})
    upos = np.array([universal.index(tag.split("/")[1]) for tag in tags])

    data = {name: encode(program.features(bank, words, vector_words), bank, tag_place, label_place)
            for name, bank in [*banks.items(), ("train", train)]}
    known = {"vectors": jnp.array(np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors])),
             "layers": given.layers, "rare": given.rare}

    weights = network.initial(given, len(words), AFFIXES, len(tags), len(labels), given.seed)
    steps = len(batches(data["train"], given.batch)) * given.epochs
    rate = optax.warmup_cosine_decay_schedule(0, given.rate, 200, steps, given.rate * 0.02)
    optimiser = optax.chain(optax.clip_by_global_norm(5.0), optax.adam(rate, b1=0.9, b2=0.98))
    predict = jax.jit(lambda weights, batch: outputs(weights, known, batch, Dropout(0, None)))

    @partial(jax.jit, donate_argnums=(0, 1, 2))
    def step(weights, state, average, batch, key):
        value, gradient = jax.value_and_grad(loss)(weights, known, given.dropout, batch, key)
        change, state = optimiser.update(gradient, state)
        weights = optax.apply_updates(weights, change)
        return weights, state, jax.tree.map(lambda old, new: old * 0.998 + new * 0.002, average, weights), value

    state, average, key = optimiser.init(weights), jax.tree.map(jnp.copy, weights), jax.random.PRNGKey(given.seed)
    shuffle = random.Random(given.seed)
    for epoch in range(1, given.epochs + 1):
        total = []
        for _, *batch in batches(data["train"], given.batch, shuffle):
            key, now = jax.random.split(key)
            weights, state, average, value = step(weights, state, average, tuple(batch), now)
            total.append(value)
        print(f"epoch {epoch}: loss {float(np.mean([float(v) for v in total])):.3f}, {time.time() - started:.0f} s", flush=True)
        if epoch % 10 == 0 or epoch == given.epochs:
            for name in ("gum/dev", "ewt/dev"):
                print(f"  {name}: {evaluate(predict, average, data[name], upos)}", flush=True)

    with open(given.out, "wb") as file:
        pickle.dump({"params": {name: np.asarray(value) for name, value in average.items()}, "words": words, "vector_words": vector_words,
                     "vectors": vectors, "tags": tags, "labels": labels, "buckets": network.BUCKETS.tolist()}, file)


if __name__ == "__main__":
    main()
