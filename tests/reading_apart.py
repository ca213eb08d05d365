"""``python -m tests.reading_apart``: reads in two processes, names the first, then waits to be killed."""

import sys
import time
from functools import partial

from kg.domain import ResolvedArticle
from kg.understanding import Understander, load_single_threaded, understood_here_or_apart
from tests.fakes import article
from tests.test_understanding import SigningReader


def main() -> None:
    """Never returns."""
    load = partial(load_single_threaded, SigningReader, narration=False)
    given = [article(f"Rain fell on {day} May.", name=f"may-{day}") for day in range(20)]
    for _, understood in understood_here_or_apart(given, Understander(SigningReader()), load, 2):
        if isinstance(understood, ResolvedArticle):
            sys.stdout.write(f"{understood.reader_version.split()[0]}\n")
            sys.stdout.flush()
            time.sleep(600)


if __name__ == "__main__":
    main()
