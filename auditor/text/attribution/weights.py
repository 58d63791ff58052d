"""Weights of the linear model that chooses sources, read once from `sources.tsv` beside this module."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def weights() -> Mapping[str, int]:
    """Feature to weight, in hundredths of log-odds.

    Whole numbers, because their sums do not depend on the order, and so neither does what is found.
    """
    lines = Path(__file__).with_name("sources.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.rsplit("\t", 1) for line in lines if not line.startswith("#"))
    return {key: int(value) for key, value in rows}
