"""Everything that newskg raises on purpose.

::

    NewskgError
    ├── ArticleError            one input that cannot be read; the others go on
    ├── GazetteerError          a file of known actors that cannot be read, with its line
    ├── ReaderError             weights missing, damaged or of another version
    ├── GraphError
    │   ├── GraphLockedError    another process is writing
    │   ├── GraphMissingError   no graph at that place yet
    │   └── GraphDamagedError   the database on disk does not open
    ├── QueryError
    │   ├── QuerySyntaxError    with line and column
    │   ├── QueryRefusedError   updates, SERVICE, LOAD, FROM
    │   └── QueryTimeoutError   stopped after its time
    ├── UnknownNameError        a question, format, actor or article that does not exist; lists what does
    ├── AmbiguousNameError      a name or an abbreviated identifier that several have; lists them
    ├── CorrectionError         a correction that cannot be made, or a file of them that cannot be read
    └── ExportError             a target that cannot be written

Each error carries its facts as attributes and prints three things: what happened, where, and what
to do next (``hint``).
"""

from collections.abc import Iterable
from difflib import get_close_matches

FEW = 20
"""So many names are all listed when one is missed; of more only the nearest."""


class NewskgError(Exception):
    """Base of all errors of newskg; ``hint`` is the next step for the reader of the message."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ArticleError(NewskgError):
    """One input could not be read: ``path`` as the user gave it, ``reason`` in one clause."""

    def __init__(self, path: str, reason: str, *, hint: str = "") -> None:
        super().__init__(f"{path}: {reason}", hint=hint)
        self.path = path
        self.reason = reason


class GazetteerError(NewskgError):
    """A file of known actors cannot be read; ``line`` counts from 1, None if no one line is at fault."""

    def __init__(self, path: str, reason: str, *, line: int | None = None, hint: str = "") -> None:
        place = path if line is None else f"{path}, line {line}"
        super().__init__(f"{place}: {reason}", hint=hint)
        self.path = path
        self.reason = reason
        self.line = line


class ReaderError(NewskgError):
    """The network's weights are missing, damaged or made for another version."""


class GraphError(NewskgError):
    """A graph database could not be used; ``path`` is its folder."""

    def __init__(self, path: str, reason: str, *, hint: str = "") -> None:
        super().__init__(f"{path}: {reason}", hint=hint)
        self.path = path
        self.reason = reason


class GraphLockedError(GraphError):
    """Another process is writing to this graph."""


class GraphMissingError(GraphError):
    """There is no graph at this place yet."""


class GraphDamagedError(GraphError):
    """The database is there and does not open."""


class QueryError(NewskgError):
    """A query could not be answered."""


class QuerySyntaxError(QueryError):
    """The query is not SPARQL 1.1; ``line`` and ``column`` count from 1.

    ``excerpt`` shows the place: the line as it was given, or the part around it, and below it a caret.
    """

    def __init__(
        self, reason: str, *, line: int, column: int, excerpt: tuple[str, ...] = (), hint: str = ""
    ) -> None:
        super().__init__(f"line {line}, column {column}: {reason}", hint=hint)
        self.reason = reason
        self.line = line
        self.column = column
        self.excerpt = excerpt


class QueryRefusedError(QueryError):
    """The query asks for something that a reader may not do: change data or leave this machine."""


class QueryTimeoutError(QueryError):
    """The query was stopped after ``timeout_seconds``."""

    def __init__(self, timeout_seconds: float) -> None:
        super().__init__(
            f"the query was stopped after {timeout_seconds:g} seconds",
            hint="Raise --timeout, or narrow the query.",
        )
        self.timeout_seconds = timeout_seconds


class UnknownNameError(NewskgError):
    """Something was asked for by a name that does not exist; ``nearest`` of those that do are offered."""

    def __init__(
        self, kind: str, name: str, known: Iterable[str], *, nearest: Iterable[str] | None = None
    ) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(sorted(known))
        self.nearest = tuple(
            get_close_matches(name, self.known, n=5, cutoff=0.5) if nearest is None else nearest
        )
        super().__init__(f"no {kind} named {name!r}", hint=self._offer(are_chosen=nearest is not None))

    def _offer(self, *, are_chosen: bool) -> str:
        """All names if they are few and the nearest were not chosen by whoever knows them."""
        if not self.known:
            return f"There is no {self.kind} yet."
        if len(self.known) <= FEW and not are_chosen:
            return f"There is: {', '.join(self.known)}."
        if self.nearest:
            return f"Did you mean: {', '.join(self.nearest)}?"
        if are_chosen:
            return f"No {self.kind} has a name like it."
        return f"There is: {', '.join(self.known[:FEW])}, and {len(self.known) - FEW} more."


class AmbiguousNameError(NewskgError):
    """Something was asked for by a name that several have; ``candidates`` are these, in words."""

    def __init__(self, kind: str, name: str, candidates: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.candidates = tuple(sorted(candidates))
        more = f", and {len(self.candidates) - FEW} more" if len(self.candidates) > FEW else ""
        super().__init__(
            f"{name!r} can be {len(self.candidates)} {kind}s",
            hint=f"Name one of them: {', '.join(self.candidates[:FEW])}{more}.",
        )


class CorrectionError(NewskgError):
    """A correction cannot be made, or a file of corrections cannot be read."""


class ExportError(NewskgError):
    """A target could not be written; ``path`` names it."""

    def __init__(self, path: str, reason: str, *, hint: str = "") -> None:
        super().__init__(f"{path}: {reason}", hint=hint)
        self.path = path
        self.reason = reason
