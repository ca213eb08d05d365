"""Statements as the articles have them, with their words: also those that somebody rejected."""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from kg.store.addresses import Addresses, Kind
from kg.store.directory import find_identified
from kg.store.vocabulary import DCTERMS, KG, OA, RDF

_TYPE = NamedNode(RDF.type)
_STATEMENT = NamedNode(KG.Statement)


@dataclass(frozen=True, slots=True)
class StatementWords:
    """One statement, to be recognised by a person."""

    node: NamedNode
    words: str
    """What was said, on one line, its parts in text order."""
    article: str
    """Identifier of its article."""
    article_name: str
    """For people."""


def find_statement(store: Store, asked: str, addresses: Addresses) -> StatementWords:
    """The one statement that has an IRI or identifier, or whose identifier begins so.

    Raises ``CorrectionError`` if there is none, ``AmbiguousNameError`` if there are several.
    """
    home = {
        quad.subject: quad.graph_name
        for quad in store.quads_for_pattern(None, _TYPE, _STATEMENT)
        if isinstance(quad.subject, NamedNode) and _is_article(quad.graph_name, addresses)
    }
    node = find_identified(Kind.STATEMENT, asked, home, addresses)
    graph = home[node]
    assert isinstance(graph, NamedNode)  # noqa: S101  the graphs of articles have IRIs
    return _described(store, node, graph, addresses)


def statements_of(store: Store, article: str, addresses: Addresses) -> Iterator[StatementWords]:
    """Every statement of an article; none if it is not there."""
    graph = addresses.article_graph(article)
    for quad in store.quads_for_pattern(None, _TYPE, _STATEMENT, graph):
        if isinstance(quad.subject, NamedNode):
            yield _described(store, quad.subject, graph, addresses)


def words_by_statement(store: Store, addresses: Addresses) -> dict[str, str]:
    """What each statement of each article says, by identifier."""
    return {
        addresses.local(Kind.STATEMENT, quad.subject): _words(store, quad.subject, quad.graph_name)
        for quad in store.quads_for_pattern(None, _TYPE, _STATEMENT)
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.graph_name, NamedNode)
        and _is_article(quad.graph_name, addresses)
    }


def _is_article(graph: object, addresses: Addresses) -> bool:
    return isinstance(graph, NamedNode) and addresses.article_of(graph) is not None


def _described(store: Store, node: NamedNode, graph: NamedNode, addresses: Addresses) -> StatementWords:
    (article,) = (each.subject for each in store.quads_for_pattern(None, _TYPE, NamedNode(KG.Article), graph))
    assert isinstance(article, NamedNode)  # noqa: S101  there are no other nodes in the graph
    return StatementWords(
        node,
        _words(store, node, graph),
        addresses.article_of(graph) or "",
        _text(store, article, DCTERMS.identifier, graph),
    )


def _words(store: Store, node: NamedNode, graph: NamedNode) -> str:
    spans = store.quads_for_pattern(node, NamedNode(KG.contentSpan), None, graph)
    parts = [
        (int(_text(store, span.object, OA.start, graph)), _text(store, span.object, OA.exact, graph))
        for span in spans
        if isinstance(span.object, NamedNode)
    ]
    return " … ".join(" ".join(words.split()) for _start, words in sorted(parts))


def _text(store: Store, node: NamedNode, predicate: str, graph: NamedNode) -> str:
    found = store.quads_for_pattern(node, NamedNode(predicate), None, graph)
    return "".join(quad.object.value for quad in found if isinstance(quad.object, Literal))
