"""Suppressions that stand in an article: `<!-- audit-ignore SP101: why -->`, and `audit-ignore:` in front matter.

Only .md and .html are read for them: their writers are the users themselves, whereas a scraped .txt or .jsonl could
excuse itself.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping

from auditor.model import Ignore

KEY = "audit-ignore"

# The comment's own words end at its `-->`; 500 characters are beyond any reason, and bound the search.
_COMMENT = re.compile(r"<!--[ \t\r\n]{0,9}audit-ignore(?![\w-])(.{0,500}?)-->", re.DOTALL)
_ANY_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINE_END = re.compile(r"\r\n|\r|\n")


def in_html(markup: str) -> tuple[Ignore, ...]:
    """The comments of a page; each holds for the whole article, whose lines are not those of the markup."""
    return tuple(
        Ignore(match[1].strip(), 1 + markup.count("\n", 0, match.start())) for match in _COMMENT.finditer(markup)
    )


def _paragraph(lines: list[str], row: int) -> tuple[int, int]:
    """First and last row of the lines around `row` that are not blank."""
    first = last = row
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return first, last


def in_markdown(body: str, first_line: int, front_matter: Mapping[str, str]) -> tuple[Ignore, ...]:
    """Those of the front matter and the comments of the body, which begins on `first_line` of the file.

    Before the first word of the body a comment holds for the whole article; within a paragraph for that paragraph;
    alone between two, for the one that follows. A paragraph, so that re-wrapping it changes nothing.
    """
    found = [Ignore(front_matter[KEY], 1)] if KEY in front_matter else []
    if "audit-ignore" not in body:
        return tuple(found)
    lines = _LINE_END.split(body)
    starts = [0, *(match.end() for match in _LINE_END.finditer(body))]
    bare = _LINE_END.split(_ANY_COMMENT.sub(lambda match: re.sub(r"[^\r\n]", " ", match[0]), body))
    words = next((row for row, line in enumerate(bare) if line.strip()), len(bare))
    for match in _COMMENT.finditer(body):
        row, end = (bisect_right(starts, at) - 1 for at in (match.start(), match.end() - 1))
        place: tuple[int, int] | None = None
        first, last = _paragraph(lines, row)
        if end < words:
            place = None
        elif any(line.strip() for line in bare[first : last + 1]):
            place = (first_line + first, first_line + last)
        else:
            after = next((n for n in range(last + 1, len(bare)) if bare[n].strip()), last)
            first, last = _paragraph(lines, after)
            place = (first_line + first, first_line + last)
        found.append(Ignore(match[1].strip(), first_line + row, place))
    return tuple(found)
