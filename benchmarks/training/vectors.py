"""Word vectors from plain news: what stands beside a word, weighed by surprise and put into few dimensions.

Positive pointwise mutual information with the two words on either side, each side for itself, then a truncated singular
value decomposition (Levy & Goldberg 2014; randomised after Halko et al. 2011). No labels are used.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]

_CONTEXTS = 1500
_SIDES = (-2, -1, 1, 2)
_SHIFT = 0.3
_SMOOTHING = 0.75


def frequent(texts: Sequence[Sequence[str]], fewest: int, most: int) -> list[str]:
    """The words that stand at least `fewest` times in the texts, the most frequent first."""
    counts = Counter(word for words in texts for word in words)
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return [word for word in ranked[:most] if counts[word] >= fewest]


def _counted(texts: Sequence[Sequence[str]], words: Sequence[str]) -> Floats:
    """How often each word stands beside each context, an unknown context being the last of its side."""
    places = {word: at for at, word in enumerate(words)}
    found = np.zeros((len(words), len(_SIDES) * (_CONTEXTS + 1)), dtype=np.float32)
    for text in texts:
        ids = np.array([places.get(word, -1) for word in text])
        seen = np.where((ids >= 0) & (ids < _CONTEXTS), ids, _CONTEXTS)
        for number, side in enumerate(_SIDES):
            mine, theirs = (ids[:-side], seen[side:]) if side > 0 else (ids[-side:], seen[:side])
            known = mine >= 0
            np.add.at(found, (mine[known], number * (_CONTEXTS + 1) + theirs[known]), 1)
    return found


def vectors(texts: Sequence[Sequence[str]], words: Sequence[str], size: int) -> Floats:
    """A vector of `size` numbers, of unit deviation, for each of `words` (the most frequent first)."""
    counts = _counted(texts, words)
    mine, theirs = counts.sum(axis=1, keepdims=True), counts.sum(axis=0, keepdims=True) ** _SMOOTHING
    expected = mine * (theirs / theirs.sum())
    surprise = np.log(np.maximum(counts, 1e-12) / np.maximum(expected, 1e-12)) - _SHIFT
    matrix = np.where(counts > 0, np.maximum(surprise, 0), 0).astype(np.float32)
    basis = np.random.default_rng(0).standard_normal((matrix.shape[1], size + 16)).astype(np.float32)
    for _ in range(4):
        basis = np.linalg.qr(matrix.T @ np.linalg.qr(matrix @ basis)[0])[0]
    left, weights, _ = np.linalg.svd(matrix @ basis, full_matrices=False)
    found = left[:, :size] * np.sqrt(weights[:size])
    return np.asarray(found / found.std(), np.float32)
