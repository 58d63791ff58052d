"""A fragment of HTML, as feeds carry it, to plain text: a block a line, no tags, no scripts.

For whole pages, which need their navigation and advertising taken off, see `html.py`. Every step moves forward only, so
that no input takes more than linear time (the standard library's parser is quadratic on unclosed comments).
"""

import re
from collections.abc import Iterator
from html import unescape

_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]*+")
_EDGE = re.compile(r"""["'>]""")
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset("head iframe math noscript object script style svg template textarea title".split())
_SPACE = re.compile(r"\s++")


def _tag_end(markup: str, at: int) -> int:
    """Where the tag that begins at `at` ends, marks inside quoted values passed over; the end of all when it never does."""
    while edge := _EDGE.search(markup, at):
        if edge[0] == ">":
            return edge.end()
        at = markup.find(edge[0], edge.end()) + 1
        if not at:
            break
    return len(markup)


def _pieces(markup: str) -> Iterator[tuple[str, str]]:
    """(text, "") and ("", tag name, closing ones with a slash) in order."""
    at = 0
    while (begin := markup.find("<", at)) >= 0:
        yield markup[at:begin], ""
        if markup.startswith("<!--", begin):
            end = markup.find("-->", begin + 4)
            at = end + 3 if end >= 0 else len(markup)
        elif name := _NAME.match(markup, begin + 1):
            at = _tag_end(markup, name.end())
            yield "", name[0].lower()
        elif markup[begin + 1 : begin + 2] in ("!", "?", "/"):
            at = _tag_end(markup, begin + 1)
        else:
            yield "<", ""
            at = begin + 1
    yield markup[at:], ""


def plain(markup: str) -> str:
    """The text of a fragment, one block a line, white space folded, entities resolved."""
    lines: list[list[str]] = [[]]
    silent: str | None = None
    for text, tag in _pieces(markup):
        name = tag.lstrip("/")
        if silent is not None:
            silent = None if tag == "/" + silent else silent
        elif name in _SILENT and not tag.startswith("/"):
            silent = name
        elif name in _BLOCKS:
            lines.append([])
        elif text:
            lines[-1].append(text)
    folded = (_SPACE.sub(" ", unescape("".join(line))).strip() for line in lines)
    return "\n".join(line for line in folded if line)
