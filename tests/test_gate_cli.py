"""Baseline and suppressions through the real command, on real files and real git merges."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from auditor.baseline import NAME, load
from tests.conftest import CLEAN, GRAVE, Command


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "news" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def last(done: subprocess.CompletedProcess[str]) -> str:
    return done.stdout.rstrip().splitlines()[-1]


def as_json(audit: Command, folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(audit("check", "news", "--format", "json", cwd=folder).stdout)
    return found


def test_only_new_findings_fail(audit: Command, folder: Path) -> None:
    write(folder, "grave.txt", GRAVE + CLEAN)
    assert audit("check", "news", cwd=folder).returncode == 1
    made = audit("baseline", "create", "news", cwd=folder)
    assert made.returncode == 0, made.stderr
    done = audit("check", "news", cwd=folder)
    assert done.returncode == 0
    assert "new 0 (0 failing)" in last(done)
    write(folder, "again.txt", "The Worldwide Labour Group (ILO) met on Friday, and its clerk spoke at noon.")
    done = audit("check", "news", cwd=folder)
    assert done.returncode == 1
    assert "(0 failing)" not in last(done)
    assert "again.txt" in audit("check", "news", "--format", "github", cwd=folder).stdout
    assert "file=news/grave.txt" not in audit("check", "news", "--format", "github", cwd=folder).stdout


def test_the_baseline_is_counted_in_findings_as_the_check_counts_them(audit: Command, folder: Path) -> None:
    line = "The World Wellbeing Organization (WHO) said so.\n"
    write(folder, "twice.txt", (line + CLEAN) * 2)
    found = len(as_json(audit, folder)["findings"])
    made = audit("baseline", "create", "news", cwd=folder)
    assert made.stdout == f"{NAME}: {found} findings in 2 articles known from now on\n"
    assert len(load(folder / NAME).entries) < found
    assert f"new 0 (0 failing), baseline {found}" in last(audit("check", "news", cwd=folder))
    assert f"{found:,} findings were known, {found:,} are now" in audit("baseline", "update", "news", cwd=folder).stdout


def test_moving_and_rewrapping_an_article_keeps_its_findings_known(audit: Command, folder: Path) -> None:
    write(folder, "grave.txt", GRAVE + CLEAN)
    audit("baseline", "create", "news", cwd=folder)
    before = (folder / NAME).read_text(encoding="utf-8")
    (folder / "news" / "grave.txt").unlink()
    wrapped = (GRAVE + CLEAN).replace("said on Monday", "said\non Monday").replace(". ", ".\n")
    write(folder, "2026/moved.txt", wrapped)
    done = audit("check", "news", "--select", "SP101", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert "baseline 1" in last(done)
    assert (folder / NAME).read_text(encoding="utf-8") == before


def test_resolved_entries_are_told_and_pruned(audit: Command, folder: Path) -> None:
    write(folder, "grave.txt", GRAVE + CLEAN)
    audit("baseline", "create", "news", cwd=folder)
    write(folder, "grave.txt", CLEAN)
    assert "resolved: SP101 news/grave.txt" in audit("check", "news", cwd=folder).stdout
    assert audit("baseline", "prune", "news", cwd=folder).returncode == 0
    assert not any(entry.code == "SP101" for entry in load(folder / NAME).entries)
    assert "resolved:" not in audit("check", "news", cwd=folder).stdout


@pytest.mark.parametrize("arguments", [("news", "--select", "TQ"), ("news/clean.txt",)])
def test_what_a_run_could_not_find_is_neither_resolved_nor_pruned(
    arguments: tuple[str, ...], audit: Command, folder: Path
) -> None:
    write(folder, "grave.txt", GRAVE + CLEAN)
    audit("baseline", "create", "news", cwd=folder)
    before = load(folder / NAME)
    assert {"SP", "BP"} <= {entry.code[:2] for entry in before.entries}
    assert "resolved:" not in audit("check", *arguments, cwd=folder).stdout
    assert audit("baseline", "prune", *arguments, cwd=folder).returncode == 0
    assert audit("baseline", "update", *arguments, cwd=folder).returncode == 0
    assert load(folder / NAME) == before


def test_two_branches_that_update_the_baseline_merge(audit: Command, folder: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)

    def branch(name: str, text: str) -> None:
        git("checkout", "-q", "-b", name, "main")
        write(folder, f"{name}.txt", text + CLEAN)
        assert audit("baseline", "update", "news", cwd=folder).returncode == 0
        git("add", ".")
        git("commit", "-qm", name)

    git("init", "-q", "-b", "main")
    (folder / ".gitattributes").write_text(f"{NAME} merge=union\n", encoding="utf-8")
    write(folder, "first.txt", GRAVE + CLEAN)
    audit("baseline", "create", "news", cwd=folder)
    git("add", ".")
    git("commit", "-qm", "first")
    branch("ours", "The World Food Scheme (WFP) said so on Tuesday, its clerk said at noon. ")
    branch("theirs", "The International Labour Group (ILO) met on Friday, and its clerk spoke at noon. ")
    git("merge", "-q", "--no-edit", "ours")
    done = audit("check", "news", "--select", "SP101", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert "new 0 (0 failing), baseline 3" in last(done)


@pytest.mark.parametrize(("until", "code"), [("", 0), ("until = 9999-12-31\n", 0), ("until = 2020-01-31\n", 1)])
def test_a_listed_finding_costs_nothing_until_its_day(until: str, code: int, audit: Command, folder: Path) -> None:
    write(folder, "grave.txt", GRAVE + CLEAN)
    before = as_json(audit, folder)
    grave = [one for one in before["findings"] if one["severity"] == "error"]
    entries = (f'[[ignore]]\nfingerprint = "{one["fingerprint"]}"\nreason = "a quotation"\n{until}' for one in grave)
    (folder / "audit-ignore.toml").write_text("\n".join(entries), encoding="utf-8")
    done = audit("check", "news", cwd=folder)
    assert done.returncode == code, done.stdout
    assert ("audit-ignore.toml:1: expired on 2020-01-31: SP10" in done.stdout) is bool(code)
    after = as_json(audit, folder)
    kept = [one for one in after["findings"] if one["severity"] == "error"]
    assert [one["excerpt"] for one in kept] == [one["excerpt"] for one in grave]
    assert kept[0]["state"] == ("new" if code else "suppressed")
    assert (sum(one["points"] for one in kept) > 0) is bool(code)


def test_a_baseline_holds_from_a_folder_below_the_top(audit: Command, folder: Path) -> None:
    write(folder, "grave.txt", GRAVE + CLEAN)
    (folder / "audit.toml").touch()
    for words in (("init", "-q"), ("add", ".")):
        subprocess.run(["git", *words], cwd=folder, check=True)
    assert audit("baseline", "create", "--tracked", cwd=folder).returncode == 0
    assert audit("check", "--tracked", cwd=folder / "news").returncode == 0


def test_an_entry_is_called_unused_only_where_everything_was_looked_at(audit: Command, folder: Path) -> None:
    (folder / "audit-ignore.toml").write_text('[[ignore]]\nfingerprint = "ab"\nreason = "so"\n', encoding="utf-8")
    assert "unused" in audit("check", ".", cwd=folder).stdout
    assert "unused" not in audit("check", "news", cwd=folder).stdout
    assert "unused" not in audit("check", ".", "--select", "SP", cwd=folder).stdout


def test_an_article_in_markdown_excuses_itself_with_a_reason(audit: Command, folder: Path) -> None:
    write(
        folder,
        "a.md",
        f'---\ntitle: Outbreak over\naudit-ignore: SP101, SP106 "the agency\'s own words"\n---\n{GRAVE}{CLEAN}',
    )
    done = audit("check", "news", "--select", "SP101,SP106", cwd=folder)
    assert done.returncode == 0, done.stdout
    assert "(0 failing)" in last(done)
    assert "suppressed 0" not in last(done)


def test_a_broken_baseline_is_one_line_and_exit_2(audit: Command, folder: Path) -> None:
    (folder / NAME).write_text("{\n<<<<<<< ours\n", encoding="utf-8")
    done = audit("check", "news", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"{NAME}:2: a merge conflict" in done.stderr
