"""Which words paraphrasers put into names in the place of which.

Five sources: exchanges written by hand for names (two), for news, those that scientific papers show, and WordNet. Each
counts in both directions between words of names: what one thesaurus puts for the other, another puts back.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from auditor.rule import table_beside

from ._thesaurus import plain

_SOURCES = ("_thesaurus.py", "_renamed.py", "_pairs.py", "_synonyms.py", "_wordnet.py")
# The one that was read off what machines wrote.
_SEEN = "_pairs.py"
_BESIDE = Path(__file__).parent
SMALL = frozenset(("of", "the", "and", "for", "in", "to", "on", "de", "la"))
# Endings that make another form of a word, and no other word: "transport" and "transportation", "north" and "northern".
_ENDINGS = frozenset("s es al ial ation ing ed n ian ic ist an ern erly ly e er ary ty y".split())

# A word of a name with its place in the run: the word in lower case, and the offsets of its beginning and end.
Word = tuple[str, int, int]


@lru_cache(maxsize=1)
def gazetteer() -> Mapping[str, tuple[str, ...]]:
    """Well-known names in lower case to their kind and whether they stand for one thing alone ("2")."""
    return table_beside(str(_BESIDE / "tortured_name.py"))


# Words that are commonly shortened in names.
_SHORT = {"ave": "avenue", "co": "company", "corp": "corporation", "dept": "department", "govt": "government",
          "inc": "incorporated", "intl": "international", "mt": "mount", "natl": "national", "st": "saint"}  # fmt: skip


@lru_cache(maxsize=1 << 12)
def alike(first: str, second: str) -> bool:
    """Whether the two are one word, or forms of one: no exchange."""
    first, second = (_SHORT.get(word, word).replace("-", "") for word in (first, second))
    shorter, longer = sorted((first, second), key=len)
    return plain(first) == plain(second) or (longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS)


def _pairs(sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in sources:
        for natural, row in table_beside(str(_BESIDE / name)).items():
            for said in row[0].split(" "):
                yield said, natural


@lru_cache(maxsize=1)
def renamed() -> Mapping[str, frozenset[str]]:
    """Each word that may stand in a name for another, to those others; phrases of words are joined by hyphens."""
    words = {word for name in gazetteer() for word in name.split(" ")} - SMALL
    found: dict[str, set[str]] = {}
    for said, natural in _pairs(_SOURCES):
        for one, other in ((said, natural), (natural, said)):
            if other in words and one not in SMALL and other not in one.split("-"):
                found.setdefault(one, set()).add(other)
    for one in [one for one in found if one.isalpha() and not one.endswith("s")]:
        plurals = {f"{other}s" for other in found[one] if not other.endswith("s")} & words
        if plurals:
            found.setdefault(one + "s", set()).update(plurals)
    return {one: frozenset(others) for one, others in found.items()}


@lru_cache(maxsize=1)
def _listed() -> Mapping[tuple[str, str], int]:
    found: Counter[tuple[str, str]] = Counter()
    for source in (*_SOURCES, _SEEN):
        found.update({pair for said, natural in _pairs((source,)) for pair in ((said, natural), (natural, said))})
    return found


def sources(said: str, natural: str) -> int:
    """How many of the sources have the exchange as it stands, in either direction; what machines really wrote counts twice."""
    return _listed().get((said, natural), 0)


@lru_cache(maxsize=1)
def _attested() -> frozenset[tuple[str, str]]:
    rows = table_beside(str(_BESIDE / "_attested.py"))
    return frozenset((first, second) for second, row in rows.items() for first in row[0].split(" "))


def attested(words: Sequence[str], places: Sequence[int]) -> float:
    """The share of neighbours here, on either side of these places, beside which English at large has the exchanged words."""
    pairs = [(at + step, at + step + 1) for at in places for step in (-1, 0)]
    beside = [(words[one], words[two]) for one, two in pairs if one >= 0 and two < len(words)]
    return sum(pair in _attested() for pair in beside) / len(beside)


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases among them by their first words, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for one in renamed():
        if "-" in one:
            words = tuple(one.split("-"))
            found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=lambda row: (-len(row), row))) for first, rows in found.items()}


@lru_cache(maxsize=1)
def beginnings() -> frozenset[tuple[str, ...]]:
    """The first two words of each of them, the second also with a possessive ending."""
    return frozenset(
        (phrase[0], phrase[1] + ending)
        for some in _phrases().values()
        for phrase in some
        for ending in ("", "'s", "’s")
    )


def begins_phrase(first: str, second: str) -> bool:
    """Whether a phrase that stands for one word of a name begins so ("financial institution" for bank)."""
    return (first, second) in beginnings()


def merged(words: Sequence[Word]) -> list[Word]:
    """The words with each phrase that stands for one word in one."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        length = 1
        for phrase in _phrases().get(words[at][0], ()):
            if tuple(word for word, _, _ in words[at : at + len(phrase)]) == phrase:
                length = len(phrase)
                break
        some = words[at : at + length]
        found.append(("-".join(word for word, _, _ in some), some[0][1], some[-1][2]))
        at += length
    return found
