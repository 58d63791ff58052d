"""The words of one statement, ready to be aligned: numbers as one word each, and every word with its stem."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from auditor.model import Span
from auditor.statements.readings import readings
from auditor.text.numbers import Number

_TOKEN = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W_]++(?:['’-][^\W_]++)*+|[,;:()—–]")
_PAIRED = re.compile(r"-(?:[^\W\d_]++|\d{1,3}+)(?:-[^\W\d_]++)*+(?![\w.-]\w)")
_CONTRACTED = {"can't": "can", "won't": "will", "shan't": "shall", "cannot": "can"}

FUNCTION = frozenset(
    "a an the this that these those of to in on at by for from with as and or but nor so if than then there here it its "
    "he she they we i you his her their our your my him them us me who whom whose which what when where while is are "
    "was were be been being am do does did has have had having will would shall should can could may might must about "
    "into onto over under up down out off again also just very too not no yes each s t re ve ll d m one such own same "
    "some any other another both all more most said say says saying".split()
)


class Word(NamedTuple):
    """One word by offsets in its statement. `stem` is what alignment compares; `number` is set for numbers."""

    start: int
    end: int
    text: str
    lower: str
    stem: str
    number: Number | None = None

    @property
    def content(self) -> bool:
        """Whether it says something by itself."""
        if self.number is not None or (self.text == "May" and self.start):
            return True
        return self.lower not in FUNCTION and self.lower[0].isalnum()

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[0].isupper()


@lru_cache(maxsize=16)
def lines(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a .tsv file of this package, comment lines left out."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


def role(name: str) -> frozenset[str]:
    """The words of one role in `roles.tsv`."""
    return next(frozenset(words) for this, *words in lines("roles.tsv") if this == name)


@lru_cache(maxsize=1)
def _irregular() -> Mapping[str, str]:
    return {form: row[0] for row in lines("irregular.tsv") for form in row[1:]}


def is_irregular(word: str) -> bool:
    """Whether a word is an irregular form, such as "sold"."""
    return word in _irregular()


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """A crude common form of a lower-cased word's inflections: "planned", "plans" and "plan" share it."""
    word = _irregular().get(word, word)
    for ending in ("'s", "’s", "'", "’"):
        word = word.removesuffix(ending)
    if len(word) < 4 or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word[: -len(ending)]
            if ending == "s" and base[-1] in "usi":
                return word
            if ending in ("ing", "ed") and len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            return base.rstrip("e") if base.endswith("ee") and len(base) > 3 else base.removesuffix("e")
    return word.rstrip("e") if word.endswith("ee") else word.removesuffix("e")


@lru_cache(maxsize=1 << 15)
def bases(word: str) -> tuple[str, ...]:
    """Dictionary forms that a lower-cased word may have: "largest" gives large, "winning" win, "rose" rise."""
    found = [word, _irregular().get(word, word)]
    for ending, puts in (
        ("s", ("",)), ("es", ("", "e")), ("ies", ("y",)), ("ed", ("", "e")), ("ied", ("y",)), ("ing", ("", "e")),
        ("er", ("", "e")), ("est", ("", "e")), ("ier", ("y",)), ("iest", ("y",)), ("ly", ("",)),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            base = word[: -len(ending)]
            found += [base + put for put in puts]
            if len(base) > 3 and base[-1] == base[-2]:
                found.append(base[:-1])
    return tuple(dict.fromkeys(found))


class _Phrase(NamedTuple):
    """The first word where no other form of it will do, the words behind it, how many are taken, and what they stand for."""

    first: str
    others: tuple[str, ...]
    taken: int
    meant: str


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[_Phrase, ...]]:
    """The stem of a phrase's first word to its phrases, the longest first. "Following the+": the last word stays."""
    found: dict[str, list[_Phrase]] = {}
    for phrase, meant in lines("phrases.tsv"):
        first, *others = phrase.split(" ")
        taken = len(others) - phrase.endswith("+")
        # "Following the" is no "followed the".
        exact = first if first.endswith("ing") else ""
        found.setdefault(stem(first), []).append(
            _Phrase(exact, tuple(other.rstrip("+") for other in others), taken, meant)
        )
    return {first: tuple(sorted(several, key=lambda one: -len(one.others))) for first, several in found.items()}


def _joined(text: str, apart: list[Word]) -> tuple[Word, ...]:
    """The words with each known phrase ("ruled out", "no longer") as the one word that it stands for."""
    phrases, lower = _phrases(), [word.lower for word in apart]
    found, done = list[Word](), 0
    for at, first in enumerate(apart):
        if at < done or first.stem not in phrases:
            continue
        for exact, others, taken, meant in phrases[first.stem]:
            if exact in ("", first.lower) and tuple(lower[at + 1 : at + 1 + len(others)]) == others:
                end = apart[at + taken].end
                found += apart[done:at]
                found.append(Word(first.start, end, text[first.start : end], meant, stem(meant)))
                done = at + 1 + taken
                break
    found += apart[done:]
    return tuple(found)


def _plain(start: int, end: int, written: str) -> Word:
    lower = written.lower().replace("’", "'")
    return Word(start, end, written, lower, stem(lower))


def words(text: str) -> tuple[Word, ...]:
    """The words and inner marks of `text` in order; "didn't" is two words, a number with its unit and a phrase are one."""
    figures = {number.start: number for number in readings(text)}
    if not figures and "n't" not in text and "n’t" not in text and "annot" not in text:
        plain = ((match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text))
        return _joined(text, [_plain(*one) for one in plain])
    found: list[Word] = []
    position = 0
    while match := _TOKEN.search(text, position):
        start, position = match.span()
        figure = figures.get(start)
        if figure is None and figures and start and text[start - 1] in "$£€¥":
            figure = next((one for one in figures.values() if one.start < start < one.end), None)
        # "Three-year" and "3-2" are two words each, "727-8dt2" is a name.
        if figure is not None and (position <= figure.end or _PAIRED.match(text, figure.end)):
            position = figure.end
            written = text[figure.start : position]
            key = f"#{figure.value:.12g}{figure.unit}{'th' if figure.ordinal else ''}"
            found.append(Word(figure.start, position, written, written.lower(), key, figure))
            continue
        lower = match[0].lower().replace("’", "'")
        if lower.endswith("n't") or lower == "cannot":
            cut = position - 3
            base = _CONTRACTED.get(lower, lower[:-3])
            found.append(Word(start, cut, text[start:cut], base, stem(base)))
            found.append(Word(cut, position, text[cut:position], "not", "not"))
            continue
        found.append(Word(start, position, match[0], lower, stem(lower)))
    return _joined(text, found)


def spoken(text: str) -> set[str]:
    """The lower-cased words that `words` finds in a text, numbers left out, and perhaps some more; at a fifth of its cost."""
    found = {token.lower().replace("’", "'") for token in _TOKEN.findall(text)}
    for word in tuple(found):
        if word.endswith("n't") or word == "cannot":
            found |= {_CONTRACTED.get(word, word[:-3]), "not"}
        for _, others, _, meant in _phrases().get(stem(word), ()):
            if found.issuperset(others):
                found.add(meant)
    return found


def spread(chosen: tuple[Word, ...], otherwise: Word) -> Span:
    """The span from the first to the last of some words; where there are none, the neighbour's."""
    if not chosen:
        return Span(otherwise.start, otherwise.end)
    return Span(chosen[0].start, chosen[-1].end)
