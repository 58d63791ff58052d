"""What the command line reads from and writes to: terminals, pipes, narrow, full and closed streams."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import GRAVE, Command, environment


def test_a_pipe_gets_plain_lines_and_force_color_the_terminal_report(audit: Command, folder: Path) -> None:
    assert "\x1b[" not in audit("news", cwd=folder).stdout
    colourful = audit("news", cwd=folder, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" in colourful
    assert "\x1b[" not in audit("news", cwd=folder, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout


def test_an_ascii_locale_gets_ascii(audit: Command, folder: Path) -> None:
    (folder / "news" / "grave.txt").write_text("“Zürich” " + GRAVE * 4, encoding="utf-8")
    for extra in ({}, {"FORCE_COLOR": "1", "COLUMNS": "40"}):
        done = audit("news", cwd=folder, env={"PYTHONIOENCODING": "ascii", **extra})
        assert done.returncode == 1, done.stderr
        assert done.stdout.isascii()


def test_markup_and_escapes_in_articles_are_shown_not_obeyed(audit: Command, folder: Path) -> None:
    hostile = "[bold red]The World Wellbeing Organization (WHO)\x1b]0;owned\x07 said [link=http://x]it[/link]. " * 9
    (folder / "news" / "hostile \x1b[31m.txt").write_text(hostile, encoding="utf-8")
    for env in ({}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}):
        done = audit("-v", "news", cwd=folder, env=env)
        assert "\x1b" not in done.stdout
        assert "\x07" not in done.stdout


def test_a_closed_pipe_is_no_error(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "auditor", "news", "--format", "json"],
        cwd=folder,
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate(timeout=60)
    assert b"Traceback" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full disk at hand")
@pytest.mark.parametrize("form", ["json", "terminal", "plain"])
def test_a_report_that_finds_no_room_is_said_in_one_line(folder: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "auditor", "news", "--format", form],
            cwd=folder,
            env=environment(folder),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "free some space" in done.stderr


def test_a_closed_standard_input_is_said(folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec {sys.executable} -m auditor - <&-"],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 2)
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1
    assert "closed" in done.stderr or "skipped" in done.stdout


def test_standard_input_is_an_article(audit: Command, folder: Path) -> None:
    done = audit("-", "--stdin-filename", "wire.txt", cwd=folder, text=GRAVE * 4)
    assert done.returncode == 1
    assert "wire.txt:1:" in done.stdout


@pytest.mark.parametrize("columns", ["40", "1", "400"])
def test_any_width_works(audit: Command, folder: Path, columns: str) -> None:
    (folder / "news" / "grave.txt").write_text(GRAVE * 4, encoding="utf-8")
    done = audit("news", cwd=folder, env={"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": columns})
    assert done.returncode == 1, done.stderr
    widest = max(map(len, done.stdout.splitlines()[:-1]))
    assert widest <= max(30, int(columns))


def test_no_line_ends_in_blanks(audit: Command, folder: Path) -> None:
    (folder / "news" / "grave.txt").write_text(GRAVE * 4, encoding="utf-8")
    for arguments in (("news",), ("-v", "news")):
        said = audit(*arguments, cwd=folder, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
        assert "SP101" in said
        assert not [line for line in said.splitlines() if line != line.rstrip()]
