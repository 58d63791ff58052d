"""Who says a statement, and what is said: "The union said that 300 marched" is the union's, as is "…, the union said"."""

import re

from auditor.statements.align import key
from auditor.statements.words import words

_VERB = (
    r"(?:said|says|claim(?:ed|s)(?!\s(?:responsibility|credit|victory|asylum|the\s(?:crown|medal|prize|throne|title)|(?:the\s|his\s|her\s|\w+\s)?li(?:fe|ves)))|insisted|insists|stated|argued|reported(?!\sto\b)|denied|denies|announced|told\s\w+|according\sto"
    r"|puts?(?=\sthe)|estimated|estimates)"
)
# These say something where "that" follows.
_THAT = r"(?:(?:warn|maintain|testifi|conclud|suggest|confirm|believ|admitt|add|remember|assur|estimat)(?:ed|s|es)|found|finds|shows|showed)(?=\sthat)"
_WHEN = r"(?:\son\s\w+|\slate\son\s\w+|\searlier|\slater|\stoday|\syesterday|\sin\sa\sstatement)?"
_OPENING = re.compile(
    rf"(?P<who>[A-Z][^,.;:“”\"]{{2,80}}?)\s(?:has\s|have\s|had\s)?(?P<verb>{_VERB}|{_THAT}){_WHEN}\s(?:that\s)?"
)
_CLOSING = re.compile(rf",[”\"]?\s(?P<who>[^,.;:“”\"]{{3,80}}?)\s{_VERB}{_WHEN}\.?[”\"]?$")
_SOURCE = re.compile(
    r",?\saccording\sto\s(?P<who>[^,;:“”\"]{3,80}?)\.?$|^According\sto\s(?P<first>[^,;:“”\"]{3,80}?),\s"
)


def said(sentence: str) -> tuple[str, str]:
    """Who says a sentence ("" where its author does) and what it says. "Denied" stays part of what is said."""
    if match := _SOURCE.search(sentence):
        rest = sentence[: match.start()] if match["who"] else sentence[match.end() :]
        return match["who"] or match["first"], rest
    if match := _CLOSING.search(sentence):
        return match["who"], sentence[: match.start()]
    if match := _OPENING.match(sentence):
        cut = match.start("verb") if match["verb"] in ("denied", "denies") else match.end()
        return match["who"], sentence[cut:]
    return "", sentence


def disagree(first: str, second: str) -> bool:
    """Whether two speakers say two statements: they may disagree, and both may have said it."""
    one, other = ({key(word) for word in words(said(text)[0]) if word.content} for text in (first, second))
    return bool(one and other) and one.isdisjoint(other)
