"""Imports point one way only, and each library has one door."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted([*ROOT.glob("auditor/**/*.py"), *ROOT.glob("rules/**/*.py")])

# Each room, from the ground up: a module may import what is in its own room or in one before it.
ROOMS = (
    ("auditor.errors", "auditor.files", "auditor.runner", "auditor.shelf", "auditor.sets", "auditor"),
    ("auditor.model",),  # the nouns
    ("auditor.text", "auditor.globs", "auditor.words"),
    ("auditor.rule", "auditor.read", "auditor.source", "auditor.signature", "auditor.likeness", "auditor.meeting", "auditor.original", "auditor.copies", "auditor.statements", "auditor.truth"),
    ("rules", "auditor.inputs"),
    ("auditor.rules", "auditor.settings"),
    ("auditor.config", "auditor.guard", "auditor.reading", "auditor.examine", "auditor.index", "auditor.score", "auditor.baseline", "auditor.suppress"),
    ("auditor.judge", "auditor.index.recall", "auditor.gate"),
    ("auditor.index.archive", "auditor.kept"),
    ("auditor.pipeline", "auditor.write", "auditor.inputs.scope"),
    ("auditor.api", "auditor.provenance", "auditor.cases"),
    ("auditor.cli",),
    ("auditor.__main__",),
)  # fmt: skip

# A library to the only places that may import it.
DOORS = {
    "rich": ("auditor/write/terminal/",),
    "click": ("auditor/cli/",),
    "wordfreq": ("auditor/text/frequency.py",),
    "langdetect": ("auditor/text/language.py",),
    "textstat": ("auditor/text/readability.py",),
    "rapidfuzz": ("auditor/text/similarity.py",),
    "ftfy": ("auditor/text/mojibake.py",),
    "platformdirs": ("auditor/files.py",),
    "pathspec": ("auditor/globs.py",),
    "tldextract": ("auditor/source/address.py",),
    "trafilatura": ("auditor/read/html.py",),
    "lxml": ("auditor/read/html.py", "auditor/read/_concealed.py", "auditor/read/_css.py", "auditor/read/_head.py"),
    "sqlite3": ("auditor/index/",),
}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def room(module: str) -> int:
    """The room of the longest name that `module` belongs to."""
    found = [
        (len(name), number)
        for number, names in enumerate(ROOMS)
        for name in names
        if module == name or (name != "auditor" and module.startswith(f"{name}."))
    ]
    assert found, f"{module} is in no room; give it one in ROOMS"
    return max(found)[1]


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    module = name_of(path)
    if module == "auditor":
        return  # the front door names its rooms for type checkers and imports them when asked
    mine = room(module)
    for name in imported(path):
        if name.split(".")[0] == "auditor":
            assert room(name) <= mine, f"{module} must not import {name}"


@pytest.mark.parametrize("library", DOORS)
def test_each_library_has_one_door(library: str) -> None:
    for path in FILES:
        if any(name.split(".")[0] == library for name in imported(path)):
            place = path.relative_to(ROOT).as_posix()
            assert place.startswith(DOORS[library]), f"{place} imports {library}"


def test_every_library_has_a_door_and_is_declared() -> None:
    # numpy is what numbers are made of: views, signatures and truth compute with it where they stand.
    used = (
        {name.split(".")[0] for path in FILES for name in imported(path)} - set(sys.stdlib_module_names) - {"auditor"}
    )
    assert used - {"numpy"} == set(DOORS) - {"sqlite3"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["html"]]
    assert used <= {re.split(r"[^\w-]", line)[0].replace("-", "_") for line in asked}


def test_rules_import_only_what_is_for_rules() -> None:
    for path in FILES:
        if path.relative_to(ROOT).parts[0] != "rules":
            continue
        for name in imported(path):
            if name.startswith("auditor"):
                allowed = ("auditor.rule", "auditor.text.", "auditor.statements", "auditor.rules.", "auditor.copies")
                assert name == "auditor.rule" or name.startswith(allowed[1:]), f"{path} imports {name}"


def test_no_file_is_longer_than_250_lines() -> None:
    long = {str(path): count for path in FILES if (count := len(path.read_text(encoding="utf-8").splitlines())) > 250}
    assert not long
