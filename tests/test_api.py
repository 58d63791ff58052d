"""The library: paths and Documents in memory give a frozen report; importing it costs nothing."""

import dataclasses
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import auditor
from auditor import Document, Report, Span, audit
from auditor.errors import RuleError, UsageError
from auditor.settings import Settings
from tests.conftest import CLEAN, GRAVE, ROOT

HEAVY = (
    "rich",
    "click",
    "langdetect",
    "wordfreq",
    "textstat",
    "trafilatura",
    "lxml",
    "tldextract",
    "pathspec",
    "rapidfuzz",
)


def _loaded(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stdout.split())


def test_importing_the_package_imports_no_library() -> None:
    assert not _loaded("import auditor\nauditor.__version__").intersection([*HEAVY, "platformdirs"])


def test_making_a_document_imports_no_library() -> None:
    assert not _loaded("from auditor import Document\nDocument(id='a', text='b')").intersection(HEAVY)


def test_auditing_plain_text_imports_neither_rich_nor_click_nor_html() -> None:
    code = f"from auditor import Document, audit\naudit([Document(id='a', text={CLEAN!r})])"
    assert not _loaded(code).intersection(
        {"rich", "click", "trafilatura", "lxml", "tldextract", "langdetect", "wordfreq"}
    )


def test_documents_in_memory_are_enough() -> None:
    report = audit([Document(id="a", text=CLEAN), Document(id="b", text=GRAVE + CLEAN)])
    assert isinstance(report, Report)
    assert [card.id for card in report.cards] == ["a", "b"]
    finding = next(finding for finding in report.findings if finding.document == "b")
    assert isinstance(finding.span, Span)
    assert 0 <= finding.span.start < finding.span.end
    assert next(finding for finding in report.findings if finding.document == "b").excerpt


def test_paths_and_documents_go_together(folder: Path) -> None:
    report = audit([folder / "news", Document(id="a", text=CLEAN), str(folder / "news" / "clean.txt")])
    assert [Path(card.id).name for card in report.cards] == ["clean.txt", "a"]


def test_an_id_that_comes_again_gets_a_suffix_and_a_note() -> None:
    report = audit([Document(id="a", text=CLEAN), Document(id="a", text=GRAVE), Document(id="a", text=CLEAN)])
    assert [card.id for card in report.cards] == ["a", "a~2", "a~3"]
    assert {finding.document for finding in report.findings if finding.code == "SP101"} == {"a~2"}
    (note,) = report.notes
    assert note == "an id names one article: 2 that had another's are told apart by a suffix, as 'a~2'"


def test_a_document_without_a_text_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="Document 'a': `text` is NoneType, not str"):
        Document(id="a", text=None)  # type: ignore[arg-type]  # that is the point


def test_nothing_given_is_an_empty_report() -> None:
    report = audit([])
    assert (report.cards, report.findings, report.sources, report.failed) == ((), (), (), False)


def test_a_report_is_frozen_and_can_be_sent() -> None:
    report = audit([Document(id="a", text=CLEAN)])
    with pytest.raises(dataclasses.FrozenInstanceError):
        report.version = "x"  # type: ignore[misc]  # that is the point
    assert pickle.loads(pickle.dumps(report)) == report


def test_a_document_can_be_sent_without_its_views() -> None:
    document = Document(id="a", text=CLEAN, canonical="https://a.example/x", site_name="A")
    audit([document])
    again = pickle.loads(pickle.dumps(document))
    assert again == document
    assert again.views == {}


def test_mistakes_of_the_caller_raise() -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        audit(["/no/such/place"])
    with pytest.raises(RuleError, match="no rule is called"):
        audit([Document(id="a", text=CLEAN)], settings=Settings(select=("no-such-rule",)))
    with pytest.raises(ValueError, match="no span"):
        Span(3, 1)


def test_every_public_name_is_there_and_has_a_docstring() -> None:
    for name in auditor.__all__:
        assert getattr(auditor, name).__doc__, name


def test_the_package_is_typed() -> None:
    assert (ROOT / "auditor" / "py.typed").exists()


def test_one_path_or_document_needs_no_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    assert [card.id for card in audit(str(tmp_path)).cards] == [card.id for card in audit([tmp_path]).cards]
    assert len(audit(Document(id="a", text=CLEAN)).cards) == 1
