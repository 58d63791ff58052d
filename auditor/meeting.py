"""Which signatures may be of one text: candidates meet under the least hashes of their samples (Broder 1997).

Keys are met slice by slice, from a file, and a bucket that many share compares each text with its nearest predecessors
only: nothing is quadratic, and memory is 8 bytes a document beside one slice.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from auditor.shelf import Shelf
from auditor.signature import Signature

# Least hashes that a text is entered under. Two texts of similarity 0.5 share none of 16 once in 65,000 times, two runs
# of small words of similarity 0.25 none of 24 once in 1,000.
_RUN_KEYS = 16
_SMALL_KEYS = 24
# Predecessors in a shared bucket that a text is compared with.
_REACH = 12
# Postings met at a time: 32 MB, and as much again twice while they are sorted.
_AT_ONCE = 1 << 22
# A posting is a key of 33 bits and a document's number of 31.
_NUMBER = np.uint64(31)
_NUMBERS = np.uint64((1 << 31) - 1)
_ODD = np.uint64(0x9E3779B97F4A7C15)

Numbers = NDArray[np.uint64]


def _keys(marks: Signature) -> Numbers:
    small = marks.small.least(_SMALL_KEYS).astype(np.uint64) | np.uint64(1 << 32)
    return np.concatenate((marks.runs.least(_RUN_KEYS).astype(np.uint64), small))


def bands(marks: Signature) -> tuple[int, ...]:
    """33-bit keys, the runs' below 2**32 and the small words' above, under which two signatures that may be copies or spun
    copies meet."""
    return tuple(_keys(marks).tolist())


class Meeting:
    """Signatures by the number of their entering, and who of them may be one text."""

    def __init__(self) -> None:
        self._postings = Shelf()
        self._count = 0

    def close(self) -> None:
        """Lets the file go."""
        self._postings.close()

    def enter(self, marks: Signature) -> None:
        """Enters the next signature."""
        postings = _keys(marks) << _NUMBER | np.uint64(self._count)
        self._postings.write(postings.astype("<u8").tobytes())
        self._count += 1

    def _slice(self, number: int, slices: int, ranks: Numbers) -> Numbers:
        """The postings of one slice of keys, with documents by rank, in order."""
        chosen = [
            chunk[(chunk >> _NUMBER) * _ODD >> np.uint64(40) & np.uint64(slices - 1) == number] if slices > 1 else chunk
            for chunk in self._postings.numbers()
        ]
        postings = np.concatenate(chosen) if chosen else np.zeros(0, np.uint64)
        return np.sort(postings & ~_NUMBERS | ranks[postings & _NUMBERS])

    def candidates(self, ranks: Numbers) -> Iterator[Numbers]:
        """Pairs of documents by their `ranks` (first << 32 | second, the first before the second), a sorted vector a slice."""
        slices = 1 << max(0, len(self._postings) * (_RUN_KEYS + _SMALL_KEYS) // _AT_ONCE).bit_length()
        for number in range(slices):
            postings = self._slice(number, slices, ranks)
            keys, who = postings >> _NUMBER, postings & _NUMBERS
            pairs = []
            for reach in range(1, _REACH + 1):
                met = np.flatnonzero(keys[reach:] == keys[:-reach])
                pairs.append(who[met] << np.uint64(32) | who[met + reach])
            yield np.unique(np.concatenate(pairs))
