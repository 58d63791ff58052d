"""Paths ("Lyon, Rhône, France"), of which the end alone is true and says less: which attributes have them, and how far the
values of one item tell each other's.

In a list whoever leaves a member out errs ("Ada Berg", of two authors); in a path he is less exact. Both are parts between
commas. Paths end alike in many items, and their ends are claimed alone; members of lists seldom recur. A street and its
number are a path without such an end ("12 Mill Street, Ashby").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from auditor.truth.spelling import front

# So many values of several parts tell; their last part ends others' too in this share of them, and in this share of the
# items that have such values another claims an end alone. (Of made-up paths 1.0 and 0.6, of a stranger's 0.9 and 0.8; of
# books and films, whatever their form, under 0.4 and 0.1.)
_FEWEST, _ALIKE, _ENDS = 5, 0.7, 0.3
# More different values of one item are not held against each other.
_MOST_COMPARED = 100
# Streets are all but the few values that are mangled or say nothing.
_STREETS = 0.8
_STREET = re.compile(r"(?:\d{1,5}[a-z]?,? [^\W\d]|[^\W\d][^,\d]* \d{1,5}[a-z]?(?:,|$))", re.IGNORECASE)


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in value.casefold().split(",")) if part)


# "Marvila district", "the city of Lyon": what kind of place it is tells no places apart.
_KIND = re.compile(
    r"(?:the )?(?:city|town|state|province|region|district|county|municipality) of |\bthe (?=\w)"
    r"|(?<=\w) (?:district|county|province|prefecture|governorate|municipality|region|borough|city)\Z"
)

# What parts the members of a list, and the share of values with such from which an attribute has lists.
_SEVERAL = re.compile(r"[,;/&|+]| and ")
_LISTED = 0.05

Path = tuple[str, ...]


def _path(value: str) -> Path:
    return tuple(_KIND.sub("", part) or part for part in _parts(value))


def _less(short: Path, long: Path) -> bool:
    """Whether one leaves out some between the first part and the last of the other."""
    rest = iter(long)
    return len(short) < len(long) and short[0] == long[0] and short[-1] == long[-1] and all(p in rest for p in short)


def _only(several: set[Path]) -> Path:
    """The one of them that holds all others, else none."""
    longest = max(several, key=lambda path: (len(path), path), default=())
    return longest if all(set(path) <= set(longest) for path in several) else ()


def _whole(path: Path, known: Sequence[Path]) -> Path:
    """A path with what the item's others tell of its middle and of what holds its end, where they agree."""
    if len(path) > 1:
        path = _only({other for other in known if _less(path, other)}) or path
    behind = _only({other[1:] for other in known if len(other) > 1 and other[0] == path[-1]})
    return (*path, *(part for part in behind if part not in path))


def completed(values: Iterable[str]) -> Mapping[str, str]:
    """Each of an item's values written as far as the others tell: "Mill Street, Lyon" beside "Lyon, France" ends in France.

    So the two are one path, told to different lengths, and not two values at odds.
    """
    paths = {value: _path(value) for value in values}
    known = sorted({path for path in paths.values() if path})
    if len(known) > _MOST_COMPARED:
        return {value: value for value in paths}
    return {value: ", ".join(_whole(path, known)) if path else value for value, path in paths.items()}


def are_paths(items: Iterable[Iterable[str]]) -> bool:
    """Whether the different values of each item of one attribute are paths."""
    begins: dict[str, set[str]] = defaultdict(set)
    lasts: list[str] = []
    several = ended = streets = many = 0
    for values in items:
        parts = {_parts(value) for value in values}
        many += len(parts)
        streets += sum(bool(one and _STREET.match(one[0])) for one in parts)
        long = [one for one in parts if len(one) > 1]
        if long:
            several += 1
            ended += any(one[at:] in parts for one in long for at in range(1, len(one)))
        for one in long:
            begins[one[-1]].add(one[0])
            lasts.append(one[-1])
    if streets >= _STREETS * max(_FEWEST, many):
        return True
    alike = sum(len(begins[last]) > 1 for last in lasts)
    return len(lasts) >= _FEWEST and alike >= _ALIKE * len(lasts) and ended >= _ENDS * several


def are_lists(items: Iterable[Iterable[str]]) -> bool:
    """Whether some of an attribute's values have several parts: if not, a shorter one is no half ("Larus", of "Larus minor")."""
    values = [value for several in items for value in several]
    return sum(bool(_SEVERAL.search(front(value))) for value in values) > _LISTED * len(values)
