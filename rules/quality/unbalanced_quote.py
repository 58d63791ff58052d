"""A quotation that is opened and never closed, or closed and never opened.

Where a speech ends is then unknown, and with it who says the rest. A quotation that runs over several paragraphs opens
each of them and closes the last; inches, feet and years ('90s) are no quotation marks. One slip is usual; three are told.

Measured: speaks about 0.4 in 1,000 articles, on 8,369 genuine articles of five sets.
"""

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.blocks import Block, blocks

_FEWEST = 3
_SHOWN = 5


def _open_at(block: Block, following: Block | None) -> int | None:
    """Where a curly quotation of this paragraph opens that neither it nor the next paragraph continues."""
    text = block.text
    opened, closed = text.count("“"), text.count("”")
    if opened <= closed:
        return None
    at = text.rfind("“")
    if "”" in text[at:] or text.count('"') % 2 or (following is not None and following.text.startswith(("“", '"'))):
        return None
    return at


@document_rule(code="TQ113", severity=Severity.INFO, weight=1.0, languages=())
def unbalanced_quote(document: Document) -> Iterator[Hit]:
    if document.text.count("“") <= document.text.count("”") + _FEWEST - 1:
        return
    everything = blocks(document)
    found = [
        Span(block.start + at, block.start + at + 1)
        for number, block in enumerate(everything)
        if (at := _open_at(block, everything[number + 1] if number + 1 < len(everything) else None)) is not None
    ]
    if len(found) >= _FEWEST:
        yield Hit(found[0], f"{len(found)} quotations are opened and not closed", related=tuple(found[1:_SHOWN]))
