"""What a paraphrasing machine leaves alone: the small words of grammar (Stamatatos 2011), and names and numbers, in order."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from auditor.text.shingles import Hashes, word_hashes

# The commonest words of English whose meaning is grammar, without those that paraphrasing machines do exchange ("in":
# "within", "will": "is going to", "more": "extra").
_SMALL = (
    "the of and to a that is was for it with as on he by at be this had are but from or have an they which you were his "
    "not has their its been who would she we i her him our my if there them than"
)
# Capitalised wherever they open a sentence, in titles, or always; they are no names.
_NO_NAMES = (
    "the a an in on at and but he she it they we i you this that these those as for if when while after before since "
    "there his her their its our my mr mrs ms with by from to of not so what who why how no or is are was were be"
)
# Behind these a capital says nothing. A colon opens what somebody says, a quotation mark what was said.
_OPENS = frozenset('.!?:;"“”‘\n\r\t-–—•|')
# Bytes that a name or a number begins with: capitals and digits of ASCII, and the letters beyond it.
_DIGIT = np.array([48 <= byte < 58 for byte in range(256)])
_BEGINS = np.array([48 <= byte < 58 or 65 <= byte < 91 or byte > 127 for byte in range(256)])
# Entries of a table that the low bits of a hash point into: so many that no two words of one list above share one.
_PLACES = 1 << 10


@lru_cache(maxsize=2)
def _table(words: str) -> Hashes:
    found = np.zeros(_PLACES, np.uint32)
    hashes = word_hashes(words)[0]
    found[hashes & (_PLACES - 1)] = hashes
    return found


def _among(hashes: Hashes, words: str) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = _table(words)[hashes & (_PLACES - 1)] == hashes
    return found


def small_words(hashes: Hashes) -> Hashes:
    """Of the hashes of words, those of small words, in order."""
    return hashes[_among(hashes, _SMALL)]


def named(hashes: Hashes, first: NDArray[np.uint8], gaps: Sequence[str]) -> Hashes:
    """Of the hashes of words, those of the last of each run of capitals or numbers: of "Gen. Anton Reiss", "Reiss".

    `first` are the bytes that the words begin with, `gaps` what stands before each: a capital that opens a sentence
    says nothing, so that a single such word is left out.
    """
    places = (_BEGINS[first] & ~_among(hashes, _NO_NAMES)).nonzero()[0]
    if not len(places):
        return hashes[:0]
    kept = np.ones(len(places), np.bool_)
    np.not_equal(places[1:], places[:-1] + 1, out=kept[:-1])
    alone = kept & ~_DIGIT[first[places]]
    alone[1:] &= kept[:-1]
    rows = alone.nonzero()[0]
    before = map(gaps.__getitem__, places[rows].tolist())
    kept[rows] = [gap == " " or (bool(gap) and _OPENS.isdisjoint(gap[-2:])) for gap in before]
    return hashes[places[kept]]
