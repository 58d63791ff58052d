"""Where two neighbouring words of a text stand together in a list: of phrases, of names of two words, of words of names.

Three rules ask of every two neighbours whether a list has them, and half of the cost is to make the pairs. So they are
made once and asked of all lists at once; each rule then looks at the few places that are left.
"""

from functools import lru_cache
from itertools import compress, count, pairwise
from pathlib import Path

from auditor.rule import Document, table_beside
from auditor.text.tokens import tokens
from auditor.text.view import view

from ._phrases import phrases
from ._renaming import beginnings

_NAMES = str(Path(__file__).with_name("_casing.py"))


@lru_cache(maxsize=1)
def names_of_two() -> dict[tuple[str, str], str]:
    """Two words that news writes with a capital together, and which of them it never lowers there."""
    return {
        (first, second): row[0] for pair, row in table_beside(_NAMES).items() for first, second in [pair.split(" ")]
    }


@lru_cache(maxsize=1)
def _listed() -> frozenset[tuple[str, ...]]:
    return frozenset().union(phrases(), names_of_two(), beginnings())


@view
def listed(document: Document) -> tuple[int, ...]:
    """The places, by number of word, where one of the pairs begins, whatever stands between its words."""
    return tuple(compress(count(), map(_listed().__contains__, pairwise(tokens(document).lower))))


@view
def beginning(document: Document) -> frozenset[int]:
    """The offsets where a phrase that stands for one word of a name may begin at the last word of one, or behind it."""
    everything, some = tokens(document), beginnings()
    texts, low = everything.texts, everything.lower
    return frozenset(
        everything.starts[at]
        for at in listed(document)
        if low[at : at + 2] in some and texts[at + 1] == low[at + 1] and texts[at - (texts[at] == low[at])][0].isupper()
    )
