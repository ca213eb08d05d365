"""A writer that is killed: stores article after article and says so as soon as each is stored.

``python -m tests.store.killing FOLDER SEED``; prints one identifier per stored article.
"""

import itertools
import sys
from pathlib import Path
from random import Random

from kg.store.database import Database
from tests.strategies import random_resolved


def main(folder: Path, seed: int) -> None:
    """Store, replace and publish until killed."""
    random = Random(seed)
    with Database.open(folder) as database:
        for number in itertools.count():
            resolved = random_resolved(random, statements=random.randint(1, 12), length=60)
            database.replace(resolved, f"{seed}")
            database.replace(resolved, f"{seed}.{number}")
            sys.stdout.write(f"{resolved.article.id} {seed}.{number} {len(resolved.statements)}\n")
            sys.stdout.flush()
            if number % 5 == 4:
                database.publish()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
