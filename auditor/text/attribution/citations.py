"""Links and citation lines at the foot of a text: "Source: Harbour Post", "Source link : https://…", a line of outlets.

Anybody can write one, so it says where a text claims to be from and vouches for nothing.
"""

import re
from collections.abc import Iterator

from auditor.model import Document, Span
from auditor.text.attribution.kinds import ContentKind, Kind
from auditor.text.attribution.nouns import Attribution
from auditor.text.attribution.words import words
from auditor.text.blocks import Block, blocks

# How many paragraphs from the end a citation line may stand.
_FOOT = 8
_FEWEST_LISTED = 3
_ADDRESS = r"(?:https?://|www\.)\S++"
_ITEM = r"(?:(?:The )?[A-ZÀ-Þ][\w’'&.-]*+(?: (?:of |the |and )?[A-ZÀ-Þ][\w’'&.-]*+){0,4}+)"
_LABELLED = re.compile(
    rf"(?P<label>(?:Original )?Sources?(?: link| url)?|Via|Credit|With information from)\s?:\s*+(?P<source>{_ADDRESS}|{_ITEM})",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"{_ITEM}(?:, {_ITEM})++")


def _sources(block: Block) -> Iterator[tuple[tuple[int, int] | None, tuple[int, int]]]:
    """The label, where there is one, and each source of a citation line, by offsets in the block."""
    labelled = _LABELLED.match(block.text)
    if labelled:
        yield labelled.span("label"), labelled.span("source")
    elif _LISTED.fullmatch(block.text) and block.text.count(", ") >= _FEWEST_LISTED - 1:
        at = 0
        for item in block.text.split(", "):
            yield None, (at, at + len(item))
            at += len(item) + 2


def citations(document: Document) -> Iterator[Attribution]:
    """The sources that the foot of a text names, each an attribution of nothing in particular."""
    last = len(words(document).rows)
    for block in blocks(document)[-_FOOT:]:
        if len(block.text) > 300:
            continue
        for label, (start, end) in _sources(block):
            yield Attribution(
                source=Span(block.start + start, block.start + end),
                cue=Span(block.start + label[0], block.start + label[1]) if label else None,
                content=None,
                kind=Kind.NAMED,
                content_kind=ContentKind.FACT,
                speaker=None,
                sentence=max(0, last - 1),
            )
