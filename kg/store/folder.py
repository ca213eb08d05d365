"""What a graph is on disk: one folder, and which file in it means what.

::

    graph.json            the format of all this, and the base of the IRIs
    database/             the stored dataset; only one writer at a time opens it
    texts/SHA256.txt      the articles' texts, byte for byte, outside the graph
    vectors.npz           the meaning of statements as numbers, for search; may be missing
    meanings.npz          that of claims and words, to link contents again; may be missing
    snapshot-N/           what readers open: the effective graph and a copy of the dataset; never changed
    published.json        which snapshot is the valid one
    unpublished           there while the database may hold more than the snapshot
    unlinked              there while actors may have come or gone since they were linked
    unlinked-contents     there while claims and events may have, or who takes part in them may be another

Every file is written under another name first and then renamed: whoever looks sees the old or the new.
"""

import contextlib
import json
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from kg.errors import GraphDamagedError, GraphError, GraphMissingError
from kg.store.addresses import Addresses

FORMAT = 1
"""Grows when an older newskg could not read what a newer one writes."""

PARTIAL = ".partial"
"""Ending of what is being written."""


class LinkKind(StrEnum):
    """What is linked across articles; the value is the file that says that it has to be done anew."""

    ACTORS = "unlinked"
    CONTENTS = "unlinked-contents"
    """Claims, events, issues and copies: these depend on the actors' links, too."""


@dataclass(frozen=True, slots=True)
class Published:
    """The snapshot that readers are to open."""

    revision: int
    """Grows by one with every publication."""
    ontology: str
    """Hash of the ontology whose labels are in it."""


@dataclass(frozen=True, slots=True)
class GraphFolder:
    """The folder of one graph."""

    path: Path

    @property
    def database(self) -> Path:
        """Folder of the stored dataset."""
        return self.path / "database"

    def snapshot(self, revision: int) -> Path:
        """Folder of a published revision."""
        return self.path / f"snapshot-{revision}"

    def snapshots(self) -> list[Path]:
        """Folders of all revisions that are there, also unfinished ones."""
        return sorted(self.path.glob("snapshot-*"))

    # ------------------------------------------------------------------------------------- the format

    def is_graph(self) -> bool:
        """Whether there is a graph in it."""
        return self._format.exists()

    def create(self, addresses: Addresses) -> None:
        """Make the folder a graph's, unless it is one; a folder with other things in it is refused."""
        if self.is_graph():
            return
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            if any(not entry.name.endswith(PARTIAL) for entry in self.path.iterdir()):
                raise GraphError(
                    str(self.path),
                    "is not empty and holds no graph",
                    hint="Give the graph a folder of its own.",
                )
            self._write(self._format, {"format": FORMAT, "base": addresses.base})
        except OSError as error:
            raise GraphError(str(self.path), f"cannot be written ({error.strerror})") from error

    def addresses(self) -> Addresses:
        """The addresses of the graph in this folder.

        Raises ``GraphMissingError`` if there is none, ``GraphError`` if a newer newskg made it.
        """
        facts = self._read(self._format)
        if facts is None:
            raise GraphMissingError(
                str(self.path),
                "there is no graph here yet",
                hint="Make one: kg build ARTICLES… --graph FOLDER",
            )
        if facts["format"] > FORMAT:
            raise GraphError(
                str(self.path),
                f"was made by a newer newskg (format {facts['format']})",
                hint="Upgrade newskg.",
            )
        return Addresses(facts["base"])

    @property
    def _format(self) -> Path:
        return self.path / "graph.json"

    # -------------------------------------------------------------------------------------- publishing

    def published(self) -> Published | None:
        """The valid snapshot; None before the first publication."""
        facts = self._read(self._pointer)
        return facts and Published(**facts)

    def point_to(self, published: Published) -> None:
        """Make a snapshot the valid one, and the database published."""
        self._write(self._pointer, {"revision": published.revision, "ontology": published.ontology})
        self._mark.unlink(missing_ok=True)

    def has_unpublished(self) -> bool:
        """Whether the database may hold more than the valid snapshot."""
        return self._mark.exists()

    def mark_unpublished(self) -> None:
        """Say so; to be called before the database changes."""
        if not self._mark.exists():
            self._mark.touch()

    @property
    def _pointer(self) -> Path:
        return self.path / "published.json"

    @property
    def _mark(self) -> Path:
        return self.path / "unpublished"

    # ----------------------------------------------------------------------------------------- linking

    def has_unlinked(self, kind: LinkKind) -> bool:
        """Whether links of a kind may have to be found anew."""
        return (self.path / kind).exists()

    def mark_unlinked(self, kind: LinkKind) -> None:
        """Say so; to be called before the database changes."""
        (self.path / kind).touch()

    def mark_linked(self, kind: LinkKind) -> None:
        """Say that all links of a kind are found."""
        (self.path / kind).unlink(missing_ok=True)

    # --------------------------------------------------------------------------------- texts, vectors

    def text(self, text_sha256: str) -> str | None:
        """A text by its hash; None if it is not here."""
        content = _content(self._text(text_sha256))
        return None if content is None else content.decode("utf-8")

    def keep_text(self, text_sha256: str, text: str) -> None:
        """Write a text, unless it is here."""
        target = self._text(text_sha256)
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            _write_whole(target, text.encode("utf-8"))

    def vectors(self) -> bytes | None:
        """The table of vectors; None if there is none."""
        return _content(self._vectors)

    def keep_vectors(self, content: bytes) -> None:
        """Put a table of vectors in the place of the one before."""
        _write_whole(self._vectors, content)

    def meanings(self) -> bytes | None:
        """What was compared when contents were linked, with its vectors; None if it is not kept."""
        return _content(self._meanings)

    def keep_meanings(self, content: bytes) -> None:
        """Put that in the place of what was kept before."""
        _write_whole(self._meanings, content)

    @property
    def _vectors(self) -> Path:
        return self.path / "vectors.npz"

    @property
    def _meanings(self) -> Path:
        return self.path / "meanings.npz"

    def drop_texts_except(self, used: set[str]) -> None:
        """Remove the texts that no article has any more."""
        for each in (self.path / "texts").glob("*"):
            if each.name.removesuffix(".txt") not in used:
                each.unlink()

    def _text(self, text_sha256: str) -> Path:
        return self.path / "texts" / f"{text_sha256}.txt"

    # ------------------------------------------------------------------------------------------- files

    def _read(self, file: Path) -> Any:
        try:
            return json.loads(file.read_bytes())
        except FileNotFoundError:
            return None
        except (ValueError, NotADirectoryError) as error:
            raise GraphDamagedError(
                str(self.path), f"{file.name} cannot be read", hint="Remove the folder and build again."
            ) from error

    def _write(self, file: Path, facts: dict[str, object]) -> None:
        _write_whole(file, json.dumps(facts).encode("utf-8"))

    def size_in_bytes(self) -> int:
        """All files together; those that vanish meanwhile do not count."""
        total = 0
        for file in self.path.rglob("*"):
            with contextlib.suppress(FileNotFoundError):
                total += file.stat().st_size if file.is_file() else 0
        return total


def _content(file: Path) -> bytes | None:
    """All bytes of a file; None if it is not there."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None


def _write_whole(file: Path, content: bytes) -> None:
    partial = file.with_name(file.name + PARTIAL)
    with partial.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(file)
