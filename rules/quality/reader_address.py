"""The reader is told what to think or to do.

"Let that sink in", "make no mistake", "wake up", "do your own research": the text works on its reader instead of
telling him something. Quotations, lines that are not the article and opinion pieces are left out.

Measured: see benchmarks/boilerplate.py.

    flag: The wall cost fourteen million. [[Let that sink in]]. Boats left.
    flag: [[Make no mistake]]: the harbour will close, and [[they don't want you to know]] it.
    pass: “Let that sink in,” the mayor said, and the hall laughed.
    pass: The crew let the anchor sink in the mud, and no one made a mistake.
"""

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule, words_beside
from auditor.text.genre import genre
from auditor.text.quotes import is_quoted
from auditor.text.tokens import word_counts
from auditor.text.view import lowered

# One of these stands in every phrase of the list.
_GATE = frozenset(
    "sink mistake wake yourself fooled research believe share think imagine guess folks surprised shock ask rest want know miss spoiler remember".split()
)
_SHOWN = 5


@document_rule(code="TQ204", severity=Severity.INFO, weight=2.0)
def reader_address(document: Document) -> Iterator[Hit]:
    if not word_counts(document).keys() & _GATE or genre(document) == "opinion":
        return
    text = lowered(document).replace("’", "'")
    found = []
    for phrase in sorted(words_beside(__file__)):
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            whole = not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum()
            if whole and not is_quoted(document, at):
                found.append(Span(at, end))
            at = text.find(phrase, end)
    for span in sorted(found)[:_SHOWN]:
        yield Hit(span, "tells the reader what to think or do", confidence=0.85)
