"""String similarity. The only door to rapidfuzz; call it behind a cheap gate."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA


def edits(first: str, second: str, most: int = 2) -> int:
    """Optimal string alignment distance (insert, delete, replace, swap neighbours), capped at `most` + 1."""
    return int(OSA.distance(first, second, score_cutoff=most))


def likeness(first: str, second: str) -> float:
    """Share of matching characters of two names or sentences, 0 to 1."""
    return float(fuzz.ratio(first, second)) / 100


def closest(word: str, choices: Iterable[str], least: float = 0.6) -> str | None:
    """The most similar of `choices`, for "did you mean"; None where nothing is similar enough."""
    found = process.extractOne(word, sorted(choices), scorer=fuzz.ratio, score_cutoff=100 * least)
    return str(found[0]) if found else None
