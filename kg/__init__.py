"""Who said what about whom: read news articles into a graph, ask it, open it, export it.

    >>> import kg
    >>> graph = kg.build("corpus/")                                        # doctest: +SKIP
    >>> for row in graph.ask("who-said-what", about="North Korea"):        # doctest: +SKIP
    ...     print(row.who, "|", row.cue, "|", row.what)

A graph is a folder. ``build`` reads articles into it, skipping what it knows; ``Graph.open`` opens it again;
``remove`` takes articles out. A ``Graph`` answers ready questions (``ask``) and SPARQL (``query``), gives
its statements as records (``statements``), as an rdflib or networkx graph or a pandas data frame, writes
them in ten formats (``export``) and as one offline page (``view``), and checks itself (``validate``).

Everything runs on this machine; nothing is sent anywhere. All errors are ``NewskgError`` and carry a
``hint``: the next step. Importing this package loads none of the libraries behind it.
"""

import importlib

TYPE_CHECKING = False  # as typing has it, which would take as long to load as all the rest here
if TYPE_CHECKING:
    from kg.building import build, remove
    from kg.domain import (
        Actor,
        ActorKind,
        Article,
        Attribution,
        BuildSummary,
        Certainty,
        Claim,
        Event,
        Mention,
        Mode,
        Polarity,
        Reading,
        Span,
        Statement,
    )
    from kg.editing import Editor
    from kg.errors import (
        AmbiguousNameError,
        ArticleError,
        CorrectionError,
        ExportError,
        GazetteerError,
        GraphDamagedError,
        GraphError,
        GraphLockedError,
        GraphMissingError,
        NewskgError,
        QueryError,
        QueryRefusedError,
        QuerySyntaxError,
        QueryTimeoutError,
        ReaderError,
        UnknownNameError,
    )
    from kg.graph import Graph
    from kg.views.choosing import Choice

__all__ = [
    "Actor",
    "ActorKind",
    "AmbiguousNameError",
    "Article",
    "ArticleError",
    "Attribution",
    "BuildSummary",
    "Certainty",
    "Choice",
    "Claim",
    "CorrectionError",
    "Editor",
    "Event",
    "ExportError",
    "GazetteerError",
    "Graph",
    "GraphDamagedError",
    "GraphError",
    "GraphLockedError",
    "GraphMissingError",
    "Mention",
    "Mode",
    "NewskgError",
    "Polarity",
    "QueryError",
    "QueryRefusedError",
    "QuerySyntaxError",
    "QueryTimeoutError",
    "ReaderError",
    "Reading",
    "Span",
    "Statement",
    "UnknownNameError",
    "__version__",
    "build",
    "remove",
]

__version__ = "0.1.0"

_HOMES = ("kg.domain", "kg.errors", "kg.editing", "kg.graph", "kg.building", "kg.views.choosing")
"""Where the exported names live; each is loaded when the first name is looked for in it."""


def __getattr__(name: str) -> object:
    """An exported name, from its home (PEP 562): what nobody asks for is not loaded."""
    if name in __all__:
        for home in map(importlib.import_module, _HOMES):
            if hasattr(home, name):
                return globals().setdefault(name, getattr(home, name))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The exported names, loaded or not."""
    return __all__
