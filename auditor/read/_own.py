"""Whether a file is a report that `audit` wrote: a folder of articles is a usual place for one.

By how our plain, terminal and markdown reports begin: the line that says what was read, behind the heading and its reasons
in markdown. Such a file is told among those that were skipped, so that nobody hides an article behind that line unseen.
"""

import re

_OURS = re.compile(
    r"(?:## audit(?:: (?:passed|failed))?[\r\n]++(?:-[^\r\n]*+[\r\n]++){0,40}+|audit \d[\w.+-]{0,20}\s{1,4})?"
    r"\d[\d,]{0,12} articles?\s(?:read|in scope)\s\S{1,8}\s\d[\d,]{0,12}\sskipped\s\S{1,8}\s\d[\d,]{0,12}\sunattributed\s"
)

REASON = "a report that audit wrote, not an article"


def is_report(text: str) -> bool:
    """Whether the text begins as one of our reports does."""
    return _OURS.match(text) is not None
