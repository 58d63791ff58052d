"""Lines made of nothing but the words of a site's furniture: "Save Share Listen", "14 Comments", "Full story here".

A list of phrases knows the lines that it has seen; buttons, counters, menus and bars of sections are new on each site,
and are made of the same few words everywhere, in spun English of their spun forms ("Percentage this text").
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*+")
_MOST_WORDS = 10
# A section's name alone may be a heading of the article; a row of them is a menu.
_FEWEST_SECTIONS = 3
# "Home » News » Metro", "Home / World / Asia-Pacific"
_CRUMBS = re.compile(
    r"\w[\w &,'’-]{0,30}(?: ?[»›] ?\w[\w &,'’-]{0,30}){1,6}|Home(?: ?[/>|»›] ?\w[\w &,'’-]{0,30}){1,6}"
)


@lru_cache(maxsize=1)
def _words() -> Mapping[str, str]:
    rows = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()[1:]
    return dict(row.split("\t") for row in rows)


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")


def is_furniture(text: str) -> bool:
    """Whether a line is a button, a counter, a menu or a path through sections."""
    if len(text) > 90 or text[-1] in ".?!:;,":
        return False
    known, first = _words(), _WORD.search(text)
    trail = ("»" in text or "›" in text or text.startswith("Home")) and _CRUMBS.fullmatch(text)
    # Most lines are known by their first word to be none.
    if first is None or not (trail or _folded(first[0]) in known):
        return False
    kinds = [known.get(_folded(word)) for word in _WORD.findall(text)]
    if len(kinds) > _MOST_WORDS or (None in kinds and not trail):
        return False
    if trail:
        return True
    strong = kinds.count("strong")
    return strong >= 2 or (strong == 1 and any(c.isdigit() for c in text)) or kinds.count("section") >= _FEWEST_SECTIONS
