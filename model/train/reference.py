#!/usr/bin/env python3
"""Reference outputs that the program is held against: `reference.py MODEL PROGRAM < sentences > reference.json`.

Reads a model file by FORMAT.md alone, gets the features of token lines from PROGRAM (target/release/model), and computes what the
network of the trainer computes, in floating point with numpy's own functions. `cargo test reference` compares:
  tags     for each token, its four best tags, with their scores
  heads    for each token, the score of each head: the root, then the tokens (own place: null)
  best     the head with the best score, from 0 for the root
  names    the name of the relation to that head
Choose sentences whose best heads make a tree.
"""
import json
import subprocess
import sys
import tempfile

import numpy as np

AFFIXES = ("s2", "s3", "s4", "p2", "p3")


class Model:
    def __init__(self, path):
        with open(path, "rb") as file:
            data = file.read()
        assert data[:8] == b"RAPMODEL", "not a model"
        length = int.from_bytes(data[44:48], "little")
        self.header = json.loads(data[48:48 + length])
        self.body = data[48 + length:]

    def section(self, name):
        section = self.header["sections"][name]
        return section, self.body[section["start"]:section["start"] + section["length"]]

    def lines(self, name):
        return self.section(name)[1].decode().split("\n")[:-1]

    def floats(self, name):
        section, data = self.section(name)
        return np.frombuffer(data, "<f4").astype(float).reshape(section["shape"])

    def rows(self, name):
        section, data = self.section(name)
        rows, columns = section["shape"]
        steps = 2.0 ** ((np.frombuffer(data[:rows], np.uint8).astype(float) - 160) / 8)
        if section["kind"] == "rows8":
            values = np.frombuffer(data[rows:], np.int8).astype(float)
        else:
            packed = np.frombuffer(data[rows:], np.uint8)
            values = np.stack([packed & 15, packed >> 4], 1).astype(float) - 8
        return values.reshape(rows, columns) * steps[:, None]

    def matrix(self, name):
        section, data = self.section(name)
        rows, columns = section["shape"]
        step, bias = np.frombuffer(data[:8 * columns], "<f4").astype(float).reshape(2, columns)
        return np.frombuffer(data[8 * columns:], np.int8).astype(float).reshape(rows, columns) * step, bias


def features(model, program, lines):
    """For each sentence, the rows that `model features` writes."""
    sizes = [model.header["sections"]["embed." + name]["shape"][0] for name in AFFIXES]
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"words": model.lines("words"), "vectors": [], "affixes": sizes}, file)
        file.flush()
        out = subprocess.run([program, "features", file.name], input="\n".join(lines).encode(), capture_output=True, check=True).stdout
    numbers, at, found = np.frombuffer(out, "<u4"), 0, []
    while at < len(numbers):
        count = numbers[at]
        found.append(numbers[at + 1:at + 1 + 8 * count].reshape(count, 8))
        at += 1 + 8 * count
    return found


def scan(gate, seen):
    state, out = np.zeros(gate.shape[1]), []
    for z, h in zip(gate, seen):
        state = state + z * (h - state)
        out.append(state)
    return np.array(out)


def linear(x, matrix):
    weights, bias = matrix
    return x @ weights + bias


def forward(model, rows):
    width, layers = model.header["width"], model.header["layers"]
    x = model.rows("embed.word")[np.maximum(rows[:, 0].astype(int) - 1, 0)] + model.rows("embed.shape")[rows[:, 7]]
    for column, name in enumerate(AFFIXES):
        x = x + model.rows("embed." + name)[rows[:, 2 + column]]
    half = width // 2
    for layer in range(layers):
        weights, bias = model.matrix(f"convolution.{layer}")
        padded = np.pad(x, ((1, 1), (0, 0)))
        before, behind = padded[:-2], padded[2:]
        if layer == 0:
            sums = np.concatenate([before, x, behind], 1) @ np.concatenate(np.split(weights, 3, 1)) + sum(np.split(bias, 3))
            mixed, gates = np.maximum(sums[:, :width], 0), sums[:, width:]
        else:
            mixed = np.maximum(np.concatenate([before[:, half:], x, behind[:, :half]], 1) @ weights + bias, 0)
            gates = linear(mixed, model.matrix(f"gate.{layer}"))
        z, h = 1 / (1 + np.exp(-gates[:, :width])), np.tanh(gates[:, width:])
        back, forth = scan(z[::-1, :half], h[::-1, :half])[::-1], scan(z[:, half:], h[:, half:])
        x = mixed + np.concatenate([back, forth], 1) + (x if layer else 0)
    return x


def decide(model, x):
    n, root = len(x), model.floats("root")
    heads = np.concatenate([root[None], x])
    query = linear(x, model.matrix("arc.dependent"))
    head = np.maximum(linear(heads, model.matrix("arc.head")), 0)
    scores = query[:, :-2] @ head[:, :-2].T
    buckets = np.array(model.header["buckets"])
    difference = np.arange(n + 1)[None] - np.arange(1, n + 1)[:, None]
    bucket = np.where(difference < 0, buckets[abs(difference)], 20 + buckets[abs(difference)])
    bucket[:, 0] = 41
    token = np.arange(n + 1) > 0
    scores += model.floats("arc.distance")[bucket]
    scores += query[:, -2:-1] * np.sign(difference) * token + query[:, -1:] * model.floats("arc.logarithm")[abs(difference)] * token
    scores[difference == 0] = -np.inf
    best = scores.argmax(1)
    mixed = linear(x, model.matrix("relation.dependent")) + linear(heads, model.matrix("relation.head"))[best]
    names = linear(np.maximum(mixed + model.rows("relation.distance")[bucket[np.arange(n), best]], 0), model.matrix("relation.out"))
    return linear(x, model.matrix("tag")), scores, best, names


def main():
    model, lines = Model(sys.argv[1]), sys.stdin.read().splitlines()
    tags, relations, out = model.header["tags"], model.header["relations"], []
    for line, rows in zip(lines, features(model, sys.argv[2], lines)):
        tag, scores, best, names = decide(model, forward(model, rows))
        out.append({
            "words": line,
            "tags": [[[tags[i], round(row[i], 4)] for i in np.argsort(-row)[:4]] for row in tag],
            "heads": [[None if np.isinf(value) else round(value, 4) for value in row] for row in scores],
            "best": best.tolist(),
            "names": [relations[i] for i in names.argmax(1)],
        })
    print("[\n" + ",\n".join(json.dumps(sentence, ensure_ascii=False) for sentence in out) + "\n]")


if __name__ == "__main__":
    main()
