"""The actors of a graph: listed, searched, and one of them with everything that speaks for its names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.domain import ActorKind, ResolutionMethod
from kg.store.answers import Solutions
from kg.store.names import NameIndex
from kg.store.prefixed import Names
from kg.store.questions import NAME_QUERIES, ParameterKind
from kg.store.snapshot import Snapshot
from kg.store.terms import ACTOR_CLASSES, RESOLUTIONS, member_of
from kg.store.vocabulary import RDF, SKOS

_ASKED = "VALUES ?asked { UNDEF }"
"""Gives way to the actors that are asked about."""

_LIST = """
SELECT ?name ?kind ?statements ?articles ?also ?actor WHERE {
  VALUES ?asked { UNDEF }
  VALUES (?class ?kind) { %(kinds)s }
  ?actor a ?class ; skos:prefLabel ?name .
  FILTER(!BOUND(?asked) || ?actor = ?asked)
  OPTIONAL {
    SELECT ?actor (COUNT(DISTINCT ?statement) AS ?said) WHERE { ?statement kg:speaker ?actor } GROUP BY ?actor
  }
  OPTIONAL {
    SELECT ?actor (COUNT(DISTINCT ?article) AS ?known) WHERE {
      { ?span kg:refersTo ?actor ; kg:inArticle ?article }
      UNION { ?statement kg:speaker ?actor ; kg:inArticle ?article }
      UNION { ?statement kg:expresses/kg:about ?actor ; kg:inArticle ?article }
    } GROUP BY ?actor
  }
  OPTIONAL {
    SELECT ?actor (GROUP_CONCAT(?other; separator="; ") AS ?also) WHERE {
      SELECT ?actor ?other WHERE { ?actor skos:altLabel ?other } ORDER BY ?other
    } GROUP BY ?actor
  }
  BIND(COALESCE(?said, 0) AS ?statements)
  BIND(COALESCE(?known, 0) AS ?articles)
} ORDER BY DESC(?statements) DESC(?articles) LCASE(?name) ?actor
"""

_WORDS = """
SELECT ?words ?method (COUNT(DISTINCT ?span) AS ?mentions) (COUNT(DISTINCT ?article) AS ?articles)
       (MIN(?probability) AS ?least) WHERE {
  VALUES ?asked { UNDEF }
  ?span kg:refersTo ?asked ; oa:exact ?words ; kg:resolution ?method ; kg:inArticle ?article .
  OPTIONAL { ?span kg:probability ?probability }
} GROUP BY ?words ?method ORDER BY DESC(?mentions) ?words ?method
"""

_SAID = """
SELECT ?statement ?title ?words WHERE {
  VALUES ?asked { UNDEF }
  ?statement kg:speaker ?asked ; kg:inArticle ?article .
  ?article dcterms:title ?title .
  OPTIONAL { ?article dcterms:issued ?issued }
  { SELECT ?statement (GROUP_CONCAT(?part; separator=" … ") AS ?words) (MIN(?from) AS ?start) WHERE {
      SELECT ?statement ?part ?from WHERE {
        ?statement kg:contentSpan ?span . ?span oa:exact ?part ; oa:start ?from
      } ORDER BY ?from
  } GROUP BY ?statement }
} ORDER BY DESC(COALESCE(STR(?issued), "")) ?title ?start ?statement
"""


@dataclass(frozen=True, slots=True)
class NameUse:
    """Words of the articles that were understood as an actor."""

    words: str
    method: ResolutionMethod
    mentions: int
    articles: int
    least_probability: float | None
    """That it is this actor, of the least sure mention."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an actor, in short."""

    id: str
    """With its prefix: ``st:…``."""
    title: str
    """Of the article."""
    words: str


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """One actor with the evidence for its names."""

    iri: str
    id: str
    """With its prefix: ``actor:…`` or ``src:…``."""
    kind: ActorKind
    name: str
    other_names: tuple[str, ...]
    uses: tuple[NameUse, ...]
    """Most frequent first."""
    said: tuple[Said, ...]
    """All statements, the newest article first."""


def list_actors(
    snapshot: Snapshot,
    *,
    search: str | None = None,
    kinds: Iterable[ActorKind] = (),
    limit: int | None = None,
) -> Solutions:
    """Actors with kind, numbers of statements and articles, other names and IRI; the most quoted first.

    ``search`` is a name as people type it; raises ``UnknownNameError`` with the nearest if nobody has it.
    Without ``kinds`` actors of all kinds are listed.
    """
    wanted = tuple(kinds) or tuple(ActorKind)
    listed = " ".join(f'(<{ACTOR_CLASSES[kind]}> "{kind}")' for kind in wanted)
    asked = () if search is None else (each.iri for each in actor_names(snapshot).find(search))
    return _select(snapshot, _LIST % {"kinds": listed}, asked, limit)


def actor_names(snapshot: Snapshot) -> NameIndex:
    """The names of all actors as they are read now."""
    rows = _select(snapshot, NAME_QUERIES[ParameterKind.ACTOR]).values
    return NameIndex.of("actor", cast("Iterator[tuple[str, str, str | None, bool]]", rows))


def actor_profile(snapshot: Snapshot, actor: NamedNode) -> ActorProfile:
    """Everything about one actor of the effective graph."""
    names = Names(snapshot.addresses.prefixes)
    uses, said = (_select(snapshot, query, [actor.value]).values for query in (_WORDS, _SAID))
    return ActorProfile(
        iri=actor.value,
        id=names.compact(actor.value) or actor.value,
        kind=_kind(snapshot, actor),
        name=_values(snapshot, actor, SKOS.prefLabel)[0],
        other_names=_values(snapshot, actor, SKOS.altLabel),
        uses=tuple(_use(*row) for row in cast("Iterator[tuple[str, str, int, int, float | None]]", uses)),
        said=tuple(
            Said(names.compact(statement) or statement, title, words)
            for statement, title, words in cast("Iterator[tuple[str, str, str]]", said)
        ),
    )


def _use(words: str, method: str, mentions: int, articles: int, least: float | None) -> NameUse:
    return NameUse(words, member_of(RESOLUTIONS, NamedNode(method)), mentions, articles, least)


def _kind(snapshot: Snapshot, actor: NamedNode) -> ActorKind:
    (kind,) = _objects(snapshot, actor, RDF.type)
    return member_of(ACTOR_CLASSES, kind)


def _values(snapshot: Snapshot, actor: NamedNode, predicate: str) -> tuple[str, ...]:
    return tuple(sorted(term.value for term in _objects(snapshot, actor, predicate)))


def _objects(snapshot: Snapshot, actor: NamedNode, predicate: str) -> Iterator[NamedNode | Literal]:
    for quad in snapshot.store.quads_for_pattern(actor, NamedNode(predicate), None, DefaultGraph()):
        assert isinstance(quad.object, NamedNode | Literal)  # noqa: S101  there are no other nodes in the graph
        yield quad.object


def _select(snapshot: Snapshot, query: str, asked: Iterable[str] = (), limit: int | None = None) -> Solutions:
    iris = " ".join(f"<{iri}>" for iri in asked)
    found = snapshot.query_trusted(
        query.replace(_ASKED, f"VALUES ?asked {{ {iris or 'UNDEF'} }}"), limit=limit
    )
    assert isinstance(found, Solutions)  # noqa: S101  all of them are SELECTs
    return found
