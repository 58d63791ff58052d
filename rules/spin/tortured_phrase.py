"""A phrase as paraphrasing machines write it.

Paraphrasers of every kind leave phrases that no writer chooses: word-by-word thesauri ("field workplace" for box
office, "fake intelligence"), translation there and back ("members of the family" for relations, "no longer best" for
not only), and their like ("subsequent 12 months"). Each phrase alone proves little, and many are somebody's English,
so they are shown only where the document's whole wording speaks for it: at least three different telling pieces, and a
rate that one genuine article in a hundred reaches. Phrases that genuine news holds more than a few times are not
listed, and quotations are exempt.

Measured: 39 % of 117 simulated spun articles, none of 8,369 genuine ones (whose counts weigh the phrases). See
unidiomatic-wording for what else is weighed, and for figures out of fold.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._verdict import graded
from ._wording import wording

# Enough to see; the first carry the score.
_MOST_SHOWN = 25


@document_rule(code="SP201", severity=Severity.WARNING, weight=1.0, min_words=40)
def tortured_phrase(document: Document) -> Iterator[Hit]:
    found = wording(document)
    grade = graded(found)
    if grade is None:
        return
    for one in [one for one in found.evidence if one.kind == "phrase"][:_MOST_SHOWN]:
        message = f"a paraphraser's phrase for “{one.meant}”"
        yield Hit(one.span, message, one.meant, grade.confidence, grade.severity, grade.weight)
