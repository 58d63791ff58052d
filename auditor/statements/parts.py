"""The simpler statements that a long one contains: "The peso, which had been under pressure, strengthened as investors returned".

A short second statement answers one clause of a long first one. So a long statement is also compared piece by piece: each
stretch between two marks, without what only explains it ("as …", "because …"), without who says it ("the ministry said that"), and
two stretches joined over what is put in between them.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from auditor.model import Span

_MARK = re.compile(r"[,;:–—]\s+|\s[–—-]\s+")
_SAYING = "said|says|announced|confirmed|reported|reports?|found|states|stated|told\\s[^,]{3,40}?|noted|revealed|admits|admitted|discovered|showed|shows"
_TOLD = re.compile(
    rf"[^,;]{{3,90}}?\b(?:{_SAYING})(?:\s(?:on|in|at|last|late|early)\s[^,]{{2,40}}?)?\sthat\s", re.IGNORECASE
)
# What follows explains; a clause of time ("when", "after") is left, since it may tell which time is meant.
_EXPLAINS = re.compile(
    r"\s(?=(?:as|because|although|though|whereas|which|who|despite|amid|following|so\sthat|but"
    r"|and\s(?:has|have|had|is|was|were|are|will|would|now|that|the|it|he|she|they))\b)",
    re.IGNORECASE,
)
# What begins so is a condition, or tells whose word it is.
_CONDITION = re.compile(
    r"(?:according|as\sif|before|had|if|in\scase|provided|should|unless|until|whether)\b", re.IGNORECASE
)
# A statement of so many words or fewer has no parts to speak of; one of more marks is a list.
_SHORTEST, _MARKS = 10, 12
# A part, and what stands before a cut, is at least so many characters long.
_PART, _BEFORE = 15, 12

Ranges = tuple[tuple[int, int], ...]


class Part(NamedTuple):
    """A part of a statement: its text, and the ranges of the statement that it was put together from."""

    text: str
    ranges: Ranges

    def whole(self, span: Span) -> Span:
        """The place in the statement of a place in the part."""
        return Span(self._offset(span.start), self._offset(span.end - 1) + 1)

    def _offset(self, offset: int) -> int:
        for start, end in self.ranges:
            if offset <= end - start:
                return start + offset
            offset -= end - start + 1  # a space joins two ranges
        return self.ranges[-1][1]


def parts(statement: str) -> Iterator[Part]:
    """The parts of a statement, each once."""
    if statement.count(" ") < _SHORTEST:
        return
    for ranges in dict.fromkeys(_parts(statement)):
        if sum(end - start for start, end in ranges) >= _PART:
            text = " ".join(statement[start:end] for start, end in ranges)
            first = text[0].upper()
            yield Part(first + text[1:] if len(first) == 1 else text, ranges)


def _parts(statement: str) -> Iterator[Ranges]:
    stretches = _stretches(statement)
    if len(stretches) > _MARKS:
        return
    for at, (start, end) in enumerate(stretches):
        if _CONDITION.match(statement, start):
            continue
        told = _TOLD.match(statement, start, end)
        openings = [(start, end)] + ([(told.end(), end)] if told else [])
        for opening in openings:
            yield from ((shorter,) for shorter in _shorter(statement, *opening))
            # "The head coach, whose contract runs out, had signed": one or two stretches are put in.
            for further in stretches[at + 2 : at + 4]:
                yield from ((opening, shorter) for shorter in _shorter(statement, *further))


def _stretches(statement: str) -> list[tuple[int, int]]:
    """What stands between two marks."""
    cuts = [(0, 0), *(match.span() for match in _MARK.finditer(statement)), (len(statement), len(statement))]
    return [(end, start) for (_, end), (start, _) in pairwise(cuts) if end < start]


def _shorter(statement: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch, and it without what explains it."""
    yield start, end
    cut = _EXPLAINS.search(statement, start + _BEFORE, end)
    if cut:
        yield start, cut.start()
