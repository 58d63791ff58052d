"""An article that does not fit the sound of the word behind it.

A machine that exchanges words one by one leaves “a” or “an” as it stood before the old word: “a extra”, “an drive”. No
thesaurus is needed to see it, so it shows also where words were exchanged that no list has. One such slip is human, and
is shown only as a note to the verdict on a document's wording (spun-wording), in whose sum it counts; without that verdict
two different ones are flagged. Letters (“vitamin a”), abbreviations, and words that are written with a vowel and spoken without
(“a European”, “a one-off”, “a union”) or the other way round (“an hour”) are left alone, and so are quotations.

Measured: two or more in 10 % of 117 simulated spun articles and in 0.12 of 1,000 of 8,336 genuine ones; one in 44 % and in
0.67 %.

    flag: He met [[a incomparable]] friend. It was [[an worldwide]] affair, and they spoke of it at length.
    flag: They showed [[a immediate]] interest in the plan. There was [[an strong]] demand, said one of them.
    pass: He met a incomparable friend. It was a worldwide affair, and they spoke of it at length.
    pass: It was a one-off, a European idea, a union of a useful kind, an hour away, an honest and an unusual one.
    pass: Vitamin a and vitamin b are sold. They say an fbi agent and an ntl engineer came, an then they left.
    pass: “It is a amazing thing”, he said, “and an great day for a old man.”
"""

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.quotes import is_quoted
from auditor.text.tokens import tokens

from ._articles import fitting, misfits
from ._verdict import grade, pieces

_FEWEST, _MOST_SHOWN = 2, 8
_MESSAGE = "the article does not fit the word behind it"


@document_rule(code="SP204", severity=Severity.WARNING)
def misfit_article(document: Document) -> Iterator[Hit]:
    if grade(document) is not None:  # The verdict counts them.
        for one in pieces(document, ("article",)):
            yield Hit(one.span, _MESSAGE, one.meant, 0.9, Severity.INFO, 0.0)
        return
    everything = tokens(document)
    found: dict[str, Hit] = {}
    for at in misfits(document):
        span = Span(everything.starts[at], everything.end(at + 1))
        article, word = everything.lower[at : at + 2]
        if word not in found and not is_quoted(document, span.start):
            found[word] = Hit(span, _MESSAGE, f"{fitting(article)} {word}", 0.9)
    if len(found) >= _FEWEST:
        yield from list(found.values())[:_MOST_SHOWN]
