"""A comma that is glued to the word behind it.

Paraphrasing machines cut a text at its marks and join it again without the space. Numbers, and a single slip of a
hasty writer, are none of this: at least two in one text are needed.

    flag: He spoke of energy[[,including]] oil. Later[[,moreover]], of gas.
    flag: It can sign the pact[[,that]] is sure[[,they]] said.
    pass: There were 3,200 of them, and 1,500 more came.
    pass: He came,saw and left, and nobody minded.
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule

_GLUED = re.compile(r"(?<=[^\W\d_]),(?=[^\W\d_]{2})[^\W\d_]+")


@document_rule(code="SP102", severity=Severity.WARNING, weight=1.0)
def glued_comma(document: Document) -> Iterator[Hit]:
    found = [Span(*match.span()) for match in _GLUED.finditer(document.text)]
    if len(found) >= 2:
        for span in found:
            yield Hit(span, "no space behind the comma", document.quote(span).replace(",", ", "))
