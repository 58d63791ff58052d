"""Untrusted text made visible: nothing that stands in an article is ever obeyed by a terminal or a program."""

import re
import unicodedata

# Controls, bidirectional overrides, zero-width and other format characters, lone surrogates, line separators.
_HIDDEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_PLAIN: dict[int, str | int | None] = {
    ord(mark): plain
    for mark, plain in zip("“”‘’–—…⏎±·→", ('"', '"', "'", "'", "-", "-", "...", "/", "+-", "-", "->"), strict=True)
}
_NAMED = {"\n": "⏎", "\r": "", "\t": " "}


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    if character in _NAMED:
        return _NAMED[character]
    return f"<U+{ord(character):04X}>"


def visible(text: str, limit: int | None = None) -> str:
    """`text` on one line with every control and hidden character spelled out, cut with an ellipsis behind `limit`."""
    shown = _HIDDEN.sub(_shown, text)
    if limit is not None and len(shown) > limit:
        return shown[: limit - 1].rstrip() + "…"
    return shown


def to_ascii(text: str) -> str:
    """`text` for a terminal that has ASCII only: typographic marks become plain ones, the rest is escaped."""
    plain = text.translate(_PLAIN)
    decomposed = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return decomposed.encode("ascii", "backslashreplace").decode("ascii")
