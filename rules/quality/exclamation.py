"""Exclamations in the reporter's own voice.

A report does not shout. Quotations may, and so may headings, interviews and lines that are not the article; one slip is
left alone, and so are opinion pieces.

Measured: speaks about 11 in 1,000 articles, on 8,369 genuine articles of five sets.

    flag: [[The harbour is open again!]] Boats left at nine. [[Nobody saw it coming!]]
    flag: [[And then he lied!]] He went home. [[Think about that!]] Rain fell.
    pass: “The harbour is open again!” she cried. “Nobody saw it coming!”
    pass: The harbour is open again! Boats left at nine.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.genre import genre
from auditor.text.tone import tone

_FEWEST = 2
_SHOWN = 8


@document_rule(code="TQ202", severity=Severity.INFO, weight=1.0)
def exclamation(document: Document) -> Iterator[Hit]:
    if "!" not in document.text:
        return
    found = tone(document).exclamations
    if len(found) >= _FEWEST and genre(document) != "opinion":
        weight = min(5.0, len(found) / 2)
        yield Hit(
            found[0], f"{len(found)} exclamations outside quotations", weight=weight, related=found[1:_SHOWN],
            confidence=0.9,
        )  # fmt: skip
