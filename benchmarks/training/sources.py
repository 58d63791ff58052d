"""Learns which of the places of a source holds it, and writes `sources.tsv` where it ships; seconds.

python -m benchmarks.training.sources DATA_DIR

A softmax over the places of each gold cue of PolNeAR's train part and nobody, by steps of AdaGrad, averaged. The right
places are those inside the gold source, nobody where a cue has none.
"""

import argparse
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

import auditor.text.attribution as package
from auditor import Document
from auditor.text.attribution.codes import entries_of, vocabulary
from auditor.text.attribution.cues import Cue
from auditor.text.attribution.sources import features, places_of
from auditor.text.attribution.words import Words, words
from benchmarks._data import rows
from benchmarks.training.gold import within

_EPOCHS, _RATE, _DECAY, _FEWEST, _SMALLEST = 8, 0.1, 0.0005, 3, 5
_ORIGIN = (
    "# Weights (hundredths of log-odds) of a softmax fitted to the train part of PolNeAR (Newell et al. 2018);"
    " learned figures, words and word pairs only, no text. CC0."
)


class Choice(NamedTuple):
    """The features of the places of one cue, and whether each is right."""

    features: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


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


def choices(row: Mapping[str, object]) -> Iterator[Choice]:
    """What each cue of an article lets choose among; where none of the places is right, nothing is learned."""
    found = words(Document(id=str(row["id"]), text=str(row["text"])))
    last: Cue | None = None
    before: int | None = None
    for cue, source in _gold(row, found):
        before = before if last is not None and last.row is cue.row else None
        named = features(found, cue, places_of(found, cue, before))
        right = tuple(at in source if at is not None else not source for at in named)
        if any(right):
            yield Choice(tuple(named.values()), right)
        last, before = cue, next((at for at in named if at is not None and at in source), before)


def learned(some: list[Choice]) -> dict[str, int]:
    """The weights of features in hundredths."""
    counts = Counter(name for one in some for place in one.features for name in place)
    names = {name: number for number, name in enumerate(sorted(n for n, count in counts.items() if count >= _FEWEST))}
    cues = [
        ([np.array([names[name] for name in place if name in names]) for place in one.features], np.array(one.right))
        for one in some
    ]
    weight, averaged, spread = np.zeros(len(names)), np.zeros(len(names)), np.ones(len(names))
    chance = np.random.default_rng(0)
    for epoch in range(_EPOCHS):
        for number in chance.permutation(len(cues)):
            places, right = cues[number]
            sums = np.array([weight[place].sum() for place in places])
            sure = np.exp(sums - sums.max())
            wanted = sure * right
            slope = sure / sure.sum() - wanted / wanted.sum()
            for place, step in zip(places, slope, strict=True):
                spread[place] += step * step
                weight[place] -= _RATE * (step / np.sqrt(spread[place]) + _DECAY * weight[place])
        averaged += (weight - averaged) / (epoch + 1)
    return {name: value for name, at in names.items() if abs(value := round(100 * averaged[at])) >= _SMALLEST}


def main() -> None:
    """Learns and writes."""
    parser = argparse.ArgumentParser(description="learn the model that chooses sources")
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    folder = parser.parse_args().data_dir
    some = [
        one
        for row in sorted(rows(folder, "polnear"), key=lambda row: str(row["id"]))
        if row["split"] == "train"
        for one in choices(row)
    ]
    lines = [_ORIGIN, *(f"{name}\t{value}" for name, value in sorted(learned(some).items()))]
    path = Path(next(iter(package.__path__))) / "sources.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
