"""Quotations by offsets: straight and curly, and the unclosed ones that run over several paragraphs."""

import re
from bisect import bisect_right

from auditor.model import Document, Span
from auditor.text.blocks import blocks
from auditor.text.view import view

# A quote mark opens at the start of a word and closes behind one; 1,200 characters is beyond any quotation in one
# paragraph of the development data, and bounds the search.
_OPEN = re.compile(r"[“«]|(?<![\w\"])\"(?=\S)")
_CLOSE = {"“": re.compile(r"”|(?<=[\w.,!?…])\"(?!\w)"), "«": re.compile("»"), '"': re.compile(r"(?<=\S)[\"”](?!\w)")}


@view
def quotations(document: Document) -> tuple[Span, ...]:
    """The quoted passages with their marks, in order, never overlapping.

    A paragraph whose quotation is not closed counts as quoted to its end when the next paragraph opens one, or when it
    is a whole quoted paragraph; otherwise a stray mark quotes nothing.
    """
    found: list[Span] = []
    everything = blocks(document)
    for number, block in enumerate(everything):
        if not any(mark in block.text for mark in _CLOSE):
            continue
        at = 0
        while opening := _OPEN.search(block.text, at):
            closing = _CLOSE[opening[0]].search(block.text, opening.end())
            if closing:
                found.append(Span(block.start + opening.start(), block.start + closing.end()))
                at = closing.end()
                continue
            after = everything[number + 1].text if number + 1 < len(everything) else ""
            if after[:1] == opening[0]:
                found.append(Span(block.start + opening.start(), block.end))
            break
    return tuple(found)


@view
def _starts(document: Document) -> tuple[int, ...]:
    return tuple(span.start for span in quotations(document))


def is_quoted(document: Document, start: int) -> bool:
    """Whether the character at `start` stands inside a quotation."""
    row = bisect_right(_starts(document), start) - 1
    return row >= 0 and start < quotations(document)[row].end
