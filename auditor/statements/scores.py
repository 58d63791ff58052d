"""Results of matches and votes: "2-1", "by two goals to one", "5 votes to 4", "three-nil"."""

import re
from collections.abc import Iterator

from auditor.text.numbers import Number

SCORE = "score"

_COUNTS = {
    word: number
    for number, word in enumerate(
        "nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split()
    )
}
_COUNT = rf"{'|'.join(_COUNTS)}|\d{{1,2}}"
_SCORE = re.compile(r"(?<![\w.,-])(\d{1,2})[-–](\d{1,2})(?![\w-]|[.,]\d)")
_VOTES = re.compile(r"\b(\d{1,4})(?:\svotes?\s(?:to|against)\s(\d{1,4})\b|\s(?:to|against)\s(\d{1,4})\svotes\b)")
_PLAYED = ("goal", "set", "game", "frame", "leg")
_GOALS = re.compile(
    rf"\b({_COUNT})\s(?:goals?|sets?|games?|frames?|legs?)\sto\s({_COUNT})\b|\b({_COUNT})[\s-](nil)\b", re.IGNORECASE
)


def scores(text: str) -> Iterator[Number]:
    """Results as numbers, the higher figure first in their value."""
    for match in _SCORE.finditer(text):
        ours, theirs = sorted((int(match[1]), int(match[2])), reverse=True)
        yield Number(match.start(), match.end(), 1000.0 * ours + theirs, SCORE)
    for match in _VOTES.finditer(text):
        ours, theirs = sorted((int(match[1]), int(match[2] or match[3])), reverse=True)
        yield Number(match.start(), match.end(), 10_000.0 * ours + theirs, SCORE)
    lower = text.lower()
    if "nil" not in lower and (" to " not in lower or not any(map(lower.__contains__, _PLAYED))):
        return
    for match in _GOALS.finditer(text):
        pair = [figure.lower() for figure in match.groups() if figure]
        ours, theirs = sorted(
            (int(_COUNTS.get(figure, 0) or figure.replace("nil", "0")) for figure in pair), reverse=True
        )
        yield Number(match.start(), match.end(), 1000.0 * ours + theirs, SCORE)
