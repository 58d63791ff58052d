"""What is too much to hold in memory while documents are met with each other: a place in a file a piece."""

import contextlib
import pickle
from array import array
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile, gettempdir
from typing import Generic, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from auditor.errors import StorageError

Piece = TypeVar("Piece")

# Up to here a shelf is in memory: some 15,000 signatures.
_IN_MEMORY = 1 << 25
_CHUNK = 1 << 16


@contextlib.contextmanager
def _storing() -> Iterator[None]:
    """Says where the files wait and what to do, where the system only says that a disk is full."""
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"{gettempdir()}: a temporary file cannot be kept ({error.strerror}); free some space there, or name "
            "another folder in TMPDIR"
        ) from error


class Shelf(Generic[Piece]):
    """Pieces (picklable objects, or bytes) got back by their numbers in the order of adding: 8 bytes of memory each.

    Raises StorageError where the file that they wait in cannot be written or read.
    """

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._file = SpooledTemporaryFile(max_size=in_memory)  # noqa: SIM115  # `close` does
        self._starts = array("Q", (0,))

    def close(self) -> None:
        """Lets the file go."""
        with contextlib.suppress(OSError):  # what could not be written is not wanted any more
            self._file.close()

    def __len__(self) -> int:
        return len(self._starts) - 1

    def add(self, piece: Piece) -> None:
        """Adds an object."""
        self.write(pickle.dumps(piece, pickle.HIGHEST_PROTOCOL))

    def write(self, piece: bytes) -> None:
        """Adds bytes."""
        with _storing():
            self._file.seek(self._starts[-1])
            self._file.write(piece)
        self._starts.append(self._starts[-1] + len(piece))

    def read(self, number: int) -> bytes:
        """The bytes of piece `number`."""
        with _storing():
            self._file.seek(self._starts[number])
            return self._file.read(self._starts[number + 1] - self._starts[number])

    def __getitem__(self, number: int) -> Piece:
        return cast(Piece, pickle.loads(self.read(number)))  # what `add` wrote a moment ago

    def __iter__(self) -> Iterator[Piece]:
        return (self[number] for number in range(len(self)))

    def chunks(self) -> Iterator[NDArray[np.uint64]]:
        """All that was written, as 64-bit numbers, a part at a time."""
        with _storing():
            self._file.seek(0)
        while chunk := self._chunk():
            yield np.frombuffer(chunk, "<u8")

    def _chunk(self) -> bytes:
        with _storing():
            return self._file.read(8 * _CHUNK)
