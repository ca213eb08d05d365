"""Two people of one name: the same identifier in two articles, until a human says that they are two.

In the articles that a human named, the actor is read as a namesake with an identifier of its own, made from
that of the actor and that of the article; everywhere else nothing changes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Quad

from kg.identity import digest
from kg.store.addresses import Addresses, Kind
from kg.store.correction_triples import named_node
from kg.store.corrections import Action, Correction, local, thing
from kg.store.terms import Term


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Who is read as somebody of the same name, and in which articles."""

    found: Mapping[tuple[NamedNode, Term], NamedNode] = field(default_factory=dict)
    """The named graph of an article and the actor there, to the namesake."""

    @classmethod
    def of(cls, corrections: Iterable[Correction], addresses: Addresses) -> "Namesakes":
        """As corrections say that are in force."""
        return cls(
            {
                (addresses.article_graph(local(article)), named_node(actor, addresses)): named_node(
                    namesake(actor, article), addresses
                )
                for actor, article in (each.things for each in corrections if each.action is Action.SET_APART)
            }
        )

    def told(self, quads: Iterable[Quad]) -> Iterable[Quad]:
        """Quads of a dataset with the namesakes in their place."""
        return map(self._told, quads) if self.found else quads

    def _told(self, quad: Quad) -> Quad:
        graph = quad.graph_name
        if not isinstance(graph, NamedNode):
            return quad
        subject, term = (self.found.get((graph, each), each) for each in (quad.subject, quad.object))
        if subject is quad.subject and term is quad.object:
            return quad
        assert isinstance(subject, NamedNode)  # noqa: S101  subjects are IRIs, and so are namesakes
        return Quad(subject, quad.predicate, term, graph)


def namesake(actor: str, article: str) -> str:
    """How a correction names the namesake of an actor in an article.

    >>> namesake("actor/karl-brandt-uelpguosdsjiqrzp", "article/4ukyec6yrlyijb2r")
    'actor/karl-brandt-nml3onltjv7fcpn6'
    """
    readable, _, _ = local(actor).rpartition("-")
    made = digest("actor", local(actor), local(article))
    return thing(Kind.ACTOR, f"{readable}-{made}" if readable else made)
