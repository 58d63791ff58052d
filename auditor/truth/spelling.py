"""The same thing in other signs: dashes, ordinals, numbers in words, initials, endings, remarks in brackets.

Signs alone must not part two values, or those who write alike look like a camp of their own. Each difference gives way only
where nothing but it stands between two values of one item; who is former, or a deputy, is another.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path

Words = tuple[str, ...]

_BETWEEN = re.compile(r"(?<=\d)\s*+(?:[-‐-―−]|(?:to|till|until|bis)(?=\s))\s*+(?=\d)")
_YEARS = re.compile(r"(?<![\d-])(1\d|20)(\d\d)-(\d\d)(?![\d-])")
_ORDINAL = re.compile(r"(?<!\d)(\d++)(?:st|nd|rd|th)")
_SAME = {
    word: str(number)
    for several in (
        "one two three four five six seven eight nine ten eleven twelve",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for number, word in enumerate(several.split(), 1)
} | {
    "company": "co",
    "corporation": "corp",
    "incorporated": "inc",
    "limited": "ltd",
    "colour": "color",
    "centre": "center",
}
# Endings of common words, and the shortest that takes one.
_ENDINGS, _SHORTEST = ("s", "es", "ed", "n"), 4
_REMARK = re.compile(r"(?<=\S)\s*+\(([^()]{1,60})\)\s*+$")


@lru_cache(maxsize=1)
def apart() -> frozenset[str]:
    """Words that make another thing of those beside them: what holds one is no narrower telling of what does not."""
    lines = Path(__file__).with_name("apart.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def joined(text: str) -> str:
    """A folded text in which what lies between two numbers is one sign: "2 – 5" and "2 to 5" as "2-5", "1990-95" whole."""
    plain = _BETWEEN.sub("-", text)
    return _YEARS.sub(lambda match: f"{match[1]}{match[2]}-{match[1]}{match[3]}", plain) if "-" in plain else plain


def _spelled(words: Words) -> Words:
    """The words with numbers in figures, and legal forms cut; "St" is a saint before a name, but no saint in addresses."""
    address = any(word[0].isdigit() for word in words)
    plain = [_ORDINAL.sub(r"\1", word) if word[0].isdigit() else _SAME.get(word, word) for word in words]
    if not address:
        plain = ["saint" if word == "st" and at + 1 < len(plain) else word for at, word in enumerate(plain)]
    return tuple(plain)


def _closed(words: Words, known: Collection[str]) -> Words:
    """Initials that another value writes as one word as that: "u s steel" as "us steel"."""
    found: list[str] = []
    for single, several in groupby(words, key=lambda word: len(word) == 1 and word.isalpha()):
        run = tuple(several)
        found += ["".join(run)] if single and len(run) > 1 and "".join(run) in known else run
    return tuple(found)


def front(value: str) -> str:
    """A value without the remark in brackets behind it."""
    return _REMARK.sub("", value) if value.rstrip().endswith(")") else value


def unremarked(values: Iterable[str], words: Callable[[str], Words]) -> dict[str, Words]:
    """The words of each value that has any, without the remark in brackets behind it where another value is the same
    without any, and none adds another remark."""
    found = {value: said for value in values if (said := words(value))}
    bare = {value: short for value in found if (short := front(value)) != value}
    remarks: dict[Words, set[Words]] = defaultdict(set)
    for value, short in bare.items():
        remarks[words(short)].add(found[value])
    plain = {said for value, said in found.items() if value not in bare}
    for value, short in bare.items():
        said = words(short)
        if said in plain and len(remarks[said]) == 1 and apart().isdisjoint(found[value][len(said) :]):
            found[value] = said
    return found


def _stems(values: Mapping[str, Words]) -> dict[str, str]:
    """Common words to the shorter form that another value has of them: "drawn" to "draw". Names are left alone."""
    alone = {words[0] for words in values.values() if len(words) == 1}
    common = {
        words[0] for value, words in values.items() if len(words) == 1 and value.lstrip("“\"'").lstrip()[:1].islower()
    }
    return {
        word + ending: word
        for word in sorted(alone)
        if len(word) >= _SHORTEST
        for ending in _ENDINGS
        if word + ending in alone and (word in common or word + ending in common)
    }


def alike(values: Mapping[str, Words]) -> dict[str, Words]:
    """The values of one item with their words as far as signs alone part them."""
    spelled = {value: _spelled(words) for value, words in values.items()}
    known = {word for words in spelled.values() for word in words if 1 < len(word) < 6}
    closed = {value: _closed(words, known) for value, words in spelled.items()} if known else spelled
    stems = _stems(closed)
    return {value: tuple(stems.get(word, word) for word in words) for value, words in closed.items()}
