"""Lines made from patterns: `[either|or]` and `{something of that sort}`; and spun ones."""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from zlib import crc32

_EITHER = re.compile(r"\[([^\[\]]*)\]")
_WORD = re.compile(r"[A-Za-z'’]+")
_FIRST = (
    "Anna Mark Olu Priya Chen Maria David Fatima John Sofia Kwame Elena Ahmed Grace Peter Ines Tomasz Leila Samuel Nora"
)
_LAST = "Berg Okafor Nair Silva Mensah Haddad Kowalski Ruiz Lind Osei Patel Novak Marsh Kim Dlamini O'Neill Santos Weber Cole Farah"
_MONTHS = "January February March April May June July August September October November December"
_LETTERS = "abcdefghjklmnprstvw"
# What a pattern's {something} may be.
_THINGS = {
    "agency": "AFP;Reuters;AP;PTI;ANI;IANS;Xinhua;dpa;EFE;UPI;TASS;NAN;GNA;AAP;Bloomberg;Getty Images;EPA;APP;Anadolu;Bernama;CNA;SPA",
    "company": "Visit Qatar;Volvo;Acme Bank;Safaricom;Taboola;Outbrain;Emirates",
    "day": "Monday;Tuesday;Wednesday;Thursday;Friday;Saturday;Sunday",
    "handle": "annaberg;coast_post;news24;markreports;qX7zLm2",
    "job": "former ambassador;professor;lawyer;political analyst;economist;historian;teacher;novelist;senior fellow;consultant;"
    "retired general;editor",
    "mail": "news@site.example;tips@paper.example;a.berg@post.example;letters@gazette.example",
    "month": _MONTHS.replace(" ", ";"),
    "net": "Facebook;Twitter;Instagram;WhatsApp;Telegram;YouTube;LinkedIn;TikTok;X;Reddit;Pinterest;Threads;Flipboard;Google+;"
    "Messenger;Bluesky",
    "num": "2;3;4;5;6;7;8;10;12;14;25;30;50;99;125;340;1200",
    "org": "Harbour Institute;University of Leeds;Gates Foundation;Red Cross;Ministry of Health;Pulitzer Center;"
    "Institute for Policy Studies;Rotary Club;World Bank",
    "paper": "The Guardian;Daily Nation;Coast Herald;The Star;Vanguard;Morning Post;Valley News;The Tribune;Gazette;BBC News;"
    "Times of Place;Punch;the Courier;Metro;CNN;The Standard;Premium Times;Daily Maverick;Local 10",
    "phone": "0800 123 456;+44 20 7946 0000;555-0142;999;+254 711 000 111;(02) 9555 1234;116 123",
    "place": "London;Nairobi;Lagos;Delhi;Cairo;Berlin;Manila;Accra;Texas;Ohio;Karachi;Lima;Kyiv;Sydney;New York;Cape Town;"
    "Hong Kong;Paris;Kampala;Dhaka;Tripoli",
    "price": "$1;£2;€4.99;$29.99;₹99;Rs 199;N500;£1.50;KSh 100;R45",
    "section": "News;Business;Sport;Sports;Politics;World;Opinion;Culture;Lifestyle;Health;Tech;Travel;Entertainment;Science;"
    "Local;National;Africa;Asia;Metro;Features;Video;Education;Money;Arts;Weather",
    "site": "example.com;www.thestar.example;news.example.co.uk;www.site.example/reports;coastpost.net;bit.ly/3xYz",
    "topic": "politics;health;business;technology;football;climate change;the economy;crime;education;culture;Africa;travel;"
    "food;science;markets;elections;agriculture;energy",
}  # fmt: skip


def names() -> frozenset[str]:
    """The lower-cased names of the persons in made lines: no words to learn from."""
    return frozenset(f"{_FIRST} {_LAST}".lower().split())


def _date(chance: random.Random) -> str:
    day, month, year = chance.randint(1, 28), chance.choice(_MONTHS.split()), chance.randint(2005, 2025)
    number = chance.randint(1, 12)
    return chance.choice(
        [f"{day} {month} {year}", f"{month} {day}, {year}", f"{year}-{number:02}-{day:02}", f"{day:02}/{number:02}/{year}",
         f"{month[:3]} {day}, {year}", f"{month[:3]} {day}", f"{day} {month[:3]} {year}"]
    )  # fmt: skip


def _makers(chance: random.Random, titles: Sequence[str]) -> Mapping[str, Callable[[], str]]:
    made: dict[str, Callable[[], str]] = {
        name: partial(chance.choice, things.split(";")) for name, things in _THINGS.items()
    }
    made["person"] = lambda: f"{chance.choice(_FIRST.split())} {chance.choice(_LAST.split())}"
    made["date"] = lambda: _date(chance)
    made["year"] = lambda: str(chance.randint(1999, 2025))
    made["time"] = lambda: f"{chance.randint(0, 23)}:{chance.randint(0, 59):02}"
    made["initials"] = lambda: "".join(chance.choice(_LETTERS) for _ in range(chance.randint(2, 3)))
    made["headline"] = lambda: chance.choice(titles)
    return made


def _expanded(pattern: str, chance: random.Random, makers: Mapping[str, Callable[[], str]]) -> str:
    """One line of a pattern; `\\|` is a stroke, and brackets without one stay."""
    text, at = pattern.replace(r"\|", "\x01"), 0
    while match := _EITHER.search(text, at):
        if "|" in match[1]:
            text, at = text[: match.start()] + chance.choice(match[1].split("|")) + text[match.end() :], 0
        else:
            at = match.end()
    text = re.sub(r"\{(\w+)\}", lambda match: makers[match[1]](), text)
    return " ".join(text.replace("\x01", "|").split())


def rows(name: str) -> list[list[str]]:
    """The rows of a table beside this module."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def made(name: str, each: int, seed: int, titles: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """Kind, line and weight: up to `each` lines of every pattern of a table, a pattern weighing 12 lines at most."""
    chance = random.Random(seed)
    makers = _makers(chance, titles)
    for kind, pattern in rows(name):
        lines = sorted({_expanded(pattern, chance, makers) for _ in range(each)} - {""})
        for line in lines:
            yield kind, line[0].upper() + line[1:] if chance.random() < 0.9 else line, min(1.0, 12 / len(lines))


def exchanges() -> Mapping[str, list[str]]:
    """What paraphrasing machines write for the words of furniture."""
    return {word: said.split("; ") for word, said in rows("spun.tsv")}


def spun(line: str, table: Mapping[str, list[str]], chance: random.Random, share: float) -> str:
    """The line with a `share` of its words exchanged, capitals kept."""

    def exchanged(match: re.Match[str]) -> str:
        said = table.get(match[0].lower())
        if not said or chance.random() > share:
            return match[0]
        word = chance.choice(said)
        if match[0].isupper() and len(match[0]) > 1:
            return word.upper()
        return word[0].upper() + word[1:] if match[0][0].isupper() else word

    for phrase in (word for word in table if " " in word):
        line = re.sub(rf"(?i)\b{phrase}\b", exchanged, line)
    return _WORD.sub(exchanged, line)


def held_out(document: str, source: str | None) -> bool:
    """Whether a check leaves the document out: a quarter of the outlets, of sets without outlets a quarter of the articles."""
    return crc32(f"held{source or document}".encode()) % 4 == 0
