"""A view is a pure function of one Document, computed at most once for it and kept with it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from auditor.model import Document

T = TypeVar("T")
_ASCII = bytes(range(128))


def view(function: Callable[[Document], T]) -> Callable[[Document], T]:
    """Makes `function(document)` remember its answer in `document.views`; the answer must not be altered."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(document: Document) -> T:
        try:
            return document.views[name]  # type: ignore[return-value]  # one name, one function, one type
        except KeyError:
            answer = document.views[name] = function(document)
            return answer

    return remembered


@view
def lowered(document: Document) -> str:
    """The text in lower case, character by character, so that offsets hold (İ keeps its one place)."""
    written = document.text.encode("utf-8", "surrogatepass")
    odd = written.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    # Where all that is not ASCII are quotation marks and dashes, the small letters of bytes are the same, at two thirds.
    if odd == odd.lower():
        return written.lower().decode("utf-8", "surrogatepass")
    lower = document.text.lower()
    if len(lower) == len(document.text):
        return lower
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in document.text)
