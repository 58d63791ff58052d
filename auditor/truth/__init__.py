"""Truth discovery: from who claims what, the likely values and how far each source agrees with independent others.

Nothing here knows what is true. A source's accuracy is its agreement with the values that weigh most once sources that
depend on each other are one voice; a crowd that errs alike and independently carries its error.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.truth.dependence import alike, dependent, leaders, likelihood, pairs
from auditor.truth.em import Item, expected, item, solve, voiced
from auditor.truth.interval import beta_interval
from auditor.truth.values import comparable, words

# Beta prior of an accuracy, in pseudo-claims: the pull to it is half of the weight at ten judged claims.
_PRIOR = (7.0, 3.0)
# Rates of agreement from which two sources are suspected to be one, each tried as a start (2: nobody is).
_SUSPICIONS = (0.85, 0.7, 0.55)


@dataclass(frozen=True, slots=True)
class SourceTruth:
    """How far a source's claims agree with the chosen values: mean and 90 % credible interval, 0 to 1.

    `claims` counts those that could be judged: about something that at least two sources speak of.
    `leader` is the source whose voice it shares; its own name where it depends on nobody.
    """

    accuracy: float
    low: float
    high: float
    claims: int
    leader: str


@dataclass(frozen=True, slots=True)
class Truth:
    """The chosen value of each (object, attribute), verbatim as somebody claims it, and the sources.

    `confidence` is the probability of that value against the others that are claimed.
    """

    values: Mapping[tuple[str, str], str]
    confidence: Mapping[tuple[str, str], float]
    sources: Mapping[str, SourceTruth]


_Claims = Mapping[tuple[str, str], Mapping[tuple[str, str], None]]


@dataclass(frozen=True, slots=True)
class _Prepared:
    keys: list[tuple[str, str]]
    items: list[Item]
    wordings: list[list[dict[str, list[int]]]]


def _prepared(claims: _Claims, number: Mapping[str, int]) -> _Prepared:
    keys, items, wordings = [], [], []
    for key in sorted(claims):
        values = comparable(value for _, value in claims[key])
        candidates = sorted(set(values.values()), key=sorted)
        if not candidates:
            continue
        place = {value: at for at, value in enumerate(candidates)}
        said: list[dict[str, list[int]]] = [defaultdict(list) for _ in candidates]
        pairs_of_item = set()
        for source, value in sorted(claims[key]):
            if value in values:
                at = place[values[value]]
                said[at][value].append(number[source])
                pairs_of_item.add((number[source], at))
        keys.append(key)
        items.append(item(candidates, sorted(pairs_of_item)))
        wordings.append(said)
    return _Prepared(keys, items, wordings)


def _wording(said: Mapping[str, list[int]], clusters: list[int]) -> str:
    """Of the wordings of one value that which most independent sources use; words run together are avoided."""
    longest = max(len(words(value)) for value in said)

    def order(value: str) -> tuple[bool, int, int, str]:
        return (len(words(value)) < longest - 1, -len({clusters[s] for s in said[value]}), -len(said[value]), value)

    return min(said, key=order)


def _commonest(values: Iterable[str]) -> str:
    count = Counter(values)
    return min(count, key=lambda value: (-count[value], value))


def _likeliest(items: list[Item], sources: int) -> list[int]:
    """Of several stories of who copies whom that under which the claims are likeliest: each source's leader."""
    together = pairs(items)
    starts = {tuple(leaders(alike(items, together, sources, least), sources)) for least in _SUSPICIONS}
    found = set()
    for start in sorted(starts):
        believed, worth = solve([voiced(one, start) for one in items], sources, rounds=4)
        found.add(tuple(leaders(dependent(items, together, believed, worth), sources)))

    def story(clusters: tuple[int, ...]) -> tuple[float, tuple[int, ...]]:
        believed, worth = solve([voiced(one, clusters) for one in items], sources, rounds=4)
        return likelihood(items, believed, worth, clusters), clusters

    return list(max(map(story, sorted(found)))[1])


def discover_truth(claims: Iterable[tuple[str, str, str, str]]) -> Truth:
    """Values and source accuracies from `(object, attribute, value, source)` claims.

    The answer does not depend on the order of the claims, and repeated claims count once. A value may be a list: lists
    are compared by their members, whatever their order and format. Values that say nothing ("unknown") are no claims.
    """
    grouped: dict[tuple[str, str], dict[tuple[str, str], None]] = defaultdict(dict)
    for thing, attribute, value, source in claims:
        grouped[thing, attribute][source, value] = None
    names = sorted({source for group in grouped.values() for source, _ in group})
    ready = _prepared(grouped, {name: number for number, name in enumerate(names)})
    clusters = _likeliest(ready.items, len(names))
    items = [voiced(one, clusters) for one in ready.items]
    believed, _ = solve(items, len(names))
    # An item of which nobody says anything ("unknown") keeps what is said most, believed not at all.
    values = {key: _commonest(value for _, value in grouped[key]) for key in sorted(grouped.keys() - set(ready.keys))}
    confidence = dict.fromkeys(values, 0.0)
    for key, belief, said in zip(ready.keys, believed, ready.wordings, strict=True):
        best = max(range(len(belief)), key=lambda at: (belief[at], -at))
        values[key] = _wording(said[best], clusters)
        confidence[key] = belief[best]
    return Truth(values, confidence, _sources(names, items, believed, clusters))


def _sources(
    names: list[str], items: list[Item], believed: list[list[float]], clusters: list[int]
) -> dict[str, SourceTruth]:
    right = [0.0] * len(names)
    count = [0] * len(names)
    for one, belief in zip(items, believed, strict=True):
        if len({source for source, _ in one.claims}) < 2:
            continue
        marks = expected(one, belief)
        for source, claimed in one.claims:
            precision, recall, _ = marks[claimed]
            right[source] += 2 * recall * precision / (recall + precision) if recall + precision else 0.0
            count[source] += 1
    found = {}
    for number, name in enumerate(names):
        good, bad = _PRIOR[0] + right[number], _PRIOR[1] + count[number] - right[number]
        low, high = beta_interval(good, bad)
        found[name] = SourceTruth(good / (good + bad), low, high, count[number], names[clusters[number]])
    return found


__all__ = ["SourceTruth", "Truth", "discover_truth"]
