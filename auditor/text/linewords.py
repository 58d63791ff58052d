"""Whether a line's words are those of a site's furniture: what no list of phrases has seen yet.

A linear model over the words of a line, their neighbours, and its length: the log-odds that the line is not the article,
in hundredths, so that sums are exact. Words that the model does not know stand for one another by their capitals. How it
was learned, and how it did on outlets that it had not seen: `benchmarks/lines`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat
from pathlib import Path

# Addresses, numbers, words (with digits too), and any other mark alone.
_TOKEN = re.compile(r"(?:https?://|www\.)\S++|\d++(?:[.,:/-]\d++)*+(?![^\W\d_])|\w++(?:['’]\w++)*+|[^\w\s]")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Lengths in words that are one feature each, by the longest of them; the last has no end.
_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 30, 40)
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


def _stand_in(piece: str) -> str | None:
    """What stands for a number, an address or a mark; None for a word."""
    first = piece[0]
    if first.isdigit() and piece[-1].isdigit():
        return "<year>" if _YEAR.fullmatch(piece) else "<time>" if ":" in piece else "<num>"
    if not (first.isalnum() or first == "_"):
        return piece
    return _ADDRESS if "/" in piece or piece.startswith("www.") else None


# The lines of 8,369 articles worth a closer look have 24,000 different pieces, most of them once.
@lru_cache(maxsize=1 << 13)
def _read(piece: str) -> tuple[str, str, bool]:
    """A piece in small letters, what stands for it where the model does not know it, and whether it is a word."""
    if told := _stand_in(piece):
        return told, told, False
    return piece.lower().replace("’", "'"), _unknown(piece), True


def tokens_of(line: str, known: Mapping[str, object]) -> list[tuple[str, bool]]:
    """The line's words, numbers, addresses and marks as the model reads them, and whether each is a word."""
    return [
        (piece if piece in known else unknown, is_word) for piece, unknown, is_word in map(_read, _TOKEN.findall(line))
    ]


def features(line: str, known: Mapping[str, object]) -> set[str]:
    """What the model looks at: tokens, neighbours with the line's ends, and the length."""
    read = tokens_of(line, known)
    names = [token for token, _ in read]
    found = set(names)
    found.update(map(" ".join, pairwise([_OPEN, *names, _CLOSE])))
    words = sum([is_word for _, is_word in read])
    found.add(f"#{_LENGTHS[min(bisect_left(_LENGTHS, words), len(_LENGTHS) - 1)]}")
    return found


def pieces(line: str) -> list[str]:
    """What the sieve looks at: all between spaces, and how many."""
    found = line.lower().split()
    found.append(f"#{len(found)}")
    return found


def promising(line: str, weights: Weights, further: int = 0) -> bool:
    """Whether the line is worth a closer look, which costs ten times as much; `further` is asked for beyond the least."""
    return sum(map(weights.sieve.get, pieces(line), repeat(weights.rare))) >= weights.least + further


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
