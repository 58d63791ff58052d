"""How dense evidence stands where it stands: rates that no clean text beside it can thin out.

A rate over a whole text falls with every harmless line that is pasted behind it. So words are counted only from the
first piece of evidence to the last, and between two neighbours up to a limit: what is added before, behind or in a lump
between changes nothing, and neither does to take clean paragraphs away or to say the text twice.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from math import fsum

from auditor.text.tokens import Tokens


def stretch(places: Iterable[int], most: int) -> int:
    """The words from the first of the places to the last (all by number of word), at most so many between two."""
    return sum(min(most, later - earlier) for earlier, later in pairwise(sorted(places)))


def density(weights: Iterable[float], places: Iterable[int], most: int, added: int) -> float:
    """The weight of some pieces in 1,000 words of their stretch, to which so many words are added."""
    return 1000 * fsum(weights) / (stretch(places, most) + added)


def word_at(words: Tokens, offset: int) -> int:
    """The number of the word that stands at an offset of the text."""
    return bisect_right(words.starts, offset) - 1
