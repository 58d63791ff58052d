"""What kind of piece a text is: in opinion tone and views are the point, and a live page says two numbers of one thing.

By what the piece says of itself (a label, an address, a note on its author, paragraphs that begin with the time), and by
a writer who argues in the first person instead of reporting; a piece without any such mark is taken for a report.
"""

import re
from typing import Literal

from auditor.model import Document
from auditor.text.blocks import blocks, headline
from auditor.text.quotes import quotations
from auditor.text.tokens import tokens, word_counts
from auditor.text.view import view

Genre = Literal["report", "opinion", "live"]

_LABEL = re.compile(
    r"(?:op-?ed|opinion|opinions|commentary|editorial|editorials|column|guest column|guest essay|perspective|viewpoint|"
    r"letters?(?: to the editor)?|comment|point of view|my view|our view|the view|voices|blog)\b(?:\s?[|:/\-–—]|\s*\Z)",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"[|–—-]\s*(?:opinion|commentary|editorial|column|op-?ed)\s*\Z|\((?:opinion|commentary|editorial)\)\s*\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"/(?:opinions?|op-?eds?|commentary|commentisfree|editorials?|columns?|columnists?|voices|blogs?|perspectives?|"
    r"viewpoints?|letters|posteverything|the-corner|contributors?)(?:[/\-_.?]|\Z)|//(?:blogs?|opinion)\.",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\b(?:(?:views|opinions) expressed (?:in this|here|are|by)|is an? (?:\w+ ){0,3}(?:columnist|opinion (?:writer|editor|"
    r"contributor)|contributing (?:writer|opinion))|syndicated column|this (?:op-?ed|column|commentary|opinion piece|editorial)|"
    r"opinion (?:piece|column|contributor)|as (?:a|an) \w+ editorial board)",
    re.IGNORECASE,
)
_GATE = frozenset("views opinions columnist column opinion op-ed commentary editorial".split())
# The first and last lines, where a piece says what it is.
_EDGE = 3


_LIVE = re.compile(
    r"\blive(?:[- ]?blog| updates?| coverage)\b|\bas it happened\b|\bminute[- ]by[- ]minute\b|\Alive\s?:|\blatest updates\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?:[01]?[0-9]|2[0-3])[:.h][0-5][0-9]\b")
_FEWEST_TIMES = 4
# A writer who says I at least four times, four times in 1,000 words, and hardly reports what anybody said. Of 72 such
# among 1,200 articles of news_by_outlet that are not labelled opinion, all but about six were opinion or essay by their
# titles.
_SINGULAR = frozenset("i me my mine i'm i've i'd i'll i’m i’ve i’d i’ll myself".split())
_FEWEST_I, _RATE_I, _WORDS_A_REPORT = 4, 0.004, 250
_REPORTING = ("said", "told", "says", "according")


def _first_person(document: Document) -> int:
    """How often the writer says I, outside quotations."""
    found = tokens(document)
    spans = quotations(document)
    count = at = 0
    for word, start in zip(found.lower, found.starts, strict=True):
        if word in _SINGULAR:
            while at < len(spans) and spans[at].end <= start:
                at += 1
            count += at == len(spans) or start < spans[at].start
    return count


def _argues(document: Document) -> bool:
    """Whether the writer argues in the first person instead of reporting what others say."""
    words = len(tokens(document))
    count = word_counts(document)
    if sum(count.get(word, 0) for word in _SINGULAR) < max(_FEWEST_I, _RATE_I * words):
        return False
    if sum(count.get(word, 0) for word in _REPORTING) > words / _WORDS_A_REPORT:
        return False
    return _first_person(document) >= max(_FEWEST_I, _RATE_I * words)


def _live(document: Document) -> bool:
    title = headline(document)
    if title and _LIVE.search(document.quote(title)):
        return True
    return sum(_TIME.match(block.text) is not None for block in blocks(document)) >= _FEWEST_TIMES


@view
def genre(document: Document) -> Genre:
    """ "live" or "opinion" for a piece that shows that it is one, else "report"."""
    if _live(document):
        return "live"
    if document.title and (_LABEL.match(document.title) or _TITLE_END.search(document.title)):
        return "opinion"
    if document.url and _ADDRESS.search(document.url):
        return "opinion"
    lines = blocks(document)
    if any(len(block.text) < 60 and _LABEL.match(block.text) for block in lines[:2]):
        return "opinion"
    if word_counts(document).keys() & _GATE and any(
        _NOTE.search(block.text) for block in lines[-_EDGE:] if len(block.text) < 600
    ):
        return "opinion"
    return "opinion" if _argues(document) else "report"
