"""A text that stops in the middle.

A feed that hands over the first lines only, or an extraction that lost the rest: what is missing may be what matters.
Certain are the marks that feeds leave ("[+2345 chars]", "[…]"). A last paragraph that stops without a full stop is
told where it is long and the paragraphs before it all end as they should: as a warning where its last word is one that no
sentence ends on, or a comma, as a note where it is any other small one, since some houses forget the last full stop. Headings,
lists, tables, verse and lines that are not the article are left out.

Measured: speaks about 2.6 in 1,000 articles, 0.2 as a warning, on 8,369 genuine articles of five sets; of 412 of them, cut inside
their last long paragraph, 73 in 100 are told.

    flag: The harbour is open again. Boats left at … [ [[+2345 chars]] ]
    flag: The harbour is open again.⏎Boats left at nine.⏎The mayor said so.⏎[[The town has paid for the new wall and the council will decide in spring whether a second line is to be built from there to]]
    flag: The harbour is open again. Boats left at nine. The mayor said so. Rain fell. The wall holds. [[The town has paid for the new wall]]
    flag: The harbour is open again. Boats left at nine. Rain fell.⏎[[When the storm had broken the pier and the old wall, the council of Oster paid for a new one, and on Monday,]]
    pass: The harbour is open again. Boats left at nine. The mayor said so. Rain fell. The wall holds. The town has paid Anton Reiss
    pass: The harbour is open again.⏎Boats left at nine.⏎The mayor said so.⏎The town has paid for the new wall.
    pass: The harbour is open again⏎Boats left at nine⏎The mayor said so⏎The town has paid for the new wall and the council will decide in spring whether a second line is to be built from there to
"""

import re
from collections.abc import Set

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
# Words of the sentence that is cut: with two instead of four no more genuine articles are told, and 18 more cut ones of 412.
_FEWEST_BEHIND = 2
_CLOSES = tuple(".!?…:;\"'”’)]»*")


def _is_paragraph(block: Block) -> bool:
    """Whether it is no heading, list, table or short line, which end as they like."""
    return block.kind is Kind.PROSE and block.text.count(" ") >= _FEWEST_WORDS - 1


def _open_end(document: Document, not_article: Set[int]) -> Block | None:
    """The last paragraph, where nothing of the article stands behind it and it has no mark at its end."""
    own = (block for block in reversed(blocks(document)) if block.start not in not_article)
    last = next((block for block in own if block.kind is not Kind.TABLE), None)
    return last if last and _is_paragraph(last) and not last.text.endswith(_CLOSES) else None


@document_rule(code="TQ106", severity=Severity.WARNING, weight=1.0)
def cut_off(document: Document) -> Iterator[Hit]:
    text = document.text
    tail = max(0, len(text.rstrip()) - _LOOK)
    if feed := _FEED.search(text, tail):
        yield Hit(Span(*feed.span("mark")), "the feed has cut the text here")
        return
    not_article = {piece.span.start for piece in boilerplate(document)}
    last = _open_end(document, not_article)
    if last is None:
        return
    lines = [block for block in blocks(document) if block.start not in not_article and _is_paragraph(block)]
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
