"""Well-known names that a capitalised expression becomes when a few of its words are exchanged for synonyms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from pathlib import Path

from auditor.rule import words_beside

from ._renaming import SMALL, Word, alike, attested, gazetteer, renamed, sources
from ._strangeness import bound

_TABLE, _MODIFIERS = (str(Path(__file__).with_name(name)) for name in ("tortured_name.py", "_modifiers.py"))
# The same office has either title, from country to country.
_OFFICES = frozenset(("minister", "secretary", "ministry", "department"))
# Bodies of one kind have any of these, from country to country ("National Emergency Management Agency"): to exchange
# one for another shows nothing by itself.
_LEVELS = frozenset("central federal general national regional state".split())
_BODIES = frozenset(
    "administration agency association authority board branch bureau center centre commission committee council "
    "department directorate division federation foundation institute institution office organisation organization "
    "section service society".split()
)
_ARMS = frozenset("armed army corps force forces guard military navy troops".split())
_SIDES = frozenset("east north northeast northwest south southeast southwest west".split())
_KINDS = (_OFFICES, _LEVELS, _BODIES, _ARMS, _SIDES)
_WORD = re.compile(r"(?<![\w.'’])(?:[.'’]*+\w++)++|&")
# Longest gazetteer entry in words.
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Likeness:
    """A window of a capitalised run, the name that it is some exchanges away from, and what was exchanged.

    `exchanged` are the places in the window, `unknown` how many of the exchanges no thesaurus has, `anchors` how many
    words of substance are the name's own, and `bound` how much those bind it; `only` whether no other name fits around the
    exchanged, `attested` the share of their neighbours beside which they stand in English at large, and `listed` in how many
    sources each of the exchanges stands.
    """

    first: int
    last: int
    name: str
    said: tuple[str, ...]
    exchanged: tuple[int, ...]
    unknown: int
    anchors: int
    bound: float
    only: bool
    attested: float
    listed: tuple[int, ...]

    @property
    def kind(self) -> str:
        """Body, office, media, place or event."""
        return gazetteer()[self.name][0]

    @property
    def rigid(self) -> bool:
        """Whether the name stands for one thing alone."""
        return gazetteer()[self.name][1] != "1"

    @property
    def famous(self) -> bool:
        """Whether every newspaper names it."""
        return gazetteer()[self.name][1] == "3"


def _holes(length: int, content: int) -> int:
    """How many words of a name of this length may be exchanged, where at least one is to stay."""
    return min(1 if length < 3 else 2 if length < 5 else 3, content - 1)


def _pattern(words: Sequence[str], holes: Sequence[int]) -> str:
    return " ".join("*" if at in holes else word for at, word in enumerate(words))


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, tuple[str, ...]]:
    """Each name with some of its words left open, to the names that fit."""
    found: dict[str, list[str]] = {}
    for name in gazetteer():
        words = name.split(" ")
        content = [at for at, word in enumerate(words) if word not in SMALL]
        for many in range(1, _holes(len(words), len(content)) + 1):
            for holes in combinations(content, many):
                found.setdefault(_pattern(words, holes), []).append(name)
    return {pattern: tuple(names) for pattern, names in found.items()}


@lru_cache(maxsize=1)
def _lengths() -> Mapping[str, frozenset[int]]:
    """Each last word of a name to the lengths of those names in words: the gate of a window."""
    found: dict[str, set[int]] = {}
    for words in map(str.split, (*gazetteer(), *words_beside(_TABLE))):
        found.setdefault(words[-1], set()).add(len(words))
    return {last: frozenset(lengths) for last, lengths in found.items()}


@lru_cache(maxsize=1 << 14)
def _ends(word: str) -> frozenset[int]:
    """Lengths of the names that the word may end: as it is, or (any length) exchanged."""
    return frozenset(range(2, _LONGEST + 1)) if word in renamed() else _lengths().get(word, frozenset())


def _known(name: str) -> bool:
    """Whether it is in the gazetteer, or real though it looks exchanged."""
    return name in gazetteer() or name in words_beside(_TABLE)


def _and(word: str) -> str:
    return "and" if word == "&" else word


def words_of(name: str) -> list[Word]:
    """The words of a capitalised run in lower case, without possessive endings, and their offsets in it."""
    found = []
    for match in _WORD.finditer(name):
        word = _and(match[0].lower().replace("’", "'"))
        found.append((word.removesuffix("'s"), match.start(), match.end() - 2 * word.endswith("'s")))
    return found


@lru_cache(maxsize=1 << 14)
def whole(written: str) -> str | None:
    """The known name that a capitalised run is, in lower case; None for any other."""
    name = " ".join(word for word, _, _ in words_of(written)).removeprefix("the ")
    return name if name in gazetteer() else None


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    return frozenset(word for name in gazetteer() for word in name.split(" "))


@lru_cache(maxsize=1 << 16)
def role(written: str) -> int:
    """What a written word may be in an exchanged name: 0 nothing, 1 one of its own words, 2 an exchanged one."""
    word = _and(written.lower().replace("’", "'").removesuffix("'s").rstrip("'"))
    if "-" in word or word in renamed():
        return 2
    return int(word in _vocabulary())


def torturable(written: Sequence[str]) -> bool:
    """Whether two neighbours of a capitalised run can be words of a name, one of them exchanged: the cheap gate."""
    before = 0
    for one in map(role, written):
        if one and before and one + before > 2:
            return True
        before = one
    return before == 2 and "-" in written[-1]


def _exchange(said: str, natural: str) -> bool:
    """Whether the words are two, and not an office's two titles or a name with a word more ("committee member")."""
    return not alike(said, natural) and not {said, natural} <= _OFFICES and natural not in said.split("-")


def _exchanged(said: Sequence[str], meant: Sequence[str]) -> bool:
    """Whether all words are others, and one of them other than in kind."""
    pairs = tuple(zip(said, meant, strict=True))
    return all(_exchange(*pair) for pair in pairs) and any(
        not any(set(pair) <= kind for kind in _KINDS) for pair in pairs
    )


def _fitting(
    window: Sequence[str], places: Sequence[int], content: int
) -> Iterator[tuple[str, tuple[int, ...], int, bool]]:
    """Names that the window becomes, the places exchanged, how many exchanges no thesaurus has, whether no other fits.

    One word that no thesaurus has is enough where no other name fits the rest, and the rest is not the smaller part.
    """
    table, patterns = renamed(), _patterns()
    for many in range(1, _holes(len(window), content) + 1):
        for holes in combinations(places, many):
            names = patterns.get(_pattern(window, holes), ())
            for name in names:
                meant = name.split(" ")
                unknown = sum(meant[at] not in table[window[at]] for at in holes)
                if unknown and (len(names) > 1 or unknown > 1 or content - many < many):
                    continue
                if _exchanged([window[at] for at in holes], [meant[at] for at in holes]):
                    yield name, holes, unknown, len(names) == 1
    if content == len(places) == 2:  # Both words of substance exchanged: each must be one that a thesaurus has.
        for pair in product(*(sorted(table[window[at]]) for at in places)):
            meant = list(window)
            for at, natural in zip(places, pair, strict=True):
                meant[at] = natural
            if " ".join(meant) in gazetteer() and _exchanged([window[at] for at in places], pair):
                yield " ".join(meant), tuple(places), 0, False


def _windows(words: Sequence[str], suspect: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last word of all windows that are as long as a name with such an end, and hold a suspect word."""
    ends = [_ends(word) for word in words]
    for first in range(len(words) - 1):
        for last in range(first + 1, min(len(words), first + _LONGEST)):
            if last - first + 1 in ends[last] and any(suspect[first : last + 1]):
                yield first, last


def likenesses(words: Sequence[str]) -> Iterator[Likeness]:
    """All windows that are no known name and become one by exchanging one to three words.

    A word that is part of a known name here was not exchanged: "European Organization for Nuclear Research".
    """
    table = renamed()
    suspect = [word in table for word in words]
    if not any(suspect):
        return
    unknown: list[tuple[int, int]] = []
    settled: set[int] = set()
    for first, last in _windows(words, suspect):
        if _known(" ".join(words[first : last + 1])):
            settled.update(range(first, last + 1))
        else:
            unknown.append((first, last))
    for first, last in unknown:
        window = tuple(words[first : last + 1])
        content = sum(word not in SMALL for word in window)
        places = [at for at in range(len(window)) if suspect[first + at] and first + at not in settled]
        for name, holes, new, only in _fitting(window, places, content):
            said = tuple(window[at] for at in holes)
            meant = name.split(" ")
            rest = [word for at, word in enumerate(window) if at not in holes and word not in SMALL]
            listed = tuple(sources(window[at], meant[at]) for at in holes)
            beside = attested(window, holes)
            yield Likeness(first, last, name, said, holes, new, len(rest), bound(rest), only, beside, listed)


def modifies(word: str) -> bool:
    """Whether it may stand before a name without being part of it."""
    return word in words_beside(_MODIFIERS)


def titled(name: str) -> str:
    """The gazetteer's name as one writes it."""
    return " ".join(word if word in SMALL else word.capitalize() for word in name.split(" "))
