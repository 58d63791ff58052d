"""What fails a run, what never does, and the line that says so."""

import pytest

from auditor.gate import judge, last_line
from auditor.model import Fault, Severity, Skipped, State, Tier, replace
from auditor.settings import Gate
from tests.reports import card, finding, report, source


@pytest.mark.parametrize(
    ("severity", "fail_on", "exit_code"),
    [
        (Severity.ERROR, Severity.ERROR, 1),
        (Severity.WARNING, Severity.ERROR, 0),
        (Severity.WARNING, Severity.WARNING, 1),
        (Severity.INFO, Severity.WARNING, 0),
        (Severity.INFO, Severity.INFO, 1),
        (Severity.ERROR, None, 0),
    ],
)
def test_severity_decides(severity: Severity, fail_on: Severity | None, exit_code: int) -> None:
    verdict = judge(report([finding(severity=severity)]), Gate(fail_on=fail_on))
    assert verdict.exit_code == exit_code
    assert bool(verdict.reasons) is bool(exit_code)


@pytest.mark.parametrize("state", [State.KNOWN, State.SUPPRESSED])
def test_only_new_findings_fail(state: State) -> None:
    verdict = judge(report([finding(state=state)]), Gate())
    assert (verdict.exit_code, verdict.new) == (0, 0)


@pytest.mark.parametrize(
    ("tier", "exit_code"), [(Tier.HARD, 1), (Tier.POSSIBLE, 0), (Tier.UPDATE, 0), (Tier.ATTRIBUTED, 0)]
)
def test_of_contradictions_only_hard_ones_fail(tier: Tier, exit_code: int) -> None:
    found = finding(code="CO101", rule="contradiction/actor", tier=tier)
    assert judge(report([found]), Gate(fail_on=Severity.INFO)).exit_code == exit_code


def test_some_new_findings_may_be_tolerated() -> None:
    found = report([finding(f"word {number}") for number in range(3)])
    assert judge(found, Gate(max_new=3)).exit_code == 0
    assert judge(found, Gate(max_new=2)).reasons == ("3 new findings of severity error, 2 allowed",)


def test_a_source_is_gated_only_where_it_is_ranked_firmly() -> None:
    found = report(
        cards=[card()],
        sources=[source("Bay Herald", 61.0), source("Dune Post", 20.0, 3, provisional=True), source("Oak", 90.0)],
    )
    verdict = judge(found, Gate(fail_under=70))
    assert verdict.exit_code == 1
    assert verdict.reasons == ("source Bay Herald scores 61.0 (90 % interval 55 to 67, 12 articles), under 70",)
    assert verdict.notes == ("fail-under 70: 1 source with too few articles not held against it",)
    assert judge(found, Gate(fail_under=61)).exit_code == 0


def test_a_gate_that_could_not_be_applied_says_so() -> None:
    found = report(cards=[card()], sources=[source("Dune Post", 20.0, 3, provisional=True)])
    verdict = judge(found, Gate(fail_under=70))
    assert verdict.exit_code == 0
    assert "NOT CHECKED" in last_line(replace(found, verdict=verdict))


def test_the_last_line_says_why_and_obeys_no_name() -> None:
    names = ("Bay\x1b[31m\n##[error]", "Oak", "Elm", "Ash", "Fir")
    found = report(cards=[card()], sources=[source(name, 61.0) for name in names])
    line = last_line(replace(found, verdict=judge(found, Gate(fail_under=70))))
    assert "exit 1: source Bay<U+001B>[31m⏎#<U+0023>[error] scores 61.0" in line
    assert line.endswith("; 2 more reasons")
    assert line.isprintable()


def test_the_last_line_names_everything() -> None:
    found = report(
        [
            finding("a"),
            finding("b", severity=Severity.INFO),
            finding("c", state=State.KNOWN),
            finding("d", state=State.SUPPRESSED),
        ],
        cards=[card("news/b.txt", unjudged={"spin": "not English"})],
        skipped=[Skipped("x.pdf", "no reader")],
    )
    assert last_line(replace(found, verdict=judge(found, Gate()))) == (
        "audit: 2 articles in scope, new 2 (1 failing), baseline 1, suppressed 1, skipped 1, unjudged 1, "
        "cross-document checked, exit 1: 1 new finding of severity error"
    )
    alone = report(cards=[card("a.txt")], cross_document="not checked: fewer than two articles")
    assert "cross-document NOT CHECKED (fewer than two articles), exit 0" in last_line(alone)


def test_a_run_that_audited_nothing_fails_and_says_so() -> None:
    unread = report(cards=[], skipped=[Skipped("x.pdf", "no reader")])
    verdict = judge(unread, Gate())
    assert verdict.exit_code == 2
    assert verdict.reasons == verdict.by_no_finding == ("NOTHING WAS AUDITED: 1 input skipped (the first: no reader)",)
    assert judge(report(cards=[]), Gate()).reasons == ("NOTHING WAS AUDITED: there is no file to read",)


def test_a_change_may_hold_no_article_but_says_where_it_could_not_be_read() -> None:
    assert judge(report(cards=[]), Gate(), may_be_empty=True).notes == ()
    unread = report(cards=[], skipped=[Skipped("x.json", "not an article")])
    verdict = judge(unread, Gate(), may_be_empty=True)
    assert verdict.exit_code == 0
    assert "NOTHING WAS AUDITED: 1 input skipped" in last_line(replace(unread, verdict=verdict))


@pytest.mark.parametrize(("fault", "code", "whose"), [(Fault.OURS, 3, "a bug of ours"), (Fault.RULE, 2, "of your own")])
def test_what_went_unaudited_by_a_fault_fails_beside_the_findings(fault: Fault, code: int, whose: str) -> None:
    found = report([finding()], skipped=[Skipped("a.txt", "unaudited: …", fault=fault)])
    verdict = judge(found, Gate())
    assert verdict.exit_code == code
    assert verdict.reasons[0].startswith("1 new finding")
    assert whose in verdict.reasons[1]
    assert verdict.by_no_finding == verdict.reasons[1:]
