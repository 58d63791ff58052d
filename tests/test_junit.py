"""JUnit XML is valid, fails what the gate fails, and skips what is known, suppressed or unjudged."""

import io
import xml.etree.ElementTree as ET
from importlib import import_module
from pathlib import Path

from auditor.gate import judge
from auditor.model import Report, Severity, Skipped, State, replace
from auditor.settings import Gate
from auditor.write import Options
from auditor.write.junit import render
from tests.reports import card, finding, hostile, report, source

SCHEMA = Path(__file__).parent / "schemas" / "junit-10.xsd"


def suites(made: Report) -> list[ET.Element]:
    out = io.StringIO()
    render(made, out, Options())
    data = out.getvalue().encode("ascii")
    etree = import_module("lxml.etree")
    etree.XMLSchema(etree.parse(str(SCHEMA))).assertValid(etree.fromstring(data))
    root = ET.fromstring(data)
    cases = list(root.iter("testcase"))
    assert root.get("tests") == str(len(cases))
    assert root.get("failures") == str(len(list(root.iter("failure"))))
    for suite in root:
        assert suite.get("tests") == str(len(suite))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
        assert suite.get("skipped") == str(len(suite.findall("testcase/skipped")))
    return list(root)


def outcomes(suite: ET.Element) -> dict[str, str]:
    return {f"{case.get('classname')} {case.get('name')}": case[0].tag if len(case) else "" for case in suite}


def test_a_suite_an_article_and_a_case_a_finding_or_a_family() -> None:
    made = report([finding()], cards=[card(unjudged={"quality": "too short"}), card("news/b.txt")])
    first, second = suites(made)
    assert (first.get("name"), second.get("name")) == ("news/a.txt", "news/b.txt")
    assert outcomes(first) == {
        "spin.acronym-mismatch SP101 “High Minister”": "failure",
        "contradiction nothing found": "",
        "boilerplate nothing found": "",
        "attribution nothing found": "",
        "quality judged": "skipped",
    }
    failure = first[0][0]
    assert failure.get("message") == "does not spell it: “High Minister”"
    assert failure.text is not None
    assert failure.text.startswith("news/a.txt:1:1: error SP101 spin/acronym-mismatch\n")


def test_what_the_gate_lets_pass_does_not_fail() -> None:
    made = report(
        [
            finding("a", severity=Severity.WARNING),
            finding("b", state=State.KNOWN),
            finding("c", state=State.SUPPRESSED, reason="a quotation"),
        ]
    )
    (suite,) = suites(made)
    assert list(outcomes(suite).values())[:3] == ["system-out", "skipped", "skipped"]
    assert suite[2][0].get("message") == "suppressed: a quotation"
    strict = replace(made, verdict=judge(made, Gate(fail_on=Severity.WARNING)))
    assert next(iter(outcomes(suites(strict)[0]).values())) == "failure"


def test_names_are_unique_and_hold_no_lines() -> None:
    (suite,) = suites(report([finding(line=17), finding(line=23), finding(line=42)]))
    names = [case.get("name") for case in suite]
    assert names[:3] == ["SP101 “High Minister”", "SP101 “High Minister” #2", "SP101 “High Minister” #3"]


def test_what_was_not_read_or_not_compared_is_skipped_and_a_low_source_fails() -> None:
    made = report(
        cards=[card()],
        skipped=[Skipped("a.pdf", "no reader")],
        cross_document="not checked: x",
        sources=[source("Bay", 61.0)],
    )
    _, unread, gate = suites(replace(made, verdict=judge(made, Gate(fail_under=70))))
    assert outcomes(unread) == {"audit.read a.pdf": "skipped"}
    assert list(outcomes(gate).values()) == ["failure", "skipped"]


def test_whatever_an_article_holds_the_xml_is_valid() -> None:
    everything = "".join(map(chr, [*range(0x180), *range(0xD7F0, 0xE010), *range(0xFFF0, 0x10010)]))
    suites(hostile())
    suites(report([finding(everything, path=everything, message=everything)]))
