"""A text that stops in the middle.

A feed that hands over the first lines only, or an extraction that lost the rest: what is missing may be what matters.
Certain are the marks that feeds leave ("[+2345 chars]", "[…]"). A last paragraph that stops without a full stop is
told where it is long and the paragraphs before it all end as they should; headings, lists, tables, verse and lines that
are not the article are left out.

Measured: speaks about 0.1 in 1,000 articles, on 8,369 genuine articles of five sets.

    flag: The harbour is open again. Boats left at … [ [[+2345 chars]] ]
    flag: The harbour is open again.⏎Boats left at nine.⏎The mayor said so.⏎[[The town has paid for the new wall and the council will decide in spring whether a second line is to be built from there to]]
    pass: The harbour is open again.⏎Boats left at nine.⏎The mayor said so.⏎The town has paid for the new wall.
    pass: The harbour is open again⏎Boats left at nine⏎The mayor said so⏎The town has paid for the new wall and the council will decide in spring whether a second line is to be built from there to
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.blocks import Kind, blocks
from auditor.text.boilerplate import boilerplate

_FEED = re.compile(r"\[\s?(?P<mark>\+\d{1,9} chars|…|\.\.\.|&#8230;|&hellip;)\s?\]\s*\Z")
_LOOK = 60
# Words that no sentence of English ends on.
_OPEN_WORD = re.compile(
    r"(?:\A|\s)(?:the|a|an|of|to|and|or|with|from|for|by|at|its|their|his|my|our|your|is|was|were|are|that|which|who|whose|"
    r"because|than|into|between|including|has|had|have|be|been|as|if|while|but)\Z",
    re.IGNORECASE,
)
_FEWEST_WORDS = 12
_CLOSES = tuple(".!?…:;\"'”’)]»*")


@document_rule(code="TQ106", severity=Severity.WARNING, weight=1.0)
def cut_off(document: Document) -> Iterator[Hit]:
    text = document.text
    tail = max(0, len(text.rstrip()) - _LOOK)
    if feed := _FEED.search(text, tail):
        yield Hit(Span(*feed.span("mark")), "the feed has cut the text here")
        return
    not_article = {piece.span.start for piece in boilerplate(document)}
    lines = [block for block in blocks(document) if block.start not in not_article and block.kind is not Kind.TABLE]
    if len(lines) < 3 or lines[-1].text.endswith(_CLOSES) or lines[-1].text.count(" ") < _FEWEST_WORDS - 1:
        return
    closed = sum(line.text.endswith(_CLOSES) for line in lines[:-1])
    if closed >= 0.7 * (len(lines) - 1) and _OPEN_WORD.search(lines[-1].text):
        yield Hit(lines[-1].span, f"the text stops in mid-sentence at “{lines[-1].text[-40:].strip()}”", confidence=0.9)
