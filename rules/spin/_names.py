"""Well-known names that a capitalised expression becomes when one or two of its words are exchanged for synonyms."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path

from auditor.rule import table_beside, words_beside

from ._thesaurus import exchangeable, exchanged_words, originals, plain

_BESIDE = Path(__file__).parent
_SMALL = frozenset(("of", "the", "and", "for", "in", "to", "on"))
# The same office has either title, from country to country.
_OFFICES = frozenset(("minister", "secretary", "ministry", "department"))
_WORD = re.compile(r"(?<![\w.'’])(?:[.'’]*+\w++)++")
# Longest gazetteer entry in words; most combinations tried for one window (seven words with two originals each).
_LONGEST = 8
_MOST_TRIED = 3000
# A word beside which genuine news has this many different capitalised words is at home in names: it proves less.
_STRANGE, _RARE, _FAMILIAR = 3, 7, 21


@dataclass(frozen=True, slots=True)
class Likeness:
    """A window of a capitalised run, and the name that it is an exchange away from; `strangeness` adds up the words."""

    first: int
    last: int
    name: str
    kind: str
    rigid: bool
    strangeness: float
    exchanged: int

    @property
    def familiar(self) -> bool:
        """Whether all exchanged words are at home in names."""
        return self.strangeness <= 0.5 * self.exchanged


@lru_cache(maxsize=1)
def gazetteer() -> Mapping[str, tuple[str, ...]]:
    """Well-known names in lower case to their kind and whether they stand for one thing alone ("2")."""
    return table_beside(str(_BESIDE / "tortured_name.py"))


@lru_cache(maxsize=1)
def _lengths() -> Mapping[str, frozenset[int]]:
    """Each last word of a gazetteer name to the lengths of those names in words: the gate of a window."""
    found: dict[str, set[int]] = {}
    for words in map(str.split, gazetteer()):
        found.setdefault(words[-1], set()).add(len(words))
    return {last: frozenset(lengths) for last, lengths in found.items()}


@lru_cache(maxsize=1)
def _real() -> frozenset[str]:
    return words_beside(str(_BESIDE / "tortured_name.py"))


@lru_cache(maxsize=1 << 14)
def _choices(word: str) -> tuple[str, ...]:
    """The word itself and what it may have been exchanged for."""
    found = set(originals(word))
    if word.endswith("s"):
        found |= {natural + "s" for natural in originals(word[:-1])}
    if word in _OFFICES:
        found -= _OFFICES
    return (
        word,
        *sorted(natural for natural in found if plain(natural) != plain(word) and exchangeable(word, natural)),
    )


@lru_cache(maxsize=1 << 14)
def _ends(word: str) -> frozenset[int]:
    """Lengths of the names that the word, or one that it may have been exchanged for, ends."""
    return frozenset().union(*(_lengths().get(choice, ()) for choice in _choices(word)))


@lru_cache(maxsize=1 << 14)
def strangeness(word: str) -> float:
    """How little a word is at home in names: 3 for one that hardly ever stands in any, 0.5 for a common one."""
    row = table_beside(str(_BESIDE / "_namely.py")).get(word)
    count = int(row[0]) if row else 0
    return 3.0 if count < _STRANGE else 2.0 if count < _RARE else 1.0 if count < _FAMILIAR else 0.5


def words_of(name: str) -> list[tuple[str, int, int]]:
    """The words of a capitalised run in lower case, without possessive endings, and their offsets in it."""
    found = []
    for match in _WORD.finditer(name):
        word = match[0].lower().replace("’", "'")
        found.append((word.removesuffix("'s"), match.start(), match.end() - 2 * word.endswith("'s")))
    return found


@lru_cache(maxsize=1)
def _torturable() -> frozenset[str]:
    singular = frozenset(spun for spun in exchanged_words() if len(_choices(spun)) > 1)
    return singular | {word + "s" for word in singular}


def torturable(name: str) -> bool:
    """Whether any word of the capitalised run may be an exchanged one: the cheap gate."""
    return not _torturable().isdisjoint(name.lower().replace("-", " ").split(" "))


def likenesses(words: list[str]) -> Iterator[Likeness]:
    """All windows that are no known name, and become one by exchanging one or two words, or three of five."""
    ends = [_ends(word) for word in words]
    if not any(ends):
        return
    known, options = gazetteer(), [_choices(word) for word in words]
    for first in range(len(words)):
        tried = len(options[first])
        for last in range(first + 1, min(len(words), first + _LONGEST)):
            tried *= len(options[last])
            if tried > _MOST_TRIED:
                break
            length = last - first + 1
            if tried == 1 or length not in ends[last]:
                continue
            window = words[first : last + 1]
            if " ".join(window) in known or " ".join(window) in _real():
                continue
            for meant in product(*options[first : last + 1]):
                row = known.get(" ".join(meant))
                changed = [said for said, natural in zip(window, meant, strict=True) if said != natural]
                if row and len(changed) <= max(2, length - 2):
                    total = sum(strangeness(word) for word in changed)
                    yield Likeness(first, last, " ".join(meant), row[0], row[1] == "2", total, len(changed))


def anchored(words: list[str], likeness: Likeness) -> int:
    """How many words of substance the window shares with the name."""
    meant = likeness.name.split(" ")
    return sum(
        a == b and a not in _SMALL for a, b in zip(words[likeness.first : likeness.last + 1], meant, strict=True)
    )


@lru_cache(maxsize=1)
def modifiers() -> frozenset[str]:
    """Words that may stand before a name without being part of it."""
    return words_beside(str(_BESIDE / "_modifiers.py"))


def titled(name: str) -> str:
    """The gazetteer's name as one writes it."""
    return " ".join(word if word in _SMALL else word.capitalize() for word in name.split(" "))
