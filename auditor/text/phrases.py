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

# No phrase of the list reaches so far into a line (the longest has 48 characters), whatever spaces stand in it.
_FAR, _REACH = 160, 60
# How prose ends, and what shapes begin with that have no mark.
_STOPS = '.?!”"'
_SHAPED = frozenset(("follow", "copyright", "copr"))
_LEADING = " *•-–—|>»·►▪[]#\t=~"

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

    `longer` are those that open lines of more than ten words.
    """

    line: Mapping[str, str]
    opening: Mapping[str, tuple[tuple[str, str, int], ...]]
    longer: Mapping[str, tuple[str, ...]]
    within: Mapping[str, tuple[Within, ...]]


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
    )


def _folded(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split()).lstrip(_LEADING)


def whole_words(text: str, start: int, end: int) -> bool:
    """Whether neither end of `text[start:end]` is inside a word."""
    left = start == 0 or not (text[start].isalnum() and text[start - 1].isalnum())
    return left and not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def opened(line: str, words: int) -> tuple[str, str] | None:
    """Kind and phrase of a line of at most forty words that is one of the phrases, or begins with one."""
    known = phrases()
    if words > SHORT and first_word(line[:LONGEST].lower().replace("’", "'")) not in known.opening:
        return None
    folded = _folded(line[:_FAR] if words > SHORT else line)
    if words <= SHORT and (kind := known.line.get(folded.rstrip(TRAILING))):
        return kind, folded.rstrip(TRAILING)
    for phrase, kind, longest in known.opening.get(first_word(folded), ()):
        if words <= longest and folded.startswith(phrase) and whole_words(folded, 0, len(phrase)):
            return kind, phrase
    return None


def is_prose(line: str) -> bool:
    """Whether a line of more than ten words ends as a sentence does, has no mark that a shape has, and begins like none.

    So are told, at a fifth of the cost of looking on, two in three.
    """
    if line[-1] not in _STOPS or "/" in line or "(" in line or "@" in line or "©" in line:
        return False
    start = line[:_REACH].lower().replace("’", "'")
    if start[0] in '“"':
        return not start.startswith("follow", 1)
    first = start.partition(" ")[0]
    if not first.isalpha() or first in _SHAPED or "  " in start or not start.isprintable():
        return False
    return not start.startswith(phrases().longer.get(first, ()))
