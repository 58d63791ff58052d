"""Scores of sources: pooled, copies credited once, ties told, games not worth playing."""

import random
import time

import pytest
from hypothesis import given, settings

from auditor.model import FAMILIES, NOT_ASKED, Card, Finding, Severity
from auditor.score import rank
from auditor.score.bands import TOO_LITTLE
from auditor.score.intervals import above, interval
from auditor.score.points import marked
from auditor.score.sources import standings
from auditor.score.voices import voices
from tests._cards import FINDINGS, card, finding, many


@settings(deadline=None)
@given(FINDINGS, FINDINGS.filter(bool))
def test_a_further_finding_never_raises_a_source(findings: list[Finding], more: list[Finding]) -> None:
    cards = [card("a"), card("b"), card("c", "Valley Echo")]
    other = finding("c", "SP901")

    def score(found: list[Finding]) -> float:
        return next(one.score for one in rank(cards, [*found, other]) if one.source == "Harbour Post")

    assert score(findings + more) <= score(findings) + 1e-9


def test_sources_below_eight_articles_come_in_a_second_block() -> None:
    few, nothing = many("Few", 7)
    bad, errors = many("Bad", 8, "SP901")
    ranked = rank([*few, *bad], [*nothing, *errors])
    assert [(one.source, one.provisional) for one in ranked] == [("Bad", False), ("Few", True)]
    assert ranked[1].score > ranked[0].score
    assert ranked[1].rank_low == ranked[1].rank_high == 2


def test_what_most_families_could_not_judge_is_not_judged() -> None:
    blind = dict.fromkeys(("spin", "contradiction", "attribution"), "too short")
    alone = dict.fromkeys(FAMILIES[1:], NOT_ASKED)
    short = [card(f"s{n}", "Short", words=26, unjudged=blind) for n in range(30)]
    asked_for_one = [card(f"a{n}", "Asked", unjudged=alone) for n in range(9)]
    ranked = {one.source: one for one in rank([*short, *asked_for_one], [])}
    assert (ranked["Short"].effective, ranked["Short"].band) == (0, "not judged")
    assert not ranked["Asked"].provisional
    grave = rank(short, [finding("s1", "BP901", severity=Severity.ERROR)])[0]
    assert 0 < grave.effective < 1
    fragment = rank([card("f", "Few", words=60)], [])[0]
    assert fragment.band == TOO_LITTLE


def test_who_holds_no_reports_is_ranked_apart() -> None:
    opinion = [card(f"o{n}", "Pamphlet", genre="opinion") for n in range(20)]
    ranked = rank([*opinion, *many("Paper", 9)[0]], [])
    assert [(one.source, one.provisional) for one in ranked] == [("Paper", False), ("Pamphlet", True)]


def test_ten_copies_are_one_voice() -> None:
    copies = [card(f"x{n}", "Echo", copy_cluster="x0") for n in range(10)]
    assert rank(copies, [])[0].effective == 1


@pytest.mark.parametrize("cluster", [None, "0"], ids=["each a text of its own", "copies of one text"])
def test_many_articles_are_weighed_in_linear_time(cluster: str | None) -> None:
    def seconds(count: int) -> float:
        cards = [card(f"{n}", f"source {n % 50}", copy_cluster=cluster or f"{n}") for n in range(count)]
        begun = time.process_time()
        voices(cards)
        return time.process_time() - begun

    # Eight times as many: 8 to 12 times as long; 64 where every article is held against every other.
    assert min(seconds(24_000) for _ in range(2)) < 24 * min(seconds(3_000) for _ in range(3))


def test_wire_copy_is_credited_to_its_origin() -> None:
    wire = card("w", "North Wire", copy_cluster="w", date="2024-05-01")
    taken = card("t", "Taker", copy_cluster="w", date="2024-05-02")
    found = voices([wire, taken])
    assert (found["w"].share, found["t"].share) == (1, 0)
    spun = [finding("t", "SP901", place=n, severity=Severity.ERROR) for n in range(5)]
    ranked = {one.source: one.score for one in rank([wire, taken], spun)}
    assert ranked["North Wire"] > ranked["Taker"] + 2, "what the copy alone is guilty of is its own"


def test_cutting_an_article_in_ten_gains_nothing() -> None:
    others, nothing = many("Rest", 20)
    mine, errors = many("Cutter", 9, "SP901")
    whole = card("Cutter/long", "Cutter", words=600)
    parts = [card(f"Cutter/long{n}", "Cutter", words=60) for n in range(10)]

    def score(cards: list[Card]) -> tuple[float, float]:
        found = next(one for one in rank([*others, *mine, *cards], [*nothing, *errors]) if one.source == "Cutter")
        return found.score, found.effective

    assert score(parts)[0] <= score([whole])[0] + 0.1
    assert score(parts)[1] <= score([whole])[1] + 1.01


def test_intervals_hold_the_score_and_narrow_with_articles() -> None:
    chance = random.Random(4)
    widths = []
    for number in (3, 30, 300):
        cards, _ = many("Some", number)
        errors = [finding(one.id, severity=Severity.ERROR) for one in cards if chance.random() < 0.4]
        ranked = rank(cards, errors)[0]
        assert ranked.low <= ranked.score <= ranked.high
        widths.append(ranked.high - ranked.low)
    assert widths[0] > widths[1] > widths[2]


def test_who_is_surely_above() -> None:
    good, _ = many("Good", 30)
    bad, errors = many("Bad", 30, "SP901")
    cards = [*good, *bad]
    second, first = standings(cards, marked(cards, errors), voices(cards))
    assert above(first, second) > 0.99
    assert above(first, second) + above(second, first) == pytest.approx(1)
    assert interval(first)[0] > interval(second)[1]


def test_neighbours_that_are_not_surely_apart_are_tied() -> None:
    good, _ = many("Good", 30)
    fine, _ = many("Fine", 30)
    bad, errors = many("Bad", 30, "SP901")
    ranked = {one.source: one.tied for one in rank([*good, *fine, *bad], errors)}
    assert ranked == {"Good": True, "Fine": True, "Bad": False}


def test_whom_nothing_is_held_against_has_no_objections_for_standing_near_the_mean() -> None:
    bad, errors = many("Bad", 30, "SP901")
    blind = card("blind", "Blind", unjudged=dict.fromkeys(FAMILIES, "not English"))
    ranked = {one.source: one for one in rank([card("clean", "Clean"), blind, *bad], errors)}
    assert ranked["Clean"].score < 100
    assert ranked["Clean"].band == "little to object to"
    assert ranked["Blind"].band == "not judged"


def test_the_order_of_cards_and_findings_changes_nothing() -> None:
    good, _ = many("Good", 12)
    bad, errors = many("Bad", 12, "SP901")
    assert rank(good + bad, errors) == rank((good + bad)[::-1], errors[::-1])


def test_who_has_nothing_but_copies_of_a_grave_text_stands_low_and_provisional() -> None:
    honest, _ = many("Honest", 9)
    clean, _ = many("Small", 1)
    copies = [card(f"c{n}", "Copycat", copy_cluster="c0") for n in range(9)]
    errors = [finding(one.id, f"SP90{n}", severity=Severity.ERROR, weight=3.0) for one in copies for n in range(3)]
    ranked = {one.source: one for one in rank([*honest, *clean, *copies], errors)}
    assert ranked["Copycat"].provisional
    assert ranked["Copycat"].score < 75 < 88 < ranked["Small"].score
    assert ranked["Copycat"].low < ranked["Copycat"].score < ranked["Copycat"].high < ranked["Honest"].score


def test_the_unjudged_come_last() -> None:
    blind = card("b", "Blind", unjudged=dict.fromkeys(FAMILIES, "not English"))
    few, errors = many("Few", 3, "SP901")
    assert [one.source for one in rank([blind, *few], errors)] == ["Few", "Blind"]


def test_a_text_without_a_word_is_not_judged() -> None:
    silent = card("a", words=0, unjudged=dict.fromkeys(set(FAMILIES) - {"quality"}, "no words"))
    (alone,) = rank([silent], [finding("a", "TQ901")])
    assert (alone.effective, alone.band) == (0, "not judged")
