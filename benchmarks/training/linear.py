"""The model that ships in training: a logistic regression over conjunctions, by steps of AdaGrad, averaged."""

import numpy as np

from auditor.text.attribution.codes import Ints
from auditor.text.attribution.contexts import TABLE_BITS
from benchmarks.training.vectors import Floats

_EPOCHS, _BATCH, _RATE, _DECAY, _DROPPED, _FEWEST = 4, 256, 0.1, 0.001, 0.35, 3
# The average follows the weights in steps of so many.
_EVERY = 50


class Linear:
    """A table of weights and a bias that tell cues. `places` has a row a candidate, `wanted` is 1 for a cue, or how sure
    a teacher is of it. A cell that fewer than three examples meet stays 0."""

    def __init__(self, places: Ints, wanted: Floats) -> None:
        self.table, self.bias = np.zeros(1 << TABLE_BITS, np.float32), -2.0
        weights, spread = np.zeros_like(self.table), np.ones_like(self.table)
        seldom = np.bincount(places.ravel(), minlength=len(weights)) < _FEWEST
        chance = np.random.default_rng(0)
        order = np.arange(len(wanted))
        steps = 0
        for _ in range(_EPOCHS):
            chance.shuffle(order)
            for at in range(0, len(order), _BATCH):
                some = places[order[at : at + _BATCH]]
                kept = (chance.random(some.shape, dtype=np.float32) > _DROPPED) / np.float32(1 - _DROPPED)
                odds = (weights[some] * kept).sum(axis=1) + self.bias
                error = 1 / (1 + np.exp(-odds)) - wanted[order[at : at + _BATCH]]
                self.bias -= 0.3 * float(error.mean())
                cells, inverse = np.unique(some.ravel(), return_inverse=True)
                slope = np.bincount(inverse.ravel(), weights=(error[:, None] * kept).ravel()).astype(np.float32)
                spread[cells] += slope * slope
                weights[cells] -= np.float32(_RATE) * (
                    slope / np.sqrt(spread[cells]) + np.float32(_DECAY) * weights[cells]
                )
                steps += 1
                if steps % _EVERY == 0:
                    weights[seldom] = 0
                    self.table += np.float32(min(1, _EVERY / (steps / 2 + _EVERY))) * (weights - self.table)
        self.table[seldom] = 0

    def odds(self, places: Ints) -> Floats:
        """The log-odds of candidates."""
        return np.asarray(self.table[places].sum(axis=1) + self.bias, np.float32)
