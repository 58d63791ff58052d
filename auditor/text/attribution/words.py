"""The words of a document as the attribution models see them: shapes, gaps and the rows of words of each sentence."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from auditor.model import Document
from auditor.text.attribution.shapes import gaps, shapes
from auditor.text.sentences import Sentence, sentences
from auditor.text.tokens import Tokens, tokens
from auditor.text.view import view


class Row(NamedTuple):
    """A sentence and its words `[first, last)`, by their index among all words of the document."""

    number: int
    sentence: Sentence
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Words:
    """All words with their shapes; `gaps[i]` is the class of what stands between word i-1 and word i."""

    text: str
    tokens: Tokens
    shapes: tuple[str, ...]
    gaps: tuple[str, ...]
    rows: tuple[Row, ...]


@view
def words(document: Document) -> Words:
    """The words, shapes and rows of a document; words of tables stand in no row."""
    found = tokens(document)
    starts = found.starts
    rows = []
    last = 0
    for number, sentence in enumerate(sentences(document)):
        first = bisect_left(starts, sentence.start, last)
        last = bisect_left(starts, sentence.end, first)
        if first < last:
            rows.append(Row(number, sentence, first, last))
    return Words(document.text, found, shapes(found.texts), gaps(found.gaps), tuple(rows))
