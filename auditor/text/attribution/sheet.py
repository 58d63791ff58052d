"""A document's words as columns of numbers, each computed once for all that reads them."""

from bisect import bisect_left
from typing import NamedTuple

import numpy as np

from auditor.model import Document
from auditor.text.attribution.codes import GAP_CODES, GAPS, Ints, entries_of, shapes_of
from auditor.text.attribution.words import Words, words
from auditor.text.blocks import Kind
from auditor.text.quotes import quotations
from auditor.text.view import view


class Sheet(NamedTuple):
    """Columns of words, of gaps, and of rows (a row is a sentence).

    By word, with one entry more for no word: `codes`, what they hold (`entries` of the vocabulary, `shapes`), and the gap
    `before` each, an opening mark at the head of a row. `behind` is the gap behind the word before, a closing mark at the
    end of a row. `prior` and `following` are the shapes of the words beside it in its row. `row_of` is -1 where a word
    stands in no row.
    """

    codes: Ints
    entries: Ints
    shapes: Ints
    prior: Ints
    following: Ints
    before: Ints
    behind: Ints
    row_of: Ints
    quoted: Ints
    firsts: Ints
    lasts: Ints
    opening: Ints
    quoting: Ints
    kinds: Ints


def sheet(document: Document, found: Words, codes: Ints) -> Sheet:
    """The columns of a document's words, coded under a vocabulary."""
    tokens, text, rows = found.tokens, found.text, found.rows
    size = len(tokens)
    firsts, lasts = np.array([row.first for row in rows], np.int64), np.array([row.last for row in rows], np.int64)
    shapes = shapes_of(codes)
    prior, following = np.zeros_like(shapes), np.zeros_like(shapes)
    prior[1:], following[:-1] = shapes[:-1], shapes[1:]
    prior[firsts] = following[lasts - 1] = 0
    quoted = np.zeros(size, np.int64)
    for span in quotations(document):
        quoted[bisect_left(tokens.starts, span.start) : bisect_left(tokens.starts, span.end)] = 1
    before = np.zeros(size + 1, np.int64)
    before[:size] = found.gap_codes
    behind = before.copy()
    sentences = [row.sentence for row in rows]
    opening = np.array([GAPS["Q("] if text[one.start] in '"“' else 0 for one in sentences])
    before[firsts] = opening
    behind[lasts] = [GAP_CODES[text[tokens.end(row.last - 1) : row.sentence.end]] for row in rows]
    return Sheet(
        codes,
        entries_of(codes),
        shapes,
        prior,
        following,
        before,
        behind,
        _row_of(size, firsts, lasts),
        quoted,
        firsts,
        lasts,
        opening,
        np.array([_quotes(one.text) for one in sentences], np.int64),
        np.array([_KINDS[one.block.kind] for one in sentences]),
    )


_KINDS = {Kind.PROSE: 0, Kind.HEADING: 1, Kind.BULLET: 2, Kind.TABLE: 3}


def _quotes(text: str) -> bool:
    return '"' in text or "“" in text or "''" in text


def _row_of(size: int, firsts: Ints, lasts: Ints) -> Ints:
    """Of each word the number of its row, -1 for none."""
    found = np.full(size, -1)
    for number, (first, last) in enumerate(zip(firsts.tolist(), lasts.tolist(), strict=True)):
        found[first:last] = number
    return found


def quoted_rows(page: Sheet) -> list[bool]:
    """Of each row whether its first word is quoted."""
    return [bool(quoted) for quoted in page.quoted.take(page.firsts)]


@view
def page(document: Document) -> Sheet:
    """The columns of a document's words under the shipped vocabulary."""
    found = words(document)
    return sheet(document, found, found.codes)
