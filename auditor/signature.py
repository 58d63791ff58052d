"""A document's signature: so much of its text's runs of words as tells, without the text, how like another it is.

Runs are sampled by their hash (those divisible by a power of two: FracMinHash; Irber et al. 2022), so that two samples
estimate the Jaccard similarity of the whole without bias, whatever the lengths; the samples' bottom hashes (Broder
1997) are what candidates meet under.
"""

from dataclasses import dataclass

import numpy as np

from auditor.model import Document
from auditor.text.shingles import Hashes, hashed, run_hashes
from auditor.text.skeleton import named, small_words
from auditor.text.tokens import tokens

# Between 128 and 256 of a text's runs are kept: a standard error of at most 0.044 at a similarity of 0.5, in 1 KB.
MOST = 256
# A shorter text is no article, and two teasers of ten words may agree by chance.
_FEWEST_WORDS = 12
_RUN = 5
# Small words that are one feature (Stamatatos 2011 takes 8 to 11). Of all pairs among 8,369 genuine articles that share
# a tenth of such runs of seven, none shares fewer than half as many of its runs of five words.
_SMALL_WORDS = 7
# Names and numbers that are one feature.
_NAMES = 3
_WHOLE = 1 << 62
# No sample is coarser than one hash in 256.
_COARSEST = 8


@dataclass(frozen=True, slots=True)
class Sample:
    """The sorted 32-bit hashes that 2**`scale` divides, four bytes each."""

    hashes: bytes = b""
    scale: int = 0

    def least(self, count: int) -> Hashes:
        """The `count` least hashes."""
        return np.frombuffer(self.hashes[: 4 * count], "<u4")

    def at(self, scale: int) -> Hashes:
        """The hashes that 2**`scale` divides, which is no finer than the sample's own."""
        held = np.frombuffer(self.hashes, "<u4")
        return held if scale == self.scale else held[held & _low(scale) == 0]


def _low(bits: int) -> np.uint32:
    """The number whose low bits alone are set."""
    return np.uint32((1 << bits) - 1)


def _scale(count: int, most: int) -> int:
    """So that between half of `most` and `most` of `count` hashes stay; no more than a 256th is needed to tell."""
    return min(_COARSEST, (max(0, count - 1) // most).bit_length())


def _sample(hashes: Hashes, scale: int) -> Sample:
    """Of the hashes, all of which 2**`scale` divides, each once."""
    if not len(hashes):
        return Sample(b"", scale)
    ordered = hashes.copy()
    ordered.sort()
    once = np.unique(ordered) if (ordered[1:] == ordered[:-1]).any() else ordered
    return Sample(once.astype("<u4", copy=False).tobytes(), scale)


def _sampled(hashes: Hashes, most: int) -> Sample:
    scale = _scale(len(hashes), most)
    return _sample(hashes[hashes & _low(scale) == 0] if scale else hashes, scale)


def overlap(first: Sample, second: Sample) -> tuple[int, int]:
    """How many hashes the two share and how many they hold together, at the coarser of their scales."""
    scale = max(first.scale, second.scale)
    both = np.concatenate((first.at(scale), second.at(scale)))
    both.sort()
    shared = int(np.count_nonzero(both[1:] == both[:-1]))
    return shared, len(both) - shared


@dataclass(frozen=True, slots=True)
class Signature:
    """Samples of the runs of five words, of those of ten, of seven small words, and of three names or numbers."""

    runs: Sample
    long_runs: Sample
    small: Sample
    names: Sample

    def __bool__(self) -> bool:
        return bool(self.runs.hashes)


EMPTY = Signature(Sample(), Sample(), Sample(), Sample())


def signature(document: Document, most: int = MOST) -> Signature:
    """The document's signature, its samples holding about `most` hashes at the utmost; empty under 12 words."""
    words = tokens(document)
    if len(words) < _FEWEST_WORDS:
        return EMPTY
    hashes, first = hashed(document)
    runs = run_hashes(hashes, _RUN)
    scale = _scale(len(runs), most)
    chosen = (runs & _low(scale) == 0).nonzero()[0]
    kept = runs[chosen]
    # A ten-word run goes with its first five words, whose low bits it keeps, so that the two are sampled alike.
    opening = chosen[: chosen.searchsorted(len(runs) - _RUN)]
    long_kept = kept[: len(opening)] + (runs[opening + _RUN] << np.uint32(_COARSEST))
    return Signature(
        _sample(kept, scale),
        _sample(long_kept, scale),
        _sampled(run_hashes(small_words(hashes), _SMALL_WORDS), most),
        _sampled(run_hashes(named(hashes, first, words.gaps), _NAMES), most),
    )


def whole(document: Document) -> Signature:
    """The signature that keeps every run: exact, and some four times larger."""
    return signature(document, _WHOLE)
