"""Games with real rules over the articles of corpus/: nothing that is pasted, and nothing said twice, is worth it."""

import random
from pathlib import Path

import pytest

from auditor import Document
from auditor.examine import examine
from auditor.model import replace
from auditor.rules import load
from auditor.score.points import Marks, mark
from auditor.text.density import density, own_density, stretch
from auditor.text.repeats import said_once
from auditor.text.rollcall import roll_calls
from auditor.text.tokens import tokens
from benchmarks._games import altered, paragraphs, points_of

CORPUS = Path(__file__).parent.parent / "corpus"
ARTICLES = sorted(path for suffix in ("txt", "md") for path in CORPUS.glob(f"*/*.{suffix}"))
RULES = [rule for rule in load() if rule.examine]
# What a game may gain at most.
MOST = {"behind it": 3.0, "before it": 3.0, "in its middle": 3.0, "the text twice": 0.05}


def marks(document: Document) -> Marks:
    found = examine(document, RULES)
    return mark(found.card, found.findings)


def score(document: Document) -> float | None:
    return marks(document).score.total


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: str(path.relative_to(CORPUS)))
def test_pasting_and_repeating_gain_next_to_nothing(path: Path) -> None:
    document = Document(id="a", text=path.read_text(encoding="utf-8"))
    before = score(document)
    if before is None:
        return
    for game, other in altered(document, random.Random(0)):
        assert (score(other) or 0.0) - before <= MOST[game], game


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: str(path.relative_to(CORPUS)))
def test_a_paragraph_taken_out_gains_little_more_than_the_findings_that_quote_it(path: Path) -> None:
    """Little, since it may hold the name that makes a lower-case one a slip, or part a quotation from its speaker."""
    document = Document(id="a", text=path.read_text(encoding="utf-8"))
    before = marks(document)
    if before.score.total is None:
        return
    for start, end in paragraphs(document.text):
        rest = score(replace(document, text=document.text[:start] + document.text[end:]))
        quoting, _ = points_of(document, before.findings, start, end)
        assert rest is None or rest - before.score.total <= quoting + 2.5


# What a verdict with a threshold counts: questions, judging verbs, template expressions, exchanged words.
COUNTED = (
    "Who paid for the wall, and who let it leak for years?", "Was it the storm, or was it the mayor?", "Why did nobody ask the captain?",
    "The mayor claimed that the pier was safe.", "Her deputy insisted that nobody had known.", "The clerk conceded that he was late.",
    "It underscores the pivotal role of fostering stakeholders.", "They navigate the complexities of bilateral relations.",
    "The agreement not only highlights regional stability.", "Evolving dynamics could pave the way for sustainable growth.",
    "The international community will raise the broader implications.", "It is a notable development for mutual understanding.",
    "The members of the family between the two towns are unfastened.", "The global group gave a extra answer to the jap side.",
    "It is an drive to enhance the sophisticated internet of relations.",
)  # fmt: skip
PLAIN = (
    "The council met on Tuesday and agreed to mend the old pier before the winter.", "Ferries to the island left at nine and came back at noon.",
    "Repairs will cost 40 million euros, according to a plan that the town published in March.", "Trade on the quay has been slow since the storm.",
    "Two engineers from the university measured the posts and found that a third were rotten.", "Schools stay open, and so does the clinic.",
    "The first stone of the harbour was laid in 1887, when the railway reached the coast.", "A hearing is set for the second week of May.",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_a_paragraph_taken_out_of_a_made_up_article_gains_its_points(seed: int) -> None:
    chance = random.Random(seed)
    several = chance.sample([*COUNTED, *PLAIN], 18)
    text = "\n\n".join(" ".join(several[at : at + 3]) for at in range(0, 18, 3))
    document = Document(id="a", text=text)
    before = marks(document)
    assert before.score.total is not None
    for start, end in paragraphs(text):
        rest = score(replace(document, text=text[:start] + text[end:]))
        quoting, _ = points_of(document, before.findings, start, end)
        assert rest is None or rest - before.score.total <= quoting + 0.1


def test_a_run_of_new_speakers_takes_no_room_between_pieces() -> None:
    names = ("Ada Berg", "Ben Cole", "Cleo Dahl", "Dan Ek", "Eva Fink", "Finn Gad", "Gil Hahn", "Hal Iber")
    run = "\n\n".join(f"{name}, who keeps bees near the old mill, said that the summer had been dry." for name in names)
    plain = Document(id="a", text="It rained. Boats left at nine. They came back at noon.")
    padded = replace(plain, text=f"It rained. Boats left at nine.\n\n{run}\n\nThey came back at noon.")
    assert not roll_calls(plain)
    assert len(roll_calls(padded)) == len(names)
    places = [0, len(tokens(padded)) - 1]
    dense = own_density(plain, [1.0, 1.0], [0, len(tokens(plain)) - 1], 100, 50, 1.0)
    assert own_density(padded, [1.0, 1.0], places, 1000, 50, 1.0) == pytest.approx(dense, rel=0.2)
    assert density([1.0, 1.0], places, 1000, 50) < dense / 2


def test_words_count_between_pieces_only_and_up_to_a_limit() -> None:
    assert stretch((), 100) == stretch((7,), 100) == 0
    assert stretch((400, 10, 30), 100) == 20 + 100


def test_a_paragraph_said_again_gives_way_to_spaces() -> None:
    long = "The council will decide in spring whether a second line to the island is built at all."
    document = Document(id="a", text=f"{long}\nRain fell.\n{long}\nRain fell.\n")
    once = said_once(document)
    assert once.text == f"{long}\nRain fell.\n{' ' * len(long)}\nRain fell.\n"
    assert said_once(replace(document, text=long)).text == long
