"""Reading what the model is learned from: CoNLL-U, and the speeches that word vectors come from. No text leaves this folder's programs."""
import glob
import json
import lzma
import os
import random
from typing import NamedTuple


class Word(NamedTuple):
    form: str
    tag: str        # "XPOS/UPOS"
    head: int       # from 1; 0 for the root
    relation: str   # without its subtype


def sentences(path):
    """The sentences of a CoNLL-U file, syntactic words only."""
    found, current = [], []
    with open(path, encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 10:
                if current and not line.startswith("#"):
                    found.append(current)
                    current = []
            elif columns[0].isdigit():
                current.append(Word(columns[1], f"{columns[4]}/{columns[3]}", int(columns[6]), columns[7].split(":")[0]))
    if current:
        found.append(current)
    return found


def treebank(folder):
    """All sentences of a folder of CoNLL-U files, in the order of file names."""
    return [sentence for path in sorted(glob.glob(os.path.join(folder, "*.conllu"))) for sentence in sentences(path)]


def variants(treebank_sentences, share, seed):
    """Copies of some sentences as headlines, in capitals, in small letters, without the final mark: what web pages do to grammar."""
    chance = random.Random(seed)
    found = []
    for sentence in treebank_sentences:
        if chance.random() >= share or len(sentence) < 3:
            continue
        kind = chance.choice(["capitals", "headline", "small", "unmarked"])
        if kind == "unmarked":
            last = len(sentence)
            if sentence[-1].relation == "punct" and all(word.head != last for word in sentence):
                found.append(sentence[:-1])
            continue
        change = {"capitals": str.upper, "small": str.lower, "headline": lambda form: form[:1].upper() + form[1:]}[kind]
        found.append([word._replace(form=change(word.form)) for word in sentence])
    return found


def speeches(path, every):
    """Paragraphs of the UN general debate, one a line; of the speeches, one in `every`."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % every == 0:
                yield from (part for part in json.loads(line)["text"].split("\n") if part.strip())
