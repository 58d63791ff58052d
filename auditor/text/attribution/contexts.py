"""What the cue model sees of a candidate: conjunctions of the words around it and of where it stands, hashed.

A candidate is any word that is a cue often enough, and any word before "that". All is laid out for the whole document at
once, as columns of whole numbers; training reads this very module.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from auditor.text.attribution.codes import SHAPES, Ints, hashes_of, lemmas_of
from auditor.text.attribution.sheet import Sheet

Bools = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint32]

# Of 1,000 occurrences of a candidate so many are cues; of the gold cues of PolNeAR 97 in 100 hold one.
LEAST_RATE = 50
# What has more words is no sentence; it bounds the work on a text without stops.
LONGEST = 400
# Conjunctions, by the columns they join. Of words: w itself, m its cluster with its shape, at a distance from the candidate;
# l its lemma, k the word before it that is no auxiliary, K and f cluster and shape of that one and of the sentence's first.
# Of gaps: b before the candidate, a after it, g both. Of quotations: q whether it stands in one, Q whether its sentence
# holds marks, Z whether the sentence's first and last words are quoted, N the same of the sentences beside it and what kind
# of block it is. Of rank: r the candidate's rate, R the highest rates left and right of it, S the same among words quoted
# alike, n how many these are, c how many candidates the sentence has. Of place: e how far from both ends of its sentence,
# t whether "that" follows soon.
CONJUNCTIONS = (
    "w+0", "m-1", "m+1", "m-2", "m+2", "m-3", "m+3", "m-4", "m+4", "m-5", "m+5", "K", "w+0 m+1", "w+0 g",
    "g m-1 m+1", "m-1 m+1", "m-2 m-1", "m+1 m+2", "m-2 m-1 m+1", "m-3 m-2 m-1", "m+1 m+2 m+3", "l w-1", "l w+1",
    "l w+2", "l m+2", "l m-2", "l q", "l Q q", "l Z q", "l k", "l t", "l e", "l N", "l S", "r g Q", "r g Z", "g Z q",
    "r Z q", "r K", "r a f", "r b a", "r Q q N", "R r", "S r", "n r q", "n S", "c r", "c q r", "c e", "e q", "e Q q",
    "e Z",
)  # fmt: skip
# Weights of conjunctions stand in a table of 2 to the power of this; two that meet share one.
TABLE_BITS = 20
# Clusters are seen so far to either side, words themselves at these distances.
_SPAN, _NEAR = 5, (-1, 0, 1, 2)
# The columns by name; the last is nothing, for conjunctions of fewer than three.
_COLUMNS = (
    *(f"m{at:+d}" for at in range(-_SPAN, _SPAN + 1)),
    *(f"w{at:+d}" for at in _NEAR),
    *"lkKfbagqQZNrRSncet",
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
_FAR, _SOON, _MANY = 6, 8, 12


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
_NEVER = marked(
    "the a an of in on at to for from with by and or but so now all is are was were be been it he she they we i you this "
    "those not".split()
)
THAT = SHAPES["that"]


def candidates(page: Sheet, rates: Ints) -> Ints:
    """The words that may be cues; `rates` are those of the document's words."""
    found = rates >= LEAST_RATE
    that = (page.following == THAT).nonzero()[0]
    found[that[~_NEVER.take(page.shapes.take(that))]] = True
    words = found.nonzero()[0]
    rows = page.row_of.take(words)
    return np.asarray(words[(rows >= 0) & ((page.lasts - page.firsts).take(rows) <= LONGEST)])


def before_that(page: Sheet, words: Ints) -> Bools:
    """Which candidates stand right before "that"."""
    return np.asarray(page.following.take(words) == THAT)


def subjects(page: Sheet, words: Ints, first: Ints) -> Ints:
    """Of each candidate the last word before it that is no auxiliary and no adverb, the one behind all for none; `first`
    are the first words of their rows."""
    shapes = page.shapes[:-1]
    firm = np.arange(len(shapes))
    firm[SKIPPED.take(shapes)] = -1
    found = np.maximum.accumulate(firm).take(words - 1)
    found[(found < first) | (words == first)] = len(shapes)
    return found


def next_that(page: Sheet, words: Ints) -> Ints:
    """Of each candidate the next "that"; behind the last one none follows."""
    that = (page.shapes == THAT).nonzero()[0]
    after = np.full(len(that) + 1, 1 << 40)
    after[:-1] = that
    return np.asarray(after.take(that.searchsorted(words, side="right")))


def rivals(mine: Ints, groups: Ints) -> tuple[Ints, Ints]:
    """The highest rate of a candidate to the left and to the right of each candidate in its group, itself left out; groups
    rise."""
    # Groups rise (or fall) in steps beyond any rate, so that a running maximum begins anew with each.
    up, down = groups << 10, (groups.max(initial=0) - groups) << 10
    left, right = np.zeros_like(mine), np.zeros_like(mine)
    left[1:] = np.maximum.accumulate(mine + up)[:-1]
    right[:-1] = np.maximum.accumulate((mine + down)[::-1])[-2::-1]
    return np.maximum(left - up, 0), np.maximum(right - down, 0)


def _ranks(mine: Ints, rows: Ints, groups: Ints) -> tuple[Ints, Ints]:
    """The highest rates left and right of each candidate, in steps, as one number: in its row, and in its group there."""
    order = groups.argsort(kind="stable")
    # Both at once, the groups behind the rows.
    behind = groups[order] + (rows[-1] + 1)
    left, right = rivals(np.concatenate((mine, mine[order])), np.concatenate((rows, behind)))
    found = np.minimum(left // _STEP, _STEPS - 1) * _STEPS + np.minimum(right // _STEP, _STEPS - 1)
    alike = np.empty_like(mine)
    alike[order] = found[len(mine) :]
    return found[: len(mine)], alike


def _rows(page: Sheet) -> tuple[Ints, Ints]:
    """Of each row whether its first and last words are quoted; and whether marks open the next one, stand in the one
    before, and its kind."""
    ends = page.quoted.take(page.firsts) << 1 | page.quoted.take(page.lasts - 1)
    beside = page.kinds << 2
    beside[:-1] |= (page.opening[1:] > 0) << 1
    beside[1:] |= page.quoting[:-1]
    return ends, beside


def _columns(page: Sheet, rates: Ints, clusters: Ints, words: Ints) -> Hashes:
    """All columns of the given candidates, a row a column."""
    rows = page.row_of.take(words)
    first, last = page.firsts.take(rows), page.lasts.take(rows)
    near = words + _AROUND
    near = np.where((near >= first) & (near < last), near, len(rates))
    codes = page.codes.take(near[_SPAN + _NEAR[0] : _SPAN + _NEAR[-1] + 1])
    subject = subjects(page, words, first)
    seen = clusters.take(page.entries) << 9 | page.shapes
    before, after = page.before.take(words), page.behind.take(words + 1)
    quoted = page.quoted.take(words)
    ends, beside = _rows(page)
    mine = rates.take(words)
    groups = rows << 1 | quoted
    rank, alike = _ranks(mine, rows, groups)
    found = np.zeros((len(_COLUMNS), len(words)), np.uint32)
    found[: len(near)] = seen.take(near)
    found[len(near) : len(near) + len(codes)] = hashes_of(codes)
    found[len(near) + len(codes) : -1] = (
        lemmas_of(page.codes.take(words)),
        hashes_of(page.codes.take(subject)),
        seen.take(subject),
        seen.take(first),
        before,
        after,
        before << 6 | after,
        quoted,
        page.quoting.take(rows),
        ends.take(rows),
        beside.take(rows),
        mine // _FINE_STEP,
        rank,
        alike,
        np.minimum(np.bincount(groups).take(groups), _MANY),
        np.minimum(np.bincount(rows).take(rows), _MANY),
        np.minimum(words - first, _FAR) << 3 | np.minimum(last - words, _FAR),
        next_that(page, words) < np.minimum(last, words + _SOON),
    )
    return found


def contexts(page: Sheet, rates: Ints, clusters: Ints, words: Ints) -> Hashes:
    """The places of the candidates' conjunctions in the table of weights, a row a conjunction; `rates` are those of the
    document's words, `clusters` those of the vocabulary's entries."""
    columns = _columns(page, rates, clusters, words)
    joined: Hashes = (columns * _SCATTER[0]).take(_JOINED[0], axis=0)
    joined += (columns * _SCATTER[1]).take(_JOINED[1], axis=0)
    joined += (columns * _SCATTER[2]).take(_JOINED[2], axis=0)
    joined ^= _SALTS
    joined ^= joined >> np.uint32(15)
    joined *= _SCATTER[1]
    joined >>= np.uint32(32 - TABLE_BITS)
    return joined
