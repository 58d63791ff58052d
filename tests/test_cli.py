"""The command line as a user meets it: exit codes, one-line errors, formats."""

import json
from pathlib import Path

import pytest

import auditor
from tests.conftest import CLEAN, GRAVE, Command


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
        (("news", "--output", "json=nowhere/a.json"), "no folder nowhere; make it first"),
        (("news", "--what-if", "SP103"), "write it as ignore=RULE or RULE=FACTOR"),
        (("news", "--staged", "--tracked"), "--staged and --tracked exclude each other"),
        (("check",), "no path given"),
        (("chek", "news"), "chek: no command, file or folder is called so; did you mean `audit check`?"),
        (("explain", "XX"), "no rule is called 'XX'; `audit rules` lists them"),
        (("news", "--rules", "nowhere"), "nowhere: no such rule folder"),
    ],
)
def test_mistakes_get_one_line_and_exit_2(audit: Command, folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = audit(*arguments, cwd=folder)
    assert done.returncode == 2
    assert done.stdout == ""  # said before anything is read, which may take long
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "arguments", [("empty",), ("refused",), ("sources", "empty"), ("baseline", "create", "refused")]
)
def test_a_run_that_reads_nothing_says_so_and_fails(audit: Command, folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "empty").mkdir()
    (folder / "refused").mkdir()
    (folder / "refused" / "a.txt").write_text(" \n", encoding="utf-8")
    (folder / "refused" / "table.ods").write_text("x", encoding="utf-8")
    done = audit(*arguments, cwd=folder)
    assert done.returncode == 2
    assert "NOTHING WAS AUDITED" in done.stdout or "no article was read" in done.stderr
    assert not (folder / ".audit-baseline.json").exists()


def test_a_list_of_files_of_which_all_are_excluded_passes(audit: Command, folder: Path) -> None:
    done = audit("news/clean.txt", "--force-exclude", "--exclude", "news", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert "NOTHING WAS AUDITED: 1 input skipped (the first: excluded)" in done.stdout


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


def test_without_a_home_it_works_or_says_so(audit: Command, folder: Path) -> None:
    nowhere = "/proc/no-such-home"
    done = audit("news", cwd=folder, env={"HOME": nowhere, "XDG_CACHE_HOME": f"{nowhere}/cache"})
    assert done.returncode == 0, done.stderr
    assert "this run remembers nothing" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_show_text_prints_what_spans_index(audit: Command, folder: Path) -> None:
    (folder / "page.md").write_text(f"---\nsource: Alpha\n---\n{CLEAN}", encoding="utf-8")
    done = audit("page.md", "--show-text", cwd=folder)
    assert done.returncode == 0
    assert done.stdout == f"{CLEAN}\n"


def test_sources_are_listed_and_shown(audit: Command, folder: Path) -> None:
    (folder / "alpha.md").write_text(f"---\nsource: Alpha\n---\n{GRAVE * 4}", encoding="utf-8")
    listed = audit("sources", "alpha.md", "news", cwd=folder).stdout
    assert "Alpha  (1 article, by front matter 1; confidence 1.00)" in listed
    assert "unattributed  (1 article, nothing tells whose they are)" in listed
    shown = audit("sources", "show", "Alpha", "alpha.md", "news", cwd=folder).stdout
    assert "SP101" in shown
    assert "what if" not in shown
    wrong = audit("sources", "show", "Alpa", "alpha.md", cwd=folder)
    assert wrong.returncode == 2
    assert "did you mean 'Alpha'?" in wrong.stderr


def test_what_if_shows_what_would_move(audit: Command, folder: Path) -> None:
    (folder / "alpha.md").write_text(f"---\nsource: Alpha\n---\n{GRAVE * 4}", encoding="utf-8")
    done = audit("alpha.md", "--what-if", "ignore=SP101", cwd=folder)
    assert "1 source would move" in done.stdout
    assert audit("alpha.md", "--what-if", "SP101", cwd=folder).returncode == 2


def test_baseline_lets_only_new_findings_fail(audit: Command, folder: Path) -> None:
    (folder / "news" / "grave.txt").write_text(GRAVE * 4, encoding="utf-8")
    assert audit("baseline", "create", "news", cwd=folder).returncode == 0
    done = audit("news", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert "in the baseline" in done.stdout
    (folder / "news" / "new.txt").write_text("Elsewhere. " + GRAVE.replace("Monday", "Friday") * 3, encoding="utf-8")
    assert audit("news", cwd=folder).returncode == 1
    (folder / "news" / "new.txt").unlink()
    (folder / "news" / "grave.txt").write_text(CLEAN, encoding="utf-8")
    resolved = audit("news", cwd=folder)
    assert "resolved: SP101" in resolved.stdout
    assert " resolved and taken out, " in audit("baseline", "prune", "news", cwd=folder).stdout
    assert "resolved: " not in audit("news", cwd=folder).stdout


def test_a_finding_that_somebody_has_answered_for_does_not_fail(audit: Command, folder: Path) -> None:
    (folder / "news" / "grave.txt").write_text(GRAVE * 4, encoding="utf-8")
    found = json.loads(audit("news", "--format", "json", cwd=folder).stdout)["findings"]
    entries = [
        f'[[ignore]]\nfingerprint = "{one["fingerprint"]}"\nreason = "their own spelling"\n'
        for one in found
        if one["severity"] == "error"
    ]
    (folder / "audit-ignore.toml").write_text("\n".join(dict.fromkeys(entries)), encoding="utf-8")
    done = audit("news", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert "suppressed" in done.stdout


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("exp", "explain"),
        ("check --form", "--format"),
        ("check --format sar", "sarif"),
        ("explain SP10", "SP101"),
        ("news --select contra", "contradiction"),
        ("news --against ", "file,"),
        ("new", "file,new"),
    ],
)
def test_the_shell_completes(audit: Command, folder: Path, words: str, offered: str) -> None:
    asked = {
        "_AUDIT_COMPLETE": "bash_complete",
        "COMP_WORDS": f"audit {words}",
        "COMP_CWORD": str(len(words.split(" "))),
    }
    done = audit(cwd=folder, env=asked)
    assert offered in done.stdout.replace("plain,", "").splitlines()


def test_a_listing_of_the_library_shows_what_it_exports() -> None:
    assert set(auditor.__all__) == set(dir(auditor))
