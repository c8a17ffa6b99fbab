"""Learns which part of a statement a token may be, on the states of the language model.

    python3 roles.py PROGRAM MARKED OUT APART

PROGRAM is the trainer's program, MARKED a folder of texts in which people marked who said what, with `train` and `dev` in it. Writes the file that
the program reads (../FORMAT.md), and to APART seven bytes for each token of the training texts: what networks that were learned without its
text say of it. From these the choice of statements is learned, which would otherwise trust too much in what was learned by heart.

A token is the sum of rows for its lemma and that of its head, its tag and relation, the distance to its head, its place in a quotation, and of what
a matrix makes of both states. Layers of the language model's kind (network.py) follow, which see the head of each token beside its
neighbours. Three times three outputs say whether a token is outside, begins or goes on with a source, a cue, a content (Ramshaw and Marcus 1995), a
tenth whether it heads a cue."""
import argparse
import subprocess
import sys

import jax
import jax.numpy as jnp
import numpy as np

from network import recurrence
from pack import File

WIDTH, LAYERS, LEMMAS, FAR = 32, 2, 8192, 20
EPOCHS, DROPOUT, STEP, BATCH, FOLDS = 16, 0.15, 3e-3, 4096, 4
LENGTHS = (8, 16, 24, 32, 48, 64, 96, 128)
TEXT, SENTENCE, LEMMA, TAG, RELATION, HEAD, QUOTED, SOURCE, CUE, CONTENT, HEADS = range(11)
OUTPUTS = 10


class Texts:
    """The tokens of texts and where sentences begin and end among them; of long sentences the first tokens."""

    def __init__(self, program, folder, state):
        data = subprocess.run([program, "roles", folder], stdout=subprocess.PIPE, check=True).stdout
        rows = np.frombuffer(data, np.dtype([("known", "<u4", 11), ("state", "<f4", state)]))
        self.known, self.state = rows["known"].astype(np.int32), rows["state"]
        self.known[:, LEMMA] = rows["known"][:, LEMMA] % LEMMAS
        place = self.known[:, TEXT].astype(np.int64) * 1_000_000 + self.known[:, SENTENCE]
        cuts = np.flatnonzero(np.diff(place)) + 1
        self.starts = np.concatenate([[0], cuts])
        self.ends = np.minimum(np.concatenate([cuts, [len(place)]]), self.starts + LENGTHS[-1])
        self.texts = self.known[self.starts, TEXT]

    def batches(self, sentences, random=None):
        """Sentences of about the same length together: their numbers, what is known, states, 1 for a token and 0 for padding."""
        groups = {}
        for sentence in sentences:
            length = self.ends[sentence] - self.starts[sentence]
            groups.setdefault(next(size for size in LENGTHS if size >= length), []).append(sentence)
        batches = []
        for size, group in groups.items():
            if random is not None:
                random.shuffle(group)
            many = max(1, BATCH // size)
            batches += [(size, many, group[at:at + many]) for at in range(0, len(group), many)]
        if random is not None:
            random.shuffle(batches)
        for size, many, group in batches:
            known = np.zeros((many, size, 11), np.int32)
            state = np.zeros((many, size, self.state.shape[1]), np.float32)
            there = np.zeros((many, size), np.float32)
            for row, sentence in enumerate(group):
                start, end = self.starts[sentence], self.ends[sentence]
                known[row, :end - start], state[row, :end - start] = self.known[start:end], self.state[start:end]
                there[row, :end - start] = 1
            known[..., HEAD] = np.minimum(known[..., HEAD], size - 1)
            yield group, known, state, there


def initial(state, tags, relations, seed):
    random = np.random.RandomState(seed)

    def normal(*shape, scale=None):
        return jnp.array(random.randn(*shape) * (scale or 1 / np.sqrt(shape[0])), jnp.float32)

    weights = {"lemma": normal(LEMMAS, WIDTH, scale=0.1), "lemma.head": normal(LEMMAS, WIDTH, scale=0.05), "tag": normal(tags, WIDTH, scale=0.1),
               "relation": normal(relations, WIDTH, scale=0.1), "distance": normal(2 * FAR + 1, WIDTH, scale=0.1), "quoted": normal(4, WIDTH, scale=0.1),
               "input": normal(2 * state, WIDTH), "input.bias": jnp.zeros(WIDTH), "out": normal(WIDTH, OUTPUTS), "out.bias": jnp.zeros(OUTPUTS)}
    for layer in range(LAYERS):
        weights |= {f"convolution.{layer}": normal(3 * WIDTH, WIDTH), f"convolution.{layer}.bias": jnp.zeros(WIDTH),
                    f"gate.{layer}": normal(WIDTH, 2 * WIDTH), f"gate.{layer}.bias": jnp.concatenate([jnp.full(WIDTH, -0.5), jnp.zeros(WIDTH)])}
    return weights


def scores(weights, known, state, there, key=None):
    def drop(x):
        nonlocal key
        if key is None:
            return x
        key, now = jax.random.split(key)
        return jnp.where(jax.random.bernoulli(now, 1 - DROPOUT, x.shape), x / (1 - DROPOUT), 0)

    head = known[..., HEAD]

    def of_head(x):
        return jnp.take_along_axis(x, head[..., None], 1)

    lemma = known[..., LEMMA]
    if key is not None:
        key, now = jax.random.split(key)
        lemma = jnp.where(jax.random.bernoulli(now, 0.05, lemma.shape), 0, lemma)
    distance = jnp.clip(head - jnp.arange(known.shape[1])[None], -FAR, FAR) + FAR
    state, there = drop(state), there[..., None]
    x = (weights["lemma"][lemma] + weights["lemma.head"][jnp.take_along_axis(lemma, head, 1)] + weights["tag"][known[..., TAG]]
         + weights["relation"][known[..., RELATION]] + weights["distance"][distance] + weights["quoted"][known[..., QUOTED]]
         + jnp.concatenate([state, of_head(state)], -1) @ weights["input"] + weights["input.bias"])
    x = drop(jax.nn.relu(x)) * there
    half = WIDTH // 2
    for layer in range(LAYERS):
        padded = jnp.pad(x, ((0, 0), (1, 1), (0, 0)))
        window = jnp.concatenate([padded[:, :-2, half:], x, padded[:, 2:, :half], of_head(x)], -1)
        mixed = drop(jax.nn.relu(window @ weights[f"convolution.{layer}"] + weights[f"convolution.{layer}.bias"]) * there)
        gates = mixed @ weights[f"gate.{layer}"] + weights[f"gate.{layer}.bias"]
        gate, seen = jax.nn.sigmoid(gates[..., :WIDTH]) * there, jnp.tanh(gates[..., WIDTH:])
        both = [recurrence(gate[..., :half], seen[..., :half], True), recurrence(gate[..., half:], seen[..., half:], False)]
        x = (x + mixed + drop(jnp.concatenate(both, -1))) * there
    return x @ weights["out"] + weights["out.bias"]


def loss(weights, known, state, there, key):
    found = scores(weights, known, state, there, key)
    total = 0
    for part in range(3):
        likely = jax.nn.log_softmax(found[..., 3 * part:3 * part + 3])
        total -= (jnp.take_along_axis(likely, known[..., SOURCE + part][..., None], -1)[..., 0] * there).sum()
    heads = found[..., 9]
    total += ((jax.nn.softplus(heads) - known[..., HEADS] * heads) * there).sum()
    return total / there.sum()


@jax.jit
def step(weights, mean, square, count, batch, key, length):
    value, gradient = jax.value_and_grad(loss)(weights, *batch, key)
    size = jnp.sqrt(sum((part * part).sum() for part in jax.tree.leaves(gradient)))
    gradient = jax.tree.map(lambda part: part * jnp.minimum(1, 2 / (size + 1e-9)), gradient)
    mean = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, mean, gradient)
    square = jax.tree.map(lambda old, new: 0.98 * old + 0.02 * new * new, square, gradient)
    weights = jax.tree.map(lambda weight, m, s: weight - length * (m / (1 - 0.9 ** count)) / (jnp.sqrt(s / (1 - 0.98 ** count)) + 1e-6),
                           weights, mean, square)
    return weights, mean, square, value


def learn(texts, sentences, tags, relations, seed):
    """Adam (Kingma and Ba 2015) with steps that shrink to nothing."""
    weights = initial(texts.state.shape[1], tags, relations, seed)
    mean = square = jax.tree.map(jnp.zeros_like, weights)
    random, key, count = np.random.RandomState(seed), jax.random.PRNGKey(seed), 0
    total = EPOCHS * sum(1 for _ in texts.batches(sentences))
    for _ in range(EPOCHS):
        for _, *batch in texts.batches(sentences, random):
            count += 1
            key, now = jax.random.split(key)
            length = STEP * min(1, count / 100) * max(0.02, 1 - count / total)
            weights, mean, square, _ = step(weights, mean, square, count, batch, now, length)
    return weights


say = jax.jit(scores)


def predict(weights, texts, sentences, out):
    for group, *batch in texts.batches(sentences):
        found = np.array(say(weights, *batch))
        for row, sentence in enumerate(group):
            start, end = texts.starts[sentence], texts.ends[sentence]
            out[start:end] = found[row, :end - start]


def in_bytes(found):
    """Log-odds in sixteenths, as the program has them: of each part that a token stands in it and that it begins it; that it heads a cue."""
    columns = []
    for part in range(3):
        outside, begins, goes_on = found[:, 3 * part:3 * part + 3].T
        columns += [np.logaddexp(begins, goes_on) - outside, begins - goes_on]
    return np.clip(np.trunc(np.stack(columns + [found[:, 9]], 1) * 16), -127, 127).astype(np.int8).tobytes()


def nothing(texts):
    """What is said of a token that no network saw: it stands in no part."""
    out = np.zeros((len(texts.known), OUTPUTS), np.float32)
    out[:, [0, 3, 6]], out[:, 9] = 5, -7
    return out


def report(texts, found):
    """F1 of the words that head cues, and of stretches of the parts, sentence by sentence."""
    heads, marked = found[:, 9] > 0, texts.known[:, HEADS] > 0
    line = [f"heads of cues {200 * (heads & marked).sum() / (heads.sum() + marked.sum()):.1f}"]
    for part, name in enumerate(("source", "cue", "content")):
        labels = found[:, 3 * part:3 * part + 3].argmax(1)
        said, true = stretches(labels, texts), stretches(texts.known[:, SOURCE + part], texts)
        line.append(f"{name} {200 * len(said & true) / max(1, len(said) + len(true)):.1f}")
    return ", ".join(line)


def stretches(labels, texts):
    found = set()
    for start, end in zip(texts.starts, texts.ends):
        first = None
        for at in range(start, end + 1):
            label = labels[at] if at < end else 0
            if label != 2 and first is not None:
                found.add((first, at))
                first = None
            if label == 1 or (label == 2 and first is None):
                first = at
    return found


def pack(weights, state, tags, relations):
    weights = {name: np.asarray(value, np.float64) for name, value in weights.items()}
    file = File({"width": WIDTH, "layers": LAYERS, "arc": state, "tags": tags, "relations": relations})
    for name in ("lemma", "lemma.head"):
        file.rows4(name, weights[name])
    for name in ("tag", "relation", "distance", "quoted"):
        file.rows8(name, weights[name])
    for name in ["input", "out"] + [f"{kind}.{layer}" for layer in range(LAYERS) for kind in ("convolution", "gate")]:
        file.matrix(name, weights[name], weights[name + ".bias"])
    return file.bytes()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("program", "marked", "out", "apart"):
        arguments.add_argument(name)
    args = arguments.parse_args()
    names = subprocess.run([args.program, "names"], stdout=subprocess.PIPE, check=True, text=True).stdout.splitlines()
    width, tags, relations = int(names[0]), names[1].split(" "), names[2].split(" ")
    train, dev = (Texts(args.program, f"{args.marked}/{part}", width) for part in ("train", "dev"))
    sizes, every = (len(tags), len(relations)), np.arange(len(train.starts))
    apart = nothing(train)
    for fold in range(FOLDS):
        held = train.texts % FOLDS == fold
        predict(learn(train, every[~held], *sizes, fold + 1), train, every[held], apart)
    print("apart:", report(train, apart), file=sys.stderr, flush=True)
    with open(args.apart, "wb") as file:
        file.write(in_bytes(apart))
    weights = learn(train, every, *sizes, 0)
    found = nothing(dev)
    predict(weights, dev, np.arange(len(dev.starts)), found)
    print("dev:", report(dev, found), file=sys.stderr)
    with open(args.out, "wb") as file:
        file.write(pack(weights, width, tags, relations))


if __name__ == "__main__":
    main()
