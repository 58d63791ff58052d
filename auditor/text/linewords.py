"""Whether a line's words are those of a site's furniture: what no list of phrases has seen yet.

A linear model over the words of a line, their neighbours, and its length: the log-odds that the line is not the article,
in hundredths, so that sums are exact. Words that the model does not know stand for one another by their capitals. How it
was learned, and how it did on outlets that it had not seen: `benchmarks/lines`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat
from pathlib import Path

# Addresses, numbers, words (with digits too), and any other mark alone.
_TOKEN = re.compile(r"(?:https?://|www\.)\S++|\d++(?:[.,:/-]\d++)*+(?![^\W\d_])|\w++(?:['’]\w++)*+|[^\w\s]")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Lengths in words that are one feature each, by the longest of them.
_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 30)
_OPEN, _CLOSE, _ADDRESS, BASE = "^", "$", "<url>", "<base>"
# What rows of the sieve begin with, beside a piece of a line; `BASE` and `RARE` are rows too.
SIEVE, RARE = "~ ", "<rare>"


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds, and for which kind of line it speaks how much; the same of the sieve."""

    odds: Mapping[str, int]
    kinds: Mapping[str, tuple[str, int]]
    base: int
    sieve: Mapping[str, int]
    rare: int
    least: int


def weights_of(rows: Iterable[tuple[str, int, str, int]]) -> Weights:
    """Weights from features, what each adds, and the kind that it speaks for how loudly."""
    odds: dict[str, int] = {}
    kinds: dict[str, tuple[str, int]] = {}
    sieve: dict[str, int] = {}
    for feature, weight, kind, strength in rows:
        if feature.startswith(SIEVE):
            sieve[feature.removeprefix(SIEVE)] = weight
        else:
            odds[feature] = weight
        if kind:
            kinds[feature] = (kind, strength)
    return Weights(odds, kinds, odds.pop(BASE), sieve, sieve.pop(RARE), -sieve.pop(BASE))


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights beside this module."""
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()[1:]
    split = (line.split("\t") for line in lines)
    return weights_of((feature, int(weight), kind, int(strength)) for feature, weight, kind, strength in split)


def _unknown(word: str) -> str:
    """What stands for a word that the model does not know."""
    if word[0].islower():
        return "<low>"
    return "<ALL>" if len(word) > 1 and word.isupper() else "<Cap>"


def tokens_of(line: str, known: Mapping[str, object]) -> Iterator[tuple[str, bool]]:
    """The line's words, numbers, addresses and marks as the model reads them, and whether each is a word."""
    for piece in _TOKEN.findall(line):
        first, word = piece[0], piece.lower()
        if word in known and word.isalpha():
            yield word, True
        elif first.isdigit() and piece[-1].isdigit():
            yield ("<year>" if _YEAR.fullmatch(piece) else "<time>" if ":" in piece else "<num>"), False
        elif not (first.isalnum() or first == "_"):
            yield piece, False
        elif "/" in piece or piece.startswith("www."):
            yield _ADDRESS, False
        else:
            word = word.replace("’", "'")
            yield (word if word in known else _unknown(piece)), True


def features(line: str, known: Mapping[str, object]) -> set[str]:
    """What the model looks at: tokens, neighbours with the line's ends, and the length."""
    read = list(tokens_of(line, known))
    words = sum([is_word for _, is_word in read])
    names = [token for token, _ in read]
    found = set(names)
    found.update(map(" ".join, pairwise([_OPEN, *names, _CLOSE])))
    found.add(f"#{next((most for most in _LENGTHS if words <= most), 40)}")
    return found


def pieces(line: str) -> list[str]:
    """What the sieve looks at: all between spaces, and how many."""
    found = line.lower().split()
    found.append(f"#{len(found)}")
    return found


def promising(line: str, weights: Weights) -> bool:
    """Whether the line is worth a closer look, which costs five times as much: one in six of the article's own is."""
    return sum(map(weights.sieve.get, pieces(line), repeat(weights.rare))) >= weights.least


def odds(line: str, weights: Weights) -> int:
    """The log-odds, in hundredths, that a line is not the article."""
    return weights.base + sum(map(weights.odds.get, features(line, weights.odds), repeat(0)))


def kind_of(line: str, weights: Weights) -> str:
    """The kind of furniture that most of the line's features speak for; pointers to other pages where none does."""
    votes = {"related": 1}
    for feature in features(line, weights.odds):
        kind, strength = weights.kinds.get(feature, ("related", 0))
        votes[kind] = votes.get(kind, 0) + strength
    return max(votes, key=lambda kind: (votes[kind], kind))
