"""Words by offsets. Every rule counts the same words."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, islice

from auditor.model import Document
from auditor.text.view import view

# A word with inner apostrophes and hyphens, an abbreviation with dots ("U.S."), or a number with inner marks ("3,200",
# "20th"). Captured whole, so that one `split` gives words and gaps in turn; the frequent case stands first.
WORD = re.compile(r"(\w(?:(?<!\d)(?:\w++(?:['’-]\w++)*+|(?:\.\w)+\.?(?!\w)|(?:['’-]\w++)*+)|\d*+(?:[.,:]\d+)*+\w*+))")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples, one entry a word: as written, in lower case, where it begins, and what stands before it."""

    texts: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    gaps: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.texts)

    def end(self, index: int) -> int:
        """The offset behind word `index`."""
        return self.starts[index] + len(self.texts[index])


@view
def tokens(document: Document) -> Tokens:
    """The words of the text in order."""
    pieces = WORD.split(document.text)
    offsets = accumulate(map(len, pieces))
    texts = tuple(pieces[1::2])
    starts = tuple(islice(offsets, 0, len(pieces) - 1, 2))
    return Tokens(texts, tuple(map(str.lower, texts)), starts, tuple(pieces[:-1:2]))


@view
def word_counts(document: Document) -> Mapping[str, int]:
    """How often each lower-cased word stands in the text."""
    return Counter(tokens(document).lower)


@view
def written_counts(document: Document) -> Mapping[str, int]:
    """How often each word stands in the text as it is written."""
    return Counter(tokens(document).texts)


@view
def forms(document: Document) -> Mapping[str, Mapping[str, int]]:
    """Each lower-cased word to its written forms and their counts: {"turkey": {"Turkey": 9, "turkey": 3}}."""
    found: dict[str, dict[str, int]] = {}
    for text, count in written_counts(document).items():
        found.setdefault(text.lower(), {})[text] = count
    return found
