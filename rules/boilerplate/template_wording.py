"""Prose made of the expressions that machines prefer.

Language models like certain words ("underscores", "pivotal", "fostering") and turns ("navigate the complexities of",
"the world will be watching"). Everyone uses some of them; genuine news holds few in 1,000 words, and is never flagged
for one. A document is, where they are many and many different ones: a risk marker about how the text was made, and no
verdict on who wrote it or whether it is true.

Words count from the first expression to the last, and 150 between two at most: clean lines beside them change nothing.

It is no sign of paraphrasing and never part of the spin score: paraphrasing dilutes these expressions.

Measured: 2 of 8,369 genuine articles (0.24 in 1,000); 7 % of 222 short news texts that a language model of 2022 went on
writing, whose style is another.
"""

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule

from ._template import places, strength

# Weight in 1,000 words beyond which two of 8,297 genuine articles lie, and how many different expressions must be seen.
_STRENGTH, _FEWEST = 20.5, 8
# One finding, since no expression is told without the others: it costs what ten notes would, and all that it rests on are
# its places, within bounds.
_WEIGHT, _PLACES = 3.2, 60


@document_rule(code="BP303", severity=Severity.INFO, weight=1.0, min_words=60)
def template_wording(document: Document) -> Iterator[Hit]:
    if strength(document) < _STRENGTH or len(found := places(document)) < _FEWEST:
        return
    apart: list[Span] = []
    for span in found[:_PLACES]:
        if all(span.end <= other.start or other.end <= span.start for other in apart):
            apart.append(span)
    message = f"template prose: {strength(document):.0f} such expressions in 1,000 words"
    yield Hit(apart[0], message, confidence=0.9, kind="template", weight=_WEIGHT, related=tuple(apart[1:]))
