"""Finds who is behind each cue: a linear model chooses among the few places where English puts a source, and nobody
("is expected to"). Human judgements: PolNeAR.

A feature joins two things known of a cue and a place; its weight stands in a table, where the two are hashed to. All
places of a document are weighed at once. `benchmarks/training/sources.py` makes the weights.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.model import Document
from auditor.text.attribution.codes import GAPS, SHAPES, SPACE, lemmas_of
from auditor.text.attribution.cues import HEARSAY, HELD, Cue
from auditor.text.attribution.lists import listed
from auditor.text.attribution.places import Places, behind, places_of, subject
from auditor.text.attribution.sheet import Sheet, page
from auditor.text.attribution.words import Words

Asked = tuple[Cue, Places]

# Weights stand in a table of 2 to the power of this, in parts of a whole; two features that meet share one.
SOURCE_BITS, SOURCE_UNIT = 18, 24
# What features join: w the names of the place, m its lemma, s its shape, b and a the shapes before and after it, d how
# far it is from the cue; l the lemma of the cue, c its shape, g the gaps beside it. Nobody has the place of the cue
# itself, under no name.
_COLUMNS = "wmsbadlcg"
_FEATURES = "ws wg wc wl sl wb wa ds as bs lb wm".split()
_FIRST, _SECOND = np.array([[_COLUMNS.index(letter) for letter in one] for one in _FEATURES]).T
# Odd numbers that scatter what is joined (primes of xxHash).
_ONE, _OTHER = np.uint32(2246822519), np.uint32(3266489917)
_SALT = np.arange(1, len(_FEATURES) + 1, dtype=np.uint32)[:, None] * np.uint32(374761393)
# What tells the shapes of nobody's place from those of a source's.
_NOBODY = 512
_FARTHEST = 32

_NAME, _CLOSING = SHAPES["X"], GAPS["Q)"]
_SAYING = listed("saying")
_SUBJECTS = frozenset(SHAPES[word] for word in "he she they we i who you".split())
# Cues of which nobody may be told.
_TOLD = HEARSAY | HELD
BE = frozenset("is are was were be been being".split())


def says(word: str) -> bool:
    """Whether a cue of this word gives a source for a claim (and not a wish or a deed)."""
    return word in _SAYING


def _step(distance: int) -> int:
    """How far a word is from a cue, in steps that grow."""
    step = distance if abs(distance) < 4 else distance // 4 + (4 if distance > 0 else -3)
    return max(-6, min(4, step))


_STEPS = np.array([_step(distance) + 6 for distance in range(-_FARTHEST, _FARTHEST + 1)])


def cells(sheet: Sheet, asked: Sequence[Asked]) -> npt.NDArray[np.uint32]:
    """Where the weights of the features stand in the table: a row a feature, a column a place, of one cue after the
    other, and behind them one for nobody, by cue."""
    chief = [cue.chief for cue, _ in asked]
    words: list[int] = []
    names: list[int] = []
    for _, places in asked:
        words += places
        names += places.values()
    nobody = len(words)
    at, cues = np.array(words + chief), np.array(chief)
    number = np.arange(len(asked)).repeat([len(places) for _, places in asked])
    columns = np.empty((len(_COLUMNS), len(at)), np.uint32)
    columns[0, :nobody], columns[0, nobody:] = names, 0
    columns[1], columns[2] = lemmas_of(sheet.codes.take(at)), sheet.shapes.take(at)
    columns[3], columns[4] = sheet.prior.take(at), sheet.following.take(at)
    columns[1, nobody:] = 0
    columns[2:5, nobody:] += np.uint32(_NOBODY)
    columns[5, :nobody] = _STEPS.take(at[:nobody] - cues.take(number) + _FARTHEST, mode="clip")
    columns[5, nobody:] = 0
    own = columns[6:, nobody:]
    own[0], own[1] = lemmas_of(sheet.codes.take(cues)), sheet.shapes.take(cues)
    own[2] = sheet.before.take(cues) << 6 | sheet.behind.take(cues + 1)
    columns[6:, :nobody] = own.take(number, axis=1)
    joined = columns.take(_FIRST, axis=0) * _ONE
    joined += columns.take(_SECOND, axis=0) * _OTHER
    joined += _SALT
    joined ^= joined >> np.uint32(15)
    joined *= _ONE
    return np.asarray(joined >> np.uint32(32 - SOURCE_BITS))


@lru_cache(maxsize=1)
def _table() -> npt.NDArray[np.int8]:
    with np.load(Path(__file__).with_name("sources.npz")) as kept:
        return np.asarray(kept["table"])


def _best(sheet: Sheet, asked: Sequence[Asked]) -> Iterator[int | None]:
    """Of each cue the place of the greatest weight, None for nobody."""
    weights = _table().take(cells(sheet, asked)).sum(axis=0, dtype=np.int32).tolist()
    begin = 0
    for (_, places), nobody in zip(asked, weights[-len(asked) :], strict=True):
        mine = weights[begin : begin + len(places)]
        begin += len(places)
        # Of equals the first wins, and nobody the last.
        mine.append(nobody)
        best = mine.index(max(mine))
        yield list(places)[best] if best < len(places) else None


def _is_held(found: Words, cue: Cue) -> bool:
    """Whether a cue of `_TOLD` says by itself that nobody is told of ("reportedly", "were thought to"); of 66 such cues
    in PolNeAR 63 have no source."""
    low, index = found.tokens.lower, cue.chief
    if low[index] in HEARSAY:
        return True
    return index > cue.row.first and low[index - 1] in BE and low[index + 1 : index + 2] == ("to",)


def _plain(found: Words, cue: Cue) -> int | None:
    """The place of a source that needs no choice.

    Most stand right before their cue: of pronouns there, 99 in 100 are it (PolNeAR, train), of names before a verb of
    saying 96, no fewer than the model gets right. A name behind a quotation and a verb of saying the model takes too, in
    660 of 661 cases of 600 articles.
    """
    index, word = cue.chief, found.tokens.lower[cue.chief]
    if word == "according":
        return behind(found, cue)
    if index == cue.row.first:
        return None
    gaps, shapes = found.gaps, found.shapes
    if gaps[index] == SPACE:
        before = shapes[index - 1]
        return index - 1 if before in _SUBJECTS or (before == _NAME and word in _SAYING) else None
    named = gaps[index] == _CLOSING and index + 1 < cue.row.last and gaps[index + 1] == SPACE
    return index + 1 if named and shapes[index + 1] == _NAME and word in _SAYING else None


def sources_of(document: Document, found: Words, cues: Sequence[Cue]) -> list[int | None]:
    """Of each cue the word where its source stands, None for nobody."""
    answers: list[int | None] = []
    asked: list[Asked] = []
    numbers = []
    row, before, low = None, None, found.tokens.lower
    for number, cue in enumerate(cues):
        if cue.row is not row:
            row, before = cue.row, None
        at = None
        if low[cue.chief] not in _TOLD or not _is_held(found, cue):
            at = _plain(found, cue)
            if at is None:
                places = places_of(found, cue, before)
                asked.append((cue, places))
                numbers.append(number)
                before = subject(places, before)
        answers.append(at)
        before = before if at is None else at
    if asked:
        for number, at in zip(numbers, _best(page(document), asked), strict=True):
            answers[number] = at
    return answers
