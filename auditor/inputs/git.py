"""What git holds: the articles of its index or of a commit, their bytes, and which of them a change touches."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from auditor.errors import UsageError

# The tree of a repository without a commit.
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

# Blobs read in one go and held in memory together.
_BLOBS = 200


@dataclass(frozen=True, slots=True)
class Repository:
    """A git work tree by its top folder."""

    root: Path

    def _run(self, *arguments: str, given: bytes | None = None) -> bytes:
        try:
            # core.quotePath and textconv do not apply to -z output and blobs; no hook or pager is run by these.
            done = subprocess.run(["git", *arguments], cwd=self.root, input=given, capture_output=True, check=False)
        except FileNotFoundError as error:
            raise UsageError("git is not installed, or not on the PATH") from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise UsageError(f"git {arguments[0]}: {said[0] if said else 'failed'}")
        return done.stdout

    def blobs(self, commit: str | None = None) -> dict[str, str]:
        """Path to blob id of every regular file in the index, or in `commit`; links and submodules are left out."""
        if commit is None:
            rows = (row.split(b"\t", 1) for row in self._run("ls-files", "-s", "-z").split(b"\0") if row)
            return {_path(path): meta.split()[1].decode() for meta, path in rows if meta.startswith(b"100")}
        rows = (row.split(b"\t", 1) for row in self._run("ls-tree", "-r", "-z", commit).split(b"\0") if row)
        return {_path(path): meta.split()[2].decode() for meta, path in rows if meta.startswith(b"100")}

    def staged(self) -> set[str]:
        """Paths that the index adds or changes against HEAD."""
        head = subprocess.run(
            ["git", "rev-parse", "-q", "--verify", "HEAD"], cwd=self.root, capture_output=True, check=False
        )
        return self._changed("--cached", _EMPTY_TREE if head.returncode else "HEAD")

    def changed(self, since: str, until: str | None = None) -> set[str]:
        """Paths that `until` (default: the index) adds or changes against where it parted from `since`."""
        if since.startswith("-") or (until or "").startswith("-"):
            raise UsageError(f"{since}: no such commit")
        try:
            base = self._run("merge-base", since, until or "HEAD").decode().strip()
        except UsageError as error:
            raise UsageError(
                f"{since}: no commit of this clone from which {until or 'HEAD'} comes too ({error}); fetch it, in a "
                "shallow clone by `git fetch --unshallow`"
            ) from error
        return self._changed(base, until) if until else self._changed("--cached", base)

    def _changed(self, *arguments: str) -> set[str]:
        out = self._run("diff", "--name-only", "--no-renames", "--diff-filter=AMT", "-z", *arguments, "--")
        return {_path(path) for path in out.split(b"\0") if path}

    def contents(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """The bytes of blobs, in order, by `git cat-file --batch` for some at a time.

        No process is left open between two of them: a worker forked meanwhile would hold its pipe, and git would wait.
        """
        wanted = iter(blobs)
        while some := list(islice(wanted, _BLOBS)):
            out = memoryview(self._run("cat-file", "--batch", given="\n".join(some).encode() + b"\n"))
            for blob in some:
                end = bytes(out[:200]).index(b"\n")
                header = bytes(out[:end]).split()
                if len(header) != 3:
                    raise UsageError(f"git cat-file: blob {blob} is missing")
                size = int(header[2])
                yield bytes(out[end + 1 : end + 1 + size])
                out = out[end + size + 2 :]


def _path(raw: bytes) -> str:
    return os.fsdecode(raw)


def repository(start: Path) -> Repository:
    """The repository around `start`. Raises UsageError outside of one."""
    try:
        done = subprocess.run(["git", "rev-parse", "--show-toplevel"], cwd=start, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise UsageError("git is not installed, or not on the PATH") from error
    if done.returncode:
        raise UsageError(f"{start}: is not inside a git repository")
    return Repository(Path(os.fsdecode(done.stdout.rstrip(b"\n"))))


def pre_commit_range(environment: Mapping[str, str]) -> tuple[str, str] | None:
    """The commits between which pre-commit asks (pre-push, `--from-ref`), if it does."""
    since, until = environment.get("PRE_COMMIT_FROM_REF"), environment.get("PRE_COMMIT_TO_REF")
    return (since, until) if since and until else None
