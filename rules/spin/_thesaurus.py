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


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@lru_cache(maxsize=1)
def exchanges() -> Mapping[str, tuple[str, ...]]:
    """Each word that paraphrasers put in the place of others, to those, in running text: with plurals, spellings left out."""
    found: dict[str, set[str]] = {}
    for table in (*_TABLES, str(Path(__file__).with_name("_synonyms.py"))):
        for natural, row in table_beside(table).items():
            for spun in row[0].split(" "):
                if not (natural.isalpha() and spun.isalpha()):
                    continue
                found.setdefault(spun, set()).add(natural)
                if not natural.endswith("s") and not spun.endswith("s"):
                    found.setdefault(_plural(spun), set()).add(_plural(natural))
    kept = {spun: tuple(sorted(n for n in naturals if plain(n) != plain(spun))) for spun, naturals in found.items()}
    return {spun: naturals for spun, naturals in kept.items() if naturals}


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
