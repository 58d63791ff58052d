"""How well the words, pairs and openings of a sentence tell a weasel, cross-validated; half a minute.

python -m benchmarks.training.hedges DATA_DIR

A logistic regression over the grams of `auditor.text.hedges` on CoNLL-2010's weasel task, its weights drawn to nothing
(Adam on all of it at once). What ships in `hedges.tsv` was learned from the same grams with less of a pull, which makes
longer and better cues of the same sentences (F in sample 0.730 against 0.727).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.text.hedges import grams
from auditor.text.tokens import WORD
from benchmarks._data import rows

_STEPS, _RATE, _DRAWN, _FOLDS = 300, 0.02, 8.0, 5
Floats = npt.NDArray[np.float64]
Sentence = tuple[list[str], bool]


def sentences(folder: Path) -> list[Sentence]:
    """The grams of each sentence, none twice, and whether it is a weasel."""
    seen = {str(row["text"]): bool(row["label"]) for row in rows(folder, "wikiweasel")}
    return [
        ([key for key, _, _ in grams([word.lower() for word in WORD.findall(text)])], seen[text])
        for text in sorted(seen)
    ]


def learned(some: Sequence[Sentence]) -> tuple[dict[str, float], float]:
    """The weights of grams, and the bias."""
    places = {key: at for at, key in enumerate(sorted({key for keys, _ in some for key in keys}))}
    known = [[places[key] for key in keys] for keys, _ in some]
    cells = np.array([cell for one in known for cell in one])
    owners = np.repeat(np.arange(len(known)), [len(one) for one in known])
    wanted = np.array([label for _, label in some], float)
    # The last weight is the bias, which is not drawn to nothing.
    weights, mean, square = np.zeros((3, len(places) + 1))
    drawn = np.append(np.full(len(places), _DRAWN), 0.0)
    for step in range(1, _STEPS + 1):
        sums = np.bincount(owners, weights=weights[cells], minlength=len(known)) + weights[-1]
        error = 1 / (1 + np.exp(-sums)) - wanted
        slope = (
            np.append(np.bincount(cells, weights=error[owners], minlength=len(places)), error.sum()) + drawn * weights
        )
        mean += 0.1 * (slope - mean)
        square += 0.01 * (slope * slope - square)
        weights -= _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {key: float(weights[at]) for key, at in places.items()}, float(weights[-1])


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
    """Prints F over all folds."""
    parser = argparse.ArgumentParser(description="cross-validate a model of hedges")
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    some = sentences(parser.parse_args().data_dir)
    wanted = np.array([label for _, label in some])
    sums = held_out(some)
    fold = np.arange(len(some)) % _FOLDS
    # The threshold of each fold is the one that is best on the others.
    chosen = np.array([best_least(sums[fold != one], wanted[fold != one]) for one in range(_FOLDS)])
    print(f"{len(some)} sentences, cross-validated: F {_f(sums - chosen[fold], wanted, 0.0):.3f}")


if __name__ == "__main__":
    main()
