"""How lines that somebody marked are judged by weights that have not seen their outlets."""

from collections import Counter
from pathlib import Path

from auditor.text.blocks import blocks
from auditor.text.boilerplate import listed, unlisted
from auditor.text.linewords import Weights
from benchmarks._data import GENUINE, articles
from benchmarks._marks import code_of, marked
from benchmarks.lines.grammar import held_out


def check(folder: Path, weights: Weights) -> None:
    """Prints precision and recall on the marked lines of articles left out, and what is new on all articles left out."""
    marks = marked()
    count: Counter[tuple[str, bool]] = Counter()
    left_out, fresh = 0, []
    for name in GENUINE:
        for document in articles(folder, name):
            if not held_out(document.id, document.source):
                continue
            left_out += 1
            by_list = {piece.span.start for piece in listed(document)}
            told = by_list | {piece.span.start for piece in unlisted(document, weights)}
            for block in blocks(document):
                mark = marks.get(document.id, {}).get(code_of(block.text))
                if mark is not None:
                    count["listed", mark != "-"] += block.start in by_list
                    count["told", mark != "-"] += block.start in told
                    count["all", mark != "-"] += 1
                if block.start in told - by_list:
                    fresh.append(block.text)
    for way in ("listed", "told"):
        right, wrong = count[way, True], count[way, False]
        print(
            f"  {way}: recall {right / count['all', True]:.3f} of {count['all', True]}, precision {right / max(1, right + wrong):.3f}"
        )
    print(f"  {len(fresh)} lines told by their words alone in {left_out} articles left out:")
    for line in fresh:
        print(f"    {line[:110]}")
