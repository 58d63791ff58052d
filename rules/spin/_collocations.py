"""Where a word stands as another should, for which paraphrasers put it: by the neighbours that genuine news gives words.

A noisy channel with the thesaurus as its channel and genuine news as its language (`_collocations.tsv`).
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import compress, count, filterfalse
from pathlib import Path

from auditor.rule import Document, table_beside
from auditor.text.tokens import forms, tokens
from auditor.text.view import view

from ._thesaurus import exchanges

# Bits of mutual information that count at most, and that make an exchange of weight 1.
_MOST_BITS, _UNIT_BITS = 12, 6.0
# What an attested neighbour on the other side takes away.
_ATTESTED = 3
# An exchange that this many of 9,200 genuine articles hold proves nothing.
_COMMON = 8

Context = tuple[Mapping[str, int], frozenset[str]]


@lru_cache(maxsize=1)
def _contexts() -> tuple[Mapping[str, Context], Mapping[str, Context]]:
    """For each word, what belongs behind it and what before it, with bits, and which exchanges were seen there."""
    behind: dict[str, Context] = {}
    before: dict[str, Context] = {}
    for key, row in table_beside(__file__).items():
        word, side = key.split(" ")
        bits = {one.rpartition(":")[0]: int(one.rpartition(":")[2]) for one in row[0].split(" ")}
        seen = frozenset(row[1].split(" ")) if len(row) > 1 else frozenset()
        (behind if side == ">" else before)[word] = (bits, seen)
    return behind, before


@lru_cache(maxsize=1)
def _usual() -> frozenset[str]:
    return frozenset().union(*_contexts())


@view
def unusual(document: Document) -> tuple[str, ...]:
    """The words of the text, in lower case, that news does not put beside the same others again and again."""
    return tuple(filterfalse(_usual().__contains__, forms(document)))


@lru_cache(maxsize=1)
def _innocent() -> Mapping[str, int]:
    return {key: int(row[0]) for key, row in table_beside(str(Path(__file__).with_name("_innocent.py"))).items()}


@lru_cache(maxsize=1)
def _exchanged_for() -> Mapping[str, frozenset[str]]:
    """Each natural word to those that paraphrasers put in its place."""
    found: dict[str, set[str]] = {}
    for spun, naturals in exchanges().items():
        for natural in naturals:
            found.setdefault(natural, set()).add(spun)
    return {natural: frozenset(spun) for natural, spun in found.items()}


def _doubted(natural: Mapping[str, int], seen: frozenset[str]) -> frozenset[str]:
    """The words in whose place a neighbour calls for another, where it was never seen beside them."""
    return frozenset().union(*(_exchanged_for().get(word, ()) for word in natural)) - seen


# Asked for the 12,000 words of the contexts only, which doubt some ten others each.
@cache
def _doubted_behind(word: str) -> frozenset[str]:
    return _doubted(*_contexts()[0][word])


@cache
def _doubted_before(word: str) -> frozenset[str]:
    return _doubted(*_contexts()[1][word])


def _likeliest(said: str, left: Context | None, right: Context | None) -> tuple[int, str]:
    """Bits by which its neighbours call for another word than `said`, and that word."""
    best, meant = 0, ""
    for natural in exchanges()[said]:
        bits = 0
        if left is not None and (worth := left[0].get(natural)):
            bits = -_ATTESTED if said in left[1] else worth
        if right is not None and (worth := right[0].get(natural)):
            bits += -_ATTESTED if said in right[1] else worth
        if bits > best:
            best, meant = bits, natural
    return best, meant


def _plain_words(document: Document) -> tuple[str, ...]:
    """The lower-cased words, all apostrophes straight, as the counts have them."""
    low = tokens(document).lower
    if "’" not in document.text:
        return low
    return tuple(" ".join(low).replace("’", "'").split(" "))  # Words hold no spaces; one pass instead of hundreds.


def exchanged(document: Document) -> Iterator[tuple[int, str, float]]:
    """Place, natural word and weight of every likely exchange."""
    low, table, (behind, before), innocent = _plain_words(document), exchanges(), _contexts(), _innocent()
    around = ("", *low, "")
    for at in compress(count(), map(table.__contains__, low)):
        said, left, right = low[at], around[at], around[at + 2]
        called = left in behind and said in _doubted_behind(left)
        if not called and not (right in before and said in _doubted_before(right)):
            continue
        best, meant = _likeliest(
            said,
            behind.get(left) if adjacent(document, at - 1, at) else None,
            before.get(right) if adjacent(document, at, at + 1) else None,
        )
        if best > 0 and (known := innocent.get(f"{said} {meant}", 0)) < _COMMON:
            yield at, meant, min(best, _MOST_BITS) / _UNIT_BITS / (1 + known)


def adjacent(document: Document, first: int, last: int) -> bool:
    """Whether both words are there, and nothing but spaces between them."""
    everything = tokens(document)
    if first < 0 or last >= len(everything):
        return False
    return all(gap == " " or not gap.strip(" ") for gap in everything.gaps[first + 1 : last + 1])
