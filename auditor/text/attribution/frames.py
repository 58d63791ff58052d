"""Attributions by a phrase without a verb: "in her view", "in the words of one negotiator", "by its own account"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from auditor.model import Document, Span
from auditor.text.attribution.extents import Phrase
from auditor.text.attribution.marks import Mark
from auditor.text.attribution.sheet import page
from auditor.text.attribution.spotted import Spotter
from auditor.text.attribution.words import Row, Words

_VIEWS = "view|opinion|words|eyes|estimation|judgment|judgement|telling"
_OWNER = r"his|her|their|its|my|our|(?:[Tt]he )?[A-ZÀ-Þ][\w’'-]*+(?: [A-ZÀ-Þ][\w’'-]*+){0,3}+"
# The phrase with its preposition, its noun, and whose it is, before the noun or behind "of".
_FRAME = re.compile(
    rf"\b[Ii]n (?P<owner>{_OWNER}) (?:{_VIEWS})\b|\b[Ii]n the (?:{_VIEWS}) of (?P<source>[^,.;:“”\"\n]{{2,60}}?)(?=[,.;]| (?:is|was|are|were) |$)|"
    rf"\b[Bb]y (?P<teller>{_OWNER}) (?:own )?(?:account|admission|estimate|reckoning)\b|^Per (?P<paper>the [^,.;:“”\"\n]{{2,60}}?)(?=,)"
)
_NOUNS = Spotter([*_VIEWS.split("|"), "account", "admission", "estimate", "reckoning", "per"])
# What may stand before them, beside a name.
_OWNERS = frozenset("his her their its my our own the".split())
# What has fewer words says nothing.
_FEWEST_SAID = 3
# A longer sentence is none; it bounds the work on a text without stops.
_LONGEST = 2000
_TRIM = " ,;:–—-\n\r\t"


def _content(sentence: str, start: int, end: int) -> tuple[int, int]:
    """What is said, by offsets in the sentence: what stands behind a phrase that opens it, else all before the phrase."""
    first, last = (end, len(sentence)) if start < _FEWEST_SAID else (0, start)
    while first < last and sentence[first] in _TRIM:
        first += 1
    while last > first and sentence[last - 1] in _TRIM:
        last -= 1
    return first, last


def _rows(document: Document, found: Words) -> list[Row]:
    """The sentences that hold such a noun with an owner, or "the", before it."""
    texts, numbers = found.tokens.texts, []
    row_of = page(document).row_of
    for at in _NOUNS.places(document):
        before = texts[at - 1] if at else ""
        if texts[at] == "Per" or before[:1].isupper() or before in _OWNERS:
            numbers.append(int(row_of[at]))
    return [found.rows[number] for number in dict.fromkeys(numbers) if number >= 0]


def frames(document: Document, found: Words) -> Iterator[Mark]:
    """All such attributions, in order."""
    starts = found.tokens.starts
    for row in _rows(document, found):
        sentence = row.sentence
        if len(sentence.text) > _LONGEST:
            continue
        for match in _FRAME.finditer(sentence.text):
            group = match.lastgroup or "owner"
            first, last = (bisect_left(starts, sentence.start + at) for at in match.span(group))
            begin, end = _content(sentence.text, match.start(), match.end())
            if first < last and sentence.text.count(" ", begin, end) >= _FEWEST_SAID - 1:
                yield Mark(
                    row,
                    Phrase(first, last, last - 1),
                    Span(sentence.start + match.start(), sentence.start + match.end()),
                    Span(sentence.start + begin, sentence.start + end),
                )
