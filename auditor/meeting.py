"""Which signatures may be of one text: candidates meet under the least hashes of their samples (Broder 1997).

Keys are met slice by slice, from a file, and a bucket that many share pairs each text with its nearest predecessors
only, so that nothing is quadratic. How many keys a pair shares is counted before anything is compared: articles that
quote the same sentence share one, copies many.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing

import numpy as np
from numpy.typing import NDArray

from auditor.shelf import Shelf
from auditor.signature import Signature

# Least hashes of runs, of small words and of names that a text is entered under. Two texts of similarity 0.5 share
# fewer than two of 16 once in 4,000 times, of similarity 0.3 once in 40.
_RUN_KEYS = 16
_SMALL_KEYS = 16
_NAME_KEYS = 16
# Predecessors in a shared bucket that a text is compared with.
REACH = 12
# Postings met at a time: 16 MB, and as much again twice while they are sorted.
_AT_ONCE = 1 << 21
# Files that the pairs of one slice are counted in, and what of each stays in memory.
_PARTS, _PART_IN_MEMORY = 8, 1 << 20
_CHUNK = 1 << 14
# A posting is a key of 34 bits and a document's number of 30.
_NUMBER = np.uint64(30)
_NUMBERS = np.uint64((1 << 30) - 1)
_ODD = np.uint64(0x9E3779B97F4A7C15)

Numbers = NDArray[np.uint64]


def _keys(marks: Signature) -> Numbers:
    small = marks.small.least(_SMALL_KEYS).astype(np.uint64) | np.uint64(1 << 32)
    names = marks.names.least(_NAME_KEYS).astype(np.uint64) | np.uint64(1 << 33)
    return np.concatenate((marks.runs.least(_RUN_KEYS).astype(np.uint64), small, names))


def bands(marks: Signature) -> tuple[int, ...]:
    """34-bit keys under which two signatures that may be of one text meet: of runs, of small words, of names."""
    return tuple(_keys(marks).tolist())


class Meeting:
    """Signatures by the number of their entering, and who of them may be one text.

    `crowded` counts, once the candidates are told, the keys that more signatures share than are compared there.
    """

    def __init__(self) -> None:
        self._postings: Shelf[bytes] = Shelf()
        self._count = 0
        self.crowded = 0

    def close(self) -> None:
        """Lets the file go."""
        self._postings.close()

    def enter(self, marks: Signature) -> None:
        """Enters the next signature."""
        postings = _keys(marks) << _NUMBER | np.uint64(self._count)
        self._postings.write(postings.astype("<u8").tobytes())
        self._count += 1

    def candidates(self, ranks: Numbers, fewest: int) -> Iterator[tuple[int, int]]:
        """Pairs of documents by their `ranks`, the first before the second, that share at least `fewest` keys."""
        slices = 1 << max(0, self._count * (_RUN_KEYS + _SMALL_KEYS + _NAME_KEYS) // _AT_ONCE).bit_length()
        with ExitStack() as stack:
            parts: list[Shelf[bytes]] = [
                stack.enter_context(closing(Shelf(_PART_IN_MEMORY))) for _ in range(_PARTS * slices)
            ]
            for number in range(slices):
                postings = _sliced(self._postings, _NUMBER, number, slices)
                met = np.sort(postings & ~_NUMBERS | ranks[postings & _NUMBERS])
                self.crowded += _crowded(met >> _NUMBER)
                _pair(met, parts)
            for part in parts:
                pairs, shared = np.unique(_whole(part.chunks()), return_counts=True)
                for chunk in _chunks(pairs[shared >= fewest]):
                    yield from ((pair >> 32, pair & 0xFFFFFFFF) for pair in chunk.tolist())


def _whole(chunks: Iterable[Numbers]) -> Numbers:
    return np.concatenate([np.zeros(0, np.uint64), *chunks])


def _chunks(pairs: Numbers) -> Iterator[Numbers]:
    yield from (pairs[at : at + _CHUNK] for at in range(0, len(pairs), _CHUNK))


def _part_of(numbers: Numbers, parts: int) -> Numbers:
    """A number below `parts`, a power of two, by which equal numbers fall together."""
    return numbers * _ODD >> np.uint64(40) & np.uint64(parts - 1)


def _sliced(shelf: Shelf[bytes], shift: np.uint64, number: int, slices: int) -> Numbers:
    """Of the postings of a shelf those whose key falls into this slice."""
    return _whole(chunk[_part_of(chunk >> shift, slices) == number] for chunk in shelf.chunks())


def _crowded(keys: Numbers) -> int:
    """How many of the sorted keys stand there more often than a text and its nearest predecessors."""
    return len(np.unique(keys[REACH + 1 :][keys[REACH + 1 :] == keys[: -REACH - 1]]))


def _pair(postings: Numbers, parts: list[Shelf[bytes]]) -> None:
    """Writes each pair of neighbours in a bucket of the sorted postings to the part where all its meetings are."""
    keys, who = postings >> _NUMBER, postings & _NUMBERS
    for reach in range(1, REACH + 1):
        met = np.flatnonzero(keys[reach:] == keys[:-reach])
        pairs = who[met] << np.uint64(32) | who[met + reach]
        which = _part_of(pairs, len(parts))
        order = np.argsort(which, kind="stable")
        for part, some in zip(
            parts, np.split(pairs[order], np.searchsorted(which[order], range(1, len(parts)))), strict=True
        ):
            part.write(some.tobytes())
