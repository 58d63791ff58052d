"""Who stands against several independent voices pays a little; of two at odds neither does; copies are one voice."""

from auditor.model import Agreement, Card, Claim, Report, Scalar, Span
from auditor.score import agreements, explain, rank, scored
from auditor.score.agreement import at_odds
from tests._cards import card

Placed = tuple[Card, Claim]


def told(source: str, place: int, value: float, date: str = "2024-03-05", copy_cluster: str = "") -> Placed:
    """One article that gives one figure for one event."""
    slots: dict[str, Scalar] = {"value": value, "event": "explosion", "day": "2024-03-04", "bound": ""}
    one = card(f"{source}/{place}", source, date=date, copy_cluster=copy_cluster or f"{source}/{place}")
    return one, Claim(f"toll:dead:town{place}", Span(0, 1), slots)


def world(figures: dict[str, float], events: int = 12) -> list[Placed]:
    """All sources on all events; each is off by its figure."""
    return [told(source, place, 14 + place + off) for place in range(events) for source, off in figures.items()]


def test_who_stands_against_three_others_pays_and_they_do_not() -> None:
    claims = world({"A": 0, "B": 0, "C": 0, "Odd": 17})
    found = agreements(claims)
    assert found["Odd"].high < found["A"].low
    assert found["Odd"].claims == 12
    ranked = {one.source: one for one in rank([one for one, _ in claims], [], None, found)}
    assert ranked["A"].score - 15 < ranked["Odd"].score < ranked["A"].score - 3
    assert ranked["Odd"].agreement == found["Odd"]
    assert ranked["Odd"].high - ranked["Odd"].low > 3


def test_of_two_at_odds_neither_pays() -> None:
    found = agreements(world({"A": 0, "B": 5}))
    assert at_odds(found["A"]) == at_odds(found["B"]) == (0, 0)


def test_one_statement_against_all_others_costs_nothing() -> None:
    found = agreements(world({"A": 0, "B": 0, "C": 0, "Odd": 17}, events=1))
    assert at_odds(found["Odd"])[0] == 0


def test_copies_of_one_text_are_one_voice() -> None:
    copies = [told("Echo", place, 90 + place, copy_cluster=f"First/{place}") for place in range(12)]
    first = [told("First", place, 90 + place, copy_cluster=f"First/{place}") for place in range(12)]
    found = agreements([*first, *copies, *world({"A": 0, "B": 0})])
    assert "Echo" not in found
    assert found["A"].share > found["First"].share


def test_later_figures_and_bounds_are_no_conflict() -> None:
    later = [told("Late", place, 30, date="2024-03-09") for place in range(12)]
    bound = [(one, Claim(c.key, c.span, {**c.slots, "bound": "at least"})) for one, c in world({"Bound": 3})]
    assert agreements([*world({"A": 0, "B": 0}), *later, *bound]).keys() == {"A", "B"}


def test_nobody_pays_whose_interval_reaches_the_usual() -> None:
    assert at_odds(None) == at_odds(Agreement(0.6, 0.4, 0.75, 8)) == (0, 0)
    assert at_odds(Agreement(0.1, 0.05, 0.2, 80))[0] > 0.2


def test_the_points_for_standing_alone_are_in_the_waterfall() -> None:
    claims = world({"A": 0, "B": 0, "C": 0, "Odd": 17})
    cards = tuple(one for one, _ in claims)
    findings, scores = scored(cards, [])
    report = Report("0", "0", cards, scores, rank(cards, findings, None, agreements(claims)), findings, (), "checked")
    odd, fine = explain(report, "Odd"), explain(report, "A")
    assert fine.odds == 0
    assert 3 < odd.odds <= next(step.points for step in odd.steps if step.family == "contradiction")
