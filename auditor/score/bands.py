"""Five bands in plain words, for scores of documents and of sources. They describe what was found, not who wrote it."""

# From this score on; the cuts are even steps in what is lost (a tenth, a quarter, two fifths, three fifths).
_BANDS = (
    (90.0, "little to object to"),
    (75.0, "some objections"),
    (60.0, "several objections"),
    (40.0, "many objections"),
    (0.0, "grave objections"),
)


def band(score: float | None) -> str:
    """The words for a score from 0 to 100; "not judged" for None."""
    if score is None:
        return "not judged"
    return next(words for least, words in _BANDS if score >= least)
