#!/usr/bin/env python3
"""Packs trained weights into the model file: `pack.py WEIGHTS LEMMA-RULES OUT [--words N]`.

WEIGHTS is a pickle of one dict of plain lists and numpy arrays, as the trainer writes it:
  params        name -> float array; the names and shapes are those of `forward` in reference.py
  words         words with an embedding; row 0 of params["w"] is padding, 1 any other word, 2 the first of these
  vector_words  words with a pretrained vector, most frequent first; `vectors` has a row for each
  tags          "XPOS/UPOS", one a column of params["tag"]
  labels        relations, one a column of params["lo"]
  buckets       for each distance from 0 up to the longest sentence, its bucket from 0 to 20
LEMMA-RULES is what lemma.py writes. What is in the file, and how it is quantised, says ../FORMAT.md. Needs numpy only.
"""
import argparse
import hashlib
import json
import pickle
import struct

import numpy as np

MAGIC, VERSION = b"RAPMODEL", 2
AFFIXES = ("s2", "s3", "s4", "p2", "p3")


def scale_bytes(table, levels):
    """For each row the step, a power of 2^(1/8), that loses least; as the byte that stands for it."""
    most = np.abs(table).max(1)
    top = np.clip(np.ceil(8 * np.log2(np.maximum(most, 1e-9) / levels)) + 160, 1, 255).astype(int)
    best, byte = np.full(len(table), np.inf), top.copy()
    for down in range(9):
        candidate = np.maximum(top - down, 1)
        step = 2.0 ** ((candidate - 160) / 8)[:, None]
        error = ((np.clip(np.rint(table / step), -levels, levels) * step - table) ** 2).sum(1)
        byte, best = np.where(error < best, candidate, byte), np.minimum(error, best)
    return byte.astype(np.uint8)


def quantise_rows(table, levels):
    """Rows of small integers and the byte of each row's step."""
    bytes_ = scale_bytes(table, levels)
    step = 2.0 ** ((bytes_.astype(np.float64) - 160) / 8)[:, None]
    return np.clip(np.rint(table / step), -levels, levels).astype(np.int8), bytes_


class File:
    def __init__(self, header):
        self.header, self.sections, self.parts, self.at = header, {}, [], 0

    def add(self, name, kind, shape, data):
        self.sections[name] = {"kind": kind, "shape": list(shape), "start": self.at, "length": len(data)}
        self.parts.append(data)
        self.at += len(data)

    def text(self, name, lines):
        self.add(name, "text", [len(lines)], "".join(line + "\n" for line in lines).encode())

    def floats(self, name, values):
        values = np.asarray(values, "<f4")
        self.add(name, "float", values.shape, values.tobytes())

    def rows4(self, name, table):
        """Four bits a value; two values a byte, the first in the low half, each as value + 8."""
        q, steps = quantise_rows(table, 7)
        nibbles = (q + 8).astype(np.uint8)
        self.add(name, "rows4", table.shape, steps.tobytes() + (nibbles[:, 0::2] | nibbles[:, 1::2] << 4).tobytes())

    def rows8(self, name, table):
        q, steps = quantise_rows(table, 127)
        self.add(name, "rows8", table.shape, steps.tobytes() + q.tobytes())

    def matrix(self, name, weights, bias):
        """Eight bits a value, a float step and a float bias for each column."""
        step = np.maximum(np.abs(weights).max(0), 1e-9) / 127
        q = np.clip(np.rint(weights / step), -127, 127).astype(np.int8)
        data = step.astype("<f4").tobytes() + np.asarray(bias, "<f4").tobytes() + q.tobytes()
        self.add(name, "matrix", weights.shape, data)

    def bytes(self):
        header = json.dumps(dict(self.header, sections=self.sections), separators=(",", ":"), sort_keys=True).encode()
        body = struct.pack("<I", len(header)) + header + b"".join(self.parts)
        return MAGIC + struct.pack("<I", VERSION) + hashlib.sha256(body).digest() + body


def word_table(weights, limit):
    """One row a word: its embedding plus its projected vector. Row 0 is any other word."""
    params = {name: np.asarray(value, np.float64) for name, value in weights["params"].items()}
    projected = np.asarray(weights["vectors"], np.float64) @ params["V"]
    number = {word: row + 2 for row, word in enumerate(weights["words"])}
    place = {word: row for row, word in enumerate(weights["vector_words"])}
    kept = list(number) + [word for word in place if word not in number]
    kept = [word for word in kept if "\n" not in word][:limit]
    kept.sort(key=lambda word: word.encode())
    rows = [params["w"][1]]
    for word in kept:
        row = params["w"][number.get(word, 1)]
        rows.append(row + projected[place[word]] if word in place else row)
    return kept, np.array(rows)


def pack(weights, lemma_rules, limit):
    p = {name: np.asarray(value, np.float64) for name, value in weights["params"].items()}
    width, arc, label = p["w"].shape[1], p["ad"].shape[1] + 2, p["ld"].shape[1]
    layers = sum(name.startswith("c") and name[1:].isdigit() for name in p)
    file = File({"width": width, "layers": layers, "arc": arc, "label": label, "tags": list(weights["tags"]),
                 "relations": list(weights["labels"]), "buckets": [int(x) for x in weights["buckets"]]})
    words, table = word_table(weights, limit)
    file.text("words", words)
    file.text("lemma", lemma_rules)
    file.rows4("embed.word", table)
    for name in AFFIXES:
        file.rows4("embed." + name, p[name])
    file.rows8("embed.shape", p["sh"])
    # The first layer, apart for the word before, the word and the word behind, so that each can be kept for a word.
    parts = zip(*(np.split(p[name], 3) for name in ("c0", "z0", "g0")))
    bias = np.concatenate([p["cb0"], p["zb0"], p["gb0"]])
    file.matrix("convolution.0", np.concatenate([weights for part in parts for weights in part], 1),
                np.concatenate([bias * 0, bias, bias * 0]))
    for layer in range(1, layers):
        file.matrix(f"convolution.{layer}", p[f"c{layer}"], p[f"cb{layer}"])
        file.matrix(f"gate.{layer}", np.concatenate([p[f"z{layer}"], p[f"g{layer}"]], 1),
                    np.concatenate([p[f"zb{layer}"], p[f"gb{layer}"]]))
    file.matrix("tag", p["tag"], p["tagb"])
    # Two more columns of the first view weigh direction and distance; heads have nothing there.
    file.matrix("arc.dependent", np.concatenate([p["ad"], p["distd"].T], 1), np.concatenate([p["adb"], np.zeros(2)]))
    file.matrix("arc.head", np.concatenate([p["ah"], np.zeros((width, 2))], 1), np.concatenate([p["ahb"], np.zeros(2)]))
    file.matrix("relation.dependent", p["ld"], np.zeros(label))
    file.matrix("relation.head", p["lh"], np.zeros(label))
    file.matrix("relation.out", p["lo"], p["lob"])
    file.floats("root", p["root"][0])
    file.floats("arc.distance", p["dist"])
    file.floats("arc.logarithm", np.log1p(np.arange(len(weights["buckets"]))) / 3)
    file.rows8("relation.distance", p["ldist"] + p["lb"])
    return file.bytes()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("weights")
    arguments.add_argument("lemma")
    arguments.add_argument("out")
    arguments.add_argument("--words", type=int, default=40000, help="how many words to keep, known words first")
    args = arguments.parse_args()
    with open(args.weights, "rb") as file:
        weights = pickle.load(file)
    with open(args.lemma, encoding="utf-8") as file:
        rules = file.read().splitlines()
    data = pack(weights, rules, args.words)
    with open(args.out, "wb") as file:
        file.write(data)
    print(f"{args.out}: {len(data)} bytes")


if __name__ == "__main__":
    main()
