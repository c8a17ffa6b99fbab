"""What the trainer asks of the program: how text is cut and what the model sees of a word. It is defined there, once."""
import json
import os
import subprocess
import tempfile

import numpy as np

AFFIXES = [512, 2048, 4096, 512, 2048]


class Program:
    def __init__(self, path):
        self.path = path

    def _run(self, arguments, lines):
        with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
            file.seek(0)
            return subprocess.run([self.path, *arguments], stdin=file, stdout=subprocess.PIPE, check=True).stdout

    def tokenize(self, lines):
        """Sentences of raw text, each a line of tokens parted by spaces."""
        return [line for line in self._run(["tokenize"], lines).decode().split("\n") if line]

    def normalise_lines(self, lines):
        """The words of each line of tokens in the form that they are looked up by."""
        return [line.split(" ") for line in self._run(["normalise"], lines).decode().split("\n") if line]

    def normalise(self, treebank_sentences):
        """The words of each sentence in the form that they are looked up by."""
        return [line.split(" ") for line in self._run(["normalise"], _conllu(treebank_sentences)).decode().split("\n") if line]

    def features(self, treebank_sentences, words, vectors):
        """For each sentence an array of n rows of eight numbers."""
        found = self._features(_conllu(treebank_sentences), words, vectors)
        if [len(rows) for rows in found] != [len(sentence) for sentence in treebank_sentences]:
            raise ValueError("the program sees other words than the treebank")
        return found

    def features_of_lines(self, lines, words, vectors):
        """The same for lines of tokens."""
        return self._features(lines, words, vectors)

    def _features(self, lines, words, vectors):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8", delete=False) as file:
            json.dump({"words": words, "vectors": vectors, "affixes": AFFIXES}, file)
        try:
            numbers = np.frombuffer(self._run(["features", file.name], lines), "<u4").astype(np.int32)
        finally:
            os.unlink(file.name)
        found, at = [], 0
        while at < len(numbers):
            found.append(numbers[at + 1: at + 1 + 8 * numbers[at]].reshape(-1, 8))
            at += 1 + 8 * numbers[at]
        return found


def _conllu(treebank_sentences):
    for sentence in treebank_sentences:
        for number, word in enumerate(sentence, 1):
            yield "\t".join([str(number), word.form, "_", "_", "_", "_", "0", "_", "_", "_"])
        yield ""
