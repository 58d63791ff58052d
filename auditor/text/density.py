"""How dense evidence stands where it stands: rates that no clean text beside it can thin out.

A rate over a whole text falls with every harmless line that is pasted behind it. So words are counted only from the
first piece of evidence to the last, and between two neighbours up to a limit: what is added before, behind or in a lump
between changes little, and neither does to take clean paragraphs away or to say the text twice. Runs of sentences that
only bring one more speaker each count for nothing.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import fsum

from auditor.model import Document
from auditor.text.rollcall import roll_calls
from auditor.text.tokens import Tokens, tokens


def stretch(places: Iterable[int], most: int) -> int:
    """The words from the first of the places to the last (all by number of word), at most so many between two."""
    return sum(min(most, later - earlier) for earlier, later in pairwise(sorted(places)))


def density(weights: Iterable[float], places: Iterable[int], most: int, added: int) -> float:
    """The weight of some pieces in 1,000 words of their stretch, to which so many words are added."""
    return 1000 * fsum(weights) / (stretch(places, most) + added)


def _without(places: Iterable[int], lines: Iterable[tuple[int, int]]) -> list[int]:
    """The places as they would be without the lines, given by their words; a line that holds one of them counts."""
    found = sorted(places)
    for first, last in sorted(lines, reverse=True):
        behind = bisect_right(found, last)
        if behind == bisect_right(found, first):
            found[behind:] = [place - (last - first) for place in found[behind:]]
    return found


def own_density(
    document: Document, weights: Sequence[float], places: Sequence[int], most: int, added: int, least: float
) -> float:
    """The density in the text without its roll calls, which are looked for only where it is `least` at all."""
    plain = density(weights, places, most, added)
    if plain < least:
        return plain
    words = tokens(document)
    lines = [(word_at(words, start), word_at(words, end)) for start, end in roll_calls(document)]
    return density(weights, _without(places, lines), most, added) if lines else plain


def word_at(words: Tokens, offset: int) -> int:
    """The number of the word that stands at an offset of the text."""
    return bisect_right(words.starts, offset) - 1
