"""Hashes of every run of words, all runs of a text at once.

Hashing 700 joined strings costs 0.5 ms. Here each word is hashed once and remembered, the words' hashes stand as the
64-bit lanes of one long integer, and five multiplications of that integer give a linear combination (as in Karp and
Rabin 1987, but with random coefficients) of every five neighbours: 0.05 ms.
"""

import sys
from array import array
from collections.abc import Iterable
from zlib import crc32

# Random odd numbers under 2**29: five products with 32-bit hashes fit a 64-bit lane, and each is one digit of a long
# integer, which makes the multiplications linear.
_COEFFICIENTS = (0x1E3779B1, 0x05EBCA77, 0x12B2AE3D, 0x07D4EB2F, 0x165667B1)
_LANE = 64
_LOW = 0xFFFFFFFF
RUN = len(_COEFFICIENTS)
# Words remembered: a day of news has about 60,000; beyond, the memory is emptied, so that hostile text cannot fill it.
_REMEMBERED = 1 << 17


class _Hashes(dict[str, int]):
    def __missing__(self, word: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        # crc32 alone is linear, so that words of one length differ by a constant; a multiplication breaks that.
        code = crc32(word.encode("utf-8", "surrogatepass")) * 0x9E3779B1 & _LOW
        self[word] = code = code ^ code >> 15
        return code


_hash_of = _Hashes().__getitem__


def _little(lanes: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        lanes = lanes[:]
        lanes.byteswap()
    return lanes


def run_hashes(words: Iterable[str], size: int = RUN) -> "array[int]":
    """32-bit hashes of every run of `size` (at most 5) words, in their order."""
    single = array("Q", map(_hash_of, words))
    count = len(single)
    if count < size:
        return array("I")
    packed = int.from_bytes(_little(single).tobytes(), "little")
    total = 0
    for place, factor in enumerate(_COEFFICIENTS[:size]):
        total += (packed >> _LANE * place) * factor
    # The low bits of a sum depend on the low bits of its parts alone, the middle ones on all: 32 of them, from the 13th.
    halves = array("I")
    halves.frombytes((total >> 13).to_bytes(_LANE // 8 * count, "little"))
    return _little(halves)[: 2 * (count - size) + 1 : 2]
