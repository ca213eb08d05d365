"""Rows and what they express → the events of the page: who takes part, who tells of them, their places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.domain import ActorKind
from kg.views.content_rows import Contents, RowEvent
from kg.views.event_words import days_of, told_as
from kg.views.layout import Box, Place, between
from kg.views.pages import (
    DRAWABLE_ACTORS,
    DRAWABLE_EVENTS,
    NOBODY,
    PILL,
    SHOWN_EVENTS,
    PageActor,
    PageEvent,
    PageEventEdge,
    PageStatement,
    Scale,
)
from kg.views.rows import RowActor, StatementRow

ROOM = 12.0
"""Around the shape of a node, in units of the canvas; labels find their own places."""


def told_events(rows: Sequence[StatementRow], contents: Contents) -> dict[RowEvent, tuple[int, ...]]:
    """The events of which rows tell, each with the numbers of those rows."""
    found: dict[str, dict[int, None]] = {}
    for number, row in enumerate(rows):
        for claim in row.claims:
            for event in contents.claims[claim].events if claim in contents.claims else ():
                found.setdefault(event, {})[number] = None
    return {contents.events[event]: tuple(told) for event, told in found.items() if event in contents.events}


def participants_of(events: Iterable[RowEvent]) -> Iterator[RowActor]:
    """Everybody with a name or a description who takes part in one of them."""
    return (
        part.actor
        for event in events
        for part in event.participants
        if part.actor.kind is not ActorKind.UNKNOWN
    )


def page_events(
    told: Mapping[RowEvent, tuple[int, ...]],
    rows: Sequence[StatementRow],
    statements: Sequence[PageStatement],
) -> list[PageEvent]:
    """The events of the page, the most told first."""
    found = (_page_event(event, numbers, rows, statements) for event, numbers in told.items())
    return sorted(found, key=lambda event: (-event.weight, -len(event.statements), event.name, event.id))


def _page_event(
    event: RowEvent,
    numbers: tuple[int, ...],
    rows: Sequence[StatementRow],
    statements: Sequence[PageStatement],
) -> PageEvent:
    return PageEvent(
        id=event.id,
        name=event.label,
        where=event.place,
        when=days_of(event),
        told=told_as(event, [rows[number].article.date for number in numbers]),
        statements=numbers,
        weight=sum(not statements[number].is_narration for number in numbers),
    )


def event_edges(
    events: Sequence[PageEvent],
    contents: Contents,
    statements: Sequence[PageStatement],
    actors: Mapping[str, int],
) -> Iterator[PageEventEdge]:
    """All lines between actors and events; ``actors`` gives the number of an identifier."""
    for number, event in enumerate(events):
        for part in contents.events[event.id].participants:
            if part.actor.id in actors:
                yield PageEventEdge(actors[part.actor.id], number, part.role, event.statements)
        yield from _tellings(number, event, statements)


def _tellings(number: int, event: PageEvent, statements: Sequence[PageStatement]) -> Iterator[PageEventEdge]:
    stacks: dict[int, list[int]] = {}
    for each in event.statements:
        for speaker in statements[each].speakers:
            stacks.setdefault(speaker, []).append(each)
    for speaker, stack in sorted(stacks.items(), key=lambda item: (-len(item[1]), item[0])):
        yield PageEventEdge(speaker, number, None, tuple(stack))


def placed_events(
    events: Sequence[PageEvent], edges: Sequence[PageEventEdge], actors: Sequence[PageActor], core: int
) -> list[PageEvent]:
    """The events amid their actors; those that are drawn at first keep clear of the first ``core`` actors."""
    scale = Scale.of(actors)
    ends: dict[int, set[int]] = {}
    for edge in edges:
        if edge.actor < DRAWABLE_ACTORS and actors[edge.actor].id != NOBODY.id:
            ends.setdefault(edge.event, set()).add(edge.actor)
    drawable = events[:DRAWABLE_EVENTS]
    taken = [(_room(scale.radius(actor)), actor.place) for actor in actors[: min(core, DRAWABLE_ACTORS)]]
    found = between(
        [_room(event.radius, PILL) for event in drawable],
        [_places(sorted(ends.get(number, ())), actors) for number in range(len(drawable))],
        taken=taken,
        core=SHOWN_EVENTS,
    )
    placed = [replace(event, place=place) for event, place in zip(drawable, found, strict=True)]
    return [*placed, *events[DRAWABLE_EVENTS:]]


def _places(numbers: Sequence[int], actors: Sequence[PageActor]) -> list[Place]:
    return [actors[number].place for number in numbers]


def _room(radius: int, breadth: float = 1) -> Box:
    return Box(2 * (breadth * radius + ROOM), 2 * (radius + ROOM))
