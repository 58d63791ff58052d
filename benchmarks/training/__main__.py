"""Learns the cue network and writes it where it ships; the same data give the same bytes on the same machine.

OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.training DATA_DIR          (ten minutes)
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.training DATA_DIR --check  (cross-validation, writes nothing)

Three teachers learn from PolNeAR's train part. What they think of plain news of other kinds, between yes and no, is then
learned by a fourth network together with the judgements themselves: it is steadier than each, and has read more than
American politics.
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
from auditor.text.attribution.contexts import UNIT, Contexts
from auditor.text.attribution.cues import likely
from auditor.text.attribution.network import HIDDEN_UNIT, OUTPUT_UNIT, TABLE_UNIT
from benchmarks.training.examples import examples, lexicon, spoken
from benchmarks.training.gold import Text, capitals, every, gold, plain
from benchmarks.training.network import Network, joined, taught
from benchmarks.training.rates import Rates
from benchmarks.training.vectors import Floats

_TEACHERS, _TEACHER_EPOCHS, _EPOCHS, _PLAIN = 3, 3, 4, 2000
# Log-odds from which a word is a cue, and a sentence holds one; chosen by cross-validation (`--check`).
LEAST, LEAST_OF_ROW = -0.4, 0.6
_ORIGIN = (
    "# Words; how many in 1,000 of their occurrences are cues; how many in 100 inside a sentence have a capital. Counted and learned from the train part of PolNeAR (Newell et al. 2018)"
    " and, without labels, from news (Article-Bias-Prediction, Giveme5W1H: Apache-2.0; news-articles-dataset: MIT; en-foreign-newswire, Fake"
    " News Challenge: no licence stated). Learned figures and single words only, no text. Row n belongs to row n of the vectors in network.npz,"
    " behind one row a shape. CC0."
)


class Learned(NamedTuple):
    """A network with its vocabulary and what it was made from."""

    rows: list[tuple[str, int]]
    vocabulary: Vocabulary
    rates: Rates
    network: Network


def learned(judged: Sequence[Text], unjudged: Sequence[Text], words: list[str], made: Floats) -> Learned:
    """A network that learned from judged and unjudged texts."""
    rates = Rates(judged, words, made)
    rows, vocabulary, first = lexicon(rates, words, made)
    coder = vocabulary.coder()
    some, used, _ = examples(judged, coder, vocabulary, rates, learned=True)
    more, _, _ = examples(unjudged, coder, vocabulary, rates, learned=False)
    teachers = [taught(some, used, first, _TEACHER_EPOCHS, seed) for seed in range(_TEACHERS)]
    opinion = 1 / (1 + np.exp(-np.mean([teacher.odds(more) for teacher in teachers], axis=0)))
    # What is hardly ever a cue teaches nothing but zeros.
    more = more._replace(wanted=np.where(opinion < 0.01, 0, opinion).astype(np.float32))
    both = joined([some, more])
    return Learned(
        rows, vocabulary, rates, taught(both, np.append(used, np.ones(len(more.wanted), bool)), first, _EPOCHS, 0)
    )


def _f(right: int, found: int, hit: int, gold_cues: int) -> str:
    precision, recall = right / found, hit / gold_cues
    return f"P {precision:.3f}  R {recall:.3f}  F {2 * precision * recall / (precision + recall):.4f}"


def scored(texts: Sequence[Text], found: Sequence[Contexts], odds: Sequence[npt.NDArray[np.floating]]) -> str:
    """Cue and sentence figures of log-odds, as `benchmarks.attribution` counts them."""
    sums = np.zeros(7, np.int64)
    for text, some, mine in zip(texts, found, odds, strict=True):
        chosen = set(some.words[likely(mine.astype(float), some.rows, LEAST, LEAST_OF_ROW)].tolist())
        firsts = [row.first for row in text.found.rows]
        ours = {bisect_right(firsts, at) for at in chosen}
        theirs = {bisect_right(firsts, cue[0]) for cue in text.cues}
        held = {at for cue in text.cues for at in cue}
        hit = sum(not chosen.isdisjoint(cue) for cue in text.cues)
        sums += (len(chosen & held), len(chosen), hit, len(text.cues), len(ours & theirs), len(ours), len(theirs))
    right, found_cues, hits, cues, both, ours_all, theirs_all = sums.tolist()
    return f"cues {_f(right, found_cues, hits, cues)}   sentences {_f(both, ours_all, both, theirs_all)}"


def _by_text(odds: npt.NDArray[np.floating], found: Sequence[Contexts]) -> list[npt.NDArray[np.floating]]:
    return np.split(odds, np.cumsum([len(some.words) for some in found])[:-1])


def check(judged: Sequence[Text], unjudged: Sequence[Text], words: list[str], made: Floats, folds: int) -> None:
    """Prints what a network makes of texts that it did not learn from, fold by fold."""
    for fold in range(folds):
        kept = [text for at, text in enumerate(judged) if at % folds != fold]
        rest = [text for at, text in enumerate(judged) if at % folds == fold]
        made_here = learned(kept, unjudged, words, made)
        some, _, found = examples(
            rest, made_here.vocabulary.coder(), made_here.vocabulary, made_here.rates, learned=False
        )
        print(f"fold {fold}: {scored(rest, found, _by_text(made_here.network.odds(some), found))}", flush=True)


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
