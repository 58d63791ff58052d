"""Runs of sentences each of which brings one more speaker: what anybody can paste into a text by the dozen.

A rate counts the words of a text, so twenty lines of "…, said X, a spokesman" between two pieces of evidence would thin it
out. Reports bring their speakers one by one and let them say more: of 1,215 genuine articles of four sets eight hold such
a run, and all of 35 articles into which twenty made-up attributions were pasted.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.model import Document
from auditor.text.attribution.lists import listed
from auditor.text.sentences import Sentence, sentences
from auditor.text.view import view

# A run has so many new speakers at least, with one sentence between two at most.
_FEWEST, _APART = 8, 2
_WORD = re.compile(r"[a-z]++")
_FULL_NAME = re.compile(r"(?<!\w)[A-ZÀ-Þ][\w’'-]*+ (?:[A-Z]\. )?[A-ZÀ-Þ][\w’'-]*+")


def _introductions(everything: tuple[Sentence, ...]) -> Iterator[int]:
    """The numbers of the sentences that name somebody for the first time and say that somebody says something."""
    known: set[str] = set()
    for number, sentence in enumerate(everything):
        named = set(_FULL_NAME.findall(sentence.text))
        if not named <= known and not listed("saying").isdisjoint(_WORD.findall(sentence.text.lower())):
            yield number
        known |= named


@view
def roll_calls(document: Document) -> tuple[tuple[int, int], ...]:
    """The sentences of such runs in order, from offset to offset of the text."""
    everything = sentences(document)
    numbers = list(_introductions(everything))
    breaks = [at for at, (one, other) in enumerate(pairwise(numbers), 1) if other - one > _APART]
    runs = [numbers[first:last] for first, last in pairwise([0, *breaks, len(numbers)])]
    return tuple(
        (sentence.start, sentence.end)
        for run in runs
        if len(run) >= _FEWEST
        for sentence in everything[run[0] : run[-1] + 1]
    )
