"""Lines that are known by what they are made of: addresses, by-lines, credits of pictures, dates, teasers."""

import re

from auditor.text.furniture import is_furniture
from auditor.text.phrases import SHORT

_ADDRESS = re.compile(r"(?:https?://|www\.)\S")
_HOST = re.compile(r"(?:[\w-]++\.){1,3}+(?:com|org|net)")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.[\w.-]++|\[email protected\]")
_HANDLE = re.compile(r"(?<![\w@])@\w{2,30}\b")
_BYLINE = re.compile(r"(?:By|BY) (?:[A-Z][\w.’'-]*+,?(?: (?:and|of|for|the|in|&) | \| | // | |$)){1,9}")
# Initials of writer and editor, and the agencies: "jm/dm (AFP, dpa)".
_INITIALS = re.compile(r"(?:[a-z]{2,4}-)?[a-z]{2,4}(?:/[a-z]{2,4})++(?: \([A-Za-z, ]{2,40}\))?")
# An agency's name as the last word on it, with the initials of who wrote: "—IANS ank/vd", "GNA/CA".
_AGENCY_ALONE = re.compile(
    r"[—–-]{0,2} ?(?:AAP|AFP|ANI|ANSA|AP|APA|APP|BSS|Bernama|CMC|EFE|GNA|IANS|IPS|KUNA|NAN|PNA|PTI|QNA|REUTERS|Reuters|SPA|TASS|UNB|UNI|"
    r"UPI|WAM|Xinhua|dpa)(?: ?/ ?[A-Za-z]{2,8}| [a-z]{2,4}(?:/[a-z]{2,4})*+)?"
)
_POSITION = re.compile(
    r"(?:Senior |Chief |Staff |Special |Assistant )?(?:Reporter|Correspondent|Editor|Writer|Columnist|Photographer|Contributor|Producer)"
    r"(?:, [A-Z][\w&]*+(?: [A-Z][\w&]*+){0,3})?"
)
_COPYRIGHT = re.compile(r"(?:copyright|\(c\)|copr\.) ?(?:©|\(c\))? ?(?:19|20)\d\d\b", re.IGNORECASE)
_FOLLOW = re.compile(
    r"[^\w\r\n]{0,8}follow (?:[@\w.’'()-]++,? ){1,6}on (?:twitter|facebook|instagram|threads|telegram|x)\b",
    re.IGNORECASE,
)
# A photographer and an agency with a stroke between them, alone or behind the caption's full stop.
_NAME = r"[A-Z][\w.’'-]++(?: [A-Z][\w.’'-]++){1,2}"
_CREDIT = re.compile(
    r"(?!The )[A-Z][a-zà-ÿ.’']++(?: [A-Z][\w.’'-]++){1,2} ?/ ?[A-Z][\w.’'&-]*+(?: [A-Z&][\w.’'&-]*+){0,4}(?<![.:])"
)
_CREDIT_BEHIND = re.compile(rf"[.!?…”\"’'] {_NAME} ?/ ?[A-Z][\w.’'&-]*+(?: [A-Z&][\w.’'&-]*+){{0,4}}\Z")
_AGENCY_NAME = re.compile(
    r"[.!?…”\"’'\d] (?:REUTERS|AFP|AP|EPA|GETTY|Reuters|THE CANADIAN PRESS) ?/ ?[A-Z][\w.’'-]++(?: [A-Z][\w.’'-]++){0,3}\Z"
)
# "(FRANCE 24 with AFP, AP)", "(PTI)": who wrote it, on a line of its own.
_AGENCIES = re.compile(
    r"\((?:[\w.&]+,? ){0,4}(?:with |and |from |via )?(?:AFP|AP|Reuters|REUTERS|PTI|ANI|IANS|dpa|EFE|Xinhua|UPI|Agencies|Bloomberg|IPS)"
    r"(?:,? (?:and )?[\w.&]+){0,4}\)"
)
_GETTY_BEHIND = re.compile(rf"(?:\A|[.!?…”\"’'] ){_NAME},? Getty Images\Z")
_AGENCY_BEHIND = re.compile(
    r"(?<=[a-z]{2})[.!?…”\"’'] (?:AFP|AP|AP Photo|REUTERS|Reuters|EPA|Xinhua|PTI|ANI|UPI|Getty Images|USA TODAY)\Z"
)
# "(UN Photo/…)", "(Photo: Screen capture)", "(Screenshot via …) More"
_IN_BRACKETS = re.compile(
    r"\((?:[A-Z]{2,5} )?(?:Photos?|Images?|Picture|Screenshot|Screen ?capture|Screengrab|Credit|File)\b[^()]{0,80}\)\.?(?: More)?\Z"
)
# An agency's name and the stop before it are no longer.
_AGENCY = 20
# "— PNA photo by Olaf Berg"; the time that a video runs, "00:00 / 02:15".
_PICTURE_BY = re.compile(r"[—–-]{0,2} ?[A-Z]{2,6} (?:file )?(?:photo|video|picture)s? by [A-Z]")
_TIMER = re.compile(r"\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d")
# "CafÃ© Meyer" is a name read in the wrong encoding.
_RIGHTS = re.compile(r"(?<!opyright )(?<![ÃÂ])© ?[A-Z]")
_MORE = re.compile(r"[.!?…”\"’')] (?:Read|See|Learn|Show) more\Z")
_CLOSE = re.compile(r"CLOSE [A-Z]")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    r"\(?(?:(?:Published|Posted|Updated|Last updated|Date|[A-Z]\w+ [A-Z]\w+)?:? ?)(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?"
    rf"(?:\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d)"
    r"(?: page ?\d{1,3}|[ ,|@T-]{1,3}(?:at )?\d{1,2}[:.]\d\d[^\r\n]{0,20})?\)?"
)
# A person who is introduced by first and last name, and by what he or she does.
_INTRODUCED = re.compile(
    r"[^\w\r\n]{0,4}(?P<name>[A-Z][\w.’'-]*+ (?:(?:van|von|de|al|bin) )?(?:[A-Z][\w.’'-]*+ ){1,3})(?:is|was) "
    r"(?:(?:an?|the|one of|currently) )?(?:[\w’'&,-]++ ){0,6}?"
    r"(?:fellow|columnist|writer|editor|reporter|correspondent|contributor|journalist|author|professor|chair|chairman|"
    r"president|director|founder|co-founder|host|analyst|lecturer|novelist|historian|lawyer|attorney|scholar|economist|"
    r"producer|researcher|commissioner|blogger|commentator|strategist|consultant|freelancer|photographer|critic|"
    r"editor-in-chief|publisher)\b"
)
_SIGNED = re.compile(
    "|".join(f"(?:{shape.pattern})" for shape in (_BYLINE, _INITIALS, _AGENCIES, _AGENCY_ALONE, _POSITION))
)
_FEWEST_IN_TEASER, _TITLE_CASE = 6, 0.7


def by_shape(text: str, words: int) -> str | None:
    """The kind of a line of at most forty words that is made like boilerplate."""
    if "@" in text and (_MAIL.search(text) or (words <= SHORT and _HANDLE.match(text))):
        return "author"
    if words == 1 and (_ADDRESS.search(text) or _HOST.fullmatch(text)):
        return "link"
    if text.startswith("©") or (text[0] in "Cc(" and _COPYRIGHT.match(text)):
        return "copyright"
    if words <= SHORT:
        if _SIGNED.fullmatch(text):
            return "author"
        if _PICTURE_BY.match(text):
            return "photo"
        if is_furniture(text) or _TIMER.fullmatch(text):
            return "related"
    return _of_picture(text, words) or ("share" if _FOLLOW.match(text) else None)


def _of_picture(text: str, words: int) -> str | None:
    """The kind of a caption with its credit, or of a teaser's "Read more"; each pattern only where it can be."""
    if "/" in text and (
        (words <= SHORT and _CREDIT.fullmatch(text)) or _CREDIT_BEHIND.search(text) or _AGENCY_NAME.search(text)
    ):
        return "photo"
    if ("©" in text and _RIGHTS.search(text)) or ("(" in text and _IN_BRACKETS.search(text)):
        return "photo"
    if not text[-1].isalpha():
        return None
    if _AGENCY_BEHIND.search(text, max(0, len(text) - _AGENCY)) or _CLOSE.match(text):
        return "photo"
    if text.endswith("Images") and _GETTY_BEHIND.search(text):
        return "photo"
    return "related" if text.endswith("more") and _MORE.search(text) else None


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, but for what the date is of."""
    return len(text) < 80 and _DATE.fullmatch(text) is not None


def introduced(text: str) -> str | None:
    """The person whom a line introduces as a writer, or as somebody who writes beside another work."""
    match = _INTRODUCED.match(text)
    return match["name"] if match else None


def is_teaser(text: str) -> bool:
    """Whether a heading is another article's: written Like This, and long."""
    # A dash or a handle signs a post, and figures are a table's.
    words = [] if text[0] in "-–—" or "(@" in text or "^" in text else text.split()
    titled = sum(not word[0].islower() for word in words)
    return len(words) >= _FEWEST_IN_TEASER and titled >= _TITLE_CASE * len(words)
