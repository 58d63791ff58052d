"""Known ways to find truths, for comparison only: each maps claims to the chosen value of each object.

Vote; Sums (Kleinberg 1999 as in Pasternack, Roth 2010); TruthFinder (Yin, Han, Yu 2008); Accu without copying (Dong,
Berti-Équille, Srivastava 2009); CATD (Li and others 2014); for numbers the median. Exact wordings, as published.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from math import exp, log, sqrt
from statistics import median_low

from benchmarks._worlds import Claim
from benchmarks._worlds_more import number_of

Chosen = dict[str, str]
Votes = Mapping[str, Mapping[str, list[str]]]


def _votes(claims: Iterable[Claim]) -> Votes:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for thing, _, value, source in sorted(set(claims)):
        found[thing][value].append(source)
    return found


def _best(scores: Mapping[str, Mapping[str, float]]) -> Chosen:
    return {thing: min(values, key=lambda v: (-values[v], v)) for thing, values in scores.items()}


def vote(claims: list[Claim]) -> Chosen:
    """The value most sources claim."""
    return _best({thing: {v: float(len(s)) for v, s in values.items()} for thing, values in _votes(claims).items()})


def median(claims: list[Claim]) -> Chosen:
    """The middle one of numbers."""
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for thing, _, value, _ in claims:
        found[thing].append((number_of(value.split()[0]), value))
    return {thing: median_low(values)[1] for thing, values in found.items()}


def _iterated(
    claims: list[Claim],
    start: float,
    rounds: int,
    belief: Callable[[Mapping[str, list[str]], Mapping[str, float]], dict[str, float]],
    trust: Callable[[list[float]], float],
    *,
    scaled: bool = False,
) -> Chosen:
    votes = _votes(claims)
    worth = {source: start for *_, source in claims}
    scores: dict[str, dict[str, float]] = {}
    for _ in range(rounds):
        scores = {thing: belief(values, worth) for thing, values in votes.items()}
        mine: dict[str, list[float]] = defaultdict(list)
        most = max(s for values in scores.values() for s in values.values()) if scaled else 1.0
        for thing, values in votes.items():
            for value, sources in values.items():
                for source in sources:
                    mine[source].append(scores[thing][value] / most)
        worth = {source: trust(marks) for source, marks in mine.items()}
        if scaled:
            top = max(worth.values())
            worth = {source: mark / top for source, mark in worth.items()}
    return _best(scores)


def sums(claims: list[Claim]) -> Chosen:
    """Hubs and authorities."""
    return _iterated(
        claims,
        1.0,
        15,
        lambda values, worth: {v: sum(worth[s] for s in ss) for v, ss in values.items()},
        sum,
        scaled=True,
    )


def truth_finder(claims: list[Claim]) -> Chosen:
    """A claim holds unless all its sources err, dampened; without a similarity of values."""

    def belief(values: Mapping[str, list[str]], worth: Mapping[str, float]) -> dict[str, float]:
        return {v: 1 / (1 + exp(-0.3 * sum(-log(1 - min(worth[s], 0.999)) for s in ss))) for v, ss in values.items()}

    return _iterated(claims, 0.9, 15, belief, lambda marks: sum(marks) / len(marks))


def accu(claims: list[Claim]) -> Chosen:
    """Bayesian analysis of one truth among equally likely errors, sources independent."""

    def belief(values: Mapping[str, list[str]], worth: Mapping[str, float]) -> dict[str, float]:
        odds = {
            v: sum(log(10 * min(0.99, max(0.01, worth[s])) / (1 - min(0.99, max(0.01, worth[s])))) for s in ss)
            for v, ss in values.items()
        }
        top = max(odds.values())
        total = sum(exp(value - top) for value in odds.values())
        return {v: exp(value - top) / total for v, value in odds.items()}

    return _iterated(claims, 0.8, 15, belief, lambda marks: sum(marks) / len(marks))


# Upper limit of the 95 % interval of a source's error by its number of claims, as CATD weighs a long tail: the quantile
# of chi-squared over the sum of errors, by Wilson and Hilferty's cube.
def catd(claims: list[Claim]) -> Chosen:
    """Sources weighed by the cautious end of what their errors allow."""

    def belief(values: Mapping[str, list[str]], worth: Mapping[str, float]) -> dict[str, float]:
        total = sum(worth[s] for ss in values.values() for s in ss) or 1.0
        return {v: sum(worth[s] for s in ss) / total for v, ss in values.items()}

    def trust(marks: list[float]) -> float:
        n = len(marks)
        low: float = n * max(0.0, 1 - 2 / (9 * n) - 1.96 * sqrt(2 / (9 * n))) ** 3
        return low / (sum(1 - mark for mark in marks) + 1e-3)

    return _iterated(claims, 1.0, 10, belief, trust)


BASELINES = {"vote": vote, "Sums": sums, "TruthFinder": truth_finder, "Accu": accu, "CATD": catd, "median": median}
