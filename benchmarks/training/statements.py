"""Learns how likely two statements at odds speak of one thing (`auditor/statements/odds.tsv`), from pairs written for this project.

OMP_NUM_THREADS=1 python -m benchmarks.training.statements          (prints the table; a minute)
OMP_NUM_THREADS=1 python -m benchmarks.training.statements --check  (each author left out in turn)

A pair has several conflicts to judge, of its longer statement and of the parts of it. Of a pair that cannot be true as a whole the
likeliest one is believed, of another pair none: weights and belief are found in turn (multiple-instance learning).
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from auditor.statements.align import align
from auditor.statements.compare import SHARE, conflict_of, figure_returns, told_again
from auditor.statements.conflict import Conflict
from auditor.statements.odds import ALWAYS, NEVER
from auditor.statements.parts import parts
from auditor.statements.traits import traits
from auditor.statements.voices import disagree
from auditor.statements.words import words

Floats = npt.NDArray[np.float64]

_OWN = Path(__file__).parents[2] / "tests" / "data"
_OTHERS = Path(__file__).with_name("statement_pairs.tsv")
_KINDS = frozenset("actor antonym date factive lexical negation numeric place structural temporal world".split())
_HEADER = (
    "# What tells whether two statements at odds speak of one thing, and its weight in log-odds; learned by benchmarks/training/statements.py "
    "from pairs of statements written for this project."
)
# Our own pairs are many and were mended on for longest; those of others count more.
_WEIGHT, _OWN_WEIGHT = 1.5, 1.0
_ROUNDS, _STEPS = 3, 12
# Strength of the prior by which weights stay small, and how fast belief settles on the likeliest conflict of a pair.
_RIDGE, _SETTLING = 30.0, 3
_THRESHOLDS = (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9)


class Pair(NamedTuple):
    """Two statements, who wrote them, and whether both can be true."""

    author: str
    conflict: bool
    first: str
    second: str


class Judged(NamedTuple):
    """A pair, the traits of each conflict in it, and whether it is told as two tellings of one case, traits or not."""

    pair: Pair
    traits: tuple[Mapping[str, float], ...]
    retold: bool


def pairs() -> Iterator[Pair]:
    """All pairs: our own, by file, and those that others wrote, by author."""
    for path in (*sorted(_OWN.glob("statement_pairs*.tsv")), _OTHERS):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                *author, kind, first, second = line.split("\t")
                yield Pair(author[0] if author else path.stem, kind in _KINDS, first, second)


def judged(pair: Pair) -> Judged:
    """The conflicts of a pair before it is weighed whether they are about one thing."""
    long, short = _by_length(pair.first, pair.second)
    found: list[Mapping[str, float]] = []
    told = False
    for text in _compared(long, short):
        one, other = map(words, _by_length(text, short))
        aligned = align(one, other, loose=True)
        if aligned is None:
            continue

        def returns(conflict: Conflict, text: str = text) -> bool:
            turned = replace(conflict, first=conflict.second, second=conflict.first)
            inside = conflict if _by_length(text, short)[0] == text else turned
            return text != long and conflict.kind == "numeric" and figure_returns(inside, text, long, short)

        conflict = conflict_of(aligned)
        if conflict and not returns(conflict):
            told_by = traits(aligned, conflict)
            if NEVER.isdisjoint(told_by):
                found.append(told_by)
        told = told or not all(map(returns, told_again(aligned)))
    return Judged(pair, tuple(found), told)


def _compared(long: str, short: str) -> Iterator[str]:
    """The longer statement and the parts of it, where they have not two speakers."""
    if not disagree(long, short):
        yield long
        yield from (
            part.text for part in parts(long) if SHARE * len(short) <= len(part.text) and not disagree(part.text, short)
        )


def _by_length(first: str, second: str) -> tuple[str, str]:
    """Two statements, the longer one first, as they are compared."""
    return (first, second) if (len(first), first) >= (len(second), second) else (second, first)


def learned(rows: Sequence[Judged], names: Sequence[str]) -> Floats:
    """The weights of `names`, the last being that of every pair."""
    places = {name: at for at, name in enumerate(names)}
    owner = np.array([at for at, row in enumerate(rows) for _ in row.traits])
    values = np.zeros((len(owner), len(names)))
    values[:, -1] = 1
    for line, told in enumerate(told for row in rows for told in row.traits):
        for name, value in told.items():
            if name in places:
                values[line, places[name]] = value
    # The prior is on traits of one spread, so that a rare trait may weigh as much as a frequent one.
    spread = values.std(axis=0)
    spread[spread == 0] = 1
    scaled = values / spread
    conflict = np.array([row.pair.conflict for row in rows])[owner].astype(float)
    own = np.array([row.pair.author.startswith("statement_pairs") for row in rows])[owner]
    weight = np.where(own, _OWN_WEIGHT, _WEIGHT)
    belief = weight / np.bincount(owner, minlength=len(rows))[owner]
    weights = np.zeros(len(names))
    for _ in range(_ROUNDS):
        weights = _fitted(scaled, conflict, belief)
        likely = 1 / (1 + np.exp(-scaled @ weights))
        most = np.zeros(len(rows))
        np.maximum.at(most, owner, likely)
        share = (likely / np.maximum(most[owner], 1e-9)) ** _SETTLING
        belief = weight * share / np.bincount(owner, share, len(rows))[owner]
    return np.asarray(weights / spread, np.float64)


def _fitted(values: Floats, outcomes: Floats, weights: Floats) -> Floats:
    """Logistic regression by Newton's steps; the last column, which is always 1, has no prior."""
    found = np.zeros(values.shape[1])
    prior = np.full(values.shape[1], _RIDGE)
    prior[-1] = 0
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-values @ found))
        slope = values.T @ (weights * (outcomes - likely)) - prior * found
        bend = (values * (weights * likely * (1 - likely))[:, None]).T @ values + np.diag(prior + 1e-9)
        found += np.linalg.solve(bend, slope)
    return found


def likeliest(row: Judged, weights: Mapping[str, float]) -> float:
    """The likelihood of the likeliest conflict of a pair; 1 where it is told as one case, whose traits are not asked."""
    if row.retold:
        return 1.0
    told = (weights[ALWAYS] + sum(weights.get(name, 0.0) * value for name, value in one.items()) for one in row.traits)
    return max((1 / (1 + float(np.exp(-one))) for one in told), default=0.0)


def _shown(rows: Sequence[Judged], likely: Sequence[float]) -> str:
    """Recall and precision at each threshold."""
    found = []
    for least in _THRESHOLDS:
        flagged = [row.pair.conflict for row, one in zip(rows, likely, strict=True) if one >= least]
        recall = sum(flagged) / sum(row.pair.conflict for row in rows)
        found.append(f"{least} {recall:.3f}/{sum(flagged) / max(1, len(flagged)):.3f}")
    return "  ".join(found)


def main() -> None:
    """Prints the table, or what is reached without each author's pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--check", action="store_true", help="leave each author out in turn, print recall and precision"
    )
    everything = [judged(pair) for pair in pairs()]
    names = [*sorted({name for row in everything for found in row.traits for name in found}), ALWAYS]
    if not parser.parse_args().check:
        print(_HEADER)
        for name, weight in zip(names, learned(everything, names), strict=True):
            if abs(weight) >= 0.005:
                print(f"{name}\t{weight:.2f}")
        return
    left, found = list[Judged](), list[float]()
    for author in sorted({row.pair.author for row in everything}):
        weights = learned([row for row in everything if row.pair.author != author], names)
        table = dict(zip(names, map(float, weights), strict=True))
        rows = [row for row in everything if row.pair.author == author]
        likely = [likeliest(row, table) for row in rows]
        print(f"{author} ({len(rows)}): {_shown(rows, likely)}")
        if not author.startswith("statement_pairs"):
            left, found = [*left, *rows], [*found, *likely]
    print(f"others' pairs together: {_shown(left, found)}")


if __name__ == "__main__":
    main()
