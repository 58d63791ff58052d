"""A text that stops in the middle.

A feed that hands over the first lines only, or an extraction that lost the rest: what is missing may be what matters.
Certain are the marks that feeds leave ("[+2345 chars]", "[…]"). A last paragraph that stops without a full stop is
told where it is long and the paragraphs before it all end as they should: as a warning where its last word is one that no
sentence ends on, or a comma, as a note where it is any other small one, since some houses forget the last full stop. Headings,
lists, tables, verse and lines that are not the article are left out.

Measured: speaks about 2.4 in 1,000 articles, 0.2 as a warning, on 8,369 genuine articles of five sets; of 412 of them, cut inside
their last long paragraph, two thirds are told.

    flag: The harbour is open again. Boats left at … [ [[+2345 chars]] ]
    flag: The harbour is open again.⏎Boats left at nine.⏎The mayor said so.⏎[[The town has paid for the new wall and the council will decide in spring whether a second line is to be built from there to]]
    flag: The harbour is open again. Boats left at nine. The mayor said so. Rain fell. The wall holds. [[The town has paid for the new wall]]
    flag: The harbour is open again. Boats left at nine. Rain fell.⏎[[When the storm had broken the pier and the old wall, the council of Oster paid for a new one, and on Monday,]]
    pass: The harbour is open again. Boats left at nine. The mayor said so. Rain fell. The wall holds. The town has paid Anton Reiss
    pass: The harbour is open again.⏎Boats left at nine.⏎The mayor said so.⏎The town has paid for the new wall.
    pass: The harbour is open again⏎Boats left at nine⏎The mayor said so⏎The town has paid for the new wall and the council will decide in spring whether a second line is to be built from there to
"""

import re

from auditor.rule import Document, Hit, Iterator, Severity, Span, document_rule
from auditor.text.blocks import Block, Kind, blocks
from auditor.text.boilerplate import boilerplate
from auditor.text.sentences import sentences

_FEED = re.compile(r"\[\s?(?P<mark>\+\d{1,9} chars|…|\.\.\.|&#8230;|&hellip;)\s?\]\s*\Z")
_LOOK = 60
# Words, and a mark, that no sentence of English ends on.
_OPEN_END = re.compile(
    r"(?:\A|\s)(?:the|a|an|of|to|and|or|with|from|for|by|at|its|their|his|my|our|your|is|was|were|are|that|which|who|whose|"
    r"because|than|into|between|including|has|had|have|be|been|as|if|while|but)\Z|\w,\Z",
    re.IGNORECASE,
)
_SMALL_WORD = re.compile(r"(?<= )[a-z’'-]{2,20}\Z")
_FEWEST_WORDS = 12
# Shares of the other paragraphs that end as they should, and how many paragraphs or sentences tell that.
_MOSTLY, _ALL_BUT_ONE, _FEWEST_ENDS = 0.7, 0.95, 5
_FEWEST_SENTENCES = 3
# Words of the sentence that is cut.
_FEWEST_BEHIND = 4
_CLOSES = tuple(".!?…:;\"'”’)]»*")


def _paragraphs(document: Document) -> list[Block]:
    """The article's own paragraphs, without headings, lists, tables and short lines, which end as they like."""
    not_article = {piece.span.start for piece in boilerplate(document)}
    return [
        block
        for block in blocks(document)
        if block.start not in not_article and block.kind is Kind.PROSE and block.text.count(" ") >= _FEWEST_WORDS - 1
    ]


def _is_last(document: Document, block: Block) -> bool:
    """Whether nothing of the article stands behind the block."""
    not_article = {piece.span.start for piece in boilerplate(document)}
    behind = (other for other in reversed(blocks(document)) if other.start not in not_article)
    return next((other for other in behind if other.kind is not Kind.TABLE), None) is block


@document_rule(code="TQ106", severity=Severity.WARNING, weight=1.0)
def cut_off(document: Document) -> Iterator[Hit]:
    text = document.text
    tail = max(0, len(text.rstrip()) - _LOOK)
    if feed := _FEED.search(text, tail):
        yield Hit(Span(*feed.span("mark")), "the feed has cut the text here")
        return
    lines = _paragraphs(document)
    if not lines or lines[-1].text.endswith(_CLOSES) or not _is_last(document, lines[-1]):
        return
    last = lines[-1]
    others = lines[:-1] or [block for block in blocks(document) if block is not last]
    closed = sum(line.text.endswith(_CLOSES) for line in others)
    message = f"the text stops in mid-sentence at “{last.text[-40:].strip()}”"
    own = sentences(document)
    usual = len(lines) >= _FEWEST_ENDS or len(own) > _FEWEST_ENDS
    if len(own) >= _FEWEST_SENTENCES and closed >= _MOSTLY * len(others) and _OPEN_END.search(last.text):
        yield Hit(last.span, message, confidence=0.9)
    elif usual and closed >= _ALL_BUT_ONE * len(others) and _SMALL_WORD.search(last.text):
        end = own[-1]
        if end.block is last and end.text.count(" ") >= _FEWEST_BEHIND - 1:
            yield Hit(end.span, message, severity=Severity.INFO, confidence=0.7)
