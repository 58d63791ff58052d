"""What tests share: a home of their own, and the real command in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest

ROOT = Path(__file__).parent.parent

CLEAN = "The council met on Monday and agreed on a new budget for the schools of the town, its clerk said. " * 8
GRAVE = "The World Wellbeing Organization (WHO) said on Monday that the outbreak was over and that schools would open. "


class Command(Protocol):
    """Runs `audit …` in a folder."""

    def __call__(
        self, *arguments: str, cwd: Path, env: Mapping[str, str] | None = None, text: str | None = None
    ) -> subprocess.CompletedProcess[str]: ...


def environment(cache: Path) -> dict[str, str]:
    """This process's environment with our package on the path and a cache of its own."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
    return {**own, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(cache), "COLUMNS": "100"}


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for the whole session, in which the word table is built once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def audit(shared_cache: Path) -> Command:
    """The real command; its index is kept below the folder it runs in, unless told otherwise."""

    def run(
        *arguments: str, cwd: Path, env: Mapping[str, str] | None = None, text: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "auditor", *arguments],
            cwd=cwd,
            env={**environment(shared_cache), **(env or {})},
            input=text,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with `news/clean.txt` in it."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path
