"""Hedges and weasel words: "it is widely believed", "some critics", "probably the finest".

A linear model over the words and word pairs of a sentence, after the weasel task of CoNLL-2010 (Farkas et al.; Wikipedia
sentences whose editors asked "who?" or "which?"). Hedging is no fault by itself: careful science hedges too.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from auditor.model import Document, Span
from auditor.text.characters import plainly_spaced
from auditor.text.sentences import Sentence, sentences
from auditor.text.tokens import WORD
from auditor.text.view import view

# A word or pair of this weight is a cue wherever the sentence as a whole is hedged.
_CUE = 0.4


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {key: int(value) / 100 for key, value in rows}


def grams(words: list[str]) -> list[tuple[str, int, int]]:
    """The words, pairs and opening of a sentence, each once, as (key, first word, last word); training reads this."""
    found = [(word, i, i) for i, word in enumerate(words)]
    found += [(f"{a} {b}", i, i + 1) for i, (a, b) in enumerate(pairwise(words))]
    if words:
        found.append(("^" + words[0], 0, 0))
        found.append(("^" + " ".join(words[:2]), 0, min(1, len(words) - 1)))
    return list({gram[0]: gram for gram in reversed(found)}.values())


def _cues(sentence: Sentence) -> Iterator[Span]:
    table = _weights()
    matches = list(WORD.finditer(sentence.text))
    weighed = [(table.get(key, 0.0), first, last) for key, first, last in grams([m[0].lower() for m in matches])]
    if not weighed or table["bias"] + sum(weight for weight, _, _ in weighed) < table["threshold"]:
        return
    most = max(weight for weight, _, _ in weighed)
    end = -1
    for weight, first, last in sorted(weighed, key=lambda one: (one[1], -one[2])):
        if weight >= min(_CUE, most) and first > end:
            yield Span(sentence.start + matches[first].start(), sentence.start + matches[last].end())
            end = last


@view
def hedge_cues(document: Document) -> tuple[Span, ...]:
    """The cues of all hedged sentences, in order; a sentence without any is not hedged."""
    return tuple(span for sentence in sentences(document) for span in _cues(sentence))


def hedges(text: str | Document) -> list[Span]:
    """The hedge and weasel cues of an English text, in order; offsets are characters of `text`.

    After the guideline of the CoNLL-2010 task on Wikipedia: a cue leaves open who says so or how far it holds ("some
    critics", "widely regarded"). A plain modal ("may rain") is none by itself.
    """
    return list(hedge_cues(plainly_spaced(text if isinstance(text, Document) else Document(id="", text=text))))
