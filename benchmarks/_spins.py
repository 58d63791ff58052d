"""Spins and edits of genuine articles, to measure with: words exchanged at random, since finding copies asks for no sense."""

import random
import re
from collections.abc import Sequence

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*+")
_SMALL = frozenset(
    "the of and to in a that is was for it with as on he by at be this had are but from or have an they which you were "
    "his her she not has their its been who would will said more when if about there what can after than also i we "
    "my our your him them us do did no so".split()
)


def spun(text: str, share: float, names: float, small: float, vocabulary: Sequence[str], chance: random.Random) -> str:
    """The text with a `share` of its content words exchanged, of its capitalised words `names`, of the small ones `small`."""

    def exchanged(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() in _SMALL:
            return chance.choice(vocabulary) if small and chance.random() < small else word
        if word[0].isupper():
            if chance.random() >= names:
                return word
            return word.lower() if chance.random() < 0.3 else chance.choice(vocabulary).capitalize()
        if chance.random() >= share:
            return word
        return " ".join(chance.choice(vocabulary) for _ in range(chance.choice((1, 1, 1, 2))))

    return _WORD.sub(exchanged, text)


def mistyped(text: str, share: float, chance: random.Random) -> str:
    """The text with two letters swapped in a `share` of its words."""

    def swapped(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < 4 or chance.random() >= share:
            return word
        at = chance.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return _WORD.sub(swapped, text)


def edited(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    """The text with its first sentence replaced and a fifth of the others, in one piece, cut."""
    sentences = re.split(r"(?<=[.!?]) ", text)
    cut = len(sentences) // 5
    at = chance.randrange(1, max(2, len(sentences) - cut))
    lead = " ".join(chance.choice(vocabulary) for _ in sentences[0].split())
    return " ".join([lead, *sentences[1:at], *sentences[at + cut :]])
