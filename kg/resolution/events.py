"""The events of an article: tellings of one happening gathered, named and described."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.domain import Actor, Event, Participant, ParticipantRole, Period, Place
from kg.identity import event_id, key
from kg.resolution.clauses import Clauses
from kg.resolution.tellings import Telling

_CORE = (ParticipantRole.AGENT, ParticipantRole.PATIENT)
_LONGEST_LABEL = 140
_UNKNOWN = Period(None, None)


@dataclass(slots=True)
class _Strand:
    """Tellings that may be of one event: what they say of it together."""

    lemma: str
    parts: dict[str, ParticipantRole] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    place: Place | None = None
    period: Period = _UNKNOWN
    tellings: list[Telling] = field(default_factory=list)

    def admits(self, telling: Telling) -> bool:
        """Whether a telling agrees in everything that both say, and both name somebody in the same part.

        Who only acts in both must do it with the same things: "went to Oslo" is not "went on a tour".
        """
        if self.lemma != telling.lemma or not _agree(self.period, telling.period):
            return False
        if self.place and telling.place and self.place != telling.place:
            return False
        shared = {role: _in(role, self.parts) & _in(role, telling.parts) for role in _CORE}
        if any(not shared[role] and _in(role, self.parts) and _in(role, telling.parts) for role in _CORE):
            return False
        same_things = bool(self.things & telling.things) or self.things == telling.things
        return bool(shared[ParticipantRole.PATIENT] or (shared[ParticipantRole.AGENT] and same_things))

    def add(self, telling: Telling) -> None:
        """Learn what a telling says."""
        for actor, role in telling.parts.items():
            if role in _CORE or actor not in self.parts:
                self.parts.setdefault(actor, role)
        self.things |= telling.things
        self.place = self.place or telling.place
        self.period = self.period if self.period != _UNKNOWN else telling.period
        self.tellings.append(telling)


def _in(role: ParticipantRole, parts: Mapping[str, ParticipantRole]) -> set[str]:
    return {actor for actor, each in parts.items() if each is role}


def _agree(one: Period, other: Period) -> bool:
    """Whether two periods share a day; what is not known may be any day."""
    apart = (one.latest and other.earliest and one.latest < other.earliest) or (
        other.latest and one.earliest and other.latest < one.earliest
    )
    return not apart


def events_of(
    tellings: Iterable[Telling], actors: Mapping[str, Actor], clauses: Clauses, article: str
) -> Mapping[int, Event]:
    """The event of every telling, by its word. Tellings are in text order; ``actors`` has all who take part.

    What two tellings say of one event is put together, so that it is one whoever tells it.
    """
    strands: list[_Strand] = []
    for telling in tellings:
        strand = next((each for each in strands if each.admits(telling)), None)
        if strand is None:
            strand = _Strand(telling.lemma)
            strands.append(strand)
        strand.add(telling)
    found: dict[int, Event] = {}
    for strand in strands:
        event = _event(strand, actors, clauses, article)
        found |= {telling.word: event for telling in strand.tellings}
    return found


def _event(strand: _Strand, actors: Mapping[str, Actor], clauses: Clauses, article: str) -> Event:
    surest = max(strand.tellings, key=lambda telling: (abs(telling.factuality), -telling.word))
    involved = [actors[actor] for actor in sorted(strand.parts)]
    return Event(
        id=_identifier(strand, actors, article),
        label=_label(clauses.wording(strand.tellings[0].word), involved),
        lemma=strand.lemma,
        participants=tuple(Participant(actor.id, strand.parts[actor.id]) for actor in involved),
        place=strand.place,
        earliest=strand.period.earliest,
        latest=strand.period.latest,
        factuality=surest.factuality,
    )


def _identifier(strand: _Strand, actors: Mapping[str, Actor], article: str) -> str:
    """By lemma, parts, place and time; of this article alone unless a name and a day are known."""
    roles = [role for role in _CORE if _in(role, strand.parts)]
    names = [
        "|".join(sorted(key(actors[actor].name) for actor in _in(role, strand.parts)))
        for role in (*_CORE, *([] if roles else [ParticipantRole.OTHER]))
    ]
    period = strand.period
    days = f"{period.earliest or ''}/{period.latest or ''}"
    named = any(actors[actor].kind.is_named for role in _CORE for actor in _in(role, strand.parts))
    is_known = named and period.earliest is not None and period.earliest == period.latest
    place = key(strand.place.name) if strand.place else ""
    things = "|".join(sorted(map(key, strand.things)))
    return event_id(strand.lemma, *names, things, place, days, *([] if is_known else [article]))


def _label(wording: str, involved: Sequence[Actor]) -> str:
    """The words of its first telling, with the names of those whom they do not name."""
    line = wording if len(wording) <= _LONGEST_LABEL else f"{wording[:_LONGEST_LABEL].rsplit(' ', 1)[0]}…"
    said = line.lower()
    unnamed = [
        actor.name
        for actor in involved
        if not any(name.lower() in said for name in (actor.name, *actor.aliases, actor.name.split()[-1]))
    ]
    return f"{line} ({', '.join(unnamed)})" if unnamed else line
