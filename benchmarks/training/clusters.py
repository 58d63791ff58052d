"""Words in clusters of alike vectors: k-means, from random words on."""

import numpy as np

from auditor.text.attribution.codes import Ints
from benchmarks.training.vectors import Floats

_CLUSTERS = 128
_ROUNDS = 15


def clusters(vectors: Floats) -> Ints:
    """The number of the cluster of each row, by direction alone."""
    rows = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    centres = rows[np.random.default_rng(0).choice(len(rows), _CLUSTERS, replace=False)]
    for _ in range(_ROUNDS):
        found = ((centres**2).sum(axis=1) - 2 * rows @ centres.T).argmin(axis=1)
        for number in range(_CLUSTERS):
            if (found == number).any():
                centres[number] = rows[found == number].mean(axis=0)
    return np.asarray(found)
