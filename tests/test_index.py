"""The index: nothing is examined twice, two processes may share it, and no kill or damage spoils it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from auditor.errors import StorageError
from auditor.index import Index, packed, unpacked
from auditor.index.recall import Input, Outcome, recalled
from auditor.model import Skipped
from auditor.read import Raw
from auditor.shelf import Shelf
from tests.conftest import CLEAN, Command, environment


class Work:
    """Stands for the examination: says what it was asked."""

    def __init__(self, calls: list[str]) -> None:
        self.calls = calls

    def __call__(self, inputs: Iterable[Input]) -> Iterator[list[Outcome]]:
        for item in inputs:
            assert isinstance(item, Raw)
            self.calls.append(item.path)
            yield [Skipped(item.path, f"{len(item.data)} bytes")]


def raws(*names: str) -> list[Input]:
    return [Raw(name, name.encode()) for name in names]


def test_only_what_changed_is_worked_on(tmp_path: Path) -> None:
    index, calls = Index(tmp_path), []  # type: ignore[var-annotated]  # filled below
    first = list(recalled(index, "s", Work(calls), raws("a", "b", "c")))
    again = list(recalled(index, "s", Work(calls), raws("a", "x", "b", "c", "y")))
    assert calls == ["a", "b", "c", "x", "y"]
    assert [one[0] for one in again if one in first] == [one[0] for one in first]
    assert [outcome.path for one in again for outcome in one if isinstance(outcome, Skipped)] == [
        "a",
        "x",
        "b",
        "c",
        "y",
    ]


def test_the_outcomes_of_states_long_unused_are_let_go(tmp_path: Path) -> None:
    index, calls = Index(tmp_path), []  # type: ignore[var-annotated]  # filled below
    for number in range(40):
        for state in (f"edit {number}", "used again and again"):
            list(recalled(index, state, Work(calls), raws("a", "b")))
    (kept,) = index.connection.execute("SELECT count(*) FROM outcomes").fetchone()
    assert kept == 2 * 16
    assert len(calls) == 2 * 41


def test_another_state_remembers_nothing(tmp_path: Path) -> None:
    index, calls = Index(tmp_path), []  # type: ignore[var-annotated]  # filled below
    for state in ("one", "two"):
        list(recalled(index, state, Work(calls), raws("a")))
    assert calls == ["a", "a"]


def test_an_index_holds_nothing_but_our_own_nouns() -> None:
    assert unpacked(packed([Skipped("a", "b")])) == [Skipped("a", "b")]
    import pickle

    with pytest.raises(pickle.UnpicklingError):
        unpacked(pickle.dumps(os.system))


def test_a_corrupt_index_is_begun_anew(audit: Command, folder: Path) -> None:
    cache = folder / "index"
    before = audit("news", "--cache-dir", str(cache), cwd=folder)
    (file,) = cache.glob("*.sqlite")
    file.write_bytes(b"no database at all " * 1000)
    done = audit("news", "--cache-dir", str(cache), cwd=folder)
    assert done.stdout == before.stdout
    assert "begun anew" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert audit("news", "--cache-dir", str(cache), cwd=folder).stderr == ""


def test_a_damaged_value_is_examined_again(audit: Command, folder: Path) -> None:
    cache = folder / "index"
    before = audit("news", "--cache-dir", str(cache), cwd=folder)
    (file,) = cache.glob("*.sqlite")
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE outcomes SET value = x'80059f'")
    connection.close()
    assert audit("news", "--cache-dir", str(cache), cwd=folder).stdout == before.stdout


def test_a_cache_that_cannot_be_written_is_said_in_one_line(audit: Command, folder: Path) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    done = audit("news", "--cache-dir", "file/below", cwd=folder)
    assert done.returncode == 0
    assert "this run remembers nothing" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def _filled(index: Index) -> None:
    """Makes the disk full, as far as this database knows."""
    (pages,) = index.connection.execute("PRAGMA page_count").fetchone()
    index.connection.execute(f"PRAGMA max_page_count = {pages}")


def test_a_disk_that_fills_up_costs_the_cache_and_not_the_run(tmp_path: Path) -> None:
    calls: list[str] = []
    with closing(Index(tmp_path)) as index:
        _filled(index)
        assert len(list(recalled(index, "s", Work(calls), raws(*map(str, range(300)))))) == 300
        assert "full" in (index.remark or "")
        assert len(list(recalled(index, "s", Work(calls), raws("a")))) == 1
    with closing(Index(tmp_path)) as index:
        assert index.remark is None


def test_an_archive_without_room_is_said_in_one_line(tmp_path: Path) -> None:
    with closing(Index(tmp_path)) as index:
        _filled(index)
        with pytest.raises(StorageError, match=r"full.*--cache-dir"), index.needed(), index.writing() as connection:
            connection.execute("INSERT INTO outcomes VALUES (x'00', 0, zeroblob(100000))")
        with index.writing() as connection:  # and the file can be used again
            connection.execute("DELETE FROM outcomes")


def test_temporary_files_without_room_are_said_in_one_line() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, before[1]))
    try:
        with pytest.raises(StorageError, match="TMPDIR"), closing(Shelf[bytes](in_memory=1)) as shelf:
            shelf.write(bytes(1 << 17))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _many(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / "news" / f"{number}.txt").write_text(CLEAN.replace("schools", f"schools of ward {number}"), "utf-8")


def test_two_processes_at_once(folder: Path, shared_cache: Path) -> None:
    _many(folder, 60)
    command = [sys.executable, "-m", "auditor", "news", "-j1", "--cache-dir", "index", "--format", "json"]
    both = [
        subprocess.Popen(
            command, cwd=folder, env=environment(shared_cache), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    outputs = [process.communicate(timeout=120) for process in both]
    assert outputs[0][0] == outputs[1][0]
    assert [said for _, said in outputs] == [b"", b""]


def test_a_run_killed_at_many_points_leaves_a_sound_index(audit: Command, folder: Path, shared_cache: Path) -> None:
    _many(folder, 250)
    wanted = audit("news", "--no-cache", "-j1", "--format", "json", cwd=folder).stdout
    command = [sys.executable, "-m", "auditor", "news", "-j1", "--cache-dir", "index"]
    for pause in (0.2, 0.35, 0.5, 0.7, 0.9):
        process = subprocess.Popen(
            command, cwd=folder, env=environment(shared_cache), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.wait()
    done = audit("news", "-j1", "--cache-dir", "index", "--format", "json", cwd=folder)
    assert done.stderr == ""
    assert done.stdout == wanted
