"""Names: runs of capitalised words, and the persons among them."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from auditor.model import Document, Span
from auditor.text.sentences import Sentence, sentences
from auditor.text.view import view

# A capitalised word, maybe behind initials ("T.J. Yates"); then further ones, with up to two small words ("of the",
# "van") or one initial ("George W. Bush") before each. It begins with a plain class, which the engine scans for: four
# times as fast as a group that may be missing.
_PART = r"(?![A-Z]\.)[A-ZÀ-ÞĀ-Ž][\w’'-]*+"
_SMALL = r"(?:(?:of|the|and|for|van|von|de|del|della|da|dos|bin|ibn|al|el) ){0,2}"
_INITIALS = rf"(?<=[A-Z])\. ?(?:[A-Z]\. ?){{0,3}}+(?=[A-Z]){_PART}"
NAME = re.compile(rf"[A-ZÀ-ÞĀ-Ž](?:{_INITIALS}|(?!(?<=[A-Z])\.)[\w’'-]*+)(?: {_SMALL}(?:[A-Z]\. (?=[A-Z]))?{_PART})*+")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words inside one sentence."""

    start: int
    text: str
    sentence: Sentence

    @property
    def span(self) -> Span:
        """The run's place in the text."""
        return Span(self.start, self.start + len(self.text))

    @property
    def words(self) -> tuple[str, ...]:
        """The run, word by word."""
        return tuple(self.text.split(" "))


@view
def names(document: Document) -> tuple[Name, ...]:
    """All capitalised runs in order, inner function words ("of", "for the") included; tables have none."""
    everything = sentences(document)
    starts = [sentence.start for sentence in everything]
    found = []
    for match in NAME.finditer(document.text):
        row = bisect_right(starts, match.start()) - 1
        if row >= 0 and match.end() <= everything[row].end:
            found.append(Name(match.start(), match[0], everything[row]))
    return tuple(found)
