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


def is_furniture(text: str) -> bool:
    """Whether a line is a button, a counter, a menu or a path through sections."""
    if len(text) > 90 or text[-1] in ".?!:;,":
        return False
    found = _WORD.findall(text)
    if not 0 < len(found) <= _MOST_WORDS:
        return False
    if ("»" in text or "›" in text or text.startswith("Home")) and _CRUMBS.fullmatch(text):
        return True
    known = _words()
    kinds = [known.get(word.lower().replace("’", "'")) for word in found]
    if None in kinds:
        return False
    strong = kinds.count("strong")
    return strong >= 2 or (strong == 1 and any(c.isdigit() for c in text)) or kinds.count("section") >= _FEWEST_SECTIONS
