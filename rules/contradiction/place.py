"""A sentence that returns with another place.

A sentence that is repeated with one place name changed says two things that cannot both be true, unless one place lies
in the other (a quarter of a city, a city of a country) or the sentences list parallel facts about different things.

Measured: of 120 articles of injected_news with a returned sentence and another place, 105 are flagged; of 8,369 genuine
ones none.

    flag: The console will go on sale [[in Japan on Friday, the]] maker said. It is small. The console will go on sale [[in Canada on Friday]].
    flag: Farmers [[in Wales had feared that]] prices could fall again. Rain fell. Officials said farmers [[in Kenya had feared that]] prices could fall again.
    pass: The console will go on sale in Japan on Friday. The console will go on sale in Tokyo on Friday.
    pass: It would apply only to new voters in Peru this year. It would apply only to new voters in Chile this year.
    pass: The console will go on sale in Japan on Friday. The phone will go on sale in Canada on Friday.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._restated import conflicts


@document_rule(code="CO104", severity=Severity.ERROR, weight=2.0)
def place(document: Document) -> Iterator[Hit]:
    yield from conflicts(document, "place")
