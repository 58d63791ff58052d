"""Which words a thesaurus-driven paraphraser exchanges for each other."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from auditor.rule import table_beside

_TABLES = (__file__, str(Path(__file__).with_name("_pairs.py")))
# Spellings of one word, which are no exchange.
_SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("our", "or"), ("tre", "ter"), ("ence", "ense"), ("amme", "am"))


@lru_cache(maxsize=1)
def _originals() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for table in _TABLES:
        for natural, row in table_beside(table).items():
            for spun in row[0].split(" "):
                found.setdefault(spun, set()).add(natural)
    return {spun: frozenset(naturals) for spun, naturals in found.items()}


def originals(word: str) -> frozenset[str]:
    """The words in whose place a paraphraser may have put the lower-cased `word`."""
    return _originals().get(word, frozenset())


def plain(word: str) -> str:
    """The word without plural and possessive endings, in American spelling."""
    for ending in ("'s", "’s", "s'", "s’"):
        word = word.removesuffix(ending)
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    for british, american in _SPELLINGS:
        if word.endswith(british):
            return word.removesuffix(british) + american
    return word


def exchangeable(spun: str, natural: str) -> bool:
    """Whether a paraphraser may have written `spun` for `natural`, in the same number."""
    if spun.startswith(natural) or natural.startswith(
        spun
    ):  # "Transport Safety" and "Transportation Safety" are one name to many.
        return False
    if natural in originals(spun):
        return True
    return spun[-1:] == natural[-1:] == "s" and natural[:-1] in originals(spun[:-1])
