"""Learns the cue model and writes it where it ships; the same data give the same bytes on the same machine.

python -m benchmarks.training.teacher DATA_DIR OPINIONS.npz    (an hour; what the teacher thinks, see there)
python -m benchmarks.training DATA_DIR OPINIONS.npz            (five minutes)
python -m benchmarks.training DATA_DIR OPINIONS.npz --check    (cross-validation, writes nothing)

A transformer, the teacher, learns from PolNeAR's train part. A linear model over many conjunctions learns from the same
judgements and from what the teacher thinks of plain news of other kinds, between yes and no. So it has read more than
American politics, and costs a thousandth.
"""

import argparse
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

import auditor.text.attribution as package
from auditor.text.attribution.codes import OPENING, Ints, Vocabulary
from auditor.text.attribution.contexts import TABLE_BITS, Gate, candidates, contexts
from auditor.text.attribution.cues import likely
from auditor.text.attribution.weights import TABLE_UNIT
from benchmarks.training.examples import Page, lexicon, pages, spoken
from benchmarks.training.gate import gate
from benchmarks.training.gold import Text, capitals, every, gold, plain
from benchmarks.training.linear import Linear
from benchmarks.training.opinions import Told, read
from benchmarks.training.rates import Rates
from benchmarks.training.vectors import Floats

# What is hardly ever a cue teaches nothing but zeros.
_HARDLY = 0.01
# Of its conjunctions an example does without so many, another part each time.
_DROPPED = 0.2
# Log-odds from which a word is a cue, and odds from which a sentence holds one; chosen by cross-validation (`--check`).
LEAST, LEAST_OF_ROW = -0.2, 0.6
_ORIGIN = (
    "# Words; how many in 1,000 of their occurrences are cues; how many in 100 inside a sentence have a capital; their cluster. Counted and learned from the train part of PolNeAR (Newell et al. 2018)"
    " and, without labels, from news (Article-Bias-Prediction, Giveme5W1H: Apache-2.0; news-articles-dataset: MIT; en-foreign-newswire, Fake"
    " News Challenge: no licence stated), with MiniLM-L6 (Apache-2.0) as teacher. Learned figures and single words only, no text. The first rows are of shapes. CC0."
)


class Learned(NamedTuple):
    """A model with its vocabulary and what it was made from."""

    rows: list[tuple[str, int]]
    vocabulary: Vocabulary
    rates: Rates
    gate: Gate
    model: Linear


def _sure(odds: npt.NDArray[np.floating]) -> Floats:
    sure = 1 / (1 + np.exp(-odds))
    return np.asarray(np.where(sure < _HARDLY, 0, sure), np.float32)


def _places(page: Page, words: Ints) -> Ints:
    return contexts(page.sheet, page.rates.take(words), words).T.astype(np.int32)


def learned(judged: Sequence[Text], unjudged: Sequence[Text], words: list[str], made: Floats, told: Told) -> Learned:
    """A model that learned from judged texts, and from unjudged ones by the opinions of the teacher."""
    rates = Rates(judged, words, made)
    rows, vocabulary = lexicon(rates, words, told.meant)
    some = [*pages(judged, vocabulary, rates, learned=True), *pages(unjudged, vocabulary, rates, learned=False)]
    wanted = [page.wanted.astype(np.float32) for page in some[: len(judged)]]
    wanted += [_sure(told.odds[text.document.id]) for text in unjudged]
    chosen = gate(some, wanted, vocabulary)
    places, answers = [], []
    for page, sure in zip(some, wanted, strict=True):
        at = candidates(page.sheet, chosen)
        at = at[page.used.take(at)]
        if len(at):
            places.append(_places(page, at))
            answers.append(sure.take(at))
    model = Linear(np.concatenate(places), np.concatenate(answers), 1 << TABLE_BITS, _DROPPED)
    return Learned(rows, vocabulary, rates, chosen, model)


def _f(right: int, found: int, hit: int, gold_cues: int) -> str:
    precision, recall = right / found, hit / gold_cues
    return f"P {precision:.3f}  R {recall:.3f}  F {2 * precision * recall / (precision + recall):.4f}"


def scored(texts: Sequence[Text], made: Learned) -> str:
    """Cue and sentence figures, as `benchmarks.attribution` counts them, but for what rules add."""
    sums = np.zeros(7, np.int64)
    for text, page in zip(texts, pages(texts, made.vocabulary, made.rates, learned=False), strict=True):
        words = candidates(page.sheet, made.gate)
        odds = made.model.odds(_places(page, words)).astype(float)
        chosen = set(words[likely(odds, page.sheet.row_of[words], LEAST, LEAST_OF_ROW)].tolist())
        firsts = [row.first for row in text.found.rows]
        ours = {bisect_right(firsts, at) for at in chosen}
        theirs = {bisect_right(firsts, cue[0]) for cue in text.cues}
        held = {at for cue in text.cues for at in cue}
        hit = sum(not chosen.isdisjoint(cue) for cue in text.cues)
        sums += (len(chosen & held), len(chosen), hit, len(text.cues), len(ours & theirs), len(ours), len(theirs))
    right, found_cues, hits, cues, both, ours_all, theirs_all = sums.tolist()
    return f"cues {_f(right, found_cues, hits, cues)}   sentences {_f(both, ours_all, both, theirs_all)}"


def check(
    judged: Sequence[Text], unjudged: Sequence[Text], words: list[str], made: Floats, told: Told, folds: int
) -> None:
    """Prints what a model makes of texts that it did not learn from, fold by fold. The teacher has read all of them."""
    for fold in range(folds):
        kept = [text for at, text in enumerate(judged) if at % folds != fold]
        rest = [text for at, text in enumerate(judged) if at % folds == fold]
        print(f"fold {fold}: {scored(rest, learned(kept, unjudged, words, made, told))}", flush=True)


def write(one: Learned, high: Mapping[str, int], folder: Path) -> None:
    """Writes `vocabulary.tsv` (with the words' capitals and clusters) and `cues.npz`, in whole numbers."""
    rows = zip([*OPENING, *one.rows], one.vocabulary.clusters.tolist(), strict=True)
    lines = [_ORIGIN, *(f"{word}\t{rate}\t{high.get(word, 0)}\t{cluster}" for (word, rate), cluster in rows)]
    (folder / "vocabulary.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    np.savez_compressed(
        folder / "cues.npz",
        **one.gate._asdict(),
        table=np.clip(np.rint(one.model.table * TABLE_UNIT), -127, 127).astype(np.int8),
        numbers=np.array([round(one.model.bias, 4), LEAST, LEAST_OF_ROW]),
    )


def main() -> None:
    """Learns and writes, or checks."""
    parser = argparse.ArgumentParser(description="learn the cue model")
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    parser.add_argument("opinions", type=Path, metavar="OPINIONS.npz", help="what the teacher thinks of plain news")
    parser.add_argument("--check", action="store_true", help="cross-validate and write nothing")
    options = parser.parse_args()
    judged, unjudged, told = gold(options.data_dir, "train"), plain(options.data_dir), read(options.opinions)
    words, made = spoken(options.data_dir)
    if options.check:
        check(judged, unjudged, words, made, told, 5)
    else:
        one = learned(judged, unjudged, words, made, told)
        write(one, capitals(every(options.data_dir)), Path(next(iter(package.__path__))))


if __name__ == "__main__":
    main()
