"""A document's words as columns of numbers, each computed once for all that reads them."""

from typing import NamedTuple

import numpy as np

from auditor.model import Document
from auditor.text.attribution.codes import GAP_CODES, GAPS, Ints, Numbered, unpacked
from auditor.text.attribution.words import Words
from auditor.text.quotes import quotations

# Columns have entries behind the last word: of no word, and (gaps alone) of no gap.
OUTSIDE = 1


class Sheet(NamedTuple):
    """Columns of words, of gaps, and of rows (a row is a sentence).

    By word, with one entry more for no word: `entries` of the vocabulary, `shapes`, hashed `lemmas` and words (`hashes`),
    and the gap `before` each, an opening mark at the head of a row. `behind` is the gap behind the word before, a closing
    mark at the end of a row. `row_of` is -1 where a word stands in no row.
    """

    entries: Ints
    shapes: Ints
    lemmas: Ints
    hashes: Ints
    before: Ints
    behind: Ints
    row_of: Ints
    quoted: Ints
    firsts: Ints
    lasts: Ints
    opening: Ints
    quoting: Ints
    kinds: Ints


def sheet(document: Document, found: Words, coder: Numbered) -> Sheet:
    """The columns of a document's words under a vocabulary's coder."""
    tokens, text, rows = found.tokens, found.text, found.rows
    size = len(tokens)
    # The code 0 is entry 0, shape 0: no word.
    codes = np.zeros(size + 1, np.int64)
    codes[:size] = np.fromiter(map(coder.__getitem__, tokens.texts), np.int64, size)
    starts = np.fromiter(tokens.starts, np.int64, size)
    firsts = np.fromiter((row.first for row in rows), np.int64, len(rows))
    lasts = np.fromiter((row.last for row in rows), np.int64, len(rows))
    places = np.arange(size)
    row_of = firsts.searchsorted(places, side="right") - 1
    row_of[(row_of < 0) | (places >= lasts[row_of])] = -1
    quoted = np.zeros(size, np.int64)
    for span in quotations(document):
        first, last = starts.searchsorted((span.start, span.end))
        quoted[first:last] = 1
    before = np.zeros(size + 1 + OUTSIDE, np.int64)
    before[:size] = np.fromiter(map(GAP_CODES.__getitem__, tokens.gaps), np.int64, size)
    behind = before.copy()
    sentences = [row.sentence.text for row in rows]
    opening = np.array([GAPS["Q("] if one[0] in '"“' else 0 for one in sentences], np.int64)
    before[firsts] = opening
    behind[lasts] = [GAP_CODES[text[tokens.end(row.last - 1) : row.sentence.end]] for row in rows]
    return Sheet(
        *unpacked(codes),
        before,
        behind,
        row_of,
        quoted,
        firsts,
        lasts,
        opening,
        np.array(['"' in one or "“" in one or "''" in one for one in sentences], np.int64),
        np.array(["phb".find(row.sentence.block.kind[0]) for row in rows], np.int64),
    )
