"""Values as sets of atoms, so that "Dowd, Mark", "MARK DOWD" and "Dowd, Mark; Schuh, Justin" can be compared.

A value is folded (case, accents, marks), cut into words, and the words that always stand together in the values of one
item are one atom. Spelling variants of one word (a slip, a cut or short form) are one word where the item's other
values show the same neighbour beside both.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import unescape
from pathlib import Path
from unicodedata import combining, normalize

from auditor.text.similarity import edits
from auditor.truth.spelling import alike, apart, joined, unremarked

Value = frozenset[str]

# A code such as "B22" is one word; so is a number with its separators.
_WORD = re.compile(r"\d+(?:[.,:/-]\d+)*+(?![^\W_])|[^\W_]++")
_APOSTROPHE = re.compile(r"(?<=\w)['’`´](?=\w)")
# Words that join or introduce the members of a list, or stand behind a name.
_GLUE = frozenset("and or at by for in of on the to with et al ed eds edt editor edited author joint jr phd".split())
# In addresses, whose numbers tell them.
_SHORTENED = {
    "av": "avenue", "ave": "avenue", "blvd": "boulevard", "dr": "drive", "hwy": "highway", "ln": "lane", "pl": "place",
    "rd": "road", "sq": "square", "st": "street", "str": "street",
}  # fmt: skip
# What stands between two ways of saying that one does not know: "N/A (unknown)".
_PART = re.compile(r"[(),;]")
# Beyond this many different words in one item, variants are not sought: the search is quadratic.
_MOST_WORDS = 150
# A longer word is no name; untrusted text may hold one of a million letters.
_LONGEST = 60
# Longer values are read anew each time, so that what is kept stays small.
_SHORT = 200


@lru_cache(maxsize=1)
def _unsaid() -> frozenset[str]:
    lines = Path(__file__).with_name("unsaid.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _says_nothing(plain: str) -> bool:
    """Whether each part of a folded value says only that nobody knows."""
    parts = (" ".join(_WORD.findall(part)) for part in _PART.split(plain[:_LONGEST]))
    return all(not part or part in _unsaid() for part in parts)


def words(value: str) -> tuple[str, ...]:
    """The folded words of a value; none where it says nothing ("Not available")."""
    return _words_of_short(value) if len(value) <= _SHORT else _words(value)


@lru_cache(maxsize=1 << 16)  # Values return, from item to item and from step to step.
def _words_of_short(value: str) -> tuple[str, ...]:
    return _words(value)


def _words(value: str) -> tuple[str, ...]:
    plain = normalize("NFKD", unescape(value))
    plain = "".join(c for c in plain if not combining(c)).casefold()
    found = tuple(_WORD.findall(joined(_APOSTROPHE.sub("", plain))))
    if len(plain) <= _LONGEST and _says_nothing(plain):
        return ()
    if any(word[0].isdigit() for word in found):
        found = tuple(_SHORTENED.get(word, word) for word in found)
    return tuple(word for word in found if word not in _GLUE) or found


def _cut(word: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """A word that is two known ones run together ("josephjennings") as those two."""
    if 8 <= len(word) <= _LONGEST:
        for at in range(3, len(word) - 2):
            if word[:at] in known and word[at:] in known:
                return word[:at], word[at:]
    return (word,)


def _variant(short: str, long: str) -> bool:
    """Whether one may be the other, cut short, abbreviated or with one slip; never for numbers."""
    if len(long) > _LONGEST or not (short.isalpha() and long.isalpha()):
        return False
    if len(short) >= 3 and long.startswith(short):
        return True
    return len(short) >= 5 and edits(short, long, 1) <= 1


def _aliases(bags: Sequence[frozenset[str]]) -> dict[str, str]:
    """Words to the commoner spelling that they are variants of: never both in one value, a neighbour in common."""
    count: dict[str, int] = defaultdict(int)
    beside: dict[str, set[str]] = defaultdict(set)
    for bag in bags:
        for word in bag:
            count[word] += 1
            beside[word] |= bag
    names = sorted((word for word in count if len(word) >= 3), key=lambda word: (len(word), word))
    if len(names) > _MOST_WORDS:
        return {}
    found: dict[str, str] = {}
    for at, short in enumerate(names):
        mine = {word for word in beside[short] if len(word) >= 3} - {short}
        likely = [
            long
            for long in names[at + 1 :]
            if long not in mine and not mine.isdisjoint(beside[long]) and _variant(short, long)
        ]
        if likely:
            found[short] = min(likely, key=lambda word: (-count[word], word))
    return found


def _settled(word: str, aliases: Mapping[str, str]) -> str:
    while word in aliases:  # always towards the longer or later word, so it ends
        word = aliases[word]
    return word


def _named(values: Mapping[str, Value]) -> dict[str, Value]:
    """Each value with its initials written out, where all others that fit agree on the name: "H. sapiens" beside "Homo
    sapiens"."""
    bags = set(values.values())
    wanted = {(bag - {word}, word): bag for bag in bags for word in bag if len(word) == 1 and word.isalpha()}
    if not wanted or len(bags) > _MOST_WORDS:
        return dict(values)
    fitting: dict[tuple[Value, str], set[str]] = defaultdict(set)
    for bag in bags:
        for word in bag:
            if len(word) > 1 and (bag - {word}, word[0]) in wanted:
                fitting[bag - {word}, word[0]].add(word)
    told = {wanted[rest, letter]: rest | names for (rest, letter), names in fitting.items() if len(names) == 1}
    return {value: told.get(bag, bag) for value, bag in values.items()}


def _atoms(bags: Iterable[frozenset[str]]) -> dict[str, str]:
    """Each word to its atom: the first of the words that stand in exactly the same values."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        for word in bag:
            places[word].append(number)
    leader: dict[tuple[int, ...], str] = {}
    return {word: leader.setdefault(tuple(places[word]), word) for word in sorted(places)}


def comparable(values: Iterable[str]) -> dict[str, Value]:
    """The values of one item to their atoms, without those that say nothing."""
    cut = alike(unremarked(sorted(set(values)), words))
    known: dict[str, int] = defaultdict(int)
    for found in cut.values():
        for word in found:
            known[word] += 1
    parts = {value: [part for word in found for part in _cut(word, known)] for value, found in cut.items()}
    bags = {value: frozenset(found) for value, found in parts.items()}
    aliases = _aliases(list(dict.fromkeys(bags.values())))
    plain = _named({value: frozenset(_settled(word, aliases) for word in bag) for value, bag in bags.items()})
    atoms = _atoms(dict.fromkeys(plain.values()))
    return _told_apart({value: _said(bag, atoms) for value, bag in plain.items()})


def _said(words: frozenset[str], atoms: Mapping[str, str]) -> Value:
    """The atoms of a value's words; "deputy minister" and "former minister" have none in common with "minister"."""
    beside = "".join(f"{word} " for word in sorted(words & apart()))
    return frozenset(beside + atoms[word] for word in words)


def _told_apart(values: Mapping[str, Value]) -> dict[str, Value]:
    """The values without what all of them say, where something is left of each: "Lake" of two lakes is no agreement."""
    common = frozenset.intersection(*values.values()) if len(set(values.values())) > 1 else frozenset()
    return {value: atoms - common for value, atoms in values.items()} if common not in values.values() else dict(values)
