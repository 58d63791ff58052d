"""Truth among values that hold each other: places, numbers and their roundings, times, dates."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import discover_truth
from auditor.truth.dates import dates
from auditor.truth.hierarchy import holders
from auditor.truth.paths import completed
from auditor.truth.quantity import clock, number

Claim = tuple[str, str, str, str]


def chosen(*values: str) -> str:
    """What is chosen of values that one source each claims."""
    return discover_truth([("o", "a", value, f"s{n}") for n, value in enumerate(values)]).values["o", "a"]


def test_the_specific_is_chosen_where_the_general_bears_it_out() -> None:
    assert chosen("France", "Paris", "France") == "Paris"
    assert chosen("Paris, France", "France", "Lyon, France", "Paris") == "Paris, France"
    assert chosen("Ankara", "France", "Paris") == "Paris"
    assert chosen("USA", "United States", "Houston", "Texas") == "Houston"
    assert chosen("UK", "England", "London") == "London"


def test_who_says_the_general_is_right_and_leaves_out() -> None:
    claims = [(f"o{n}", "born", place, source) for n in range(20) for source, place in
              (("close", "Paris"), ("far", "France"), ("also", "Paris"), ("wrong", "Ankara"))]  # fmt: skip
    truth = discover_truth(claims)
    assert truth.sources["far"].accuracy > truth.sources["wrong"].accuracy + 0.3


def test_what_holds_what_is_learned_from_the_claims() -> None:
    chance = random.Random(1)
    regions = {f"region{r}": [f"town{r}{t}" for t in range(4)] for r in range(6)}
    items: list[dict[tuple[str, ...], int]] = []
    for _ in range(400):
        region = chance.choice(sorted(regions))
        items.append({(region,): 1, (chance.choice(regions[region]),): chance.randint(1, 2)})
    found = holders(items)
    assert found.hold(("region1",), ("town12",))
    assert not found.hold(("town12",), ("region1",))
    assert not found.hold(("region2",), ("town12",))


def test_one_value_that_is_nearly_always_true_holds_nothing() -> None:
    chance = random.Random(2)
    found = holders([{("dog",): 5, (chance.choice("abcdefgh"),): 1} for _ in range(300)])
    assert not found.broad


def test_numbers_are_read_with_their_scale_and_rounding() -> None:
    assert [one.value for text in ("1,234,567", "$1.2 million", "71 °F", "-3", "1.23M") if (one := number(text))] == [
        1234567, 1200000, 71, -3, 1230000,
    ]  # fmt: skip
    assert [one.unit for text in ("1,200", "1.2 million", "70", "7.10") if (one := number(text))] == [
        100, 100000, 1, pytest.approx(0.01),
    ]  # fmt: skip
    assert number("Boeing 747") is None
    assert number("B22") is None
    assert number("1-2") is None


def test_a_rounding_bears_the_number_out() -> None:
    assert chosen("1,234,567", "1.2 million", "998,000") == "1,234,567"
    assert chosen("1,234,567", "1234567", "1.9M", "1.9M", "1.2M") in ("1,234,567", "1234567")


def test_where_nobody_is_exact_neighbours_speak_for_each_other() -> None:
    assert chosen("12.0", "70.1", "70.3", "70.2") in ("70.1", "70.2", "70.3")


def test_times_and_dates() -> None:
    assert [one.value for text in ("6:05 pm", "18:05", "6:05p", "12:10 AM") if (one := clock(text))] == [
        1085, 1085, 1085, 10,
    ]  # fmt: skip
    assert chosen("1950", "12 March 1950", "1951") == "12 March 1950"


def test_dates_are_one_in_any_form_and_hold_each_other() -> None:
    same = "12 March 1950", "March 12th, 1950", "1950-03-12", "Sunday, 12 March 1950", "12th of March 1950", "12.3.1950"
    found = dates([*same, "in March 1950", "c. 1950"])
    assert found
    assert {found[one] for one in same} == {found[same[0]]}
    assert found["c. 1950"] < found["in March 1950"] < found[same[0]]
    assert dates(["1950 or so", "1951"]) is None
    assert dates(["-3", "-12"]) is None


def test_what_comes_first_in_a_date_the_other_values_tell() -> None:
    assert (dates(["3/4/1950", "3 April 1950"]) or {})["3/4/1950"] == (dates(["3 April 1950"]) or {})["3 April 1950"]
    assert (dates(["3/4/1950", "4 March 1950"]) or {})["3/4/1950"] == (dates(["4 March 1950"]) or {})["4 March 1950"]
    assert (dates(["25/12/1950", "44 BC", "AD 79"]) or {}).keys() == {"25/12/1950", "44 BC", "AD 79"}


@pytest.mark.parametrize("values", [
    [f"town {n}" for n in range(20_000)], [f"{n}.5" for n in range(20_000)], [f"{n}, {n + 1}" for n in range(20_000)],
])  # fmt: skip
def test_twenty_thousand_values_of_one_thing_take_no_time(values: list[str]) -> None:
    begun = time.process_time()
    chosen(*values)
    assert time.process_time() - begun < 10


def test_places_told_to_different_lengths_are_one_value() -> None:
    whole = completed(
        ["Rua Nova, Marvila, Lisbon", "Rua Nova, Lisbon", "Marvila district, Lisbon", "Lisbon, Portugal", "Lisbon"]
    )
    assert whole == {
        "Rua Nova, Marvila, Lisbon": "rua nova, marvila, lisbon, portugal",
        "Rua Nova, Lisbon": "rua nova, marvila, lisbon, portugal",
        "Marvila district, Lisbon": "marvila, lisbon, portugal",
        "Lisbon, Portugal": "lisbon, portugal",
        "Lisbon": "lisbon, portugal",
    }


def test_two_towns_of_one_name_stay_two() -> None:
    towns = ["12 Main Street, Springfield", "Springfield, Illinois", "Springfield, Ohio"]
    assert completed(towns) == {town: town.casefold() for town in towns}


@given(st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4).map(", ".join), max_size=8))
def test_a_completed_path_keeps_its_parts_and_their_order(values: list[str]) -> None:
    for value, whole in completed(values).items():
        parts = iter(whole.split(", "))
        assert all(part in parts for part in dict.fromkeys(value.split(", ")))


def test_the_narrowest_likely_place_is_chosen() -> None:
    streets = {
        "fire": ["Mill Street, Lyon, France", "Lyon, France", "Lyon, France"],
        "flood": ["Quay Road, Nice, France", "Nice, France", "France"],
        "crash": ["Hill Lane, Lille, France", "Lille, France", "Lille, France"],
        "storm": ["Oak Street, Brest", "Brest, France", "Brest, France"],
        "strike": ["Dock Road, Caen, France", "Caen, France", "Caen, France"],
    }
    truth = discover_truth(
        (thing, "place", place, f"{n}") for thing, places in streets.items() for n, place in enumerate(places)
    )
    assert {thing: truth.values[thing, "place"] for thing in streets} == {
        thing: places[0] for thing, places in streets.items()
    }
