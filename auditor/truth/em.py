"""Values and source qualities by expectation maximisation, each claim weighed by its source and its independence.

A source has a precision (how much of what it names is true) and a recall (how much of a truth that it touches it names),
after the two-sided quality of the latent truth model (Zhao et al. 2012); a candidate is judged as a whole, one true among
those claimed, with false claims spread over the others, after Accu (Dong, Berti-Équille, Srivastava 2009). So a list of
which half is given is half supported, and "Lyon" against "Lille" is either or. A share of the claims is taken to be the
extractor's error, not the source's, after Knowledge-Based Trust (Dong et al. 2015): it bounds what one claim can say.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log

from auditor.truth.values import Value, weight

# Beta priors in pseudo-claims, as (right, wrong): to leave out is common, to make up is not. Between (1, 2) and (3, 3),
# (8, 2) and (19, 1), and 0.005 and 0.1 for the share below, the book data differ by two items in 100.
RECALL = (3.0, 2.0)
PRECISION = (8.0, 2.0)
# Share of claims that were mangled on the way.
MANGLED = 0.02
ROUNDS = 12
_FLOOR = log(MANGLED)
# More ways to err than these are not counted (Accu's own setting is 10).
MOST_ERRORS = 10


@dataclass(frozen=True, slots=True)
class Item:
    """One (object, attribute): its candidate values, and who claims which (source number, candidate number).

    `shares[u][v]` holds, for a claim of u were v true, the share of u that is in v and the share of v that u names.
    `voices` weighs each claim: sources that depend on each other have one voice together.
    """

    candidates: tuple[Value, ...]
    claims: tuple[tuple[int, int], ...]
    shares: tuple[tuple[tuple[float, float], ...], ...]
    voices: tuple[float, ...]


def _mass(atoms: Value) -> float:
    return sum(weight(atom) for atom in sorted(atoms))


def item(candidates: Sequence[Value], claims: Sequence[tuple[int, int]]) -> Item:
    """An item with its shares computed, each claim a voice."""
    mass = [_mass(value) for value in candidates]
    both = [[_mass(u & v) for v in candidates] for u in candidates]
    shares = tuple(
        tuple((common / mass[u], common / mass[v]) for v, common in enumerate(row)) for u, row in enumerate(both)
    )
    return Item(tuple(candidates), tuple(claims), shares, (1.0,) * len(claims))


def voiced(one: Item, leaders: Sequence[int]) -> Item:
    """The item with one voice shared by all claims whose sources have the same leader."""
    size = Counter(leaders[source] for source, _ in one.claims)
    return replace(one, voices=tuple(1 / size[leaders[source]] for source, _ in one.claims))


@dataclass(frozen=True, slots=True)
class Quality:
    """A source's precision and recall, 0 to 1."""

    precision: float
    recall: float


Logs = tuple[float, float, float, float]


def _logs(worth: Sequence[Quality]) -> list[Logs]:
    """What each source's claim weighs where it is true, false, names and leaves out."""
    return [(log(q.precision), log(1 - q.precision), log(q.recall), log(1 - q.recall)) for q in worth]


def beliefs(one: Item, logs: Sequence[Logs]) -> list[float]:
    """The probability of each candidate, given the `_logs` of what each source is worth."""
    if len(one.candidates) == 1:
        return [1.0]
    total = [0.0] * len(one.candidates)
    errors = log(min(MOST_ERRORS, len(one.candidates) - 1))
    for (source, claimed), voice in zip(one.claims, one.voices, strict=True):
        true, false, named, missed = logs[source]
        false -= errors
        true -= false
        named -= missed
        support = [
            false + true * precision + (missed + named * recall if recall else 0.0)
            for precision, recall in one.shares[claimed]
        ]
        floor = max(support) + _FLOOR
        for number, value in enumerate(support):
            total[number] += voice * (value if value > floor else floor)
    best = max(total)
    odds = [exp(value - best) for value in total]
    everything = sum(odds)
    return [value / everything for value in odds]


def expected(one: Item, belief: Sequence[float]) -> list[tuple[float, float, float]]:
    """For a claim of each candidate, under what is believed: its precision, its recall, and how far it touches truth."""
    found = []
    for row in one.shares:
        precision = sum(p * share for p, (share, _) in zip(belief, row, strict=True))
        recall = sum(p * share for p, (_, share) in zip(belief, row, strict=True))
        found.append((precision, recall, sum(p for p, (share, _) in zip(belief, row, strict=True) if share)))
    return found


def qualities(items: Sequence[Item], believed: Sequence[Sequence[float]], sources: int) -> list[Quality]:
    """What each source is worth, given what is believed; an item on which all agree tells nothing."""
    true, named, count, touched = ([0.0] * sources for _ in range(4))
    for one, belief in zip(items, believed, strict=True):
        if len(one.candidates) < 2:
            continue
        marks = expected(one, belief)
        for source, claimed in one.claims:
            precision, recall, touch = marks[claimed]
            true[source] += precision
            count[source] += 1
            named[source] += recall
            touched[source] += touch
    return [
        Quality((PRECISION[0] + t) / (sum(PRECISION) + c), (RECALL[0] + n) / (sum(RECALL) + o))
        for t, c, n, o in zip(true, count, named, touched, strict=True)
    ]


def solve(items: Sequence[Item], sources: int, rounds: int = ROUNDS) -> tuple[list[list[float]], list[Quality]]:
    """Beliefs and qualities, from the priors on, for a fixed number of rounds (measured: nothing moves after ten)."""
    worth = [Quality(PRECISION[0] / sum(PRECISION), RECALL[0] / sum(RECALL))] * sources
    believed: list[list[float]] = []
    for _ in range(rounds):
        logs = _logs(worth)
        believed = [beliefs(one, logs) for one in items]
        worth = qualities(items, believed, sources)
    return believed, worth
