"""Words where their neighbours call for others, as a thesaurus puts them.

Words keep company: borders are patrolled, elections are general, crimes are organized. A paraphraser that exchanges
words one by one breaks such pairs in ways that writers do not ("outskirt patrol", "basic election", "arranged crime").
A word is counted where one of those for which paraphrasers put it belongs strongly with a neighbour (four times or more
in genuine news, 3 bits of mutual information), and it was itself never seen there. Exchanges that genuine articles hold
too are weighed down. So is a word that stands in for commoner ones more than news needs it ("pecuniary", "gratis"), by how
much likelier it is in a text in which 8 % of words were exchanged. Words of names are left to tortured-name.

They are notes to the verdict (spun-wording), which has the figures.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule

from ._verdict import pieces


@document_rule(code="SP202", severity=Severity.INFO, weight=0.0, min_words=40)
def unidiomatic_wording(document: Document) -> Iterator[Hit]:
    for one in pieces(document, ("exchange", "word")):
        preferred = one.kind == "word"
        message = f"paraphrasers prefer it to “{one.meant}”" if preferred else f"its neighbours call for “{one.meant}”"
        yield Hit(one.span, message, one.meant, 0.8, kind=one.kind)
