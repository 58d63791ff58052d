"""Whose article it is, in the stated order, with the method; and the upstream apart."""

import socket
from dataclasses import replace

import pytest

from auditor.model import Document
from auditor.settings import Settings
from auditor.source import attribute
from auditor.source.address import site
from auditor.source.naming import self_named, upstream

FULL = Document(
    id="a",
    text="The ferry left.\nThe Harbour Weekly will continue to monitor developments on the islands.",
    source="Declared Paper",
    source_method="declared",
    canonical="https://www.canonical.example/a",
    publisher="Publisher Ltd",
    site_name="The Site",
    url="https://news.address.co.uk/a",
)
# Each method with what has to be taken away so that the next one speaks.
ORDER: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("configuration", "Mapped", {}),
    ("declared", "Declared Paper", {"source": None, "source_method": "none"}),
    ("publisher", "Publisher Ltd", {"publisher": None}),
    ("site name", "The Site", {"site_name": None}),
    ("url", "address.co.uk", {"url": None, "canonical": None}),
    ("self-naming", "The Harbour Weekly", {"text": "The ferry left."}),
    ("folder", "alpha", {}),
)


def test_the_order_of_methods() -> None:
    document, mapped, folder = FULL, "Mapped", "alpha"
    for method, source, gone in ORDER:
        found = attribute(document, folder, mapped)
        assert (found.source_method, found.source) == (method, source)
        assert 0 < found.source_confidence <= 1
        document, mapped = replace(document, **gone), ""  # type: ignore[arg-type]  # fields of a Document, by name
    nobody = attribute(document, None)
    assert (nobody.source, nobody.source_method, nobody.source_confidence) == (None, "none", 0.0)


def test_a_canonical_address_on_the_same_site_is_the_source() -> None:
    found = attribute(Document(id="a", text="x", canonical="https://www.gazette.example/a", publisher="Gazette Ltd"))
    assert (found.source, found.source_method, found.upstream) == ("gazette.example", "canonical", None)
    same = attribute(replace(found, source=None, source_method="none", url="https://m.gazette.example/a"))
    assert (same.source, same.source_method, same.upstream) == ("gazette.example", "canonical", None)


def test_a_canonical_address_on_another_site_is_the_upstream() -> None:
    found = attribute(Document(id="a", text="x", canonical="https://gazette.example/a", url="https://copies.example/b"))
    assert (found.source, found.source_method, found.upstream) == ("copies.example", "url", "gazette.example")


def test_a_declared_source_is_kept_verbatim() -> None:
    assert attribute(Document(id="a", text="x", source=" The  GAZETTE ")).source == " The  GAZETTE "


def test_the_configuration_map_has_the_last_word() -> None:
    settings = Settings(sources={"feeds/**": "feeds.example", "feeds/harbour/**": "harbour.example"})
    assert settings.source_at("feeds/harbour/a.txt") == "harbour.example"
    assert settings.source_at("feeds/hill/a.txt") == "feeds.example"
    assert settings.source_at("other/a.txt") is None


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.news.gazette.co.uk/a?b#c", "gazette.co.uk"),
        ("http://user:pw@gazette.example:8080/", "gazette.example"),
        ("gazette.example/a", "gazette.example"),
        ("HTTPS://WWW.Gazette.EXAMPLE", "gazette.example"),
        ("https://ann.blogspot.com/2020/a.html", "ann.blogspot.com"),
        ("https://ann.substack.com/p/a", "ann.substack.com"),
        ("https://web.archive.org/web/20200101000000/https://www.gazette.example/a", "gazette.example"),
        ("https://www.google.com/amp/s/gazette.example/a", "gazette.example"),
        ("https://news.google.com/rss/articles/abc", None),
        ("https://t.co/abc", None),
        ("http://192.168.1.1/a", None),
        ("http://[::1]/a", None),
        ("http://[oops/a", None),
        ("http://localhost/a", None),
        ("javascript:alert(1.0)", None),
        ("../a.html", None),
        ("", None),
        ("x" * 10_000 + ".example", None),
    ],
)
def test_the_site_of_an_address(url: str, domain: str | None) -> None:
    assert site(url) == domain


def test_no_network_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    from auditor.source import address as module

    def refuse(*_: object) -> None:
        raise AssertionError("a network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    module._extractor.cache_clear()
    module._registrable.cache_clear()
    assert site("https://www.never-seen-before.com.au/a") == "never-seen-before.com.au"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Harbour Weekly will continue to monitor developments on the islands.", "The Harbour Weekly"),
        ("It rained. Valley News will keep following the story and bring you updates.", "Valley News"),
        (
            "It rained.\nCopyright © 2019 The Hill Observer, LLC. Click here for reprint permission.",
            "The Hill Observer",
        ),
        ("© 2021 WXYZ. All rights reserved.", "WXYZ"),
        ("Valley News’ Ann Lee and Bo Lind contributed to this report.", "Valley News"),
        # The house line of another kind of house.
        ("The Security Council will continue to monitor the situation.", None),
        ("The department will continue to monitor developments.", None),
        ("The Harbour Weekly will continue to monitor its costs, its owner said.", None),
        # Somebody else's lines.
        (
            "“Hill Observer will continue to cover the story,” its editor told the court. He then left.\n"
            + "More. " * 200,
            None,
        ),
        ("© 2018 by Empire Features Syndicate", None),
        ("Copyright 2018 The Associated Press. All rights reserved.", None),
        ("Copyright © 2014 by Ian Marlow. Reprinted by arrangement.", None),
        ("Copyright Review Board members met on Monday.", None),
        ("The Associated Press contributed to this report.", None),
        ("Ann Lee told Valley News on Monday that she had read it in the Hill Observer.", None),
        ("Copyright 2020 Hill Observer. Valley News’ Ann Lee contributed to this report.", None),
        ("", None),
    ],
)
def test_a_text_that_names_its_outlet(text: str, name: str | None) -> None:
    assert self_named(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It rained.\nSource link : https://www.afar.example/2025/02/18/rain/\nWriter : X", "afar.example"),
        ("This article originally appeared at The Hill Observer. Follow us.", "The Hill Observer"),
        ("This story was first published by Valley News — “Rain”.", "Valley News"),
        ("The post Rain again appeared first on Valley News.", "Valley News"),
        ("Republished with permission from Hill Observer.", "Hill Observer"),
        ("Originally published at valley-news.example on May 4, 2018", "valley-news.example"),
        ("Copyright 2018 The Associated Press. All rights reserved.", "The Associated Press"),
        ("PORTO (Reuters) - It rained on Monday.", "Reuters"),
        ("This article was first published on May 4, 2018.", None),
        ("This story was originally published in 1984, under another headline.", None),
        ("The creature first appeared in 1954 as a lizard. It was first published in Canada.", None),
        ("He told Reuters on Monday (AP reported otherwise).", None),
        ("", None),
    ],
)
def test_the_upstream_of_a_text(text: str, name: str | None) -> None:
    assert upstream(text) == name


def test_an_outlet_is_not_its_own_upstream() -> None:
    document = Document(id="a", text="Rain.\nOriginally published at www.gazette.example", source="gazette.example")
    assert attribute(document).upstream is None
    assert attribute(replace(document, source="The Gazette")).upstream is None
    assert attribute(replace(document, source="Hill Observer")).upstream == "gazette.example"
