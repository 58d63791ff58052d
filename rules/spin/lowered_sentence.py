"""A sentence that begins in lower case.

The same machines that lower a text's case miss the first word of a sentence here and there. Abbreviations that end in
a full stop, cut lines and lists are skipped. It counts beside other traces only.

Measured: 24 % of 258 articles with simulated noise, 0.60 in 1,000 of 8,369 genuine ones.

    flag: The river rose. [[they]] left the village[[,officials]] said, and walked to [[paris]].
    flag: The bridge fell. [[this]] was no surprise. The [[othre]] people[[,mostly]] old, stay.
    pass: The river rose. they left the village.
    pass: Wheat, oats etc. are sold here,they said.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._artefacts import hits


@document_rule(code="SP104", severity=Severity.WARNING, languages=())
def lowered_sentence(document: Document) -> Iterator[Hit]:
    yield from hits(document, ("start", "paragraph"), "a sentence that begins in lower case")
