"""What the teacher thinks, in a file between the two commands of training."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.training.vectors import Floats


class Told(NamedTuple):
    """By document, the log-odds of each of its words that it is the chief word of a cue; by word, the mean of the states
    in which the teacher read it."""

    odds: Mapping[str, Floats]
    meant: Mapping[str, Floats]


def write(path: Path, told: Told) -> None:
    """Writes what the teacher thinks, in half precision."""
    ids, words = list(told.odds), list(told.meant)
    np.savez_compressed(
        path,
        ids=np.array(ids),
        sizes=np.array([len(told.odds[name]) for name in ids]),
        odds=np.concatenate([told.odds[name] for name in ids]).astype(np.float16),
        words=np.array(words),
        meant=np.stack([told.meant[word] for word in words]).astype(np.float16),
    )


def read(path: Path) -> Told:
    """What `write` wrote."""
    with np.load(path) as kept:
        odds = np.split(kept["odds"].astype(np.float32), np.cumsum(kept["sizes"])[:-1])
        meant = kept["meant"].astype(np.float32)
        return Told(
            dict(zip(kept["ids"].tolist(), odds, strict=True)), dict(zip(kept["words"].tolist(), meant, strict=True))
        )
