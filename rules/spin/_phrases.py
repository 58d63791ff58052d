"""The phrases that paraphrasers write, from three lists, by the words that they are looked for with."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from auditor.rule import table_beside

_BESIDE = Path(__file__).parent

Phrase = tuple[int, tuple[str, ...], str, int]


def _key(words: tuple[str, ...]) -> int:
    """Where the two neighbours of a phrase stand that are longest, which fewest texts hold ("in the", many)."""
    return max(range(len(words) - 1), key=lambda at: len(words[at]) + len(words[at + 1]), default=0)


@lru_cache(maxsize=1)
def phrases() -> Mapping[tuple[str, ...], tuple[Phrase, ...]]:
    """By two neighbours, or their one word: where those stand, the words, what was meant, genuine articles."""
    found: dict[tuple[str, ...], list[Phrase]] = {}
    for name in ("tortured_phrase.py", "_papers.py", "_composed.py"):
        for phrase, (meant, held) in table_beside(str(_BESIDE / name)).items():
            # Either apostrophe is met as it is written: to make all of a text alike costs more than to look phrases up.
            for written in dict.fromkeys((phrase, phrase.replace("'", "’"))):
                words = tuple(written.split(" "))
                key = _key(words)
                found.setdefault(words[key : key + 2], []).append((key, words, meant, int(held)))
    return {key: tuple(rows) for key, rows in found.items()}


@lru_cache(maxsize=1)
def single_phrases() -> frozenset[str]:
    """Those of one word."""
    return frozenset(words[0] for words in phrases() if len(words) == 1)
