"""The same event in several articles: conservative, for two that are read as one cannot be told apart."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kg.domain import Event, Happening, Merge, ParticipantRole
from kg.resolution.groups import Pair, gather
from kg.resolution.likeness import are_synonyms
from kg.resolution.meanings import Meanings
from kg.resolution.person_names import Evidence
from kg.resolution.stems import stem

LEAST_SAME_EVENT = 0.8
LARGEST_BLOCK = 400
"""Of an actor with more events of one verb only the first by identifier are compared."""
_NEAR = datetime.timedelta(days=3)
"""Between two articles that may tell of one event whose day neither gives."""
_LIKE_LABELS = 0.6
"""Likeness of what two events are called, from which on one common actor is enough."""
_DAY_KNOWN, _DAY_OF_ARTICLES = 0.9, 0.82
"""Probability, by what tells that two events are of one time."""
_SECOND_ACTOR, _SAME_PLACE = 0.4, 0.3
"""Share of the doubt that is taken away by a second common actor in its role, and by an equal place."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event with the articles that tell it."""

    event: Event
    articles: frozenset[str]
    days: frozenset[datetime.date]
    """Days of publication that are known."""

    @property
    def roles(self) -> dict[str, ParticipantRole]:
        """What part each actor plays."""
        return {each.actor_id: each.role for each in self.event.participants}


def link_events(happenings: Iterable[Happening], meanings: Meanings) -> tuple[Merge, ...]:
    """Which events of all articles are one; the target is that of most articles, with the longest label."""
    occurrences = {each.event.id: each for each in _occurrences(happenings)}
    pairs = [(occurrences[one], occurrences[other]) for one, other in _pairs(occurrences.values())]
    meanings.learn(each.event.label for pair in pairs for each in pair)
    found = {
        frozenset((one.event.id, other.event.id)): evidence
        for one, other in pairs
        if (evidence := same_event(one, other, meanings)) is not None
    }
    return tuple(_merges(found, occurrences))


def _merges(found: dict[Pair, Evidence], occurrences: dict[str, Occurrence]) -> Iterator[Merge]:
    grouping = gather(found, str, LEAST_SAME_EVENT)
    targets = {
        event: min(members, key=lambda each: _rank(occurrences[each]))
        for members in grouping.groups
        for event in members
    }
    for event in sorted(targets):
        if event != targets[event]:
            evidence = grouping.evidence_for(event, targets[event])
            yield Merge(event, targets[event], evidence.probability, evidence.words)


def _rank(occurrence: Occurrence) -> tuple[int, int, str]:
    return -len(occurrence.articles), -len(occurrence.event.label), occurrence.event.id


def _occurrences(happenings: Iterable[Happening]) -> Iterator[Occurrence]:
    by_event: dict[str, list[Happening]] = defaultdict(list)
    for each in sorted(happenings, key=lambda each: (each.event.id, each.article)):
        by_event[each.event.id].append(each)
    for told in by_event.values():
        days = frozenset(each.day for each in told if each.day is not None)
        yield Occurrence(told[0].event, frozenset(each.article for each in told), days)


def _pairs(occurrences: Iterable[Occurrence]) -> list[tuple[str, str]]:
    """Identifiers of events that have an actor in common."""
    blocks: dict[str, list[str]] = defaultdict(list)
    verbs = {each.event.id: stem(each.event.lemma) for each in occurrences}
    for each in occurrences:
        for actor in each.roles:
            blocks[actor].append(each.event.id)
    found: set[tuple[str, str]] = set()
    for block in blocks.values():
        found.update(_of_one_verb(block, verbs))
    return sorted(found)


def _of_one_verb(block: Sequence[str], verbs: dict[str, str]) -> Iterator[tuple[str, str]]:
    by_verb: dict[str, list[str]] = defaultdict(list)
    for event in sorted(block):
        by_verb[verbs[event]].append(event)
    for members in by_verb.values():
        yield from combinations(members[:LARGEST_BLOCK], 2)
    for one, other in combinations(sorted(by_verb), 2):
        if are_synonyms(one, other):
            for mine in by_verb[one][:LARGEST_BLOCK]:
                yield from (_ordered(mine, theirs) for theirs in by_verb[other][:LARGEST_BLOCK])


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def same_event(one: Occurrence, other: Occurrence, meanings: Meanings) -> Evidence | None:
    """The evidence that two events with a common actor and verb are one; None if something makes them two."""
    shared = {actor for actor, role in one.roles.items() if other.roles.get(actor) == role}
    together = one.roles.keys() & other.roles.keys()
    time = _time(one, other)
    if not shared or shared != together or time is None or one.articles & other.articles:
        return None
    if not _agree_in_place(one.event, other.event) or _other_actors(one, other):
        return None
    if len(shared) == 1 and meanings.likeness(one.event.label, other.event.label) < _LIKE_LABELS:
        return None
    return _weighed(one, other, len(shared), time)


def _weighed(one: Occurrence, other: Occurrence, shared: int, time: float) -> Evidence:
    doubt = 1 - time
    words = [f"{one.event.lemma} with {shared} common {'actor' if shared == 1 else 'actors'}"]
    words.append("of one day" if time == _DAY_KNOWN else "told within days")
    if shared > 1:
        doubt *= 1 - _SECOND_ACTOR
    if one.event.place is not None and other.event.place is not None:
        doubt *= 1 - _SAME_PLACE
        words.append(f"in {one.event.place.name}")
    return Evidence(round(1 - doubt, 4), ", ".join(words))


def _time(one: Occurrence, other: Occurrence) -> float | None:
    """How sure the times make two events one; None if they may be of different times."""
    known = [_is_dated(each.event) for each in (one, other)]
    if all(known):
        return _DAY_KNOWN if _overlap(one.event, other.event) else None
    near = any(abs(mine - theirs) <= _NEAR for mine in one.days for theirs in other.days)
    return _DAY_OF_ARTICLES if near and not any(known) else None


def _is_dated(event: Event) -> bool:
    return event.earliest is not None and event.latest is not None


def _overlap(one: Event, other: Event) -> bool:
    """Whether two events lie in one period of few days."""
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    within = max(one.latest - one.earliest, other.latest - other.earliest) <= _NEAR
    return within and one.earliest <= other.latest and other.earliest <= one.latest


def _agree_in_place(one: Event, other: Event) -> bool:
    return one.place is None or other.place is None or one.place.id == other.place.id


def _other_actors(one: Occurrence, other: Occurrence) -> bool:
    """Whether in some role each has only actors that the other does not have there."""
    for role in (ParticipantRole.AGENT, ParticipantRole.PATIENT):
        mine, theirs = (
            {actor for actor, part in each.roles.items() if part == role} for each in (one, other)
        )
        if mine and theirs and mine.isdisjoint(theirs):
            return True
    return False
