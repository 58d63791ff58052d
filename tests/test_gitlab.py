"""GitLab's code quality report is valid, and its fingerprints are unique and stay."""

import io
import json
from pathlib import Path
from typing import Any

import jsonschema

from auditor.model import Report, Severity, State
from auditor.write import Options
from auditor.write.gitlab import render
from tests.reports import finding, hostile, report

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "gitlab-code-quality.json").read_text(encoding="utf-8"))


def issues(made: Report) -> list[dict[str, Any]]:
    out = io.StringIO()
    render(made, out, Options())
    assert out.getvalue().isascii()
    found: list[dict[str, Any]] = json.loads(out.getvalue())
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return found


def test_an_issue_says_what_and_where() -> None:
    (issue,) = issues(report([finding(path="./news/a.txt", line=3, severity=Severity.WARNING)]))
    assert issue["description"] == "SP101 does not spell it: “High Minister”"
    assert (issue["check_name"], issue["severity"]) == ("spin/acronym-mismatch", "minor")
    assert issue["location"] == {"path": "news/a.txt", "lines": {"begin": 3}}


def test_equal_findings_have_fingerprints_of_their_own_that_stay_when_they_move() -> None:
    before = issues(report([finding(line=1), finding(line=2)]))
    after = issues(report([finding(line=11, path="b.txt"), finding(line=12, path="b.txt")]))
    assert [issue["fingerprint"] for issue in before] == [issue["fingerprint"] for issue in after]


def test_known_findings_are_in_it_and_suppressed_ones_are_not() -> None:
    made = report([finding("a", state=State.KNOWN), finding("b", state=State.SUPPRESSED)])
    assert [issue["description"] for issue in issues(made)] == ["SP101 does not spell it: “a”"]


def test_no_findings_are_an_empty_array_and_hostile_ones_are_valid() -> None:
    assert issues(report()) == []
    assert all("\n" not in issue["description"] and "\x1b" not in issue["description"] for issue in issues(hostile()))
