"""The site behind an address: its registrable domain by the Public Suffix List. The only door to tldextract.

tldextract is used with the list that it brings along: no network, and nothing written. It costs 0.16 s to import, so
that happens when the first address is met.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

# Hosts that pass on to somebody else's article: they say nothing about whose it is.
_PASSING = frozenset(
    "bit.ly feedproxy.google.com feeds.feedburner.com flip.it lnkd.in msn.com news.google.com ow.ly t.co tinyurl.com".split()
)
# Every subdomain of these is somebody's own paper, and the Public Suffix List does not (always) say so.
_HOSTING = frozenset("beehiiv.com ghost.io medium.com substack.com tumblr.com wordpress.com".split())
_LABELS = re.compile(r"\A[^\W_](?:[\w-]*+)(?:\.[^\W_][\w-]*+)++")
# An archive's or a cache's address holds the address that it keeps.
_INNER = re.compile(r"https?://(?:web\.archive\.org/web/[0-9a-z_]++/|(?:www\.)?google\.com/amp/s/)(?P<inner>\S++)")


@lru_cache(maxsize=1)
def _extractor() -> Callable[[str], str]:
    from tldextract import TLDExtract

    # Private suffixes too: two blogs on one host are two sources.
    extract = TLDExtract(
        cache_dir=None, suffix_list_urls=(), fallback_to_snapshot=True, include_psl_private_domains=True
    )
    return lambda host: extract.extract_str(host).top_domain_under_public_suffix


def _host(url: str) -> str | None:
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:  # brackets that hold no address
        return None


@lru_cache(maxsize=4096)
def _registrable(host: str) -> str | None:
    if host in _PASSING or len(host) > 253 or host[-1:].isdigit() or not _LABELS.fullmatch(host):
        return None
    labels = host.split(".")
    if ".".join(labels[-2:]) in _HOSTING:
        return ".".join(labels[-3:])
    # Where the list knows no suffix its rule is "*": the last label is one.
    return _extractor()(host) or ".".join(labels[-2:])


def site(url: str | None) -> str | None:
    """The registrable domain of `url` ("https://www.news.example.co.uk/a" gives "example.co.uk"); None where it has none."""
    if not url or "." not in url or len(url) > 4000:
        return None
    inner = _INNER.match(url)
    host = _host(inner["inner"] if inner else url)
    return _registrable(host.lower().rstrip(".").removeprefix("www.")) if host and "." in host else None
