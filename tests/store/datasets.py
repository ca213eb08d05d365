"""Small stored datasets for tests: articles as they would be in the database, and human decisions."""

import datetime
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, Triple

from kg.domain import Merge, ResolvedArticle
from kg.store.addresses import Addresses, Kind
from kg.store.conversion import article_triples
from kg.store.correction_triples import correction_triples
from kg.store.corrections import Action, Correction
from kg.store.effective import effective_triples
from kg.store.link_triples import merge_triples
from kg.store.terms import Term

HERE = Addresses()


def in_graph(triples: Iterable[Triple], graph: NamedNode) -> list[Quad]:
    return [Quad(*triple, graph) for triple in triples]


def stored(*articles: ResolvedArticle, merges: Iterable[Merge] = ()) -> list[Quad]:
    return [
        *(
            quad
            for resolved in articles
            for quad in in_graph(article_triples(resolved, HERE), HERE.article_graph(resolved.article.id))
        ),
        *(quad for merge in merges for quad in in_graph(merge_triples(merge, HERE), HERE.actors_graph)),
    ]


def named(node: NamedNode) -> str:
    """A node as corrections name it."""
    return node.value.removeprefix(HERE.base)


def correction(
    action: Action, *things: NamedNode | str, minute: int = 0, name: str = "", author: str = "Ada"
) -> Correction:
    """What somebody decided, so many minutes after noon."""
    time = datetime.datetime(2026, 1, 1, 12, minute, tzinfo=datetime.UTC)
    return Correction(
        action, tuple(each if isinstance(each, str) else named(each) for each in things), author, time, name
    )


def decided(*corrections: Correction) -> list[Quad]:
    return in_graph(
        (triple for each in corrections for triple in correction_triples(each, HERE)), HERE.corrections_graph
    )


def undo(corrected: Correction, minute: int) -> Correction:
    return correction(Action.UNDO, f"correction/{corrected.id}", minute=minute)


def effective(quads: Iterable[Quad]) -> frozenset[Triple]:
    return frozenset(effective_triples(list(quads), HERE))


def actor(local: str) -> NamedNode:
    return HERE.node(Kind.ACTOR, local)


def objects(triples: Iterable[Triple], subject: Term, predicate: str) -> set[str]:
    return {
        triple.object.value
        for triple in triples
        if triple.subject == subject and triple.predicate.value == predicate
    }
