"""Places: countries, their cities and what lies in what."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def _parents() -> Mapping[str, str]:
    """Each place in lower case to the country or region that holds it ("" for one that stands alone)."""
    found: dict[str, str] = {}
    for line in Path(__file__).with_name("places.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            holder, *held = line.split("\t")
            found.setdefault(holder, "")
            for place in held:
                found.setdefault(place, holder)
    return found


@lru_cache(maxsize=1)
def _regions() -> Mapping[str, frozenset[str]]:
    """Each continent, and each region of several countries, to what lies in it or reaches into it."""
    lines = Path(__file__).with_name("continents.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: frozenset(row[1:]) for row in rows}


@lru_cache(maxsize=1)
def _above() -> Mapping[str, frozenset[str]]:
    """Each place to all rows of the tables that hold it: Texas, which has a row of its own, to the United States."""
    found: dict[str, set[str]] = {}
    for name in ("places.tsv", "provinces.tsv"):
        for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                holder, *held = line.split("\t")
                for place in held:
                    found.setdefault(place, set()).add(holder)
    return {place: frozenset(above) for place, above in found.items()}


def holders_of(name: str) -> frozenset[str]:
    """All that a place lies in, by any of the table's rows and at any level, in lower case."""
    above = _above()
    found: set[str] = set()
    fresh = {_plain(name)}
    while fresh:
        fresh = {holder for place in fresh for holder in above.get(place, ())} - found
        found |= fresh
    return frozenset(found)


def _plain(name: str) -> str:
    return name.lower().removesuffix("'s").removesuffix("’s").replace(".", "")


def is_place(name: str) -> bool:
    """Whether a name is a known country, city or region."""
    return _plain(name) in _parents()


@lru_cache(maxsize=1 << 12)
def contains(outer: str, inner: str) -> bool:
    """Whether `inner` is `outer` or lies in it, at any level and by any reading of its name."""
    target, regions = _plain(outer), _regions()
    beyond = regions.get(target, frozenset())
    return any(
        place == target or place in beyond or any(place in regions.get(held, ()) for held in beyond)
        for place in (_plain(inner), *holders_of(inner))
    )


def region(name: str) -> str:
    """The outermost known holder of a place (Turkey for Ankara), or the place itself."""
    parents = _parents()
    place = _plain(name)
    while parents.get(place):
        place = parents[place]
    return place
