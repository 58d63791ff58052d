"""The words of a list in a text, without a look at every word of it.

A dictionary is cold whenever it is asked, so to look up 20 words costs as much as to compare the hashes of all 600 words
of an article with a small table (3 µs); only what the table lets through is looked at as a string.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from auditor.model import Document
from auditor.text.shingles import hashed, word_hashes
from auditor.text.tokens import tokens
from auditor.text.view import view

# A table of 2 to the power of this: at 60 words listed it lets one in 300 others through.
_BITS = 14
_SHIFT = np.uint32(32 - _BITS)


@view
def _cells(document: Document) -> npt.NDArray[np.intp]:
    """Of each word its place in the tables."""
    return (hashed(document)[0] >> _SHIFT).astype(np.intp)


class Spotter:
    """Finds the words of one list, in lower case."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._table = np.zeros(1 << _BITS, bool)
        self._table[word_hashes(" ".join(sorted(self.words)))[0] >> _SHIFT] = True

    def places(self, document: Document) -> list[int]:
        """The words of the text that are listed, in any case, by index."""
        low, listed = tokens(document).lower, self.words
        near = self._table.take(_cells(document)).nonzero()[0].tolist()
        return [at for at in near if low[at] in listed]
