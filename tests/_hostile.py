"""Hostile texts: what makes patterns and loops slow, and strategies that make more of it."""

from collections.abc import Iterator

from hypothesis import strategies as st

from auditor.model import Document

# One thing over and over; each is cut to the size that is asked for.
UNITS = {
    "spaces": " ", "a": "a", "capitals": "A", "quotes": '"', "curly": "“", "closing": "”", "brackets": "(", "closed": ")",
    "square": "[", "digits": "1", "newlines": "\n", "returns": "\r\n", "stops": ".", "commas": ",", "hyphens": "-",
    "apostrophes": "'", "word": "word ", "name": "Anna ", "abbreviation": "U.S. ", "comma words": "a,", "pipes": "|",
    "quoted": "“a” ", "half quoted": '"a ', "sentences": "He said so. ", "capital words": "The Big Bank (BB) said, ",
    "lines": "a\n", "bullets": "- a\n", "table": "| a | b |\n", "dates": "12 May 2019 ", "sums": "$1.2 million, ",
    "marks": "?!", "slashes": "/", "stars": "*", "addresses": "https://a.example/", "mails": "a@b.example ", "nuls": "\0",
    "accents": "e\u0301", "wide": "漢", "dotted": "İ", "joiners": "a\u200b", "surrogates": "\ud800", "tabs": "\t", "said": "said that ",
    "months": "May ", "ofs": "of the ", "numbers": "1,234 ", "dashes": " – ", "ands": "Ann and ", "told": " told The ", "emoji": "🙂",
}  # fmt: skip


def texts(size: int) -> Iterator[tuple[str, str]]:
    """Each hostile text by name, `size` characters long."""
    for name, unit in UNITS.items():
        yield name, (unit * (size // len(unit) + 1))[:size]


def _mixed() -> st.SearchStrategy[str]:
    units = st.sampled_from(
        [*UNITS.values(), "will continue to monitor", "(WHO)", "Copyright © 2019 ", "Source link : "]
    )
    return st.lists(st.one_of(units, st.text(max_size=8)), max_size=60).map("".join)


def _repeated() -> st.SearchStrategy[str]:
    return st.tuples(st.text(max_size=4), st.integers(0, 300), st.text(max_size=4)).map(lambda t: t[0] * t[1] + t[2])


hostile_text = st.one_of(st.text(), _mixed(), _repeated())

documents = st.builds(
    Document,
    id=st.text(min_size=1, max_size=20),
    text=hostile_text,
    title=st.one_of(st.just(""), hostile_text),
    path=st.text(max_size=20),
    source=st.one_of(st.none(), st.text(max_size=20)),
    url=st.one_of(st.none(), st.text(max_size=30), st.just("http://[::1"), st.just("https://a.example/b")),
    date=st.one_of(st.none(), st.text(max_size=20), st.just("2019-02-31"), st.just("2019-05-12")),
    author=st.one_of(st.none(), st.text(max_size=20)),
    canonical=st.one_of(st.none(), st.just("https://b.example/b")),
)
