"""The report for a person at a terminal."""

import io
import re

from auditor import Document, audit
from auditor.model import Finding, Severity
from auditor.write import Options, writer
from tests.conftest import CLEAN, GRAVE
from tests.reports import finding, report


def shown(*findings: Finding) -> list[str]:
    out = io.StringIO()
    writer("terminal").render(report(findings), out, Options(single=True))
    return [line.strip() for line in out.getvalue().splitlines()]


def exchanged(words: str, name: str, line: int, severity: Severity = Severity.ERROR) -> Finding:
    return finding(words, message=f"a synonym away from “{name}”", suggestion=name, line=line, severity=severity)


def test_findings_that_say_the_same_are_told_together_the_gravest_first() -> None:
    lines = shown(
        exchanged("High Minister", "Prime Minister", 1, Severity.WARNING),
        exchanged("Crimson Cross", "Red Cross", 2),
        exchanged("World Financial institution", "World Bank", 3),
    )
    head = lines.index("error SP101  a synonym away from …  (2 times)")
    assert lines[head + 1].startswith("2:1      “Crimson Cross”  suggested: Red Cross")
    assert lines[head + 2].startswith("3:1      “World Financial institution”  suggested: World Bank")
    assert lines[head + 3] == "warning SP101  a synonym away from “Prime Minister”"


def test_findings_that_say_different_things_are_told_apart() -> None:
    lines = shown(finding("a", message="9 killed here, 6 there"), finding("b", message="4 killed here, 5 there"))
    assert "error SP101  9 killed here, 6 there" in lines
    assert "error SP101  4 killed here, 5 there" in lines


def test_what_costs_an_article_most_stands_first() -> None:
    text = f"{CLEAN}\n\nThe CafÃ© ZÃ¼rich will keep its name.\n\nSubscribe to our newsletter."
    out = io.StringIO()
    writer("terminal").render(audit(Document(id="a", text=text)), out, Options(single=True))
    told = re.findall(r"^(spin|boilerplate|attribution|quality)  \d", out.getvalue(), re.MULTILINE)
    assert told == ["quality", "boilerplate", "attribution"]


def test_a_source_of_which_nothing_could_be_judged_has_no_score_in_any_report() -> None:
    text = (
        "Le conseil municipal de Tours a voté mardi soir le budget de la ville. Les élus ont débattu pendant trois heures "
        "avant de passer au vote, et le maire a remercié chacun de sa patience. Une école sera construite au nord, près "
        "de la gare, où les familles attendent depuis longtemps. Les travaux doivent commencer au printemps prochain."
    )
    found = audit([Document(id="a", text=text, source="le-phare"), Document(id="b", text=CLEAN)])
    for name, row in (
        ("terminal", r"1 +– +- +1 +le-phare"),
        ("plain", "le-phare score=- interval90=- "),
        ("markdown", r"phare.*\| - \| - \|"),
    ):
        out = io.StringIO()
        writer(name).render(found, out, Options())
        assert re.search(row, out.getvalue())


def test_in_full_the_article_that_lost_most_stands_first() -> None:
    articles = [Document(id="clean", text=CLEAN), Document(id="grave", text=GRAVE * 4)]
    out = io.StringIO()
    writer("terminal").render(audit(articles), out, Options(single=True))
    assert re.findall(r"^(clean|grave)$", out.getvalue(), re.MULTILINE) == ["grave", "clean"]
