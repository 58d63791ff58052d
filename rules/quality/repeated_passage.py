"""A sentence that stands twice in one article.

A pull quote, a caption taken for a paragraph, a text glued from two drafts, or a machine that went round in a circle.
Calls to subscribe and other lines that are not the article repeat by nature and are left out; so are short sentences
and refrains, and quotations, which a report may give in the lead and again in full.

Measured: speaks about 29 in 1,000 articles, mostly pull quotes and captions, on 8,369 genuine articles of five sets.

    flag: [[The old harbour of Oster was closed in 2021 after storms had broken the pier.]] Boats left.⏎[[The old harbour of Oster was closed in 2021 after storms had broken the pier.]]
    flag: [[The council will decide in spring whether a second line to the island is built.]]⏎Rain fell.⏎[[The council will decide in spring whether a second line to the island is built.]]
    pass: Boats left at nine.⏎Boats left at nine.
    pass: Sign up for our newsletter, delivered to your inbox each day of the week.⏎Rain.⏎Sign up for our newsletter, delivered to your inbox each day of the week.
    pass: “We had waited for this day since the great storm of that winter,” she said.⏎“We had waited for this day since the great storm of that winter,” she said.
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.boilerplate import boilerplate
from auditor.text.quotes import is_quoted
from auditor.text.sentences import Sentence, sentences

_FEWEST_CHARACTERS = 50
_FEWEST_WORDS = 9
_SHOWN = 10


@document_rule(code="TQ107", severity=Severity.INFO, weight=1.0, languages=(), repeats=True)
def repeated_passage(document: Document) -> Iterator[Hit]:
    long = [sentence for sentence in sentences(document) if sentence.end - sentence.start >= _FEWEST_CHARACTERS]
    if len({sentence.text for sentence in long}) == len(long):
        return
    first: dict[str, Sentence] = {}
    again: list[tuple[Sentence, Sentence]] = []
    for sentence in long:
        known = first.setdefault(sentence.text, sentence)
        if known is not sentence and sentence.text.count(" ") >= _FEWEST_WORDS - 1:
            again.append((known, sentence))
    if not again:
        return
    not_article = {piece.span.start for piece in boilerplate(document)}
    shown = 0
    for known, sentence in again:
        if {sentence.start, sentence.block.start} & not_article or is_quoted(document, sentence.start):
            continue
        yield Hit(sentence.span, "stands in this article before", related=(known.span,), confidence=0.9)
        shown += 1
        if shown == _SHOWN:
            return
