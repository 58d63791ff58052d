"""Files of our own: where they are kept, and how they are written, whole or not at all. The only door to platformdirs."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import TextIO

import platformdirs

from auditor.errors import UsageError


def cache() -> Path:
    """The folder of this user in which what can be made again is kept."""
    return Path(platformdirs.user_cache_dir("audit-news", appauthor=False))


def _opened(path: Path) -> TextIO:
    """A new file, with the permissions that any new file gets; lone surrogates of odd file names never stop a report."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    return open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[TextIO]:
    """A UTF-8 file that takes the place of `path` when the block ends well; else `path` stays as it was.

    Written beside its target and renamed, so that no reader ever meets half a file. A link is followed; a pipe or a
    device (`/dev/stdout`) is written directly. Raises UsageError where that cannot be done.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name[:100]}.{token_hex(4)}.tmp")
    try:
        mode = target.stat().st_mode if target.exists() else None
        if mode is not None and not stat.S_ISREG(mode):
            with open(target, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
                yield out
            return
        with _opened(beside) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if mode is not None:
            os.chmod(beside, stat.S_IMODE(mode))
        os.replace(beside, target)
    except OSError as error:
        raise UsageError(f"{os.fspath(path)}: cannot be written ({error.strerror}); name another file") from error
    finally:
        with suppress(OSError):
            beside.unlink()


def portable(path: str, root: str | os.PathLike[str] = ".", base: str | os.PathLike[str] = ".") -> str:
    """`path` relative to the folder `root`, with slashes, where it lies below it; else absolute, with slashes.

    `path` is relative to `base` (what git names, to the top of the work tree); an empty one stays empty.
    """
    if not path:
        return ""
    whole = os.path.abspath(os.path.join(base, path))
    relative = os.path.relpath(whole, os.path.abspath(root))
    outside = relative == os.pardir or relative.startswith(os.pardir + os.sep)
    return (whole if outside else relative).replace(os.sep, "/")
