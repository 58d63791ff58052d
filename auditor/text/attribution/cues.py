"""Finds the words that say that somebody says: a linear model over every word that ever was a cue.

The task and the human judgements are PolNeAR's (Newell, Margolin & Ruths, LREC 2018): a cue may be a verb of saying,
thinking, wanting or showing, a noun ("the claim"), or "according to". A candidate is seen through a few contexts, each
the value of a slot; a slot's weights hold for all words, for one word ("w…") or for one verb in all its forms ("l…").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from auditor.model import Document
from auditor.text.attribution.lists import listed
from auditor.text.attribution.shapes import CLOSED, gap, stem
from auditor.text.attribution.weights import weights
from auditor.text.attribution.words import Row, Words, words
from auditor.text.quotes import is_quoted
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
_EMPTY: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Cue:
    """The words `[first, last)` of a cue, the chief one among them, its sentence, and the model's log-odds."""

    index: int
    row: Row
    score: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Model:
    """`rates`: known cue words to the share of their occurrences that were cues; `base` and `own`: a word's weights."""

    bias: float
    threshold: float
    rates: Mapping[str, float]
    shared: tuple[Mapping[str, float], ...]
    own: Mapping[str, tuple[float, tuple[Mapping[str, float], ...]]]
    unknown: tuple[float, tuple[Mapping[str, float], ...]]


@lru_cache(maxsize=1)
def model() -> Model:
    """The weights of `cues.tsv`, by slot; a word's own are added to those of its lemma."""
    table = weights("cues")
    shared: dict[str, dict[str, float]] = {slot: {} for slot in _SHARED}
    single: dict[str, dict[str, dict[str, float]]] = {}
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
        base = mine.get("", _EMPTY).get("", 0.0) + lemma.get("", _EMPTY).get("", 0.0)
        merged = []
        for slot in _OWN:
            here, there = mine.get(slot, {}), lemma.get(slot, {})
            merged.append({key: here.get(key, 0.0) + there.get(key, 0.0) for key in (*there, *here)})
        own[word] = (base, tuple(merged))
    return Model(
        table["bias"], table["threshold"], rates, tuple(shared.values()), own, (0.0, tuple(_EMPTY for _ in _OWN))
    )


def candidates(row: Row, low: tuple[str, ...], known: Mapping[str, float]) -> list[int]:
    """The words of a row that could be a cue: known ones, and any before "that"."""
    if row.last - row.first > _LONGEST:
        return []
    mine = low[row.first : row.last]
    chosen = [row.first + at for at, word in enumerate(mine) if word in known]
    if "that" in mine:
        for at, (word, after) in enumerate(pairwise(mine), row.first):
            if after == "that" and word not in _NEVER and word not in known:
                chosen.append(at)
        chosen.sort()
    return chosen


def contexts(
    document: Document, found: Words, row: Row, known: Mapping[str, float]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each candidate of a row with the values of its slots, the shared ones first; training reads this very function."""
    tokens = found.tokens
    low, starts, text, sentence = tokens.lower, tokens.starts, found.text, row.sentence
    chosen = candidates(row, low, known)
    if not chosen:
        return
    ranks = sorted([known.get(low[i], 0.0) for i in chosen], reverse=True)
    ranks.append(0.0)
    pad = (*_PAD, *found.shapes[row.first : row.last], *_PAD)
    has_quote = "1" if '"' in sentence.text or "“" in sentence.text or "''" in sentence.text else "0"
    kind = sentence.block.kind.value[0]
    for i in chosen:
        rate = known.get(low[i], 0.0)
        at = i - row.first + 3
        before2, before1, own, next1, next2 = pad[at - 2 : at + 3]
        left = found.gap_before(i) if i > row.first else "#"
        end = tokens.end(i)
        right = gap(text[end : starts[i + 1]]) if i + 1 < row.last else "#" + gap(text[end : sentence.end])
        rival = str(int(4 * (ranks[0] if rate < ranks[0] else ranks[1])))
        quoted = ("1" if is_quoted(document, starts[i]) else "0") + has_quote
        skip = at - 1
        while at - skip < 5 and pad[skip] in _BETWEEN:
            skip -= 1
        yield (
            i,
            (
                before1 + left, next1 + right, before2, next2, pad[at - 3], pad[at + 3], before2 + before1,
                next1 + next2, left + right + own, quoted, kind + own, str(int(5 * rate)) + rival + quoted,
                str(min(3, (i - row.first) // 3)),
                before1, next1, left + right, next2, quoted, "1" if "that" in pad[at + 1 : at + 4] else "0", rival,
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
        if last is not None and last.last == cue.index and last.row is cue.row and found.gap_before(cue.index) == "_":
            best = max(last, cue, key=lambda one: one.score)
            last = Cue(best.index, best.row, best.score, last.first, cue.last)
            continue
        if last is not None:
            yield last
        last = cue
    if last is not None:
        yield last


def scores(document: Document, found: Words) -> Iterator[tuple[Row, int, float]]:
    """Each candidate of the document with its log-odds."""
    use = model()
    for row in found.rows:
        for index, values in contexts(document, found, row, use.rates):
            base, own = use.own.get(found.tokens.lower[index], use.unknown)
            score = use.bias + base
            for table, value in zip((*use.shared, *own), values, strict=True):
                score += table.get(value, 0.0)
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
