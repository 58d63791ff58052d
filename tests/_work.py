"""Work for the runner's tests; a module of its own, so that every start method can import it."""

import os
import signal
import sys
import time
from pathlib import Path


def doubled(number: int) -> int:
    return 2 * number


def killed_by_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def leaves_at_forty(number: int) -> int:
    if number == 40:
        os._exit(3)
    return 2 * number


def killed_once(place: str, number: int) -> int:
    """Kills its process on number 20, the first time only."""
    if number == 20:
        try:
            Path(place).touch(exist_ok=False)
        except FileExistsError:
            return 2 * number
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def raises_at_thirty(number: int) -> int:
    if number == 30:
        raise ValueError("thirty is too many")
    return number


def unsendable(number: int) -> object:
    return (lambda: number) if number == 5 else number


def slow(number: int) -> int:
    time.sleep(60)
    return number


def nap(number: int) -> int:
    time.sleep(0.02)
    return number


def name_failed(number: int, reason: str) -> int:
    print(f"{number}: {reason}", file=sys.stderr)
    return -number
