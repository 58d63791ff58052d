"""A sentence that returns with another number.

News repeats a sentence whole (a caption, a pulled quotation) or not at all. One that returns with one figure changed
says two things that cannot both be true. Rounded figures, bounds ("more than 300" and 312), dates of captions, numbered
picture series and parallel lists about different things are no conflicts.

Measured: of 126 articles of injected_news with a returned sentence and another number, 115 are flagged; of 8,369 genuine
ones none.

    flag: The plant [[employs 1,200 workers near the]] harbour. Rain fell. Officials said the plant [[employs 800 workers near the]] harbour.
    flag: Its two founders [[ran four daily broadcasts from]] a garage. Later it grew. Its two founders [[ran nine daily broadcasts from]] a garage.
    pass: The plant employs 1,200 workers near the harbour. Officials said the plant employs more than 1,000 workers near the harbour.
    pass: The plant in Leeds employs 1,200 workers near the harbour. The plant in Hull employs 800 workers near the harbour.
    pass: not judged for lack of words: no rule selected (87 articles). Rain fell. not judged for lack of words: no rule selected (1 article).
    pass: The prize of $110,000 went to a school in Leeds on Monday. The prize of $110,00 went to a school in Leeds on Monday.
    pass: The plant employs 3, 200 workers near the harbour. Rain fell. Officials said the plant employs 3,200 workers near the harbour.
    pass: Photo: Ann Berg shakes hands with the mayor of Oslo in May 2017. It rained. Photo: Ann Berg shakes hands with the mayor of Oslo in June 2017.
    pass: Picture 3 of 25 shows damage on the main street after the storm. Picture 24 of 25 shows damage on the main street after the storm.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._restated import conflicts


@document_rule(code="CO103", severity=Severity.ERROR, weight=2.0)
def number(document: Document) -> Iterator[Hit]:
    yield from conflicts(document, "numeric", "date")
