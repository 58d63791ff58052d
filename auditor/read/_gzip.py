"""Gzip, with limits: a file of a few kilobytes may unpack to gigabytes."""

import gzip
import io
import zlib

from auditor.errors import UnreadableError

# What one file may hold unpacked; the same bound as for a file that is not packed.
LARGEST = 256 * 1024 * 1024
# Text packs 3- to 5-fold; lines of JSON that repeat their keys, up to about 20-fold. Deflate's own end is 1,032-fold.
_MOST_FOLD = 200
_FREE = 1024 * 1024
_CHUNK = 1024 * 1024


def unpacked(data: bytes) -> bytes:
    """The content of gzip `data`. Raises UnreadableError for broken, cut-off or bomb-like data."""
    limit = min(LARGEST, max(_FREE, _MOST_FOLD * len(data)))
    chunks: list[bytes] = []
    size = 0
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise UnreadableError(
                        f"gzip that unpacks to more than {limit} bytes from {len(data)}: not unpacked"
                    )
                chunks.append(chunk)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(f"broken gzip: {str(error)[:80]}") from error
    return b"".join(chunks)
