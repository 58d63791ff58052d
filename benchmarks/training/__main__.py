"""Learns the cue model and writes it where it ships; the same data give the same bytes on the same machine.

OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.training DATA_DIR          (ten minutes)
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.training DATA_DIR --check  (cross-validation, writes nothing)

Six networks, the teachers, learn from PolNeAR's train part. A linear model over many conjunctions learns from the same
judgements and from what the teachers think of plain news of other kinds, between yes and no: it is better than each of
them, has read more than American politics, and costs a fraction.
"""

import argparse
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

import auditor.text.attribution as package
from auditor.text.attribution.codes import OPENING, Coder, Ints, Vocabulary
from auditor.text.attribution.contexts import contexts
from auditor.text.attribution.cues import likely
from auditor.text.attribution.weights import TABLE_UNIT
from benchmarks.training.clusters import clusters
from benchmarks.training.examples import Page, examples, lexicon, pages, spoken
from benchmarks.training.gold import Text, capitals, every, gold, plain
from benchmarks.training.linear import Linear
from benchmarks.training.network import Network, joined, taught
from benchmarks.training.rates import Rates
from benchmarks.training.vectors import Floats

_TEACHERS, _EPOCHS, _HIDDEN = 6, 3, 128
_PLAIN = 8000
# What is hardly ever a cue teaches nothing but zeros.
_HARDLY = 0.01
# Log-odds from which a word is a cue, and a sentence holds one; chosen by cross-validation (`--check`).
LEAST, LEAST_OF_ROW = -0.3, 0.55
_ORIGIN = (
    "# Words; how many in 1,000 of their occurrences are cues; how many in 100 inside a sentence have a capital; their cluster. Counted and learned from the train part of PolNeAR (Newell et al. 2018)"
    " and, without labels, from news (Article-Bias-Prediction, Giveme5W1H: Apache-2.0; news-articles-dataset: MIT; en-foreign-newswire, Fake"
    " News Challenge: no licence stated). Learned figures and single words only, no text. The first rows are of shapes. CC0."
)


class Learned(NamedTuple):
    """A model with its vocabulary and what it was made from."""

    rows: list[tuple[str, int]]
    vocabulary: Vocabulary
    rates: Rates
    model: Linear


def _sure(odds: npt.NDArray[np.floating]) -> Floats:
    sure = 1 / (1 + np.exp(-odds))
    return np.asarray(np.where(sure < _HARDLY, 0, sure), np.float32)


def _places(page: Page, known: Vocabulary) -> Ints:
    return contexts(page.sheet, page.rates, known.clusters, page.words).T.astype(np.int32)


def _taught_teachers(judged: Sequence[Page], first: Floats) -> list[Network]:
    everything = joined([examples(page) for page in judged])
    used = np.concatenate([page.used for page in judged])
    return [taught(everything, used, first, _HIDDEN, _EPOCHS, seed) for seed in range(_TEACHERS)]


def learned(judged: Sequence[Text], unjudged: Sequence[Text], words: list[str], made: Floats) -> Learned:
    """A model that learned from judged and unjudged texts."""
    rates = Rates(judged, words, made)
    rows, vocabulary, first = lexicon(rates, words, made)
    coder = Coder(vocabulary)
    some = list(pages(judged, coder, vocabulary, rates, learned=True))
    more = list(pages(unjudged, coder, vocabulary, rates, learned=False))
    teachers = _taught_teachers(some, first)
    vocabulary = replace(vocabulary, clusters=clusters(teachers[0].weights["vectors"]))
    used = np.concatenate([page.used for page in some])
    wanted = np.concatenate([page.wanted for page in some])[used].astype(np.float32)
    opinion = np.concatenate([np.mean([one.odds(examples(page)) for one in teachers], axis=0) for page in more])
    judged_places = np.concatenate([_places(page, vocabulary) for page in some])[used]
    places = np.concatenate((judged_places, *(_places(page, vocabulary) for page in more)))
    return Learned(rows, vocabulary, rates, Linear(places, np.concatenate((wanted, _sure(opinion)))))


def _f(right: int, found: int, hit: int, gold_cues: int) -> str:
    precision, recall = right / found, hit / gold_cues
    return f"P {precision:.3f}  R {recall:.3f}  F {2 * precision * recall / (precision + recall):.4f}"


def scored(texts: Sequence[Text], made: Learned) -> str:
    """Cue and sentence figures, as `benchmarks.attribution` counts them, but for what rules add."""
    sums = np.zeros(7, np.int64)
    coder = Coder(made.vocabulary)
    for text, page in zip(texts, pages(texts, coder, made.vocabulary, made.rates, learned=False), strict=True):
        odds = made.model.odds(_places(page, made.vocabulary)).astype(float)
        chosen = set(page.words[likely(odds, page.sheet.row_of[page.words], LEAST, LEAST_OF_ROW)].tolist())
        firsts = [row.first for row in text.found.rows]
        ours = {bisect_right(firsts, at) for at in chosen}
        theirs = {bisect_right(firsts, cue[0]) for cue in text.cues}
        held = {at for cue in text.cues for at in cue}
        hit = sum(not chosen.isdisjoint(cue) for cue in text.cues)
        sums += (len(chosen & held), len(chosen), hit, len(text.cues), len(ours & theirs), len(ours), len(theirs))
    right, found_cues, hits, cues, both, ours_all, theirs_all = sums.tolist()
    return f"cues {_f(right, found_cues, hits, cues)}   sentences {_f(both, ours_all, both, theirs_all)}"


def check(judged: Sequence[Text], unjudged: Sequence[Text], words: list[str], made: Floats, folds: int) -> None:
    """Prints what a model makes of texts that it did not learn from, fold by fold."""
    for fold in range(folds):
        kept = [text for at, text in enumerate(judged) if at % folds != fold]
        rest = [text for at, text in enumerate(judged) if at % folds == fold]
        print(f"fold {fold}: {scored(rest, learned(kept, unjudged, words, made))}", flush=True)


def write(one: Learned, high: Mapping[str, int], folder: Path) -> None:
    """Writes `vocabulary.tsv` (with the words' capitals and clusters) and `cues.npz`, in whole numbers."""
    rows = zip([*OPENING, *one.rows], one.vocabulary.clusters.tolist(), strict=True)
    lines = [_ORIGIN, *(f"{word}\t{rate}\t{high.get(word, 0)}\t{cluster}" for (word, rate), cluster in rows)]
    (folder / "vocabulary.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    np.savez_compressed(
        folder / "cues.npz",
        table=np.clip(np.rint(one.model.table * TABLE_UNIT), -127, 127).astype(np.int8),
        numbers=np.array([round(one.model.bias, 4), LEAST, LEAST_OF_ROW]),
    )


def main() -> None:
    """Learns and writes, or checks."""
    parser = argparse.ArgumentParser(description="learn the cue model")
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
