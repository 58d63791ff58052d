"""Untrusted text made visible: nothing that stands in an article is ever obeyed by a terminal or a program.

What changes how a line is shown without showing itself is spelled out: controls and escape sequences, bidirectional
overrides (Boucher, Anderson 2021, "Trojan Source"), zero-width and filler characters, tags, lone surrogates. Marks that
stand on one letter by the dozen, so that they cover the lines around it, are cut; commands to a build server are broken.
"""

import re
import unicodedata

_HIDDEN = re.compile(
    r"\r\n|[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Vietnamese and Hebrew with all their points need three marks on a letter; Thai, two.
_MOST_MARKS = 4
_MARKS = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACK = re.compile(rf"(?<={_MARKS}{{{_MOST_MARKS}}}){_MARKS}++")
_PLAIN: dict[int, str | int | None] = {
    ord(mark): plain
    for mark, plain in zip("“”‘’–—…⏎±·→", ('"', '"', "'", "'", "-", "-", "...", "/", "+-", "-", "->"), strict=True)
}
_NAMED = {"\n": "⏎", "\r": "⏎", "\r\n": "⏎", "\t": " "}


# What a build server takes for a command when it meets it in a log: `::error …` (GitHub, at the start of a line, which
# any wrapping can make), `##[error]` and `##vso[…]` (GitHub, Azure), `##teamcity[…]`.
_COMMAND = re.compile(r"(?<=:):(?=[A-Za-z])|(?<=#)#(?=[a-z]*+\[)")


def _shown(match: re.Match[str]) -> str:
    hidden = match[0]
    return _NAMED[hidden] if hidden in _NAMED else f"<U+{ord(hidden):04X}>"


def visible(text: str, limit: int | None = None) -> str:
    """`text` on one line with every control and hidden character spelled out, cut with an ellipsis behind `limit`."""
    shown = _COMMAND.sub(_shown, _STACK.sub("", _HIDDEN.sub(_shown, text)))
    if limit is not None and len(shown) > limit:
        return shown[: limit - 1].rstrip() + "…"
    return shown


def visible_lines(text: str) -> str:
    """A whole text with its line ends and tabs as they are, and everything else that is hidden spelled out."""
    lines = re.split(r"\r\n|[\r\n]", text)
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in lines)


def to_ascii(text: str) -> str:
    """`text` for a terminal that has ASCII only: typographic marks become plain ones, the rest is escaped."""
    plain = text.translate(_PLAIN)
    decomposed = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return decomposed.encode("ascii", "backslashreplace").decode("ascii")
