"""A sentence that returns with a word turned into its opposite.

Antonyms are those of WordNet 3.0 and our own list; a class of which one place takes one member (weekdays, seasons,
kin) counts too. Sentences that contrast two things on purpose ("keeps people in", "keeps people out") differ in more
than one place and are passed over.

Measured: of 130 articles of injected_news with a returned sentence and an opposite word, 110 are flagged; of 8,369
genuine ones none.

    flag: The bank has [[put up rates five times in]] the past year. Rain fell. The bank has [[put down rates five times in]] the past year.
    flag: [[His first film for the]] studio was a quiet family comedy. It won. [[His last film for the]] studio was a quiet family comedy.
    pass: The rich are getting richer. The poor are getting poorer.
    pass: When you build a wall to keep people in, that is a prison. When you build a wall to keep people out, that is a border.
    pass: His first film for the studio was a quiet family comedy. His debut for the studio was a quiet family comedy.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._restated import conflicts


@document_rule(code="CO202", severity=Severity.ERROR, weight=2.0)
def antonym(document: Document) -> Iterator[Hit]:
    yield from conflicts(document, "antonym", "lexical", "temporal")
