"""Who says a statement, and what is said: "The union said that 300 marched" is the union's, as is "…, the union said"."""

import re

_VERB = r"(?:said|says|claimed|claims|insisted|insists|stated|argued|reported|denied|announced|told\s\w+|according\sto)"
_WHEN = r"(?:\son\s\w+|\slate\son\s\w+|\searlier|\slater|\stoday|\syesterday|\sin\sa\sstatement)?"
_OPENING = re.compile(
    rf"(?P<who>[A-Z][^,.;:“”\"]{{2,80}}?)\s(?:has\s|have\s|had\s)?(?P<verb>{_VERB}){_WHEN}\s(?:that\s)?"
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
        cut = match.start("verb") if match["verb"] == "denied" else match.end()
        return match["who"], sentence[cut:]
    return "", sentence
