"""What the cue model sees of a candidate: conjunctions of the words around it and of where it stands, hashed.

A candidate is any word that its entry in the vocabulary and the shapes beside it make likely enough, and any before "that".
All is laid out for the whole document at once, as columns of whole numbers; training reads this very module.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.codes import SHAPES, Ints, classes_of, entries_of, lemmas_of
from auditor.text.attribution.sheet import Sheet

Bools = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint32]
Sums = npt.NDArray[np.int32]

# What has more words is no sentence; it bounds the work on a text without stops.
LONGEST = 400
# Conjunctions, by the columns they join. Of words: w itself, m its cluster with its shape, at a distance from the candidate;
# l its lemma. Of gaps: b before the candidate, a after it, g both. Of quotations: q whether it stands in one, Q whether any
# word of its sentence does. Of rank: r the candidate's rate, R the highest rates left and right of it in its sentence.
CONJUNCTIONS = (
    "w+0", "m-1", "m+1", "m-2", "m+2", "m-3", "m+3", "m-4", "m+4", "m-5", "m+5", "w+0 m+1", "w+0 g", "g m-1 m+1",
    "m-1 m+1", "m-2 m-1", "m+1 m+2", "m-2 m-1 m+1", "m-3 m-2 m-1", "m+1 m+2 m+3", "l w-1", "l w+1", "l w+2", "l m+2",
    "l m-2", "l q", "l Q q", "l g", "l a Q", "l b Q", "l R", "m+0 m-2 m-1", "m+0 m+1 m+2", "m+0 m-1 m+1", "m+0 m+1 a",
    "m+0 m-1 b", "m+0 R Q", "m-1 q", "m+1 q", "m+1 Q", "g Q q", "r g Q", "r g q", "r b a", "r Q q", "R r", "R q", "R Q",
)  # fmt: skip
# Weights of conjunctions stand in a table of 2 to the power of this; two that meet share one.
TABLE_BITS = 20
# Clusters are seen so far to either side, words themselves at these distances.
_SPAN, _NEAR = 5, (-1, 0, 1, 2)
# The columns by name; the last is nothing, for conjunctions of fewer than three.
_COLUMNS = (*(f"m{at:+d}" for at in range(-_SPAN, _SPAN + 1)), *(f"w{at:+d}" for at in _NEAR), *"lbagqQrR", "")
# Odd numbers that scatter what is joined over 32 bits: the golden ratio (Knuth), and primes of xxHash.
_SCATTER = tuple(map(np.uint32, (2654435761, 2246822519, 3266489917)))
_SALTS = np.arange(1, len(CONJUNCTIONS) + 1, dtype=np.uint32)[:, None] * np.uint32(668265263)
# Three rows of numbers of columns: which ones each of the conjunctions joins.
_JOINED = np.array([[_COLUMNS.index(name) for name in f"{one}  ".split(" ")[:3]] for one in CONJUNCTIONS]).T
_AROUND = np.arange(-_SPAN, _SPAN + 1)[:, None]
# The columns behind those of words; bits of a gap.
_OTHERS = len(_AROUND) + len(_NEAR)
_GAP = np.uint32(6)
# Steps of rates, and how many of the coarse ones are told apart.
_FINE_STEP, _STEP, _STEPS = 40, 100, 10

# "the fact that", "so that": words before "that" which are no cue, however unknown.
NO_CUES = frozenset(
    "the a an of in on at to for from with by and or but so now all is are was were be been it he she they we i you this "
    "those not".split()
)
THAT = SHAPES["that"]


class Gate(NamedTuple):
    """What a word's chance of being a cue is told from at first, in whole numbers: its entry in the vocabulary, and the
    shapes before and behind it. A word whose sum is above nought is a candidate."""

    entries: Sums
    prior: Sums
    following: Sums


def candidates(page: Sheet, gate: Gate) -> Ints:
    """The words that may be cues."""
    sums = gate.entries.take(page.entries[:-1])
    sums += gate.prior.take(page.prior[:-1])
    sums += gate.following.take(page.following[:-1])
    words = (sums > 0).nonzero()[0]
    rows = page.row_of.take(words)
    return np.asarray(words[(rows >= 0) & ((page.lasts - page.firsts).take(rows) <= LONGEST)])


def before_that(page: Sheet, words: Ints) -> Bools:
    """Which candidates stand right before "that"."""
    return np.asarray(page.following.take(words) == THAT)


def _rivals(rates: Ints, rows: Ints) -> Ints:
    """The highest rates of candidates to the left and to the right of each in its row, in steps, as one number."""
    steps = np.minimum(rates // _STEP, _STEPS - 1)
    # Rows rise by more than any step, so that a running maximum begins anew with each; the second runs from the end.
    floors = np.empty((2, len(rows)), np.int64)
    floors[0], floors[1] = rows, rows[-1] - rows[::-1]
    floors *= _STEPS
    highest = floors.copy()
    highest[0] += steps
    highest[1] += steps[::-1]
    np.maximum.accumulate(highest, axis=1, out=highest)
    # What stands beside is of a lower row, or none: 0.
    found = np.zeros_like(floors)
    np.maximum(highest[:, :-1] - floors[:, 1:], 0, out=found[:, 1:])
    return np.asarray(found[0] * _STEPS + found[1, ::-1])


def _columns(page: Sheet, rates: Ints, words: Ints) -> Hashes:
    """All columns of the given candidates, a row a column."""
    rows = page.row_of.take(words)
    near = words + _AROUND
    near[(near < page.firsts.take(rows)) | (near >= page.lasts.take(rows))] = len(page.row_of)
    codes = page.codes.take(near)
    found = np.zeros((len(_COLUMNS), len(words)), np.uint32)
    found[: len(near)] = classes_of(codes)
    found[len(near) : _OTHERS] = entries_of(codes[_SPAN + _NEAR[0] : _SPAN + _NEAR[-1] + 1])
    lemma, before, after, gaps, quoted, quoting, rate, rivals, _ = found[_OTHERS:]
    lemma[:] = lemmas_of(codes[_SPAN])
    before[:] = page.before.take(words)
    after[:] = page.behind.take(words + 1)
    gaps[:] = before << _GAP | after
    quoted[:] = page.quoted.take(words)
    quoting[:] = page.quoting.take(rows)
    rate[:] = rates // _FINE_STEP
    rivals[:] = _rivals(rates, rows)
    return found


def contexts(page: Sheet, rates: Ints, words: Ints) -> Hashes:
    """The places of the candidates' conjunctions in the table of weights, a row a conjunction; `rates` are theirs."""
    columns = _columns(page, rates, words)
    joined: Hashes = (columns * _SCATTER[0]).take(_JOINED[0], axis=0)
    joined += (columns * _SCATTER[1]).take(_JOINED[1], axis=0)
    joined += (columns * _SCATTER[2]).take(_JOINED[2], axis=0)
    joined ^= _SALTS
    joined ^= joined >> np.uint32(15)
    joined *= _SCATTER[1]
    joined >>= np.uint32(32 - TABLE_BITS)
    return joined
