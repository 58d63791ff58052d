"""The teachers: networks with one hidden layer over vectors of words, with gradients."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.codes import GAPS, Ints
from benchmarks.training.contexts import SPAN, TABLE_BITS, UNIT
from benchmarks.training.vectors import Floats

_MARK = 4
_RATE, _TABLE_RATE, _DECAY, _TABLE_DECAY = 1e-3, 0.1, 1e-3, 0.002
_DROP_WORD, _DROP_INPUT, _DROP_HIDDEN, _DROP_JOINED = 0.1, 0.1, 0.6, 0.3
_BATCH = 256
_FIRST, _SECOND = 0.9, 0.999


class Examples(NamedTuple):
    """Candidates of many documents, stacked; `wanted` is 1 for a cue, or how sure a teacher is of it."""

    window: Ints
    gaps: Ints
    hashed: Ints
    measures: Ints
    wanted: Floats


def _picked(some: Examples, rows: slice | Ints) -> Examples:
    return Examples(some.window[rows], some.gaps[rows], some.hashed[rows], some.measures[rows], some.wanted[rows])


class Network:
    """Vectors of words and marks, one hidden layer, and a table of conjunctions, each a weight."""

    def __init__(self, vectors: Floats, measures: int, hidden: int, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        inputs = (2 * SPAN + 3) * vectors.shape[1] + 2 * SPAN * _MARK + measures

        def normal(*size: int) -> Floats:
            return self._chance.standard_normal(size).astype(np.float32)

        self.weights: dict[str, Floats] = {
            "vectors": vectors.copy(),
            "marks": normal(len(GAPS), _MARK) * np.float32(0.1),
            "hidden": normal(inputs, hidden) / np.float32(inputs**0.5),
            "hidden_bias": np.zeros(hidden, np.float32),
            "output": normal(hidden) / np.float32(hidden**0.5),
            "bias": np.zeros(1, np.float32),
            "table": np.zeros(1 << TABLE_BITS, np.float32),
        }
        self._mean = {name: np.zeros_like(one) for name, one in self.weights.items()}
        self._square = {name: np.zeros_like(one) for name, one in self.weights.items()}
        self._steps = 0

    def _inputs(self, window: Ints, some: Examples) -> Floats:
        size = len(window)
        parts = (
            self.weights["vectors"][window].reshape(size, -1),
            self.weights["marks"][some.gaps].reshape(size, -1),
            some.measures.astype(np.float32) / UNIT,
        )
        return np.concatenate(parts, axis=1)

    def odds(self, some: Examples) -> Floats:
        """The log-odds of candidates."""
        found = [self._odds(_picked(some, slice(at, at + 8192))) for at in range(0, len(some.gaps), 8192)]
        return np.concatenate(found) if found else np.zeros(0, np.float32)

    def _odds(self, some: Examples) -> Floats:
        one = self.weights
        hidden = np.maximum(self._inputs(some.window, some) @ one["hidden"] + one["hidden_bias"], 0)
        return np.asarray(hidden @ one["output"] + one["bias"][0] + one["table"][some.hashed].sum(axis=1), np.float32)

    def _mask(self, shape: tuple[int, ...], dropped: float) -> Floats:
        kept = self._chance.random(shape, dtype=np.float32) > dropped
        return kept.astype(np.float32) / np.float32(1 - dropped)

    def step(self, some: Examples) -> None:
        """One step down the gradient of the cross-entropy (Adam; the table by AdaGrad)."""
        one, size = self.weights, len(some.window)
        window = np.where(self._chance.random(some.window.shape) < _DROP_WORD, 0, some.window)
        inputs = self._inputs(window, some)
        kept = self._mask(inputs.shape, _DROP_INPUT)
        inputs *= kept
        raw = inputs @ one["hidden"] + one["hidden_bias"]
        kept_hidden = self._mask(raw.shape, _DROP_HIDDEN) * (raw > 0)
        hidden = raw * kept_hidden
        kept_joined = self._mask(some.hashed.shape, _DROP_JOINED)
        odds = hidden @ one["output"] + one["bias"][0] + (one["table"][some.hashed] * kept_joined).sum(axis=1)
        error = (1 / (1 + np.exp(-odds)) - some.wanted).astype(np.float32) / np.float32(size)
        to_hidden = np.outer(error, one["output"]) * kept_hidden
        to_inputs = (to_hidden @ one["hidden"].T) * kept
        self._steps += 1
        self._dense("output", hidden.T @ error)
        self._dense("bias", error.sum(keepdims=True))
        self._dense("hidden", inputs.T @ to_hidden)
        self._dense("hidden_bias", to_hidden.sum(axis=0))
        words = window.size * one["vectors"].shape[1] // size
        self._rows("vectors", window, to_inputs[:, :words])
        self._rows("marks", some.gaps, to_inputs[:, words : words + some.gaps.shape[1] * _MARK])
        self._table(some.hashed, error[:, None] * kept_joined * size)

    def _dense(self, name: str, slope: Floats) -> None:
        mean, square = self._mean[name], self._square[name]
        mean += (1 - _FIRST) * (slope - mean)
        square += (1 - _SECOND) * (slope * slope - square)
        step = (mean / (1 - _FIRST**self._steps)) / (np.sqrt(square / (1 - _SECOND**self._steps)) + 1e-7)
        decay = _DECAY if name in ("hidden", "output") else 0.0
        self.weights[name] -= np.float32(_RATE) * (step + decay * self.weights[name])

    def _rows(self, name: str, places: Ints, slopes: Floats) -> None:
        width = self.weights[name].shape[1]
        rows, inverse = np.unique(places.ravel(), return_inverse=True)
        slope = np.zeros((len(rows), width), np.float32)
        np.add.at(slope, inverse.ravel(), slopes.reshape(-1, width))
        mean = self._mean[name][rows] * _FIRST + (1 - _FIRST) * slope
        square = self._square[name][rows] * _SECOND + (1 - _SECOND) * slope * slope
        self._mean[name][rows], self._square[name][rows] = mean, square
        self.weights[name][rows] -= np.float32(_RATE) * mean / (np.sqrt(square) + 1e-7)

    def _table(self, places: Ints, slopes: npt.NDArray[np.floating]) -> None:
        cells, inverse = np.unique(places.ravel(), return_inverse=True)
        slope = np.bincount(inverse.ravel(), weights=slopes.ravel()).astype(np.float32)
        self._square["table"][cells] += slope * slope
        table, spread = self.weights["table"], np.sqrt(self._square["table"][cells] + 1)
        table[cells] -= np.float32(_TABLE_RATE) * (slope / spread + np.float32(_TABLE_DECAY) * table[cells])


def taught(
    examples: Examples,
    used: npt.NDArray[np.bool_],
    vectors: Floats,
    hidden: int,
    epochs: int,
    seed: int,
    fewest: int = 3,
) -> Network:
    """A network after `epochs` passes over the `used` examples, its weights averaged over the steps.

    A cell of the table that fewer than `fewest` examples meet stays 0.
    """
    network = Network(vectors, examples.measures.shape[1], hidden, seed)
    averaged = {name: one.copy() for name, one in network.weights.items()}
    counts = np.bincount(examples.hashed[used].ravel(), minlength=1 << TABLE_BITS)
    seldom = counts < fewest
    order = np.flatnonzero(used)
    chance = np.random.default_rng(seed + 1)
    steps = 0
    for _ in range(epochs):
        chance.shuffle(order)
        for at in range(0, len(order), _BATCH):
            network.step(_picked(examples, order[at : at + _BATCH]))
            steps += 1
            if steps % 20 == 0:
                network.weights["table"][seldom] = 0
                share = np.float32(min(1 - 0.999**20, 20 / (steps / 2 + 20)))
                for name, one in network.weights.items():
                    averaged[name] += share * (one - averaged[name])
    network.weights = averaged
    return network


def joined(several: Sequence[Examples]) -> Examples:
    """Examples one after another."""
    return Examples(*(np.concatenate(parts) for parts in zip(*several, strict=True)))
