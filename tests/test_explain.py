"""A source's waterfall adds up, names its evidence, and what-if shows what moves."""

import pytest

from auditor import Report, audit
from auditor.model import FAMILIES
from auditor.score import Weights, default_weights, explain, what_if


@pytest.fixture(scope="module")
def report() -> Report:
    return audit(["corpus/globe-pulse-daily", "corpus/tideway-gazette"])


@pytest.fixture(scope="module")
def worst(report: Report) -> str:
    return min(report.sources, key=lambda card: card.score).source


def test_the_steps_add_up_to_what_is_lost(report: Report) -> None:
    for card in report.sources:
        steps = explain(report, card.source).steps
        assert tuple(step.family for step in steps) == FAMILIES
        assert 100 - card.score == pytest.approx(sum(step.points for step in steps), abs=0.1)


def test_everything_for_a_right_of_reply(report: Report, worst: str) -> None:
    found = explain(report, worst)
    names = {card.id for card in report.cards if card.source == worst}
    assert {finding.document for finding in found.findings} <= names
    assert len(found.findings) == sum(finding.document in names for finding in report.findings)
    assert sum(found.genres.values()) == len(names)
    assert any(step.examples for step in found.steps)
    assert all(change.score >= found.source.score for change in found.changes)


def test_what_is_lent_is_told_apart_from_findings(report: Report) -> None:
    for card in report.sources:
        found = explain(report, card.source)
        for step in found.steps:
            assert 0 <= step.lent <= step.points + 0.01
            assert (step.points - step.lent > 0.005) <= bool(step.examples)
        assert found.grave <= card.documents


def test_an_unknown_source_is_an_error(report: Report) -> None:
    with pytest.raises(KeyError):
        explain(report, "Nobody's Herald")


def test_what_if_nothing_changes_nothing(report: Report) -> None:
    same = what_if(report)
    assert same.scores == report.scores
    assert same.sources == report.sources
    assert not same.documents_moved
    assert not same.sources_moved


def test_what_if_a_rule_is_ignored_or_weighs_nothing(report: Report, worst: str) -> None:
    code = explain(report, worst).changes[0].code
    without = what_if(report, ignore=(code,))
    assert any(moved.name == worst for moved in without.sources_moved)
    assert all((moved.after or 0) >= (moved.before or 0) for moved in without.documents_moved)
    plain = default_weights()
    weightless = Weights(plain.severity, plain.repeat, plain.family, plain.across, {**plain.rules, code: 0.0})
    assert what_if(report, weights=weightless).scores == without.scores
