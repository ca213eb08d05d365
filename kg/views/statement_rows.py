"""A snapshot of the graph → rows: the one place where views ask the database.

Five small queries instead of one large: a statement with two speakers, two parts and three actors it
speaks about would come back as twelve rows of one query.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from kg.domain import ActorKind, Certainty, Mode, Polarity, Span
from kg.store.answers import Solutions
from kg.store.snapshot import Snapshot
from kg.store.terms import ACTOR_CLASSES, CERTAINTIES, MODES, POLARITIES
from kg.views.rows import ContentPart, Context, RowActor, RowArticle, StatementRow, context_of

Member = TypeVar("Member", bound=StrEnum)

EVERY_ROW = 10**9
"""More than any graph of one machine gives."""

_ACTORS = """
SELECT DISTINCT ?actor ?class ?name WHERE { ?actor a ?class ; skos:prefLabel ?name } ORDER BY ?actor ?name
"""

# The columns are in the order of the fields of RowArticle.
_ARTICLES = """
SELECT ?article ?name ?title ?hash ?date ?url ?publisher WHERE {
  ?article a kg:Article ; dcterms:identifier ?name ; dcterms:title ?title ; kg:textSha256 ?hash .
  OPTIONAL { ?article dcterms:issued ?date }
  OPTIONAL { ?article dcterms:source ?url }
  OPTIONAL { ?article dcterms:publisher/skos:prefLabel ?publisher }
} ORDER BY ?article ?publisher
"""

_STATEMENTS = """
SELECT ?statement ?article ?mode ?polarity ?certainty ?probability WHERE {
  ?statement a kg:Statement ; kg:inArticle ?article ; kg:mode ?mode ; kg:polarity ?polarity ;
    kg:certainty ?certainty ; kg:probability ?probability .
} ORDER BY ?statement
"""

_CLAIMS = """
SELECT DISTINCT ?statement ?claim WHERE { ?statement kg:expresses ?claim } ORDER BY ?statement ?claim
"""

_TIES = """
SELECT DISTINCT ?statement ?tie ?actor WHERE {
  { ?statement kg:speaker ?actor BIND("speaker" AS ?tie) }
  UNION { ?statement kg:expresses/kg:about ?actor BIND("about" AS ?tie) }
}
"""

_SPANS = """
SELECT DISTINCT ?statement ?role ?start ?end ?exact WHERE {
  VALUES (?property ?role) { (kg:contentSpan "content") (kg:cueSpan "cue") (kg:speakerSpan "source") }
  ?statement ?property ?span . ?span oa:start ?start ; oa:end ?end ; oa:exact ?exact .
} ORDER BY ?statement ?start ?end
"""


def statement_rows(snapshot: Snapshot, *, article: str | None = None) -> list[StatementRow]:
    """All statements of the effective graph, sorted by article and place in it.

    ``article`` (identifier, path or name) restricts them to one article; raises ``UnknownNameError``
    for one that does not exist.
    """
    only = None if article is None else snapshot.find(article).id
    rows = [row for row in _RowReader(snapshot).rows() if only in (None, row.article.id)]
    return sorted(rows, key=lambda row: (row.article.name, row.article.id, row.content[0].start, row.id))


def read_actors(snapshot: Snapshot) -> dict[str, RowActor]:
    """All actors by IRI."""
    return {
        iri: RowActor(local_name(iri), name, kind)
        for iri, class_iri, name in select(snapshot, _ACTORS)
        if (kind := _KINDS.get(class_iri)) is not None
    }


def select(snapshot: Snapshot, sparql: str) -> Iterator[tuple[Any, ...]]:
    """The rows that a SELECT of the package itself gives, all of them."""
    answer = snapshot.query_trusted(sparql, limit=EVERY_ROW)
    assert isinstance(answer, Solutions)  # noqa: S101  all of them are SELECTs
    return answer.values


@dataclass(frozen=True, slots=True)
class _Around:
    """What hangs on one statement."""

    speakers: tuple[RowActor, ...]
    about: tuple[RowActor, ...]
    cue: tuple[ContentPart, ...]
    source: tuple[ContentPart, ...]
    content: tuple[ContentPart, ...]


class _RowReader:
    """Joins the answers of the queries."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._actors = read_actors(snapshot)
        self._articles = {
            iri: RowArticle(local_name(iri), *fields) for iri, *fields in self._select(_ARTICLES)
        }
        self._ties: defaultdict[tuple[str, str], set[RowActor]] = defaultdict(set)
        for statement, tie, actor in self._select(_TIES):
            if actor in self._actors:  # a claim is also about events
                self._ties[statement, tie].add(self._actors[actor])
        self._claims: defaultdict[str, list[str]] = defaultdict(list)
        for statement, claim in self._select(_CLAIMS):
            self._claims[statement].append(local_name(claim))
        self._spans: defaultdict[tuple[str, str], list[ContentPart]] = defaultdict(list)
        for statement, role, start, end, exact in self._select(_SPANS):
            self._spans[statement, role].append(ContentPart(start, end, exact))

    def _select(self, sparql: str) -> Iterator[tuple[Any, ...]]:
        return select(self._snapshot, sparql)

    def rows(self) -> Iterator[StatementRow]:
        """One per statement, in no order."""
        texts: dict[str, str | None] = {}
        for iri, article_iri, mode, polarity, certainty, probability in self._select(_STATEMENTS):
            article = self._articles[article_iri]
            if article.text_sha256 not in texts:
                texts[article.text_sha256] = self._snapshot.text(article.text_sha256)
            around = self._around(iri)
            yield StatementRow(
                id=local_name(iri),
                speakers=around.speakers,
                about=around.about,
                mode=_MODES[mode],
                polarity=_POLARITIES[polarity],
                certainty=_CERTAINTIES[certainty],
                probability=probability,
                cue=_joined(around.cue),
                source=_joined(around.source),
                content=around.content,
                article=article,
                claims=tuple(self._claims[iri]),
                context=_context(around.content, texts[article.text_sha256]),
                source_spans=_spans(around.source),
                cue_spans=_spans(around.cue),
            )

    def _around(self, iri: str) -> _Around:
        return _Around(
            speakers=_by_name(self._ties[iri, "speaker"]),
            about=_by_name(self._ties[iri, "about"]),
            cue=tuple(self._spans[iri, "cue"]),
            source=tuple(self._spans[iri, "source"]),
            content=tuple(self._spans[iri, "content"]),
        )


def _members(table: Mapping[Member, str]) -> dict[str, Member]:
    return {iri: member for member, iri in table.items()}


_KINDS: dict[str, ActorKind] = _members(ACTOR_CLASSES)
_MODES: dict[str, Mode] = _members(MODES)
_POLARITIES: dict[str, Polarity] = _members(POLARITIES)
_CERTAINTIES: dict[str, Certainty] = _members(CERTAINTIES)


def local_name(iri: str) -> str:
    """The last step of an IRI: the identifier that ``kg.identity`` gave."""
    return iri.rpartition("/")[2]


def _by_name(actors: set[RowActor]) -> tuple[RowActor, ...]:
    return tuple(sorted(actors, key=lambda actor: (actor.name, actor.id)))


def _joined(parts: tuple[ContentPart, ...]) -> str:
    return " ".join(part.exact for part in parts)


def _spans(parts: tuple[ContentPart, ...]) -> tuple[Span, ...]:
    return tuple(Span(part.start, part.end) for part in parts)


def _context(content: tuple[ContentPart, ...], text: str | None) -> Context:
    if text is None:
        return Context()
    return context_of(_spans(content), text)
