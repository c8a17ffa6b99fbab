#!/usr/bin/env python3
"""Learns lemma rules from CoNLL-U: `lemma.py FILE.conllu... > lemma.txt`.

A rule says, for words of a tag that end in certain letters, how many characters to take off and what to put on. A rule for a whole
word has `^` before its letters. Where several fit, the longest holds. Rules that say what a shorter one says are left out.
Words are in small letters, but for names, symbols and foreign words, which stay as written (`working_form`, and
`src/syntax/lemma.rs`, which must do the same). Output: `XPOS/UPOS<tab>letters<tab>characters off<tab>put on`, sorted.
"""
import sys
from collections import Counter, defaultdict

LONGEST = 6
AS_WRITTEN = ("PROPN", "X", "SYM")
NAMES = ("NNP", "NNPS")


def working_form(form, tag):
    xpos, upos = tag.rsplit("/", 1)
    form = form.replace("’", "'").replace("‘", "'")
    return form if upos in AS_WRITTEN or xpos in NAMES else form.lower()


def edit(form, lemma):
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    return len(form) - shared, lemma[shared:]


def words(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit() and columns[2] != "_":
                yield columns[1], columns[2].replace("’", "'"), columns[4] + "/" + columns[3]


def main():
    counts = defaultdict(lambda: defaultdict(Counter))
    for path in sys.argv[1:]:
        for form, lemma, tag in words(path):
            form = working_form(form, tag)
            counts[tag][form][edit(form, lemma)] += 1
    lines = []
    for tag, forms in counts.items():
        endings = defaultdict(Counter)
        for form, edits in forms.items():
            for length in range(min(LONGEST, len(form)) + 1):
                # A word counts once for each edit it takes, so that rules are learned from words and not from texts.
                best = most(edits)
                endings[form[len(form) - length:]][best] += 1
        kept = {}

        def parent(ending):
            """What the rules kept so far say of these letters."""
            for start in range(1, len(ending) + 1):
                if ending[start:] in kept:
                    return kept[ending[start:]]
            return (0, "")

        for ending in sorted(endings, key=len):
            best = most(endings[ending])
            fits = best[0] <= len(ending) or not ending
            # An ending says something from two words on, if most words with it agree.
            agree = endings[ending][best] >= 2 and 2 * endings[ending][best] > sum(endings[ending].values())
            if best != parent(ending) and fits and agree:
                kept[ending] = best
        for form, edits in forms.items():
            best, says = most(edits), None
            for start in range(max(0, len(form) - LONGEST), len(form) + 1):
                if form[start:] in kept:
                    says = kept[form[start:]]
                    break
            if best != (says or (0, "")):
                kept["^" + form] = best
        lines += [f"{tag}\t{letters}\t{off}\t{on}" for letters, (off, on) in kept.items()]
    print("\n".join(sorted(lines)))


def most(edits):
    return min(edits, key=lambda e: (-edits[e], e))


if __name__ == "__main__":
    main()
