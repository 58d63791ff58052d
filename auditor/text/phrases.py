"""The list of phrases that stand on pages of news and are not the article, by how each is looked up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# The longest of 74 boilerplate lines marked by hand has 38 words; such a sentence of prose is no notice.
LONGEST = 40
SHORT = 10
TRAILING = " .:…!>»|]*-–—\t"

# Words of the phrases that many articles hold, by which none is looked up that has another.
_COMMON = frozenset(
    "have this that with from your time support without political rights today right reported information know help "
    "story continue something agree currently senior because first delivered social earlier daily".split()
)
_WORD = re.compile(r"[\w'-]+")
# Marks that a text must have to hold a phrase that has them: mostly it has none.
MARKS = "@/(©"


@dataclass(frozen=True, slots=True)
class Within:
    """A phrase that stands anywhere in a unit, with its words but those with an apostrophe, which has two forms, and its marks."""

    phrase: str
    kind: str
    place: str
    words: frozenset[str]
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that are a whole line, that open one (with the most words it may have), and that stand anywhere in it.

    `longer` are those that open lines of more than ten words. `anywhere` are the words under which the last are kept: a set is met with a text's words in half the time of a dictionary.
    """

    line: Mapping[str, str]
    opening: Mapping[str, tuple[tuple[str, str, int], ...]]
    longer: Mapping[str, tuple[str, ...]]
    within: Mapping[str, tuple[Within, ...]]
    anywhere: frozenset[str]


def first_word(text: str) -> str:
    """What a line is looked up with."""
    match = _WORD.search(text)
    return match[0] if match else text[:1]


@lru_cache(maxsize=1)
def phrases() -> Phrases:
    """The list, by what each place is looked up with: the whole line, the first word, the longest word that is not common."""
    line: dict[str, str] = {}
    opening: dict[str, list[tuple[str, str, int]]] = {}
    within: dict[str, list[Within]] = {}
    for row in Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()[1:]:
        phrase, kind, place = row.split("\t")
        if place == "line":
            line[phrase.rstrip(TRAILING)] = kind
        elif place in ("opens", "short"):
            longest = LONGEST if place == "opens" else SHORT
            opening.setdefault(first_word(phrase), []).append((phrase, kind, longest))
        else:
            words = [word for word in _WORD.findall(phrase) if "'" not in word]
            rarest = max(words, key=lambda word: (word not in _COMMON, len(word)))
            within.setdefault(rarest, []).append(
                Within(phrase, kind, place, frozenset(words), frozenset(phrase) & frozenset(MARKS))
            )
    return Phrases(
        line,
        {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in opening.items()},
        {word: tuple(phrase for phrase, _, most in entries if most > SHORT) for word, entries in opening.items()},
        {word: tuple(entries) for word, entries in within.items()},
        frozenset(within),
    )
