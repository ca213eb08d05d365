"""A snapshot of the graph → what the statements express: claims, the events these report, and stances."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.domain import ParticipantRole, Polarity
from kg.store.snapshot import Snapshot
from kg.store.terms import PARTS, STANCES
from kg.views.rows import RowActor
from kg.views.statement_rows import local_name, read_actors, select


@dataclass(frozen=True, slots=True, order=True)
class RowClaim:
    """A claim, without who makes it."""

    id: str
    label: str
    issue: str = ""
    """The question to which it is an answer; empty without one."""
    events: tuple[str, ...] = ()
    """Identifiers of the events that it reports, sorted."""
    contradicts: tuple[str, ...] = ()
    """Identifiers of claims that cannot be true together with it, sorted."""
    entails: tuple[str, ...] = ()
    """Identifiers of claims that are so if it is, sorted."""


@dataclass(frozen=True, slots=True)
class RowParticipant:
    """An actor in an event."""

    actor: RowActor
    role: ParticipantRole


@dataclass(frozen=True, slots=True)
class RowEvent:
    """Something said to have happened or to be about to happen."""

    id: str
    label: str
    place: str = ""
    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    factuality: float | None = None
    """From -3 to 3, as the surest of its tellings puts it."""
    participants: tuple[RowParticipant, ...] = ()
    """Sorted by name."""


@dataclass(frozen=True, slots=True)
class Contents:
    """All claims and events by identifier, how statements stand to claims, and which articles are copies."""

    claims: Mapping[str, RowClaim]
    events: Mapping[str, RowEvent]
    stances: Mapping[tuple[str, str], Polarity]
    """From identifiers of statement and claim."""
    copies: Mapping[str, str]
    """From an article to the earlier one whose words it repeats."""


NO_CONTENTS = Contents({}, {}, {}, {})
"""Of statements alone."""


_CLAIMS = """
SELECT ?claim ?label ?issue WHERE {
  ?claim a kg:Claim ; rdfs:label ?label . OPTIONAL { ?claim kg:addresses/rdfs:label ?issue }
} ORDER BY ?claim ?issue
"""

_STANCES = """
SELECT DISTINCT ?statement ?claim ?stance WHERE {
  VALUES ?stance { kg:affirms kg:denies kg:leavesOpen } ?statement ?stance ?claim .
} ORDER BY ?statement ?claim ?stance
"""

_TIES = """
SELECT DISTINCT ?claim ?tie ?other WHERE {
  { ?claim kg:reportsEvent ?other BIND("event" AS ?tie) }
  UNION { ?claim kg:contradicts ?other BIND("contradicts" AS ?tie) }
  UNION { ?claim kg:entails ?other BIND("entails" AS ?tie) }
} ORDER BY ?claim ?tie ?other
"""

_EVENTS = """
SELECT ?event ?label (MIN(?name) AS ?place) (MIN(?first) AS ?earliest) (MAX(?last) AS ?latest)
    (MAX(?sure) AS ?factuality) WHERE {
  ?event a kg:Event ; rdfs:label ?label .
  OPTIONAL { ?event kg:place/skos:prefLabel ?name }
  OPTIONAL { ?event kg:earliest ?first }
  OPTIONAL { ?event kg:latest ?last }
  OPTIONAL { ?event kg:factuality ?sure }
} GROUP BY ?event ?label ORDER BY ?event
"""

_PARTICIPANTS = """
SELECT DISTINCT ?event ?part ?actor WHERE {
  ?event kg:participant ?actor
  OPTIONAL { VALUES ?given { kg:agent kg:patient } ?event ?given ?actor }
  BIND(COALESCE(?given, kg:participant) AS ?part)
} ORDER BY ?event ?part
"""


_COPIES = "SELECT ?copy ?original WHERE { ?copy kg:copyOf ?original } ORDER BY ?copy ?original"


def read_contents(snapshot: Snapshot) -> Contents:
    """Everything that statements of the effective graph express."""
    ties: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for claim, tie, other in select(snapshot, _TIES):
        ties[claim, tie].append(local_name(other))
    return Contents(
        claims={
            local_name(iri): RowClaim(
                local_name(iri),
                label,
                issue or "",
                tuple(ties[iri, "event"]),
                tuple(ties[iri, "contradicts"]),
                tuple(ties[iri, "entails"]),
            )
            for iri, label, issue in select(snapshot, _CLAIMS)
        },
        events={event.id: event for event in _events(snapshot)},
        stances={
            (local_name(statement), local_name(claim)): _POLARITIES[stance]
            for statement, claim, stance in select(snapshot, _STANCES)
        },
        copies={local_name(copy): local_name(original) for copy, original in select(snapshot, _COPIES)},
    )


def _events(snapshot: Snapshot) -> Iterator[RowEvent]:
    actors = read_actors(snapshot)
    participants: defaultdict[str, dict[RowActor, ParticipantRole]] = defaultdict(dict)
    for event, part, actor in select(snapshot, _PARTICIPANTS):
        if actor in actors:
            participants[event].setdefault(actors[actor], _ROLES[part])
    for iri, label, place, earliest, latest, factuality in select(snapshot, _EVENTS):
        taking_part = sorted(participants[iri].items(), key=lambda item: (item[0].name, item[0].id))
        yield RowEvent(
            id=local_name(iri),
            label=label,
            place=place or "",
            earliest=earliest,
            latest=latest,
            factuality=factuality,
            participants=tuple(RowParticipant(actor, role) for actor, role in taking_part),
        )


_POLARITIES: Mapping[str, Polarity] = {iri: polarity for polarity, iri in STANCES.items()}
_ROLES: Mapping[str, ParticipantRole] = {iri: role for role, iri in PARTS.items()}
