"""Finds the words that say that somebody says, by a linear model over every word that may be a cue.

The task and the human judgements are PolNeAR's (Newell, Margolin & Ruths, LREC 2018): a cue may be a verb of saying,
thinking, wanting or showing, a noun ("the claim"), or "according to".
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.model import Document
from auditor.text.attribution.codes import SHAPES, SPACE, Ints, vocabulary
from auditor.text.attribution.contexts import Bools, before_that, candidates, contexts
from auditor.text.attribution.lists import idioms, listed
from auditor.text.attribution.shapes import CLOSED
from auditor.text.attribution.sheet import Sheet, page
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
_BETWEEN = ("is", "are", "was", "were", "be", "been", "being", "-ly")


def _entries(words: Iterable[str]) -> Bools:
    """Which entries of the vocabulary are those of the words."""
    known = vocabulary()
    found = np.zeros(len(known.rates), dtype=bool)
    found[[known.entries[word] for word in words if word in known.entries]] = True
    return found


@lru_cache(maxsize=1)
def _nobodys() -> tuple[Bools, Bools, Bools]:
    """The entries of hearsay, those of what is held, and the shapes before these."""
    before = np.zeros(len(SHAPES), dtype=bool)
    before[[SHAPES[name] for name in _BETWEEN]] = True
    return _entries(HEARSAY), _entries(HELD), before


def _is_nobodys(sheet: Sheet, words: Ints) -> Bools:
    """Which candidates say by themselves that somebody unnamed says so."""
    hearsay, held, before = _nobodys()
    entries = sheet.entries.take(words)
    opens = sheet.shapes.take(words - 2) == SHAPES["it"]
    passive = before.take(sheet.prior.take(words)) & (opens | (sheet.following.take(words) == SHAPES["to"]))
    return np.asarray(hearsay.take(entries) | (held.take(entries) & passive))


class Cue(NamedTuple):
    """The words `[first, last)` of a cue, the chief one among them, its sentence, and the model's log-odds."""

    chief: int
    row: Row
    score: float
    first: int
    last: int


def _collective_says(row: Row, found: Words, index: int) -> bool:
    """Whether a bare collective stands right before a word that stands before "that": "Mavens counsel that …".

    Paraphrasing machines replace the verb by one that no human used as a cue.
    """
    low = found.tokens.lower
    return index > row.first and low[index - 1] in listed("collectives") and low[index] not in CLOSED


def _is_idiom(row: Row, found: Words, index: int) -> bool:
    low = found.tokens.lower
    if index + 1 >= row.last or found.gaps[index + 1] != SPACE:
        return False
    silent = idioms().get(low[index])
    return silent is not None and low[index + 1].replace("’", "'").removesuffix("'s") in silent


def likely(odds: npt.NDArray[np.float64], rows: Ints, least: float, least_of_row: float) -> npt.NDArray[np.bool_]:
    """Which candidates are cues: those of enough log-odds, and the best of a row that as a whole has enough.

    A sentence with three candidates at 0.3 each holds a cue more often than not, only which is open.
    """
    found = odds >= least
    if not len(odds):
        return found
    opens = np.ones(len(rows), bool)
    np.not_equal(rows[1:], rows[:-1], out=opens[1:])
    begun = opens.nonzero()[0]
    sums = np.add.reduceat(np.logaddexp(0, odds), begun)
    best = np.where(sums >= least_of_row, np.maximum.reduceat(odds, begun), np.inf)
    return np.asarray(found | (odds == best[opens.cumsum() - 1]))


def _found(document: Document, found: Words) -> Iterator[Cue]:
    sheet, known, model = page(document), vocabulary(), weights()
    words = candidates(sheet, model.gate)
    if not len(words):
        return
    rows = sheet.row_of.take(words)
    odds = model.odds(contexts(sheet, known.rates.take(sheet.entries.take(words)), words))
    certain = likely(odds, rows, model.least, model.least_of_row) | _is_nobodys(sheet, words)
    asked = (certain | before_that(sheet, words)).nonzero()[0]
    for at, index, number, score in zip(
        asked.tolist(), words[asked].tolist(), rows[asked].tolist(), odds[asked].tolist(), strict=True
    ):
        row = found.rows[number]
        told = certain[at] or (score >= _LEAST_OF_NOUN and found.tokens.lower[index] in HEARD_NOUNS)
        if not _is_idiom(row, found, index) and (told or _collective_says(row, found, index)):
            yield Cue(index, row, score, index, index + 1)


def _merged(chosen: Iterator[Cue], found: Words) -> Iterator[Cue]:
    """Cues whose words touch are one: "also said", "said: “…”"."""
    last: Cue | None = None
    for cue in chosen:
        if last is not None and last.last == cue.chief and last.row is cue.row and found.gaps[cue.chief] == SPACE:
            better = cue if cue.score > last.score else last
            last = Cue(better.chief, cue.row, better.score, last.first, cue.last)
        else:
            if last is not None:
                yield last
            last = cue
    if last is not None:
        yield last


@view
def cues(document: Document) -> tuple[Cue, ...]:
    """All cues in order."""
    found = words(document)
    return tuple(_merged(_found(document, found), found)) if found.rows else ()
