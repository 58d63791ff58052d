"""A body too short to judge.

Below fifty words there is no report but a caption, a teaser or the rest of a page; that nothing is found in it means
nothing.

Measured: speaks about 9 in 1,000 articles, on 8,369 genuine articles of five sets.

    flag: [[The harbour is open again.]]
    flag: [[Boats left at nine.]]⏎The mayor said so.
    pass: The harbour of Oster is open again, and the first ships left the quay in the morning, the mayor said on Monday. The town has paid fourteen million crowns for the new wall, and the council will decide in spring whether a second line is to be built from there to the island of Hallum.
    pass: ...
"""

from auditor.rule import Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import blocks
from auditor.text.tokens import tokens

# The shortest of 3,900 news articles has 60 words.
_FEWEST_WORDS = 50


@document_rule(code="TQ108", severity=Severity.INFO, weight=1.0, languages=())
def short_body(document: Document) -> Iterator[Hit]:
    words = len(tokens(document))
    if 0 < words < _FEWEST_WORDS:
        yield Hit(blocks(document)[0].span, f"a body of {words} word{'s' * (words != 1)} is too short to judge")
