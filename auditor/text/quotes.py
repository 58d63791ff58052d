"""Quotations by offsets: curly, straight, angled, typewritten (''…'') and single marks, and the unclosed ones that run
over several paragraphs."""

import re
from bisect import bisect_right

from auditor.model import Document, Span
from auditor.text.blocks import blocks
from auditor.text.view import view

# A mark opens at the start of a word and closes behind one. Single marks are apostrophes too, so they open before a
# word only and close behind a stop or before one; archives of newspapers write '' or `` for double marks.
# It begins with a plain class, which the engine scans for; the lookbehinds then look past the mark itself.
_OPEN = re.compile(
    r"[“«„`\"'‘](?:(?<=[“«„])|(?<=`)`|(?<=')(?<![\w']')'(?=[\w$‘'])|(?<=\")(?<![\w\"]\")(?=\S)"
    r"|(?<=‘)(?<!\w‘)(?=\w)|(?<=')(?<![\w'’]')(?=[A-Z]\w*+ ))",
)
_CLOSE = {
    # Some outlets close with the opening mark, “so,“ with a straight one or with two single ones.
    "“": re.compile(r"”|’’|(?<=[\w.,!?…])\"(?!\w)|(?<=[.,!?…])“(?=\s)"),
    "„": re.compile("[“”]"),
    "«": re.compile("»"),
    '"': re.compile(r"(?<=\S)[\"”](?!\w)"),
    "``": re.compile(r"''"),
    "''": re.compile(r"(?<=\S)''(?![\w'])"),
    "‘": re.compile(r"(?<=[\w.,!?…])’(?!\w)"),
    "'": re.compile(r"(?<=[.,!?…])'(?![\w'])"),
}
MARKS = "“„«\"‘'`"


@view
def quotations(document: Document) -> tuple[Span, ...]:
    """The quoted passages with their marks, in order, never overlapping.

    A paragraph whose quotation is not closed counts as quoted to its end when the next paragraph opens one, or when it
    is a whole quoted paragraph; otherwise a stray mark quotes nothing.
    """
    found: list[Span] = []
    everything = blocks(document)
    for number, block in enumerate(everything):
        text = block.text
        if not any(mark in text for mark in MARKS):
            continue
        at = 0
        # Kinds of marks that have no closing mark behind `at`: each is looked for in vain once only.
        stray: set[str] = set()
        while opening := _OPEN.search(text, at):
            mark = opening[0]
            closing = None if mark in stray else _CLOSE[mark].search(text, opening.end())
            if closing:
                found.append(Span(block.start + opening.start(), block.start + closing.end()))
                at = closing.end()
                continue
            after = everything[number + 1].text if number + 1 < len(everything) else ""
            if mark not in stray and mark not in "‘'" and after.startswith(mark):
                found.append(Span(block.start + opening.start(), block.end))
                break
            stray.add(mark)
            at = opening.end()
    return tuple(found)


@view
def quotation_starts(document: Document) -> tuple[int, ...]:
    """Where the quotations begin, for bisection."""
    return tuple(span.start for span in quotations(document))


def is_quoted(document: Document, start: int) -> bool:
    """Whether the character at `start` stands inside a quotation."""
    row = bisect_right(quotation_starts(document), start) - 1
    return row >= 0 and start < quotations(document)[row].end
