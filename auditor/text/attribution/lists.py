"""The word lists beside this package: one word a line, `#` begins a comment line."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=32)
def listed(name: str) -> frozenset[str]:
    """The words of `<name>.txt`."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def idioms() -> Mapping[str, frozenset[str]]:
    """Verbs of `idioms.tsv` to the words behind them with which they say nothing."""
    lines = Path(__file__).with_name("idioms.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {verb: frozenset(words.split(" ")) for verb, words in rows}
