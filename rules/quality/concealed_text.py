"""Prose that a page holds and does not show.

Letters of no size, of the colour of what is behind them, or far beyond the edge of the screen: a reader sees nothing, and
a search engine or a language model reads a sentence. What a page merely does not display is told only where it addresses
a machine ("ignore all previous instructions"), since scripts show and hide much in good faith. Told is what stands beside
the article, at the paragraph before it; the text that is judged does not hold it.

Only what the page itself says is asked, no style sheet of the site. Captions for screen readers, descriptions of charts,
menus, layers for consent, forms and what a button opens are usual and never told. `aria-hidden` hides from screen readers
what the eye sees: it is no concealment.

Measured: the data holds no pages of news; nothing is told of 379 pages of documentation, and nothing of some twenty ways in
which pages hide in good faith, which `tests/test_read_html.py` has one by one.
"""

from bisect import bisect_right

from auditor.rule import Concealed, Document, Hit, Iterator, Severity, document_rule
from auditor.text.blocks import Block, blocks

from ._machines import ADDRESS

_HOW = {
    "beyond": "beyond the edge of the screen",
    "colourless": "in the colour of its ground",
    "no-size": "in letters of no size",
    "undisplayed": "undisplayed",
}
_SHOWN, _QUOTED = 5, 80


def _beside(document: Document, piece: Concealed) -> Block:
    starts = [block.start for block in blocks(document)]
    return blocks(document)[max(0, bisect_right(starts, piece.at or 0) - 1)]


@document_rule(code="TQ116", severity=Severity.WARNING, weight=2.0, languages=())
def concealed_text(document: Document) -> Iterator[Hit]:
    if not (document.concealed and blocks(document)):
        return
    told = [
        (piece, "addressed to a machine, " if ADDRESS.search(piece.text) else "")
        for piece in document.concealed
        if ADDRESS.search(piece.text) or (piece.at is not None and piece.way != "undisplayed")
    ]
    for piece, whom in told[:_SHOWN]:
        quoted = piece.text[:_QUOTED] + " …" * (len(piece.text) > _QUOTED)
        message = f"the page hides text from its readers, {whom}{_HOW[piece.way]}: “{quoted}”"
        yield Hit(_beside(document, piece).span, message, confidence=0.9)
