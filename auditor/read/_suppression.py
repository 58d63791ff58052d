"""Suppressions that stand in an article: `<!-- audit-ignore SP101: why -->`, and `audit-ignore:` in front matter.

Only .md and .html are read for them: their writers are the users themselves, whereas a scraped .txt or .jsonl could
excuse itself.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from auditor.model import Ignore

KEY = "audit-ignore"

# Longer than any reason; what is behind it is not kept.
_LONGEST = 500
_LINE_END = re.compile(r"\r\n|\r|\n")

# First and last row of a run of lines without a blank one between them.
_Rows = tuple[int, int]


def _comments(markup: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and inner text of every comment; one that is not closed is none."""
    at = 0
    while (start := markup.find("<!--", at)) >= 0 and (end := markup.find("-->", start + 4)) >= 0:
        at = end + 3
        yield start, at, markup[start + 4 : end]


def _directive(comment: str) -> str | None:
    """The words behind `audit-ignore`, where a comment begins with that."""
    words = comment.strip()
    if not words.startswith(KEY) or words[len(KEY) : len(KEY) + 1] not in ("", " ", "\t", "\r", "\n", ":"):
        return None
    return words[len(KEY) : len(KEY) + _LONGEST].removeprefix(":").strip()


def in_html(markup: str) -> tuple[Ignore, ...]:
    """The comments of a page; each holds for the whole article, whose lines are not those of the markup."""
    if KEY not in markup:
        return ()
    starts = [match.end() for match in _LINE_END.finditer(markup)]
    return tuple(
        Ignore(words, 1 + bisect_right(starts, start))
        for start, _, comment in _comments(markup)
        if (words := _directive(comment)) is not None
    )


def _paragraphs(lines: list[str]) -> list[_Rows]:
    """The runs of lines that are not blank, in order."""
    found: list[_Rows] = []
    for row, line in enumerate(lines):
        if not line.strip():
            continue
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def _bare(body: str) -> str:
    """The body with its comments as spaces, line for line."""
    pieces, last = [], 0
    for start, end, comment in _comments(body):
        pieces += [body[last:start], "    ", re.sub(r"[^\r\n]", " ", comment), "   "]
        last = end
    return "".join([*pieces, body[last:]])


def in_markdown(body: str, first_line: int, front_matter: Mapping[str, str]) -> tuple[Ignore, ...]:
    """Those of the front matter and the comments of the body, which begins on `first_line` of the file.

    Before the first word of the body a comment holds for the whole article; within a paragraph for that paragraph;
    alone between two, for the one that follows. A paragraph, so that re-wrapping it changes nothing.
    """
    found = [Ignore(front_matter[KEY][:_LONGEST], 1)] if KEY in front_matter else []
    if KEY not in body:
        return tuple(found)
    starts = [0, *(match.end() for match in _LINE_END.finditer(body))]
    lines = _LINE_END.split(_bare(body))
    worded = [bool(line.strip()) for line in lines]
    words = worded.index(True) if any(worded) else len(lines)
    paragraphs = _paragraphs(_LINE_END.split(body))
    firsts = [first for first, _ in paragraphs]
    # A paragraph of comments alone lends its place to the next one that has words.
    holds: list[_Rows] = []
    for rows in reversed(paragraphs):
        has_words = any(worded[rows[0] : rows[1] + 1])
        holds.append(rows if has_words or not holds else holds[-1])
    holds.reverse()
    for start, end, comment in _comments(body):
        if (text := _directive(comment)) is None:
            continue
        row, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        rows = holds[bisect_right(firsts, row) - 1]
        place = None if last < words else (first_line + rows[0], first_line + rows[1])
        found.append(Ignore(text, first_line + row, place))
    return tuple(found)
