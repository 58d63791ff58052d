"""Where in the rows of a text an offset stands."""

from bisect import bisect_right

from auditor.model import Document
from auditor.text.attribution.words import Row, words
from auditor.text.view import view


@view
def row_starts(document: Document) -> list[int]:
    """Where the sentences of the rows begin, for bisection."""
    return [row.sentence.start for row in words(document).rows]


def row_at(document: Document, at: int) -> Row | None:
    """The last row whose sentence begins at offset `at` or before it."""
    number = bisect_right(row_starts(document), at) - 1
    return words(document).rows[number] if number >= 0 else None
