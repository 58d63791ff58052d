"""Annotations: ten, the gravest first; nothing of an article is ever a command."""

import io
import re

import pytest

from auditor.model import Related, Report, Severity, Skipped, Span, State, Verdict
from auditor.words.visible import to_ascii, visible
from auditor.write import Options
from auditor.write._places import shown_path
from auditor.write.github import render
from tests.reports import HOSTILE, card, finding, hostile, report

Command = tuple[str, dict[str, str], str]

# The runner's own grammar (ActionCommand.TryParseV2): `::` at the start of a line, the name, a space, properties cut at
# commas and at their first equals sign, then `::` and the data; escapes undone at the end.
_COMMAND = re.compile(r"::(?P<name>[a-z-]+)(?: (?P<properties>.*?))?::(?P<data>.*)")


def _undone(text: str, pairs: tuple[str, ...]) -> str:
    names = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    return re.sub("|".join(pairs), lambda match: names[match[0]], text)


def parsed(line: str) -> Command:
    match = _COMMAND.fullmatch(line)
    assert match, line
    pairs = (pair.split("=", 1) for pair in (match["properties"] or "").split(","))
    properties = {key: _undone(value, ("%0D", "%0A", "%3A", "%2C", "%25")) for key, value in pairs}
    return match["name"], properties, _undone(match["data"], ("%0D", "%0A", "%25"))


def commands(made: Report, options: Options | None = None) -> list[Command]:
    out = io.StringIO()
    render(made, out, options or Options())
    return [parsed(line) for line in re.split(r"[\r\n]+", out.getvalue()) if line]


def test_an_annotation_says_what_and_where() -> None:
    other = Related("b", "news/b.txt", Span(0, 5), "First", 4)
    made = report([finding(start=4, related=[other])], cards=[card(text="The High Minister, 100% sure.")])
    assert commands(made) == [
        (
            "error",
            {
                "file": "news/a.txt",
                "line": "1",
                "endLine": "1",
                "col": "5",
                "endColumn": "18",
                "title": "SP101 spin/acronym-mismatch",
            },
            "does not spell it: “High Minister”\nalso news/b.txt:4: “First”",
        )
    ]


def test_ten_then_how_many_more() -> None:
    many = [finding(f"w{number}", severity=Severity.WARNING, line=number + 1) for number in range(14)]
    found = commands(report([*many, finding("grave", line=99), finding("known", state=State.KNOWN)]))
    assert [name for name, _, _ in found] == ["error", *["warning"] * 9, "notice"]
    assert found[-1][2].startswith("5 more new findings; ")


def test_one_fault_of_many_does_not_hide_all_others() -> None:
    many = [finding(f"w{number}", line=number + 1, points=9.0) for number in range(14)]
    found = commands(report([*many, finding("other", code="CO101", rule="contradiction/actor", points=0.1)]))
    assert [properties["title"][:5] for _, properties, _ in found[:3]] == ["SP101", "CO101", "SP101"]


def test_only_new_findings_are_annotated() -> None:
    assert not commands(report([finding(state=State.KNOWN), finding("b", state=State.SUPPRESSED)]))


def test_what_no_finding_shows_is_told() -> None:
    low = ("source Bay Herald scores 61.0, under 70",)
    verdict = Verdict(1, low, 0, 0, 0, by_no_finding=low)
    made = report(skipped=[Skipped("a.pdf", "no reader")], cross_document="not checked: one article", verdict=verdict)
    assert commands(made) == [
        ("error", {"title": "audit"}, "source Bay Herald scores 61.0, under 70"),
        (
            "notice",
            {"title": "audit"},
            "1 input not read; cross-document: NOT checked: one article; see the job summary or the log",
        ),
    ]


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("extra", ["", "％：，full-width marks become plain ones in ASCII"])
def test_nothing_of_an_article_is_a_command(ascii_only: bool, extra: str) -> None:
    made = (
        hostile()
        if not extra
        else report([finding(extra + HOSTILE, path=f"a{extra}%3A::b,c=d.txt", message=f"{extra} 5%0A::x")])
    )
    found = commands(made, Options(ascii=ascii_only))
    assert {name for name, _, _ in found} <= {"error", "notice"}
    plain = to_ascii if ascii_only else str
    assert found[0][1].get("title") == "audit" or found[0][1]["file"] == plain(shown_path(made.findings[0].path))
    assert plain(visible(made.findings[0].message, 100))[:90] in "\n".join(data for _, _, data in found)
    for _, properties, data in found:
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert "\x1b" not in data
