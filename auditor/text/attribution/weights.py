"""Weights of the two small linear models, read once from the .tsv files beside this module."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=4)
def weights(name: str) -> Mapping[str, float]:
    """Feature to weight of the model `name` ("cues", "sources"); the file holds hundredths."""
    lines = Path(__file__).with_name(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.rsplit("\t", 1) for line in lines if not line.startswith("#"))
    return {key: int(value) / 100 for key, value in rows}
