"""The actors of a graph: listed, searched, and one of them with everything that speaks for its names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from pyoxigraph import DefaultGraph, Literal, NamedNode

from kg.domain import ActorKind, ResolutionMethod
from kg.errors import CorrectionError
from kg.store.answers import Solutions
from kg.store.directory import Directory
from kg.store.names import NameIndex
from kg.store.prefixed import Names
from kg.store.questions import NAME_QUERIES, ParameterKind
from kg.store.snapshot import Snapshot
from kg.store.terms import ACTOR_CLASSES, RESOLUTIONS, member_of
from kg.store.vocabulary import KG, RDF, SKOS

_ASKED = "VALUES ?asked { UNDEF }"
"""Gives way to the actors that are asked about."""

_LIST = """
SELECT ?name ?kind ?statements ?articles ?also ?actor WHERE {
  VALUES ?asked { UNDEF }
  VALUES (?class ?kind) { %(kinds)s }
  ?actor a ?class ; skos:prefLabel ?name .
  FILTER(!BOUND(?asked) || ?actor = ?asked)
  OPTIONAL {
    SELECT ?actor (COUNT(DISTINCT ?statement) AS ?said) WHERE {
      ?statement kg:speaker ?actor ; kg:mode ?mode .
      FILTER(?mode != kg:Narration)
    } GROUP BY ?actor
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
SELECT ?statement ?name ?words WHERE {
  VALUES ?asked { UNDEF }
  ?statement kg:speaker ?asked ; kg:inArticle ?article ; kg:mode ?mode .
  ?article dcterms:identifier ?name .
  FILTER(?mode != kg:Narration)
  OPTIONAL { ?article dcterms:issued ?issued }
  { SELECT ?statement (GROUP_CONCAT(?part; separator=" … ") AS ?words) (MIN(?from) AS ?start) WHERE {
      SELECT ?statement ?part ?from WHERE {
        ?statement kg:contentSpan ?span . ?span oa:exact ?part ; oa:start ?from
      } ORDER BY ?from
  } GROUP BY ?statement }
} ORDER BY DESC(COALESCE(STR(?issued), "")) ?name ?start ?statement
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
    article: str
    """Its name for people."""
    words: str


@dataclass(frozen=True, slots=True)
class MergedActor:
    """An actor of some article that is read as another one, and why."""

    id: str
    """With its prefix: ``actor:…`` or ``src:…``."""
    name: str
    """As its articles have it."""
    by_human: bool
    """Otherwise the program found it."""
    probability: float | None
    """That the program is right; None if a human said so."""
    evidence: str
    """What speaks for it, in the program's words; empty if a human said so."""


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
    merged: tuple[MergedActor, ...]
    """Everybody else who is read as this actor."""
    said: tuple[Said, ...]
    """All statements but narration, the newest article first."""


def list_actors(
    snapshot: Snapshot,
    *,
    search: str | None = None,
    kinds: Iterable[ActorKind] = (),
    limit: int | None = None,
) -> Solutions:
    """Actors with kind, numbers of statements and articles, other names and IRI; the most quoted first.

    ``search`` is a name as people type it, or words of one in any transliteration; raises
    ``UnknownNameError`` with the nearest if nobody has it.
    Without ``kinds`` actors of all kinds are listed.
    """
    wanted = tuple(kinds) or tuple(ActorKind)
    listed = " ".join(f'(<{ACTOR_CLASSES[kind]}> "{kind}")' for kind in wanted)
    asked = () if search is None else (each.iri for each in actor_names(snapshot).search(search))
    return _select(snapshot, _LIST % {"kinds": listed}, asked, limit)


def actor_names(snapshot: Snapshot) -> NameIndex:
    """The names of all actors as they are read now."""
    rows = _select(snapshot, NAME_QUERIES[ParameterKind.ACTOR]).values
    return NameIndex.of("actor", cast("Iterator[tuple[str, str, str | None, bool]]", rows))


def actor_profile(snapshot: Snapshot, asked: str) -> ActorProfile:
    """Everything about one actor, given by name or identifier.

    Raises ``UnknownNameError`` if there is none, ``AmbiguousNameError`` if several are meant.
    """
    directory = Directory.of(snapshot.store, snapshot.addresses)
    actor = directory.root(directory.find(asked))
    kinds = list(_objects(snapshot, actor, RDF.type))
    if not kinds:
        raise CorrectionError(
            f"{directory.called(actor)!r} is not to be seen: every statement that speaks of it is rejected",
            hint="kg log shows who rejected them.",
        )
    names = Names(snapshot.addresses.prefixes)
    uses, said = (_select(snapshot, query, [actor.value]).values for query in (_WORDS, _SAID))
    return ActorProfile(
        iri=actor.value,
        id=directory.short(actor),
        kind=member_of(ACTOR_CLASSES, kinds[0]),
        name=directory.called(actor),
        other_names=tuple(sorted(term.value for term in _objects(snapshot, actor, SKOS.altLabel))),
        uses=tuple(_use(*row) for row in cast("Iterator[tuple[str, str, int, int, float | None]]", uses)),
        merged=tuple(
            _merged(snapshot, directory, each) for each in directory.members(actor) if each != actor
        ),
        said=tuple(
            Said(names.compact(statement) or statement, article, words)
            for statement, article, words in cast("Iterator[tuple[str, str, str]]", said)
        ),
    )


def _merged(snapshot: Snapshot, directory: Directory, actor: NamedNode) -> MergedActor:
    survey = directory.survey
    by_human = actor in survey.identities.merged_by_human
    evidence, probability = "", None
    for node, finding in survey.findings.items():
        if finding.merged == actor and not by_human:
            evidence, probability = _evidence(snapshot, node), finding.probability
    return MergedActor(directory.short(actor), directory.called(actor), by_human, probability, evidence)


def _evidence(snapshot: Snapshot, finding: NamedNode) -> str:
    found = snapshot.store.quads_for_pattern(finding, NamedNode(KG.evidence), None)
    return next((quad.object.value for quad in found if isinstance(quad.object, Literal)), "")


def _use(words: str, method: str, mentions: int, articles: int, least: float | None) -> NameUse:
    return NameUse(words, member_of(RESOLUTIONS, NamedNode(method)), mentions, articles, least)


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
