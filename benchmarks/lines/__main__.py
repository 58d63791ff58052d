"""Learns by which words lines are told from the article's own, and writes `auditor/text/linewords.tsv`.

OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.lines DATA_DIR           (two minutes)
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 python -m benchmarks.lines DATA_DIR --check   (a quarter of the outlets left out; writes nothing)

Lines that the lists of the rule know, in genuine articles, and lines made from our own patterns are the one class, plain
and spun; all other lines and titles of genuine articles, sentences from their paragraphs and our own look-alikes the
other. What the model thought of lines between the two was read and marked by hand (`labelled.tsv`, by hash).
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import auditor.text.linewords as shipping
from auditor.text.blocks import blocks
from auditor.text.boilerplate import listed
from auditor.text.linewords import features, weights_of
from benchmarks._data import GENUINE, articles, rows
from benchmarks._marks import code_of
from benchmarks.lines import grammar
from benchmarks.lines.learning import UNTOLD, learned, sieved, strongest
from benchmarks.lines.marks import check

_MOST_WORDS = 40
_EACH = 40
_SENTENCES = 40_000
_SPUN = 30_000
# What was read and marked counts double, what was read because the model was wrong threefold.
_READ, _WRONG = 2.0, 3.0
# Weight that a word, and a feature, has among the lines of furniture, or a feature among the others.
_WORD, _FEATURE, _COMMON, _USUAL = 2.5, 3.0, 150.0, 700
# Features that matter less are left out, a round of learning each.
_LEAST = (0.0, 0.12, 0.25, 0.35)
_ORIGIN = (
    "# A word, mark, pair of neighbours (^ and $ the line's ends, <…> what stands for others) or length of a line; the log-odds in hundredths that it adds to not being the article; the kind of line that it speaks for, and how much."
    " Learned by benchmarks/lines from our own patterns and from news (Article-Bias-Prediction, Giveme5W1H: Apache-2.0; news-articles-dataset: MIT; en-foreign-newswire, Fake News Challenge: no"
    " licence stated). Learned figures, single words and pairs only, no text. CC0."
)


class Line(NamedTuple):
    """A line with its kind (None: the article's own) and its weight."""

    text: str
    kind: str | None
    weight: float


def _folded(line: str) -> str:
    return re.sub(r"\d+", "0", line.lower())


def _genuine(folder: Path, checking: bool) -> Iterator[Line]:
    """Each line of genuine articles once, and sentences from longer paragraphs."""
    marks = {row[0]: row[1] for row in grammar.rows("labelled.tsv")}
    seen: set[str] = set()
    sentences: list[str] = []
    for name in GENUINE:
        for document in articles(folder, name):
            if checking and grammar.held_out(document.id, document.source):
                continue
            known = {piece.span.start: piece.kind for piece in listed(document)}
            for block in blocks(document):
                kind, line = known.get(block.start), block.text
                if line.count(" ") >= _MOST_WORDS:
                    if not kind:
                        sentences += [s for s in re.split(r"(?<=[.!?])\s+", line) if 3 <= s.count(" ") < 30]
                    continue
                if (folded := _folded(line)) in seen:
                    continue
                seen.add(folded)
                mark = "" if kind else marks.get(code_of(line), "")
                if mark == "+":
                    yield Line(line, UNTOLD, _READ)
                elif mark != "?":
                    yield Line(line, kind, _WRONG + 1 if mark == "-" else 1.0)
    random.Random(5).shuffle(sentences)
    yield from (Line(sentence, None, 1.0) for sentence in sentences[:_SENTENCES])


def _titles(folder: Path) -> list[str]:
    found = {str(row["title"]).strip() for name in GENUINE for row in rows(folder, name) if row.get("title")}
    return sorted(found)


def lines(folder: Path, checking: bool) -> list[Line]:
    """All that is learned from."""
    titles = _titles(folder)
    usual = [title for title in titles if 20 < len(title) < 90]
    found = [*_genuine(folder, checking), *(Line(title, None, 1.0) for title in titles)]
    found += [Line(text, kind, weight) for kind, text, weight in grammar.made("written.tsv", _EACH, 1, usual)]
    found += [Line(text, None, weight) for _, text, weight in grammar.made("article.tsv", _EACH, 2, usual)]
    chance, table = random.Random(6), grammar.exchanges()
    own = [line for line in found if not line.kind]
    spun = [(line, share) for line in found if line.kind for share in (0.4, 0.7, 1.0)]
    spun += [(line, 0.8) for line in chance.sample(own, _SPUN)]
    for line, share in spun:
        text = grammar.spun(line.text, table, chance, share)
        if text != line.text:
            found.append(Line(text, line.kind, line.weight / 2))
    return found


def _vocabulary(found: Sequence[Line]) -> dict[str, None]:
    """Words frequent in furniture, and the commonest of all."""
    furniture: dict[str, float] = defaultdict(float)
    own: dict[str, float] = defaultdict(float)
    everything = _Everything()
    for line in found:
        words = {word for word, is_word in shipping.tokens_of(line.text, everything) if is_word and word.isprintable()}
        for word in words:
            (furniture if line.kind else own)[word] += line.weight
    chosen = {word for word, weight in furniture.items() if weight >= _WORD and word not in grammar.names()}
    usual = sorted(own, key=lambda word: (-own[word], word))[:_USUAL]
    return dict.fromkeys(sorted(chosen.union(usual)))


class _Everything(dict[str, object]):
    """Knows every word."""

    def __contains__(self, _: object) -> bool:
        return True


def main() -> None:
    """Learns and writes, or checks."""
    parser = argparse.ArgumentParser(description="learn by which words lines are told from the article's own")
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    parser.add_argument("--check", action="store_true", help="leave a quarter of the outlets out and write nothing")
    options = parser.parse_args()
    found = lines(options.data_dir, options.check)
    known = _vocabulary(found)
    read = [features(line.text, known) for line in found]
    kinds = [line.kind for line in found]
    weights = [line.weight for line in found]
    model = learned(read, kinds, weights, (_FEATURE, _COMMON), _LEAST)
    speaks = strongest(read, kinds, weights, model)
    odds = [model[shipping.BASE] + sum(model.get(feature, 0.0) for feature in some) for some in read]
    model |= sieved([line.text for line in found], odds, kinds, weights)
    table = [
        (feature, round(100 * model.get(feature, 0)), *speaks.get(feature, ("", 0)))
        for feature in sorted({*model, *known})
    ]
    print(f"{len(found)} lines, {len(known)} words, {len(table)} rows", flush=True)
    if options.check:
        check(options.data_dir, weights_of(table))
        return
    out = ["\t".join(map(str, row)) for row in table]
    Path(str(shipping.__file__)).with_suffix(".tsv").write_text("\n".join([_ORIGIN, *out]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
