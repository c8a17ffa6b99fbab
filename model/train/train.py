#!/usr/bin/env python3
"""Trains the language model: `train.py DATA PROGRAM OUT [--teacher WEIGHTS]...`.

DATA holds gum/train, gum/dev, ewt/train, ewt/dev (CoNLL-U) and un_general_debate/speeches.jsonl.xz; PROGRAM is target/release/model; OUT is the pickle
that pack.py reads. One seed and one thread of control: the same input gives the same weights on the same machine.

A network small enough to ship learns more from what large ones think than from the treebanks alone (Hinton, Vinyals and Dean 2015). Each
--teacher is an OUT of this program, trained with --width and --bilinear; then the network learns their mean probabilities, of the treebanks
beside what is annotated, and of sentences of the speeches.
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
    arguments.add_argument("--arc", type=int, default=46)
    arguments.add_argument("--label", type=int, default=48)
    arguments.add_argument("--epochs", type=int, default=30)
    arguments.add_argument("--batch", type=int, default=1200, help="tokens in a batch, padding included")
    arguments.add_argument("--rate", type=float, default=3e-3)
    arguments.add_argument("--dropout", type=float, default=0.15)
    arguments.add_argument("--rare", type=float, default=0.08, help="share of words that are shown as unknown")
    arguments.add_argument("--variants", type=float, default=0.05, help="share of sentences that are also shown as headlines and the like")
    arguments.add_argument("--speeches", type=int, default=2, help="read one in so many speeches for the vectors")
    arguments.add_argument("--bilinear", action="store_true", help="a bilinear form between the views for heads, as teachers have")
    arguments.add_argument("--least", type=int, default=20, help="tags that are less frequent are not learned")
    arguments.add_argument("--teacher", action="append", default=[], help="weights of a larger network to learn from")
    arguments.add_argument("--taught", type=float, default=0.6, help="how much the teachers' word counts against the annotators'")
    arguments.add_argument("--unannotated", type=int, default=40000, help="sentences of the speeches to learn from the teachers")
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
        found += [(indexes[start:start + size], size, length) for start in range(0, len(indexes), size)]
    if shuffle:
        shuffle.shuffle(found)
    for indexes, size, length in found:
        yield indexes, *pad([data[index] for index in indexes], size, length)


def pad(items, size, length):
    rows, there = np.zeros((size, length, 8), np.int32), np.zeros((size, length), np.float32)
    tags, heads, relations = (np.full((size, length), -1, np.int32) for _ in range(3))
    thoughts = [item[4] for item in items if len(item) > 4]
    if thoughts:
        shapes = thoughts[0][0].shape[1], length + 1, thoughts[0][2].shape[1]
        thoughts = [np.zeros((size, length, wide), np.float32) for wide in shapes]
    for at, (row, tag, head, relation, *thought) in enumerate(items):
        n = len(row)
        rows[at, :n], tags[at, :n], heads[at, :n], relations[at, :n], there[at, :n] = row, tag, head, relation, 1
        for part, whole in zip(thought[0] if thought else (), thoughts):
            whole[at, :n, :part.shape[1]] = part
    return rows, there, tags, heads, relations, tuple(thoughts)


def cross_entropy(scores, right, there, thought=None, taught=0.0):
    """Against what is annotated, and as far as `taught` says against what the teachers think; where nothing is annotated (-1), that alone."""
    scores = jax.nn.log_softmax(scores)
    chosen = jnp.take_along_axis(scores, jnp.maximum(right, 0)[..., None], -1)[..., 0]
    annotated = (right >= 0) * there
    if thought is None:
        return -(chosen * annotated).sum() / annotated.sum()
    share = jnp.where(annotated > 0, taught, 1.0) * there
    return -(chosen * (there - share) + (jnp.where(thought > 0, scores, 0) * thought).sum(-1) * share).sum() / there.sum()


def outputs(weights, known, batch, drop, head=None):
    rows, there = batch
    x = network.states(weights, known["vectors"], rows, there, known["layers"], drop, known["rare"])
    scores, with_root = network.heads(weights, x, there, drop)
    chosen = scores.argmax(-1) if head is None else jnp.maximum(head, 0)
    return x @ weights["tag"] + weights["tagb"], scores, network.relations(weights, x, with_root, chosen, drop)


def loss(weights, known, dropout, batch, key):
    rows, there, tag, head, relation, thought = batch
    below = jnp.where(head >= 0, head, thought[1].argmax(-1)) if thought else head
    found = outputs(weights, known, (rows, there), Dropout(dropout, key), below)
    thought = thought or (None, None, None)
    return sum(cross_entropy(scores, right, there, of, known["taught"]) for scores, right, of in zip(found, (tag, head, relation), thought))


def think(teachers, data, tokens):
    """What the teachers think of each sentence, in the mean: probabilities of tags, of heads, and of the relation to the head that is
    annotated, else to the best."""
    predict = [jax.jit(partial(outputs, teacher["params"], {"vectors": teacher["known"], "layers": teacher["layers"], "rare": 0}, drop=Dropout(0, None)))
               for teacher in teachers]
    found = [None] * len(data)
    for indexes, rows, there, _, head, *_ in batches(data, tokens):
        heads = np.mean([np.asarray(jax.nn.softmax(one(batch=(rows, there), head=head)[1])) for one in predict], 0)
        below = np.where(head >= 0, head, heads.argmax(-1))
        both = [one(batch=(rows, there), head=below) for one in predict]
        tags, relations = (np.mean([np.asarray(jax.nn.softmax(scores[part])) for scores in both], 0) for part in (0, 2))
        for at, index in enumerate(indexes):
            n = len(data[index][0])
            found[index] = tags[at, :n].astype(np.float16), heads[at, :n, :n + 1].astype(np.float16), relations[at, :n].astype(np.float16)
    return [item + (thought,) for item, thought in zip(data, found) if thought]


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


def read_teacher(path):
    """The weights of a network that was trained before, with what it needs to think."""
    with open(path, "rb") as file:
        teacher = pickle.load(file)
    weights = {name: jnp.array(value) for name, value in teacher["params"].items()}
    return dict(teacher, params=weights, known=with_unknown(teacher["vectors"]), layers=sum(name[0] == "g" and name[1:].isdigit() for name in weights))


def with_unknown(vectors):
    """Row 0 is for words without a vector."""
    return jnp.array(np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors]))


def learn_names(program, given, train):
    """Everything that is counted before the training: words, their vectors, tags, relations."""
    speeches = corpus.speeches(os.path.join(given.data, "un_general_debate/speeches.jsonl.xz"), given.speeches)
    debate = program.normalise_lines(program.tokenize(speeches))
    own = program.normalise(train)
    vector_words, vectors = learn_vectors(debate + own * 3, given.seed)
    print(f"vectors: {len(vector_words)} words of {sum(map(len, debate))} tokens", flush=True)
    forms = Counter(word for sentence in own for word in sentence)
    words = [word for word, count in sorted(forms.items(), key=lambda item: (-item[1], item[0])) if count >= 2]
    tag_counts = Counter(word.tag for sentence in train for word in sentence)
    tags = sorted(tag for tag, count in tag_counts.items() if count >= given.least)
    return {"words": words, "vector_words": vector_words, "vectors": vectors, "tags": tags,
            "labels": sorted({word.relation for sentence in train for word in sentence})}


def unannotated(program, given, names):
    """Sentences of the speeches, one in so many, as the program cuts them."""
    speeches = corpus.speeches(os.path.join(given.data, "un_general_debate/speeches.jsonl.xz"), 8)
    lines = [line for line in program.tokenize(speeches) if 4 <= line.count(" ") < 60]
    lines = lines[::max(1, len(lines) // max(1, given.unannotated))]
    rows = program.features_of_lines(lines, names["words"], names["vector_words"])
    return [(row, *[np.full(len(row), -1)] * 3) for row in rows]


def main():
    given = options()
    program = Program(given.program)
    banks = {name: corpus.treebank(os.path.join(given.data, name)) for name in ("gum/train", "ewt/train", "gum/dev", "ewt/dev")}
    train = banks["gum/train"] + banks["ewt/train"]
    train = train + corpus.variants(train, given.variants, given.seed)

    started = time.time()
    teachers = [read_teacher(path) for path in given.teacher]
    # Who is taught knows the words that the teachers know, and names things as they do.
    names = {name: teachers[0][name] for name in ("words", "vector_words", "vectors", "tags", "labels")} if teachers else learn_names(program, given, train)
    tags, labels = names["tags"], names["labels"]
    tag_place, label_place = ({name: index for index, name in enumerate(names)} for names in (tags, labels))
    universal = sorted({tag.split("/")[1] for tag in tags})
    upos = np.array([universal.index(tag.split("/")[1]) for tag in tags])

    data = {name: encode(program.features(bank, names["words"], names["vector_words"]), bank, tag_place, label_place)
            for name, bank in [*banks.items(), ("train", train)]}
    if teachers:
        data["train"] = think(teachers, data["train"] * 2 + unannotated(program, given, names), given.batch * 4)
        print(f"taught: {len(data['train'])} sentences, {time.time() - started:.0f} s", flush=True)
    known = {"vectors": with_unknown(names["vectors"]), "layers": given.layers, "rare": given.rare, "taught": given.taught}

    weights = network.initial(given, len(names["words"]), AFFIXES, len(tags), len(labels), given.seed)
    steps = sum(1 for _ in batches(data["train"], given.batch)) * given.epochs
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
        pickle.dump({"params": {name: np.asarray(value) for name, value in average.items()}, "buckets": network.BUCKETS.tolist(), **names}, file)


if __name__ == "__main__":
    main()
