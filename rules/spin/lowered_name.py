"""A name in lower case that English always writes with a capital.

Some machines lower the case of a text before they swap its words, and raise it again imperfectly. Addresses, tags and
handles are skipped, and so is a name that a text lowers throughout. One lowered name is a slip: it counts beside other
traces only.

Measured: 61 % of 258 articles with simulated noise, 0.48 in 1,000 of 8,369 genuine ones.

    flag: The minister flew to [[ankara]], they said. He met [[othre]] envoys there, said a spokesman[[,and]] then left Ankara.
    flag: The troops of [[libya]] moved east[[,officials]] said, and the people fled.
    pass: The troops of libya moved east.
    pass: Write to michael@example.org,as the form says, or see #trump and /paris/.
    pass: Chief executive Ada Moss left on Monday,officials said. Public opinion had turned.
    pass: The members of the guild met,officials said, and the guild’s chairman spoke.
    pass: The offer may trump all others,officials said.
    pass: We met them, said a spokesman,and left. Photo: michael lindt, Reuters
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._artefacts import hits


@document_rule(code="SP103", severity=Severity.WARNING, languages=())
def lowered_name(document: Document) -> Iterator[Hit]:
    yield from hits(document, ("name",), "a name in lower case")
