"""Logistic regression over sets of features, and which kind a feature speaks for."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from auditor.text.linewords import BASE, RARE, SIEVE, pieces

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

_STEPS, _RATE, _SLOW_FROM = 400, 0.1, 300
_PENALTY = 3e-6
# The weight of the pieces that the sieve knows, in the article's own lines or ten times that in furniture; and the share of
# the lines told that it may lose.
_FREQUENT, _LOST = 60.0, 0.004
# A feature speaks for a kind where it is so many times as frequent there as in all furniture; 9 is the loudest.
_TIMES, _LOUDEST = 1.5, 9
# The kind of lines that were marked without one.
UNTOLD = "untold"
# Kinds that words do not tell: a house's promise, of which there are too few, and a bare address.
_NOT_BY_WORDS = frozenset((UNTOLD, "house", "link"))


def _fitted(rows: Integers, columns: Integers, wanted: Floats, weights: Floats, width: int) -> tuple[Floats, float]:
    """Weights and base, by Adam (Kingma and Ba 2015) over all examples at once; the same to the bit each time."""
    found, base = np.zeros(width), -3.0
    mean, spread = np.zeros(width + 1), np.zeros(width + 1)
    share = weights / weights.sum()
    for step in range(1, _STEPS + 1):
        z = np.bincount(rows, weights=found[columns], minlength=len(wanted)) + base
        wrong = (1 / (1 + np.exp(-z)) - wanted) * share
        slope = np.append(np.bincount(columns, weights=wrong[rows], minlength=width) + _PENALTY * found, wrong.sum())
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope * slope
        rate = _RATE if step <= _SLOW_FROM else 0.3 * _RATE
        move = rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-9)
        found -= move[:-1]
        base -= float(move[-1])
    return found, base


def learned(
    read: Sequence[set[str]],
    kinds: Sequence[str | None],
    weights: Sequence[float],
    fewest: tuple[float, float],
    least: Sequence[float],
) -> dict[str, float]:
    """Feature to log-odds, with `BASE`. `fewest`: the weight of a feature in furniture, or else in the others."""
    sums: tuple[dict[str, float], dict[str, float]] = (defaultdict(float), defaultdict(float))
    for found, kind, weight in zip(read, kinds, weights, strict=True):
        for feature in found:
            sums[kind is None][feature] += weight
    usual = (f for f in sums[0].keys() | sums[1].keys() if sums[0][f] >= fewest[0] or sums[1][f] >= fewest[1])
    kept = sorted(feature for feature in usual if feature.isprintable())
    wanted = np.array([kind is not None for kind in kinds], np.float64)
    model: dict[str, float] = {}
    for bound in least:
        kept = [feature for feature in kept if not model or abs(model[feature]) >= bound]
        place = {feature: at for at, feature in enumerate(kept)}
        held = [[place[feature] for feature in sorted(found) if feature in place] for found in read]
        rows = np.repeat(np.arange(len(held)), [len(some) for some in held])
        columns = np.array([at for some in held for at in some], np.int64)
        values, base = _fitted(rows, columns, wanted, np.array(weights), len(kept))
        model = dict(zip(kept, values.tolist(), strict=True))
    return model | {BASE: base}


def sieved(
    lines: Sequence[str], odds: Sequence[float], kinds: Sequence[str | None], weights: Sequence[float]
) -> dict[str, float]:
    """A coarser model over what stands between spaces, its base moved so that it keeps nearly all that `odds` tell."""
    frequent: dict[str, float] = defaultdict(float)
    found = [pieces(line) for line in lines]
    for some, kind, weight in zip(found, kinds, weights, strict=True):
        for piece in some:
            frequent[piece] += weight * (10 if kind is not None else 1)
    # The rarest tenth of pieces stands for those that no line here has.
    read = [{piece if frequent[piece] >= _FREQUENT else RARE for piece in some} for some in found]
    model = learned(read, kinds, weights, (1, 1), (0.0,))
    rare = model.setdefault(RARE, 0.0)
    told = sorted(
        model[BASE] + sum(model.get(piece, rare) for piece in some)
        for some, likely, kind in zip(found, odds, kinds, strict=True)
        if kind is not None and likely >= 1.0
    )
    model[BASE] -= told[int(_LOST * len(told))]
    return {SIEVE + piece: weight for piece, weight in model.items()}


def strongest(
    read: Sequence[set[str]], kinds: Sequence[str | None], weights: Sequence[float], model: Mapping[str, float]
) -> dict[str, tuple[str, int]]:
    """Feature to the kind that it speaks for and how loudly: how many times as frequent it is there, as a power of two."""
    total: dict[str, float] = defaultdict(float)
    held: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for found, kind, weight in zip(read, kinds, weights, strict=True):
        if kind is not None and kind not in _NOT_BY_WORDS:
            total[kind] += weight
            for feature in found & model.keys():
                held[feature][kind] += weight
    everything = sum(total.values())
    speaks: dict[str, tuple[str, int]] = {}
    for feature, by_kind in held.items():
        whole = sum(by_kind.values())
        # Three lines of the average kind are added, so that a rare feature speaks softly.
        lift = {k: (w + 3 * total[k] / everything) / (whole + 3) / (total[k] / everything) for k, w in by_kind.items()}
        kind = max(sorted(lift), key=lambda kind: lift[kind])
        if lift[kind] >= _TIMES and model[feature] > 0:
            speaks[feature] = (kind, min(_LOUDEST, round(2 * math.log2(lift[kind]))))
    return speaks
