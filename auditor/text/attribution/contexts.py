"""What the cue model sees of a candidate: conjunctions of the words around it and of where it stands, hashed.

A candidate is any word that its entry in the vocabulary and the shapes beside it make likely enough, and any before "that".
All is laid out for the whole document at once, as columns of whole numbers; training reads this very module.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.codes import SHAPE_BITS, SHAPES, Ints, classes_of, entries_of, lemmas_of
from auditor.text.attribution.sheet import Sheet

Bools = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint32]
Sums = npt.NDArray[np.int32]

# What has more words is no sentence; it bounds the work on a text without stops.
LONGEST = 400
# Conjunctions, by the columns they join. Of words: w itself, m its cluster with its shape, at a distance from the candidate;
# l its lemma, K and f cluster and shape of the word before it that is no auxiliary and of the sentence's first. Of gaps: b
# before the candidate, a after it, g both. Of quotations: q whether it stands in one, Q whether any word of its sentence
# does, Z whether the sentence's first and last words do. Of rank: r the candidate's rate, R the highest rates left and
# right of it in its sentence, c how many candidates the sentence has. Of place: e how far from both ends of its sentence,
# t whether "that" follows soon.
CONJUNCTIONS = (
    "w+0", "m-1", "m+1", "m-2", "m+2", "m-3", "m+3", "m-4", "m+4", "m-5", "m+5", "K", "w+0 m+1", "w+0 g",
    "g m-1 m+1", "m-1 m+1", "m-2 m-1", "m+1 m+2", "m-2 m-1 m+1", "m-3 m-2 m-1", "m+1 m+2 m+3", "l w-1", "l w+1",
    "l w+2", "l m+2", "l m-2", "l q", "l Q q", "l Z q", "l t", "l e", "m+0 m-2 m-1", "m+0 m+1 m+2", "m+0 m-1 m+1",
    "m+0 K m+1", "m+0 m+1 a", "m+0 m-1 b", "m+0 K Q", "m+0 R Q", "m+0 Z q", "r g Q", "r g Z", "g Z q", "r Z q", "r K",
    "r a f", "r b a", "R r", "c r", "c q r", "c e", "e q", "e Q q", "e Z",
)  # fmt: skip
# Weights of conjunctions stand in a table of 2 to the power of this; two that meet share one.
TABLE_BITS = 20
# Clusters are seen so far to either side, words themselves at these distances.
_SPAN, _NEAR = 5, (-1, 0, 1, 2)
# The columns by name; the last is nothing, for conjunctions of fewer than three.
_COLUMNS = (
    *(f"m{at:+d}" for at in range(-_SPAN, _SPAN + 1)),
    *(f"w{at:+d}" for at in _NEAR),
    *"lKfbagqQZrRcet",
    "",
)
# Odd numbers that scatter what is joined over 32 bits: the golden ratio (Knuth), and primes of xxHash.
_SCATTER = tuple(map(np.uint32, (2654435761, 2246822519, 3266489917)))
_SALTS = np.arange(1, len(CONJUNCTIONS) + 1, dtype=np.uint32)[:, None] * np.uint32(668265263)
# Three rows of numbers of columns: which ones each of the conjunctions joins.
_JOINED = np.array([[_COLUMNS.index(name) for name in f"{one}  ".split(" ")[:3]] for one in CONJUNCTIONS]).T
_AROUND = np.arange(-_SPAN, _SPAN + 1)[:, None]
# Steps of rates, and how many of the coarse ones are told apart; distances and counts are cut at the others.
_FINE_STEP, _STEP, _STEPS = 40, 100, 10
_FAR, _MANY = 6, 12


def marked(words: Iterable[str]) -> Bools:
    """Which shapes are among the words."""
    found = np.zeros(len(SHAPES), dtype=bool)
    found[[SHAPES[word] for word in words if word in SHAPES]] = True
    return found


# What may stand between a subject and its verb.
SKIPPED = marked(
    "-ly is are was were be been being am do does did have has had having will would can could may might must should not "
    "n't also never just only still already often even now then recently later".split()
)
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
    # Rows rise (or fall) in steps beyond any rate, so that a running maximum begins anew with each.
    up, down = rows << 10, (rows[-1] - rows) << 10
    both = np.zeros((2, len(rates)), np.int64)
    both[0, 1:] = np.maximum.accumulate(rates + up)[:-1]
    both[1, :-1] = np.maximum.accumulate((rates + down)[::-1])[-2::-1]
    both[0] -= up
    both[1] -= down
    left, right = both.clip(0, _STEP * _STEPS - 1) // _STEP
    return np.asarray(left * _STEPS + right)


def _columns(page: Sheet, rates: Ints, words: Ints) -> Hashes:
    """All columns of the given candidates, a row a column."""
    rows = page.row_of.take(words)
    first, last = page.firsts.take(rows), page.lasts.take(rows)
    near = words + _AROUND
    near[(near < first) | (near >= last)] = len(page.row_of)
    codes = page.codes.take(near)
    classes = classes_of(codes)
    shapes = classes & SHAPE_BITS
    # The nearest word before the candidate that is firm, else the nearest.
    back = (~SKIPPED.take(shapes[_SPAN - 1 :: -1])).argmax(axis=0)
    quoted = page.quoted
    before, after = page.before.take(words), page.behind.take(words + 1)
    found = np.zeros((len(_COLUMNS), len(words)), np.uint32)
    found[: len(near)] = classes
    found[len(near) : len(near) + len(_NEAR)] = entries_of(codes[_SPAN + _NEAR[0] : _SPAN + _NEAR[-1] + 1])
    found[len(near) + len(_NEAR) : -1] = (
        lemmas_of(codes[_SPAN]),
        classes[_SPAN - 1 - back, np.arange(len(words))],
        classes_of(page.codes.take(first)),
        before,
        after,
        before << 6 | after,
        quoted.take(words),
        page.quoting.take(rows),
        quoted.take(first) << 1 | quoted.take(last - 1),
        rates // _FINE_STEP,
        _rivals(rates, rows),
        np.minimum(np.bincount(rows).take(rows), _MANY),
        np.minimum(words - first, _FAR) << 3 | np.minimum(last - words, _FAR),
        (shapes[_SPAN + 1 :] == THAT).any(axis=0),
    )
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
