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


def _pasted(document: Document, chance: random.Random) -> Document:
    """The article with twenty made-up attributions behind it, each to another person."""
    people = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    lines = [chance.choice(_SAID).format(person) for person in chance.sample(people, 20)]
    return replace(document, text=document.text + "\n\n" + "\n\n".join(lines))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line)
        at += len(line)


def pasting(folder: Path) -> None:
    """Prints what twenty pasted attributions gain, and what a paragraph taken out gains above its points."""
    rules = [rule for rule in load() if rule.examine]
    chance = random.Random(0)

    def scored(document: Document) -> tuple[float | None, tuple[Finding, ...]]:
        found = examine(document, rules)
        marks = mark(found.card, found.findings)
        return marks.score.total, marks.findings

    pasted, taken = [], []
    for document in _played(folder):
        before, findings = scored(document)
        after, _ = scored(_pasted(document, chance))
        if before is None or after is None:
            continue
        pasted.append(after - before)
        several = list(_paragraphs(document.text))
        if before > 97 or len(several) < 4:
            continue
        points = {
            (start, end): sum(f.points for f in findings if f.span.field == "text" and start <= f.span.start < end)
            for start, end in several
        }
        for start, end in {
            several[0],
            several[-1],
            min(points, key=lambda p: points[p]),
            max(points, key=lambda p: points[p]),
        }:
            rest, _ = scored(replace(document, text=document.text[:start] + document.text[end:]))
            if rest is not None:
                taken.append(rest - before - points[start, end])
    pasted.sort()
    taken.sort()
    print(
        f"twenty pasted attributions, {len(pasted)} articles: gain {sum(pasted) / len(pasted):+.2f} points in the mean, "
        f"at most {pasted[-1]:+.2f}; over 3 in {sum(gain > 3 for gain in pasted)}"
    )
    print(
        f"a paragraph taken out, {len(taken)} cases: over its points at most {taken[-1]:+.2f}; "
        f"over 0.1 in {sum(gain > 0.1 for gain in taken)}, over 1 in {sum(gain > 1 for gain in taken)}"
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
