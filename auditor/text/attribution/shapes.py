"""Word shapes: the little that the cue and source models see of a word beside itself.

A word of the closed classes is its own shape; any other is its capitals, digits or ending. No tagger: the budget of the
whole family is 0.7 ms an article.
"""

import re
from functools import lru_cache

from auditor.text.attribution.lists import listed

CLOSED = listed("closed")
_ENDINGS = ("ing", "ly", "ed", "ers", "ors", "ists", "tion", "ment")
# The shapes of all other words: a number, a possessive, a name, an ending, a plural, anything else.
CLASSES = ("0", "Xs", "xs", "X", *("-" + ending for ending in _ENDINGS), "-s", "x")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_STEM = re.compile(r"(?:e|ed|es|ing|s|ies|ied|y)$")


def shape(word: str) -> str:
    """The shape of one word as it is written."""
    low = word.lower().replace("’", "'")
    if low in CLOSED:
        return low
    if low[0].isdigit():
        return "0"
    capital = word[0].isupper()
    if low.endswith(_POSSESSIVE):
        return "Xs" if capital else "xs"
    if capital:
        return "X"
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return "-" + ending
    return "-s" if low.endswith("s") else "x"


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A verb's forms under one key ("argue", "argues", "arguing"): the ending cut, a doubled consonant halved."""
    cut = _STEM.sub("", word)
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsf":
        cut = cut[:-1]
    return cut


def gap(between: str) -> str:
    """What stands between two words: "_" for space, "Q(" or "Q)" for a quote mark that opens or closes, else the mark."""
    marks = between.strip()
    if not marks:
        return "_"
    if "“" in marks or "«" in marks or "``" in marks:
        return "Q("
    if "”" in marks or "»" in marks:
        return "Q)"
    if '"' in marks or "''" in marks:
        # These do not say which; they close next to a word or stop, and open behind a space.
        return "Q)" if between[-1:].isspace() and not between[:1].isspace() else "Q("
    return marks[0]
