"""`audit sources`: who wrote what, and how that is known."""

from pathlib import Path

from auditor.api import inputs_of
from auditor.provenance import provenance
from auditor.settings import Settings


def test_sources_are_listed_with_method_and_documents(tmp_path: Path) -> None:
    (tmp_path / "alpha").mkdir()
    (tmp_path / "alpha" / "one.txt").write_text(
        "It rained.\nSource link : https://www.afar.example/x\n", encoding="utf-8"
    )
    (tmp_path / "alpha" / "two.md").write_text("---\nsource: Hill Observer\n---\nIt rained again.\n", encoding="utf-8")
    (tmp_path / "three.txt").write_text("It rained a third time.\n", encoding="utf-8")
    (tmp_path / "four.txt").write_text("It rained.\n© 2020 Hill Observer\n", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    found, skipped = provenance(inputs_of([tmp_path], Settings()), Settings())
    assert [(one.source, one.methods, one.confidence, len(one.documents)) for one in found] == [
        ("Hill Observer", {"front matter": 1, "self-naming": 1}, 0.9, 2),
        ("alpha", {"folder": 1}, 0.5, 1),
        (None, {"none": 1}, 0.0, 1),
    ]
    assert found[1].upstreams == {"afar.example": 1}
    assert [Path(skip.path).name for skip in skipped] == ["empty.txt"]
