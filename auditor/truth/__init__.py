"""Truth discovery: from who claims what, the likely values and how far each source agrees with independent others.

Nothing here knows what is true. A source's accuracy is its agreement with the values that weigh most once sources that
depend on each other are one voice; a crowd that errs alike and independently carries its error.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.errors import UsageError
from auditor.truth.em import SETTLED, agreement, solve, voices
from auditor.truth.forms import yes_or_no
from auditor.truth.hierarchy import holders
from auditor.truth.interval import beta_interval
from auditor.truth.items import Read, different, read
from auditor.truth.paths import are_lists, are_paths
from auditor.truth.spelling import front
from auditor.truth.stories import likeliest
from auditor.truth.table import Given, table
from auditor.truth.values import words

# Pseudo-claims that pull an accuracy to that of all sources: half of the weight at ten judged claims.
_PULL = 10.0
# The interval takes less for granted: of the pull a fifth, and of many claims never more than twenty count, since what is
# believed errs alike for all of them. So it holds the true accuracy of 0.88 of the sources of sixteen made-up and two
# hand-written sets (least where most sources err together: 0.33 and 0.42); counting every claim, of 0.75.
_KNOWN, _MOST_TELLING = 2.0, 20.0
_PRIOR = 0.7


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
class _Item:
    """One (object, attribute) ready to be judged: what was read, and who says each candidate in which words."""

    key: tuple[str, str]
    found: Read
    said: list[dict[str, list[int]]]

    def claims(self) -> Iterator[tuple[int, int]]:
        """Each source and the candidate that it claims, once."""
        yield from sorted(
            {(s, at) for at, words in enumerate(self.said) for several in words.values() for s in several}
        )


def _items(claims: _Claims, number: Mapping[str, int]) -> Iterator[_Item]:
    by_attribute: dict[str, list[list[str]]] = defaultdict(list)
    for (_, attribute), said in claims.items():
        by_attribute[attribute].append([value for _, value in said])
    above = {attribute: holders(map(different, items)) for attribute, items in by_attribute.items()}
    paths = {attribute: are_paths(items) for attribute, items in by_attribute.items()}
    lists = {attribute: are_lists(items) for attribute, items in by_attribute.items()}
    for key in sorted(claims):
        ordered = sorted(claims[key])
        found = read(ordered, above[key[1]], paths[key[1]], lists[key[1]])
        if found.candidate:
            by_candidate: list[dict[str, list[int]]] = [
                defaultdict(list) for _ in range(max(found.candidate.values()) + 1)
            ]
            for source, value in ordered:
                if value in found.candidate:
                    by_candidate[found.candidate[value]][value].append(number[source])
            yield _Item(key, found, by_candidate)


# More ways to err than these are not counted (Accu's own setting is 10).
_MOST_ERRORS = 10


def _ways(claims: _Claims) -> dict[str, int]:
    """In how many ways one can err on each attribute: of what is open or closed in one, of names in many."""
    known: dict[str, set[str]] = defaultdict(set)
    for (_, attribute), said in claims.items():
        some = known[attribute]
        if len(some) <= _MOST_ERRORS:
            some.update(" ".join(words(value)) for _, value in said)
    return {
        attribute: 1 if yes_or_no(some - {""}) else min(_MOST_ERRORS, max(1, len(some - {""}) - 1))
        for attribute, some in known.items()
    }


def _wording(said: Mapping[str, list[int]], clusters: list[int]) -> str:
    """Of the wordings of one value that which most independent sources use; words run together are avoided."""
    length = {value: len(words(front(value))) for value in said}
    longest = max(length.values())

    def order(value: str) -> tuple[bool, int, int, int, str]:
        many = length[value]
        return (many < longest - 1, -len({clusters[s] for s in said[value]}), -len(said[value]), -many, value)

    return min(said, key=order)


def _finest(best: int, found: Read, belief: Sequence[float]) -> int:
    """Of values that lie in one another the narrowest likely one: who says where in Lyon rarely errs in that alone."""
    if not found.nested:
        return best
    within = [at for one, at, precision, recall in found.links if one == best and precision == 1.0 and recall < 1.0]
    return _finest(max(within, key=lambda at: (belief[at], -at)), found, belief) if within else best


def _commonest(values: Iterable[str]) -> str:
    count = Counter(values)
    return min(count, key=lambda value: (-count[value], value))


def _checked(claim: object, number: int) -> tuple[str, str, str, str]:
    """The claim; UsageError where it is anything else than four strings."""
    if isinstance(claim, tuple | list) and len(claim) == 4 and all(isinstance(part, str) for part in claim):
        thing, attribute, value, source = claim
        return thing, attribute, value, source
    raise UsageError(
        f"claim {number} is {claim!r:.80}; give (object, attribute, value, source), four strings, and leave out claims without a value"
    )


def discover_truth(claims: Iterable[tuple[str, str, str, str]]) -> Truth:
    """Values and source accuracies from `(object, attribute, value, source)` claims.

    The answer does not depend on the order of the claims, and repeated claims count once. A value may be a list: lists
    are compared by their members, whatever their order and format. Values that say nothing ("unknown") are no claims.
    Raises UsageError where a claim is not four strings.
    """
    grouped: dict[tuple[str, str], dict[tuple[str, str], None]] = defaultdict(dict)
    for number, claim in enumerate(claims, 1):
        thing, attribute, value, source = _checked(claim, number)
        grouped[thing, attribute][source, value] = None
    names = sorted({source for group in grouped.values() for source, _ in group})
    items = list(_items(grouped, {name: at for at, name in enumerate(names)}))
    # An item of which nobody says anything ("unknown") keeps what is said most, believed not at all.
    silent = grouped.keys() - {item.key for item in items}
    values = {key: _commonest(value for _, value in grouped[key]) for key in sorted(silent)}
    confidence = dict.fromkeys(values, 0.0)
    if not items:
        return Truth(values, confidence, {name: _source(name, 0.0, 0, _PRIOR) for name in names})
    ways = _ways(grouped)
    attributes = {attribute: at for at, attribute in enumerate(sorted({one.key[1] for one in items}))}
    claimed = table(
        (
            Given(
                candidates=len(one.said),
                attribute=attributes[one.key[1]],
                ways=ways[one.key[1]],
                chance=one.found.chance,
                broad=one.found.broad,
                links=one.found.links,
                claims=one.claims(),
            )
            for one in items
        ),
        len(names),
    )
    story = likeliest(claimed)
    belief, _, _ = solve(claimed, voices(claimed, story), strength=SETTLED)
    leading = story.tolist()
    for one, first in zip(items, claimed.first.tolist(), strict=True):
        mine = belief[first : first + len(one.said)].tolist()
        best = _finest(max(range(len(mine)), key=lambda at: (mine[at], -at)), one.found, mine)
        values[one.key] = _wording(one.said[best], leading)
        confidence[one.key] = mine[best]
    right, count, mean = agreement(claimed, belief)
    sources = {
        name: _source(names[lead], float(r), int(n), mean)
        for name, lead, r, n in zip(names, leading, right, count, strict=True)
    }
    return Truth(values, confidence, sources)


def _source(leader: str, right: float, count: int, usual: float) -> SourceTruth:
    accuracy = (_PULL * usual + right) / (_PULL + count)
    telling = 1 / (1 + count / _MOST_TELLING)
    good, bad = (_KNOWN * share + telling * some for share, some in ((usual, right), (1 - usual, count - right)))
    # Of many sources most have a few claims and so the same interval, to the hundredth of a claim.
    low, high = beta_interval(round(good, 2), round(max(bad, 0.01), 2))
    return SourceTruth(accuracy, min(low, accuracy), max(high, accuracy), count, leader)


__all__ = ["SourceTruth", "Truth", "discover_truth"]
