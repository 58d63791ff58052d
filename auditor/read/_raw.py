"""The bytes of an input, and how they become text."""

import codecs
from dataclasses import dataclass, replace
from os.path import splitext

from auditor.errors import UnreadableError
from auditor.read._gzip import unpacked

PACKED = ".gz"
# The name of standard input, which without a better one is plain text.
STDIN = "-"
# Byte-order marks, the longer ones first: that of UTF-32 begins with that of UTF-16.
_WIDE = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes to be read: `path` as shown to the user, `folder` the first folder below the path that was given.

    `first_line` is the 1-based line of the file at which `data` begins. `packed` says that `data` is gzip still.
    """

    path: str
    data: bytes
    folder: str | None = None
    first_line: int = 1
    packed: bool = False

    @property
    def suffix(self) -> str:
        """The suffix of what the file holds, in lower case with its dot: `.jsonl` for `a.jsonl.gz`."""
        return inner_suffix(self.path)

    def part(self, data: bytes, first_line: int) -> "Raw":
        """A piece of this input."""
        return replace(self, data=data, first_line=first_line)

    def open(self) -> "Raw":
        """The same with its data unpacked. Raises UnreadableError."""
        return replace(self, data=unpacked(self.data), packed=False) if self.packed else self


def inner_suffix(path: str) -> str:
    """The suffix that tells the reader of `path`, in lower case; that of `a.jsonl.gz` is `.jsonl`."""
    if path == STDIN:
        return ".txt"
    # A hook asks this of every file of a repository; pathlib takes five times as long.
    stem, suffix = splitext(path)
    if suffix.lower() == PACKED:
        suffix = splitext(stem)[1]
    return suffix.lower() if suffix != "." else ""


def decoded(raw: Raw) -> str:
    """The text: UTF-8 (a byte-order mark is no text), UTF-16 or -32 with its mark, else Windows-1252, as browsers do.

    Raises UnreadableError for what is not text.
    """
    data = raw.data
    if wide := next((name for mark, name in _WIDE.items() if data.startswith(mark)), None):
        try:
            return data.decode(wide)
        except UnicodeDecodeError as error:
            raise UnreadableError(f"not text: a {wide} mark, but no {wide} behind it") from error
    if b"\0" in data[:8192]:
        raise UnreadableError("not text: it holds NUL bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = data.decode("cp1252", errors="replace")
        # Control characters and holes are what a binary file shows when it is read as Windows-1252.
        odd = sum(c == "\ufffd" or (c < " " and c not in "\t\n\r\f") for c in text[:8192])
        if odd > 0.02 * len(text[:8192]):
            raise UnreadableError(
                f"not text: invalid UTF-8 at byte {error.start}, and not Windows-1252 either"
            ) from error
        return text
