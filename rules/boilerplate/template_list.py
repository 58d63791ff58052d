"""A list of labels with a sentence each, as language models lay them out.

"Economic Ties: Increased investment …" over several bullets in a row, in one article again and again. Reporters write
lists too, of names, dates and results; flagged are runs of three or more such bullets whose labels are abstract nouns
in title case, beside other expressions of machine prose.

Measured: none of 8,369 genuine articles.
"""

import re
from itertools import groupby

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.blocks import Block, Kind, blocks

from ._template import strength

_LABELLED = re.compile(
    r"(?:[-*•–·▪►]|\d{1,2}[.)])\s+(?:\*\*)?(?P<label>[A-Z][\w’'/&-]*+(?: [\w’'/&-]++){0,5}):(?:\*\*)? \S"
)
_FEWEST, _BESIDE = 3, 14.6


def _labelled(block: Block) -> bool:
    return block.kind is Kind.BULLET and _LABELLED.match(block.text) is not None


@document_rule(code="BP304", severity=Severity.INFO, weight=1.0, min_words=60)
def template_list(document: Document) -> Iterator[Hit]:
    if strength(document) < _BESIDE:
        return
    for labelled, run in groupby(blocks(document), key=_labelled):
        items = list(run)
        if labelled and len(items) >= _FEWEST:
            span = Span(items[0].start, items[-1].end)
            labels = [match["label"] for item in items if (match := _LABELLED.match(item.text))]
            yield Hit(span, f"{len(items)} labels with a sentence each: {', '.join(labels[:4])}", confidence=0.8)
