"""Whether a file is a report that `audit` wrote: a folder of articles is a usual place for one.

Our plain and markdown reports, known by all of their lines: whoever puts our first line before an article hides nothing. Such
a file is told among those that were skipped.
"""

import re

REASON = "a report that audit wrote, not an article"

_COVERAGE = r"\d[\d,]{0,12} articles? (?:read|in scope) \S{1,8} \d[\d,]{0,12} skipped \S{1,8} \d[\d,]{0,12} unattributed \S{1,8} "
_COUNTS = r"\d[\d,]{0,12} errors?, \d[\d,]{0,12} warnings?, \d[\d,]{0,12} notes?"
# The line that says what was read comes first, behind the heading and its reasons in markdown.
_FIRST = re.compile(rf"(?:## audit(?:: (?:passed|failed))?[\r\n]++(?:- [^\r\n]*+[\r\n]++){{0,40}}+)?{_COVERAGE}")
_PLAIN = re.compile(
    rf"{_COVERAGE}|{_COUNTS}|(?:unjudged|skipped|source|article|note|audit): |  also |what if |  \S.* (?:→|->) |"
    r"\d[\d,]{0,12} (?:source|article)s? would move|  (?:…|\.\.\.) and \d"
)
_FOUND = re.compile(r":(?:title|\d++:\d++): (?:error|warning|info) [A-Z]{2}\d{3}\b")
# In markdown the words of strangers stand without a mark that could end a sentence: as character references.
_MARKDOWN = re.compile(
    rf"## audit|### (?:New findings|Sources|Not read)|{_COVERAGE}|{_COUNTS}|No new findings\.|\d[\d,]{{0,12}} more |"
    r"[-|](?:[^.!:<]|\.{3}|(?<=\d)\.(?=\d)|(?<=[-\d>]):|</?(?:code|br)>)*+$"
)


def is_report(text: str) -> bool:
    """Whether the text is one of our reports from its first line to its last."""
    if not _FIRST.match(text):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    return all(_PLAIN.match(line) or _FOUND.search(line) for line in lines) or all(map(_MARKDOWN.match, lines))
