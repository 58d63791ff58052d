"""The words of a document as the attribution models see them: shapes, gaps and the rows of words of each sentence."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from auditor.model import Document
from auditor.text.attribution.codes import GAP_CODES, SHAPES, Ints, coder, shapes_of
from auditor.text.sentences import Sentence, sentences
from auditor.text.shingles import hashed
from auditor.text.tokens import Tokens, tokens
from auditor.text.view import view

_NAMES = np.zeros(len(SHAPES), bool)
_NAMES[[SHAPES["X"], SHAPES["Xs"]]] = True
_PRONOUNS = np.zeros(len(SHAPES), bool)
_PRONOUNS[[SHAPES[word] for word in "he she they i we it you".split()]] = True


class Row(NamedTuple):
    """A sentence and its words `[first, last)`, by their index among all words of the document."""

    number: int
    sentence: Sentence
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Words:
    """All words with the numbers of their shapes; `gaps[i]` is that of what stands between word i-1 and word i.

    `codes` are the words under the shipped vocabulary, one more at the end for no word; `names` and `pronouns` are the
    words with a capital and the personal pronouns.
    """

    text: str
    tokens: Tokens
    codes: Ints
    shapes: Sequence[int]
    gaps: bytes
    names: Sequence[int]
    pronouns: Sequence[int]
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
    codes = coder().coded(found.texts, *hashed(document))
    shapes = shapes_of(codes)
    gaps = bytes(map(GAP_CODES.__getitem__, found.gaps))
    names, pronouns = (some.take(shapes).nonzero()[0].tolist() for some in (_NAMES, _PRONOUNS))
    return Words(document.text, found, codes, shapes.tolist(), gaps, names, pronouns, tuple(rows))
