"""Scores of articles: every point traceable, monotone, saturating."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import FAMILIES, Finding, Related, Severity, Span, State, Tier
from auditor.score import Weights, band, default_weights, rank, scored
from auditor.score.bands import source_band
from auditor.score.points import marked
from tests._cards import FINDINGS, card, finding

WORDS = st.integers(50, 5000)


def total(words: int, findings: list[Finding]) -> float:
    value = scored([card("a", words=words)], findings)[1]["a"].total
    assert value is not None
    return value


@given(WORDS, FINDINGS)
def test_points_add_up_to_what_is_lost(words: int, findings: list[Finding]) -> None:
    pointed, scores = scored([card("a", words=words)], findings)
    assert 100 - (scores["a"].total or 0) == pytest.approx(sum(one.points for one in pointed), abs=0.2)


@given(WORDS, FINDINGS, FINDINGS)
def test_a_further_finding_never_raises_a_score(words: int, findings: list[Finding], more: list[Finding]) -> None:
    assert total(words, findings + more) <= total(words, findings) + 1e-9


@given(WORDS, FINDINGS.filter(bool), st.data())
def test_without_a_finding_no_more_is_gained_than_its_points(
    words: int, findings: list[Finding], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(findings) - 1))
    marks = marked([card("a", words=words)], findings)["a"]
    rest = [one for number, one in enumerate(findings) if number != at]
    assert total(words, rest) - (marks.score.total or 0) <= marks.findings[at].points + 0.11


@given(WORDS, FINDINGS)
def test_a_shorter_text_with_the_same_findings_has_no_better_score(words: int, findings: list[Finding]) -> None:
    assert total(max(50, words - 80), findings) <= total(words, findings) + 1e-9


def test_a_rule_and_a_family_saturate() -> None:
    ten = total(600, [finding("a", place=n, severity=Severity.ERROR) for n in range(10)])
    hundred = total(600, [finding("a", place=n, severity=Severity.ERROR) for n in range(100)])
    assert ten - hundred < 2
    flood = [finding("a", f"SP9{n:02}", severity=Severity.ERROR, weight=20.0) for n in range(50)]
    assert total(500, flood) == pytest.approx(20.2, abs=0.1)


@pytest.mark.parametrize(
    "free",
    [
        finding("a", "CO901", tier=Tier.POSSIBLE),
        finding("a", "CO901", tier=Tier.UPDATE),
        finding("a", "CO901", tier=Tier.ATTRIBUTED),
        finding("a", "SP901", state=State.SUPPRESSED),
    ],
)
def test_what_is_unsure_or_suppressed_costs_nothing(free: Finding) -> None:
    assert total(600, [free]) == 100


def test_of_two_articles_at_odds_neither_pays() -> None:
    other = Related("b", "b", Span(0, 1), "e", 1)
    inside = scored([card("a")], [finding("a", "CO901", tier=Tier.HARD)])[0][0].points
    across = scored([card("a")], [finding("a", "CO901", tier=Tier.HARD, related=(other,))])[0][0].points
    assert inside > 0
    assert across == 0


def test_unjudged_is_not_innocent() -> None:
    blind = card("a", unjudged=dict.fromkeys(FAMILIES, "not English"))
    assert scored([blind], [])[1]["a"].total is None
    assert rank([blind], [])[0].effective == 0
    spinless = card("a", unjudged={"spin": "not English"})
    assert rank([spinless], [])[0].families["spin"] is None


def test_bands_are_words() -> None:
    assert [band(score) for score in (89.5, 89.4, 60.0, 40.0, 0.0, None)] == [
        "little to object to", "some objections", "several objections", "many objections", "grave objections",
        "not judged",
    ]  # fmt: skip


def test_what_is_grave_in_most_articles_is_not_averaged_away() -> None:
    assert source_band(82.6, 6, 7) == "many objections"
    assert source_band(82.6, 2, 7) == "some objections"
    assert source_band(95.0, 3, 12) == "several objections"
    assert source_band(95.0, 3, 13) == "little to object to"
    assert source_band(30.0, 6, 7) == "grave objections"


def test_weights_are_data() -> None:
    weights = default_weights()
    assert weights.severity[Severity.ERROR] > weights.severity[Severity.WARNING] > weights.severity[Severity.INFO]
    none = Weights(weights.severity, weights.repeat, weights.family, weights.across, {"SP901": 0.0})
    assert scored([card("a")], [finding("a")], none)[1]["a"].total == 100


def test_pasted_words_buy_little() -> None:
    found = [finding("a", f"SP90{n}", severity=Severity.ERROR, weight=2.0) for n in range(1, 5)]
    for words in (150, 400, 600, 1000):
        for kept in range(1, 5):
            assert total(words + 200, found[:kept]) - total(words, found[:kept]) <= 3
