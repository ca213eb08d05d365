"""``python -m tests.building FOLDER GRAPH``: a build that says each article as it is stored, to be killed."""

import sys
from pathlib import Path

from kg import pipeline
from kg.ledger import Progress
from kg.store.database import Database
from tests.fakes import FakeEncoder, FakeReader


def main() -> None:
    """Build; one line with the path of each article that is done."""
    articles, graph = sys.argv[1:]
    with Database.open(Path(graph)) as database:
        pipeline.build([articles], database, FakeReader, FakeEncoder, notify=_say)


def _say(done: Progress) -> None:
    sys.stdout.write(f"{done.path}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
