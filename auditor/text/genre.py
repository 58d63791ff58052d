"""What kind of piece a text says that it is: opinion pieces are told apart, since in them tone and views are the point.

By what the piece says of itself (a label, an address, a note on its author), not by how it reads; a piece without any
such mark is taken for a report.
"""

import re
from typing import Literal

from auditor.model import Document
from auditor.text.blocks import blocks
from auditor.text.tokens import word_counts
from auditor.text.view import view

Genre = Literal["report", "opinion"]

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


@view
def genre(document: Document) -> Genre:
    """ "opinion" for a piece that says it is one, else "report"."""
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
    return "report"
