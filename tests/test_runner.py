"""Processes give what one process gives, survive the death of a worker, and leave nothing behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor.runner
from auditor.runner import Processes, Serial, runner
from tests import _work

METHODS = ("fork", "forkserver", "spawn")
ROOT = Path(__file__).parent.parent
LINUX = pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("jobs", [2, 3])
def test_results_are_those_of_one_process_in_order(method: str, jobs: int) -> None:
    assert list(Processes(jobs, method).map(_work.doubled, range(150))) == list(Serial().map(_work.doubled, range(150)))


@given(st.lists(st.sampled_from("abcdefgh"), max_size=60), st.integers(1, 9), st.integers(1, 5))
def test_too_many_pairs_are_grouped_from_files(keys: list[str], at_once: int, piece: int) -> None:
    pairs = [((key,), number) for number, key in enumerate(keys)]
    grouped: dict[tuple[str], list[int]] = {}
    for key, number in sorted(pairs, key=lambda pair: pair[0]):
        grouped.setdefault(key, []).append(number)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(auditor.runner, "_AT_ONCE", at_once)
        patch.setattr(auditor.runner, "_PIECE", piece)
        assert {key: list(values) for key, values in Serial().group(pairs)} == grouped
        assert [key for key, _ in Serial().group(pairs)] == sorted(grouped)


def test_little_work_starts_no_process() -> None:
    assert list(Processes(4, "no such method").map(_work.doubled, range(16))) == list(range(0, 32, 2))


@pytest.mark.parametrize("method", METHODS)
def test_an_item_that_kills_its_process_twice_is_given_up_by_name(
    method: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = list(Processes(2, method).map(_work.killed_by_seven, range(100), _work.name_failed))
    assert found == [-7 if number == 7 else 2 * number for number in range(100)]
    assert capsys.readouterr().err == "7: its process died twice (SIGKILL)\n"


def test_a_worker_that_leaves_is_told_by_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    found = list(Processes(2).map(_work.leaves_at_forty, range(100), _work.name_failed))
    assert found[40] == -40
    assert capsys.readouterr().err == "40: its process died twice (exit code 3)\n"


def test_a_worker_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    work = partial(_work.killed_once, str(tmp_path / "died"))
    assert list(Processes(2).map(work, range(100))) == list(range(0, 200, 2))
    assert (tmp_path / "died").exists()


def test_without_anyone_to_tell_a_killer_raises() -> None:
    with pytest.raises(RuntimeError, match="died twice"):
        list(Processes(2).map(_work.killed_by_seven, range(100)))


def test_what_work_raises_is_raised_here_with_its_place() -> None:
    with pytest.raises(RuntimeError, match="thirty is too many"):
        list(Processes(2).map(_work.raises_at_thirty, range(100)))


def test_a_result_that_cannot_be_sent_is_an_error_not_a_hang() -> None:
    with pytest.raises(RuntimeError, match="cannot leave its process"):
        list(Processes(2).map(_work.unsendable, range(100)))


def test_a_map_that_is_left_early_leaves_no_process() -> None:
    results = Processes(2).map(_work.doubled, range(1000))
    assert next(iter(results)) == 0
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert multiprocessing.active_children() == []


def test_memory_stays_bounded_by_reading_only_so_far_ahead() -> None:
    taken: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(100_000):
            taken.append(number)
            yield number

    results = Processes(2).map(_work.doubled, numbers())
    assert next(iter(results)) == 0
    assert len(taken) < 16 * 20
    results.close()  # type: ignore[attr-defined]  # it is a generator


def test_one_job_is_serial_and_no_jobs_is_one_a_core() -> None:
    assert type(runner(1)) is Serial
    assert type(runner(3)) is Processes


def _stat(pid: str) -> list[str]:
    """The fields of /proc/PID/stat behind the name: state, parent, group, session …; [] for one that is gone."""
    try:
        return Path("/proc", pid, "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _live(field: int, value: int) -> list[int]:
    """The processes whose field has the value, the helpers of multiprocessing (which leave with their parent) too."""
    pids = [entry.name for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    stats = [(int(pid), fields) for pid in pids if (fields := _stat(pid))]
    return [pid for pid, fields in stats if int(fields[field]) == value and fields[0] != "Z" and pid != value]


SCRIPT = """
import sys
from auditor.runner import Processes
from tests import _work

if __name__ == "__main__":
    try:
        list(Processes(2, sys.argv[1]).map(getattr(_work, sys.argv[2]), range(100_000)))
    except KeyboardInterrupt:
        sys.exit(130)
"""


class Running:
    """The script above in a session of its own, whose processes are counted."""

    def __init__(self, folder: Path, method: str, work: str) -> None:
        script = folder / "script.py"
        script.write_text(SCRIPT, encoding="utf-8")
        self.errors = folder / "stderr"
        with self.errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, str(script), method, work],
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stderr=errors,
                start_new_session=True,
            )
        assert self.until(lambda: len(self.others()) >= 2)

    def others(self) -> list[int]:
        return _live(3, self.process.pid)

    def until(self, true: Callable[[], bool], seconds: float = 10) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if true():
                return True
            time.sleep(0.05)
        return False

    def clean(self) -> None:
        for pid in self.others():
            os.kill(pid, signal.SIGKILL)


@LINUX
@pytest.mark.parametrize("method", METHODS)
def test_ctrl_c_ends_promptly_and_leaves_nothing(method: str, tmp_path: Path) -> None:
    running = Running(tmp_path, method, "slow")
    try:
        begun = time.monotonic()
        os.killpg(running.process.pid, signal.SIGINT)  # as a terminal does: to the whole group
        assert running.process.wait(10) == 130
        assert time.monotonic() - begun < 3
        assert running.until(lambda: not running.others())
        assert running.errors.read_text() == ""
    finally:
        running.clean()


@LINUX
@pytest.mark.parametrize("method", METHODS)
def test_workers_leave_when_their_parent_is_killed(method: str, tmp_path: Path) -> None:
    running = Running(tmp_path, method, "nap")
    try:
        running.process.kill()
        running.process.wait(10)
        assert running.until(lambda: not running.others())
    finally:
        running.clean()
