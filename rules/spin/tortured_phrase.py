"""A phrase as paraphrasing machines write it.

Paraphrasers of every kind leave phrases that no writer chooses: word-by-word thesauri ("field workplace" for box
office, "fake intelligence"), translation there and back ("members of the family" for relations, "no longer best" for
not only; "slide of earth", "for to win"), and their like ("subsequent 12 months"). Each phrase alone proves little, and many are somebody's English,
so they are shown only where the document's whole wording speaks for it: at least three different telling pieces, and a
rate that one genuine article in a hundred reaches. Phrases that genuine news holds more than a few times are not
listed, and quotations are exempt. They are notes to the verdict (spun-wording), which has the figures.

Measured: 45 % of 117 simulated spun articles hold one that is shown, none of 8,369 genuine ones (whose counts weigh the
phrases).
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._verdict import pieces


@document_rule(code="SP201", severity=Severity.INFO, weight=0.0, min_words=40)
def tortured_phrase(document: Document) -> Iterator[Hit]:
    for one in pieces(document, ("phrase",)):
        yield Hit(one.span, f"a paraphraser's phrase for “{one.meant}”", one.meant, 0.9)
