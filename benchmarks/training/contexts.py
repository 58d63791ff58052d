"""What the teachers see of a candidate: the words around it, hashed conjunctions of them, and a few measures."""

from typing import NamedTuple

import numpy as np

from auditor.text.attribution.codes import Ints, hashes_of, lemmas_of, shapes_of
from auditor.text.attribution.contexts import next_that, rivals, subjects
from auditor.text.attribution.sheet import Sheet

# Words seen on either side.
SPAN = 5
# One whole, of measures and vectors alike: they are multiples of 1/64.
UNIT = 64
# Conjunctions, by the columns they join: w word, s shape, at -3 to +3 from the candidate; l its lemma; g the gaps beside
# it; k the word before it that is no auxiliary, K its shape; f the sentence's first shape; q whether it stands in a
# quotation, h whether its sentence holds marks; t whether "that" follows within seven words.
CONJUNCTIONS = (
    "w+0 s-1", "w+0 s+1", "w+0 g", "l s-1 s+1", "s-2 s-1", "s+1 s+2", "l w-1", "l w+1", "w-2 w-1", "w+1 w+2", "w+0",
    "g s-1 s+1", "l q", "l k", "l f", "l t", "s-3 s-2 s-1", "s+1 s+2 s+3", "l s-1", "l s+1", "l", "l s+2", "l s-2",
    "s+0 K s+1", "l s+1 s+2", "l s-2 s-1", "s+0 s-1 s+1", "s+0 s-2 s-1", "s+0 s+1 s+2", "w+2", "w-2", "w-1", "w+1",
    "w-3", "w+3", "l h", "s+0 K g q",
)  # fmt: skip
# Weights of conjunctions stand in a table of 2 to the power of this; two that meet share one.
TABLE_BITS = 19
# The columns by name; the last is nothing, for conjunctions of fewer than three.
_COLUMNS = (*(f"{kind}{at:+d}" for kind in "ws" for at in range(-3, 4)), *"lgkKfqht", "")
# Odd numbers that scatter what is joined over 32 bits: the golden ratio (Knuth), and primes of xxHash.
_SCATTER = np.array([2654435761, 2246822519, 3266489917], np.uint32)
_SALTS = np.arange(1, len(CONJUNCTIONS) + 1, dtype=np.uint32)[:, None] * np.uint32(668265263)
# Three rows of numbers of columns: which ones each of the conjunctions joins.
_JOINED = np.array([[_COLUMNS.index(name) for name in f"{one}  ".split(" ")[:3]] for one in CONJUNCTIONS]).T


class Contexts(NamedTuple):
    """Candidates, one a row: the entries and gaps around them, the places of their conjunctions in the table of weights,
    and measures in units of 1/64."""

    window: Ints
    gaps: Ints
    hashed: Ints
    measures: Ints


class _Places(NamedTuple):
    """Candidates with the first and last words of their rows, their subjects, and the next "that"."""

    words: Ints
    rows: Ints
    first: Ints
    last: Ints
    subject: Ints
    that: Ints


def _places(page: Sheet, words: Ints) -> _Places:
    rows = page.row_of.take(words)
    first, last = page.firsts.take(rows), page.lasts.take(rows)
    return _Places(words, rows, first, last, subjects(page, words, first), next_that(page, words))


def _hashed(page: Sheet, at: _Places, near: Ints, gaps: Ints) -> Ints:
    """The places of the candidates' conjunctions in the table; `near` are the seven words around each."""
    codes = page.codes.take(near.T)
    columns = np.zeros((len(_COLUMNS), len(at.words)), np.uint32)
    columns[:7], columns[7:14] = hashes_of(codes), shapes_of(codes)
    columns[14] = lemmas_of(page.codes[at.words])
    columns[15] = gaps[:, SPAN - 1] << 6 | gaps[:, SPAN]
    columns[16] = hashes_of(page.codes[at.subject])
    columns[17], columns[18] = page.shapes[at.subject], page.shapes[at.first]
    columns[19], columns[20] = page.quoted[at.words], page.quoting[at.rows]
    columns[21] = at.that < np.minimum(at.last, at.words + 8)
    joined = columns[_JOINED[0]] * _SCATTER[0]
    joined += columns[_JOINED[1]] * _SCATTER[1]
    joined += columns[_JOINED[2]] * _SCATTER[2]
    joined ^= _SALTS
    joined ^= joined >> np.uint32(15)
    joined *= _SCATTER[1]
    return np.asarray((joined >> np.uint32(32 - TABLE_BITS)).T, np.int64)


# Counts are cut at the most and divided by the scale: words before and behind, words and candidates of the sentence.
_MOST_COUNTED, _SCALES = np.array([[20], [20], [60], [15]]), np.array([[20], [20], [40], [8]])


def _of_rows(page: Sheet) -> Ints:
    """What the measures tell of each row: marks of quotation in it, at the head of the next, in the one before; kinds."""
    found = np.zeros((6, len(page.firsts)), np.int64)
    found[0], found[1, :-1], found[2, 1:] = page.quoting, page.opening[1:] > 0, page.quoting[:-1]
    for kind in range(3):
        np.equal(page.kinds, kind, out=found[3 + kind])
    return found


def _measures(page: Sheet, at: _Places, rates: Ints) -> Ints:
    words, rows, that = at.words, at.rows, at.that
    mine = rates.take(words)
    left, right = rivals(mine, rows)
    before, behind = words - at.first, at.last - words
    found = np.empty((24, len(words)), np.int64)
    np.greater(left, mine, out=found[0])
    np.greater(right, mine, out=found[1])
    found[2] = page.quoted.take(words)
    _of_rows(page).take(rows, axis=1, out=found[3:9], mode="clip")
    np.less(before, 3, out=found[9])
    np.less(that, np.minimum(at.last, words + 4), out=found[10])
    np.less(that, np.minimum(at.last, words + 8), out=found[11])
    np.equal(behind, 1, out=found[12])
    np.equal(at.subject, words - 1, out=found[13])
    found[:14] *= UNIT
    found[14], found[15], found[16], found[17] = mine, left, right, _LOGS.take(mine)
    found[18], found[19], found[20] = before, behind, before + behind
    found[21] = np.bincount(rows).take(rows)
    found[22] = np.where(before > 0, rates.take(words - 1), 0)
    found[23] = np.where(behind > 1, rates.take(words + 1, mode="clip"), 0)
    for some in (found[14:17], found[22:]):
        some *= UNIT
        some //= 1000
    counts = found[18:22]
    np.minimum(counts, _MOST_COUNTED, out=counts)
    counts *= UNIT
    counts //= _SCALES
    return found.T


# Halved logarithms of rates, in units.
_LOGS = np.array([round(float(np.log(rate / 1000 + 0.02)) * UNIT / 2) for rate in range(1001)])


def seen(page: Sheet, rates: Ints, words: Ints) -> Contexts:
    """The contexts of the given candidates of a document; `rates` are those of its words."""
    at = _places(page, words)
    around = words[:, None] + np.arange(-SPAN, SPAN + 1)
    first, last = at.first[:, None], at.last[:, None]
    within = np.where((around >= first) & (around < last), around, len(rates))
    ending = around[:, SPAN + 1 :]
    behind = np.where(ending <= last, page.behind.take(ending, mode="clip"), 0)
    gaps = np.concatenate((page.before.take(within[:, 1 : SPAN + 1]), behind), axis=1)
    window = np.concatenate((within, at.subject[:, None], first), axis=1)
    return Contexts(
        page.entries.take(window),
        gaps,
        _hashed(page, at, within[:, SPAN - 3 : SPAN + 4], gaps),
        _measures(page, at, rates),
    )
