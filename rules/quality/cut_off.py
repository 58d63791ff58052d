"""A text that stops in the middle.

A feed that hands over the first lines only, or an extraction that lost the rest: what is missing may be what matters.
Certain are the marks that feeds leave ("[+2345 chars]", "[…]"). A last paragraph that stops without a full stop is
told where it is long and the paragraphs before it all end as they should: as a warning where its last word is one that no
sentence ends on, as a note where it is any other small one, since some houses forget the last full stop. Headings,
lists, tables, verse and lines that are not the article are left out.

Measured: speaks about 1.6 in 1,000 articles, 0.1 as a warning, on 8,369 genuine articles of five sets; of 412 of them, cut inside
their last long paragraph, half are told.

    flag: The harbour is open again. Boats left at … [ [[+2345 chars]] ]
    flag: The harbour is open again.⏎Boats left at nine.⏎The mayor said so.⏎[[The town has paid for the new wall and the council will decide in spring whether a second line is to be built from there to]]
    flag: The harbour is open again. Boats left at nine. The mayor said so. Rain fell. The wall holds. [[The town has paid for the new wall]]
    pass: The harbour is open again. Boats left at nine. The mayor said so. Rain fell. The wall holds. The town has paid Anton Reiss
    pass: The harbour is open again.⏎Boats left at nine.⏎The mayor said so.⏎The town has paid for the new wall.
    pass: The harbour is open again⏎Boats left at nine⏎The mayor said so⏎The town has paid for the new wall and the council will decide in spring whether a second line is to be built from there to
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.blocks import Kind, blocks
from auditor.text.boilerplate import boilerplate
from auditor.text.sentences import sentences

_FEED = re.compile(r"\[\s?(?P<mark>\+\d{1,9} chars|…|\.\.\.|&#8230;|&hellip;)\s?\]\s*\Z")
_LOOK = 60
# Words that no sentence of English ends on.
_OPEN_WORD = re.compile(
    r"(?:\A|\s)(?:the|a|an|of|to|and|or|with|from|for|by|at|its|their|his|my|our|your|is|was|were|are|that|which|who|whose|"
    r"because|than|into|between|including|has|had|have|be|been|as|if|while|but)\Z",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(r"(?<= )[a-z’'-]{2,20}\Z")
_FEWEST_WORDS = 12
# Shares of the other paragraphs that end as they should, and how many paragraphs or sentences tell that.
_MOSTLY, _ALL_BUT_ONE, _FEWEST_ENDS = 0.7, 0.95, 5
# Words of the sentence that is cut.
_FEWEST_BEHIND = 4
_CLOSES = tuple(".!?…:;\"'”’)]»*")


@document_rule(code="TQ106", severity=Severity.WARNING, weight=1.0, repeats=True)
def cut_off(document: Document) -> Iterator[Hit]:
    text = document.text
    tail = max(0, len(text.rstrip()) - _LOOK)
    if feed := _FEED.search(text, tail):
        yield Hit(Span(*feed.span("mark")), "the feed has cut the text here")
        return
    not_article = {piece.span.start for piece in boilerplate(document)}
    lines = [block for block in blocks(document) if block.start not in not_article and block.kind is not Kind.TABLE]
    if not lines or lines[-1].text.endswith(_CLOSES) or lines[-1].kind is not Kind.PROSE:
        return
    last, closed = lines[-1], sum(line.text.endswith(_CLOSES) for line in lines[:-1])
    message = f"the text stops in mid-sentence at “{last.text[-40:].strip()}”"
    if last.text.count(" ") < _FEWEST_WORDS - 1:
        return
    if len(lines) >= 3 and closed >= _MOSTLY * (len(lines) - 1) and _OPEN_WORD.search(last.text):
        yield Hit(last.span, message, confidence=0.9)
    elif closed >= _ALL_BUT_ONE * (len(lines) - 1) and _SMALL_WORD.search(last.text):
        end = sentences(document)[-1]
        usual = len(lines) >= _FEWEST_ENDS or len(sentences(document)) > _FEWEST_ENDS
        if usual and end.block is last and end.text.count(" ") >= _FEWEST_BEHIND - 1:
            yield Hit(end.span, message, severity=Severity.INFO, confidence=0.7)
