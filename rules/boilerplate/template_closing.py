"""A closing that any article could have.

Machine-written articles end on sentences without content: it remains to be seen, only time will tell, the world will be
watching. Reporters write that too; it is flagged only in the last paragraphs, and only beside the other expressions of
machine prose.

Measured: 2 of 8,369 genuine articles (0.24 in 1,000).
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.sentences import sentences

from ._template import strength

_CLOSING = re.compile(
    r"remains? to be seen|only time will tell|will be (?:closely )?(?:watching|monitoring|watched)|"
    r"as (?:the situation|this story|events?) (?:evolves?|unfolds?|continues?)|in the (?:months|years|days) (?:ahead|to come)|"
    r"will (?:undoubtedly |likely )?(?:continue to )?(?:shape|require|depend)|serves? as a (?:stark |poignant )?reminder|"
    r"the (?:path|road|way) (?:forward|ahead)|remains? (?:uncertain|crucial|essential|high)|in conclusion|ultimately,|"
    r"for the (?:way forward|long run)|going to (?:affect|be watched)",
    re.IGNORECASE,
)
# Which of the last sentences are looked at, and the strength of template wording beside which they count.
_LAST, _BESIDE = 6, 15.6


@document_rule(code="BP302", severity=Severity.INFO, weight=1.0, min_words=60)
def template_closing(document: Document) -> Iterator[Hit]:
    if strength(document) < _BESIDE:
        return
    last = [sentence for sentence in sentences(document) if len(sentence.text) > 60][-_LAST:]
    for sentence in last:
        if match := _CLOSING.search(sentence.text):
            start = sentence.start + match.start()
            yield Hit(
                Span(start, sentence.start + match.end()), "a closing that any article could have", confidence=0.8
            )
