"""Learns the weights of data/actor/pronoun_weights.csv from the development part of GAP.

    cargo build --release --features train
    python3 model/train/pronouns.py target/release/model model/english.model gap-development.tsv > weights.csv

`model pronouns` shows each pronoun with those whom it may mean, and the value of every variable for each; the weights of the program that
prints them decide to whom the pronouns before are given, so a second round with the new weights built in differs a little. What is learned is a
log-linear choice among the candidates, with the square of the weights held small; rows where neither name is meant say only whom the pronoun
does not mean. Needs numpy; nothing in it is drawn by chance.
"""
import csv
import json
import subprocess
import sys

import numpy as np

PENALTY, STEPS, RATE, SMALLEST = 50.0, 300, 0.05, 0.030
PAIRS = """pronoun+gap pronoun+role pronoun+binding pronoun+last gap+role gap+form gap+rank role+binding binding+form last+gap rank+between
rank+subject_rank sex+evidence pronoun+before pronoun+here here+before clause+binding pronoun+subject_rank last+form count+gap candidates+rank
initial+gap main+gap clause+gap place+gap pronoun+rank distance+gap clauses+binding count+opens last+here last+before shape+role sex+rank
pronoun+speech owns+binding named+form named+total often+last often+count total+gap named+opens sex+total speech+rank last+named sex+called
called+last says+speaker says+last says+rank""".split()


def examples(program, model, path):
    """The variables; for each row of GAP the values of each candidate and whether it is meant (True, False), and whether nobody named is."""
    with open(path, encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    lines = "".join(json.dumps({"text": row["Text"]}) + "\n" for row in rows)
    shown = subprocess.run([program, "pronouns", model], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    found = []
    for row, line in zip(rows, shown[1:]):
        report = json.loads(line)

        def span(name):
            start = len(row["Text"][:int(row[name + "-offset"])].encode())
            return start, start + len(row[name].encode())

        def actor(name):
            start, end = span(name)
            best, chosen = 0.0, None
            for a, b, who, _rule in report["mentions"]:
                common = (min(b, end) - max(a, start)) / (max(b, end) - min(a, start))
                if common > best:
                    best, chosen = common, who
            return chosen

        pronoun = [p for p in report["pronouns"] if p["span"][0] == span("Pronoun")[0]]
        named = [(actor(x), row[x + "-coref"].upper() == "TRUE") for x in "AB"]
        somebody = any(meant for _, meant in named)
        candidates = []
        for who, values in pronoun[0]["candidates"] if pronoun else []:
            meant = any(who is not None and who == other for other, yes in named if yes == somebody)
            candidates.append((values, meant if somebody else not meant))
        if candidates and (not somebody or any(meant for _, meant in candidates)):
            found.append((candidates, not somebody))
    return json.loads(shown[0]), found


def main():
    variables, found = examples(*sys.argv[1:4])
    names = [name for name, _ in variables]
    templates = [[i] for i in range(len(names))] + [[names.index(x) for x in pair.split("+")] for pair in PAIRS]
    numbers = {}
    rows = [[numbers.setdefault((t, *(values[i] for i in template)), len(numbers)) for t, template in enumerate(templates)]
            for candidates, _ in found for values, _ in candidates]
    rows = np.array(rows)
    sizes = np.array([len(candidates) for candidates, _ in found])
    starts = np.cumsum(sizes) - sizes
    owner = np.repeat(np.arange(len(found)), sizes)
    meant = np.array([yes for candidates, _ in found for _, yes in candidates])
    nobody = np.array([none for _, none in found])
    weights, mean, square = (np.zeros(len(numbers)) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = weights[rows].sum(1)
        most = np.maximum(np.maximum.reduceat(scores, starts), 0)
        each, none = np.exp(scores - most[owner]), np.exp(-most)
        all_of = np.add.reduceat(each, starts) + none
        right = np.add.reduceat(each * meant, starts) + none * nobody
        slope = each / all_of[owner] - each * meant / np.maximum(right, 1e-9)[owner]
        slope = np.bincount(rows.ravel(), weights=np.repeat(slope, rows.shape[1]), minlength=len(numbers)) + PENALTY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        weights -= RATE * (mean / (1 - 0.9 ** step)) / (np.sqrt(square / (1 - 0.99 ** step)) + 1e-8)
    for (template, *values), number in numbers.items():
        if abs(weights[number]) >= SMALLEST:
            used = templates[template]
            words = "+".join(variables[i][1][value] for i, value in zip(used, values))
            print("+".join(names[i] for i in used), words, round(weights[number] * 1000), sep=",")


if __name__ == "__main__":
    main()
