"""Names: runs of capitalised words, and the persons among them."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from auditor.model import Document, Span
from auditor.text.sentences import Sentence, sentences
from auditor.text.view import view

# A capitalised word, maybe behind initials ("T.J. Yates"); then further ones, with up to two small words ("of the",
# "van") or one initial ("George W. Bush") before each.
_PART = r"(?![A-Z]\.)[A-ZÀ-ÞĀ-Ž][\w’'-]*+"
_SMALL = r"(?:(?:of|the|and|for|van|von|de|del|della|da|dos|bin|ibn|al|el) ){0,2}"
NAME = re.compile(rf"(?:(?:[A-Z]\. ?){{1,4}}+(?=[A-Z]))?{_PART}(?: {_SMALL}(?:[A-Z]\. (?=[A-Z]))?{_PART})*+")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words inside one sentence."""

    span: Span
    text: str
    words: tuple[str, ...]
    sentence: Sentence


@view
def names(document: Document) -> tuple[Name, ...]:
    """All capitalised runs in order, inner function words ("of", "for the") included; tables have none."""
    everything = sentences(document)
    starts = [sentence.start for sentence in everything]
    found = []
    for match in NAME.finditer(document.text):
        row = bisect_right(starts, match.start()) - 1
        if row >= 0 and match.end() <= everything[row].end:
            span = Span(match.start(), match.end())
            found.append(Name(span, match[0], tuple(match[0].split(" ")), everything[row]))
    return tuple(found)
