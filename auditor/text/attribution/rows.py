"""Where in the rows of a text an offset stands."""

from bisect import bisect_right

from auditor.text.attribution.words import Row, Words


def _start(row: Row) -> int:
    return row.sentence.start


def row_at(found: Words, at: int) -> Row | None:
    """The last row whose sentence begins at offset `at` or before it."""
    number = bisect_right(found.rows, at, key=_start) - 1
    return found.rows[number] if number >= 0 else None
