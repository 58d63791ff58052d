"""Hashes of every word and of every run of words, all of a text at once.

Hashing 700 joined strings costs 0.5 ms, and a memory of word hashes is cold whenever it is asked. Here a word's hash is
the difference of two prefix sums of characters times powers of an odd number (Karp and Rabin 1987), a run's a linear
combination of its words', and nothing is done word by word: 0.1 ms.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint32]

# Random odd numbers. All arithmetic wraps around, which makes it modulo 2**64 or 2**32.
_BASE, _MIX = 0xD1342543DE82EF95, np.uint64(0x9E3779B97F4A7C15)
_COEFFICIENTS = np.array(
    [
        0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1,
        0xD6E8FEB9, 0xA0761D65, 0xE7037ED1, 0x8EBC6AF1, 0x589965CD,
    ],
    np.uint32,
)  # fmt: skip
# The low bits of a sum depend on the low bits of its parts alone, the highest on all.
_HIGH = np.uint64(32)
_SPACE = ord(" ")
# Powers are kept for texts of up to so many bytes; a longer one has its own made.
_USUAL = 1 << 14


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    return np.cumprod(np.full(count, base, np.uint64), dtype=np.uint64)


def _made(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of the base and of its inverse."""
    return _powers(_BASE, count), _powers(pow(_BASE, -1, 1 << 64), count)


@lru_cache(maxsize=1)
def _usual() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    return _made(_USUAL)


def word_hashes(line: str) -> Hashes:
    """A 32-bit hash of each word of a line of words with one space between them, whatever apostrophe they have."""
    written = np.frombuffer(f" {line} ".replace("’", "'").encode("utf-8", "surrogatepass"), np.uint8)
    powers, inverse = _usual() if len(written) <= _USUAL else _made(len(written))
    spaces = np.flatnonzero(written == _SPACE)
    sums = np.cumsum(written * powers[: len(written)])[spaces]
    mixed = (sums[1:] - sums[:-1]) * inverse[spaces[:-1]]
    mixed ^= mixed >> _HIGH
    mixed *= _MIX
    return (mixed >> _HIGH).astype(np.uint32)


def run_hashes(hashes: Hashes, size: int) -> Hashes:
    """32-bit hashes of every run of `size` (at most 10) words, in their order, from the words' own."""
    return np.correlate(hashes, _COEFFICIENTS[:size]) if len(hashes) >= size else hashes[:0]
