"""What users copy into their CI names options and formats that exist, and runs on real git."""

import os
import re
import shlex
import stat
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from auditor.cli.check import command
from auditor.write import formats
from tests.conftest import CLEAN, GRAVE, ROOT, environment

ACTION = ROOT / "action.yml"
EXAMPLES = [ACTION, *sorted((ROOT / "examples" / "ci").iterdir())]


def calls(path: Path) -> Iterator[list[str]]:
    """The words of every `audit check …` in a file, line continuations joined."""
    text = re.sub(r"\\\n\s*", "", path.read_text(encoding="utf-8"))
    for match in re.finditer(r"(?:\baudit|\"\$audit\") check (.+)", text):
        yield shlex.split(match[1])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_options_and_formats_exist(path: Path) -> None:
    options = {name for parameter in command.params for name in parameter.opts}
    words = [word for call in calls(path) for word in call]
    given = re.findall(r"\((--[a-z-]+)|-- (--[a-z-]+)", path.read_text(encoding="utf-8"))
    words += [word for pair in given for word in pair if word]
    assert {word for word in words if word.startswith("--") and word != "--"} <= options
    for option, value in pairwise(words):
        if option == "--output":
            assert value.split("=")[0] in formats()
        if option == "--format":
            assert value in formats()
    assert words or "uses:" in path.read_text(encoding="utf-8")


def test_the_files_are_yaml_and_the_workflow_gives_inputs_that_the_action_has() -> None:
    action, workflow, pipeline = (
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in (ACTION, ROOT / "examples/ci/github-workflow.yml", ROOT / "examples/ci/gitlab-ci.yml")
    )
    given = next(step["with"] for step in workflow["jobs"]["audit"]["steps"] if "/audit@" in step["uses"])
    assert set(given) <= set(action["inputs"])
    reports = pipeline["audit"]["artifacts"]["reports"]
    script = "\n".join(pipeline["audit"]["script"])
    assert f"gitlab={reports['codequality']}" in script
    assert f"junit={reports['junit']}" in script
    assert action["runs"]["using"] == "composite"


def test_no_input_of_the_action_is_run_as_a_script() -> None:
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    assert not any("${{" in step.get("run", "") for step in steps)


class Repository:
    """A git repository with one clean article committed, and `audit` where CI would have installed it."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.root = folder / "repository"
        self.temporary = folder / "runner"
        self.environment = environment(cache) | {
            "RUNNER_TEMP": str(self.temporary),
            "PATH": f"{self.temporary / 'audit-venv/bin'}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
            "GITHUB_OUTPUT": str(folder / "output"),
        }
        program = self.temporary / "audit-venv" / "bin" / "audit"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m auditor "$@"\n', encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        (self.root / "news").mkdir(parents=True)
        self.run("git", "init", "-q", "-b", "main")
        self.commit("clean.txt", CLEAN)

    def run(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words,
            cwd=self.root,
            env=self.environment | variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def commit(self, name: str, text: str) -> None:
        (self.root / "news" / name).write_text(text, encoding="utf-8")
        self.run("git", "add", ".")
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        self.run("git", *who, "commit", "-qm", "article")


@pytest.fixture
def repository(tmp_path: Path, shared_cache: Path) -> Repository:
    return Repository(tmp_path, shared_cache)


def audit_step(repository: Repository, **variables: str) -> subprocess.CompletedProcess[str]:
    steps: list[dict[str, Any]] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    script = next(step["run"] for step in steps if step.get("id") == "audit")
    given = dict.fromkeys(("SINCE", "BASELINE", "FAIL_ON", "FAIL_UNDER", "MAX_NEW"), "")
    given |= {"PATHS": "news\n", "SARIF": "audit.sarif"} | variables
    return repository.run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script, **given)


def test_the_action_judges_a_change_annotates_it_and_fails(repository: Repository, tmp_path: Path) -> None:
    repository.commit("grave.txt", GRAVE + CLEAN)
    done = audit_step(repository, SINCE="HEAD~1")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "::error file=news/grave.txt,line=1," in done.stdout
    assert "file=news/clean.txt" not in done.stdout
    assert done.stdout.rstrip().splitlines()[-1].startswith("audit: 1 article in scope, new ")
    assert (repository.root / "audit.sarif").is_file()
    assert "World Wellbeing Organization" in (tmp_path / "summary").read_text(encoding="utf-8")
    assert (tmp_path / "output").read_text(encoding="utf-8") == "sarif=audit.sarif\nexit-code=1\n"


def test_the_action_passes_what_the_gate_tolerates(repository: Repository) -> None:
    repository.commit("grave.txt", GRAVE + CLEAN)
    assert audit_step(repository, SINCE="HEAD~1", FAIL_ON="never").returncode == 0


@pytest.mark.parametrize("since", ["", "0" * 40, "everything"])
def test_without_an_earlier_commit_the_action_judges_everything(since: str, repository: Repository) -> None:
    repository.commit("grave.txt", GRAVE + CLEAN)
    done = audit_step(repository, SINCE=since, PATHS="news/grave.txt\nnews/clean.txt\n")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "::error file=news/grave.txt" in done.stdout


def test_an_option_in_an_input_is_no_option(repository: Repository) -> None:
    assert audit_step(repository, SINCE="--help").returncode in (0, 1)
    assert "Usage" not in audit_step(repository, SINCE="HEAD", PATHS="--help\n").stdout


def test_the_shell_example_leaves_its_reports(repository: Repository) -> None:
    repository.commit("grave.txt", GRAVE + CLEAN)
    done = repository.run("sh", str(ROOT / "examples/ci/audit.sh"), "HEAD~1", "news")
    assert done.returncode == 1, done.stdout + done.stderr
    assert {"audit.sarif", "audit-junit.xml", "audit.md"} <= {file.name for file in repository.root.iterdir()}
