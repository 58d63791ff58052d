"""Learns the cue network and writes it where it ships; the same data give the same bytes on the same machine.

OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.training DATA_DIR          (ten minutes)
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.training DATA_DIR --check  (cross-validation, writes nothing)

Six large teachers learn from PolNeAR's train part, from every candidate. What they think of plain news of other kinds,
between yes and no, is then learned, together with the judgements themselves, by the small network that ships, behind a
sieve: it is as good as each of them, has read more than American politics, and costs a fraction.
"""

import argparse
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

import auditor.text.attribution as package
from auditor.text.attribution.codes import Vocabulary
from auditor.text.attribution.contexts import CONJUNCTIONS, JOINED, UNIT, before_that, joined_columns
from auditor.text.attribution.cues import likely
from auditor.text.attribution.network import HIDDEN_UNIT, OUTPUT_UNIT, TABLE_UNIT
from auditor.text.attribution.sieve import Sieve, places
from benchmarks.training.examples import Page, examples, lexicon, pages, spoken
from benchmarks.training.gold import Text, capitals, every, gold, plain
from benchmarks.training.network import Network, joined, taught
from benchmarks.training.rates import Rates
from benchmarks.training.sieve import sieved
from benchmarks.training.vectors import Floats

_TEACHERS, _TEACHER_EPOCHS, _TEACHER_HIDDEN = 6, 3, 128
_EPOCHS, _HIDDEN, _PLAIN = 4, 32, 4000
# Log-odds of the sieve from which a candidate stays; higher ones drop more and begin to cost F1.
SIEVE_LEAST = -2.75
# Log-odds from which a word is a cue, and a sentence holds one; chosen by cross-validation (`--check`).
LEAST, LEAST_OF_ROW = -0.5, 0.5
_ORIGIN = (
    "# Words; how many in 1,000 of their occurrences are cues; how many in 100 inside a sentence have a capital. Counted and learned from the train part of PolNeAR (Newell et al. 2018)"
    " and, without labels, from news (Article-Bias-Prediction, Giveme5W1H: Apache-2.0; news-articles-dataset: MIT; en-foreign-newswire, Fake"
    " News Challenge: no licence stated). Learned figures and single words only, no text. Row n belongs to row n of the vectors in network.npz,"
    " behind one row a shape. CC0."
)


# The conjunctions that the teachers see.
_TEACHERS_SEE = joined_columns((
    *CONJUNCTIONS, "l s-1", "l s+1", "l", "l s+2", "l s-2", "s+0 K s+1", "l s+1 s+2", "l s-2 s-1", "s+0 s-1 s+1",
    "s+0 s-2 s-1", "s+0 s+1 s+2", "w+2", "w-2", "w-1", "w+1", "w-3", "w+3", "l h", "s+0 K g q",
))  # fmt: skip


class Learned(NamedTuple):
    """A network and a sieve with their vocabulary and what it was made from."""

    rows: list[tuple[str, int]]
    vocabulary: Vocabulary
    rates: Rates
    network: Network
    sieve: Sieve


def _opinion(teachers: Sequence[Network], page: Page) -> Floats:
    """How sure the teachers are of each candidate; what is hardly ever a cue teaches nothing but zeros."""
    some = examples(page, np.ones(len(page.words), bool), page.wanted, _TEACHERS_SEE)
    sure = 1 / (1 + np.exp(-np.mean([teacher.odds(some) for teacher in teachers], axis=0)))
    return np.asarray(np.where(sure < 0.01, 0, sure), np.float32)


def _taught_teachers(judged: Sequence[Page], first: Floats) -> list[Network]:
    everything = joined([examples(page, np.ones(len(page.words), bool), page.wanted, _TEACHERS_SEE) for page in judged])
    used = np.concatenate([page.used for page in judged])
    return [taught(everything, used, first, _TEACHER_HIDDEN, _TEACHER_EPOCHS, seed) for seed in range(_TEACHERS)]


def learned(judged: Sequence[Text], unjudged: Sequence[Text], words: list[str], made: Floats) -> Learned:
    """A network that learned from judged and unjudged texts."""
    rates = Rates(judged, words, made)
    rows, vocabulary, first = lexicon(rates, words, made)
    coder = vocabulary.coder()
    some = list(pages(judged, coder, vocabulary, rates, learned=True))
    more = list(pages(unjudged, coder, vocabulary, rates, learned=False))
    teachers = _taught_teachers(some, first)
    wanted = [*(page.wanted.astype(np.float32) for page in some), *(_opinion(teachers, page) for page in more)]
    everything = [*some, *more]
    used = np.concatenate([page.used for page in everything])
    table, least, passed = sieved(
        np.concatenate([places(page.sheet, page.words).T for page in everything]),
        np.concatenate(wanted),
        np.repeat(np.arange(len(everything)), [len(page.words) for page in everything]),
        used,
        SIEVE_LEAST,
    )
    passed |= np.concatenate([before_that(page.sheet, page.words) for page in everything])
    ends = np.cumsum([len(page.words) for page in everything])[:-1]
    # What the sieve drops the small network learns from too, seen as it would be had nothing been dropped.
    parts = zip(everything, np.split(passed, ends), wanted, strict=True)
    both = [examples(page, which, want, JOINED) for page, kept, want in parts for which in (kept, ~kept)]
    order = [
        part[which]
        for part, kept in zip(np.split(used, ends), np.split(passed, ends), strict=True)
        for which in (kept, ~kept)
    ]
    network = taught(joined(both), np.concatenate(order), first, _HIDDEN, _EPOCHS, 0)
    return Learned(rows, vocabulary, rates, network, Sieve(table, least))


def _f(right: int, found: int, hit: int, gold_cues: int) -> str:
    precision, recall = right / found, hit / gold_cues
    return f"P {precision:.3f}  R {recall:.3f}  F {2 * precision * recall / (precision + recall):.4f}"


def scored(texts: Sequence[Text], made: Learned) -> str:
    """Cue and sentence figures, as `benchmarks.attribution` counts them, but for what rules add."""
    sums = np.zeros(7, np.int64)
    coder = made.vocabulary.coder()
    for text, page in zip(texts, pages(texts, coder, made.vocabulary, made.rates, learned=False), strict=True):
        kept = made.sieve.passed(page.sheet, page.words)
        odds = made.network.odds(examples(page, kept, page.wanted, JOINED)).astype(float)
        words = page.words[kept]
        chosen = set(words[likely(odds, page.sheet.row_of[words], LEAST, LEAST_OF_ROW)].tolist())
        firsts = [row.first for row in text.found.rows]
        ours = {bisect_right(firsts, at) for at in chosen}
        theirs = {bisect_right(firsts, cue[0]) for cue in text.cues}
        held = {at for cue in text.cues for at in cue}
        hit = sum(not chosen.isdisjoint(cue) for cue in text.cues)
        sums += (len(chosen & held), len(chosen), hit, len(text.cues), len(ours & theirs), len(ours), len(theirs))
    right, found_cues, hits, cues, both, ours_all, theirs_all = sums.tolist()
    return f"cues {_f(right, found_cues, hits, cues)}   sentences {_f(both, ours_all, both, theirs_all)}"


def check(judged: Sequence[Text], unjudged: Sequence[Text], words: list[str], made: Floats, folds: int) -> None:
    """Prints what a network makes of texts that it did not learn from, fold by fold."""
    for fold in range(folds):
        kept = [text for at, text in enumerate(judged) if at % folds != fold]
        rest = [text for at, text in enumerate(judged) if at % folds == fold]
        print(f"fold {fold}: {scored(rest, learned(kept, unjudged, words, made))}", flush=True)


def _whole(values: Floats, unit: int, most: int) -> npt.NDArray[np.int64]:
    return np.clip(np.rint(values.astype(np.float64) * unit), -most, most).astype(np.int64)


def write(one: Learned, high: Mapping[str, int], folder: Path) -> None:
    """Writes `vocabulary.tsv` (with the words' capitals) and `network.npz`, in whole numbers."""
    lines = [_ORIGIN, *(f"{word}\t{rate}\t{high.get(word, 0)}" for word, rate in one.rows)]
    (folder / "vocabulary.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    weights = one.network.weights
    np.savez_compressed(
        folder / "network.npz",
        vectors=_whole(weights["vectors"], UNIT, 127).astype(np.int8),
        marks=_whole(weights["marks"], UNIT, 127).astype(np.int8),
        # 255 keeps any sum of the layer below 2 to the 24th, where single precision is exact.
        hidden=_whole(weights["hidden"], HIDDEN_UNIT, 255).astype(np.int16),
        hidden_bias=_whole(weights["hidden_bias"], UNIT * HIDDEN_UNIT, 1 << 20).astype(np.int32),
        output=_whole(weights["output"], OUTPUT_UNIT, 1 << 14).astype(np.int16),
        table=_whole(weights["table"], TABLE_UNIT, 127).astype(np.int8),
        sieve=one.sieve.table,
        sieve_least=np.array(one.sieve.least),
        numbers=np.array([round(float(weights["bias"][0]), 4), LEAST, LEAST_OF_ROW]),
    )


def main() -> None:
    """Learns and writes, or checks."""
    parser = argparse.ArgumentParser(description="learn the cue network")
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    parser.add_argument("--check", action="store_true", help="cross-validate and write nothing")
    options = parser.parse_args()
    judged, unjudged = gold(options.data_dir, "train"), plain(options.data_dir, _PLAIN)
    words, made = spoken(options.data_dir)
    if options.check:
        check(judged, unjudged, words, made, 5)
    else:
        high = capitals(every(options.data_dir))
        write(learned(judged, unjudged, words, made), high, Path(next(iter(package.__path__))))


if __name__ == "__main__":
    main()
