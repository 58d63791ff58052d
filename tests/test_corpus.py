"""The tool does to corpus/ what corpus/expected.toml says: all that it must find, and nothing that it must not."""

import hashlib
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor import Finding, Report, audit
from auditor.model import Card, Severity, Tier

CORPUS = Path(__file__).parent.parent / "corpus"
NO_ARTICLES = {"README.rst", "expected.toml"}
HIDDEN = {".gitattributes"}
NOT_YET = pytest.mark.xfail(strict=True, reason="pending: write it under its proper name once it holds")


@dataclass(frozen=True, slots=True)
class Must:
    """A finding that an article must have: by which rule or family, over which words, with which other article."""

    article: str
    by: str
    quotes: tuple[str, ...]
    other: str | None
    tier: str | None

    def __str__(self) -> str:
        words = " and ".join(repr(quote) for quote in self.quotes) or "anything"
        return f"{self.article}: {self.by} over {words}" + (f" with {self.other}" if self.other else "")


def table(value: object) -> Mapping[str, object]:
    """A table of expected.toml."""
    assert isinstance(value, dict)
    return value


def words(value: object) -> tuple[str, ...]:
    """A list of strings of expected.toml; none where it is missing."""
    assert value is None or isinstance(value, list)
    return tuple(str(item) for item in value or ())


def rows(within: Mapping[str, object], name: str) -> tuple[tuple[str, ...], ...]:
    """A list of lists of strings; none where it is missing."""
    value = within.get(name, [])
    assert isinstance(value, list)
    return tuple(words(item) for item in value)


def with_pending(within: Mapping[str, object], name: str) -> list[object]:
    """The rows of `name`, and those of `<name>_pending`, which must not hold yet."""
    held: list[object] = [pytest.param(row, id=" > ".join(row)) for row in rows(within, name)]
    late = rows(within, f"{name}_pending")
    return held + [pytest.param(row, id=" > ".join(row), marks=NOT_YET) for row in late]


def tables(value: object) -> tuple[Mapping[str, object], ...]:
    """A list of tables; none where it is missing."""
    assert value is None or isinstance(value, list)
    return tuple(table(item) for item in value or ())


def figure(name: str) -> float:
    """One of the floors."""
    value = table(EXPECTED["floors"])[name]
    assert isinstance(value, int | float)
    return value


EXPECTED = table(tomllib.loads((CORPUS / "expected.toml").read_text(encoding="utf-8")))
ARTICLES = {name: table(value) for name, value in table(EXPECTED["articles"]).items()}
RANKING = table(EXPECTED["ranking"])
COPIES = table(EXPECTED["copies"])


def expectations(kind: str) -> Iterator[Must]:
    """All of the articles' `must` or `pending` entries."""
    for article, says in ARTICLES.items():
        for entry in tables(says.get(kind)):
            other, tier = (str(entry[key]) if key in entry else None for key in ("with", "tier"))
            yield Must(article, str(entry["by"]), words(entry.get("quotes")), other, tier)


MUSTS = tuple(expectations("must"))
PENDING = tuple(expectations("pending"))


def name_of(document: str) -> str:
    """How expected.toml calls a document: by its path below corpus/, or by its record's own id."""
    path = Path(document)
    return path.relative_to(CORPUS).as_posix() if path.is_relative_to(CORPUS) else document


def is_by(finding: Finding, by: str) -> bool:
    """Whether a finding is of a family (`spin`), of a rule (`spin/…`) or of a tier of a family (`…!hard`)."""
    family, _, tier = by.partition("!")
    return family in (finding.family, finding.rule) and tier in ("", finding.tier)


def meets(finding: Finding, must: Must) -> bool:
    """Whether a finding, seen from either of its ends, is what an article must have."""
    ends = [(name_of(finding.document), finding.excerpt)]
    ends += [(name_of(other.document), other.excerpt) for other in finding.related]
    where = {document for document, _ in ends}
    return (
        must.article in where
        and (must.other in where if must.other else must.article == ends[0][0])
        and is_by(finding, must.by)
        and (must.tier is None or must.tier == finding.tier)
        and all(any(quote in excerpt for _, excerpt in ends) for quote in must.quotes)
    )


def shown(findings: Sequence[Finding]) -> str:
    """Findings a line each, for the message of a failed test."""
    lines = [f"  {name_of(f.document)}: {f.code} {f.rule} {f.severity} {f.excerpt!r}: {f.message}" for f in findings]
    return "\n".join(lines) or "  nothing"


def inputs() -> tuple[Path, ...]:
    """The files that are articles, in order."""
    files = (path for path in CORPUS.rglob("*") if path.is_file() and path.name not in NO_ARTICLES | HIDDEN)
    return tuple(sorted(files, key=lambda path: path.relative_to(CORPUS).as_posix()))


def digest() -> str:
    """SHA-256 over the names and bytes of all articles."""
    seen = hashlib.sha256()
    for path in inputs():
        seen.update(path.relative_to(CORPUS).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()


@pytest.fixture(scope="module")
def report() -> Report:
    return audit([CORPUS])


@pytest.fixture(scope="module")
def cards(report: Report) -> Mapping[str, Card]:
    return {name_of(card.id): card for card in report.cards}


def unmet(must: Must, report: Report) -> str | None:
    """What to say where an article has not what it must have."""
    if any(meets(finding, must) for finding in report.findings):
        return None
    family = must.by.partition("/")[0]
    near = [f for f in report.findings if name_of(f.document) == must.article and f.family == family]
    return f"{must}: not found. What {family} says of this article:\n{shown(near)}"


@pytest.mark.parametrize("must", [*MUSTS, *(pytest.param(must, marks=NOT_YET) for must in PENDING)], ids=str)
def test_finds_what_it_must(must: Must, report: Report) -> None:
    assert not (problem := unmet(must, report)), problem


def false_alarms(article: str, report: Report) -> list[Finding]:
    """Findings that an article must not have: of a family that it does not name, or named under `never`."""
    says = ARTICLES[article]
    expected = {must.by.partition("/")[0] for must in (*MUSTS, *PENDING) if article in (must.article, must.other)}
    expected |= set(words(says.get("may")))
    return [
        finding
        for finding in report.findings
        if name_of(finding.document) == article
        and (
            any(is_by(finding, by) for by in words(says.get("never")))
            or (finding.severity is not Severity.INFO and finding.family not in expected)
            or (finding.tier is Tier.HARD and not any(meets(finding, must) for must in MUSTS))
        )
    ]


@pytest.mark.parametrize("article", ARTICLES)
def test_no_false_alarm(article: str, report: Report) -> None:
    found = false_alarms(article, report)
    assert len(found) <= figure("false_alarms"), f"{article} ({ARTICLES[article]['shows']}):\n{shown(found)}"


@pytest.mark.parametrize("article", [name for name in ARTICLES if "unjudged" in ARTICLES[name]])
def test_says_what_it_cannot_judge(article: str, cards: Mapping[str, Card]) -> None:
    missing = set(words(ARTICLES[article]["unjudged"])) - set(cards[article].unjudged)
    assert not missing, f"{article} is judged on {sorted(missing)}, of which nothing can be known"


def test_reads_every_article_and_only_these(cards: Mapping[str, Card], report: Report) -> None:
    assert sorted(cards) == sorted(ARTICLES)
    assert {Path(skip.path).name for skip in report.skipped} == NO_ARTICLES & {p.name for p in CORPUS.iterdir()}


@pytest.mark.parametrize("pair", with_pending(RANKING, "above"))
def test_order_of_sources(pair: tuple[str, str], report: Report) -> None:
    scores = {source.source: source.score for source in report.sources}
    assert scores[pair[0]] > scores[pair[1]], f"scores {scores}"


def test_who_is_ranked_firmly(report: Report, cards: Mapping[str, Card]) -> None:
    assert sorted(s.source for s in report.sources if not s.provisional) == sorted(words(RANKING["firm"]))
    assert sorted(s.source for s in report.sources if s.provisional) == sorted(words(RANKING["provisional"]))
    nobody = sorted(name for name, card in cards.items() if card.source is None)
    assert nobody == sorted(words(RANKING["unattributed"]))


@pytest.mark.parametrize("pair", with_pending(RANKING, "better"))
def test_order_of_articles(pair: tuple[str, str], report: Report) -> None:
    scores = {name_of(name): score.total for name, score in report.scores.items()}
    good, bad = scores[pair[0]], scores[pair[1]]
    assert (good or 0.0) > (100.0 if bad is None else bad), f"{pair[0]} has {good}, {pair[1]} has {bad}"


@pytest.mark.parametrize("names", with_pending(COPIES, "clusters"))
def test_copies_are_one_voice(names: tuple[str, ...], cards: Mapping[str, Card]) -> None:
    found = {name: name_of(cards[name].copy_cluster) for name in names}
    assert len(set(found.values())) == 1, f"copies in several clusters: {found}"


def test_no_other_copies(cards: Mapping[str, Card]) -> None:
    expected = {name for names in rows(COPIES, "clusters") for name in names}
    found = {name for name, card in cards.items() if card.copy_cluster != card.id}
    assert found <= expected, f"no copies of anything: {sorted(found - expected)}"


def test_upstream(cards: Mapping[str, Card]) -> None:
    for name, origin in rows(COPIES, "upstream"):
        assert cards[name].upstream == origin, name


def test_floors(report: Report) -> None:
    met = sum(unmet(must, report) is None for must in MUSTS)
    assert len(ARTICLES) >= figure("articles")
    assert len(MUSTS) + len(PENDING) >= figure("expectations")
    assert met >= figure("met") * len(MUSTS)


def test_articles_are_those_that_the_expectations_were_written_for() -> None:
    found, declared = digest(), table(EXPECTED["inputs"])["sha256"]
    assert found == declared, f"an article was changed: read it again, then write {found}"


def test_takes_less_than_two_seconds() -> None:
    begun = time.process_time()
    audit([CORPUS])
    assert time.process_time() - begun < figure("seconds")
