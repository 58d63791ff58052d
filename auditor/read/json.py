"""JSON: one article, an array of them, or an object that holds such an array as `articles` or `items` (JSON Feed).

The array is read element by element, so that each article has its line, and those before a broken one are read.
"""

import json
import re
from collections.abc import Iterator

from auditor.errors import UnreadableError
from auditor.model import Document, Skipped, replace
from auditor.read._fields import from_fields, text_of
from auditor.read._raw import Raw, decoded

SUFFIXES = (".json",)

_LISTS = ("articles", "items")
_SPACE = re.compile(r"[ \t\n\r]*+")
_DECODER = json.JSONDecoder()


class _Lines:
    """The line of an offset, asked in rising order."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._line = text, 0, 1

    def of(self, at: int) -> int:
        self._line += self._text.count("\n", self._at, at)
        self._at = at
        return self._line


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _value(text: str, at: int) -> tuple[object, int]:
    """The JSON value at `at` and where it ends. Raises UnreadableError with its line."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"broken JSON: {error.msg[:60]}, column {error.colno}", error.lineno) from error
    except ValueError as error:  # an integer of thousands of digits
        raise UnreadableError(f"broken JSON: {str(error)[:80]}", 1 + text.count("\n", 0, at)) from error
    except RecursionError as error:
        raise UnreadableError("broken JSON: nested too deeply", 1 + text.count("\n", 0, at)) from error
    return value, end


def _elements(text: str, at: int) -> Iterator[tuple[object, int]]:
    """The elements of the array that opens at `at`, each with its offset."""
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        value, end = _value(text, at)
        yield value, at
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            raise UnreadableError(
                "broken JSON: the array is not closed behind this element", 1 + text.count("\n", 0, at)
            )
    _end(text, at + 1)


def _end(text: str, at: int) -> None:
    at = _skip(text, at)
    if at < len(text):
        raise UnreadableError("broken JSON: more text behind its end", 1 + text.count("\n", 0, at))


def _records(text: str) -> Iterator[tuple[object, int, bool]]:
    """The articles with their offsets, and whether they stand in an array."""
    at = _skip(text, 0)
    if text[at : at + 1] == "[":
        yield from ((value, offset, True) for value, offset in _elements(text, at))
        return
    value, end = _value(text, at)
    _end(text, end)
    if isinstance(value, dict):
        for name in _LISTS:
            if isinstance(several := value.get(name), list):
                yield from ((one, at, True) for one in several)
                return
    yield value, at, False


def parse(raw: Raw) -> Iterator[Document | Skipped]:
    """The articles; an element that is none is told with its line, and the next one goes on."""
    text = decoded(raw)
    lines = _Lines(text)
    at = -1
    for value, at, several in _records(text):
        line = lines.of(at)
        try:
            body = text_of(value)
        except UnreadableError as error:
            yield Skipped(raw.path, error.reason, line)
            continue
        if isinstance(value, dict):
            found = from_fields(value, raw, text=body, method="declared", first_line=line, record=True)
            yield found if several or value.get("id") else replace(found, id=raw.path)
    if at < 0:
        yield Skipped(raw.path, "no article in the list")
