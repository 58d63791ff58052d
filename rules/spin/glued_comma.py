"""A comma that is glued to the word behind it.

Paraphrasing machines cut a text at its marks and join it again without the space. Commas in numbers and in lists of
capitalised words are no evidence, nor are commas glued throughout (a habit, or a scraper). A single slip of a hasty
writer is left alone: it counts only beside other traces of the same handling (lowered names, swapped letters).

Measured: 56 % of 258 articles with simulated noise, 0.12 in 1,000 of 8,369 genuine ones; with lowered-name,
lowered-sentence and swapped-letters together 76.0 % and 0.96 in 1,000. Of the rest, 21 hold no trace at all and 40 hold
one, which is what an honest slip looks like.

    flag: The talks turned to energy[[,including]] oil, gas and coal. Later[[,moreover]], they turned to wheat. It rained, it snowed, and it froze.
    flag: The port of Izmir, the pier, the wharf and the quay are shut[[,officials]] said, but the streets of [[paris]], they added, are open.
    pass: There were 3,200 of them, and 1,500 more came.
    pass: He came,saw and left, and nobody minded.
    pass: We flew to Oslo,Bergen,Tromso and Bodo, and then,at last, home.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._artefacts import hits


@document_rule(code="SP102", severity=Severity.WARNING, languages=())
def glued_comma(document: Document) -> Iterator[Hit]:
    yield from hits(document, ("comma",), "no space behind the comma")
