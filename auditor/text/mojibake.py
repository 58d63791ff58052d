"""Text decoded with the wrong table, and what it was. The only door to ftfy, asked for the few words in doubt."""

from functools import lru_cache


@lru_cache(maxsize=1 << 10)
def mended(text: str) -> str:
    """The text as it was before it was decoded wrongly; the same where it was not."""
    import ftfy

    return str(ftfy.fix_encoding(text))
