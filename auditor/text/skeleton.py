"""What a paraphrasing machine leaves alone: the small words of grammar, in their order (Stamatatos 2011)."""

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
# Entries of a table that the low bits of a hash point into: so many that no two of the words above share one.
_PLACES = 1 << 10


@lru_cache(maxsize=1)
def _table() -> Hashes:
    found = np.zeros(_PLACES, np.uint32)
    hashes = word_hashes(_SMALL)
    found[hashes & (_PLACES - 1)] = hashes
    return found


def small_words(hashes: Hashes) -> Hashes:
    """Of the hashes of words, those of small words, in order."""
    are_small: NDArray[np.bool_] = _table()[hashes & (_PLACES - 1)] == hashes
    return hashes[are_small]
