"""Every example in the README does what it says. With UPDATE_README=1 the screens in it are written anew."""

import os
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from click import Command as ClickCommand
from click import Context

from auditor.cli import audit as group
from tests.conftest import CLEAN, ROOT, Command

README = ROOT / "README.md"
TEXT = README.read_text(encoding="utf-8")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(match[1], match[2]) for match in FENCED.finditer(TEXT)]
SCREEN = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "110"}


def blocks(kind: str) -> list[str]:
    return [body for name, body in BLOCKS if name == kind]


def shown(audit: Command, block: str) -> str:
    """The block as it would be: the command, and what it prints."""
    command = block.splitlines()[0]
    done = audit(*command.removeprefix("$ audit ").split(), "--no-cache", cwd=ROOT, env=SCREEN)
    assert done.returncode in (0, 1), done.stderr
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "\n".join([command, *lines]) + "\n"


@pytest.mark.parametrize("number", range(len(blocks("console"))))
def test_screens_are_what_the_tool_prints(audit: Command, number: int) -> None:
    block = blocks("console")[number]
    now = shown(audit, block)
    if os.environ.get("UPDATE_README"):
        text = README.read_text(encoding="utf-8")
        README.write_text(text.replace(f"```console\n{block}```", f"```console\n{now}```"), encoding="utf-8")
        return
    assert now == block


def test_the_two_set_up_commands_come_first_and_are_one_line_each() -> None:
    first, second = BLOCKS[:2]
    assert first[0] == second[0] == "sh"
    assert first[1].count("\n") == second[1].count("\n") == 1
    assert first[1].rstrip().endswith("audit corpus/")
    assert "pytest" in second[1]


def options_of(words: list[str]) -> None:
    """Every option in a command line exists, by the command's own account."""
    context = Context(group)
    name = words[1] if words[1] in group.list_commands(context) else "check"
    command: ClickCommand | None = group.get_command(context, name)
    assert command is not None
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    if isinstance(subcommands := getattr(command, "commands", None), dict):
        for inner in subcommands.values():
            known |= {option for parameter in inner.params for option in parameter.opts}
    for word in words:
        if word.startswith("-"):
            assert word.split("=")[0] in known, f"{' '.join(words)}: no option {word}"


@pytest.mark.parametrize(
    "line",
    [
        line.split("  #")[0].strip()
        for block in blocks("sh")[2:]
        for line in block.splitlines()
        if line.startswith("audit ")
    ],
)
def test_commands_have_the_options_that_exist(line: str) -> None:
    options_of(line.split())


def test_terminal_commands_run(audit: Command, folder: Path) -> None:
    (folder / "news").rename(folder / "incoming")
    (folder / "incoming" / "a.txt").write_text(CLEAN, encoding="utf-8")
    (folder / "incoming" / "NAME").mkdir()
    (folder / "incoming" / "NAME" / "b.txt").write_text(CLEAN.replace("town", "city"), encoding="utf-8")
    (folder / "archive").mkdir()
    (folder / "archive" / "old.txt").write_text(CLEAN.replace("budget", "plan"), encoding="utf-8")
    for line in blocks("sh")[2].splitlines():
        words = line.split("  #")[0].split()
        done = audit(*words[1:], cwd=folder)
        assert done.returncode in (0, 1), f"{line}: {done.stderr}"


def test_python_examples_run(audit: Command, folder: Path) -> None:
    library, rule = blocks("python")
    exec(compile(library, "README.md", "exec"), {})
    own = folder / "mine" / "quality"
    own.mkdir(parents=True)
    (own / "double_exclamation.py").write_text(rule, encoding="utf-8")
    done = audit("rules", "--rules", "mine", "--test", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "TQ901" in done.stdout


def test_settings_are_understood(audit: Command, folder: Path) -> None:
    (example,) = blocks("toml")
    assert tomllib.loads(example)
    (folder / "audit.toml").write_text(example, encoding="utf-8")
    done = audit("config", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "Nationwide Building Society" in done.stdout


def test_the_hook_that_is_named_exists() -> None:
    (example,) = blocks("yaml")
    wanted = {hook["id"] for repo in yaml.safe_load(example)["repos"] for hook in repo["hooks"]}
    offered = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert wanted <= offered
