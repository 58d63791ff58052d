"""Contradictions between articles: keys that are capped, one finding a pair and slot, copies as one voice."""

from random import Random

from auditor import Document, Settings, audit
from auditor.judge import HOTTEST
from auditor.model import Report, Tier

_NOUNS = (
    "harbour street market river bridge garden school library station office church valley island forest mountain village road "
    "museum theatre hospital tower castle border winter summer evening morning letter paper engine window kitchen table"
).split()
_GIVEN = ("Khalid", "Salim", "Omar", "Boris")


def found(*documents: Document) -> Report:
    return audit(documents, settings=Settings(select=("contradiction",)))


def visit(number: int, given: str, behind: str = "") -> Document:
    # Each article tells something of its own, so that none is a copy of another.
    chance = Random(number)
    own = " ".join(
        f"The {chance.choice(_NOUNS)} of the {chance.choice(_NOUNS)} was near the {chance.choice(_NOUNS)}."
        for _ in range(9)
    )
    return Document(id=f"a{number:04}", text=f"General {given} Moreau visited Oslo this week.{behind} {own}")


def test_a_hot_key_is_capped_told_and_judged_alike_in_any_order() -> None:
    documents = [visit(number, _GIVEN[number % 4]) for number in range(HOTTEST + 20)]
    report, turned = found(*documents), found(*reversed(documents))
    assert report.findings
    assert report.findings == turned.findings
    assert any("were shared by more than" in note for note in report.notes)


def test_one_finding_a_pair_of_articles_and_slot() -> None:
    more = " Salim Moreau visited Oslo on a boat. Salim Moreau arrived in Oslo by sea."
    report = found(visit(1, "Khalid"), visit(2, "Salim", more))
    assert [finding.tier for finding in report.findings if finding.code == "CO101"] == [Tier.POSSIBLE]


def test_a_figure_that_grows_is_an_update_and_not_held_against_the_earlier_report() -> None:
    first = Document(
        id="a", date="2025-03-11", text="A ferry capsized off Sorrel on Monday in a storm, and 12 people were killed."
    )
    later = Document(
        id="b", date="2025-03-12", text="The ferry that capsized in a storm off Sorrel on Monday killed 19 people."
    )
    (update,) = found(first, later).findings
    assert (update.tier, update.document) == (Tier.UPDATE, "b")
    assert {score.families["contradiction"] for score in found(first, later).scores.values()} <= {100.0, None}
