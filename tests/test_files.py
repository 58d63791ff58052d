"""Files are written whole or not at all, and paths shown alike everywhere."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.errors import UsageError
from auditor.files import portable, replacing


def test_a_failing_writer_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("old", encoding="utf-8")

    def fails() -> None:
        with replacing(path) as out:
            out.write("new")
            raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_killed_writer_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("old", encoding="utf-8")
    script = f"import os\nfrom auditor.files import replacing\nwith replacing({str(path)!r}) as out:\n out.write('x' * 99999)\n out.flush()\n os.kill(os.getpid(), 9)\n"
    done = subprocess.run([sys.executable, "-c", script], cwd=Path(__file__).parent.parent, check=False)
    assert done.returncode != 0
    assert path.read_text(encoding="utf-8") == "old"


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    with replacing(link) as out:
        out.write("new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_device_is_written_directly() -> None:
    with replacing(os.devnull) as out:
        out.write("new")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no/such/report: cannot be written"), replacing(tmp_path / "no/such/report"):
        pass


@pytest.mark.parametrize(
    ("path", "shown"),
    [("news/a.txt", "news/a.txt"), ("./news//a.txt", "news/a.txt"), ("news/../a.txt", "a.txt"), ("", "")],
)
def test_paths_are_relative_with_slashes(
    path: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert portable(path) == shown
    assert portable(str(tmp_path / "x" / "a.txt")) == "x/a.txt"
    assert portable("../a.txt") == (tmp_path.parent / "a.txt").as_posix()
    assert portable("x/y/a.txt", "x") == "y/a.txt"
    assert portable("news/a.txt", tmp_path.parent, tmp_path.parent) == "news/a.txt"
