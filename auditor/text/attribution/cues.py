"""Finds the words that say that somebody says: a linear model over every word that ever was a cue.

The task and the human judgements are PolNeAR's (Newell, Margolin & Ruths, LREC 2018): a cue may be a verb of saying,
thinking, wanting or showing, a noun ("the claim"), or "according to". A candidate is seen through a few contexts, each
the value of a slot; a slot's weights hold for all words, for one word ("w…") or for one verb in all its forms ("l…").
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from auditor.model import Document
from auditor.text.attribution.lists import listed
from auditor.text.attribution.shapes import CLOSED, gap, stem
from auditor.text.attribution.weights import weights
from auditor.text.attribution.words import Row, Words, words
from auditor.text.quotes import quotation_starts, quotations
from auditor.text.view import view

# What is skipped between a subject and its verb.
_BETWEEN = frozenset(
    "is are was were be been being am do does did have has had having will would can could may might must should not "
    "also n't never just only still already often even now then recently later -ly".split()
)
# "the fact that", "so that": words before "that" which are no cue, however unknown.
_NEVER = frozenset(
    "the a an of in on at to for from with by and or but so now all is are was were be been it he she they we i you "
    "this those not".split()
)
_PAD = ("#",) * 3
# What has more words is no sentence; it bounds the work on a text without stops.
_LONGEST = 400
# The first slots hold for all words, the rest are weighed for the word or its lemma only.
_SHARED = ("-1", "+1", "-2", "+2", "-3", "+3", "-2-1", "+1+2", "g", "q", "k", "r", "a")
_OWN = ("-1", "+1", "g", "+2", "q", "t", "o", "u")
_LEMMA = ("-1", "+1", "u")
_EMPTY: Mapping[str, int] = {}
_DIGITS = "0123456789"


class Cue(NamedTuple):
    """The words `[first, last)` of a cue, the chief one among them, its sentence, and the model's log-odds in hundredths."""

    chief: int
    row: Row
    score: int
    first: int
    last: int


Tables = tuple[Mapping[str, int], ...]


@dataclass(frozen=True, slots=True)
class Model:
    """`rates`: known cue words to how many in 100 of their occurrences were cues; `own`: a word's base weight and its
    slots that hold any weights, each with its place among all slots."""

    bias: int
    threshold: int
    rates: Mapping[str, int]
    shared: Tables
    own: Mapping[str, tuple[int, tuple[tuple[int, Mapping[str, int]], ...]]]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights of `cues.tsv`, by slot; a word's own are added to those of its lemma."""
    table = weights("cues")
    shared: dict[str, dict[str, int]] = {slot: {} for slot in _SHARED}
    single: dict[str, dict[str, dict[str, int]]] = {}
    rates = {}
    for key, value in table.items():
        slot, _, rest = key.partition(" ")
        if slot == "=":
            rates[rest] = value
        elif slot[0] in "wl":
            word, _, context = rest.partition(" ")
            single.setdefault(slot[0] + word, {}).setdefault(slot[1:], {})[context] = value
        elif slot in shared:
            shared[slot][rest] = value
    own = {}
    for word in rates:
        mine, lemma = single.get("w" + word, {}), single.get("l" + stem(word), {})
        base = mine.get("", _EMPTY).get("", 0) + lemma.get("", _EMPTY).get("", 0)
        merged = []
        for at, slot in enumerate(_OWN, len(_SHARED)):
            here, there = mine.get(slot, {}), lemma.get(slot, {})
            if here or there:
                merged.append((at, {key: here.get(key, 0) + there.get(key, 0) for key in (*there, *here)}))
        own[word] = (base, tuple(merged))
    return Model(table["bias"], table["threshold"], rates, tuple(shared.values()), own)


def candidates(found: Words, known: Mapping[str, int]) -> Iterator[tuple[Row, list[int]]]:
    """The rows with words that could be a cue, and these: known ones, and any before "that"."""
    low = found.tokens.lower
    firsts = {row.first for row in found.rows}
    chosen = []
    for i in [i for i, word in enumerate(low) if word in known or word == "that"]:
        if low[i] != "that":
            chosen.append(i)
        elif i not in firsts and low[i - 1] not in known and low[i - 1] not in _NEVER:
            chosen.append(i - 1)
    last = 0
    for row in found.rows:
        first = bisect_left(chosen, row.first, last)
        last = bisect_left(chosen, row.last, first)
        if first < last and row.last - row.first <= _LONGEST:
            yield row, chosen[first:last]


def contexts(document: Document, found: Words, known: Mapping[str, int]) -> Iterator[tuple[Row, int, tuple[str, ...]]]:
    """Each candidate with the values of its slots, the shared ones first; training reads this very function."""
    tokens, gaps = found.tokens, found.gaps
    low, starts = tokens.lower, tokens.starts
    openings, quoted_spans = quotation_starts(document), quotations(document)
    for row, chosen in candidates(found, known):
        first, last, sentence = row.first, row.last, row.sentence
        rates = [known.get(low[i], 0) for i in chosen]
        best, second = sorted((*rates, 0), reverse=True)[:2]
        pad = (*_PAD, *found.shapes[first:last], *_PAD)
        text = sentence.text
        has_quote = "1" if '"' in text or "“" in text or "''" in text else "0"
        kind = sentence.block.kind[0]
        for i, rate in zip(chosen, rates, strict=True):
            at = i - first + 3
            before3, before2, before1, own, next1, next2, next3 = pad[at - 3 : at + 4]
            left = gaps[i] if i > first else "#"
            right = gaps[i + 1] if i + 1 < last else "#" + gap(found.text[tokens.end(i) : sentence.end])
            rival = _DIGITS[(best if rate < best else second) // 25]
            inside = bisect_right(openings, starts[i]) - 1
            quoted = ("1" if inside >= 0 and starts[i] < quoted_spans[inside].end else "0") + has_quote
            skip = at - 1
            while at - skip < 5 and pad[skip] in _BETWEEN:
                skip -= 1
            around = left + right
            yield (
                row,
                i,
                (
                    before1 + left, next1 + right, before2, next2, before3, next3, before2 + before1, next1 + next2,
                    around + own, quoted, kind + own, _DIGITS[rate // 20] + rival + quoted,
                    _DIGITS[min(3, (i - first) // 3)],
                    before1, next1, around, next2, quoted,
                    "1" if next1 == "that" or next2 == "that" or next3 == "that" else "0", rival,
                    pad[skip] + ("0" if skip == at - 1 else "1"),
                ),
            )  # fmt: skip


def _collective_says(row: Row, found: Words, index: int) -> bool:
    """Whether a bare collective stands right before a word and "that" behind it: "Mavens counsel that …".

    Paraphrasing machines replace the verb by one that no human used as a cue.
    """
    low = found.tokens.lower
    return (
        index > row.first
        and index + 1 < row.last
        and low[index + 1] == "that"
        and low[index - 1] in listed("collectives")
        and low[index] not in CLOSED
    )


def _merged(chosen: list[Cue], found: Words) -> Iterator[Cue]:
    """Cues whose words touch are one: "also said", "said: “…”"."""
    last: Cue | None = None
    for cue in chosen:
        if last is not None and last.last == cue.chief and last.row is cue.row and found.gaps[cue.chief] == "_":
            best = max(last, cue, key=lambda one: one.score)
            last = Cue(best.chief, best.row, best.score, last.first, cue.last)
            continue
        if last is not None:
            yield last
        last = cue
    if last is not None:
        yield last


def scores(document: Document, found: Words) -> Iterator[tuple[Row, int, int]]:
    """Each candidate of the document with its log-odds."""
    use = model()
    shared = [table.get for table in use.shared]
    low = found.tokens.lower
    for row, index, values in contexts(document, found, use.rates):
        base, own = use.own.get(low[index], (0, ()))
        score = sum([get(value, 0) for get, value in zip(shared, values)], use.bias + base)  # noqa: B905
        for at, table in own:
            score += table.get(values[at], 0)
        yield row, index, score


@view
def cues(document: Document) -> tuple[Cue, ...]:
    """All cues in order whose log-odds reach the model's threshold."""
    found = words(document)
    least = model().threshold
    chosen = [
        Cue(index, row, score, index, index + 1)
        for row, index, score in scores(document, found)
        if score >= least or _collective_says(row, found, index)
    ]
    return tuple(_merged(chosen, found))


def names_of(word: str, values: tuple[str, ...]) -> list[str]:
    """The names of all weights that a candidate meets, as they stand in `cues.tsv`; for training."""
    lemma = stem(word)
    found = [f"{slot} {value}" for slot, value in zip(_SHARED, values, strict=False)]
    found += [f"w{slot} {word} {value}" for slot, value in zip(_OWN, values[len(_SHARED) :], strict=True)]
    found += [
        f"l{slot} {lemma} {value}" for slot, value in zip(_OWN, values[len(_SHARED) :], strict=True) if slot in _LEMMA
    ]
    return [*found, f"w {word} ", f"l {lemma} "]
