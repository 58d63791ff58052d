"""SARIF is valid, repo-relative, tells results apart by content, and is never a vehicle for an article's words."""

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from auditor.model import Related, Report, Severity, Skipped, Span, State, Verdict
from auditor.write import Options
from auditor.write.sarif import MOST, render
from tests.reports import HOSTILE, card, finding, hostile, report

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"


@cache
def validator() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(made: Report, valid: bool = True) -> dict[str, Any]:
    out = io.StringIO()
    render(made, out, Options())
    assert out.getvalue().isascii()
    log = json.loads(out.getvalue())
    if valid:
        validator().validate(log)
    assert len(log["runs"]) == 1
    run: dict[str, Any] = log["runs"][0]
    return run


def test_a_result_says_what_where_and_by_which_rule() -> None:
    text = "First line.\r\nThe High\r\nMinister spoke.\n"
    other = Related("b", "news/b c.txt", Span(0, 5), "First", 1)
    run = run_of(
        report(
            [finding("High\r\nMinister", start=17, line=2, related=[other], suggestion="Prime Minister")],
            cards=[card(text=text)],
        )
    )
    (result,) = run["results"]
    assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "SP101"
    assert result["level"] == "error"
    assert result["message"]["text"] == "does not spell it: “High⏎Minister”; suggested “Prime Minister”"
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"] == {"uri": "news/a.txt", "uriBaseId": "%SRCROOT%"}
    assert location["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 5,
        "endLine": 3,
        "endColumn": 9,
        "snippet": {"text": "High\r\nMinister"},
    }
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/b%20c.txt"
    assert "baselineState" not in result
    assert "suppressions" not in result


def test_rules_come_with_their_pages() -> None:
    (rule,) = run_of(report([finding(code="SP102", rule="spin/glued-comma", severity=Severity.INFO)]))["tool"][
        "driver"
    ]["rules"]
    assert rule["name"] == "GluedComma"
    assert rule["shortDescription"]["text"].endswith(".")
    assert "flag:" in rule["help"]["text"]
    assert "flag:" not in rule["fullDescription"]["text"]
    assert rule["defaultConfiguration"]["level"] == "warning"  # the rule's own, whatever this finding is


def test_a_rule_of_the_users_own_is_described_by_its_name() -> None:
    (rule,) = run_of(report([finding(code="ZZ901", rule="quality/house-style")]))["tool"]["driver"]["rules"]
    assert (rule["name"], rule["shortDescription"]["text"]) == ("HouseStyle", "quality/house-style")


def test_equal_findings_are_told_apart_and_lines_do_not_matter() -> None:
    results = run_of(report([finding(line=1), finding(line=2), finding("other", line=3)]))["results"]
    identities = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
    assert len(set(identities)) == 3
    moved = run_of(report([finding(line=7), finding(line=9), finding("other", line=30)]))["results"]
    assert identities == [result["partialFingerprints"]["primaryLocationLineHash"] for result in moved]


def test_baseline_and_suppressions_stand_on_all_results_or_on_none() -> None:
    results = run_of(
        report(
            [
                finding("a"),
                finding("b", state=State.KNOWN),
                finding("c", state=State.SUPPRESSED, reason="audit-ignore.toml:3: a quotation"),
                finding("d", state=State.SUPPRESSED, reason="news/a.txt:1: a quotation"),
            ]
        )
    )["results"]
    assert [result["baselineState"] for result in results] == ["new", "unchanged", "new", "new"]
    assert [[one["kind"] for one in result["suppressions"]] for result in results] == [
        [],
        [],
        ["external"],
        ["inSource"],
    ]
    assert results[2]["suppressions"][0]["justification"] == "audit-ignore.toml:3: a quotation"


def test_beyond_five_thousand_the_gravest_are_kept_and_the_rest_told() -> None:
    many = [finding(f"w{number}", severity=Severity.INFO, line=number + 1) for number in range(MOST)]
    run = run_of(report([*many, finding("grave", line=MOST + 9)]), valid=False)
    assert len(run["results"]) == MOST
    assert run["results"][-1]["level"] == "error"
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("1 more findings")


def test_the_run_says_what_was_not_read_and_why_it_failed() -> None:
    verdict = Verdict(
        1, ("1 new finding of severity error",), 1, 0, 0, 1, Severity.ERROR, ("fail-under 70: NOT CHECKED",)
    )
    made = report(
        [finding()],
        cards=[card(unjudged={"quality": "too short"})],
        skipped=[Skipped("x y.pdf", "no reader", 3)],
        cross_document="not checked: one article",
        verdict=verdict,
    )
    (invocation,) = run_of(made)["invocations"]
    assert (invocation["exitCode"], invocation["exitCodeDescription"]) == (1, "1 new finding of severity error")
    texts = [one["message"]["text"] for one in invocation["toolExecutionNotifications"]]
    assert texts == [
        "cross-document: not checked: one article",
        "not judged: quality: too short (1 article)",
        "fail-under 70: NOT CHECKED",
        "not read: no reader",
    ]
    place = invocation["toolExecutionNotifications"][3]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "x%20y.pdf", "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 3}}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./news/a.txt", "news/a.txt"),
        ("news/100% true?.txt", "news/100%25%20true%3F.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("news/é#1.txt", "news/%C3%A9%231.txt"),
        ("news/\udcff.txt", "news/%FF.txt"),
    ],
)
def test_paths_are_uris(path: str, uri: str) -> None:
    run = run_of(report([finding(path=path)]))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_path_outside_the_working_directory_is_a_file_uri(tmp_path: Path) -> None:
    run = run_of(report([finding(path=str(tmp_path / "a b.txt"))]))
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": f"{tmp_path.as_uri()}/a%20b.txt"}


@pytest.mark.parametrize(("record", "field"), [(True, "text"), (False, "title")])
def test_columns_only_where_they_are_the_files_own(record: bool, field: str) -> None:
    run = run_of(report([finding(field=field)], cards=[card(text="High Minister", record=record)]))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "snippet": {"text": "High Minister"}}


def test_an_extracted_page_has_no_lines() -> None:
    run = run_of(report([finding(path="a.html", line=7)]))
    assert "region" not in run["results"][0]["locations"][0]["physicalLocation"]


def test_nothing_of_an_article_is_a_link_or_a_placeholder() -> None:
    run = run_of(hostile())
    for result in run["results"]:
        text = result["message"]["text"]
        assert "](" not in text
        assert "{0}" not in text.replace("{{0}}", "")
        assert "\n" not in text
        assert "\x1b" not in text
    assert "\\udc" not in json.dumps(run)
    assert HOSTILE[:20] in run["results"][0]["locations"][0]["physicalLocation"]["region"]["snippet"]["text"]


def test_an_empty_report_is_valid() -> None:
    assert run_of(report())["results"] == []
