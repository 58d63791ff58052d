"""Tables of words give back what was put in, and are compiled once."""

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text.table import LARGEST, Table, compiled, table


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path))
    return tmp_path


@given(st.dictionaries(st.text(), st.integers(1, LARGEST)), st.text())
def test_a_table_knows_its_words_and_no_other(entries: dict[str, int], other: str) -> None:
    found = Table(memoryview(compiled(entries.items())).cast("Q"))
    assert {word: found.get(word) for word in entries} == entries
    assert found.get(other) == entries.get(other, 0)


def test_a_second_run_reads_what_the_first_compiled(cache: Path) -> None:
    assert table("words", lambda: [("and", 7)]).get("and") == 7
    assert table("words", lambda: [("and", 8)]).get("and") == 7
    assert {path.suffix for path in cache.iterdir()} <= {".bin", ".lock"}


@pytest.mark.skipif(sys.platform == "win32", reason="no locks there: each process compiles for itself")
@pytest.mark.usefixtures("cache")
def test_two_first_runs_at_once_compile_one_table() -> None:
    compilations: list[str] = []

    def entries() -> Iterator[tuple[str, int]]:
        compilations.append("begun")
        time.sleep(0.2)
        yield "and", 7

    with ThreadPoolExecutor(2) as both:
        assert {one.get("and") for one in both.map(lambda _: table("words", entries), range(2))} == {7}
    assert len(compilations) == 1


def test_a_folder_that_cannot_be_written_costs_time_and_no_more(cache: Path) -> None:
    cache.rmdir()
    cache.write_text("a file where the folder should be")
    assert table("words", lambda: [("and", 7)]).get("and") == 7
