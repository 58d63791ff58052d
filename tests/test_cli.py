"""The command line as a user meets it: exit codes, one-line errors, formats."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CLEAN, GRAVE, Command, environment


def test_a_clean_folder_passes(audit: Command, folder: Path) -> None:
    done = audit("news", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "1 article read" in done.stdout
    assert done.stderr == ""


def test_an_error_fails_the_gate(audit: Command, folder: Path) -> None:
    (folder / "news" / "grave.txt").write_text(GRAVE * 4, encoding="utf-8")
    done = audit("news", cwd=folder)
    assert done.returncode == 1, done.stdout
    assert "SP101" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "nowhere: no such file or folder"),
        (("news", "--select", "SP1011"), "no rule is called 'SP1011'; did you mean SP101?"),
        (("news", "--format", "yaml"), "no format is called 'yaml'"),
        (("news", "--output", "json"), "write it as FORMAT=FILE"),
        (("news", "--staged", "--tracked"), "--staged and --tracked exclude each other"),
        (("check",), "no path given"),
        (("news", "--rules", "nowhere"), "nowhere: no such rule folder"),
    ],
)
def test_mistakes_get_one_line_and_exit_2(audit: Command, folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = audit(*arguments, cwd=folder)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_check_is_the_default_command(audit: Command, folder: Path) -> None:
    assert audit("news", cwd=folder).stdout == audit("check", "news", cwd=folder).stdout


def test_json_goes_to_stdout_and_to_files(audit: Command, folder: Path) -> None:
    done = audit("news", "--format", "json", "--output", "json=out.json", cwd=folder)
    assert json.loads(done.stdout) == json.loads((folder / "out.json").read_text(encoding="utf-8"))


def test_a_second_run_says_the_same(audit: Command, folder: Path) -> None:
    (folder / "news" / "grave.txt").write_text(GRAVE * 4, encoding="utf-8")
    first, second = (audit("news", "--format", "json", cwd=folder) for _ in range(2))
    bare = audit("news", "--format", "json", "--no-cache", cwd=folder)
    assert first.stdout == second.stdout == bare.stdout


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


def test_explain_shows_the_page_of_a_rule(audit: Command, folder: Path) -> None:
    done = audit("explain", "SP101", cwd=folder)
    assert done.returncode == 0
    assert "spin/acronym-mismatch" in done.stdout


def test_rules_can_be_tested_by_their_own_cases(audit: Command, folder: Path) -> None:
    own = folder / "mine" / "quality"
    own.mkdir(parents=True)
    page = '"""Two exclamation marks in a row.\n\n    flag: Rain[[!!]]\n    pass: Rain! Sun!\n"""\n'
    body = (
        "import re\nfrom auditor.rule import Document, Hit, Severity, Span, document_rule\n\n"
        "@document_rule(code='TQ901', severity=Severity.INFO)\n"
        "def rule(document):\n"
        "    for match in re.finditer('!!', document.text):\n"
        "        yield Hit(Span(*match.span()), 'two exclamation marks')\n"
    )
    (own / "shouting.py").write_text(page + body, encoding="utf-8")
    done = audit("rules", "--rules", "mine", "--test", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert "quality/shouting" in done.stdout
    (folder / "news" / "loud.txt").write_text(CLEAN + "Rain!!", encoding="utf-8")
    assert "TQ901" in audit("news", "--rules", "mine", cwd=folder).stdout


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
