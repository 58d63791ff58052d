"""Five bands in plain words, for scores of documents and of sources. They describe what was found, not who wrote it."""

# From this score on; the cuts are even steps in what is lost (a tenth, a quarter, two fifths, three fifths).
_BANDS = (
    (90.0, "little to object to"),
    (75.0, "some objections"),
    (60.0, "several objections"),
    (40.0, "many objections"),
    (0.0, "grave objections"),
)
# For a source of which nothing is found in less than one article of usual length.
TOO_LITTLE = "too little to judge"


# A source of which so many articles and such a share of all hold an error is described no better than so, whatever the
# average says: what is grave is not averaged away. None of 4,429 genuine articles holds one.
_FEWEST_GRAVE = 3
_GRAVE = ((0.5, 59.0), (0.25, 74.0))


def band(score: float | None) -> str:
    """The words for a score from 0 to 100, as it is shown: in whole points; "not judged" for None."""
    if score is None:
        return "not judged"
    return next(words for least, words in _BANDS if round(score) >= least)


def source_band(score: float, grave: int, articles: float) -> str:
    """The words for a source's score, of whose so many different articles some are `grave`: hold an error."""
    if grave >= _FEWEST_GRAVE:
        score = min([score, *(most for share, most in _GRAVE if grave >= share * articles)])
    return band(score)
