"""Games with real rules over the articles of corpus/: nothing that is pasted, and nothing said twice, is worth it."""

import random
from pathlib import Path

import pytest

from auditor import Document
from auditor.examine import examine
from auditor.model import replace
from auditor.rules import load
from auditor.score.points import mark
from auditor.text.density import stretch
from auditor.text.repeats import said_once
from benchmarks._games import altered

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLES = sorted(path for suffix in ("txt", "md") for path in CORPUS.glob(f"*/*.{suffix}"))
RULES = [rule for rule in load() if rule.examine]
# What a game may gain at most. Among its evidence twenty lines thin a text a little: 3 in 100 articles gain more than 3.
MOST = {"behind it": 3.0, "before it": 3.0, "in its middle": 8.0, "the text twice": 0.05}


def score(document: Document) -> float | None:
    found = examine(document, RULES)
    return mark(found.card, found.findings).score.total


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: str(path.relative_to(CORPUS)))
def test_pasting_and_repeating_gain_next_to_nothing(path: Path) -> None:
    document = Document(id="a", text=path.read_text(encoding="utf-8"))
    before = score(document)
    if before is None:
        return
    for game, other in altered(document, random.Random(0)):
        assert (score(other) or 0.0) - before <= MOST[game], game


def test_words_count_between_pieces_only_and_up_to_a_limit() -> None:
    assert stretch((), 100) == stretch((7,), 100) == 0
    assert stretch((400, 10, 30), 100) == 20 + 100


def test_a_paragraph_said_again_gives_way_to_spaces() -> None:
    long = "The council will decide in spring whether a second line to the island is built at all."
    document = Document(id="a", text=f"{long}\nRain fell.\n{long}\nRain fell.\n")
    once = said_once(document)
    assert once.text == f"{long}\nRain fell.\n{' ' * len(long)}\nRain fell.\n"
    assert said_once(replace(document, text=long)).text == long
