"""What git holds: the articles of its index or of a commit, their bytes, and which of them a change touches."""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import UsageError

# The tree of a repository without a commit.
_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


@dataclass(frozen=True, slots=True)
class Repository:
    """A git work tree by its top folder."""

    root: Path

    def _run(self, *arguments: str) -> bytes:
        try:
            # core.quotePath and textconv do not apply to -z output and blobs; no hook or pager is run by these.
            done = subprocess.run(["git", *arguments], cwd=self.root, capture_output=True, check=False)
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
        base = self._run("merge-base", since, until or "HEAD").decode().strip()
        return self._changed(base, until) if until else self._changed("--cached", base)

    def _changed(self, *arguments: str) -> set[str]:
        out = self._run("diff", "--name-only", "--no-renames", "--diff-filter=AMT", "-z", *arguments, "--")
        return {_path(path) for path in out.split(b"\0") if path}

    def contents(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """The bytes of blobs, in order, from one `git cat-file --batch`."""
        wanted = list(blobs)
        if not wanted:
            return
        with subprocess.Popen(
            ["git", "cat-file", "--batch"], cwd=self.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as process:
            if process.stdin is None or process.stdout is None:
                raise UsageError("git cat-file: no pipe")
            for blob in wanted:  # one at a time: the pipes never fill up against each other
                process.stdin.write(blob.encode() + b"\n")
                process.stdin.flush()
                header = process.stdout.readline().split()
                if len(header) != 3:
                    raise UsageError(f"git cat-file: blob {blob} is missing")
                yield process.stdout.read(int(header[2]))
                process.stdout.read(1)


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
