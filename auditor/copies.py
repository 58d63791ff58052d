"""Signatures to clusters of copies, before anything is judged: copies of one text are one voice.

MinHash by one permutation (Li, Owen, Zhang 2012) over 5-word shingles, banded; candidates are compared by their
signatures.
"""

from collections.abc import Iterable
from zlib import crc32

from auditor.model import Document
from auditor.text.tokens import tokens

Signature = tuple[int, ...]

_BINS = 64
_BAND = 4
_SHINGLE = 5
_EMPTY = 1 << 32


def signature(document: Document) -> Signature:
    """64 bins, each the least hash of the shingles that fall into it; empty for a text under 20 words."""
    words = tokens(document).lower
    if len(words) < 20:
        return ()
    bins = [_EMPTY] * _BINS
    for at in range(len(words) - _SHINGLE + 1):
        code = crc32(" ".join(words[at : at + _SHINGLE]).encode())
        where = code % _BINS
        bins[where] = min(bins[where], code)
    return tuple(bins)


def resemblance(first: Signature, second: Signature) -> float:
    """Estimated Jaccard similarity of two texts' shingles, 0 to 1."""
    used = [(a, b) for a, b in zip(first, second, strict=True) if a != _EMPTY or b != _EMPTY]
    return sum(a == b for a, b in used) / len(used) if used else 0.0


def clusters(signatures: Iterable[tuple[str, Signature]], threshold: float = 0.5) -> dict[str, str]:
    """Each document id to the id of its cluster's representative, the first of them in order."""
    items = sorted(item for item in signatures if item[1])
    leader = {name: name for name, _ in items}
    bands: dict[tuple[int, ...], list[int]] = {}
    for number, (name, marks) in enumerate(items):
        for band in range(0, _BINS, _BAND):
            seen = bands.setdefault((band, *marks[band : band + _BAND]), [])
            for other in seen[:8]:
                if leader[items[other][0]] != leader[name] and resemblance(items[other][1], marks) >= threshold:
                    leader[name] = leader[items[other][0]]
                    break
            seen.append(number)
    return leader


def bands(marks: Signature) -> tuple[int, ...]:
    """63-bit keys under which two signatures that may be copies meet."""
    return tuple(hash((band, *marks[band : band + _BAND])) >> 1 for band in range(0, len(marks), _BAND))
