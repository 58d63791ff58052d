"""A word that nobody writes, with two neighbouring letters of a common one exchanged.

Typos are put into copied text to hide it from comparison. Real but rare words are listed and skipped, as are names; a
word that stands twice is the writer's own. It counts beside other traces only: one typo is human.

Measured: 47 % of 258 articles with simulated noise, 0.48 in 1,000 of 8,369 genuine ones.

    flag: The [[minsiter]] said that the [[govenrment]] [[beileves]] it.
    flag: The [[othre]] nations met in [[ankara]], and the [[eraly]] talks went on.
    pass: The othre nations met in Ankara.
    pass: The boats veer off, the noes have it, and the cots are full.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._artefacts import hits


@document_rule(code="SP105", severity=Severity.WARNING, languages=())
def swapped_letters(document: Document) -> Iterator[Hit]:
    yield from hits(document, ("swap",), "two letters of a common word are exchanged")
