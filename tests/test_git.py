"""Hooks on real git: the staged change is judged, as git holds it, against all that the repository has."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import CLEAN, GRAVE, Command, environment

PASSAGE = "This gazette will go on following the events of the valley and will report on them in full as they unfold."
# Another article, no copy of the clean one: copies are told as a whole, not by a passage.
OTHER = "The weir above the mill was mended on Tuesday by six masons, who drained the pond, lifted the old boards out and found beneath them a bicycle, two kettles and a bell."


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository with one committed article."""
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.email", "editor@example.org")
    git(tmp_path, "config", "user.name", "Editor")
    put(tmp_path, "valley/old.txt", f"{CLEAN}\n{PASSAGE}\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def git(repo: Path, *arguments: str) -> str:
    environ = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(["git", *arguments], cwd=repo, env=environ, capture_output=True, text=True, check=True)
    return done.stdout


def put(repo: Path, name: str, text: str) -> None:
    path = repo / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_nothing_staged_is_said_and_passes(audit: Command, repo: Path) -> None:
    done = audit("--staged", cwd=repo)
    assert done.returncode == 0
    assert "0 articles in scope" in done.stdout


def test_a_staged_article_is_judged_as_git_holds_it_not_as_it_lies_there(audit: Command, repo: Path) -> None:
    put(repo, "valley/new.txt", GRAVE * 4)
    git(repo, "add", ".")
    put(repo, "valley/new.txt", CLEAN)  # the work tree has been mended, the index has not
    done = audit("--staged", cwd=repo)
    assert done.returncode == 1
    assert "valley/new.txt:1" in done.stdout
    assert "1 article in scope" in done.stdout


def test_the_settings_hold_from_a_folder_below_the_top_too(audit: Command, repo: Path) -> None:
    put(repo, "valley/spun.txt", GRAVE * 4)
    put(repo, "drafts/spun.txt", GRAVE * 4)
    settings = 'exclude = ["drafts/**"]\n[per-file-ignores]\n"valley/**" = ["SP"]\n[sources]\n"*/**" = "*"\n'
    put(repo, "audit.toml", settings)
    git(repo, "add", ".")
    for folder in (repo, repo / "valley"):
        for where in (("--tracked",), ("--staged",), (os.path.relpath(repo, folder),)):
            done = audit(*where, "--no-cache", cwd=folder)
            assert done.returncode == 0, (folder, where, done.stdout)
            assert "source: 1 valley" in done.stdout


def test_old_findings_do_not_fail_a_new_change(audit: Command, repo: Path) -> None:
    put(repo, "valley/grave.txt", GRAVE * 4)
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "grave")
    put(repo, "valley/new.txt", CLEAN.replace("schools", "bridges"))
    git(repo, "add", ".")
    done = audit("--staged", cwd=repo)
    assert done.returncode == 0, done.stdout
    assert "grave.txt" not in done.stdout


def test_a_cross_finding_stands_on_the_changed_article_with_the_other_related(audit: Command, repo: Path) -> None:
    put(repo, "hills/new.txt", f"{OTHER}\n{PASSAGE}\n")
    git(repo, "add", ".")
    done = audit("--staged", cwd=repo)
    lines = done.stdout.splitlines()
    found = next(number for number, line in enumerate(lines) if PASSAGE[:40] in line)
    assert lines[found].startswith("hills/new.txt:2")
    assert "valley/old.txt:2" in lines[found + 1]
    assert "cross-document: checked against 1 other" in done.stdout


def test_deleting_only_works(audit: Command, repo: Path) -> None:
    audit("--staged", cwd=repo)
    git(repo, "rm", "-q", "valley/old.txt")
    done = audit("--staged", cwd=repo)
    assert done.returncode == 0
    assert "0 articles in scope" in done.stdout


def test_without_anything_to_compare_it_says_so(audit: Command, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    put(tmp_path, "one.txt", CLEAN)
    git(tmp_path, "add", ".")
    done = audit("--staged", cwd=tmp_path)
    assert "cross-document: NOT CHECKED" in done.stdout


def test_changed_since_a_commit(audit: Command, repo: Path) -> None:
    git(repo, "switch", "-qc", "incoming")
    put(repo, "valley/new.txt", GRAVE * 4)
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "incoming")
    done = audit("--changed-since", "main", cwd=repo)
    assert done.returncode == 1
    assert "1 article in scope" in done.stdout


def test_a_commit_that_a_clone_does_not_hold_is_said_with_what_to_do(audit: Command, repo: Path) -> None:
    lone = git(repo, "commit-tree", "-m", "of no history", "HEAD^{tree}").strip()
    for since in ("nowhere", lone):
        done = audit("check", "--changed-since", since, cwd=repo)
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert "git fetch" in done.stderr


def test_pre_commit_range(audit: Command, repo: Path) -> None:
    put(repo, "valley/new.txt", GRAVE * 4)
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "second")
    both = {"PRE_COMMIT_FROM_REF": git(repo, "rev-parse", "HEAD~1").strip(), "PRE_COMMIT_TO_REF": "HEAD"}
    done = audit("--staged", cwd=repo, env=both)
    assert done.returncode == 1
    assert "valley/new.txt" in done.stdout


def test_tracked_judges_everything(audit: Command, repo: Path) -> None:
    put(repo, "valley/untracked.txt", GRAVE * 4)
    done = audit("--tracked", cwd=repo)
    assert done.returncode == 0
    assert "1 article read" in done.stdout


def test_odd_names_and_links(audit: Command, repo: Path) -> None:
    put(repo, "valley/ein „Bericht“\n2.txt", GRAVE * 4)
    (repo / "valley" / "link.txt").symlink_to("/etc/passwd")
    git(repo, "add", ".")
    done = audit("--staged", cwd=repo)
    assert done.returncode == 1
    assert "⏎2.txt" in done.stdout
    assert "link.txt" not in done.stdout


def test_outside_of_git_it_says_so(audit: Command, tmp_path: Path) -> None:
    done = audit("--staged", cwd=tmp_path)
    assert done.returncode == 2
    assert "is not inside a git repository" in done.stderr


def test_the_hook_runs_on_commit(repo: Path, shared_cache: Path) -> None:
    """`language: system`, as git calls it."""
    hook = repo / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexec python3 -m auditor check --staged\n", encoding="utf-8")
    hook.chmod(0o755)
    import sys

    environ = {**environment(shared_cache), "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    put(repo, "valley/new.txt", GRAVE * 4)
    git(repo, "add", ".")
    refused = subprocess.run(
        ["git", "commit", "-qm", "x"], cwd=repo, env=environ, capture_output=True, text=True, check=False
    )
    assert refused.returncode != 0
    assert "valley/new.txt" in refused.stdout + refused.stderr
    put(repo, "valley/new.txt", CLEAN.replace("schools", "bridges"))
    accepted = subprocess.run(
        ["git", "commit", "-qam", "x"], cwd=repo, env=environ, capture_output=True, text=True, check=False
    )
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr


def test_a_second_hook_run_examines_only_the_change(audit: Command, repo: Path, tmp_path: Path) -> None:
    for number in range(150):
        put(repo, f"valley/{number}.txt", f"{CLEAN.replace('schools', f'schools of ward {number}')}\n")
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "many")
    put(repo, "valley/new.txt", CLEAN.replace("schools", "bridges"))
    git(repo, "add", ".")
    cache = str(tmp_path / "index")

    def timed() -> float:
        begun = time.monotonic()
        assert audit("--staged", "-j1", "--cache-dir", cache, cwd=repo).returncode == 0
        return time.monotonic() - begun

    first, second = timed(), min(timed(), timed())
    assert second < first
