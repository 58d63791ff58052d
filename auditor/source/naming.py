"""Outlets that a text names: its own, by house lines that only an outlet writes of itself, and the one it came from.

Both look at the ends of a text only, where such lines stand, and take nothing but strong patterns: a name in running
text is mostly somebody else's.
"""

import re
from functools import lru_cache
from pathlib import Path

from auditor.source.address import site

# House lines stand in the last paragraph; the longest chain of them in development articles took 500 characters.
_TAIL = 700
_HEAD = 200

_WORD = r"[A-Z0-9](?:[\w&-]|['’](?!s\b)(?=\w)|\.(?=\w))*+"
_NAME = rf"(?P<name>(?:[Tt]he )?{_WORD}(?: (?:(?:of|the|and|for|&) )?{_WORD})*+)"
_NAME_AT = re.compile(rf"\A{_NAME}")
_HOST = re.compile(r"\A(?:https?://)?(?:www\.)?(?P<host>[a-z0-9-]++(?:\.[a-z0-9-]++)+)", re.IGNORECASE)

# "… will continue to monitor developments": what only a desk promises, of events and readers.
_PROMISE = re.compile(
    rf"\A{_NAME} will (?:continue to|keep) (?:monitor|follow|track|cover|report on|bring|provide|updat|keep)(?:ing)?\w?\w? "
    r"(?:(?:you|readers|our|any|further|the|these|this|more|all|new|latest|on|closely) )*+"
    r"(?:coverage|developments?|events|news|situation|story|topic|updated?|updates|informed|evolving|ongoing|unfolding)"
)
_STAFF = re.compile(rf"\A{_NAME}[’']s? [A-Z]")
_CREDIT = re.compile(r" contributed to this (?:article|report|story)\b")
_SENTENCE = re.compile(r"(?<=[.!?…”\"]) |[\r\n]")
_YEAR = r"(?:19|20)[0-9]{2}"
_RIGHTS = re.compile(rf"(?:© ?(?:{_YEAR},? )?|\(c\) ?{_YEAR},? |Copyright {_YEAR},? )(?:by )?{_NAME}")
_LATE_YEAR = re.compile(rf",? {_YEAR}$")
_CAPITALS = re.compile(r"[A-Z]{2,5}")
# They write for others: their name is where a text came from, not where it stands.
_AGENCY = re.compile(
    r"\b(?:AFP|AP|ANI|Agence France-Presse|Associated Press|Creators|EFE|IANS|King Features|PTI|Press Association|Reuters|"
    r"Syndicate|TASS|Thomson Reuters|Content Agency|Media Services|UPI|Writers Group|Xinhua|dpa)\b"
)
_DATELINE = re.compile(r"\((?P<name>AFP|AP|ANI|EFE|IANS|PTI|Reuters|REUTERS|TASS|UPI|Xinhua|dpa)\) ?+[-–—]")

_FOOTER = re.compile(
    r"^[ \t]*+(?:source link|original source|originally published (?:at|by|in|on)|first published (?:at|by|in|on))[ \t]*+:?[ \t]*+|"
    r"\bthis (?:article|story|piece|post|column|report|essay|op-ed|commentary)(?: was| has been)?+ (?:originally|first|previously)? ?+"
    r"(?:appeared|published|posted|ran|reprinted|republished)(?: first)?+ (?:with permission )?+(?:at|by|from|in|on)[ \t]*+:?[ \t]*+|"
    r"\b(?:re(?:published|printed)) (?:here )?+(?:with permission )?+(?:courtesy of|from)[ \t]*+:?[ \t]*+|"
    r"\bappeared first on[ \t]*+:?[ \t]*+",
    re.IGNORECASE | re.MULTILINE,
)
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|[0-9]")


@lru_cache(maxsize=1)
def _media_words() -> frozenset[str]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _is_outlet(name: str) -> bool:
    """Whether a name is an outlet's by its own words ("The Harbour Gazette"), or four or so capitals ("WXYZ")."""
    if _AGENCY.search(name):
        return False
    words = name.split()
    return bool(_media_words().intersection(words)) or (len(words) == 1 and _CAPITALS.fullmatch(name) is not None)


def self_named(text: str) -> str | None:
    """The outlet as which a text speaks of itself; None where it does not, or names several."""
    tail = text.rstrip()[-_TAIL:]
    signs: list[re.Match[str] | None] = list(_RIGHTS.finditer(tail))
    for sentence in _SENTENCE.split(tail):
        signs.append(_PROMISE.match(sentence))
        if _CREDIT.search(sentence):
            signs.append(_STAFF.match(sentence))
    names = (_LATE_YEAR.sub("", sign["name"]) for sign in signs if sign)
    found = dict.fromkeys(name for name in names if _is_outlet(name))
    folded = {name.casefold().removeprefix("the ") for name in found}
    return next(iter(found)) if len(folded) == 1 else None


def _named(what: str) -> str | None:
    """The outlet or site that stands at the beginning of `what`."""
    host = _HOST.match(what)
    if host and (domain := site(host["host"])) and (what.startswith("http") or "." in domain):
        return domain
    name = _NAME_AT.match(what)
    if name is None or _MONTH.match(what) or what.startswith(("'", "’"), name.end()):
        return None
    return name["name"]


def upstream(text: str) -> str | None:
    """The site or outlet from which the text says it came: a footer, an agency's rights line, or its dateline."""
    tail = text.rstrip()[-_TAIL:]
    for match in _FOOTER.finditer(tail):
        what = tail[match.end() : match.end() + 200].partition("\n")[0].strip()
        if name := _named(what.removeprefix("the ")):
            return name
    for match in _RIGHTS.finditer(tail):
        if _AGENCY.search(match["name"]):
            return match["name"]
    dateline = _DATELINE.search(text[:_HEAD])
    return dateline["name"] if dateline else None
