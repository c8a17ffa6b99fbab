"""The network: what it computes, in JAX. `reference.py` computes the same from the packed file, and the program in integers.

Summed embeddings; layers of a width-3 convolution and two-way minimal gated recurrence (Heck and Salem 2017, with gates that read the input
alone, as in Lei et al. 2018; in the first layer they are part of the convolution, as in Bradbury et al. 2017, so that all of it can be kept
for a word; the layers above see half of each neighbour's state: what that side knows of the words beyond); tags by one linear layer; heads by the product of two views with terms for direction and distance (after Dozat and
Manning 2017; teachers have a bilinear form between the views); relations by a small perceptron on dependent, head and distance."""
import jax
import jax.numpy as jnp
import numpy as np

SHAPES = 64
AFFIXES = ("s2", "s3", "s4", "p2", "p3")
ROOT = 41


def bucket(distance):
    """Distances of 1 to 10 stand for themselves; beyond, ever wider stretches share a number up to 20."""
    edges = (11, 13, 15, 18, 21, 25, 30, 36, 44)
    return distance if distance <= 10 else 11 + sum(distance >= edge for edge in edges[1:])


BUCKETS = np.array([bucket(distance) for distance in range(257)])


def between(length):
    """For each dependent (from 1) and head (from 0, the root): the bucket of their distance, its side, and its logarithm."""
    away = np.arange(0, length + 1)[None] - np.arange(1, length + 1)[:, None]
    root = (np.arange(length + 1) == 0)[None]
    buckets = np.where(root, ROOT, np.where(away < 0, BUCKETS[np.abs(away)], 20 + BUCKETS[np.abs(away)]))
    return buckets, np.where(root, 0, np.sign(away)), np.where(root, 0, np.log1p(np.abs(away)) / 3), away == 0


def initial(sizes, words, affixes, tags, relations, seed):
    """Random weights; names and shapes are those that pack.py reads."""
    random = np.random.RandomState(seed)

    def normal(*shape, scale=None):
        return jnp.array(random.randn(*shape) * (scale or 1 / np.sqrt(shape[0])), jnp.float32)

    d, arc, label = sizes.width, sizes.arc, sizes.label
    weights = {"w": normal(words + 2, d, scale=0.1), "sh": normal(SHAPES, d, scale=0.1), "V": normal(64, d)}
    weights |= {name: normal(rows, d, scale=0.1) for name, rows in zip(AFFIXES, affixes)}
    for layer in range(sizes.layers):
        seen, kept = (2 * d, d) if layer else (3 * d, 3 * d)
        weights |= {f"c{layer}": normal(seen, d), f"cb{layer}": jnp.zeros(d), f"z{layer}": normal(kept, d),
                    f"zb{layer}": jnp.full(d, -0.5), f"g{layer}": normal(kept, d), f"gb{layer}": jnp.zeros(d)}
    return weights | {
        **({"U": normal(arc, arc, scale=1 / arc), "hu": jnp.zeros(arc)} if sizes.bilinear else {}),
        "tag": normal(d, tags), "tagb": jnp.zeros(tags), "ad": normal(d, arc), "adb": jnp.zeros(arc), "ah": normal(d, arc),
        "ahb": jnp.zeros(arc), "dist": jnp.zeros(43), "distd": jnp.zeros((2, arc if sizes.bilinear else d)), "root": normal(1, d, scale=0.1), "ld": normal(d, label), "lh": normal(d, label),
        "lb": jnp.zeros(label), "lo": normal(label, relations), "lob": jnp.zeros(relations), "ldist": jnp.zeros((43, label))}


class Dropout:
    """Leaves out numbers while training; does nothing without a key."""

    def __init__(self, share, key):
        self.share, self.key = share, key

    def _next(self):
        self.key, key = jax.random.split(self.key)
        return key

    def __call__(self, x):
        if self.key is None:
            return x
        return jnp.where(jax.random.bernoulli(self._next(), 1 - self.share, x.shape), x / (1 - self.share), 0)

    def replace(self, rows, share, floor, other):
        if self.key is None:
            return rows
        return jnp.where(jax.random.bernoulli(self._next(), share, rows.shape) & (rows > floor), other, rows)


def recurrence(gate, seen, backwards):
    def step(state, now):
        state = state + now[0] * (now[1] - state)
        return state, state

    gate, seen = jnp.swapaxes(gate, 0, 1), jnp.swapaxes(seen, 0, 1)
    return jnp.swapaxes(jax.lax.scan(step, jnp.zeros_like(gate[0]), (gate, seen), reverse=backwards, unroll=4)[1], 0, 1)


def states(weights, vectors, rows, there, layers, drop, rare):
    """The state of each token; `rows` is what the program sees of it, `there` 1 for a token and 0 for padding."""
    word, vector = drop.replace(rows[..., 0], rare, 1, 1), drop.replace(rows[..., 1], rare / 2, 0, 0)
    x = weights["w"][word] + vectors[vector] @ weights["V"] + weights["sh"][rows[..., 7]]
    for column, name in enumerate(AFFIXES, 2):
        x = x + weights[name][rows[..., column]]
    x, there = drop(x) * there[..., None], there[..., None]
    half = x.shape[-1] // 2
    for layer in range(layers):
        padded = jnp.pad(x, ((0, 0), (1, 1), (0, 0)))
        before, behind = padded[:, :-2], padded[:, 2:]
        if layer:
            before, behind = before[..., half:], behind[..., :half]
        window = jnp.concatenate([before, x, behind], -1)
        c = drop(jax.nn.relu(window @ weights[f"c{layer}"] + weights[f"cb{layer}"]) * there)
        gated = c if layer else window
        gate = jax.nn.sigmoid(gated @ weights[f"z{layer}"] + weights[f"zb{layer}"]) * there
        seen = jnp.tanh(gated @ weights[f"g{layer}"] + weights[f"gb{layer}"])
        both = [recurrence(gate[..., :half], seen[..., :half], True), recurrence(gate[..., half:], seen[..., half:], False)]
        x = ((x if layer else 0) + c + drop(jnp.concatenate(both, -1))) * there
    return x


def heads(weights, x, there, drop):
    """The score of each head of each token, the root first, and the states with the root's in front."""
    with_root = jnp.concatenate([jnp.broadcast_to(weights["root"], (x.shape[0], 1, x.shape[2])), x], 1)
    dependent = x @ weights["ad"] + weights["adb"]
    if "U" in weights:
        dependent = drop(jax.nn.relu(dependent))
    likes = (dependent if "U" in weights else x) @ weights["distd"].T
    query = dependent @ weights["U"] + weights["hu"] if "U" in weights else drop(dependent)
    head = drop(jax.nn.relu(with_root @ weights["ah"] + weights["ahb"]))
    buckets, side, logarithm, own = between(x.shape[1])
    scores = jnp.einsum("bia,bja->bij", query, head) + weights["dist"][buckets]
    scores = scores + likes[..., :1] * side + likes[..., 1:] * logarithm
    possible = jnp.concatenate([jnp.ones((x.shape[0], 1)), there], 1)[:, None] > 0
    return jnp.where(possible & ~own[None], scores, -1e9), with_root


def relations(weights, x, with_root, head, drop):
    """The score of each relation of each token to the head given."""
    of_head = jnp.take_along_axis(with_root, head[..., None], 1)
    distance = weights["ldist"][jnp.asarray(between(x.shape[1])[0])[np.arange(x.shape[1])[None], head]]
    return drop(jax.nn.relu(x @ weights["ld"] + of_head @ weights["lh"] + weights["lb"] + distance)) @ weights["lo"] + weights["lob"]
