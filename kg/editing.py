"""One person's corrections to a graph: said in names, checked, stored, and seen at once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # heavy libraries: `import kg` must not load them
    from kg.store.correcting import Desk
    from kg.store.corrections import Correction
    from kg.store.database import Database


@dataclass(frozen=True, slots=True)
class Edited:
    """What was corrected just now."""

    made: "tuple[Correction, ...]"
    """New corrections, in the order of time."""
    overruled: "tuple[Correction, ...]" = ()
    """Older ones that cannot hold beside them."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody who corrects the graph in a folder; ``Graph.editor`` gives one.

    Corrections are only ever added, each with its author and time; every build respects them. Actors are
    given by name or identifier, statements by identifier or its beginning. Whatever cannot be raises
    ``UnknownNameError``, ``AmbiguousNameError`` or ``CorrectionError``, and nothing is changed.
    """

    folder: Path
    author: str
    when_done: Callable[[], None]
    """Called after each change."""

    def merge(self, kept: str, *others: str) -> Edited:
        """Say that the others are the one who is kept: all are read under that name."""
        return self._edit(lambda desk: desk.merge(kept, others))

    def split(self, actor: str, *others: str) -> Edited:
        """Say that these are different actors; without ``others``, all who are read as the one."""
        return self._edit(lambda desk: desk.split(actor, others))

    def set_apart(self, actor: str, article: str) -> Edited:
        """Say that the actor of an article only has the name of the one elsewhere: they become two."""
        return self._edit(lambda desk: desk.set_apart(actor, article))

    def rename(self, actor: str, name: str) -> Edited:
        """Say how an actor is called; the old name stays one of its others."""
        return self._edit(lambda desk: desk.rename(actor, name))

    def reject(self, *statements: str) -> Edited:
        """Say that statements are wrong: they go, and whatever only they held up."""
        return self._edit(lambda desk: desk.reject(statements))

    def undo(self, correction: str | None = None) -> Edited:
        """Take back a correction, or without one the newest that is no undo; an undo can be undone too."""
        return self._edit(lambda desk: desk.undo(correction))

    def _edit(self, decide: "Callable[[Desk], tuple[Correction, ...]]") -> Edited:
        from kg.store.correcting import Desk

        return edit(self.folder, lambda database: decide(Desk(database, self.author)), self.when_done)


def edit(
    folder: Path,
    decide: "Callable[[Database], tuple[Correction, ...]]",
    when_done: Callable[[], None],
) -> Edited:
    """Make the corrections that are decided on in the graph of a folder, and show them to readers."""
    from kg import pipeline
    from kg.reader import load_sentence_encoder
    from kg.store.database import Database

    with Database.open(folder) as database:
        made = decide(database)
        edited = Edited(made, pipeline.correct(made, database, load_sentence_encoder))
    when_done()
    return edited


def edit_by_file(folder: Path, file: Path, when_done: Callable[[], None]) -> Edited:
    """Add the corrections of an exported file to the graph of a folder; raises ``CorrectionError``."""
    from kg.store.correcting import imported
    from kg.store.correction_files import corrections_in_file

    return edit(folder, partial(imported, corrections_in_file(file)), when_done)
