"""No source, no author, no date, no address: nothing says who published this and when.

A remark that costs nothing. Metadata is no evidence: a byline or a "Source link" line that is there earns nothing either,
for anybody can write one. Flagged when neither the file's own fields nor the text's first and last lines hold any of them.

Cases: `no_byline.cases.md`.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.blocks import Block, blocks

# A byline, a dateline, a date or an address at the head or foot of a text.
_GIVEN = re.compile(
    r"^(?:by|from|author|writer|posted by|written by|reporting by)\b[ :]|https?://|www\.|\b(?:19|20)\d\d\b|^[A-Z][A-Z ,.]{2,30}(?:\(|—|–|-)|"
    r"\((?:Reuters|AP|AFP)\)",
    re.IGNORECASE,
)
_LINES = 4


def _at_the_edge(everything: tuple[Block, ...]) -> tuple[Block, ...]:
    return everything if len(everything) <= 2 * _LINES else everything[:_LINES] + everything[-_LINES:]


@document_rule(code="AT201", severity=Severity.INFO, weight=0.0, languages=(), min_words=150)
def no_byline(document: Document) -> Iterator[Hit]:
    if document.source or document.author or document.date or document.url:
        return
    everything = blocks(document)
    if not everything or any(_GIVEN.search(block.text[:120]) for block in _at_the_edge(everything)):
        return
    first = everything[0]
    yield Hit(
        Span(first.start, min(first.end, first.start + 60)),
        "no source, no author, no date and no address",
        confidence=0.9,
    )
