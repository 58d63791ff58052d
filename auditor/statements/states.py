"""States that two statements ascribe to one thing and that exclude one another: "was freed", "remains in captivity".

Single opposites are known to `opposites`; here whole families of words and phrases stand for one state of one kind, and
two states of a kind are at odds whatever words tell them.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from auditor.statements.reversal import DENIALS, reverses
from auditor.statements.words import Word, bases, lines

# "Make a full recovery", "lost both his legs": so many words may stand in the open place of a phrase.
_OPEN = 3
# A denial stands so near before a state ("has not been seen to be").
_NEAR = 4


class State(NamedTuple):
    """A state that a statement names in the words `start` to `end`; `value` is one of the states of `about`."""

    about: str
    whose: str
    value: int
    start: int
    end: int


def told_at(start: int, end: int, value: int = 0, whose: str = "") -> State:
    """A state of no listed kind, told by the words `start` to `end`."""
    return State("", whose, value, start, end)


class _Phrase(NamedTuple):
    about: str
    whose: str
    value: int
    words: tuple[str, ...]


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[_Phrase, ...]]:
    """The phrases by their first words, the longest first."""
    found: dict[str, list[_Phrase]] = {}
    for value, (about, whose, *phrases) in enumerate(lines("states.tsv")):
        for phrase in phrases:
            first, *others = phrase.split(" ")
            found.setdefault(first, []).append(_Phrase(about, whose, value, (first, *others)))
    return {first: tuple(sorted(some, key=lambda one: -len(one.words))) for first, some in found.items()}


def _matched(told: list[str], at: int, phrase: tuple[str, ...]) -> int | None:
    """The end of a phrase whose first word stands at `at`; None where the others do not follow."""
    k, reach = at + 1, 1
    for wanted in phrase[1:]:
        if wanted == "~":
            reach = _OPEN + 1
            continue
        k = next((n for n in range(k, min(len(told), k + reach)) if wanted in (told[n], *bases(told[n]))), -1) + 1
        if k == 0:
            return None
        reach = 1
    return k


def states(words: tuple[Word, ...]) -> Iterator[State]:
    """The states that a statement names, phrases before the words in them."""
    # A phrase of several words is one word of an alignment, and is taken apart again.
    told = [(part, at) for at, word in enumerate(words) for part in word.text.lower().split()]
    plain = [part for part, _ in told]
    inside: dict[str, int] = {}  # how far the last phrase of a kind reaches
    for k, (part, at) in enumerate(told):
        seen = {about for about, reach in inside.items() if k < reach}
        for phrase in (one for first in dict.fromkeys((part, *bases(part))) for one in _table().get(first, ())):
            end = None if phrase.about in seen else _matched(plain, k, phrase.words)
            if end is not None:
                seen.add(phrase.about)
                inside[phrase.about] = end
                yield State(phrase.about, phrase.whose, phrase.value, at, told[end - 1][1] + 1)


def denied(words: tuple[Word, ...], at: int) -> bool:
    """Whether what begins at `at` is denied by a word before it."""
    if words[0].lower in DENIALS:
        return True  # "Neither of the drivers was hurt"
    return (
        sum(words[k].lower in DENIALS or reverses(words, k) is not None for k in range(max(0, at - _NEAR), at)) % 2 == 1
    )
