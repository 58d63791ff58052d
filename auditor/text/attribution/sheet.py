"""A document's words as columns of numbers, each computed once for all that reads them."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from auditor.model import Document
from auditor.text.attribution.codes import GAPS, MARKS, Ints, entries_of, shapes_of
from auditor.text.attribution.words import Words, words
from auditor.text.quotes import quotations
from auditor.text.view import view


class Sheet(NamedTuple):
    """Columns of words, of gaps, and of rows (a row is a sentence).

    By word, with one entry more for no word: `codes`, what they hold (`entries` of the vocabulary, `shapes`), and the gap
    `before` each, an opening mark at the head of a row. `behind` is the gap behind the word before, a closing mark at the
    end of a row. `prior` and `following` are the shapes of the words beside it in its row. `row_of` is -1 where a word
    stands in no row. `quoting` are the rows of which a word is quoted.
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
    quoting: Ints


def sheet(document: Document, found: Words, codes: Ints) -> Sheet:
    """The columns of a document's words, coded under a vocabulary."""
    size = len(found.tokens)
    firsts, lasts = np.array([row[2:] for row in found.rows], np.int64).reshape(-1, 2).T
    shapes = shapes_of(codes)
    prior, following = np.zeros_like(shapes), np.zeros_like(shapes)
    prior[1:], following[:-1] = shapes[:-1], shapes[1:]
    prior[firsts] = following[lasts - 1] = 0
    quoted = _quoted(document, found)
    before = np.zeros(size + 1, np.int64)
    before[:size] = np.frombuffer(found.gaps, np.uint8)
    behind = before.copy()
    sentences = [row.sentence for row in found.rows]
    before[firsts] = [_OPENING.get(one.text[0], 0) for one in sentences]
    behind[lasts] = [_CLOSING.get(one.text[-1], 0) for one in sentences]
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
        np.logical_or.reduceat(quoted, firsts).astype(np.int64) if len(firsts) else firsts,
    )


# What a sentence begins and ends with, as a gap.
_OPENING: Mapping[str, int] = dict.fromkeys('"“', GAPS["Q("])
_CLOSING: Mapping[str, int] = {**MARKS, **dict.fromkeys('"”»', GAPS["Q)"])}


def _quoted(document: Document, found: Words) -> Ints:
    """Of each word whether it is quoted."""
    starts = found.tokens.starts
    quoted = np.zeros(len(starts), np.int64)
    for span in quotations(document):
        quoted[bisect_left(starts, span.start) : bisect_left(starts, span.end)] = 1
    return quoted


def _row_of(size: int, firsts: Ints, lasts: Ints) -> Ints:
    """Of each word the number of its row, -1 for none."""
    found = np.full(size, -1)
    for number, (first, last) in enumerate(zip(firsts.tolist(), lasts.tolist(), strict=True)):
        found[first:last] = number
    return found


def quoted_rows(page: Sheet) -> list[bool]:
    """Of each row whether its first word is quoted."""
    quoted: list[bool] = page.quoted.take(page.firsts).astype(bool).tolist()
    return quoted


@view
def page(document: Document) -> Sheet:
    """The columns of a document's words under the shipped vocabulary."""
    found = words(document)
    return sheet(document, found, found.codes)
