"""A document's signature: so much of its text's runs of words as tells, without the text, how like another it is.

Runs are sampled by their hash (those divisible by a power of two: FracMinHash; Irber et al. 2022), so that two samples
estimate the Jaccard similarity of the whole without bias, whatever the lengths; the samples' bottom hashes (Broder
1997) are what candidates meet under.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from auditor.model import Document
from auditor.text.shingles import RUN, run_hashes
from auditor.text.skeleton import skeleton
from auditor.text.tokens import tokens

# Between 128 and 256 of a text's runs are kept: a standard error of at most 0.044 at a similarity of 0.5, in 1 KB.
MOST = 256
# A shorter text is no article, and two teasers of ten words may agree by chance.
_FEWEST_WORDS = 12
# Three names or numbers in a row are one feature of the skeleton.
_NAMES = 3
_WHOLE = 1 << 62


@dataclass(frozen=True, slots=True)
class Sample:
    """The sorted 32-bit hashes that 2**`scale` divides, four bytes each."""

    hashes: bytes = b""
    scale: int = 0

    def bottom(self, count: int) -> "array[int]":
        """The `count` least hashes."""
        return array("I", self.hashes[: 4 * count])


def _scale(count: int, most: int) -> int:
    """So that between half of `most` and `most` of `count` hashes stay; no more than a 256th is needed to tell."""
    return min(8, (max(0, count - 1) // most).bit_length())


@lru_cache(maxsize=9)
def _divisible(scale: int) -> bytes:
    return bytes(not code & (1 << scale) - 1 for code in range(256))


def _chosen(hashes: "array[int]", scale: int) -> bytes:
    """A byte a hash: whether 2**`scale` divides it. Its low byte tells, and `bytes` does it for all at once."""
    return hashes.tobytes()[:: hashes.itemsize].translate(_divisible(scale))


def _sample(hashes: Iterable[int], scale: int) -> Sample:
    return Sample(array("I", sorted(set(hashes))).tobytes(), scale)


@lru_cache(maxsize=1 << 12)
def _set(of: Sample, scale: int) -> frozenset[int]:
    mask = (1 << scale) - 1
    return frozenset(code for code in array("I", of.hashes) if not code & mask)


def overlap(first: Sample, second: Sample) -> tuple[int, int]:
    """How many hashes the two share and how many they hold together, at the coarser of their scales."""
    scale = max(first.scale, second.scale)
    a, b = _set(first, scale), _set(second, scale)
    shared = len(a & b)
    return shared, len(a) + len(b) - shared


@dataclass(frozen=True, slots=True)
class Signature:
    """Samples of the runs of five words, of those of ten, and of three names or numbers that follow each other."""

    runs: Sample
    long_runs: Sample
    names: Sample

    def __bool__(self) -> bool:
        return bool(self.runs.hashes)


EMPTY = Signature(Sample(), Sample(), Sample())


def signature(document: Document, most: int = MOST) -> Signature:
    """The document's signature, its samples holding about `most` hashes at the utmost; empty under 12 words."""
    words = tokens(document).lower
    if len(words) < _FEWEST_WORDS:
        return EMPTY
    runs, names = run_hashes(words), run_hashes(skeleton(document), _NAMES)
    scale = _scale(len(runs), most)
    chosen = _chosen(runs, scale)
    kept = list(compress(runs, chosen))
    # A ten-word run goes with its first five words, whose low bits it keeps so that it can be sampled as they are.
    long_runs = [
        (first * 0x1B873593 + second * 0x0C2B2AE5 >> 13 & 0xFFFF) << 16 | first & 0xFFFF
        for first, second in zip(kept, compress(runs[RUN:], chosen), strict=False)
    ]
    names_scale = _scale(len(names), most)
    return Signature(
        _sample(kept, scale),
        _sample(long_runs, scale),
        _sample(compress(names, _chosen(names, names_scale)), names_scale),
    )


def whole(document: Document) -> Signature:
    """The signature that keeps every run: exact, and some four times larger."""
    return signature(document, _WHOLE)
