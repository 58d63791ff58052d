"""The word lists beside this package: one word a line, `#` begins a comment line."""

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=16)
def listed(name: str) -> frozenset[str]:
    """The words of `<name>.txt`."""
    lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
