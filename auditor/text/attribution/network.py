"""The cue network: vectors of the words around a candidate, one hidden layer, and a weight for each conjunction.

All weights are whole numbers and small, so every sum is exact in floating point, whatever its order: the same text has
the same log-odds on every machine. `benchmarks/training` makes the weights.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.contexts import UNIT, Contexts

Bytes = npt.NDArray[np.int8]
Floats = npt.NDArray[np.float32]

# One whole, in the weights of the hidden layer, of the output, and of the table.
HIDDEN_UNIT, OUTPUT_UNIT, TABLE_UNIT = 128, 256, 32
# Multiplications in a product from which OpenBLAS uses threads.
_THREADED = 1 << 18
_WHOLE = UNIT * HIDDEN_UNIT * OUTPUT_UNIT


@dataclass(frozen=True, slots=True)
class Network:
    """Vectors of entries and of gaps, hidden layer, output, table of conjunctions; a cue's least log-odds, and those of
    its sentence (the sum of softplus over its candidates: 0.69 is as likely as not to hold a cue)."""

    vectors: Bytes
    marks: Bytes
    hidden: Floats
    hidden_bias: Floats
    output: npt.NDArray[np.float64]
    table: Bytes
    bias: float
    least: float
    least_of_row: float

    def odds(self, some: Contexts) -> npt.NDArray[np.float64]:
        """The log-odds of each candidate that it is a cue."""
        size = len(some.words)
        if not size:
            return np.zeros(0)
        parts = (self.vectors.take(some.window, axis=0), self.marks.take(some.gaps, axis=0), some.measures)
        inputs = np.concatenate([part.reshape(size, -1) for part in parts], axis=1, dtype=np.float32)
        hidden = np.maximum(_product(inputs, self.hidden) + self.hidden_bias, 0)
        joined = self.table.take(some.hashed).sum(axis=1, dtype=np.int32)
        found: npt.NDArray[np.float64] = (hidden * self.output).sum(axis=1) / _WHOLE + joined / TABLE_UNIT
        return found + self.bias


def _product(inputs: Floats, weights: Floats) -> Floats:
    """The matrix product, a few rows at a time.

    A larger product OpenBLAS would share among threads, which wait by spinning: six times the CPU, and no faster.
    """
    found = np.empty((len(inputs), weights.shape[1]), np.float32)
    rows = _THREADED // weights.size
    for at in range(0, len(inputs), rows):
        np.matmul(inputs[at : at + rows], weights, out=found[at : at + rows])
    return found


@lru_cache(maxsize=1)
def network() -> Network:
    """The weights of `network.npz`; its origin stands in the first line of `vocabulary.tsv`."""
    with np.load(Path(__file__).with_name("network.npz")) as kept:
        bias, least, least_of_row = (float(number) for number in kept["numbers"])
        return Network(
            # Looked up in single bytes: what is small stays in the processor's cache.
            vectors=kept["vectors"],
            marks=kept["marks"],
            table=kept["table"],
            hidden=kept["hidden"].astype(np.float32),
            hidden_bias=kept["hidden_bias"].astype(np.float32),
            output=kept["output"].astype(np.float64),
            bias=bias,
            least=least,
            least_of_row=least_of_row,
        )
