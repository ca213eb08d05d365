"""The part of a graph that belongs to one article: what it says, and whoever it speaks of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from kg.store.addresses import Addresses, Kind
from kg.store.terms import Term
from kg.store.vocabulary import KG

_IN_ARTICLE = NamedNode(KG.inArticle)
_ELSEWHERE = frozenset(map(NamedNode, (KG.contradicts, KG.entails, KG.mergedInto)))
"""Predicates that lead to what other articles say."""
_LOCAL = (Kind.ARTICLE, Kind.STATEMENT, Kind.SPAN)
"""What one article alone has; the rest is shared."""


def triples_of_article(triples: Iterable[Triple], article_id: str, addresses: Addresses) -> Iterator[Triple]:
    """Of the effective graph: the article, its statements and spans, and all that those lead to."""
    article = addresses.node(Kind.ARTICLE, article_id)
    about: defaultdict[Term, list[Triple]] = defaultdict(list)
    for triple in triples:
        about[triple.subject].append(triple)
    waiting: list[Term] = [article, *_parts(about, article)]
    seen: set[Term] = set(waiting)
    while waiting:
        for triple in about[waiting.pop()]:
            yield triple
            if triple.object not in seen and _leads_on(triple, addresses):
                seen.add(triple.object)
                waiting.append(triple.object)


def _parts(about: dict[Term, list[Triple]], article: NamedNode) -> list[Term]:
    return [
        subject
        for subject, triples in about.items()
        if any(triple.predicate == _IN_ARTICLE and triple.object == article for triple in triples)
    ]


def _leads_on(triple: Triple, addresses: Addresses) -> bool:
    thing = triple.object
    if not isinstance(thing, NamedNode) or triple.predicate in _ELSEWHERE:
        return False
    return not thing.value.startswith(tuple(f"{addresses.base}{kind}/" for kind in _LOCAL))


def quads_of_article(quads: Iterable[Quad], article_id: str, addresses: Addresses) -> Iterator[Quad]:
    """Of the stored dataset: the article's named graph and what stands about it."""
    graph, run = addresses.article_graph(article_id), addresses.node(Kind.RUN, article_id)
    for quad in quads:
        if quad.graph_name == graph or (
            quad.graph_name == addresses.meta_graph and quad.subject in (graph, run)
        ):
            yield quad
