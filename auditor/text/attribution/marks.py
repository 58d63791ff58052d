"""Attributions by a mark instead of a word: "Doe: We shall see", and a quotation signed "— Jane Doe".

A colon has many uses, so what stands before it must be somebody: a full name, the surname of one whom the text names in
full, a poll or report, or a speaker in capitals whose turn comes again.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Set
from typing import NamedTuple

from auditor.model import Document, Span
from auditor.text.attribution.extents import Phrase
from auditor.text.attribution.rows import row_at
from auditor.text.attribution.words import Row, Words, words
from auditor.text.blocks import Kind
from auditor.text.persons import full_names, given_names
from auditor.text.quotes import quotations
from auditor.text.view import view

_NAME = r"[A-ZÀ-Þ][\w’'-]*+"
# At the head of a paragraph, with what follows: a name, a colon, and a sentence.
_TURN = re.compile(
    rf"[“\"]?(?!Related|Updated?|Note|Advertisement)(?P<name>{_NAME}(?: (?:{_NAME}|[A-Z]\.)){{0,3}}+):(?=\s*+(?P<quote>[“\"‘']?)[A-ZÀ-Þ]\S*+\s\S)"
)
# At the foot of one: the end of a quotation, a dash, a full name, and maybe where the words were read.
_SIGNED = re.compile(
    rf"[”\"](?:\s|\xa0)*+(?P<dash>―|—|–|--|-)(?:\s|\xa0)*+(?P<name>(?:{_NAME}|[A-Z]\.)(?: (?:{_NAME}|[A-Z]\.)){{1,3}}+)(?:, {_NAME}(?: {_NAME}){{0,2}}+)?(?: \(@\w+\).{{0,30}})?[.\s]*+$"
)
_DASHES = ("―", "—", "–", "-")
_LONGEST_NAME, _LONGEST_SIGNATURE = 50, 90
# "Doe: Now or never." is a label as often as a quotation.
_FEWEST_SAID = 6
# A text of more labels is a list; the bound keeps what is looked up all over the text to a tenth of a second a megabyte.
_MOST_LABELS = 100
_PAPERS = frozenset("Poll Polls Report Study Survey".split())


class Mark(NamedTuple):
    """A mark with its sentence, the words of the source, its own place, and what is said."""

    row: Row
    source: Phrase
    span: Span
    content: Span


def _turns(document: Document) -> Iterator[tuple[Row, re.Match[str]]]:
    """Sentences that begin their paragraph with a name and a colon."""
    text = document.text
    at = text.find(":")
    while at >= 0:
        if _may_open(text, at) and (row := row_at(document, at)):
            sentence = row.sentence
            opens = sentence.start == sentence.block.start and sentence.block.kind is not Kind.BULLET
            if opens and at < sentence.start + _LONGEST_NAME and (match := _TURN.match(sentence.text)):
                yield row, match
            at = max(at, sentence.end - 1)
        at = text.find(":", at + 1)


def _may_open(text: str, at: int) -> bool:
    """Whether a paragraph may begin so short before offset `at`: a line does, or the space that leads one."""
    before = text[max(0, at - _LONGEST_NAME - 1) : at]
    return len(before) <= _LONGEST_NAME or "\n" in before or "\r" in before or before[0].isspace()


def _surnames(document: Document, labels: Set[str]) -> frozenset[str]:
    """The surnames of those whom the text names in full, if any of the labels may be one."""
    # The cheap test first: most labels are no names.
    if len(labels) <= _MOST_LABELS and not any(f" {label}" in document.text for label in labels):
        return frozenset()
    return frozenset(name.surname for name in full_names(document) if name.given in given_names())


def _phrase(found: Words, start: int, end: int) -> Phrase:
    starts = found.tokens.starts
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    return Phrase(first, last, last - 1)


def _colons(document: Document, found: Words) -> Iterator[Mark]:
    turns = list(_turns(document))
    if not turns:
        return
    counts = Counter(match["name"] for _, match in turns)
    surnames = _surnames(document, {name.split(" ")[-1].capitalize() for name in counts})
    quoted = {match["name"] for _, match in turns if match["quote"]}
    # Those who are quoted, and of whom the text speaks elsewhere too.
    known = {name for name in quoted if document.text.count(name) > counts[name]} if len(quoted) <= _MOST_LABELS else ()
    for row, match in turns:
        name, parts = match["name"], match["name"].split(" ")
        speaks = (
            (len(parts) > 1 and parts[0].capitalize() in given_names())
            or (parts[-1].capitalize() in surnames and (name.isupper() or row.last - row.first >= _FEWEST_SAID))
            or name in _PAPERS
            or (bool(match["quote"]) and name in known)
            or (name.isupper() and len(name) > 2 and counts[name] > 1 and len(counts) > 1)
        )
        if speaks:
            sentence = row.sentence
            start = sentence.start + match.start("name")
            colon = Span(sentence.start + match.end() - 1, sentence.start + match.end())
            yield Mark(row, _phrase(found, start, colon.start), colon, Span(colon.end + 1, sentence.block.end))


def _signatures(document: Document, found: Words) -> Iterator[Mark]:
    text = document.text
    for quoted in quotations(document):
        # The cheap test first.
        if not text[quoted.end : quoted.end + 4].lstrip().startswith(_DASHES):
            continue
        row = row_at(document, quoted.start)
        if row is None:
            continue
        block = row.sentence.block
        end = _signature_end(text, quoted.end)
        if not block.end <= end <= quoted.end + _LONGEST_SIGNATURE:
            continue
        if match := _SIGNED.match(text, quoted.end - 1, end):
            source = _phrase(found, *match.span("name"))
            if source.first < source.last:
                yield Mark(
                    row_at(document, end - 1) or row,
                    source,
                    Span(*match.span("dash")),
                    Span(block.start, match.start() + 1),
                )


def _signature_end(text: str, quoted_end: int) -> int:
    """The end of the line that holds the dash behind a quotation, which may be the next one; -1 where that is far off."""
    behind = text[quoted_end : quoted_end + _LONGEST_SIGNATURE + 1]
    end = behind.find("\n", len(behind) - len(behind.lstrip()))
    if end >= 0:
        return quoted_end + end
    return len(text) if quoted_end + len(behind) == len(text) else -1


@view
def marks(document: Document) -> tuple[Mark, ...]:
    """All such attributions, in order of their sources."""
    found = words(document)
    return tuple(sorted((*_colons(document, found), *_signatures(document, found)), key=lambda mark: mark.source))
