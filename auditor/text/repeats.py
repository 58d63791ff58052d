"""A text with each of its paragraphs once, so that to say a paragraph again changes nothing that is judged or counted.

What is repeated dilutes every rate, lends every number a second witness and makes a slip look like a habit. Where a long
paragraph stands again, spaces stand instead; offsets and line ends are kept.
"""

import re

from auditor.model import Document, replace

# Shorter lines (headings, names of speakers, rows of a table) repeat by nature.
_FEWEST_CHARACTERS, _FEWEST_WORDS = 50, 9
_LINE = re.compile(r"[^\r\n]++")


def said_once(document: Document) -> Document:
    """The document with spaces for each long paragraph that stood before; the same object where none does."""
    seen: set[str] = set()
    pieces: list[str] = []
    last = 0
    for match in _LINE.finditer(document.text):
        line = match[0].strip()
        if len(line) < _FEWEST_CHARACTERS or line.count(" ") < _FEWEST_WORDS - 1:
            continue
        if line in seen:
            pieces += [document.text[last : match.start()], " " * len(match[0])]
            last = match.end()
        seen.add(line)
    return replace(document, text="".join([*pieces, document.text[last:]])) if pieces else document
