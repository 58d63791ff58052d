"""The models that ship, in training: a logistic regression over cells of a table, by steps of AdaGrad, averaged."""

import numpy as np

from auditor.text.attribution.codes import Ints
from benchmarks.training.vectors import Floats

_EPOCHS, _BATCH, _RATE, _DECAY, _FEWEST = 4, 256, 0.1, 0.001, 3
# The average follows the weights in steps of so many.
_EVERY = 50


class Linear:
    """A table of weights and a bias. `places` has a row an example, the cells that it meets; `wanted` is 1 for yes, or how
    sure a teacher is of it; of the cells `dropped` is the share that an example does without. A cell that fewer than three
    examples meet stays 0."""

    def __init__(self, places: Ints, wanted: Floats, cells: int, dropped: float) -> None:
        self.table, self.bias = np.zeros(cells, np.float32), -2.0
        weights, spread = np.zeros_like(self.table), np.ones_like(self.table)
        seldom = np.bincount(places.ravel(), minlength=len(weights)) < _FEWEST
        chance = np.random.default_rng(0)
        order = np.arange(len(wanted))
        steps = 0
        for _ in range(_EPOCHS):
            chance.shuffle(order)
            for at in range(0, len(order), _BATCH):
                some = places[order[at : at + _BATCH]]
                kept = (chance.random(some.shape, dtype=np.float32) >= dropped) / np.float32(1 - dropped)
                odds = (weights[some] * kept).sum(axis=1) + self.bias
                error = 1 / (1 + np.exp(-odds)) - wanted[order[at : at + _BATCH]]
                self.bias -= 0.3 * float(error.mean())
                met, inverse = np.unique(some.ravel(), return_inverse=True)
                slope = np.bincount(inverse.ravel(), weights=(error[:, None] * kept).ravel()).astype(np.float32)
                spread[met] += slope * slope
                weights[met] -= np.float32(_RATE) * (slope / np.sqrt(spread[met]) + np.float32(_DECAY) * weights[met])
                steps += 1
                if steps % _EVERY == 0:
                    weights[seldom] = 0
                    self.table += np.float32(min(1, _EVERY / (steps / 2 + _EVERY))) * (weights - self.table)
        self.table[seldom] = 0

    def odds(self, places: Ints) -> Floats:
        """The log-odds of examples."""
        return np.asarray(self.table[places].sum(axis=1) + self.bias, np.float32)
