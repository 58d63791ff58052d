"""Whether the values of an attribute are paths ("Lyon, Rhône, France"), of which the end alone is true and says less.

In a list whoever leaves a member out errs ("Ada Berg", of two authors); in a path he is less exact. Both are parts between
commas. Paths end alike in many items, and their ends are claimed alone; members of lists seldom recur. A street and its
number are a path without such an end ("12 Mill Street, Ashby").
"""

import re
from collections import defaultdict
from collections.abc import Iterable

# So many values of several parts tell; their last part ends others' too in this share of them, and in this share of the
# items that have such values another claims an end alone. (Of made-up paths 1.0 and 0.6, of a stranger's 0.9 and 0.8; of
# books and films, whatever their form, under 0.4 and 0.1.)
_FEWEST, _ALIKE, _ENDS = 5, 0.7, 0.3
# Streets are all but the few values that are mangled or say nothing.
_STREETS = 0.8


_STREET = re.compile(r"(?:\d{1,5}[a-z]?,? [^\W\d]|[^\W\d][^,\d]* \d{1,5}[a-z]?(?:,|$))", re.IGNORECASE)


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in value.casefold().split(",")) if part)


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
