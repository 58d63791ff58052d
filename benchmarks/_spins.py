"""Spins of genuine articles, to measure with: words exchanged at random, since finding copies asks for no sense."""

import random
import re
from collections.abc import Sequence

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*+")
_SMALL = frozenset(
    "the of and to in a that is was for it with as on he by at be this had are but from or have an they which one you "
    "were her his she not has their its been who will would said more when if about there what can after than also i we "
    "my our your him them us do did no so".split()
)


def spun(text: str, share: float, names: float, vocabulary: Sequence[str], chance: random.Random) -> str:
    """The text with a `share` of its content words exchanged, and of its capitalised words a share of `names`."""

    def exchanged(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() in _SMALL:
            return word
        if word[0].isupper():
            if chance.random() >= names:
                return word
            return word.lower() if chance.random() < 0.3 else chance.choice(vocabulary).capitalize()
        if chance.random() >= share:
            return word
        return " ".join(chance.choice(vocabulary) for _ in range(chance.choice((1, 1, 1, 2))))

    return _WORD.sub(exchanged, text)
