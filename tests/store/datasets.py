"""Small stored datasets for tests: articles as they would be in the database, and human decisions."""

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, Triple

from kg.domain import Merge, ResolvedArticle
from kg.store.addresses import Addresses, Kind
from kg.store.conversion import article_triples, merge_triples
from kg.store.effective import effective_triples
from kg.store.terms import Term
from kg.store.vocabulary import KG, RDF

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


def correction(name: str, predicate: str, *things: Term) -> list[Quad]:
    node = HERE.node(Kind.CORRECTION, name)
    triples = [
        Triple(node, NamedNode(RDF.type), NamedNode(KG.Correction)),
        *(Triple(node, NamedNode(predicate), thing) for thing in things),
    ]
    return in_graph(triples, HERE.corrections_graph)


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
