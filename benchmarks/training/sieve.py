"""The sieve in training: a logistic regression over its conjunctions, by steps of AdaGrad, averaged."""

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.codes import Ints
from auditor.text.attribution.sieve import SIEVE_BITS, SIEVE_UNIT
from benchmarks.training.vectors import Floats

_EPOCHS, _BATCH, _RATE, _DECAY, _FEWEST = 2, 256, 0.1, 0.002, 2
_FOLDS = 5

Table = npt.NDArray[np.int8]


def _taught(places: Ints, wanted: Floats) -> tuple[Floats, float]:
    """The table and the bias that tell wanted candidates; `places` has a row a candidate."""
    table, spread = np.zeros(1 << SIEVE_BITS, np.float32), np.ones(1 << SIEVE_BITS, np.float32)
    averaged, bias, steps = np.zeros_like(table), -2.0, 0
    seldom = np.bincount(places.ravel(), minlength=1 << SIEVE_BITS) < _FEWEST
    chance = np.random.default_rng(0)
    order = np.arange(len(wanted))
    for _ in range(_EPOCHS):
        chance.shuffle(order)
        for at in range(0, len(order), _BATCH):
            some = places[order[at : at + _BATCH]]
            error = 1 / (1 + np.exp(-(table[some].sum(axis=1) + bias))) - wanted[order[at : at + _BATCH]]
            bias -= 0.5 * float(error.mean())
            cells, inverse = np.unique(some.ravel(), return_inverse=True)
            slope = np.bincount(inverse.ravel(), weights=np.repeat(error, some.shape[1])).astype(np.float32)
            spread[cells] += slope * slope
            table[cells] -= np.float32(_RATE) * (slope / np.sqrt(spread[cells]) + np.float32(_DECAY) * table[cells])
            steps += 1
            if steps % 20 == 0:
                averaged += np.float32(min(1, 20 / (steps / 2 + 20))) * (table - averaged)
    averaged[seldom] = 0
    return averaged, bias


def _whole(table: Floats, bias: float, least: float) -> tuple[Table, int]:
    return np.clip(np.rint(table * SIEVE_UNIT), -127, 127).astype(np.int8), round((least - bias) * SIEVE_UNIT)


def sieved(
    places: Ints, wanted: Floats, fold: Ints, used: npt.NDArray[np.bool_], least: float
) -> tuple[Table, int, npt.NDArray[np.bool_]]:
    """The sieve in whole numbers with its least sum, and which candidates pass one that did not learn from their fold."""
    passed = np.zeros(len(wanted), bool)
    for number in range(_FOLDS):
        others = (fold % _FOLDS != number) & used
        table, weight = _whole(*_taught(places[others], wanted[others]), least)
        mine = fold % _FOLDS == number
        passed[mine] = table[places[mine]].sum(axis=1, dtype=np.int32) >= weight
    return *_whole(*_taught(places[used], wanted[used]), least), passed
