"""Word vectors from raw text: what stands at -2, -1, +1 and +2, weighed by positive pointwise mutual information, cut down by a singular
value decomposition (Levy and Goldberg 2014; the smoothing of contexts after Levy, Goldberg and Dagan 2015; the randomised decomposition
after Halko, Martinsson and Tropp 2011). Words that stand in the same places come out alike, which is what tags and trees ask for."""
from collections import Counter

import numpy as np
import scipy.sparse as sparse

WORDS, CONTEXTS, SIZE, LEAST = 40000, 6000, 64, 4


def vectors(sentences, seed):
    """The words, most frequent first, and their vectors, of unit variance."""
    counts = Counter(word for sentence in sentences for word in sentence)
    words = [word for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= LEAST][:WORDS]
    place = {word: index for index, word in enumerate(words)}
    edge, rare = len(words), -1
    flat = [edge, edge]
    for sentence in sentences:
        flat.extend(place.get(word, rare) for word in sentence)
        flat += [edge, edge]
    ids = np.array(flat, np.int32)
    table = sparse.hstack([_association(ids, offset, len(words)) * (1.0 if abs(offset) == 1 else 0.7) for offset in (-2, -1, 1, 2)]).tocsr()
    left = _decompose(table, seed)
    left /= np.linalg.norm(left, axis=1, keepdims=True) + 1e-6
    return words, (left / left.std()).astype(np.float32)


def _association(ids, offset, words):
    """Words by contexts at an offset; the edge of a sentence is a context of its own."""
    centre, other = ids[2:-2], ids[2 + offset: len(ids) - 2 + offset]
    context = np.where(other == words, CONTEXTS, np.where((other >= 0) & (other < CONTEXTS), other, -1))
    kept = (centre >= 0) & (centre < words) & (context >= 0)
    counted = sparse.coo_matrix((np.ones(kept.sum(), np.float32), (centre[kept], context[kept])), shape=(words, CONTEXTS + 1)).tocsr()
    total = counted.sum()
    rows = np.asarray(counted.sum(1)).ravel()
    columns = np.asarray(counted.sum(0)).ravel() ** 0.75
    columns = columns / columns.sum() * total
    cells = counted.tocoo()
    value = np.maximum(np.log(cells.data * total / (rows[cells.row] * np.maximum(columns[cells.col], 1e-9))), 0)
    found = sparse.coo_matrix((value, (cells.row, cells.col)), shape=counted.shape).tocsr()
    found.eliminate_zeros()
    return found


def _decompose(table, seed):
    basis = table @ np.random.RandomState(seed).randn(table.shape[1], SIZE + 30).astype(np.float32)
    for _ in range(5):
        basis = table @ np.linalg.qr(table.T @ np.linalg.qr(basis)[0])[0]
    basis = np.linalg.qr(basis)[0]
    left, strength, _ = np.linalg.svd((table.T @ basis).T, full_matrices=False)
    return (basis @ left)[:, :SIZE] * np.sqrt(strength[:SIZE])
