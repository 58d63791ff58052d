"""The JSON report keeps its schema and its promises."""

import io
import json
from pathlib import Path

import jsonschema
import pytest

import auditor
from auditor import Document, audit
from auditor.model import FAMILIES, Report
from auditor.write import Options
from auditor.write.json import render

SCHEMA = json.loads((Path(auditor.__file__).parent / "report.schema.json").read_text(encoding="utf-8"))

SPUN = "The minister spoke of energy,including oil. Later,moreover,he spoke of gas. " * 6
FRENCH = (
    "Le ministre a déclaré que la situation dans le pays était grave et que les négociations allaient reprendre. " * 5
)


def rendered(report: Report) -> str:
    out = io.StringIO()
    render(report, out, Options())
    return out.getvalue()


@pytest.fixture(scope="module")
def report() -> Report:
    return audit(
        [
            Document(id="spun", text=SPUN, path="a/spun.txt", source="Alpha", date="2025-01-02"),
            Document(id="french", text=FRENCH, title="À la une"),
            Document(id="short", text="Rain."),
            Document(id="short", text="Rain."),
        ]
    )


def test_output_fits_the_schema(report: Report) -> None:
    jsonschema.validate(json.loads(rendered(report)), SCHEMA, cls=jsonschema.Draft202012Validator)


def test_excerpts_are_exactly_the_text_under_the_span(report: Report) -> None:
    texts = {"spun": SPUN, "french": FRENCH, "short": "Rain.", "short~2": "Rain."}
    titles = {"french": "À la une"}
    assert report.findings
    for finding in report.findings:
        of_field = titles if finding.span.field == "title" else texts
        assert finding.excerpt == of_field[finding.document][finding.span.start : finding.span.end]


def test_a_repeated_id_gets_a_suffix(report: Report) -> None:
    assert [card.id for card in report.cards] == ["spun", "french", "short", "short~2"]


def test_unjudged_families_have_a_reason_and_no_score(report: Report) -> None:
    french = next(card for card in report.cards if card.id == "french")
    assert french.language == "fr"
    assert french.unjudged["attribution"].startswith("not English")
    assert report.scores["french"].families["attribution"] is None
    assert set(report.scores["short"].families) == set(FAMILIES)


def test_points_add_up_to_what_the_document_lost(report: Report) -> None:
    for card in report.cards:
        score = report.scores[card.id]
        if score.total is not None:
            lost = sum(finding.points for finding in report.findings if finding.document == card.id)
            assert lost == pytest.approx(100 - score.total, abs=0.2)


def test_output_is_the_same_from_run_to_run() -> None:
    documents = [Document(id=str(number), text=SPUN + str(number), source="A") for number in range(40)]
    first, again, shared = (rendered(audit(documents, jobs=jobs)) for jobs in (1, 1, 2))
    assert first == again == shared
