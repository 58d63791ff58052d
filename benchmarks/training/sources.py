"""Learns which of the places of a source holds it, and writes `sources.npz` where it ships; half a minute.

python -m benchmarks.training.sources DATA_DIR

A softmax over the places of each gold cue of PolNeAR's train part and nobody, by steps of AdaGrad, averaged. The right
places are those inside the gold source, nobody where a cue has none. Printed is how often the best place is right on the
dev part.
"""

import argparse
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

import auditor.text.attribution as package
from auditor import Document
from auditor.text.attribution.codes import Ints, entries_of, vocabulary
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.places import places_of, subject
from auditor.text.attribution.sheet import page
from auditor.text.attribution.sources import SOURCE_BITS, SOURCE_UNIT, Asked, cells
from auditor.text.attribution.words import Words, words
from benchmarks._data import rows
from benchmarks.training.gold import within

_EPOCHS, _RATE, _DECAY, _FEWEST = 8, 0.1, 0.0005, 2
_ORIGIN = (
    "Weights of a softmax fitted to the train part of PolNeAR (Newell et al. 2018); learned figures of hashed features, no"
    " text. CC0."
)

Table = npt.NDArray[np.int8]


class Choice(NamedTuple):
    """The cells of the places of one cue and, last, of nobody, a row each, and whether each is right."""

    cells: Ints
    right: npt.NDArray[np.bool_]


def _gold(row: Mapping[str, object], found: Words) -> Iterator[tuple[Cue, frozenset[int]]]:
    """The gold cues of an article in order, each at its likeliest word, with the words of its source."""
    rates, entries = vocabulary().rates, entries_of(found.codes)
    starts, firsts = found.tokens.starts, [one.first for one in found.rows]
    judged = row["attributions"]
    assert isinstance(judged, list)
    made = []
    for one in judged:
        cue = [at for start, end in one["cue"][:1] for at in within(starts, start, end)]
        if not cue:
            continue
        chief = max(cue, key=lambda at: rates[entries[at]])
        number = bisect_right(firsts, chief) - 1
        if number >= 0 and chief < found.rows[number].last:
            source = frozenset(at for start, end in one["source"] for at in within(starts, start, end))
            made.append((Cue(chief, found.rows[number], 0.0, chief, chief + 1), source))
    yield from sorted(made, key=lambda pair: pair[0].chief)


def _choices(row: Mapping[str, object]) -> Iterator[Choice]:
    """What each cue of an article lets choose among."""
    document = Document(id=str(row["id"]), text=str(row["text"]))
    found = words(document)
    asked: list[Asked] = []
    sources = []
    before: int | None = None
    for cue, source in _gold(row, found):
        before = before if asked and asked[-1][0].row is cue.row else None
        places = places_of(found, cue, before)
        before = subject(places, before)
        asked.append((cue, places))
        sources.append(source)
    if not asked:
        return
    table = cells(page(document), asked).T.astype(np.int64)
    begin = 0
    for (_, places), source, nobody in zip(asked, sources, table[-len(asked) :], strict=True):
        end = begin + len(places)
        yield Choice(
            np.concatenate((table[begin:end], nobody[None])),
            np.array([*(at in source for at in places), not source]),
        )
        begin = end


def choices(folder: Path, split: str) -> list[Choice]:
    """The choices of all articles of a part of PolNeAR."""
    judged = sorted((row for row in rows(folder, "polnear") if row["split"] == split), key=lambda row: str(row["id"]))
    return [one for row in judged for one in _choices(row)]


def learned(some: Sequence[Choice]) -> Table:
    """The weights in whole numbers. Where none of the places is right, nothing is learned."""
    counts = np.bincount(np.concatenate([one.cells.ravel() for one in some]), minlength=1 << SOURCE_BITS)
    often = counts >= _FEWEST
    taught = [one for one in some if one.right.any()]
    weight, averaged, spread = np.zeros(len(counts)), np.zeros(len(counts)), np.ones(len(counts))
    chance = np.random.default_rng(0)
    for epoch in range(_EPOCHS):
        for number in chance.permutation(len(taught)):
            places, right = taught[number]
            sums = (weight[places] * often[places]).sum(axis=1)
            sure = np.exp(sums - sums.max())
            wanted = sure * right
            slope = np.repeat(sure / sure.sum() - wanted / wanted.sum(), places.shape[1])
            touched = places.ravel()
            spread[touched] += slope * slope
            weight[touched] -= _RATE * (slope / np.sqrt(spread[touched]) + _DECAY * weight[touched])
        averaged += (weight - averaged) / (epoch + 1)
    return np.clip(np.rint(averaged * often * SOURCE_UNIT), -127, 127).astype(np.int8)


def right(table: Table, some: Sequence[Choice]) -> float:
    """How often the place of the greatest weight is right; of equals the first wins, and nobody the last."""
    return float(np.mean([one.right[table[one.cells].sum(axis=1, dtype=np.int32).argmax()] for one in some]))


def main() -> None:
    """Learns and writes."""
    parser = argparse.ArgumentParser(description="learn the model that chooses sources")
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    folder = parser.parse_args().data_dir
    table = learned(choices(folder, "train"))
    print(f"right on dev: {right(table, choices(folder, 'dev')):.4f}")
    path = Path(next(iter(package.__path__))) / "sources.npz"
    np.savez_compressed(path, table=table, origin=np.array(_ORIGIN))


if __name__ == "__main__":
    main()
