"""A sentence that returns denied.

The same sentence, once with and once without "not", "never" or a verb like "failed to", cannot be true both times.
What is said by one and denied by another, claims that the article goes on to check, and two denials that undo one another
are no conflicts, nor is "not only".

Measured: of 132 articles of injected_news with a returned sentence denied, 123 are flagged; of 8,369 genuine ones none.

    flag: Rates [[are set to remain on]] hold at four per cent. Shops closed. Officials said rates [[are not set to remain]] on hold at four per cent.
    flag: The [[ship reached the old harbour]] before the storm broke. Rain fell. The [[ship failed to reach the]] old harbour before the storm broke.
    pass: Rates are set to remain on hold at four per cent. Rates are not only set to remain on hold at four per cent.
    pass: Rates are set to remain on hold. The weather is not set to remain cold.
    pass: The ship reached the harbour. The crew did not leave the ship.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._restated import conflicts


@document_rule(code="CO201", severity=Severity.ERROR, weight=2.0)
def negation(document: Document) -> Iterator[Hit]:
    yield from conflicts(document, "negation", "factive")
