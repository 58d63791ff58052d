"""How long the pre-commit hook takes on one changed article in a repository of 10,000 that are indexed.

python -m benchmarks.hook DATA_DIR
"""

import os
import subprocess
import sys
import tempfile
import time
from itertools import chain, count, islice
from pathlib import Path
from statistics import median

from benchmarks._data import GENUINE, articles, data_dir

ARTICLES = 10_000
RUNS = 5


def main() -> None:
    """Prints seconds, wall, for the first run that indexes everything and for the hook after it."""
    folder = data_dir("The hook on one changed article among 10,000")
    texts = (document.text for _ in count() for name in GENUINE for document in articles(folder, name))
    with tempfile.TemporaryDirectory() as name:
        repo = Path(name)
        # Compiled once and kept, as an installed package is, whatever the shell says.
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
            "XDG_CACHE_HOME": f"{name}/.cache", "PYTHONPATH": os.getcwd(), "PYTHONPYCACHEPREFIX": f"{name}/.compiled",
        }  # fmt: skip

        def git(*arguments: str) -> None:
            subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@x", *arguments], cwd=repo, check=True)

        def hook() -> float:
            begun = time.monotonic()
            done = subprocess.run(
                [sys.executable, "-m", "auditor", "check", "--staged"], cwd=repo, env=environment, capture_output=True
            )
            if done.returncode > 1:
                raise SystemExit(done.stderr.decode())
            return time.monotonic() - begun

        git("init", "-q")
        for number, text in enumerate(islice(texts, ARTICLES)):
            path = repo / f"outlet-{number % 40}" / f"{number}.txt"
            path.parent.mkdir(exist_ok=True)
            # A text that comes round again becomes another one: every word behind the first hundred stays.
            path.write_text(f"Edition {number}.\n{text}", encoding="utf-8")
        git("add", ".")
        git("commit", "-qm", "all")
        incoming = chain(articles(folder, "news_clusters"))
        times = []
        for number, document in enumerate(islice(incoming, RUNS + 1)):
            (repo / "outlet-0" / f"new-{number}.txt").write_text(document.text, encoding="utf-8")
            git("add", ".")
            seconds = hook()
            print(f"{seconds:8.2f} s  {'first run, which indexes' if not number else 'hook'}", flush=True)
            times += [seconds] if number else []
            git("commit", "-qm", str(number))
        print(f"{median(times):8.2f} s  median of {RUNS} hooks, {ARTICLES} articles indexed")


if __name__ == "__main__":
    main()
