"""The database files opened, for writing or for reading; what goes wrong is said with the next step."""

import re
from pathlib import Path

from pyoxigraph import Store

from kg.errors import GraphDamagedError, GraphError, GraphLockedError
from kg.store.folder import GraphFolder

_LOCKED = re.compile(r"\block\b", re.IGNORECASE)
"""In RocksDB's words for "another process has opened this for writing"."""


def open_for_writing(folder: GraphFolder) -> Store:
    """The database of a graph.

    Raises ``GraphLockedError`` while another process writes, ``GraphDamagedError`` and ``GraphError``.
    """
    try:
        return Store(str(folder.database))
    except RuntimeError as error:  # what pyoxigraph makes of a corruption that RocksDB finds
        raise GraphDamagedError(
            str(folder.path),
            f"the database does not open ({error})",
            hint="Save your corrections (kg corrections export), remove the folder and build again.",
        ) from error
    except OSError as error:
        if _LOCKED.search(str(error)):
            raise GraphLockedError(
                str(folder.path),
                "another process is writing to this graph",
                hint="Wait until it has finished.",
            ) from error
        raise GraphError(str(folder.path), f"the database cannot be opened ({error})") from error


def open_for_reading(folder: GraphFolder, snapshot: Path) -> Store:
    """A published revision of a graph; raises ``GraphDamagedError``."""
    try:
        return Store.read_only(str(snapshot))
    except (OSError, RuntimeError) as error:
        raise GraphDamagedError(
            str(folder.path),
            f"the snapshot does not open ({error})",
            hint="Remove published.json and try again.",
        ) from error
