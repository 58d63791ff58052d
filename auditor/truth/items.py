"""One (object, attribute) made comparable: which wordings are one candidate, and how candidates bear on each other."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.truth.dates import dates
from auditor.truth.forms import hours, results, telephones, yes_or_no
from auditor.truth.hierarchy import Holders, Words
from auditor.truth.paths import completed
from auditor.truth.quantity import Number, neighbours, numbers, spread
from auditor.truth.table import Link, overlaps
from auditor.truth.values import comparable, words

Claim = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Read:
    """Each wording that says something to its candidate, and the links of the candidates.

    `chance` is how likely two who err independently say the same where the values themselves tell, else 0; `broad` is
    whether who says less says a broader value (France, about 1,000) and not the half of a list; `nested` is whether
    values lie in one another as places do.
    """

    candidate: Mapping[str, int]
    links: tuple[Link, ...]
    chance: float = 0.0
    broad: bool = False
    nested: bool = False


def _numbered(found: Mapping[str, Number], values: Sequence[str]) -> Read:
    """Candidates that are numbers, in rising order, and behind them what is none."""
    finest: dict[float, Number] = {}
    for one in found.values():
        if one.value not in finest or one.unit < finest[one.value].unit:
            finest[one.value] = one
    rising = sorted(finest.values(), key=lambda one: one.value)
    place = {one.value: at for at, one in enumerate(rising)}
    candidate = {value: place[one.value] for value, one in found.items()}
    scale = spread(rising, [candidate[value] for value in values if value in candidate])
    links = list(neighbours(rising, scale))
    for value in sorted(set(values)):
        if value not in candidate and words(value):
            candidate[value] = len(rising) + len(candidate) - len(found)
            links.append((candidate[value], candidate[value], 1.0, 1.0))
    unit = min(one.unit for one in rising)
    return Read(candidate, tuple(links), unit / (unit + 2 * scale) if scale else 0.0, broad=True)


def _sets(values: Mapping[str, frozenset[str]]) -> Read:
    several = sorted(set(values.values()), key=sorted)
    place = {value: at for at, value in enumerate(several)}
    return Read({value: place[atoms] for value, atoms in values.items()}, tuple(overlaps(several)))


# More different values are not asked which of them holds which.
_MOST_HELD = 40


def _broadened(values: Mapping[str, frozenset[str]], holders: Holders) -> dict[str, frozenset[str]]:
    """The same with the atoms of what holds a value among its own."""
    known = {value: words(value) for value in values}
    found = dict(values)
    if 1 < len(set(known.values())) <= _MOST_HELD:
        for inner, mine in known.items():
            for outer, others in known.items():
                if holders.hold(others, mine):
                    found[inner] |= values[outer]
    return found


def read(claims: Iterable[Claim], holders: Holders, paths: bool = False, lists: bool = True) -> Read:
    """An item's (source, value) claims, read as numbers, dates or words; `paths` and `lists` where its attribute has such."""
    values = [value for _, value in claims]
    distinct = sorted(set(values))
    said = [value for value in distinct if words(value)]
    for form in (yes_or_no, dates, results, telephones, hours):
        formed = form(said)
        if formed:
            rest = {value: frozenset(words(value)) for value in said if value not in formed}
            return replace(_sets({**formed, **rest}), broad=True)
    found = numbers(said)
    if found:
        return _numbered(found, values)
    if paths:
        whole = completed(said)
        alike = comparable(sorted(set(whole.values())))
        plain = {value: alike[whole[value]] for value in said if whole[value] in alike}
    else:
        plain = comparable(said)
    broadened = _broadened(plain, holders)
    nested = paths or broadened != plain
    return replace(_sets(broadened), broad=nested or not lists, nested=nested)


def different(values: Iterable[str]) -> Counter[Words]:
    """The different values of an item that say something, as words, and how many claims there are of each."""
    return Counter(found for value in values if (found := words(value)))
