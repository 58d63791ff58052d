"""Learns which sentences hedge, and writes `hedges.tsv` where it ships; a minute.

python -m benchmarks.training.hedges DATA_DIR
python -m benchmarks.training.hedges DATA_DIR --check    (cross-validation, writes nothing)

A logistic regression over the words, pairs and openings of the sentences of CoNLL-2010's weasel task, by steps of AdaGrad,
averaged; the sum from which a sentence is hedged is the one of the best F on what was learned from, moved to where it is
on what was not.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

import auditor.text as package
from auditor.text.hedges import grams
from auditor.text.tokens import WORD
from benchmarks._data import rows

_EPOCHS, _RATE, _DECAY, _FEWEST, _SMALLEST, _FOLDS = 6, 0.1, 0.003, 3, 5, 5
_ORIGIN = (
    "# Weights (hundredths of log-odds) of a logistic regression on the weasel sentences of CoNLL-2010 (Wikipedia, CC BY-SA;"
    " task data MIT); learned figures, words and word pairs only, no text. CC0."
)
Floats = npt.NDArray[np.float64]
Sentence = tuple[list[str], bool]


def sentences(folder: Path) -> list[Sentence]:
    """The grams of each sentence, none twice, and whether it is a weasel."""
    seen = {str(row["text"]): bool(row["label"]) for row in rows(folder, "wikiweasel")}
    return [
        ([key for key, _, _ in grams([word.lower() for word in WORD.findall(text)])], seen[text]) for text in sorted(seen)
    ]


def learned(some: Sequence[Sentence]) -> tuple[dict[str, float], float]:
    """The weights of grams, and the bias."""
    counts = Counter(key for keys, _ in some for key in keys)
    places = {key: at for at, key in enumerate(sorted(key for key, count in counts.items() if count >= _FEWEST))}
    known = [np.array([places[key] for key in keys if key in places], np.int64) for keys, _ in some]
    weights, averaged, spread = np.zeros(len(places)), np.zeros(len(places)), np.ones(len(places))
    bias, steps = -1.0, 0
    chance = np.random.default_rng(0)
    for _ in range(_EPOCHS):
        for number in chance.permutation(len(some)):
            cells, wanted = known[number], some[number][1]
            error = 1 / (1 + np.exp(-(weights[cells].sum() + bias))) - wanted
            bias -= 0.01 * error
            spread[cells] += error * error
            weights[cells] -= _RATE * (error / np.sqrt(spread[cells]) + _DECAY * weights[cells])
            steps += 1
            if steps % 50 == 0:
                averaged += min(1.0, 50 / (steps / 2 + 50)) * (weights - averaged)
    return {key: float(averaged[at]) for key, at in places.items()}, float(bias)


def _sums(weights: dict[str, float], bias: float, some: Sequence[Sentence]) -> Floats:
    return np.array([bias + sum(weights.get(key, 0.0) for key in keys) for keys, _ in some])


def _f(sums: Floats, wanted: npt.NDArray[np.bool_], least: float) -> float:
    found = sums >= least
    return float(2 * (found & wanted).sum() / max(1, found.sum() + wanted.sum()))


def held_out(some: Sequence[Sentence]) -> Floats:
    """The sums of all sentences, each by weights that did not learn from it."""
    sums = np.zeros(len(some))
    for fold in range(_FOLDS):
        mine = [at for at in range(len(some)) if at % _FOLDS == fold]
        weights, bias = learned([some[at] for at in range(len(some)) if at % _FOLDS != fold])
        sums[mine] = _sums(weights, bias, [some[at] for at in mine])
    return sums


def best_least(sums: Floats, wanted: npt.NDArray[np.bool_]) -> float:
    """The sum from which F is best, in tenths."""
    return max((least / 10 for least in range(-20, 11)), key=lambda least: _f(sums, wanted, least))


def main() -> None:
    """Learns and writes, or checks."""
    parser = argparse.ArgumentParser(description="learn the weights of hedges")
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    parser.add_argument("--check", action="store_true", help="cross-validate and write nothing")
    options = parser.parse_args()
    some = sentences(options.data_dir)
    wanted = np.array([label for _, label in some])
    sums = held_out(some)
    fold = np.arange(len(some)) % _FOLDS
    # The threshold of each fold is the one that is best on the others.
    chosen = np.array([best_least(sums[fold != one], wanted[fold != one]) for one in range(_FOLDS)])
    print(f"{len(some)} sentences, cross-validated: F {_f(sums - chosen[fold], wanted, 0.0):.3f}")
    if options.check:
        return
    weights, bias = learned(some)
    table = {key: round(100 * weight) for key, weight in weights.items() if abs(round(100 * weight)) >= _SMALLEST}
    table |= {"bias": round(100 * bias), "threshold": round(100 * best_least(sums, wanted))}
    lines = [_ORIGIN, *(f"{key}\t{value}" for key, value in sorted(table.items()))]
    path = Path(next(iter(package.__path__))) / "hedges.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
