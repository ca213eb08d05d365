"""Where things live in the graph: IRIs of nodes and of named graphs under one configurable base.

An IRI is ``<base><kind>/<local identifier>``; the local identifiers come from ``kg.identity`` and
know nothing of the base, so a graph can be moved to another base without a new identifier.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pyoxigraph import NamedNode

from kg.store.vocabulary import PREFIXES

DEFAULT_BASE = "https://w3id.org/newskg/id/"


class Kind(StrEnum):
    """The first step of an IRI below the base: what the thing is."""

    ARTICLE = "article"
    SPAN = "span"
    STATEMENT = "statement"
    CLAIM = "claim"
    ISSUE = "issue"
    EVENT = "event"
    ACTOR = "actor"
    SOURCE = "source"
    PLACE = "place"
    MERGE = "merge"
    SUSPICION = "suspicion"
    CONTRADICTION = "contradiction"
    ENTAILMENT = "entailment"
    RUN = "run"
    SOFTWARE = "software"
    CORRECTION = "correction"
    EDITOR = "editor"


PREFIX_OF = {kind: kind.value for kind in Kind} | {
    Kind.ARTICLE: "art",
    Kind.STATEMENT: "st",
    Kind.SOURCE: "src",
    Kind.PLACE: "loc",  # in JSON-LD "place" is the short name of kg:place
}
"""Kind to its prefix in Turtle and in queries."""


@dataclass(frozen=True)
class Addresses:
    """All IRIs of one graph; ``base`` is absolute and ends in ``/`` or ``#``."""

    base: str = DEFAULT_BASE

    def node(self, kind: Kind, local: str) -> NamedNode:
        """The IRI of the thing of a kind with a local identifier."""
        return NamedNode(f"{self.base}{kind}/{local}")

    def local(self, kind: Kind, node: NamedNode) -> str:
        """The local identifier in an IRI; the way back from ``node``."""
        start = f"{self.base}{kind}/"
        if not node.value.startswith(start):
            raise ValueError(f"{node.value!r} is no IRI of the kind {kind.value!r} under {self.base!r}")
        return node.value[len(start) :]

    def identifier(self, node: NamedNode) -> str:
        """The local identifier in an IRI of any kind."""
        return node.value.removeprefix(self.base).partition("/")[2]

    def article_graph(self, article_id: str) -> NamedNode:
        """The named graph that holds everything one article says."""
        return NamedNode(f"{self.base}graph/article/{article_id}")

    def article_of(self, graph: NamedNode) -> str | None:
        """The identifier of the article whose named graph this is; None for the other graphs."""
        head, mark, article_id = graph.value.partition(f"{self.base}graph/article/")
        return article_id if mark and not head else None

    @cached_property
    def actors_graph(self) -> NamedNode:
        """Which actors are the same, found by the program."""
        return NamedNode(f"{self.base}graph/actors")

    @cached_property
    def suspects_graph(self) -> NamedNode:
        """Which actors may be the same, found by the program: for people to decide."""
        return NamedNode(f"{self.base}graph/suspects")

    @cached_property
    def gazetteer_graph(self) -> NamedNode:
        """The actors that a person told of, whether or not an article speaks of them."""
        return NamedNode(f"{self.base}graph/gazetteer")

    @cached_property
    def links_graph(self) -> NamedNode:
        """Which claims, events and issues are the same, what stands against what, which are copies."""
        return NamedNode(f"{self.base}graph/links")

    @cached_property
    def meta_graph(self) -> NamedNode:
        """About the named graphs: who made them, when, from which file."""
        return NamedNode(f"{self.base}graph/meta")

    @cached_property
    def corrections_graph(self) -> NamedNode:
        """What humans decided; only ever added to, never touched by a build."""
        return NamedNode(f"{self.base}graph/corrections")

    @cached_property
    def graphs_aside(self) -> frozenset[NamedNode]:
        """The named graphs of which nothing is part of what readers see."""
        return frozenset((self.meta_graph, self.suspects_graph, self.gazetteer_graph))

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Prefix to namespace: the vocabulary's and those of the things under this base."""
        own = {PREFIX_OF[kind]: f"{self.base}{kind}/" for kind in Kind}
        return PREFIXES | own
