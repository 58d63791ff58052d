"""The cue model: a weight for each conjunction of what is seen of a candidate, and their sum.

All weights are whole numbers, so every sum is exact: the same text has the same log-odds on every machine.
`benchmarks/training` makes the weights.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.contexts import Gate, Hashes

# One whole of log-odds, in the weights of the table.
TABLE_UNIT = 32


@dataclass(frozen=True, slots=True)
class Weights:
    """What chooses the candidates; the table of conjunctions; a cue's least log-odds, and the least odds of its sentence
    (the sum over its candidates)."""

    gate: Gate
    table: npt.NDArray[np.int8]
    bias: float
    least: float
    least_of_row: float

    def odds(self, places: Hashes) -> npt.NDArray[np.float64]:
        """The log-odds of each candidate that it is a cue; `places` has a row a conjunction."""
        return np.asarray(self.table.take(places).sum(axis=0, dtype=np.int32) / TABLE_UNIT + self.bias)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights of `cues.npz`; its origin stands in the first line of `vocabulary.tsv`."""
    with np.load(Path(__file__).with_name("cues.npz")) as kept:
        bias, least, least_of_row = (float(number) for number in kept["numbers"])
        gate = Gate(kept["entries"], kept["prior"], kept["following"])
        return Weights(gate, kept["table"], bias, least, least_of_row)
