"""Finds the words that say that somebody says, by a linear model over every word that may be a cue.

The task and the human judgements are PolNeAR's (Newell, Margolin & Ruths, LREC 2018): a cue may be a verb of saying,
thinking, wanting or showing, a noun ("the claim"), or "according to".
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.model import Document
from auditor.text.attribution.codes import SHAPES, SPACE, Ints, vocabulary
from auditor.text.attribution.contexts import Bools, before_that, candidates, contexts
from auditor.text.attribution.lists import idioms, listed
from auditor.text.attribution.shapes import CLOSED
from auditor.text.attribution.sheet import page
from auditor.text.attribution.weights import weights
from auditor.text.attribution.words import Row, Words, words
from auditor.text.view import view

# Adverbs by which the text itself says that somebody else says so.
HEARSAY = frozenset("allegedly purportedly reportedly supposedly".split())

# Before "that" these are cues at lower log-odds than others: "the suspicion that the dyke was cut" is rare in politics.
HEARD_NOUNS = frozenset(
    "accusation accusations allegation allegations assertion assertions claim claims complaint complaints rumor rumors rumour rumours "
    "suggestion suggestions suspicion suspicions".split()
)
_LEAST_OF_NOUN = -3.0
# "is believed to", "is widely thought to": nobody says who does. Adverbs that stand between are told by their ending.
HELD = frozenset(
    "said believed thought reported alleged understood rumoured rumored expected estimated presumed feared assumed claimed".split()
)
_BETWEEN = frozenset(SHAPES[name] for name in ("is", "are", "was", "were", "be", "been", "being", "-ly"))
_HEARSAY, _HELD = 1, 2


@lru_cache(maxsize=1)
def _nobodys() -> npt.NDArray[np.int8]:
    """Of each entry of the vocabulary whether it is one of hearsay, or of what is held."""
    known = vocabulary()
    found = np.zeros(len(known.rates), np.int8)
    for some, kind in ((HEARSAY, _HEARSAY), (HELD, _HELD)):
        found[[known.entries[word] for word in some if word in known.entries]] = kind
    return found


def _is_held(found: Words, row: Row, index: int) -> bool:
    """Whether a word of what is held says that somebody unnamed holds it: "it is believed", "was thought to"."""
    low, shapes = found.tokens.lower, found.shapes
    if index == row.first or shapes[index - 1] not in _BETWEEN:
        return False
    return (index - 1 > row.first and low[index - 2] == "it") or (index + 1 < row.last and low[index + 1] == "to")


class Cue(NamedTuple):
    """The words `[first, last)` of a cue, the chief one among them, its sentence, and the model's log-odds."""

    chief: int
    row: Row
    score: float
    first: int
    last: int


def _leads(found: Words, row: Row, index: int, score: float) -> bool:
    """Whether a word before "that", of which the model is not sure, is a cue: a noun of what is heard, or what a bare
    collective does ("Mavens counsel that …").

    Paraphrasing machines replace the verb by one that no human used as a cue.
    """
    low = found.tokens.lower
    if score >= _LEAST_OF_NOUN and low[index] in HEARD_NOUNS:
        return True
    return index > row.first and low[index - 1] in listed("collectives") and low[index] not in CLOSED


def _is_idiom(found: Words, row: Row, index: int) -> bool:
    low = found.tokens.lower
    silent = idioms().get(low[index])
    if silent is None or index + 1 >= row.last or found.gaps[index + 1] != SPACE:
        return False
    return low[index + 1].replace("’", "'").removesuffix("'s") in silent


def likely(odds: npt.NDArray[np.float64], rows: Ints, least: float, least_of_row: float) -> Bools:
    """Which of one candidate or more are cues: those of enough log-odds, and the best of a row that as a whole has
    enough: the sum of its candidates' odds.

    A sentence with three candidates at 0.3 each holds a cue more often than not, only which is open.
    """
    opens = np.ones(len(rows), bool)
    np.not_equal(rows[1:], rows[:-1], out=opens[1:])
    begun = opens.nonzero()[0]
    best = np.maximum.reduceat(odds, begun)
    best[np.add.reduceat(np.exp(odds), begun) < least_of_row] = np.inf
    return np.asarray((odds >= least) | (odds == best.take(opens.cumsum() - 1)))


def _found(document: Document, found: Words) -> Iterator[Cue]:
    sheet, known, model = page(document), vocabulary(), weights()
    words = candidates(sheet, model.gate)
    if not len(words):
        return
    rows, entries = sheet.row_of.take(words), sheet.entries.take(words)
    odds = model.odds(contexts(sheet, known.rates.take(entries), words))
    certain, nobodys = likely(odds, rows, model.least, model.least_of_row), _nobodys().take(entries)
    leading = before_that(sheet, words)
    asked = (certain | (nobodys > 0) | leading).nonzero()[0]
    columns = (certain, nobodys, leading, words, rows, odds)
    for sure, nobody, leads, index, number, score in zip(*(one.take(asked).tolist() for one in columns), strict=True):
        row = found.rows[number]
        told = (
            sure
            or nobody == _HEARSAY
            or (nobody == _HELD and _is_held(found, row, index))
            or (leads and _leads(found, row, index, score))
        )
        if told and not _is_idiom(found, row, index):
            yield Cue(index, row, score, index, index + 1)


def _merged(chosen: Iterator[Cue], found: Words) -> Iterator[Cue]:
    """Cues whose words touch are one: "also said", "said: “…”"."""
    last: Cue | None = None
    for cue in chosen:
        if last is None:
            last = cue
        elif last.last == cue.chief and last.row is cue.row and found.gaps[cue.chief] == SPACE:
            better = cue if cue.score > last.score else last
            last = Cue(better.chief, cue.row, better.score, last.first, cue.last)
        else:
            yield last
            last = cue
    if last is not None:
        yield last


@view
def cues(document: Document) -> tuple[Cue, ...]:
    """All cues in order."""
    found = words(document)
    return tuple(_merged(_found(document, found), found)) if found.rows else ()
