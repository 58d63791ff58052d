"""What an outlet gains by games: pasted attributions, a paragraph taken out, articles cut in ten."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from auditor import Document
from auditor.examine import examine
from auditor.model import Card, Finding, replace
from auditor.rules import load
from auditor.score.points import mark, marked
from auditor.score.sources import standings
from auditor.score.voices import voices
from benchmarks._data import articles

# Sets of which every so many articles are played with: genuine and altered ones, so that there is something to gain.
PLAYED = {"news_by_outlet": 40, "foreign_newswire": 10, "spun_sim_pps": 3, "noised_sim": 6, "llm_xsum": 12}
_GIVEN = "Anna Boris Clara Dmitri Elena Farid Greta Hugo Ines Jonas".split()
_FAMILY = "Kovac Lindqvist Moreau Nakamura Okafor Petrov Quintana Rossi Svensson Tanaka".split()
_SAID = (
    "“The matter is under review,” said {0}, a spokesman for the ministry.",
    "{0}, who heads the agency, said on Tuesday that the work had begun in March.",
    "According to {0}, an economist at the university, the cost was 40 million euros.",
    "“We have seen the figures and agree with them,” {0}, the director, told reporters.",
)


def _played(folder: Path) -> Iterator[Document]:
    for name, step in PLAYED.items():
        yield from (document for number, document in enumerate(articles(folder, name)) if number % step == 0)


def _lines(chance: random.Random) -> str:
    """Twenty made-up attributions, each to another person."""
    people = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    return "\n\n".join(chance.choice(_SAID).format(person) for person in chance.sample(people, 20))


def altered(document: Document, chance: random.Random) -> Iterator[tuple[str, Document]]:
    """The article with twenty attributions behind it, before it and in its middle, and said twice."""
    text, lines = document.text, _lines(chance)
    middle = text.find("\n", len(text) // 2)
    yield "behind it", replace(document, text=f"{text}\n\n{lines}")
    yield "before it", replace(document, text=f"{lines}\n\n{text}")
    if middle > 0:
        yield "in its middle", replace(document, text=f"{text[:middle]}\n\n{lines}\n{text[middle:]}")
    yield "the text twice", replace(document, text=f"{text}\n\n{text}")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line)
        at += len(line)


def points_of(document: Document, findings: Sequence[Finding], start: int, end: int) -> tuple[float, float]:
    """What a paragraph costs: all points of the findings that quote it, and of each the share of its places alone."""
    whole = shared = 0.0
    for finding in findings:
        related = (other.span for other in finding.related if other.document == document.id)
        places = [span.field == "text" and span.start < end and start < span.end for span in (finding.span, *related)]
        whole += finding.points * any(places)
        shared += finding.points * sum(places) / len(places)
    return whole, shared


def pasting(folder: Path) -> None:
    """Prints what pasted attributions gain, to say a text twice, and what a paragraph taken out gains above its points.

    A verdict falls whole where one paragraph takes it below its threshold: then the rest of its places fall with it.
    """
    rules = [rule for rule in load() if rule.examine]
    chance = random.Random(0)

    def scored(document: Document) -> tuple[float | None, tuple[Finding, ...]]:
        found = examine(document, rules)
        marks = mark(found.card, found.findings)
        return marks.score.total, marks.findings

    gains: dict[str, list[float]] = defaultdict(list)
    taken: dict[str, list[float]] = defaultdict(list)
    for document in _played(folder):
        before, findings = scored(document)
        if before is None:
            continue
        for game, other in altered(document, chance):
            gains[game].append((scored(other)[0] or 0.0) - before)
        several = list(paragraphs(document.text))
        if before > 97 or len(several) < 4:
            continue
        for start, end in several:
            rest, _ = scored(replace(document, text=document.text[:start] + document.text[end:]))
            if rest is not None:
                whole, shared = points_of(document, findings, start, end)
                taken["all findings that quote it"].append(rest - before - whole)
                taken["its share of their places"].append(rest - before - shared)
    print(f"twenty attributions pasted into {len(gains['behind it'])} articles: gain in points")
    for game, some in gains.items():
        mean, over = sum(some) / len(some), sum(gain > 3 for gain in some)
        print(
            f"  {game:15} mean {mean:+.2f}, at most {max(some):+.2f}; over 3 in {over}, over 0.1 in {sum(g > 0.1 for g in some)}"
        )
    for reading, excess in taken.items():
        print(
            f"a paragraph taken out, all of {len(excess)}: over the points of {reading} at most {max(excess):+.2f}; "
            f"over 0.1 in {sum(gain > 0.1 for gain in excess)}, over 3 in {sum(gain > 3 for gain in excess)}"
        )


def _scores(cards: Sequence[Card], findings: Sequence[Finding]) -> dict[str, float]:
    return {one.source: one.score for one in standings(cards, marked(cards, findings), voices(cards))}


def cutting(cards: Sequence[Card], findings: Sequence[Finding]) -> None:
    """Prints what each outlet gains by cutting all of its articles in ten, its findings spread over the pieces."""
    whole = _scores(cards, findings)
    of: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        of[finding.document].append(finding)
    gains = []
    for source in sorted(whole):
        pieces, moved = [card for card in cards if card.source != source], []
        for card in cards:
            if card.source == source:
                names = [f"{card.id}/{n}" for n in range(10)]
                pieces += [replace(card, id=name, copy_cluster=name, words=card.words // 10) for name in names]
                moved += [replace(f, document=names[at % 10]) for at, f in enumerate(of[card.id])]
            else:
                moved += of[card.id]
        gains.append((_scores(pieces, moved)[source] - whole[source], source))
    print(
        f"articles cut in ten: of {len(gains)} outlets the best gains {max(gains)[0]:+.2f} points, the worst {min(gains)[0]:+.2f}"
    )
